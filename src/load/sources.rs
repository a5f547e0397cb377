//! Validates `sources.yaml`.

use super::raw::case::RawSources;
use super::raw::procedure::RawTranscript;
use super::raw::{Context, May, Text};
use super::values::Ids;
use crate::diagnostics::{Code, Diagnostic, Span};
use crate::model::{Located, PartialDate, Source, SourceKind, Transcript};
use std::collections::{BTreeMap, BTreeSet};

/// The sources, in the order of the file.
pub fn sources(raw: RawSources, cx: &mut Context<'_>) -> Vec<Source> {
    let _kinds: Vec<_> = SourceKind::ALL.iter().map(|k| (k.key(), *k)).collect();
    let list = cx.need(raw.sources);
    if list.as_ref().is_none_or(|l| !l.whole) {
        cx.suppressed.push(Code::UnknownSource);
    }
    let items = list.map(|l| l.items).unwrap_or_default();
    let mut ids = Ids::default();
    let mut out = Vec::new();
    let mut links: BTreeMap<(String, String), Span> = BTreeMap::new();
    let mut derived = Vec::new();
    for item in items {
        let _span = item.span;
        let code = cx.referred_id(item.code, Code::UnknownSource);
        let kind = cx.value(item.kind).and_then(|k| cx.word(k));
        let title = cx.text(item.title);
        let author = cx.text_some(item.author);
        let date = cx.date(item.date);
        let url = cx.address(item.url);
        let received = cx.date(item.received);
        let retrieved = cx.date(item.retrieved);
        let file = located(item.file, cx);
        let sha256 = located(item.sha256, cx);
        if let Some(sum) = &sha256 {
            checksum(sum, file.is_some(), cx);
        }
        let consent = cx.word(item.consent).unwrap_or(false);
        let report = item.report.known().and_then(|report| transcript(report, kind, date, cx));
        let count = cx.whole(item.count, 1, 100_000).unwrap_or(1);
        let complete = cx.word(item.complete).unwrap_or(false);
        let count_text = cx.text_some(item.count_text);
        let note = cx.markdown_some(item.note);
        let Some(code) = code else { continue };
        ids.note(&code, cx);
        for below in item.derived_from.iter().flat_map(|l| &l.items) {
            let names = (code.value.clone(), below.value.clone().unwrap_or_default());
            links.insert(names, below.span);
        }
        derived.push(item.derived_from);
        // A source of unknown kind stays known by its code, so that references to it remain valid.
        let kind = kind.unwrap_or(SourceKind::Document);
        let (place, code, derived_from) = (code.span, code.value, Vec::new());
        out.push(Source {
            code,
            kind,
            title,
            author,
            date,
            url,
            received,
            retrieved,
            file,
            sha256,
            consent,
            report,
            derived_from,
            count,
            complete,
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
    let mut reported: BTreeSet<&str> = BTreeSet::new();
    for source in &out {
        let Some(chain) = circle(&source.code, &rests_on) else { continue };
        let first = chain.get(1).map(|below| (source.code.clone(), (*below).to_owned()));
        let place = first.and_then(|link| links.get(&link)).copied().unwrap_or(source.place);
        if reported.is_disjoint(&chain.iter().copied().collect()) {
            let diagnostic = Diagnostic::at(Code::DerivedInCircle, place);
            cx.push(diagnostic.with("value", &source.code).with("chain", chain.join(" → ")));
        }
        reported.extend(chain);
    }
    out
}

/// Reports a checksum that is none, or that belongs to no file.
fn checksum(sum: &Located<String>, has_file: bool, cx: &mut Context<'_>) {
    let written = sum.value.len() == 64 && sum.value.chars().all(|c| c.is_ascii_hexdigit());
    let problem = match (written, has_file) {
        (false, _) => "checksum",
        (true, false) => "no-file",
        (true, true) => return,
    };
    let diagnostic = Diagnostic::at(Code::StepUnfit, sum.span).with("problem", problem);
    cx.push(diagnostic.with("value", &sum.value));
}

/// A plain text with its position.
pub(super) fn located(raw: May<Text>, cx: &mut Context<'_>) -> Option<Located<String>> {
    let span = raw.as_ref()?.span;
    cx.text_some(raw).map(|value| Located { value, span })
}

/// The report of a conversation; nothing else has one to agree with.
fn transcript(
    raw: RawTranscript,
    kind: Option<SourceKind>,
    held: Option<PartialDate>,
    cx: &mut Context<'_>,
) -> Option<Transcript> {
    let place = raw.span;
    let status = cx.value(raw.status).and_then(|status| cx.word(status));
    let sent = cx.step_since(raw.sent, "sent", ("date", held));
    let after = if sent.is_some() { ("sent", sent) } else { ("date", held) };
    let due = cx.step_since(raw.due, "due", after);
    if let Some(kind) = kind.filter(|kind| !kind.is_testimony()) {
        let diagnostic = Diagnostic::at(Code::StepUnfit, place).with("problem", "transcript");
        cx.push(diagnostic.with("value", kind.key()));
        return None;
    }
    Some(Transcript { status: status?, sent, due })
}

/// The path by which a source derives, possibly through others, from itself.
fn circle<'a>(code: &'a str, rests_on: &BTreeMap<&'a str, &'a [String]>) -> Option<Vec<&'a str>> {
    let mut reached: BTreeMap<&str, &str> = BTreeMap::new();
    let mut open = vec![code];
    while let Some(next) = open.pop() {
        for below in rests_on.get(next).copied().unwrap_or_default() {
            if below == code {
                let back = std::iter::successors(Some(next), |at| reached.get(at).copied());
                let mut chain: Vec<&str> = std::iter::once(code).chain(back).collect();
                chain.reverse();
                return Some(chain);
            }
            if !reached.contains_key(below.as_str()) {
                reached.insert(below, next);
                open.push(below);
            }
        }
    }
    None
}
