//! The scale, and what a criterion can be when it is not on the scale.

use serde::{Serialize, Serializer};
use std::fmt;

/// A level of the scale, from lowest to highest.
///
/// Levels stand a third of a point apart. That the steps are equal is an assumption of this
/// project and printed as one in every report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Voldoet niet: the norm is not met, or hardly.
    Niet,
    /// Voldoet deels.
    Deels,
    /// Voldoet grotendeels.
    Grotendeels,
    /// Voldoet: the norm is met.
    Voldoet,
}

impl Level {
    /// All levels, highest first, as a reader meets them.
    pub const ALL: [Level; 4] = [Level::Voldoet, Level::Grotendeels, Level::Deels, Level::Niet];

    /// Thirds of a point: 3, 2, 1 or 0.
    #[must_use]
    pub fn thirds(self) -> i128 {
        match self {
            Level::Voldoet => 3,
            Level::Grotendeels => 2,
            Level::Deels => 1,
            Level::Niet => 0,
        }
    }

    /// The level one step higher; the highest stays.
    #[must_use]
    pub fn above(self) -> Level {
        match self {
            Level::Niet => Level::Deels,
            Level::Deels => Level::Grotendeels,
            Level::Grotendeels | Level::Voldoet => Level::Voldoet,
        }
    }

    /// How many steps lie between two levels.
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

/// What a criterion came out as: a level, or a reason why it stands beside the scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// On the scale.
    Judged(Level),
    /// Niet te beoordelen: the evidence does not suffice. Unknown, so never zero.
    NotAssessable,
    /// Niet onderzocht: outside the design of the study. Unknown.
    NotStudied,
    /// Nog in te vullen: the researcher has not come to it. Unknown.
    ToDo,
    /// Niet van toepassing: the norm does not fit this municipality.
    NotApplicable,
    /// Geldt nog niet: the norm did not hold in the studied period.
    NotYetInForce,
}

impl Serialize for Outcome {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}

impl Outcome {
    /// What a criterion can be beside the scale.
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

    /// Whether the criterion counts among those that could be judged.
    #[must_use]
    pub fn applicable(self) -> bool {
        !matches!(self, Outcome::NotApplicable | Outcome::NotYetInForce)
    }

    /// The word by which templates, themes and files know this outcome.
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
