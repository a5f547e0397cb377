//! The status of the audits in a comparison.

use crate::dutch::enumeration;
use crate::model::{Comparison, Status};

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

/// Audits that are not final, except those with a status of which all was said: status and names.
pub fn states(comparison: &Comparison, said: Option<Status>) -> Vec<(String, String)> {
    let mut out = Vec::new();
    let all = [Status::Fictief, Status::Reconstructie, Status::Concept];
    for status in all.into_iter().filter(|status| Some(*status) != said) {
        let all = comparison.members.iter().chain(&comparison.earlier);
        let mut names: Vec<String> =
            all.filter(|m| m.status == status).map(|m| m.name.clone()).collect();
        let mut seen = std::collections::BTreeSet::new();
        names.retain(|name| seen.insert(name.clone()));
        if !names.is_empty() {
            out.push((status.key().to_owned(), enumeration(&names)));
        }
    }
    out
}
