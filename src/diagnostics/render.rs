//! Formats problems as text for a terminal: the excerpt, the underlined place, and the help below.

use super::catalogue::said;
use super::gather::{Gathered, gather};
use super::{
    Code, Diagnostic, Fact, Language, Phrase, Severity, SourceMap, Span, catalogue, phrase,
    redacted, shown_path,
};
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use std::borrow::Cow;
use std::fmt::Write;

/// Most places named for a group of identical problems.
const MOST_PLACES: usize = 6;

/// The style in which problems are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// With colour, for a terminal.
    Coloured,
    /// With excerpts, without colour.
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
    if style == Style::Short {
        for diagnostic in diagnostics {
            short(&mut out, &redacted(diagnostic, sources).diagnostic, sources, language);
        }
        return out;
    }
    for group in gather(diagnostics, sources, language) {
        out.push_str(&match (group.all.len() > 1, group.first.severity()) {
            (true, Severity::Todo) => counted(&group, sources, style, language),
            _ => long(&group, sources, style, language),
        });
        out.push_str("\n\n");
    }
    out
}

/// A group of places to fill in in one file, as a number with the names of the first.
fn counted(group: &Gathered<'_>, sources: &SourceMap, style: Style, language: Language) -> String {
    let title = said(&phrase("places").with("count", group.all.len()), language);
    let path = group.first.span.map(|span| shown_path(sources.path(span.file), sources));
    let path = path.or_else(|| group.first.path.clone()).unwrap_or_default();
    let names = group.all.iter().take(MOST_PLACES).filter_map(|diagnostic| {
        let shown = redacted(diagnostic, sources).diagnostic;
        let name = shown.typed("value").or_else(|| shown.typed("key"))?.to_owned();
        Some(match diagnostic.code {
            Code::TextToDo => {
                let line = diagnostic.span.map_or(0, |span| sources.line_column(span).line);
                phrase("place-on-line").with("name", name).with("line", line.to_string()).into()
            }
            _ => Fact::from(name),
        })
    });
    let level = Level::WARNING.with_name(kind(Severity::Todo, language));
    let title = level.primary_title(title.as_str()).id(group.first.code.as_str());
    let note = said(&places("first-names", names.collect(), group.all.len()), language);
    let report =
        [title.element(annotate_snippets::Origin::path(path.as_str())), noted(&note, language)];
    renderer(style).render(&report).clone()
}

/// The phrase for a list of places, and the number of those not shown.
fn places(key: &'static str, shown: Vec<Fact>, all: usize) -> Phrase {
    let more = all.saturating_sub(shown.len());
    phrase(key).with("count", all).with("places", Fact::Row(shown, ", ")).with("more", more)
}

/// A note to print below a message.
fn noted(note: &str, language: Language) -> annotate_snippets::Group<'_> {
    let level = Level::NOTE.with_name(said(&phrase("where"), language));
    annotate_snippets::Group::with_title(level.secondary_title(note))
}

fn renderer(style: Style) -> Renderer {
    match style {
        Style::Coloured => Renderer::styled(),
        Style::Plain | Style::Short => Renderer::plain(),
    }
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

fn long(group: &Gathered<'_>, sources: &SourceMap, style: Style, language: Language) -> String {
    let redacted = redacted(group.first, sources);
    let diagnostic = &redacted.diagnostic;
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
        (Some(span), _) if !redacted.excerpt => {
            report.push(title.element(annotate_snippets::Origin::path(place(span, sources))));
        }
        (Some(span), _) => {
            // Only the line, because the printer reads its whole input for each problem.
            let line = sources.whole_lines(Span { end: span.start, ..span });
            let text = sources.slice(line);
            let range = visible(text, span.start - line.start, span.end - line.start);
            let mut annotation = AnnotationKind::Primary.span(range);
            if let Some(label) = &texts.label {
                annotation = annotation.label(label.as_str());
            }
            let path = shown_path(sources.path(span.file), sources);
            let first = sources.line_column(span).line;
            let snippet = Snippet::source(harmless(text)).line_start(first).path(path);
            let snippet = snippet.annotation(annotation);
            report.push(title.element(snippet));
        }
        (None, Some(path)) => {
            let place = title.element(annotate_snippets::Origin::path(path.as_str()));
            report.push(match &texts.label {
                Some(label) => place.element(Level::NOTE.no_name().message(label.as_str())),
                None => place,
            });
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
    let lines = group.all.iter().skip(1).filter_map(|same| same.span).take(MOST_PLACES);
    let lines: Vec<Fact> =
        lines.map(|span| sources.line_column(span).line.to_string().into()).collect();
    let note = (group.all.len() > 1)
        .then(|| said(&places("same-places", lines, group.all.len() - 1), language));
    report.extend(note.as_deref().map(|note| noted(note, language)));
    renderer(style).render(&report).clone()
}

/// A source without the control characters that the printer lets through (U+0080 to U+009F). The
/// replacement has the same number of bytes, so that places remain valid.
fn harmless(text: &str) -> Cow<'_, str> {
    let control = |c: char| matches!(c, '\u{80}'..='\u{9F}');
    match text.contains(control) {
        true => Cow::Owned(text.replace(control, "\u{B7}")),
        false => Cow::Borrowed(text),
    }
}

/// The byte range of a stretch, limited to its first line.
fn visible(text: &str, start: usize, end: usize) -> std::ops::Range<usize> {
    let start = start.min(text.len());
    let rest = text.get(start..end.min(text.len())).unwrap_or("");
    let line = rest.lines().next().unwrap_or("").trim_end();
    start..start + line.len()
}

/// The word for a severity.
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
