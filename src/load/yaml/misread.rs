//! Values that YAML reads differently from what was meant: comments, quotation marks, invisible
//! characters, and first words that are not text.

use super::fault::{begins_with_apostrophe, rewritten};
use super::syntax::typed_at;
use super::tree::{Kind, Node, is_plain};
use crate::diagnostics::{Code, Diagnostic, Report, Span, phrase};
use crate::model::Located;
use crate::text::invisible;

/// Reports all such values of a file.
pub fn misread(tree: &Node, text: &str, report: &mut Report) {
    let mut scalars = Vec::new();
    tree.scalars(&mut scalars);
    hidden_by_hash(&scalars, text, report);
    odd_ends(tree, text, report);
    lost_words(tree, text, report);
    quotes(&scalars, text, report);
}

/// Warns of a comment after a plain value that looks like part of the value: `plek #1`. A real
/// comment has a space after its `#`.
fn hidden_by_hash(scalars: &[Located<String>], text: &str, report: &mut Report) {
    for scalar in scalars {
        let rest = text.get(scalar.span.end..).and_then(|r| r.lines().next()).unwrap_or("");
        let comment = rest.trim_start();
        let hidden =
            comment.strip_prefix('#').is_some_and(|c| c.starts_with(char::is_alphanumeric));
        if hidden && rest.len() > comment.len() {
            let start = scalar.span.end + rest.len() - comment.len();
            let span = Span { start, end: start + comment.len(), ..scalar.span };
            report.push(Diagnostic::at(Code::HiddenByHash, span));
        }
    }
}

/// Warns of keys and values that begin or end with an invisible character. The character is removed
/// when the value is read.
fn odd_ends(node: &Node, text: &str, report: &mut Report) {
    match &node.kind {
        Kind::Null => {}
        Kind::Scalar(value) => {
            let typed = text.get(node.span.start..node.span.end).unwrap_or("");
            if let Some((at, found)) = invisible::at_end(typed)
                && is_plain(typed)
            {
                let span = node.span.part(at, at + found.len_utf8());
                let diagnostic = Diagnostic::at(Code::OddEnd, span);
                report
                    .push(diagnostic.with("name", invisible::describe(found)).with("value", value));
            }
        }
        Kind::List(items) => items.iter().for_each(|item| odd_ends(item, text, report)),
        Kind::Mapping(pairs) => pairs.iter().for_each(|(key, value)| {
            odd_ends(key, text, report);
            odd_ends(value, text, report);
        }),
    }
}

/// Reports a value that loses its first word, because `!` starts a tag and `&` an anchor. An anchor
/// that is used later in the file is intended.
fn lost_words(node: &Node, text: &str, report: &mut Report) {
    let Kind::Mapping(pairs) = &node.kind else {
        if let Kind::List(items) = &node.kind {
            items.iter().for_each(|item| lost_words(item, text, report));
        }
        return;
    };
    for (key, value) in pairs {
        lost_words(value, text, report);
        let between = text.get(key.span.end..value.span.start).unwrap_or("");
        let line = between.split('\n').next().unwrap_or("");
        if matches!(value.kind, Kind::Null)
            && let rest = text.get(key.span.end..).and_then(|rest| rest.lines().next())
            && let rest = rest.unwrap_or("")
            && let Some(at) = rest.find(" #")
            && rest.get(at + 2..).is_some_and(|c| c.starts_with(char::is_alphanumeric))
        {
            let start = key.span.end + at + 1;
            let span = Span { start, end: key.span.end + rest.trim_end().len(), ..key.span };
            report.push(Diagnostic::at(Code::HiddenByHash, span));
        }
        let Some((colon, mark)) = line.split_once(": ") else { continue };
        let name = mark.split_whitespace().next().unwrap_or("");
        let reason = match name.strip_prefix('&') {
            Some(anchor) if !text.contains(&format!("*{anchor}")) => phrase("yaml-reference"),
            None if name.starts_with('!') => phrase("yaml-kind"),
            _ => continue,
        };
        let start = key.span.end + colon.len() + 2 + mark.len() - mark.trim_start().len();
        let span = Span { file: node.span.file, start, end: start + name.len() };
        let help = typed_at(text, start)
            .map_or_else(|| phrase("yaml-quotation-help"), |(_, key, value)| rewritten(key, value));
        report
            .push(Diagnostic::at(Code::YamlSyntax, span).with("reason", reason).with("help", help));
    }
}

/// Warns of a plain value that is wholly between curly quotation marks: a word processor made them
/// of the straight ones that were typed. Inside straight ones they are intended, as they are in a
/// block text, which begins on a line of its own. Warns too of a name that loses its apostrophe:
/// `'s-Gravenhage'` is `s-Gravenhage`.
fn quotes(scalars: &[Located<String>], text: &str, report: &mut Report) {
    for scalar in scalars {
        let typed = text.get(scalar.span.start..scalar.span.end).unwrap_or("");
        let block = || {
            let line = text.get(..scalar.span.start).and_then(|before| before.rsplit('\n').next());
            line.is_none_or(|line| line.trim().is_empty())
        };
        if in_curly_quotes(typed.trim()) && !block() {
            report.push(Diagnostic::at(Code::CurlyQuotes, scalar.span));
        }
        let name = scalar.value.starts_with(char::is_lowercase).then(|| typed.trim());
        if name.is_some_and(|name| begins_with_apostrophe(name) && name.ends_with('\'')) {
            let meant = format!("\"'{}\"", scalar.value);
            let lost = Diagnostic::at(Code::ApostropheLost, scalar.span);
            report.push(lost.with("value", &scalar.value).with("meant", meant));
        }
    }
}

/// Whether one pair of curly quotation marks encloses the whole text: not so for `‘een’ en ‘twee’`.
fn in_curly_quotes(typed: &str) -> bool {
    let within = |open: &[char], close: &[char], not: &[char]| {
        let inner = typed.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
        inner.is_some_and(|inner| !inner.is_empty() && !inner.contains(not))
    };
    // A single closing mark is also an apostrophe.
    within(&['“', '”', '„'], &['“', '”'], &['“', '”', '„'])
        || within(&['‘', '‚'], &['‘', '’'], &['‘', '‚'])
}
