//! Problems as text for a terminal: the excerpt, the place underlined, the help beneath.

use super::catalogue::said;
use super::{
    Diagnostic, Language, Severity, SourceMap, Span, Veiled, catalogue, phrase, shown_path, veiled,
};
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use std::borrow::Cow;
use std::fmt::Write;

/// How problems are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// With colour, for a terminal.
    Coloured,
    /// The same without colour.
    Plain,
    /// One line each: `path:line:column: code: message`.
    Short,
}

/// All problems as text, in the given order.
#[must_use]
pub fn render(
    diagnostics: &[Diagnostic],
    sources: &SourceMap,
    style: Style,
    language: Language,
) -> String {
    let mut out = String::new();
    for diagnostic in diagnostics {
        let veiled = veiled(diagnostic, sources);
        if style == Style::Short {
            short(&mut out, &veiled.diagnostic, sources, language);
        } else {
            out.push_str(&long(&veiled, sources, style, language));
            out.push_str("\n\n");
        }
    }
    out
}

fn short(out: &mut String, diagnostic: &Diagnostic, sources: &SourceMap, language: Language) {
    let texts = catalogue::text(diagnostic, language);
    let place = match (diagnostic.span, &diagnostic.path) {
        (Some(span), _) => {
            format!("{}: ", place(span, sources))
        }
        (None, Some(path)) => format!("{path}: "),
        (None, None) => String::new(),
    };
    let word = kind(diagnostic.severity(), language);
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{place}{word}[{}]: {}", diagnostic.code.as_str(), texts.title);
}

/// A place as `path:line:column`.
fn place(span: Span, sources: &SourceMap) -> String {
    let at = sources.line_column(span);
    let path = shown_path(sources.path(span.file), sources);
    format!("{path}:{}:{}", at.line, at.column)
}

fn long(veiled: &Veiled, sources: &SourceMap, style: Style, language: Language) -> String {
    let diagnostic = &veiled.diagnostic;
    let texts = catalogue::text(diagnostic, language);
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Todo => Level::WARNING,
        Severity::Hint => Level::NOTE,
    };
    let title = level
        .with_name(kind(diagnostic.severity(), language))
        .primary_title(texts.title.as_str())
        .id(diagnostic.code.as_str());
    let mut report = Vec::new();
    match (diagnostic.span, &diagnostic.path) {
        (Some(span), _) if !veiled.excerpt => {
            report.push(title.element(annotate_snippets::Origin::path(place(span, sources))));
        }
        (Some(span), _) => {
            let text = sources.text(span.file);
            let range = visible(text, span.start, span.end);
            let mut annotation = AnnotationKind::Primary.span(range);
            if let Some(label) = &texts.label {
                annotation = annotation.label(label.as_str());
            }
            let path = shown_path(sources.path(span.file), sources);
            let snippet = Snippet::source(harmless(text)).path(path).annotation(annotation);
            report.push(title.element(snippet));
        }
        (None, Some(path)) => {
            report.push(title.element(annotate_snippets::Origin::path(path.as_str())));
        }
        (None, None) => {
            report.push(annotate_snippets::Group::with_title(title));
        }
    }
    if let Some(help) = &texts.help {
        report.push(annotate_snippets::Group::with_title(
            Level::HELP.with_name(said(&phrase("help"), language)).secondary_title(help.as_str()),
        ));
    }
    let renderer = match style {
        Style::Coloured => Renderer::styled(),
        Style::Plain | Style::Short => Renderer::plain(),
    };
    renderer.render(&report).clone()
}

/// A source without the controls that the printer lets through (U+0080 to U+009F). What stands for
/// one is as many bytes long, so that places hold.
fn harmless(text: &str) -> Cow<'_, str> {
    let control = |c: char| matches!(c, '\u{80}'..='\u{9F}');
    match text.contains(control) {
        true => Cow::Owned(text.replace(control, "\u{B7}")),
        false => Cow::Borrowed(text),
    }
}

/// The first line of a stretch, and at least one character of it.
fn visible(text: &str, start: usize, end: usize) -> std::ops::Range<usize> {
    let start = start.min(text.len());
    let rest = text.get(start..end.min(text.len())).unwrap_or("");
    let line = rest.lines().next().unwrap_or("").trim_end();
    start..start + line.len()
}

/// What a problem of this severity is called.
#[must_use]
pub fn kind(severity: Severity, language: Language) -> String {
    let kind = match severity {
        Severity::Error => phrase("kind-error"),
        Severity::Warning => phrase("kind-warning"),
        Severity::Todo => phrase("kind-todo"),
        Severity::Hint => phrase("kind-hint"),
    };
    said(&kind, language)
}
