//! The words of a conclusion, each with the place where it was typed.

use crate::diagnostics::{SourceMap, Span};
use crate::load::Places;
use crate::markdown::{Passage, passages};
use crate::model::{OwnText, Prose};
use std::ops::Range;
use std::rc::Rc;
use unicode_segmentation::UnicodeSegmentation;

/// A paragraph, an item or a title.
pub struct Wording {
    passage: Passage,
    places: Rc<Places>,
}

impl Wording {
    /// The text, without the marks of Markdown.
    pub fn text(&self) -> &str {
        &self.passage.text
    }

    /// The text of a stretch.
    pub fn slice(&self, range: &Range<usize>) -> &str {
        self.passage.text.get(range.clone()).unwrap_or("")
    }

    /// Where a stretch was typed.
    pub fn span(&self, range: &Range<usize>) -> Span {
        let (start, end) = self.passage.typed(range.start, range.end);
        self.places.span(start, end)
    }
}

/// The paragraphs of a text.
pub fn wordings(own: &OwnText, sources: &SourceMap) -> Vec<Wording> {
    let places = Rc::new(Places::of(&own.text, sources));
    let passages = match own.prose {
        Prose::Running => passages(&own.text.value),
        Prose::Line => vec![Passage::plain(&own.text.value)],
    };
    let wording = |passage| Wording { passage, places: Rc::clone(&places) };
    passages.into_iter().map(wording).collect()
}

/// The words of a stretch of a text, each with its first byte.
pub fn words<'a>(text: &'a str, range: &Range<usize>) -> Vec<(usize, &'a str)> {
    let stretch = text.get(range.clone()).unwrap_or("");
    stretch.unicode_word_indices().map(|(at, word)| (range.start + at, word)).collect()
}

/// The stretches between marks. An abbreviation cuts one short, which makes a rule that asks for a
/// whole clause see less, never more.
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
