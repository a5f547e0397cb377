//! Facts of a case, one per line: the audited body, the number of sources.

use super::words;
use crate::dutch::{date, enumeration, whole};
use crate::model::{BodyKind, Case, SourceKind};

/// Known facts about the audited body: name and value.
pub fn body_facts(case: &Case) -> Vec<(String, String)> {
    let body = &case.body;
    let mut out = Vec::new();
    let mut add = |name: &str, value: Option<String>| {
        out.extend(value.map(|v| (name.to_owned(), v)));
    };
    let code = if body.kind == BodyKind::Gemeente { "Gemeentecode (CBS)" } else { "Code" };
    add(code, body.code.clone());
    add("Provincie", body.province.clone());
    add(
        "Inwoners",
        body.inhabitants.map(|(number, at)| {
            let at = at.map(|d| format!(", op {}", date(d))).unwrap_or_default();
            let source = body.inhabitants_source.as_ref().map(|s| format!(" (bron {s})"));
            format!("{}{at}{}", whole(i128::from(number)), source.unwrap_or_default())
        }),
    );
    for (name, value) in &body.attributes {
        add(name, Some(value.clone()));
    }
    out
}

/// The number of sources by kind, in a sentence; in the study's own words if it gives no exact
/// number.
pub fn source_counts(case: &Case) -> String {
    let of_kind = |kind: SourceKind| {
        let sources: Vec<_> = case.sources.iter().filter(|s| s.kind == kind).collect();
        let exact: u32 = sources.iter().filter(|s| s.count_text.is_none()).map(|s| s.count).sum();
        let mut texts: Vec<String> = sources.iter().filter_map(|s| s.count_text.clone()).collect();
        if exact > 0 {
            texts.insert(0, whole(i128::from(exact)));
        }
        let (singular, plural) = words::source_kind(kind);
        let noun = if texts == ["1"] { singular.to_owned() } else { plural.to_lowercase() };
        (!texts.is_empty()).then(|| format!("{} {noun}", enumeration(&texts)))
    };
    enumeration(&SourceKind::ALL.into_iter().filter_map(of_kind).collect::<Vec<_>>())
}
