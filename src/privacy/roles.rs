//! Roles that identify a person, because only one person has them.

use crate::model::{Case, SourceKind, Status};
use std::collections::BTreeMap;

/// Below this number of inhabitants a municipality is small: most functions in safety and
/// enforcement then have one holder. Professional judgement; no source gives a number. 50.000 is a
/// boundary between size classes of Statistics Netherlands.
pub const SMALL: u32 = 50_000;

/// The unique roles in interviews in a small municipality: titles that occur once, in interviews
/// with one person. A group session does not show who said what. Empty if the number of inhabitants
/// is unknown.
#[must_use]
pub fn lone_roles(case: &Case) -> Vec<&str> {
    let small = case.body.inhabitants.as_ref().is_some_and(|(n, _)| *n < SMALL);
    // Roles in fictional or reconstructed cases need no protection: the people do not exist, or
    // others published the roles.
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
