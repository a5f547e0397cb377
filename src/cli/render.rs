//! `rekenkamer render`: typesets a nota.md again, also one edited by hand.

use super::names::existing_path;
use super::options::{Depfile, Given};
use super::outcome::Outcome;
use super::tell;
use super::tell::Terminal;
use crate::pipeline::{Options, RenderRequest, render};
use crate::publish::Form;
use anyhow::Result;
use clap::ValueEnum;
use std::path::PathBuf;

/// Arguments of `render`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The files to set
    #[arg(required = true, value_name = "NOTA.MD", value_parser = existing_path())]
    files: Vec<PathBuf>,
    /// In which forms, separated by commas
    #[arg(long, value_enum, value_delimiter = ',', default_value = "pdf")]
    format: Vec<Format>,
    #[command(flatten)]
    given: Given,
    #[command(flatten)]
    depfile: Depfile,
}

/// In which form a document is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// PDF/UA-1 and PDF/A-2a
    Pdf,
    /// One accessible HTML file
    Html,
    /// Word
    Docx,
    /// OpenDocument, for LibreOffice among others
    Odt,
}

impl Args {
    /// The requested formats, without duplicates.
    fn forms(&self) -> Vec<Form> {
        let asked = |(format, form)| self.format.contains(&format).then_some(form);
        let all = [
            (Format::Pdf, Form::Pdf),
            (Format::Html, Form::Html),
            (Format::Docx, Form::Docx),
            (Format::Odt, Form::Odt),
        ];
        all.into_iter().filter_map(asked).collect()
    }
}

/// Typesets notas, each beside its Markdown.
pub fn run(args: &Args) -> Result<Outcome> {
    let request = RenderRequest {
        files: args.files.clone(),
        forms: args.forms(),
        given: args.given.cases(),
        options: Options { depfile: args.depfile.path.clone(), ..Options::default() },
    };
    tell::written(render(&request, &Terminal)?)
}
