//! `rekenkamer compare`: compares audits of several municipalities, in one document and in tables.

use super::names::{existing_path, folder_name};
use super::options::{Csv, Depfile, Edits, options};
use super::outcome::Outcome;
use super::tell;
use super::tell::Terminal;
use crate::compare::{Choices, Sort};
use crate::diagnostics::{Code, Diagnostic, phrase};
use crate::load::STUDY;
use crate::model::PartialDate;
use crate::pipeline::{self, CompareRequest, compare};
use crate::text::composed;
use anyhow::Result;
use clap::ValueEnum;
use std::path::PathBuf;

/// In which form a comparison is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Markdown
    Md,
    /// PDF/UA-1 and PDF/A-2a
    Pdf,
    /// One page for a screen, to choose and to sort in
    Html,
    /// All numbers, exact
    Json,
    /// All tables, one value a line
    Csv,
    /// Every judgement in a row of one table, for programs
    Rows,
    /// All tables, in sheets
    Xlsx,
    /// All tables, in sheets, for LibreOffice among others
    Ods,
}

/// The order of the municipalities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Order {
    /// As given
    Given,
    /// By name
    Name,
    /// The largest first
    Inhabitants,
    /// By province, then by name
    Province,
}

/// Arguments of `compare`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folders of cases, folders with cases in them, scorecards (JSON), or one coding study
    #[arg(required = true, value_name = "CASE", value_parser = existing_path())]
    cases: Vec<PathBuf>,
    /// Group by size-class, province or an attribute of case.yaml
    #[arg(long, value_name = "ATTRIBUTE", value_parser = spelled)]
    by: Option<String>,
    /// Compare these two groups, separated by a comma
    #[arg(long, value_name = "GROUP,GROUP", requires = "by", value_parser = two)]
    contrast: Option<(String, String)>,
    /// The level that a municipality reaches or not in that comparison; without this the lowest with
    /// two thirds of the points
    #[arg(long, value_name = "LEVEL", requires = "by", value_parser = spelled)]
    level: Option<String>,
    /// The attribute by which municipalities of both groups form pairs
    #[arg(long, value_name = "ATTRIBUTE", requires = "by", value_parser = spelled)]
    pairs: Option<String>,
    /// The order of the municipalities
    #[arg(long, value_enum, default_value = "given")]
    sort: Order,
    /// Give a ranking too, where the framework allows it
    #[arg(long)]
    rank: bool,
    /// The seed of the draws with other weights
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    seed: u64,
    /// Replace the names of all municipalities but the first by numbers
    #[arg(long, conflicts_with_all = ["write_peers", "skip_invalid"])]
    anonymise: bool,
    /// A page for this municipality beside those of its size class; `all` for each. May be repeated
    #[arg(long = "factsheet", value_name = "NAME", value_parser = spelled)]
    factsheets: Vec<String>,
    /// Give the tables of a coding study as they were published too
    #[arg(long)]
    published: bool,
    /// Leave out cases with errors instead of stopping; the first page names them
    #[arg(long)]
    skip_invalid: bool,
    /// Write peers.yaml too: figures that a case can name
    #[arg(long)]
    write_peers: bool,
    /// The title; ‘Vergelijking van … gemeenten’ without this
    #[arg(long, value_name = "TITLE", value_parser = filled)]
    title: Option<String>,
    /// The date (2026-11-22, 2026-11 or 2026); that of the last audit without this
    #[arg(long, value_name = "DATE", value_parser = super::new::date)]
    date: Option<PartialDate>,
    /// In which forms, separated by commas
    #[arg(long, value_enum, value_delimiter = ',', default_value = "md,pdf,html,json,csv,xlsx")]
    format: Vec<Format>,
    #[command(flatten)]
    csv: Csv,
    /// The folder in which the comparison gets its folder
    #[arg(long, value_name = "FOLDER", default_value = "output")]
    output: PathBuf,
    /// The name of the folder of the comparison
    #[arg(long, value_name = "NAME", default_value = "vergelijking", value_parser = folder_name)]
    name: String,
    #[command(flatten)]
    edits: Edits,
    #[command(flatten)]
    depfile: Depfile,
}

