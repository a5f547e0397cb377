//! Messages for invalid YAML in our own words: the parser's are in English only, and address those
//! who know its internals.

use super::fault::rewritten;
use crate::diagnostics::{CURLY_QUOTES, Code, Diagnostic, Fact, Phrase, Span, phrase};
use crate::text::invisible::{describe, is_unusual_space};

/// Fragments of the parser's message, with our reason and our remedy.
type Known = (&'static [&'static str], fn() -> Phrase, fn() -> Phrase);

/// The first match applies.
const KNOWN: [Known; 14] = [
    (&["trailing content after"], || phrase("yaml-after-quote"), || phrase("yaml-quote-help")),
    (
        &["unclosed quote", "multiline quoted", "end of stream in quoted"],
        || phrase("yaml-quote"),
        || phrase("yaml-quote-help"),
    ),
    (
        &["escape", "hexadecimal", "surrogate"],
        || phrase("yaml-escape"),
        || phrase("yaml-escape-help"),
    ),
    (
        &["bracket", "flow sequence", "flow mapping"],
        || phrase("yaml-bracket"),
        || phrase("yaml-bracket-help"),
    ),
    (&["anchor", "alias"], || phrase("yaml-reference"), || phrase("yaml-quotation-help")),
    (&["tag"], || phrase("yaml-kind"), || phrase("yaml-quotation-help")),
    (&["unexpected character"], || phrase("yaml-character"), || phrase("yaml-quotation-help")),
    (&["mapping values"], || phrase("yaml-colon"), || phrase("yaml-colon-help")),
    (&["':' indicator"], || phrase("yaml-colon"), || phrase("yaml-open-help")),
    (
        &["expected ':'", "simple key", "unexpected EOF"],
        || phrase("yaml-no-colon"),
        || phrase("yaml-indent-help"),
    ),
    (&["block scalar"], || phrase("yaml-block"), || phrase("yaml-block-help")),
    (&["sequence entries", "'-' indicator"], || phrase("yaml-dash"), || phrase("yaml-indent-help")),
    (&["expected key", "indentation"], || phrase("yaml-indent"), || phrase("yaml-indent-help")),
    (&["document", "directive"], || phrase("yaml-documents"), || phrase("yaml-documents-help")),
];

/// Maximum number of lines of a text between quotation marks; a longer one is taken as unclosed.
const QUOTED: usize = 30;

/// The diagnostic for a file that is not valid YAML, from the parser's message.
pub fn syntax(text: &str, span: Span, said: &str) -> Diagnostic {
    let tab = said.contains("tab").then(|| tab_indent(text, span.start)).flatten();
    let span = tab.map_or(span, |start| Span { start, end: start + 1, ..span });
    let open = said.contains("quote").then(|| opening(text, span.start)).flatten();
    let span = open.map_or(span, |(start, end)| Span { start, end, ..span });
    // The parser's own position is the one shown, unless the mistake comes before it.
    let said = said.lines().next().unwrap_or("");
    let said = said.rsplit_once(" at line ").map_or(said, |(before, _)| before);
    let known = KNOWN.iter().find(|(parts, ..)| parts.iter().any(|part| said.contains(part)));
    let (reason, help): (Fact, Phrase) = match known {
        _ if tab.is_some() => (phrase("yaml-tabbed").into(), phrase("yaml-tab")),
        Some((_, reason, help)) => (reason().into(), help()),
        None => (phrase("yaml-unknown").into(), phrase("yaml-help")),
    };
    let quotes = help == phrase("yaml-quotation-help");
    let (span, help) = match quotes.then(|| typed_at(text, span.start)).flatten() {
        Some((end, key, value)) => (Span { end, ..span }, rewritten(key, value)),
        None => (span, help),
    };
    let help = if in_curly(text, span.start) { phrase("yaml-curly-help") } else { help };
    if let Some(c) =
        text.get(span.start..).and_then(|t| t.chars().next()).filter(|c| is_unusual_space(*c))
    {
        let span = Span { end: span.start + c.len_utf8(), ..span };
        let reason = phrase("yaml-odd").with("name", describe(c));
        let diagnostic = Diagnostic::at(Code::YamlSyntax, span).with("reason", reason);
        return diagnostic.with("help", phrase("yaml-odd-help"));
    }
    Diagnostic::at(Code::YamlSyntax, span).with("reason", reason).with("help", help)
}

