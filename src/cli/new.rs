//! `rekenkamer new`: creates a case with every norm waiting to be filled in.

use super::names::new_folder;
use super::outcome::Outcome;
use super::tell::Terminal;
use super::{schema, tell};
use crate::assets::Assets;
use crate::diagnostics::{Code, Diagnostic, Report, nearest, phrase, portable};
use crate::files::{Folder, write_new_folder};
use crate::load::{Loader, meant_date};
use crate::model::PartialDate;
use crate::pipeline::assets;
use crate::pipeline::busy;
use crate::privacy::Outgoing;
use crate::{narrative, view};
use anyhow::Result;
use chrono::{DateTime, Utc};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The built-in frameworks, from policy to the council that steers it.
const SHIPPED: [&str; 5] =
    ["integral-policy", "fte-capacity", "bibob", "public-private-cooperation", "council-role"];

/// Arguments of `new`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the new case, such as cases/utrecht-2026
    #[arg(value_name = "CASE", required_unless_present = "templates", value_parser = new_folder)]
    case: Option<PathBuf>,
    /// The municipality
    #[arg(long, value_name = "NAME", required_unless_present = "templates")]
    municipality: Option<String>,
    /// Which frameworks, separated by commas; all without this
    #[arg(long, value_delimiter = ',', value_name = "FRAMEWORK")]
    frameworks: Vec<String>,
    /// The date of the report (2026-11-22, 2026-11 or 2026); today without this
    #[arg(long, value_name = "DATE", value_parser = date)]
    date: Option<PartialDate>,
    /// Put the templates and the theme in the folder templates, to be changed
    #[arg(long, conflicts_with_all = ["case", "municipality", "frameworks", "date"])]
    templates: bool,
}

/// Parses a date on the command line.
pub fn date(text: &str) -> Result<PartialDate, String> {
    text.parse().map_err(|()| {
        tell::words(&match meant_date(text) {
            Some(meant) => phrase("usage-date-meant").with("value", meant),
            None => phrase("usage-date"),
        })
    })
}

/// Creates a case, or copies the templates to where they can be changed.
pub fn run(args: &Args) -> Result<Outcome> {
    match (&args.case, &args.municipality) {
        (Some(case), Some(municipality)) => new_case(args, case, municipality),
        _ => templates(),
    }
}

/// Writes the built-in templates and theme into the working folder. Existing files are kept. Fonts
/// are not written: nobody edits them.
fn templates() -> Result<Outcome> {
    let carried = Assets::embedded();
    let Some(folder) = Folder::open(Path::new("templates"))? else {
        busy(Path::new("templates"), &Terminal);
        return Ok(Outcome::Errors);
    };
    let mut files = Vec::new();
    for path in carried.list("templates/", "") {
        if path.starts_with("templates/fonts/") {
            continue;
        }
        if Path::new(&path).exists() {
            tell::say(&phrase("left-as-it-was").with("path", &path));
            continue;
        }
        let bytes = carried.get(&path).unwrap_or_default();
        files.push(Outgoing::new(Path::new(""), &path, bytes));
    }
    for file in schema::without_secrets(files) {
        tell::result(&format!("{}\n", portable(folder.write(&file)?)))?;
    }
    tell::say(&phrase("templates-unchanged"));
    Ok(Outcome::Fine)
}

fn new_case(args: &Args, case: &Path, municipality: &str) -> Result<Outcome> {
    let mut loader = Loader::new(assets());
    let shown = portable(case);
    let taken =
        case.is_file() || std::fs::read_dir(case).is_ok_and(|mut entries| entries.next().is_some());
    if taken {
        loader.report.push(Diagnostic::of_file(Code::FolderExists, &shown));
    }
    let known = loader.framework_ids();
    let chosen =
        if args.frameworks.is_empty() { in_order(&known) } else { args.frameworks.clone() };
    let mut frameworks = Vec::new();
    for (index, id) in chosen.iter().enumerate() {
        if chosen.iter().take(index).any(|other| other == id) {
            continue;
        }
        if known.contains(id) {
            frameworks.extend(loader.framework(id));
            continue;
        }
        let diagnostic = Diagnostic::of_file(Code::UnknownFramework, "--frameworks")
            .with("value", id)
            .with("known", known.join(", "))
            .with_some("nearest", nearest(id, known.iter().map(String::as_str)));
        loader.report.push(diagnostic);
    }
    let date = args.date.unwrap_or_else(today);
    let name = one_line(municipality);
    let view = view::scaffold(&name, date, &frameworks);
    let files = narrative::scaffold(&view, &assets(), &mut loader.sources, &mut loader.report);
    tell::problems(&loader.report, &loader.sources);
    let Some(files) = files.filter(|_| !loader.report.has_errors()) else {
        return Ok(Outcome::Errors);
    };
    let ties = schema::ties(case)?;
    let tied = |(name, text): (String, String)| {
        let text = ties.map_or_else(|| text.clone(), |ties| ties.tie(&name, &text));
        Outgoing::new(case, &name, text)
    };
    let files = files.into_iter().map(tied);
    let Some(written) = write_new_folder(case, &schema::without_secrets(files.collect()))? else {
        let mut report = Report::default();
        report.push(Diagnostic::of_file(Code::FolderExists, &shown));
        tell::problems(&report, &loader.sources);
        return Ok(Outcome::Errors);
    };
    tell::names(&written)?;
    if ties.is_some() {
        schema::write_missing()?;
    }
    // Quoted, so that it can be pasted into a command.
    let typed = if shown.contains(' ') { format!("\"{shown}\"") } else { shown };
    tell::say(&phrase("fill-in").with("case", typed));
    Ok(Outcome::Fine)
}

/// A name on one line, without control characters, which no file of a case may contain.
fn one_line(name: &str) -> String {
    let shown = name.replace(|c: char| c.is_control(), " ");
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// All frameworks: the built-in ones in narrative order, then the user's own.
fn in_order(known: &[String]) -> Vec<String> {
    let place = |id: &&String| SHIPPED.iter().position(|s| *s == id.as_str());
    let mut all: Vec<&String> = known.iter().collect();
    all.sort_by_key(|id| (place(id).unwrap_or(SHIPPED.len()), (*id).clone()));
    all.into_iter().cloned().collect()
}

/// Today's date. It is written into the case, and documents never read the clock.
fn today() -> PartialDate {
    PartialDate::Day(DateTime::<Utc>::from(SystemTime::now()).date_naive())
}