fn two(text: &str) -> Result<(String, String), String> {
    match composed(text).split(',').map(str::trim).collect::<Vec<_>>().as_slice() {
        [one, other] if !one.is_empty() && !other.is_empty() && one != other => {
            Ok(((*one).to_owned(), (*other).to_owned()))
        }
        _ => Err(tell::words(&phrase("usage-two-groups"))),
    }
}

/// Normalises the name of an attribute, as names in files are.
#[expect(clippy::unnecessary_wraps, reason = "what clap wants of a parser")]
fn spelled(text: &str) -> Result<String, String> {
    Ok(composed(text).into_owned())
}

/// Parses a title: not empty, and joined to one line.
fn filled(text: &str) -> Result<String, String> {
    let line = composed(text).split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() { Err(tell::words(&phrase("usage-title"))) } else { Ok(line) }
}

impl Args {
    fn choices(&self) -> Choices {
        Choices {
            by: self.by.clone(),
            contrast: self.contrast.clone(),
            level: self.level.clone(),
            pairs: self.pairs.clone(),
            sort: match self.sort {
                Order::Given => Sort::Given,
                Order::Name => Sort::Name,
                Order::Inhabitants => Sort::Inhabitants,
                Order::Province => Sort::Province,
            },
            rank: self.rank,
            seed: self.seed,
            anonymised: self.anonymise,
        }
    }

    fn request(&self) -> CompareRequest {
        let format = |format: &Format| match format {
            Format::Md => pipeline::Format::Md,
            Format::Pdf => pipeline::Format::Pdf,
            Format::Html => pipeline::Format::Html,
            Format::Json => pipeline::Format::Json,
            Format::Csv => pipeline::Format::Csv,
            Format::Rows => pipeline::Format::Rows,
            Format::Xlsx => pipeline::Format::Xlsx,
            Format::Ods => pipeline::Format::Ods,
        };
        CompareRequest {
            cases: self.cases.clone(),
            choices: self.choices(),
            factsheets: self.factsheets.clone(),
            published: self.published,
            skip_invalid: self.skip_invalid,
            write_peers: self.write_peers,
            title: self.title.clone(),
            date: self.date,
            formats: self.format.iter().map(format).collect(),
            csv: self.csv.dialect(),
            output: self.output.clone(),
            name: self.name.clone(),
            options: options(&self.edits, &self.depfile),
        }
    }

    /// Options that do not apply: those about audits for a coding study, and the one about a coding
    /// study for audits.
    fn unfit(&self) -> Vec<Diagnostic> {
        let coding = self.cases.iter().any(|path| path.join(STUDY).is_file());
        let of_audits = [
            (self.rank, "--rank"),
            (self.skip_invalid, "--skip-invalid"),
            (self.title.is_some(), "--title"),
            (self.date.is_some(), "--date"),
            (self.sort != Order::Given, "--sort"),
            (self.level.is_some(), "--level"),
            (self.anonymise, "--anonymise"),
            (!self.factsheets.is_empty(), "--factsheet"),
            (self.write_peers, "--write-peers"),
            (self.contrast.is_some(), "--contrast"),
            (self.pairs.is_some(), "--pairs"),
            (self.format.contains(&Format::Rows), "--format rows"),
        ];
        let (options, what) = match coding {
            true => (of_audits.to_vec(), "what-coding"),
            false => (vec![(self.published, "--published")], "what-comparison"),
        };
        let no_use = |(_, option): (bool, &'static str)| {
            let diagnostic = Diagnostic::of_file(Code::NoUse, option).with("value", option);
            diagnostic.with("what", phrase(what))
        };
        options.into_iter().filter(|(given, _)| *given).map(no_use).collect()
    }
}

/// Compares audits. If there is any error, nothing is written.
pub fn run(args: &Args) -> Result<Outcome> {
    tell::written(compare(&args.request(), args.unfit(), &Terminal)?)
}
