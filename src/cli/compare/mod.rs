//! `rekenkamer compare`: audits of several municipalities in one document, and in tables.

mod coding;
mod entrants;
mod write;

use super::depfile::Depfile;
use super::edits::OnEdit;
use super::prepare::{assets, veil};
use super::{Outcome, tell};
use crate::compare::{Choices, Problem, Replaced, Sort, anonymise, by_municipality, compare};
use crate::diagnostics::{Code, Diagnostic, Report, nearest};
use crate::load::{Loader, STUDY};
use crate::markdown::Kind;
use crate::model::{Comparison, Level, PartialDate};
use crate::output::Guard;
use crate::{figures, narrative, sheets, view};
use anyhow::Result;
use clap::ValueEnum;
use entrants::Entrants;
use std::path::PathBuf;
use write::{Outputs, write};

/// In which form a comparison is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Markdown
    Md,
    /// PDF/UA-1 en PDF/A-2a
    Pdf,
    /// Alle getallen, exact
    Json,
    /// Alle tabellen, één waarde per regel
    Csv,
    /// Alle tabellen, in werkbladen
    Xlsx,
}

/// The order of the municipalities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Order {
    /// Zoals opgegeven
    Given,
    /// Op naam
    Name,
    /// De grootste eerst
    Inhabitants,
    /// Op provincie, dan op naam
    Province,
}

/// The level that a municipality reaches or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Reached {
    /// Voldoet
    Voldoet,
    /// Voldoet minstens grotendeels
    Grotendeels,
    /// Voldoet minstens deels
    Deels,
}

/// Arguments of `compare`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Mappen van cases, mappen met cases erin, scorekaarten (JSON), of één codeerstudie
    #[arg(required = true, value_name = "CASE")]
    cases: Vec<PathBuf>,
    /// Groepeer naar size-class, province of een kenmerk uit case.yaml
    #[arg(long, value_name = "KENMERK")]
    by: Option<String>,
    /// Vergelijk deze twee groepen, met een komma ertussen
    #[arg(long, value_name = "GROEP,GROEP", requires = "by", value_parser = two)]
    contrast: Option<(String, String)>,
    /// Het niveau dat een gemeente in die vergelijking haalt of niet
    #[arg(long, value_enum, default_value = "grotendeels")]
    level: Reached,
    /// Het kenmerk waarmee gemeenten uit beide groepen paren vormen
    #[arg(long, value_name = "KENMERK", requires = "by")]
    pairs: Option<String>,
    /// De volgorde van de gemeenten
    #[arg(long, value_enum, default_value = "given")]
    sort: Order,
    /// Geef ook een rangorde, waar het normenkader dat toestaat
    #[arg(long)]
    rank: bool,
    /// De startwaarde van de trekkingen met andere gewichten
    #[arg(long, value_name = "GETAL", default_value_t = 1)]
    seed: u64,
    /// Vervang de namen van alle gemeenten behalve de eerste door nummers
    #[arg(long, conflicts_with_all = ["write_peers", "skip_invalid"])]
    anonymise: bool,
    /// Geef van een codeerstudie ook de tabellen zoals zij zijn gepubliceerd
    #[arg(long)]
    published: bool,
    /// Laat cases met fouten weg in plaats van te stoppen; de eerste bladzijde noemt ze
    #[arg(long)]
    skip_invalid: bool,
    /// Schrijf ook peers.yaml: cijfers die een case kan noemen
    #[arg(long)]
    write_peers: bool,
    /// De titel; zonder dit ‘Vergelijking van … gemeenten’
    #[arg(long, value_name = "TITEL", value_parser = filled)]
    title: Option<String>,
    /// De datum (2026-11-22, 2026-11 of 2026); zonder dit die van het laatste onderzoek
    #[arg(long, value_name = "DATUM", value_parser = super::new::date)]
    date: Option<PartialDate>,
    /// In welke vormen, met komma's ertussen
    #[arg(long, value_enum, value_delimiter = ',', default_value = "md,pdf,json,csv,xlsx")]
    format: Vec<Format>,
    /// De map waarin de map van de vergelijking komt
    #[arg(long, value_name = "MAP", default_value = "output")]
    output: PathBuf,
    /// De naam van de map van de vergelijking
    #[arg(long, value_name = "NAAM", default_value = "vergelijking", value_parser = folder)]
    name: String,
    #[command(flatten)]
    on_edit: OnEdit,
    #[command(flatten)]
    depfile: Depfile,
}

