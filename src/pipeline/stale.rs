//! Checks whether a text on disk still matches its case, and which edits were made by hand.

use super::edits::base_of;
use super::prepare::scored;
use crate::diagnostics::{Code, Diagnostic, Fact, FileId, phrase, portable};
use crate::load::Loader;
use crate::markdown::{Head, Kind, split};
use crate::narrative::DocumentText;
use crate::reasoning::{Changes, changes, compare_edited};
use std::path::Path;

/// Most changed judgements that a message names.
const NAMED: usize = 5;

/// Compares a text with the generated one. Differences between the case now and at generation are
/// reported, so that no outdated judgement is published; edits by hand are reported at their place.
/// An unedited text that no longer matches its case is an error, because it can be generated again
/// at once.
pub fn hold(case: &Path, head: &Head, edited: bool, file: FileId, loader: &mut Loader) {
    let path = loader.sources.path(file).to_owned();
    let mut prepared = scored(&[case.to_owned()]);
    let now = prepared.documents_for(head.kind, head.internal, |document| document);
    let now = now.into_iter().next().flatten().filter(|_| !prepared.has_errors());
    let Loader { sources, report, .. } = loader;
    let options = options_of(head.kind);
    let about = |code| {
        Diagnostic::of_file(code, &path).with("case", portable(case)).with("options", options)
    };
    let Some(now) = now else {
        report.push(about(Code::CaseInError));
        return;
    };
    let text = sources.text(file).to_owned();
    let Some(generated) = generated(&path, head, edited, &text, &now) else {
        report.push(about(Code::GeneratedTextGone));
        return;
    };
    let (yaml, body) = split(&generated);
    let then = yaml.and_then(|yaml| Head::parse(yaml).ok()).unwrap_or_default();
    let changes = changes((&then, body), (&now.head, &now.body));
    if changes.lines > 0 {
        let code = if edited { Code::StaleEdited } else { Code::StaleText };
        report.push(about(code).with("what", in_words(&changes)));
    }
    if edited && yaml.is_some() {
        compare_edited((&then, body), head, file, sources, report);
    }
}

/// The options with which `nota` makes a document of this kind.
fn options_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Report => " --document report",
        Kind::Hearing => " --document hearing",
        Kind::HearingAnswers => " --document hearing-answers",
        Kind::HearingChanges => " --document hearing-changes",
        Kind::Accounting => " --document accounting",
        Kind::Summary => " --document summary",
        Kind::Matrix => " --document matrix",
        Kind::Framework => " --document framework",
        Kind::Plan => " --document plan",
        Kind::Letters => " --document letters",
        Kind::Reaction => " --document reaction",
        Kind::Proposal => " --document proposal",
        Kind::Nota
        | Kind::Comparison
        | Kind::Factsheet
        | Kind::CodingStudy
        | Kind::Register
        | Kind::YearReport => "",
    }
}

/// Reports if the document to be overwritten belongs to another case that still exists: cases with
/// the same folder name share a folder of documents.
pub fn other_case(document: &Path, own: Option<&str>) -> Option<Diagnostic> {
    let text = std::fs::read(document).ok()?;
    let text = String::from_utf8_lossy(&text);
    let head = split(&text).0.and_then(|yaml| Head::parse(yaml).ok())?;
    let other = head.cases.as_deref()?.first()?.clone();
    let there = Path::new(&other).join("case.yaml").is_file();
    let diagnostic = || Diagnostic::of_file(Code::OtherCase, portable(document));
    (there && own.is_some_and(|own| own != other)).then(|| diagnostic().with("other", other))
}

/// The text as generated: the text itself if it was not edited, else today's text if its seal is
/// the same, else the copy kept beside it.
fn generated(
    path: &str,
    head: &Head,
    edited: bool,
    text: &str,
    now: &DocumentText,
) -> Option<String> {
    match edited {
        false => Some(text.to_owned()),
        true if now.head.seal == head.seal => Some(now.text()),
        true => base_of(Path::new(path), text),
    }
}

/// The changes in words: the judgements, or else the number of lines.
fn in_words(changes: &Changes) -> Fact {
    if changes.judgements.is_empty() {
        return phrase("changed-lines").with("count", changes.lines).into();
    }
    let each = changes.judgements.iter().take(NAMED).map(|(of, was, is)| {
        let change = phrase("changed-judgement").with("of", of).with("was", was);
        Fact::from(change.with("is", is))
    });
    let mut named: Vec<Fact> = each.collect();
    if let Some(more) = changes.judgements.len().checked_sub(NAMED).filter(|more| *more > 0) {
        named.push(phrase("start-others").with("count", more).into());
    }
    Fact::Row(named, "; ")
}
