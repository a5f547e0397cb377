//! Replaces the names of all municipalities but the first by codes.

use super::entrant::Entrant;
use crate::assets::Sha256After;
use crate::model::BodyKind;
use std::collections::{BTreeMap, BTreeSet};

/// A replaced name, with the information needed to search for it in the output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    pub name: String,
    /// Whether the name is also a province or a common word, so that finding it proves nothing.
    pub common: bool,
}

/// Municipalities whose name is also a province or a common word.
const COMMON: [&str; 27] = [
    "Utrecht",
    "Groningen",
    "Best",
    "Beek",
    "Bergen",
    "Borne",
    "Buren",
    "Dalen",
    "Duiven",
    "Echt",
    "Elst",
    "Goes",
    "Houten",
    "Hoorn",
    "Huizen",
    "Hulst",
    "Laren",
    "Leek",
    "Losser",
    "Putten",
    "Sluis",
    "Stein",
    "Veere",
    "Waterland",
    "Weert",
    "Westland",
    "Wierden",
];

/// Replaces the names of all municipalities but the first, and removes what would identify them:
/// inhabitants (the size class stays), codes of Statistics Netherlands, the names of cases, studies
/// and commissioners, titles of recommendations, sources, references and hashes. Province and
/// attributes are removed too, unless they are in `asked`.
///
/// A code depends on the seals of all scorecards, which are not published: it is the same in every
/// output of a comparison, and reveals nothing about the order of the names. The municipalities are
/// ordered by code.
#[must_use]
pub fn anonymise(years: Vec<Vec<Entrant>>, asked: &[String]) -> (Vec<Vec<Entrant>>, Vec<Replaced>) {
    let mut seals: Vec<String> = years.iter().flatten().map(|e| e.card.seal.clone()).collect();
    seals.sort();
    let salt = Sha256After::new(format!("{}\n", seals.join("\n")).as_bytes());
    let mut years = years.into_iter();
    let mut out: Vec<Vec<Entrant>> = years.next().into_iter().collect();
    let mut others: Vec<(String, Vec<Entrant>)> = years
        .map(|own| {
            let name = own.last().map_or("", |e| &e.card.municipality.name);
            (salt.of(name.as_bytes()), own)
        })
        .collect();
    // Order by salted hash, so that the codes do not follow the order of the names.
    others.sort_by(|a, b| a.0.cmp(&b.0));
    let width = others.len().to_string().len();
    let mut replaced: Vec<Replaced> = Vec::new();
    let mut known = BTreeSet::new();
    for (at, (_, own)) in others.into_iter().enumerate() {
        let kind = own.last().map_or_else(BodyKind::default, |e| e.card.municipality.kind);
        let code = format!("{} {:0width$}", kind.title(), at + 1);
        for entrant in &own {
            let name = entrant.card.municipality.name.clone();
            let common = COMMON.iter().any(|c| c.eq_ignore_ascii_case(&name));
            if known.insert(name.clone()) {
                replaced.push(Replaced { name, common });
            }
        }
        // An audit may refer to an earlier audit of the same municipality.
        let cases: BTreeMap<String, String> = own
            .iter()
            .map(|e| {
                let year = e.period.to;
                (e.card.case.clone(), format!("{} ({year})", code.to_lowercase()))
            })
            .collect();
        out.push(own.into_iter().map(|e| hidden(e, &code, &cases, asked)).collect());
    }
    (out, replaced)
}

fn hidden(
    mut entrant: Entrant,
    code: &str,
    cases: &BTreeMap<String, String>,
    asked: &[String],
) -> Entrant {
    let new_case = |old: &str| cases.get(old).cloned().unwrap_or_default();
    let card = &mut entrant.card;
    card.case = new_case(&card.case);
    card.municipality.name = code.to_owned();
    card.municipality.cbs_code = None;
    card.municipality.inhabitants = None;
    card.municipality.province.take_if(|_| !asked.iter().any(|a| a == "province"));
    card.municipality.attributes.retain(|key, _| asked.contains(key));
    card.study.title = String::new();
    card.study.commissioner = String::new();
    card.recommendations.iter_mut().for_each(|r| r.title = String::new());
    for followed in &mut card.follow_up {
        followed.case = new_case(&followed.case);
        followed.title = String::new();
    }
    card.inputs.retain(|path, _| path.starts_with("frameworks/"));
    card.seal = String::new();
    entrant.hidden = true;
    entrant
}
