//! `rekenkamer render`: typesets a nota.md again, also one edited by hand.

use super::names::existing_path;
use super::options::{Depfile, Format, Given, forms};
use super::outcome::Outcome;
use super::tell;
use super::tell::Terminal;
use crate::pipeline::{Options, RenderRequest, render};
use anyhow::Result;
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

/// Typesets notas, each beside its Markdown.
pub fn run(args: &Args) -> Result<Outcome> {
    let request = RenderRequest {
        files: args.files.clone(),
        forms: forms(&args.format),
        given: args.given.cases(),
        options: Options { depfile: args.depfile.path.clone(), ..Options::default() },
    };
    tell::written(render(&request, &Terminal)?)
}
