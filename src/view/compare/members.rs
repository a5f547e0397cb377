//! The names of municipalities and verdicts in the tables and sentences of a comparison.

use crate::dutch::{enumeration, whole};
use crate::markdown::{Badge, badge};
use crate::model::{BodyKind, Comparison, Level};
use crate::view::words;

/// Maximum number of municipalities that a sentence names; of more it tells how many.
pub const MOST_NAMED: usize = 12;

/// The name of a member.
pub fn name(comparison: &Comparison, member: usize) -> String {
    comparison.members.get(member).map(|m| m.name.clone()).unwrap_or_default()
}

/// A number of municipalities: *1 gemeente*, *342 gemeenten*.
pub fn counted(count: usize, kind: BodyKind) -> String {
    let noun = if count == 1 { kind.noun() } else { kind.plural() };
    format!("{} {noun}", whole(i128::try_from(count).unwrap_or(0)))
}

/// The names, or how many there are where a sentence would not be readable.
pub fn some(names: &[String], kind: BodyKind) -> String {
    if names.len() <= MOST_NAMED { enumeration(names) } else { counted(names.len(), kind) }
}

/// The names, or the first of them and how many others there are.
pub fn first(names: &[String]) -> String {
    match names.split_at_checked(MOST_NAMED) {
        Some((named, more)) if !more.is_empty() => {
            format!(
                "{} en {} andere",
                named.join(", "),
                whole(i128::try_from(more.len()).unwrap_or(0))
            )
        }
        _ => enumeration(names),
    }
}

/// A verdict as symbol and word.
pub fn level_or_none(level: Option<Level>) -> Badge {
    level.map_or_else(|| badge("geen-oordeel"), words::level)
}
