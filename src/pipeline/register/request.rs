//! What is asked of a register.

use crate::markdown::Kind;
use crate::model::PartialDate;
use crate::pipeline::document::Options;
use crate::publish::Form;
use crate::sheets::Dialect;
use crate::view;
use chrono::NaiveDate;
use std::path::PathBuf;

/// A file format of a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegisterFormat {
    /// Markdown.
    Md,
    /// A format of the document itself.
    Form(Form),
    /// The recommendations and their states as JSON.
    Json,
    /// All tables in long form, one value per line.
    Csv,
    /// All tables as sheets of a workbook.
    Xlsx,
    /// The same as an OpenDocument spreadsheet.
    Ods,
}

/// Which recommendations are followed, how, and in which formats.
#[derive(Debug, Clone)]
pub struct RegisterRequest {
    /// Folders of cases, or folders with cases in them.
    pub cases: Vec<PathBuf>,
    /// The file with states; `None` for every `register.yaml` in the working folder and beside the
    /// cases.
    pub states: Option<PathBuf>,
    /// The date on which terms are judged; without it no term has passed.
    pub on: Option<PartialDate>,
    /// How the recommendations are grouped.
    pub grouping: view::Grouping,
    /// The year of the annual report; `None` for the register itself.
    pub year: Option<i32>,
    /// The formats.
    pub formats: Vec<RegisterFormat>,
    /// How a CSV file is written.
    pub csv: Dialect,
    /// The folder in which the folder of the register is made.
    pub output: PathBuf,
    /// The name of that folder.
    pub name: String,
    /// The options shared by all documents.
    pub options: Options,
}

impl RegisterRequest {
    /// The kind of its document.
    pub(super) fn kind(&self) -> Kind {
        if self.year.is_some() { Kind::YearReport } else { Kind::Register }
    }

    /// The date on which terms are judged; of an annual report the last day of its year.
    pub(super) fn judged_on(&self) -> Option<PartialDate> {
        let last = |year| NaiveDate::from_ymd_opt(year, 12, 31).map(PartialDate::Day);
        self.year.map_or(self.on, last)
    }
}
