//! Maps each character of a text to its position in the file in which it was typed.
//!
//! The text differs from what was typed where YAML folds lines, removes an indent or reads an
//! escape. All of these only add or drop white space, or write one character as several; so both
//! can be walked in parallel.

use crate::diagnostics::{SourceMap, Span};
use crate::model::Located;
use unicode_normalization::char::decompose_canonical;

/// The range in the file of each byte of a text.
#[derive(Debug, Clone)]
pub struct Places {
    whole: Span,
    bytes: Option<Vec<(usize, usize)>>,
}

/// How YAML reads the characters of a text.
#[derive(Clone, Copy)]
enum Style {
    /// Literally: without quotation marks, or in a block.
    Plain,
    /// Between `"`, with escapes.
    Double,
    /// Between `'`, where a `'` is written twice.
    Single,
}

impl Places {
    /// The places of a text. For an alias, or any text that cannot be followed, all of it maps to
    /// its first line.
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
        // The style is not recorded, so each is tried in turn; only the right one matches the whole
        // text.
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

    /// The position of bytes `start` to `end` of the text.
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

/// Walks a text and the typed form in parallel; `None` where they differ.
fn align(text: &str, typed: &str, base: usize, style: Style) -> Option<Vec<(usize, usize)>> {
    let mut out = Vec::with_capacity(text.len());
    let mut at = 0;
    for character in text.chars() {
        // White space gets an empty range: YAML may have added it, or folded a newline into it.
        if character.is_whitespace() {
            out.extend(std::iter::repeat_n((base + at, base + at), character.len_utf8()));
            continue;
        }
        // A Mac writes a letter and its mark separately, where the text has one character.
        let mut wanted = decomposed(character);
        let mut start = None;
        while !wanted.is_empty() {
            let (read, length) = next(typed.get(at..)?, style)?;
            let begin = at;
            at += length;
            let Some(read) = read else { continue };
            let read = decomposed(read);
            // Only white space that YAML dropped may be skipped, and only between characters.
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

/// The canonical decomposition of a character: its letter and marks.
fn decomposed(character: char) -> Vec<char> {
    let mut out = Vec::new();
    if character.is_ascii() {
        out.push(character);
    } else {
        decompose_canonical(character, |c| out.push(c));
    }
    out
}

/// The next character as YAML reads it, if any, and the number of bytes in which it was typed.
fn next(rest: &str, style: Style) -> Option<(Option<char>, usize)> {
    let first = rest.chars().next()?;
    match style {
        Style::Double if first == '\\' => escape(rest),
        Style::Single if rest.starts_with("''") => Some((Some('\''), 2)),
        _ => Some((Some(first), first.len_utf8())),
    }
}

/// An escape of YAML 1.2, section 5.7.
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
