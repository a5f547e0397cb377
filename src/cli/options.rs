//! Arguments that several commands share.

use super::names::existing_path;
use crate::pipeline::{GivenCases, OnEdit, Options};
use crate::publish::Form;
use crate::sheets::Dialect;
use clap::ValueEnum;
use std::path::PathBuf;

/// What becomes of a text that somebody edited, and where Make reads what the output depends on.
#[derive(Debug, clap::Args)]
pub struct Edits {
    /// Merge the new text with one that was edited by hand
    #[arg(long, conflicts_with = "force")]
    merge: bool,
    /// Write a new text over one that was edited by hand, after a numbered copy of it
    #[arg(long)]
    force: bool,
}

impl Edits {
    /// How to handle a text that was edited by hand.
    pub fn choice(&self) -> OnEdit {
        match (self.merge, self.force) {
            (true, _) => OnEdit::Merge,
            (_, true) => OnEdit::Force,
            _ => OnEdit::Offer,
        }
    }
}

/// Where Make reads what the output depends on.
#[derive(Debug, clap::Args)]
pub struct Depfile {
    /// Write in this file on which files the output depends, as Make reads it
    #[arg(id = "depfile", long, value_name = "FILE")]
    pub path: Option<PathBuf>,
}

/// The options shared by all documents of a call.
pub fn options(edits: &Edits, depfile: &Depfile) -> Options {
    Options { on_edit: edits.choice(), depfile: depfile.path.clone() }
}

/// What a user says of the cases behind documents.
#[derive(Debug, clap::Args)]
pub struct Given {
    /// The case behind the documents, where it is not found by itself; more than once for a
    /// comparison
    #[arg(long = "case", value_name = "CASE", value_parser = existing_path())]
    cases: Vec<PathBuf>,
    /// Set documents whose case is not at hand too: nobody looks for protected names in them
    #[arg(long, conflicts_with = "cases")]
    without_name_search: bool,
}

impl Given {
    /// The arguments as the library takes them.
    pub fn cases(&self) -> GivenCases {
        GivenCases { cases: self.cases.clone(), without_name_search: self.without_name_search }
    }
}

/// In which form a document is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// PDF/UA-1 and PDF/A-2a
    Pdf,
    /// One accessible HTML file
    Html,
    /// Word
    Docx,
    /// OpenDocument, for LibreOffice among others
    Odt,
}

/// The requested forms in a fixed order, each once.
pub fn forms(asked: &[Format]) -> Vec<Form> {
    let all = [
        (Format::Pdf, Form::Pdf),
        (Format::Html, Form::Html),
        (Format::Docx, Form::Docx),
        (Format::Odt, Form::Odt),
    ];
    all.into_iter().filter_map(|(format, form)| asked.contains(&format).then_some(form)).collect()
}

/// How CSV files are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum CsvDialect {
    /// Semicolons and decimal commas, as a Dutch Excel opens them
    Nl,
    /// Commas and decimal points, for programs
    Program,
}

/// How CSV files are written.
#[derive(Debug, clap::Args)]
pub struct Csv {
    /// How CSV files are written; that of the language of the documents without this
    #[arg(long, value_enum, default_value = "nl", hide_default_value = true)]
    csv: CsvDialect,
}

impl Csv {
    /// The dialect as the library takes it.
    pub fn dialect(&self) -> Dialect {
        match self.csv {
            CsvDialect::Nl => Dialect::Dutch,
            CsvDialect::Program => Dialect::Program,
        }
    }
}
