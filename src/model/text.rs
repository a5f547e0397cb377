//! Text that a person typed, with the place where it stands.

use crate::diagnostics::Span;
use std::ops::Deref;

/// A text field in Markdown, parsed by itself at load and written back in one normal form.
///
/// Nothing in it reaches beyond the field: no heading, no HTML, no open fence, no reference.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Markdown(String);

impl Markdown {
    /// Wraps Markdown that the reader of the field has normalised.
    #[must_use]
    pub fn normalised(text: String) -> Self {
        Self(text)
    }

    /// The Markdown text, without a line end at its end.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing was written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A value with the place in the file that it came from. Two are equal where their values are.
#[derive(Debug, Clone, Copy)]
pub struct Located<T> {
    /// What was written.
    pub value: T,
    /// Where.
    pub span: Span,
}

/// How a text of the researchers' own is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prose {
    /// Markdown: paragraphs, lists, tables.
    Running,
    /// Plain text on one line, such as a title or a question.
    Line,
}

/// A text that the researchers worded themselves: no name, no code, no title of a source, no word
/// of the college.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnText {
    /// How it is read.
    pub prose: Prose,
    /// What was typed.
    pub text: Located<String>,
}

impl<T> Deref for Located<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: PartialEq> PartialEq for Located<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}
