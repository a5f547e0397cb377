//! What a comparison is asked for.

use crate::compare::Choices;
use crate::model::PartialDate;
use crate::pipeline::document::Options;
use std::path::PathBuf;

/// A form in which a comparison is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Markdown.
    Md,
    /// PDF/UA-1 and PDF/A-2a.
    Pdf,
    /// One page for a screen, to choose and to sort in.
    Html,
    /// All numbers, exact.
    Json,
    /// All tables, one value a line.
    Csv,
    /// All tables, in sheets.
    Xlsx,
}

/// Which audits are laid side by side, how, and in which forms.
#[derive(Debug, Clone)]
pub struct CompareRequest {
    /// Folders of cases, folders with cases in them, scorecards, or one coding study.
    pub cases: Vec<PathBuf>,
    /// How they are compared.
    pub choices: Choices,
    /// Whether the tables of a coding study are given as they were published too.
    pub published: bool,
    /// Whether cases with errors are left out.
    pub skip_invalid: bool,
    /// Whether figures are written that a case can name.
    pub write_peers: bool,
    /// The title, where the user gave one.
    pub title: Option<String>,
    /// The date, where the user gave one.
    pub date: Option<PartialDate>,
    /// The forms.
    pub formats: Vec<Format>,
    /// The folder in which the comparison gets its folder.
    pub output: PathBuf,
    /// The name of that folder.
    pub name: String,
    /// What is asked of all documents.
    pub options: Options,
}

impl CompareRequest {
    /// The properties that are asked for.
    pub fn asked(&self) -> Vec<String> {
        self.choices.by.iter().chain(&self.choices.pairs).cloned().collect()
    }
}