fn two(text: &str) -> Result<(String, String), String> {
    match text.split(',').map(str::trim).collect::<Vec<_>>().as_slice() {
        [one, other] if !one.is_empty() && !other.is_empty() && one != other => {
            Ok(((*one).to_owned(), (*other).to_owned()))
        }
        _ => Err("noem twee verschillende groepen met een komma ertussen".to_owned()),
    }
}

/// A name of one folder, below the folder of the output.
fn folder(text: &str) -> Result<String, String> {
    let apart = text.contains(['/', '\\']) || text.trim().is_empty() || text.starts_with('.');
    if apart {
        Err("geef de naam van één map, zonder streep".to_owned())
    } else {
        Ok(text.to_owned())
    }
}

/// A text with something in it, on one line.
fn filled(text: &str) -> Result<String, String> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() { Err("de titel is leeg".to_owned()) } else { Ok(line) }
}

impl Args {
    /// The properties that are asked for.
    fn asked(&self) -> Vec<String> {
        self.by.iter().chain(&self.pairs).cloned().collect()
    }

    fn choices(&self) -> Choices {
        Choices {
            by: self.by.clone(),
            contrast: self.contrast.clone(),
            level: match self.level {
                Reached::Voldoet => Level::Voldoet,
                Reached::Grotendeels => Level::Grotendeels,
                Reached::Deels => Level::Deels,
            },
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
}

/// Compares audits. Where anything is in error, nothing is written.
pub fn run(args: &Args) -> Result<Outcome> {
    let mut loader = Loader::new(assets());
    if args.cases.iter().any(|path| path.join(STUDY).is_file()) {
        return coding::run(args, loader);
    }
    if args.published {
        let diagnostic = Diagnostic::of_file(Code::NoUse, "--published");
        let what = "een vergelijking van onderzoeken";
        loader.report.push(diagnostic.with("value", "--published").with("what", what));
    }
    let found = entrants::read(args, &mut loader);
    veil(&mut loader);
    let Some(found) = found else {
        return refused(&loader);
    };
    let Entrants { entrants, frameworks, left_out } = found;
    let towns: Vec<String> = entrants.iter().map(|e| e.card.municipality.name.clone()).collect();
    let commissioners = entrants.iter().map(|e| e.card.study.commissioner.clone()).collect();
    let mut replaced = Vec::new();
    let compared = by_municipality(entrants).and_then(|mut years| {
        if args.anonymise {
            (years, replaced) = anonymise(years, &args.asked());
        }
        compare(years, &frameworks, left_out, &args.choices())
    });
    let comparison = match compared {
        Ok(comparison) => comparison,
        Err(problems) => {
            problems.into_iter().for_each(|p| loader.report.push(diagnostic(p)));
            return refused(&loader);
        }
    };
    warn(&comparison, &mut loader.report);
    let wording = view::Wording {
        title: args.title.clone(),
        date: args.date,
        commissioners: if args.anonymise { Vec::new() } else { commissioners },
    };
    let Some(outputs) = outputs(args, &comparison, &wording, &mut loader)? else {
        return refused(&loader);
    };
    let guard = guard(&loader, &towns, &replaced);
    write(args, outputs, &guard, loader)
}

/// What a comparison may not tell: not who is behind a role code, not which municipality was
/// replaced.
fn guard(loader: &Loader, towns: &[String], replaced: &[Replaced]) -> Guard {
    let known: Vec<&str> = towns.iter().map(String::as_str).collect();
    let replaced = replaced.iter().map(|r| (r.name.as_str(), r.common));
    Guard::of(&loader.secrets, &known).with_towns(replaced)
}

/// Everything that may be written, in memory.
fn outputs(
    args: &Args,
    comparison: &Comparison,
    wording: &view::Wording,
    loader: &mut Loader,
) -> Result<Option<Outputs>> {
    let view = view::comparison(comparison, wording);
    let (notes, tables) = (view.notes(), view.tables());
    let asked = |format: Format| args.format.contains(&format);
    let xlsx = match asked(Format::Xlsx) {
        true => sheets::workbook(&view.title, view.date_parts, &notes, &tables)?,
        false => Vec::new(),
    };
    let csv = if asked(Format::Csv) { sheets::csv(&notes, &tables)? } else { Vec::new() };
    let json = match asked(Format::Json) {
        true => format!("{}\n", serde_json::to_string_pretty(comparison)?),
        false => String::new(),
    };
    let peers = match args.write_peers {
        true => Some(sheets::peers_file(comparison, &view.title)?),
        false => None,
    };
    let Loader { sources, report, .. } = loader;
    let charts = view.charts();
    let pen = match charts.as_slice() {
        [] => None,
        _ => figures::Pen::new(&assets(), sources, report),
    };
    let drawn = pen.and_then(|pen| pen.draw(&charts, report));
    let writer = narrative::Writer::new(Kind::Comparison, &assets(), sources, report);
    let mut nota = writer.and_then(|writer| writer.comparison(view, &args.name, report));
    if let (Some(nota), Some(drawn)) = (&mut nota, drawn) {
        nota.show(drawn);
    }
    Ok(nota.map(|nota| Outputs { nota, json, csv, xlsx, peers }))
}

/// What a researcher should know that keeps nothing from being written.
fn warn(comparison: &Comparison, report: &mut Report) {
    // Two periods lie apart where the first one to end is over before the last one begins.
    let first_end = comparison.members.iter().map(|m| m.period.to.last()).min();
    let last_begin = comparison.members.iter().map(|m| m.period.from.first()).max();
    let apart = first_end < last_begin;
    if apart {
        report.push(Diagnostic::of_file(Code::PeriodsApart, "compare"));
    }
    for sentence in view::left_out(&comparison.left_out) {
        report.push(Diagnostic::of_file(Code::NotCompared, "compare").with("what", sentence));
    }
}

fn diagnostic(problem: Problem) -> Diagnostic {
    match problem {
        Problem::NotInMargins(by) => {
            Diagnostic::of_file(Code::NotInMargins, "--by").with("value", by)
        }
        Problem::TooFew => Diagnostic::of_file(Code::TooFewAudits, "compare"),
        Problem::NothingInCommon => Diagnostic::of_file(Code::NothingInCommon, "compare"),
        Problem::Twice(name, first, second) => {
            let diagnostic = Diagnostic::of_file(Code::TwiceInPeriod, second);
            diagnostic.with("value", name).with("where", first)
        }
        Problem::UnknownProperty { by, known } => {
            let near = nearest(&by, known.iter().map(String::as_str)).map(str::to_owned);
            Diagnostic::of_file(Code::UnknownProperty, "compare")
                .with("value", by)
                .with("known", known.join(", "))
                .with_some("nearest", near)
        }
        Problem::UnknownGroup { group, known } => {
            let near = nearest(&group, known.iter().map(String::as_str)).map(str::to_owned);
            Diagnostic::of_file(Code::EmptyGroup, "--contrast")
                .with("value", group)
                .with("known", known.join(", "))
                .with_some("nearest", near)
        }
        Problem::NoPair { by, value } => {
            let diagnostic = Diagnostic::of_file(Code::NoPair, "--pairs");
            diagnostic.with("column", by).with("value", value)
        }
    }
}

/// Tells the problems; nothing was written.
fn refused(loader: &Loader) -> Result<Outcome> {
    tell::problems(&loader.report, &loader.sources);
    tell::line(&tell::summary(&loader.report.sorted()));
    tell::line("er is niets geschreven");
    Ok(Outcome::Errors)
}
