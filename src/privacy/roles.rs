//! Roles by which somebody can be found, because nobody else has them.

use crate::model::{Case, SourceKind, Status};
use std::collections::BTreeMap;

/// Under so many inhabitants a municipality is small here: most functions around safety and
/// enforcement then have one holder. Professional insight; no source gives a number. 50.000 is a
/// border between size classes of Statistics Netherlands.
pub const SMALL: u32 = 50_000;

/// The roles in interviews of a small municipality that nobody shares: titles that occur once,
/// of interviews that stand for one talk. A session with a group hides who said what. Where the
/// number of inhabitants is not known there is nothing to say.
#[must_use]
pub fn lone_roles(case: &Case) -> Vec<&str> {
    let small = case.municipality.inhabitants.as_ref().is_some_and(|(n, _)| *n < SMALL);
    // Roles of people who do not exist, or that others published, hide nobody.
    let real = matches!(case.study.status, Status::Concept | Status::Definitief);
    if !(small && real) {
        return Vec::new();
    }
    let mut titles: BTreeMap<String, usize> = BTreeMap::new();
    let talks = || case.sources.iter().filter(|s| s.kind == SourceKind::Interview);
    for source in talks() {
        *titles.entry(source.title.to_lowercase()).or_default() += 1;
    }
    let lone = |title: &str| titles.get(&title.to_lowercase()) == Some(&1);
    let one = talks().filter(|s| s.count == 1 && s.count_text.is_none());
    one.map(|s| s.title.as_str()).filter(|t| !t.is_empty() && lone(t)).collect()
}
