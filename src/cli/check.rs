//! `rekenkamer check`: every problem of every file in one run.

use super::prepare::{assets, scored};
use super::{Outcome, tell};
use crate::diagnostics::{Severity, Style, render};
use crate::markdown::Kind;
use crate::publish::Typesetter;
use anyhow::Result;
use clap::ValueEnum;
use std::io::IsTerminal;
use std::path::PathBuf;

/// How problems are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Met het fragment en de plaats onderstreept
    Text,
    /// Eén regel per probleem
    Short,
}

/// Arguments of `check`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// De mappen van de cases
    #[arg(required = true, value_name = "CASE")]
    cases: Vec<PathBuf>,
    /// Hoe de problemen worden getoond
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Laat ook een waarschuwing of een plaats die nog leeg is mislukken (uitgang 1)
    #[arg(long)]
    strict: bool,
    /// Geef ook tips bij de tekst: lange zinnen, lijdende vorm, moeilijke woorden, dubbele namen
    #[arg(long)]
    editorial: bool,
}

/// Checks cases.
pub fn run(args: &Args) -> Result<Outcome> {
    let mut prepared = scored(&args.cases);
    prepared.check_texts(&Typesetter::new(&assets()));
    if !prepared.has_errors() {
        prepared.papers(Kind::Nota);
    }
    if args.editorial {
        prepared.edit();
    }
    // What is wrong goes before what is only still open, and that before what may be better.
    let mut found = prepared.report.sorted();
    found.sort_by_key(|d| match d.severity() {
        Severity::Error | Severity::Warning => 0,
        Severity::Todo => 1,
        Severity::Hint => 2,
    });
    let style = match args.format {
        Format::Text => tell::style(std::io::stdout().is_terminal()),
        Format::Short => Style::Short,
    };
    tell::result(&render(&found, &prepared.sources, style))?;
    tell::line(&tell::summary(&found));
    tell::accepted(prepared.cases.iter().map(|c| c.accepted).sum());
    let open = found.iter().any(|d| d.severity() != Severity::Hint);
    let failed = prepared.has_errors() || (args.strict && open);
    Ok(if failed { Outcome::Errors } else { Outcome::Fine })
}
