//! Where each character of a text stands in the file that it was typed in.
//!
//! A text means something else than what was typed where YAML folds lines, takes off an indent or
//! reads an escape. All of these only add or drop white space, or write one character as several;
//! so both can be walked side by side.

use crate::diagnostics::{SourceMap, Span};
use crate::model::Located;
use unicode_normalization::char::decompose_canonical;

/// The stretch of the file behind each byte of a text.
#[derive(Debug, Clone)]
pub struct Places {
    whole: Span,
    bytes: Option<Vec<(usize, usize)>>,
}

/// How YAML reads the characters of a text.
#[derive(Clone, Copy)]
enum Style {
    /// As they stand: without quotation marks, or in a block.
    Plain,
    /// Between `"`, with escapes.
    Double,
    /// Between `'`, which is written twice.
    Single,
}

impl Places {
    /// The places of a text. An alias, and whatever else cannot be followed, has its first line.
    #[must_use]
    pub fn of(text: &Located<String>, sources: &SourceMap) -> Self {
        let file = sources.text(text.span.file);
        let start = text.span.start;
        let typed = file.get(start..).unwrap_or("");
        let under_header = typed.find('\n').map_or(typed.len(), |at| at + 1);
        let from = |skip: usize, style| {
            let rest = typed.get(skip..)?;
            align(&text.value, rest, start + skip, style)
        };
        let bytes = from(0, Style::Plain)
            .or_else(|| typed.starts_with('"').then(|| from(1, Style::Double)).flatten())
            .or_else(|| typed.starts_with('\'').then(|| from(1, Style::Single)).flatten())
            .or_else(|| {
                typed.starts_with(['|', '>']).then(|| from(under_header, Style::Plain)).flatten()
            });
        let line = sources.slice(text.span).find('\n');
        let whole = line.map_or(text.span, |end| text.span.part(0, end));
        Self { whole, bytes }
    }

    /// The place of the bytes of the text from `start` to `end`.
    #[must_use]
    pub fn span(&self, start: usize, end: usize) -> Span {
        let Some(bytes) = &self.bytes else { return self.whole };
        let first = bytes.get(start).map(|(from, _)| *from);
        let last = end.checked_sub(1).and_then(|at| bytes.get(at)).map(|(_, to)| *to);
        match (first, last) {
            (Some(start), Some(end)) if start <= end => Span { start, end, ..self.whole },
            _ => self.whole,
        }
    }
}

/// Walks a text and what was typed side by side; `None` where they are not the same.
fn align(text: &str, typed: &str, base: usize, style: Style) -> Option<Vec<(usize, usize)>> {
    let mut out = Vec::with_capacity(text.len());
    let mut at = 0;
    for character in text.chars() {
        if character.is_whitespace() {
            out.extend(std::iter::repeat_n((base + at, base + at), character.len_utf8()));
            continue;
        }
        // A Mac writes a letter and its mark apart, and the text has them as one.
        let mut wanted = decomposed(character);
        let mut start = None;
        while !wanted.is_empty() {
            let (read, length) = next(typed.get(at..)?, style)?;
            let begin = at;
            at += length;
            let Some(read) = read else { continue };
            let read = decomposed(read);
            if wanted.starts_with(&read) {
                start.get_or_insert(begin);
                wanted.drain(..read.len());
            } else if start.is_some() || !read.iter().all(|c| c.is_whitespace()) {
                return None;
            }
        }
        let place = (base + start.unwrap_or(at), base + at);
        out.extend(std::iter::repeat_n(place, character.len_utf8()));
    }
    Some(out)
}

/// A character as its letter and its marks.
fn decomposed(character: char) -> Vec<char> {
    let mut out = Vec::new();
    if character.is_ascii() {
        out.push(character);
    } else {
        decompose_canonical(character, |c| out.push(c));
    }
    out
}

/// The next character as YAML reads it, if it reads one, and how many bytes it was typed in.
fn next(rest: &str, style: Style) -> Option<(Option<char>, usize)> {
    let first = rest.chars().next()?;
    match style {
        Style::Double if first == '\\' => escape(rest),
        Style::Single if rest.starts_with("''") => Some((Some('\''), 2)),
        _ => Some((Some(first), first.len_utf8())),
    }
}

/// An escape of YAML 1.2, 5.7.
fn escape(rest: &str) -> Option<(Option<char>, usize)> {
    let kind = rest.chars().nth(1)?;
    let digits = match kind {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => 0,
    };
    if digits > 0 {
        let number = u32::from_str_radix(rest.get(2..2 + digits)?, 16).ok()?;
        return Some((char::from_u32(number), 2 + digits));
    }
    let meant = match kind {
        '0' => '\0',
        'a' => '\u{7}',
        'b' => '\u{8}',
        't' => '\t',
        'n' => '\n',
        'v' => '\u{b}',
        'f' => '\u{c}',
        'r' => '\r',
        'e' => '\u{1b}',
        'N' => '\u{85}',
        '_' => '\u{a0}',
        'L' => '\u{2028}',
        'P' => '\u{2029}',
        other => other,
    };
    Some((Some(meant), 1 + kind.len_utf8()))
}
