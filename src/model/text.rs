//! Text typed by a person, with its position.

use crate::diagnostics::Span;
use std::ops::Deref;

/// A text field in Markdown, parsed separately at load and written back in one normal form.
///
/// No construct in it extends beyond the field: no heading, HTML, open fence or reference.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Markdown(String);

impl Markdown {
    /// Wraps Markdown that was normalised when the field was read.
    #[must_use]
    pub fn normalised(text: String) -> Self {
        Self(text)
    }

    /// The Markdown text, without a trailing newline.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A value with its position in a file. Equality compares values only.
#[derive(Debug, Clone, Copy)]
pub struct Located<T> {
    pub value: T,
    pub span: Span,
}

/// The syntax of a text written by the researchers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prose {
    /// Markdown: paragraphs, lists, tables.
    Running,
    /// Plain text on one line, such as a title or a question.
    Line,
}

/// A text that the researchers worded themselves: not a name, a code, the title of a source or
/// words of the college.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnText {
    pub prose: Prose,
    /// The text as typed.
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
