//! The words and clauses of a conclusion.

use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// The words in a range of a text, each with its byte offset.
pub fn words<'a>(text: &'a str, range: &Range<usize>) -> Vec<(usize, &'a str)> {
    let stretch = text.get(range.clone()).unwrap_or("");
    stretch.unicode_word_indices().map(|(at, word)| (range.start + at, word)).collect()
}

/// The ranges between punctuation marks. An abbreviation cuts one short, so that a rule that
/// requires a whole clause finds less, never more.
pub fn clauses(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, mark) in text.char_indices().filter(|(_, c)| ".;:!?\n".contains(*c)) {
        out.push(start..at);
        start = at + mark.len_utf8();
    }
    out.push(start..text.len());
    out
}
