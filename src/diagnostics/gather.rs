//! Groups identical problems for readers: one message with their number and first places.
//! Machine-readable formats get every one.

use super::{Code, Diagnostic, Language, Severity, SourceMap, catalogue};
use std::collections::BTreeMap;

/// Up to this number, identical problems are shown one by one.
const FEW: usize = 3;

/// Identical problems in one file; at least one.
#[derive(Debug)]
pub struct Gathered<'d> {
    /// The first problem of the group.
    pub first: &'d Diagnostic,
    /// All problems of the group, including the first.
    pub all: Vec<&'d Diagnostic>,
}

/// The key of a group: file, code and texts.
type Same = (String, Code, String);

/// Groups problems with the same texts in one file if there are more than [`FEW`], and places to
/// fill in with the same code if there are two or more. A group is placed where its first problem
/// was.
pub fn gather<'d>(
    diagnostics: &'d [Diagnostic],
    sources: &SourceMap,
    language: Language,
) -> Vec<Gathered<'d>> {
    let mut groups: BTreeMap<Same, Vec<(usize, &Diagnostic)>> = BTreeMap::new();
    for (nth, diagnostic) in diagnostics.iter().enumerate() {
        let file = diagnostic.span.map(|span| sources.path(span.file).to_owned());
        let file = file.or_else(|| diagnostic.path.clone()).unwrap_or_default();
        // Places to fill in are grouped by code alone, whatever their texts.
        let said = match diagnostic.severity() {
            Severity::Todo => String::new(),
            _ => {
                let texts = catalogue::text(diagnostic, language);
                [Some(texts.title), texts.label, texts.help]
                    .map(Option::unwrap_or_default)
                    .join("\n")
            }
        };
        groups.entry((file, diagnostic.code, said)).or_default().push((nth, diagnostic));
    }
    let mut placed: Vec<(usize, Gathered<'d>)> = Vec::new();
    for group in groups.into_values() {
        let todo = group.first().is_some_and(|(_, d)| d.severity() == Severity::Todo);
        if group.len() > if todo { 1 } else { FEW } {
            let all: Vec<_> = group.iter().map(|(_, diagnostic)| *diagnostic).collect();
            placed.extend(group.first().map(|(nth, first)| (*nth, Gathered { first, all })));
        } else {
            let alone = |(nth, first)| (nth, Gathered { first, all: vec![first] });
            placed.extend(group.into_iter().map(alone));
        }
    }
    placed.sort_by_key(|(nth, _)| *nth);
    placed.into_iter().map(|(_, gathered)| gathered).collect()
}
