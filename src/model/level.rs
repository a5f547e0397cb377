//! The scale, and the outcomes of a criterion outside the scale.

use super::Scale;
use serde::{Serialize, Serializer};
use std::cmp::Ordering;
use std::fmt;

/// A level of a scale. Levels of one scale are ordered from lowest to highest; those of different
/// scales are never held against each other.
///
/// Consecutive levels differ by one point. That the steps are equal is an assumption of this
/// project, and every report with a score prints it as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Level {
    scale: Scale,
    rank: usize,
}

impl Level {
    pub(super) fn at(scale: Scale, rank: usize) -> Self {
        Self { scale, rank }
    }

    #[must_use]
    pub fn scale(self) -> Scale {
        self.scale
    }

    /// The number of levels below it, which is also its points.
    #[must_use]
    pub fn rank(self) -> usize {
        self.rank
    }

    /// The points of a criterion at this level: 0 at the lowest, one more at each level.
    #[must_use]
    pub fn points(self) -> i128 {
        i128::try_from(self.rank).unwrap_or(0)
    }

    /// Whether a criterion at this level counts as met where the question is only yes or no: with at
    /// least two thirds of the points, so *voldoet grotendeels* on the scale of four.
    #[must_use]
    pub fn counts_as_met(self) -> bool {
        3 * self.rank >= 2 * self.scale.steps()
    }

    /// The next higher level; the highest returns itself.
    #[must_use]
    pub fn above(self) -> Self {
        Self { rank: (self.rank + 1).min(self.scale.steps()), ..self }
    }

    /// The number of steps between two levels.
    #[must_use]
    pub fn distance(self, other: Self) -> usize {
        self.rank.abs_diff(other.rank)
    }

    /// Whether findings at these two levels contradict each other.
    #[must_use]
    pub fn contradicts(self, other: Self) -> bool {
        self.distance(other) >= self.scale.contradicts()
    }

    /// The word in a YAML file.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.scale.step(self.rank).key
    }

    /// The word in a document.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.scale.step(self.rank).word
    }
}

impl Ord for Level {
    fn cmp(&self, other: &Self) -> Ordering {
        self.rank.cmp(&other.rank).then_with(|| self.scale.cmp(&other.scale))
    }
}

impl PartialOrd for Level {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Serialize for Level {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
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
