//! The request for a comparison.

use crate::compare::Choices;
use crate::model::PartialDate;
use crate::pipeline::document::Options;
use crate::sheets::Dialect;
use std::path::PathBuf;

/// A file format of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Markdown.
    Md,
    /// PDF/UA-1 and PDF/A-2a.
    Pdf,
    /// An interactive HTML page with filters and sorting.
    Html,
    /// All numbers as exact fractions.
    Json,
    /// All tables in long form, one value per line.
    Csv,
    /// Every judgement in a row of one table, as a CSV file.
    Rows,
    /// All tables as sheets of a workbook.
    Xlsx,
    /// The same as an OpenDocument spreadsheet.
    Ods,
}

/// Which audits are compared, how, and in which formats.
#[derive(Debug, Clone)]
pub struct CompareRequest {
    /// Folders of cases, folders with cases in them, scorecards, or one coding study.
    pub cases: Vec<PathBuf>,
    /// The options of the comparison itself.
    pub choices: Choices,
    /// The municipalities that get a page beside their size class; `all` for each.
    pub factsheets: Vec<String>,
    /// Whether the published tables of a coding study are included.
    pub published: bool,
    /// Whether cases with errors are left out.
    pub skip_invalid: bool,
    /// Whether `peers.yaml` is written: figures that a case can refer to.
    pub write_peers: bool,
    /// The title; `None` for the default.
    pub title: Option<String>,
    /// The date; `None` for that of the last audit.
    pub date: Option<PartialDate>,
    /// The formats.
    pub formats: Vec<Format>,
    /// How CSV files are written.
    pub csv: Dialect,
    /// The folder in which the folder of the comparison is made.
    pub output: PathBuf,
    /// The name of that folder.
    pub name: String,
    /// The options shared by all documents.
    pub options: Options,
}

impl CompareRequest {
    /// The names of the properties that group or pair municipalities.
    pub fn asked(&self) -> Vec<String> {
        self.choices.by.iter().chain(&self.choices.pairs).cloned().collect()
    }
}
