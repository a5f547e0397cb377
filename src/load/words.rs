//! The words of the format, which reading checks and the schemas list.

use crate::model::{Addressee, Answer, BasisKind, Better, Level, Stance};

/// True or not.
pub const YES_NO: [(&str, bool); 2] = [("true", true), ("false", false)];

/// Whether a source supports a finding.
pub const STANCES: [(&str, Stance); 2] =
    [("supports", Stance::Supports), ("contradicts", Stance::Contradicts)];

/// What is known of a point of a checklist.
pub const ANSWERS: [(&str, Answer); 3] =
    [("ja", Answer::Yes), ("nee", Answer::No), ("onbekend", Answer::Unknown)];

/// Where a norm comes from.
pub const BASIS_KINDS: [(&str, BasisKind); 4] = [
    ("law", BasisKind::Law),
    ("policy", BasisKind::Policy),
    ("literature", BasisKind::Literature),
    ("professional", BasisKind::Professional),
];

/// How the level of a criterion comes about.
#[derive(Debug, Clone, Copy)]
pub enum MeasureKind {
    /// The researcher chooses it.
    Assessed,
    /// It follows from points.
    Checklist,
    /// It follows from a number.
    Quantity,
}

/// The words for kinds of measure.
pub const MEASURE_KINDS: [(&str, MeasureKind); 3] = [
    ("assessed", MeasureKind::Assessed),
    ("checklist", MeasureKind::Checklist),
    ("quantity", MeasureKind::Quantity),
];

/// What thresholds may be relative to.
pub const RELATIVE: [(&str, ()); 1] = [("peer-median", ())];

/// Which way a quantity is better.
pub const BETTER: [(&str, Better); 2] = [("higher", Better::Higher), ("lower", Better::Lower)];

/// Whether the rows of a coding are real, or only add up (`true`).
pub const ROWS: [(&str, bool); 2] = [("coded", false), ("margins", true)];

/// The words for addressees.
pub fn addressees() -> Vec<(&'static str, Addressee)> {
    Addressee::ALL.iter().map(|a| (a.key(), *a)).collect()
}

/// The words for levels.
pub fn levels() -> Vec<(&'static str, Level)> {
    Level::ALL.iter().map(|l| (l.key(), *l)).collect()
}