/// The value that begins at an offset, where it ends, and the key before it if both are on a line
/// of their own. Between brackets, a comma or a bracket ends the value.
pub fn typed_at(text: &str, start: usize) -> Option<(usize, &str, &str)> {
    let rest = text.get(start..)?.lines().next()?;
    let before = text.get(..start)?.rsplit('\n').next()?;
    let key = before.trim_start().trim_start_matches("- ").trim();
    let within = key.contains(['{', '[']);
    let (key, end) = match within {
        true => ("", rest.find([',', ']', '}'])),
        false => (key, rest.find(" # ")),
    };
    let value = end.and_then(|end| rest.get(..end)).unwrap_or(rest).trim_end();
    Some((start + value.len(), key, value))
}

/// Whether the value on the line of an offset begins with a curly quotation mark, within which the
/// user may have thought a `: ` safe.
fn in_curly(text: &str, at: usize) -> bool {
    let line = around(text, at).lines().last().unwrap_or("");
    let value = line.split_once(": ").map_or(line, |(_, value)| value).trim_start();
    value.trim_start_matches("- ").starts_with(CURLY_QUOTES)
}

/// The text after an unclosed quotation mark, in one of the lines above an offset: the parser
/// notices the mistake only later.
fn opening(text: &str, from: usize) -> Option<(usize, usize)> {
    let mut end = text.get(..from)?.len();
    for line in text.get(..from)?.split_inclusive('\n').rev().take(QUOTED) {
        let start = end - line.len();
        end = start;
        let value = line.find(": ").map(|at| at + 2).or_else(|| line.find("- ").map(|at| at + 2));
        let Some(value) = value else { continue };
        let rest = line.get(value..)?.trim();
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
        if quote.is_some_and(|quote| rest.matches(quote).count() == 1) {
            let at = start + value + line.get(value..)?.find(rest)?;
            return Some((at, at + rest.len()));
        }
    }
    None
}

/// The line at an offset and the line before it.
fn around(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or("");
    let start = before.rmatch_indices('\n').nth(1).map_or(0, |(n, _)| n + 1);
    let rest = text.get(at..).unwrap_or("");
    text.get(start..at + rest.find('\n').unwrap_or(rest.len())).unwrap_or("")
}

/// The first tab in the indentation of a line, from an offset onwards.
fn tab_indent(text: &str, from: usize) -> Option<usize> {
    let line = text.get(..from)?.rfind('\n').map_or(0, |at| at + 1);
    let mut start = line;
    for each in text.get(line..)?.split_inclusive('\n') {
        let indent = each.len() - each.trim_start().len();
        if let Some(tab) = each.get(..indent)?.find('\t') {
            return Some(start + tab);
        }
        start += each.len();
    }
    None
}

/// The unresolved git merge conflicts, each at its first marker.
pub fn unmerged(text: &str, whole: Span) -> Vec<Diagnostic> {
    let (mut start, mut open) = (0, false);
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end();
        let begins = bare.starts_with("<<<<<<< ") || bare == "<<<<<<<";
        let ends = bare.starts_with(">>>>>>> ") || bare == ">>>>>>>";
        let between = bare == "=======" || bare.starts_with("||||||| ");
        if begins || (!open && (ends || between)) {
            let span = whole.part(start, start + bare.len());
            found.push(Diagnostic::at(Code::MergeConflict, span));
        }
        open = !ends && (open || begins || between);
        start += line.len();
    }
    found
}

/// A line that divides a file into documents, where something precedes it.
pub fn divided(text: &str, whole: Span) -> Option<Diagnostic> {
    let (mut start, mut content) = (0, false);
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end();
        if content && (bare == "---" || bare.starts_with("--- ")) {
            let diagnostic =
                Diagnostic::at(Code::YamlSyntax, whole.part(start, start + bare.len()));
            let diagnostic = diagnostic.with("reason", phrase("yaml-documents"));
            return Some(diagnostic.with("help", phrase("yaml-documents-help")));
        }
        content |= !bare.is_empty() && !bare.starts_with('#') && bare != "---";
        start += line.len();
    }
    None
}
