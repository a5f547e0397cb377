//! A case, and the project that is taken over into it.

use super::project::Project;
use crate::diagnostics::{PASSAGES, Phrase, Span};
use crate::model::Case;
use std::path::{Path, PathBuf};

/// A case with the project that is taken over into it, and what is told of it.
pub struct Taking<'a> {
    pub folder: &'a Path,
    pub case: Case,
    pub project: Project,
    /// The path of the project.
    pub shown: String,
    /// The path of the mapping.
    pub codes: &'a Path,
    pub notes: Vec<Phrase>,
}

/// A text that comes into a file which git keeps.
pub struct Leaving {
    /// What it is: `code`, `title`, `source` or `quote`.
    pub kind: &'static str,
    /// As it comes there, between other words: a surname that is also a word is told by those.
    pub text: String,
    /// Where the researchers gave or asked for it.
    pub span: Span,
}

/// A code as a piece of evidence names it, behind the place.
pub fn in_locator(code: &str) -> String {
    // What begins like a footnote would be taken for one.
    format!("(code {})", code.replace("[^", "[ ^"))
}

/// Where the passages of a case stand.
pub fn passages_of(folder: &Path) -> PathBuf {
    folder.join(PASSAGES)
}
