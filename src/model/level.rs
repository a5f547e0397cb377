//! The scale, and the outcomes of a criterion outside the scale.

use serde::{Serialize, Serializer};
use std::fmt;

/// A level of the scale, from lowest to highest.
///
/// Consecutive levels differ by a third of a point. That the steps are equal is an assumption of
/// this project, and every report prints it as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// The norm is not met, or hardly.
    Niet,
    Deels,
    Grotendeels,
    /// The norm is met.
    Voldoet,
}

impl Level {
    /// Highest first, as in reports.
    pub const ALL: [Level; 4] = [Level::Voldoet, Level::Grotendeels, Level::Deels, Level::Niet];

    /// The value in thirds of a point: 3, 2, 1 or 0.
    #[must_use]
    pub fn thirds(self) -> i128 {
        match self {
            Level::Voldoet => 3,
            Level::Grotendeels => 2,
            Level::Deels => 1,
            Level::Niet => 0,
        }
    }

    /// The next higher level; the highest returns itself.
    #[must_use]
    pub fn above(self) -> Level {
        match self {
            Level::Niet => Level::Deels,
            Level::Deels => Level::Grotendeels,
            Level::Grotendeels | Level::Voldoet => Level::Voldoet,
        }
    }

    /// The number of steps between two levels.
    #[must_use]
    pub fn distance(self, other: Level) -> i128 {
        (self.thirds() - other.thirds()).abs()
    }

    /// The word in a YAML file.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Level::Voldoet => "voldoet",
            Level::Grotendeels => "grotendeels",
            Level::Deels => "deels",
            Level::Niet => "niet",
        }
    }
}

/// The outcome of a criterion: a level, or a reason why it has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// A level of the scale.
    Judged(Level),
    /// Niet te beoordelen: the evidence is insufficient. Counts as unknown, never as zero.
    NotAssessable,
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
    pub const BESIDE: [Outcome; 5] = [
        Self::NotAssessable,
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
            Outcome::NotStudied => "niet-onderzocht",
            Outcome::ToDo => "nog-in-te-vullen",
            Outcome::NotApplicable => "niet-van-toepassing",
            Outcome::NotYetInForce => "geldt-nog-niet",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}
