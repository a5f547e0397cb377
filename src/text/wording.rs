//! The text of the researchers by paragraph, each range with the position where it was typed.

use super::places::Places;
use crate::diagnostics::{SourceMap, Span};
use crate::markdown::{Passage, passages};
use crate::model::{OwnText, Prose};
use std::ops::Range;
use std::rc::Rc;

/// A paragraph, an item or a title.
#[derive(Debug, Clone)]
pub struct Wording {
    passage: Passage,
    places: Rc<Places>,
}

impl Wording {
    /// The text, without Markdown markup.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.passage.text
    }

    /// The text of a range.
    #[must_use]
    pub fn slice(&self, range: &Range<usize>) -> &str {
        self.passage.text.get(range.clone()).unwrap_or("")
    }

    /// The position in the file of a range.
    #[must_use]
    pub fn span(&self, range: &Range<usize>) -> Span {
        let (start, end) = self.passage.typed(range.start, range.end);
        self.places.span(start, end)
    }
}

/// The paragraphs, items and titles of a text.
#[must_use]
pub fn wordings(own: &OwnText, sources: &SourceMap) -> Vec<Wording> {
    let places = Rc::new(Places::of(&own.text, sources));
    let passages = match own.prose {
        Prose::Running => passages(&own.text.value),
        Prose::Line => vec![Passage::plain(&own.text.value)],
    };
    let wording = |passage| Wording { passage, places: Rc::clone(&places) };
    passages.into_iter().map(wording).collect()
}
