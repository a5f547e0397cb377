//! The names of municipalities and verdicts in the tables of a comparison.

use crate::markdown::{Badge, badge};
use crate::model::{Comparison, Level};
use crate::view::words;

/// The name of a member.
pub fn name(comparison: &Comparison, member: usize) -> String {
    comparison.members.get(member).map(|m| m.name.clone()).unwrap_or_default()
}

/// A verdict as symbol and word.
pub fn level_or_none(level: Option<Level>) -> Badge {
    level.map_or_else(|| badge("geen-oordeel"), words::level)
}
