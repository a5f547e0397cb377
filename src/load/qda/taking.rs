//! A case, and the project that is taken over into it.

use super::project::Project;
use crate::diagnostics::{PASSAGES, Phrase};
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

/// Where the passages of a case stand.
pub fn passages_of(folder: &Path) -> PathBuf {
    folder.join(PASSAGES)
}
