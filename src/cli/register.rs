//! `rekenkamer register`: follows what became of the recommendations of all studies.

use super::names::{existing_path, folder_name};
use super::options::{Csv, Depfile, Edits, options};
use super::outcome::Outcome;
use super::tell;
use super::tell::Terminal;
use crate::diagnostics::{Code, Diagnostic, phrase};
use crate::model::PartialDate;
use crate::pipeline::{RegisterFormat, RegisterRequest, register};
use crate::publish::Form;
use crate::view::Grouping;
use anyhow::Result;
use chrono::NaiveDate;
use clap::ValueEnum;
use std::path::PathBuf;

/// Which document is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Document {
    /// Every recommendation and what became of it
    Register,
    /// The studies of a year and the recommendations at its end, for the annual report
    YearReport,
}

/// How the recommendations are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum By {
    /// By study
    Study,
    /// By whom they are addressed to
    Addressee,
    /// Those whose term has passed first
    Overdue,
}

/// In which form a register is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Markdown
    Md,
    /// PDF/UA-1 and PDF/A-2a
    Pdf,
    /// One accessible HTML file
    Html,
    /// Word
    Docx,
    /// OpenDocument, for LibreOffice among others
    Odt,
    /// All tables, in sheets
    Xlsx,
    /// All tables, in sheets, for LibreOffice among others
    Ods,
    /// All tables, one value a line
    Csv,
    /// For another program
    Json,
}

/// Arguments of `register`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folders of cases, or folders with cases in them
    #[arg(required = true, value_name = "CASE", value_parser = existing_path())]
    cases: Vec<PathBuf>,
    /// The day on which terms are judged (2027-12-31); without this no term is called passed
    #[arg(long, value_name = "DATE", value_parser = super::new::day, conflicts_with = "year")]
    on: Option<NaiveDate>,
    /// How the recommendations are grouped
    #[arg(
        long,
        value_enum,
        value_name = "GROUPING",
        default_value = "study",
        requires_if("overdue", "on")
    )]
    by: By,
    /// The file with states of years without a new study; without this each register.yaml in the
    /// working folder and beside the cases
    #[arg(long, value_name = "FILE", value_parser = existing_path())]
    states: Option<PathBuf>,
    /// Which document
    #[arg(long, value_enum, value_name = "DOCUMENT", default_value = "register")]
    document: Document,
    /// The year of the annual report
    #[arg(long, value_name = "YEAR", value_parser = year,
        required_if_eq("document", "year-report"))]
    year: Option<i32>,
    /// In which forms, separated by commas
    #[arg(long, value_enum, value_delimiter = ',', default_value = "md,pdf,xlsx")]
    format: Vec<Format>,
    #[command(flatten)]
    csv: Csv,
    /// The folder in which the register gets its folder
    #[arg(long, value_name = "FOLDER", default_value = "output")]
    output: PathBuf,
    /// The name of the folder of the register
    #[arg(long, value_name = "NAME", default_value = "register", value_parser = folder_name)]
    name: String,
    #[command(flatten)]
    edits: Edits,
    #[command(flatten)]
    depfile: Depfile,
}

/// Parses a year.
fn year(text: &str) -> Result<i32, String> {
    let year = text.trim().parse().ok().filter(|year| (1800..2200).contains(year));
    year.ok_or_else(|| tell::words(&phrase("usage-year")))
}

impl Args {
    fn request(&self) -> RegisterRequest {
        let format = |format: &Format| match format {
            Format::Md => RegisterFormat::Md,
            Format::Pdf => RegisterFormat::Form(Form::Pdf),
            Format::Html => RegisterFormat::Form(Form::Html),
            Format::Docx => RegisterFormat::Form(Form::Docx),
            Format::Odt => RegisterFormat::Form(Form::Odt),
            Format::Xlsx => RegisterFormat::Xlsx,
            Format::Ods => RegisterFormat::Ods,
            Format::Csv => RegisterFormat::Csv,
            Format::Json => RegisterFormat::Json,
        };
        let all = Format::value_variants().iter().filter(|one| self.format.contains(one));
        RegisterRequest {
            cases: self.cases.clone(),
            states: self.states.clone(),
            on: self.on.map(PartialDate::Day),
            grouping: match self.by {
                By::Study => Grouping::Study,
                By::Addressee => Grouping::Addressee,
                By::Overdue => Grouping::Overdue,
            },
            year: self.year.filter(|_| self.document == Document::YearReport),
            formats: all.map(format).collect(),
            csv: self.csv.dialect(),
            output: self.output.clone(),
            name: self.name.clone(),
            options: options(&self.edits, &self.depfile),
        }
    }

    /// Options that the document has no use for.
    fn unfit(&self) -> Vec<Diagnostic> {
        let (option, what) = match self.document {
            Document::Register if self.year.is_some() => ("--year", "what-register"),
            Document::YearReport if self.by != By::Study => ("--by", "what-year-report"),
            _ => return Vec::new(),
        };
        let diagnostic = Diagnostic::of_file(Code::NoUse, option).with("value", option);
        vec![diagnostic.with("what", phrase(what))]
    }
}

/// Writes a register. If there is any error, nothing is written.
pub fn run(args: &Args) -> Result<Outcome> {
    tell::written(register(&args.request(), args.unfit(), &Terminal)?)
}
