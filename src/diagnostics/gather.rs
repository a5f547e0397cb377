//! Problems that say the same, taken together for a reader: one message with its number and first
//! places. Programs get every one.

use super::{Code, Diagnostic, Language, Severity, SourceMap, catalogue};
use std::collections::BTreeMap;

/// As many of the same are shown one by one.
const FEW: usize = 3;

/// Problems that say the same in one file; at least one.
#[derive(Debug)]
pub struct Gathered<'d> {
    /// The first.
    pub first: &'d Diagnostic,
    /// All, the first as well.
    pub all: Vec<&'d Diagnostic>,
}

/// What is the same of problems taken together: their file, their code, their words.
type Same = (String, Code, String);

/// Takes together what says the same words in one file, where there are more than a few, and the places
/// of one code still to be filled in, where there are two. Each group stands where its first one stood.
pub fn gather<'d>(
    diagnostics: &'d [Diagnostic],
    sources: &SourceMap,
    language: Language,
) -> Vec<Gathered<'d>> {
    let mut groups: BTreeMap<Same, Vec<(usize, &Diagnostic)>> = BTreeMap::new();
    for (nth, diagnostic) in diagnostics.iter().enumerate() {
        let file = diagnostic.span.map(|span| sources.path(span.file).to_owned());
        let file = file.or_else(|| diagnostic.path.clone()).unwrap_or_default();
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
