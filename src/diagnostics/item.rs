//! The things of which an audit's reasoning consists, and which a problem can be about.

use super::{Phrase, phrase};

/// The things of which an audit's reasoning consists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// A framework that the case chose.
    Framework,
    /// A criterion.
    Criterion,
    /// A finding.
    Finding,
    /// A source.
    Source,
    /// A sub-question.
    Question,
    /// A conclusion.
    Conclusion,
    /// A recommendation.
    Recommendation,
    /// A box of observations.
    Observation,
}

impl Item {
    /// What a Dutch reader calls it.
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
