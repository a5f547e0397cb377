//! `rekenkamer nota`: makes the documents of cases.

use super::names::existing_path;
use super::options::{Depfile, Edits, options};
use super::outcome::Outcome;
use super::tell;
use super::tell::Terminal;
use crate::diagnostics::{Code, Diagnostic, phrase};
use crate::markdown::Kind;
use crate::pipeline::{Request, documents};
use crate::publish::Form;
use anyhow::Result;
use clap::ValueEnum;
use std::path::PathBuf;

/// Which document is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Document {
    /// The report for the council
    Nota,
    /// The report of findings, criterion by criterion
    Report,
    /// How the judgements came about: method, counts, chain of evidence, hashes
    Accounting,
    /// One page
    Summary,
    /// Which source says something about which criterion
    Matrix,
    /// The criteria themselves, to discuss beforehand
    Framework,
}

/// For which stage of the audit the nota van bevindingen is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Stage {
    /// Hearing of officials: without conclusions and recommendations, with numbered paragraphs
    Hearing,
}

impl Document {
    /// The kind of document, for a stage of the audit.
    pub fn kind(self, stage: Option<Stage>) -> Kind {
        match (self, stage) {
            (Self::Nota, _) => Kind::Nota,
            (Self::Report, None) => Kind::Report,
            (Self::Report, Some(Stage::Hearing)) => Kind::Hearing,
            (Self::Accounting, _) => Kind::Accounting,
            (Self::Summary, _) => Kind::Summary,
            (Self::Matrix, _) => Kind::Matrix,
            (Self::Framework, _) => Kind::Framework,
        }
    }
}

/// In which form a document is written.
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
}

/// Arguments of `nota`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folders of the cases
    #[arg(required = true, value_name = "CASE", value_parser = existing_path())]
    cases: Vec<PathBuf>,
    /// Which documents, separated by commas
    #[arg(
        long,
        value_enum,
        value_delimiter = ',',
        default_value = "nota",
        default_value_if("internal", "true", "matrix"),
        value_name = "DOCUMENT"
    )]
    document: Vec<Document>,
    /// Make the version of the report of findings for this stage
    #[arg(long, value_enum, value_name = "STAGE")]
    stage: Option<Stage>,
    /// In which forms, separated by commas
    #[arg(
        long,
        value_enum,
        value_delimiter = ',',
        default_value = "md,pdf",
        value_name = "FORMAT"
    )]
    format: Vec<Format>,
    /// The folder in which each case gets a folder
    #[arg(long, value_name = "FOLDER", default_value = "output")]
    output: PathBuf,
    #[command(flatten)]
    edits: Edits,
    /// Put the scorecard into the PDF (then PDF/A-3a), so that others can compare with it
    #[arg(long)]
    attach: bool,
    /// Make the matrix of sources or the report of findings for your own use, with the names behind
    /// the codes of sources; only in a folder that git ignores
    #[arg(long, conflicts_with_all = ["attach", "stage"])]
    internal: bool,
    /// Write everything with which Typst sets the document too, for theme designers
    #[arg(long)]
    dump: bool,
    #[command(flatten)]
    depfile: Depfile,
}

impl Args {
    /// The requested documents, without duplicates.
    fn kinds(&self) -> Vec<Kind> {
        let all = Document::value_variants().iter();
        all.filter(|d| self.document.contains(d)).map(|d| d.kind(self.stage)).collect()
    }

    /// The requested formats other than Markdown, without duplicates.
    fn forms(&self) -> Vec<Form> {
        let all = [
            (Format::Pdf, Form::Pdf),
            (Format::Html, Form::Html),
            (Format::Docx, Form::Docx),
            (Format::Odt, Form::Odt),
        ];
        let asked = |(format, form)| self.format.contains(&format).then_some(form);
        all.into_iter().filter_map(asked).collect()
    }

    /// Options that conflict: those that apply only to public documents, or only to internal ones.
    fn unfit(&self) -> Vec<Diagnostic> {
        let stage = misplaced_stage(self.stage, &self.document).into_iter();
        let unfit = [
            (self.document.contains(&Document::Nota), "--document nota"),
            (self.document.contains(&Document::Summary), "--document summary"),
            // Pages of these formats do not carry the mark of an internal document.
            (self.format.contains(&Format::Html), "--format html"),
            (self.format.contains(&Format::Docx), "--format docx"),
            (self.format.contains(&Format::Odt), "--format odt"),
        ];
        let no_use = |(_, option): (bool, &'static str)| {
            let diagnostic = Diagnostic::of_file(Code::NoUse, option).with("value", option);
            diagnostic.with("what", phrase("what-internal"))
        };
        let unfit = unfit.into_iter().filter(|(given, _)| self.internal && *given);
        stage.chain(unfit.map(no_use)).collect()
    }

    fn request(&self) -> Request {
        Request {
            cases: self.cases.clone(),
            kinds: self.kinds(),
            markdown: self.format.contains(&Format::Md),
            forms: self.forms(),
            output: self.output.clone(),
            attach: self.attach,
            internal: self.internal,
            dump: self.dump,
            options: options(&self.edits, &self.depfile),
        }
    }
}

/// Writes documents of cases. If any case has an error, nothing is written.
pub fn run(args: &Args) -> Result<Outcome> {
    tell::written(documents(&args.request(), args.unfit(), &Terminal)?)
}

/// Refuses a stage for documents other than the nota van bevindingen.
pub fn misplaced_stage(stage: Option<Stage>, documents: &[Document]) -> Option<Diagnostic> {
    if stage.is_none() || documents.contains(&Document::Report) {
        return None;
    }
    let diagnostic = Diagnostic::of_file(Code::NoUse, "--stage").with("value", "--stage");
    Some(diagnostic.with("what", phrase("what-other-document")))
}
