//! `rekenkamer publish`: the folder and the zip with which a study is made public.

use super::names::existing_path;
use super::new::day;
use super::options::{Format, forms};
use super::outcome::Outcome;
use super::tell::{self, Terminal};
use crate::pipeline::{PublishRequest, publication};
use anyhow::Result;
use chrono::NaiveDate;
use clap::ValueEnum;
use std::path::PathBuf;

/// A part that can be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// The report of findings
    Report,
    /// The scorecard
    Scorecard,
    /// The metadata for the Woo (DiWoo) and the archive (MDTO)
    Metadata,
}

/// Arguments of `publish`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the case
    #[arg(value_name = "CASE", value_parser = existing_path())]
    case: PathBuf,
    /// In which forms the nota, separated by commas
    #[arg(
        long,
        value_enum,
        value_delimiter = ',',
        default_value = "pdf,html,odt",
        value_name = "FORMAT"
    )]
    format: Vec<Format>,
    /// What to leave out, separated by commas
    #[arg(long, value_enum, value_delimiter = ',', value_name = "PART")]
    without: Vec<Part>,
    /// The day on which you publish (2027-03-12); needed where the case has an embargo
    #[arg(long, value_name = "DATE", value_parser = day)]
    on: Option<NaiveDate>,
    /// The folder in which each case has a folder
    #[arg(long, value_name = "FOLDER", default_value = "output")]
    output: PathBuf,
}

/// Makes a publication. If anything keeps the study from being public, nothing is written.
pub fn run(args: &Args) -> Result<Outcome> {
    let with = |part: Part| !args.without.contains(&part);
    let request = PublishRequest {
        case: args.case.clone(),
        forms: forms(&args.format),
        report: with(Part::Report),
        scorecard: with(Part::Scorecard),
        metadata: with(Part::Metadata),
        on: args.on,
        output: args.output.clone(),
    };
    let Some(paths) = publication(&request, &Terminal)? else { return Ok(Outcome::Errors) };
    tell::names(&paths)?;
    Ok(Outcome::Fine)
}
