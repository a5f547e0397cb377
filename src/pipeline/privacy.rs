//! Checks for personal data, and for roles that identify a person.

use super::scored::Scored;
use crate::diagnostics::{Code, Diagnostic, FileId, Report, SourceMap, Span};
use crate::markdown::split;
use crate::model::Located;
use crate::privacy::{lone_roles, personal};
use std::collections::BTreeSet;

/// Warns of personal data in the texts of a case, at the place where it was typed, and of roles
/// that only one person can have. Contact data in the colophon is exempt: it is that of the court
/// of audit.
pub fn check(scored: &Scored, texts: &[Located<String>], sources: &SourceMap, report: &mut Report) {
    let folder = scored.folders.first().map_or("", String::as_str);
    let own = |text: &&Located<String>| sources.path(text.span.file).starts_with(folder);
    let own: Vec<&Located<String>> = texts.iter().filter(own).collect();
    check_texts(own, scored.case.study.colofon.as_str(), sources, report);
    let roles = lone_roles(&scored.case);
    let file = format!("{folder}sources.yaml");
    let place = texts.iter().find(|text| {
        sources.path(text.span.file) == file && roles.first() == Some(&text.value.as_str())
    });
    if let Some(place) = place {
        let roles = roles.join(", ");
        report.push(Diagnostic::at(Code::LoneRoles, place.span).with("roles", roles));
    }
}

/// Warns of personal data in these texts, except what the colophon has too.
pub fn check_texts<'t>(
    texts: impl IntoIterator<Item = &'t Located<String>>,
    colophon: &str,
    sources: &SourceMap,
    report: &mut Report,
) {
    let contact = contacts(colophon);
    for text in texts {
        warn(sources.slice(text.span), text.span, &contact, report);
    }
}

/// As [`check`], for the text of an edited document, without its colophon.
pub fn check_edited(file: FileId, sources: &SourceMap, report: &mut Report) {
    let text = sources.text(file);
    let (_, body) = split(text);
    let start = text.len() - body.len();
    let span = Span { file, start, end: text.len() };
    warn(body, span, &contacts(&colophon(body)), report);
}

fn warn(text: &str, place: Span, contact: &BTreeSet<String>, report: &mut Report) {
    for found in personal(text) {
        let said = plain(text.get(found.at..found.until).unwrap_or(""));
        let reach = matches!(found.code, Code::EmailInText | Code::PhoneInText);
        if !(reach && contact.contains(&said)) {
            report.push(Diagnostic::at(found.code, place.part(found.at, found.until)));
        }
    }
}

/// Addresses and numbers in a text, without separators.
fn contacts(text: &str) -> BTreeSet<String> {
    let found = personal(text).into_iter();
    found.map(|p| plain(text.get(p.at..p.until).unwrap_or(""))).collect()
}

fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric() || "@+".contains(*c)).collect()
}

/// The colophon: the text under its heading, up to the next heading of that level.
fn colophon(body: &str) -> String {
    let level = |line: &str| line.len() - line.trim_start_matches('#').len();
    let heading = |line: &&str| level(line) > 0 && line.to_lowercase().contains("colofon");
    let mut lines = body.lines().skip_while(|line| !heading(line));
    let Some(first) = lines.next() else { return String::new() };
    let ends = |line: &&str| !(1..=level(first)).contains(&level(line));
    lines.take_while(ends).collect::<Vec<_>>().join("\n")
}
