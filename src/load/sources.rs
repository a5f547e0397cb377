//! From the raw form of `sources.yaml` to valid sources.

use super::raw::Context;
use super::raw_case::RawSources;
use super::values::Ids;
use crate::diagnostics::{Code, Diagnostic, Span};
use crate::model::{Source, SourceKind};
use std::collections::{BTreeMap, BTreeSet};

/// The sources, in the order of the file.
pub fn sources(raw: RawSources, cx: &mut Context<'_>) -> Vec<Source> {
    let kinds: Vec<_> = SourceKind::ALL.iter().map(|k| (k.key(), *k)).collect();
    let items = cx.need(raw.sources, "sources", raw.span).map(|l| l.items).unwrap_or_default();
    let mut ids = Ids::default();
    let mut out = Vec::new();
    let mut places: BTreeMap<String, Span> = BTreeMap::new();
    let mut derived = Vec::new();
    for item in items {
        let span = item.span;
        let code = cx.id(item.code, "code", span);
        let kind = cx.value(item.kind, "kind", span).and_then(|k| cx.word(Some(k), &kinds));
        let title = cx.text(item.title, "title", span);
        let author = cx.text_some(item.author);
        let date = cx.date(item.date);
        let url = cx.address(item.url);
        let count = cx.whole(item.count, 1, 100_000).unwrap_or(1);
        let count_text = cx.text_some(item.count_text);
        let note = cx.markdown_some(item.note);
        let Some(code) = code else { continue };
        ids.note(&code, cx);
        places.insert(code.value.clone(), code.span);
        derived.push(item.derived_from);
        // A source of unknown kind stays known by its code, so that references to it hold.
        let kind = kind.unwrap_or(SourceKind::Document);
        let (place, code, derived_from) = (code.span, code.value, Vec::new());
        out.push(Source {
            code,
            kind,
            title,
            author,
            date,
            url,
            derived_from,
            count,
            count_text,
            note,
            place,
        });
    }
    let known = ids.known();
    for (source, raw) in out.iter_mut().zip(derived) {
        source.derived_from = cx.references(raw, &known, Code::UnknownSource);
    }
    let rests_on: BTreeMap<&str, &[String]> =
        out.iter().map(|s| (s.code.as_str(), s.derived_from.as_slice())).collect();
    for source in &out {
        if circular(&source.code, &rests_on)
            && let Some(span) = places.get(&source.code)
        {
            let diagnostic = Diagnostic::at(Code::DerivedInCircle, *span);
            cx.push(diagnostic.with("value", &source.code));
        }
    }
    out
}

/// Whether a source rests, through others, on itself.
fn circular(code: &str, rests_on: &BTreeMap<&str, &[String]>) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![code];
    while let Some(next) = open.pop() {
        for below in rests_on.get(next).copied().unwrap_or_default() {
            if below == code {
                return true;
            }
            if seen.insert(below.as_str()) {
                open.push(below);
            }
        }
    }
    false
}
