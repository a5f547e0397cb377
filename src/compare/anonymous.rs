//! Names of municipalities replaced by codes, for all but the first.

use super::Entrant;
use crate::assets::sha256;
use std::collections::BTreeMap;

/// A name that was replaced, with the words by which it could still be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// The name.
    pub name: String,
    /// Whether it is also a province or a common word, so that finding it proves nothing.
    pub common: bool,
}

/// Municipalities whose name is a province or a word of its own.
const COMMON: [&str; 24] = [
    "Utrecht",
    "Groningen",
    "Best",
    "Beek",
    "Bergen",
    "Buren",
    "Dalen",
    "Duiven",
    "Echt",
    "Elst",
    "Goes",
    "Houten",
    "Hoorn",
    "Hulst",
    "Laren",
    "Leek",
    "Losser",
    "Oude IJsselstreek",
    "Putten",
    "Sluis",
    "Stein",
    "Veere",
    "Waterland",
    "Westland",
];

/// Replaces the names of all municipalities but that of the first, coarsens their inhabitants to
/// size classes, and drops what would tell who they are: codes of Statistics Netherlands, the
/// names of cases, studies and commissioners, sources and hashes.
///
/// A code depends on all the names together: it is the same in every output of a comparison, and
/// tells nothing of the order of the names. The municipalities stand in the order of their codes.
#[must_use]
pub fn anonymise(entrants: Vec<Entrant>) -> (Vec<Entrant>, Vec<Replaced>) {
    let Some(first) = entrants.first().map(|e| e.card.municipality.name.to_lowercase()) else {
        return (entrants, Vec::new());
    };
    let named = |e: &Entrant| e.card.municipality.name.to_lowercase();
    let all: Vec<String> = entrants.iter().map(named).collect();
    let salt = all.join("\n");
    let mut hashes: BTreeMap<String, String> = BTreeMap::new();
    for name in all.into_iter().filter(|n| *n != first) {
        hashes.insert(sha256(format!("{salt}\n{name}").as_bytes()), name);
    }
    let width = hashes.len().to_string().len();
    let codes: BTreeMap<&str, String> = hashes
        .values()
        .enumerate()
        .map(|(at, name)| (name.as_str(), format!("Gemeente {:0width$}", at + 1)))
        .collect();
    let mut replaced = Vec::new();
    let mut out: Vec<Entrant> = Vec::new();
    for entrant in entrants {
        let Some(code) = codes.get(named(&entrant).as_str()) else {
            out.push(entrant);
            continue;
        };
        let name = entrant.card.municipality.name.clone();
        let common = COMMON.iter().any(|c| c.eq_ignore_ascii_case(&name));
        let found = Replaced { name, common };
        if !replaced.contains(&found) {
            replaced.push(found);
        }
        out.push(hidden(entrant, code));
    }
    let (mut own, mut others): (Vec<_>, Vec<_>) = out.into_iter().partition(|e| named(e) == first);
    others.sort_by_key(named);
    own.append(&mut others);
    (own, replaced)
}

fn hidden(mut entrant: Entrant, code: &str) -> Entrant {
    let year = entrant.card.study.period.to;
    let card = &mut entrant.card;
    card.municipality.name = code.to_owned();
    card.municipality.cbs_code = None;
    card.municipality.inhabitants = None;
    card.case = format!("{} ({year})", code.to_lowercase());
    card.study.title = String::new();
    card.study.commissioner = String::new();
    for figure in &mut card.context {
        figure.reference_source = String::new();
    }
    card.inputs.retain(|path, _| path.starts_with("frameworks/"));
    card.seal = String::new();
    entrant
}
