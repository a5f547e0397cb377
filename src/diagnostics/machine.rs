//! Formats problems for other programs: our own JSON, and SARIF 2.1.0 (OASIS), which code hosts and
//! editors show beside the lines.
//!
//! Like the text format, both start from the redacted problem.

use super::explain::description;
use super::{Code, Diagnostic, Language, Severity, SourceMap, Span, redacted, shown_path, text};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The version of the format of [`json`].
const FORMAT: u32 = 1;

/// The schema of SARIF.
const SARIF: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Characters to percent-encode in a path within a URI (RFC 3986).
const IN_ADDRESS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// All problems with their places as JSON. Lines and columns count from 1, columns count
/// characters, and `end` is the place after the last character.
#[must_use]
pub fn json(diagnostics: &[Diagnostic], sources: &SourceMap, language: Language) -> Value {
    let problems = diagnostics.iter().map(|diagnostic| {
        let redacted = redacted(diagnostic, sources);
        let said = text(&redacted.diagnostic, language);
        let mut out = json!({
            "code": diagnostic.code.as_str(),
            "severity": severity(diagnostic.severity()),
            "message": said.title,
        });
        let mut add = |key: &str, value: Value| out[key] = value;
        said.label.into_iter().for_each(|label| add("label", label.into()));
        said.help.into_iter().for_each(|help| add("help", help.into()));
        match (diagnostic.span, &redacted.diagnostic.path) {
            (Some(span), _) => {
                add("file", shown_path(sources.path(span.file), sources).into());
                let (start, end) = ends(span, sources);
                add("start", json!({"line": start.line, "column": start.column}));
                add("end", json!({"line": end.line, "column": end.column}));
                if redacted.excerpt {
                    add("text", sources.slice(span).into());
                }
            }
            (None, Some(path)) => add("file", path.as_str().into()),
            (None, None) => {}
        }
        out
    });
    let count = |wanted| diagnostics.iter().filter(|d| d.severity() == wanted).count();
    json!({
        "format": FORMAT,
        "program": "rekenkamer",
        "version": env!("CARGO_PKG_VERSION"),
        "language": language.as_str(),
        "problems": problems.collect::<Vec<_>>(),
        "errors": count(Severity::Error),
        "warnings": count(Severity::Warning),
        "to-do": count(Severity::Todo),
        "hints": count(Severity::Hint),
    })
}

/// All problems with their places as SARIF 2.1.0.
#[must_use]
pub fn sarif(diagnostics: &[Diagnostic], sources: &SourceMap, language: Language) -> Value {
    let codes: BTreeSet<Code> = diagnostics.iter().map(|d| d.code).collect();
    let codes: Vec<Code> = codes.into_iter().collect();
    let rules: Vec<Value> = codes.iter().map(|&code| rule(code, language)).collect();
    let results = diagnostics.iter().map(|diagnostic| {
        let redacted = redacted(diagnostic, sources);
        let said = text(&redacted.diagnostic, language);
        let message = [Some(said.title), said.label, said.help];
        let message: Vec<String> = message.into_iter().flatten().collect();
        let mut out = json!({
            "ruleId": diagnostic.code.as_str(),
            "ruleIndex": codes.iter().position(|code| *code == diagnostic.code),
            "level": level(diagnostic.severity()),
            "message": {"text": message.join("\n")},
        });
        let place = place(&redacted.diagnostic, sources, redacted.excerpt);
        place.into_iter().for_each(|place| out["locations"] = json!([place]));
        out
    });
    json!({
        "$schema": SARIF,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "rekenkamer",
                "version": env!("CARGO_PKG_VERSION"),
                "language": language.as_str(),
                "rules": rules,
            }},
            "language": language.as_str(),
            "columnKind": "unicodeCodePoints",
            "results": results.collect::<Vec<_>>(),
        }],
    })
}

fn rule(code: Code, language: Language) -> Value {
    let mut out = json!({
        "id": code.as_str(),
        "defaultConfiguration": {"level": level(code.severity())},
    });
    if let Some(said) = description(code).map(|d| d.said(language)) {
        out["shortDescription"] = json!({"text": said.meaning});
        out["fullDescription"] = json!({"text": said.why});
    }
    out
}

/// The place of a problem in SARIF; `None` for an option of the command line, which is not a file.
fn place(diagnostic: &Diagnostic, sources: &SourceMap, excerpt: bool) -> Option<Value> {
    let file = |path: &str| json!({"uri": address(path)});
    let Some(span) = diagnostic.span else {
        let path = diagnostic.path.as_deref().filter(|path| !path.starts_with("--"))?;
        return Some(json!({"physicalLocation": {"artifactLocation": file(path)}}));
    };
    let (start, end) = ends(span, sources);
    let mut region = json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    });
    if excerpt {
        region["snippet"] = json!({"text": sources.slice(span)});
    }
    let path = shown_path(sources.path(span.file), sources);
    Some(json!({"physicalLocation": {"artifactLocation": file(&path), "region": region}}))
}

fn ends(span: Span, sources: &SourceMap) -> (super::LineColumn, super::LineColumn) {
    let last = Span { start: span.end.max(span.start), ..span };
    (sources.line_column(span), sources.line_column(last))
}

/// A path as a URI, relative if the path is.
fn address(path: &str) -> String {
    let path = path.replace('\\', "/");
    let encoded = utf8_percent_encode(&path, IN_ADDRESS).to_string();
    let drive = cfg!(windows) && path.get(..2).is_some_and(|start| start.ends_with(':'));
    match () {
        () if path.starts_with("//") => format!("file:{encoded}"),
        () if path.starts_with('/') => format!("file://{encoded}"),
        () if drive => format!("file:///{encoded}"),
        () => encoded,
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Todo => "to-do",
        Severity::Hint => "hint",
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning | Severity::Todo => "warning",
        Severity::Hint => "note",
    }
}
