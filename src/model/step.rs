//! The steps of a study that other parties take part in.

use super::Markdown;
use crate::diagnostics::Span;

/// A step of the procedure, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The plan of the study (onderzoeksplan).
    Plan,
    /// The hearing of facts (ambtelijk wederhoor).
    Hearing,
    /// The formal response of the body's executive (bestuurlijke reactie).
    Reaction,
    /// The rekenkamer's reply to it (nawoord).
    Afterword,
    /// The decision of the council (raadsbesluit).
    Decision,
}

impl Step {
    /// The words in a file, with their meaning.
    pub const WORDS: [(&'static str, Step); 5] = [
        ("plan", Self::Plan),
        ("hearing", Self::Hearing),
        ("reaction", Self::Reaction),
        ("afterword", Self::Afterword),
        ("decision", Self::Decision),
    ];

    /// The word in a file.
    #[must_use]
    pub fn key(self) -> &'static str {
        Self::WORDS.iter().find(|(_, step)| *step == self).map_or("", |(key, _)| *key)
    }
}

/// A step that the researchers close although something of it is missing.
#[derive(Debug, Clone, PartialEq)]
pub struct ClosedStep {
    pub step: Step,
    /// Why, for the reader of the publication.
    pub reason: Markdown,
    /// Position of the step in the file.
    pub place: Span,
}
