//! The outcome of a criterion: a level of its scale, or a reason why it has none.

use super::Level;
use serde::{Serialize, Serializer};

/// The outcome of a criterion: a level, or a reason why it has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// A level of the scale.
    Judged(Level),
    /// Niet te beoordelen: the evidence is insufficient. Counts as unknown, never as zero.
    NotAssessable,
    /// Niet vast te stellen: of a legal duty, that it is not known whether it is complied with.
    NotEstablished,
    /// Niet onderzocht: outside the design of the study. Counts as unknown.
    NotStudied,
    /// Nog in te vullen: not yet judged by the researcher. Counts as unknown.
    ToDo,
    /// Niet van toepassing: the norm does not apply to this municipality.
    NotApplicable,
    /// Geldt nog niet: the norm was not in force in the studied period.
    NotYetInForce,
}

impl Serialize for Outcome {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}

impl Outcome {
    /// The outcomes outside the scale.
    pub const BESIDE: [Outcome; 6] = [
        Self::NotAssessable,
        Self::NotEstablished,
        Self::NotApplicable,
        Self::NotStudied,
        Self::ToDo,
        Self::NotYetInForce,
    ];

    /// The level, where the criterion was judged.
    #[must_use]
    pub fn level(self) -> Option<Level> {
        match self {
            Outcome::Judged(level) => Some(level),
            _ => None,
        }
    }

    /// Whether the criterion applies, judged or not.
    #[must_use]
    pub fn applicable(self) -> bool {
        !matches!(self, Outcome::NotApplicable | Outcome::NotYetInForce)
    }

    /// The word for this outcome in templates, themes and files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Outcome::Judged(level) => level.key(),
            Outcome::NotAssessable => "niet-te-beoordelen",
            Outcome::NotEstablished => "niet-vast-te-stellen",
            Outcome::NotStudied => "niet-onderzocht",
            Outcome::ToDo => "nog-in-te-vullen",
            Outcome::NotApplicable => "niet-van-toepassing",
            Outcome::NotYetInForce => "geldt-nog-niet",
        }
    }
}
