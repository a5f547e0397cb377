//! `rekenkamer nota`: makes the documents of cases.

use super::names::existing_path;
use super::options::{Depfile, Edits, options};
use super::outcome::Outcome;
use super::tell;
use super::tell::Terminal;
use crate::diagnostics::{Code, Diagnostic, Fact, phrase};
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
    /// The findings for those who check the facts, with numbered paragraphs and a form
    Hearing,
    /// The remarks of the hearing, and what was done with each
    HearingAnswers,
    /// Where the text differs from what was sent to the hearing
    HearingChanges,
    /// How the judgements came about: method, counts, chain of evidence, hashes
    Accounting,
    /// One page
    Summary,
    /// Which source says something about which criterion
    Matrix,
    /// The criteria themselves, to discuss beforehand
    Framework,
    /// What the study will do, for the council, before it begins
    Plan,
    /// The letters with the reports of conversations, for who spoke
    Letters,
    /// The request to the executive for its reaction, with a form to fill in
    Reaction,
    /// The proposal to the council, with the draft of its decision
    Proposal,
}

impl Document {
    /// The kind of document.
    pub fn kind(self) -> Kind {
        match self {
            Self::Nota => Kind::Nota,
            Self::Report => Kind::Report,
            Self::Hearing => Kind::Hearing,
            Self::HearingAnswers => Kind::HearingAnswers,
            Self::HearingChanges => Kind::HearingChanges,
            Self::Accounting => Kind::Accounting,
            Self::Summary => Kind::Summary,
            Self::Matrix => Kind::Matrix,
            Self::Framework => Kind::Framework,
            Self::Plan => Kind::Plan,
            Self::Letters => Kind::Letters,
            Self::Reaction => Kind::Reaction,
            Self::Proposal => Kind::Proposal,
        }
    }

    /// Whether it can be made with the names behind the codes of sources.
    fn fits_internal(self) -> bool {
        matches!(self, Self::Matrix | Self::Report)
    }

    /// Whether its readers may know all judgements, which are in the scorecard.
    fn fits_scorecard(self) -> bool {
        matches!(self, Self::Nota | Self::Report | Self::Accounting | Self::Summary)
    }

    /// The word after `--document`.
    fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
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
    /// Leave the judgements out of the text for the hearing
    #[arg(long)]
    without_judgements: bool,
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
    #[arg(long, conflicts_with_all = ["attach", "without_judgements"])]
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
        all.filter(|d| self.document.contains(d)).map(|d| d.kind()).collect()
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

    /// Options that conflict: those that apply only to public documents, or only to internal ones,
    /// or only to documents that tell all judgements.
    fn unfit(&self) -> Vec<Diagnostic> {
        let no_use = |option: &str, what: Fact| {
            let diagnostic = Diagnostic::of_file(Code::NoUse, option).with("value", option);
            diagnostic.with("what", what)
        };
        let mut out = Vec::new();
        if self.without_judgements && !self.document.contains(&Document::Hearing) {
            out.push(no_use("--without-judgements", phrase("what-other-document").into()));
        }
        let asked = Document::value_variants().iter().filter(|d| self.document.contains(d));
        for document in asked {
            let option = format!("--document {}", document.name());
            if self.internal && !document.fits_internal() {
                out.push(no_use(&option, phrase("what-internal").into()));
            }
            if self.attach && !document.fits_scorecard() {
                out.push(no_use("--attach", format!("`{option}`").into()));
            }
        }
        // Pages of these formats do not carry the mark of an internal document.
        let unmarked = [
            (Format::Html, "--format html"),
            (Format::Docx, "--format docx"),
            (Format::Odt, "--format odt"),
        ];
        let unmarked = unmarked.into_iter().filter(|(format, _)| self.format.contains(format));
        let unmarked = unmarked.filter(|_| self.internal);
        out.extend(unmarked.map(|(_, option)| no_use(option, phrase("what-internal").into())));
        out
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
            without_judgements: self.without_judgements,
            dump: self.dump,
            options: options(&self.edits, &self.depfile),
        }
    }
}

/// Writes documents of cases. If any case has an error, nothing is written.
pub fn run(args: &Args) -> Result<Outcome> {
    tell::written(documents(&args.request(), args.unfit(), &Terminal)?)
}
