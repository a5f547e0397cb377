//! The items of an audit's reasoning, which a problem can be about.

use super::{Phrase, phrase};

/// A kind of item in an audit's reasoning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// A framework (normenkader) of the case.
    Framework,
    /// A criterion (norm) of a framework.
    Criterion,
    /// A finding on a criterion or a sub-question.
    Finding,
    /// A source of evidence.
    Source,
    /// A sub-question of the study.
    Question,
    /// A conclusion.
    Conclusion,
    /// A recommendation.
    Recommendation,
    /// A box with observations.
    Observation,
}

impl Item {
    /// The name of this kind of item for a reader.
    #[must_use]
    pub fn word(self) -> Phrase {
        match self {
            Self::Framework => phrase("kind-framework"),
            Self::Criterion => phrase("kind-criterion"),
            Self::Finding => phrase("kind-finding"),
            Self::Source => phrase("kind-source"),
            Self::Question => phrase("kind-question"),
            Self::Conclusion => phrase("kind-conclusion"),
            Self::Recommendation => phrase("kind-recommendation"),
            Self::Observation => phrase("kind-observation"),
        }
    }
}
