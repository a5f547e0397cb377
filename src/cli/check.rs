//! `rekenkamer check`: every problem of every file in one run.

use super::language::language;
use super::names::existing_path;
use super::outcome::Outcome;
use super::tell;
use crate::diagnostics::{Report, Severity, Style, json, render, sarif};
use crate::pipeline::{Prepared, add_new, assets, check_hearing, checked};
use crate::privacy::Pictures;
use crate::publish::{Form, Typesetter, given_by_theme};
use anyhow::Result;
use clap::ValueEnum;
use serde_json::Value;
use std::io::IsTerminal;
use std::path::PathBuf;

/// How problems are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// With the excerpt and its place underlined
    Text,
    /// One line per problem
    Short,
    /// For another program
    Json,
    /// SARIF 2.1.0, which editors and code hosts show beside the lines
    Sarif,
}

/// Arguments of `check`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folders of the cases, of joint studies, and files with a framework or a codebook
    #[arg(required = true, value_name = "CASE", value_parser = existing_path())]
    cases: Vec<PathBuf>,
    /// How the problems are shown
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Fail on a warning or a place still empty too (exit status 1)
    #[arg(long)]
    strict: bool,
    /// Give hints on the Dutch text too: long sentences, passives, hard words, double names
    #[arg(long)]
    editorial: bool,
}

/// Checks cases and prints their problems.
pub fn run(args: &Args) -> Result<Outcome> {
    let mut prepared = checked(&args.cases);
    prepared.check_texts(&Typesetter::new(&assets()));
    if !prepared.has_errors() {
        prepared.check_documents();
        check_hearing(&mut prepared);
        prepared.hold_final();
    }
    see_pictures(&mut prepared);
    if args.editorial {
        prepared.edit();
    }
    // Errors and warnings come first, then places to fill in, then hints.
    let mut found = prepared.report.sorted();
    found.sort_by_key(|d| match d.severity() {
        Severity::Error | Severity::Warning => 0,
        Severity::Todo => 1,
        Severity::Hint => 2,
    });
    let sources = &prepared.sources;
    let shown = match args.format {
        Format::Text => {
            let style = tell::style(std::io::stdout().is_terminal());
            render(&found, sources, style, language())
        }
        Format::Short => render(&found, sources, Style::Short, language()),
        Format::Json => pretty(&json(&found, sources, language()))?,
        Format::Sarif => pretty(&sarif(&found, sources, language()))?,
    };
    tell::result(&shown)?;
    tell::line(&tell::summary(&found));
    tell::accepted(prepared.cases.iter().map(|c| c.accepted).sum());
    let open = found.iter().any(|d| d.severity() != Severity::Hint);
    let strict = args.strict || prepared.has_final();
    let failed = prepared.has_errors() || (strict && open);
    Ok(if failed { Outcome::Errors } else { Outcome::Fine })
}

/// Reports unchecked images of the theme and the house style if a case protects names: its
/// documents will show them.
fn see_pictures(prepared: &mut Prepared) {
    let mut found = Report::default();
    let shown = given_by_theme(&assets(), &Form::ALL, &mut found);
    for scored in prepared.cases.iter().filter(|scored| !scored.case.protected.is_empty()) {
        let pictures = Pictures { shown: shown.clone(), seen: scored.seen() };
        pictures.unseen().into_iter().for_each(|diagnostic| found.push(diagnostic));
    }
    add_new(found, &mut prepared.report);
}

fn pretty(value: &Value) -> Result<String> {
    Ok(format!("{}\n", serde_json::to_string_pretty(value)?))
}
