//! Warnings that the researchers weighed and let stand, each by name and with a reason.

use super::Markdown;
use crate::diagnostics::{Code, Phrase, Span, phrase};

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

/// The warnings that a case may accept, each with what it is about.
pub const ACCEPTABLE: [(Code, Item); 19] = [
    (Code::OpenConflict, Item::Criterion),
    (Code::ConclusionOnNothing, Item::Conclusion),
    (Code::ShortfallUnspoken, Item::Criterion),
    (Code::AdviceWithoutConclusion, Item::Recommendation),
    (Code::ConclusionWithoutAdvice, Item::Conclusion),
    (Code::ConclusionContradicted, Item::Conclusion),
    (Code::VerdictContradicted, Item::Framework),
    (Code::NarrowBasis, Item::Criterion),
    (Code::TestimonyOnly, Item::Criterion),
    (Code::SourceUnused, Item::Source),
    (Code::SourceDominates, Item::Source),
    (Code::SourceCountedTwice, Item::Finding),
    (Code::JudgementOverruled, Item::Criterion),
    (Code::QuestionLeftOpen, Item::Question),
    (Code::FigureUnfounded, Item::Conclusion),
    (Code::PeersShown, Item::Criterion),
    (Code::NormNotInForce, Item::Criterion),
    (Code::ThresholdsProposed, Item::Framework),
    (Code::ConclusionOnUnknown, Item::Conclusion),
];

/// What a warning is about, where a case may accept it.
#[must_use]
pub fn acceptable(code: Code) -> Option<Item> {
    ACCEPTABLE.iter().find(|(known, _)| *known == code).map(|(_, item)| *item)
}

/// A warning that the researchers accept.
#[derive(Debug, Clone, PartialEq)]
pub struct Accepted {
    /// Which warning.
    pub code: Code,
    /// What kind of thing it is about.
    pub kind: Item,
    /// The id of that thing.
    pub about: String,
    /// Why it may stand; printed in the report.
    pub reason: Markdown,
    /// Where the case says so.
    pub place: Span,
}
