//! The status of the audits in a comparison.

use super::members::{MOST_NAMED, counted};
use crate::dutch::enumeration;
use crate::model::{Comparison, Status};
use std::collections::BTreeSet;

/// The status that needs the strongest caveat: fictional before reconstructed before unfinished.
pub fn weakest(all: impl Iterator<Item = Status>) -> Status {
    let place = |status: &Status| match status {
        Status::Fictief => 0,
        Status::Reconstructie => 1,
        Status::Concept => 2,
        Status::Definitief => 3,
    };
    all.min_by_key(place).unwrap_or(Status::Definitief)
}

/// Audits that are not final, except those with a status of which all was said: status and names, or
/// how many there are.
pub fn states(comparison: &Comparison, said: Option<Status>) -> Vec<(String, String)> {
    let audits = || comparison.members.iter().chain(&comparison.earlier);
    let everyone = audits().map(|m| &m.name).collect::<BTreeSet<_>>().len();
    let mut out = Vec::new();
    let all = [Status::Fictief, Status::Reconstructie, Status::Concept];
    for status in all.into_iter().filter(|status| Some(*status) != said) {
        let mut seen = BTreeSet::new();
        let own = audits().filter(|m| m.status == status && seen.insert(&m.name));
        let names: Vec<String> = own.map(|m| m.name.clone()).collect();
        let who = match names.len() {
            0 => continue,
            few if few <= MOST_NAMED => enumeration(&names),
            many if many == everyone => format!("alle {}", counted(many, comparison.kind)),
            many => format!("{many} van de {}", counted(everyone, comparison.kind)),
        };
        out.push((status.key().to_owned(), who));
    }
    out
}
