//! A passage for the editorial rules: its words, its sentences, its quotations.

use super::sentences::sentences;
use crate::diagnostics::{SourceMap, Span};
use crate::model::OwnText;
use crate::text::{Wording, wordings};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// A passage with the position of each of its words in its file.
pub struct Reading {
    wording: Wording,
    /// Byte ranges of its sentences.
    pub sentences: Vec<Range<usize>>,
    quoted: Vec<Range<usize>>,
}

/// A word of a passage.
#[derive(Debug, Clone, Copy)]
pub struct Word<'a> {
    /// Its first byte in the passage.
    pub start: usize,
    /// Its letters.
    pub text: &'a str,
}

impl Word<'_> {
    /// The byte after its last.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

impl Reading {
    /// The passages of a text.
    pub fn of(own: &OwnText, sources: &SourceMap) -> Vec<Self> {
        let reading = |wording: Wording| Self {
            sentences: sentences(wording.text()),
            quoted: quotations(wording.text()),
            wording,
        };
        wordings(own, sources).into_iter().map(reading).collect()
    }

    pub fn text(&self) -> &str {
        self.wording.text()
    }

    /// The text of a range.
    pub fn slice(&self, range: &Range<usize>) -> &str {
        self.wording.slice(range)
    }

    /// The position of a range in its file.
    pub fn span(&self, range: &Range<usize>) -> Span {
        self.wording.span(range)
    }

    /// The words in a range.
    pub fn words(&self, range: &Range<usize>) -> Vec<Word<'_>> {
        let each = self.slice(range).unicode_word_indices();
        each.map(|(at, text)| Word { start: range.start + at, text }).collect()
    }

    /// Whether an offset is in a quotation.
    pub fn is_quoted(&self, at: usize) -> bool {
        self.quoted.iter().any(|q| q.contains(&at))
    }
}

/// The ranges between quotation marks. A mark that is not closed opens no quotation, and an
/// apostrophe (`boa’s`, `'s avonds`) is not a mark.
fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut from = 0;
    while let Some((at, open)) = text.get(from..).and_then(|rest| {
        let found = rest.char_indices().find(|(at, c)| opens(text, from + at, *c));
        found.map(|(at, c)| (from + at, c))
    }) {
        let inside = at + open.len_utf8();
        let close = match open {
            '‘' => '’',
            '“' | '„' => '”',
            same => same,
        };
        let rest = text.get(inside..).unwrap_or("");
        let end = rest.char_indices().find(|(n, c)| *c == close && closes(text, inside + n, *c));
        from = match end {
            Some((length, _)) => {
                out.push(inside..inside + length);
                inside + length + close.len_utf8()
            }
            None => inside,
        };
    }
    out
}

fn opens(text: &str, at: usize, mark: char) -> bool {
    let before = text.get(..at).and_then(|t| t.chars().next_back());
    let after = text.get(at + mark.len_utf8()..).unwrap_or("");
    let at_word = before.is_none_or(|c| !c.is_alphanumeric());
    match mark {
        '‘' | '“' | '„' => true,
        '"' => at_word,
        // 's, 't and 'n are short forms of a separate word.
        '\'' => {
            let short = after.starts_with(['s', 't', 'n'])
                && !after.chars().nth(1).is_some_and(char::is_alphabetic);
            at_word && !short && after.starts_with(char::is_alphanumeric)
        }
        _ => false,
    }
}

fn closes(text: &str, at: usize, mark: char) -> bool {
    let before = text.get(..at).and_then(|t| t.chars().next_back());
    let after = text.get(at + mark.len_utf8()..).and_then(|t| t.chars().next());
    before.is_some_and(|c| !c.is_whitespace()) && after.is_none_or(|c| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::quotations;

    fn quoted(text: &str) -> Vec<&str> {
        quotations(text).into_iter().map(|r| &text[r]).collect()
    }

    #[test]
    fn an_apostrophe_is_no_quotation_mark() {
        assert_eq!(
            quoted("Een zei: ‘De boa’s weten het.’ Daarna ‘niets’."),
            ["De boa’s weten het.", "niets"]
        );
        assert_eq!(
            quoted("'s Avonds in 's-Hertogenbosch is 'alles' \"anders\"."),
            ["alles", "anders"]
        );
        assert_eq!(quoted("De foto’s en ‘open, zonder einde"), [""; 0]);
    }
}
