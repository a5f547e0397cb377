//! `rekenkamer compare`: audits of several municipalities in one document, and in tables.

mod coding;
mod entrants;
mod places;
mod write;

use super::depfile::Depfile;
use super::edits::OnEdit;
use super::names::{folder_name, there};
use super::prepare::{assets, veil};
use super::{Outcome, tell};
use crate::compare::{Choices, Problem, Replaced, Sort, anonymise, by_municipality, compare};
use crate::diagnostics::{Code, Diagnostic, nearest, phrase};
use crate::load::{Loader, STUDY};
use crate::markdown::Kind;
use crate::model::{Comparison, Framework, LeftOut, LeftOutReason, Level, PartialDate};
use crate::output::Guard;
use crate::text::composed;
use crate::{figures, narrative, page, sheets, view};
use anyhow::Result;
use clap::ValueEnum;
use entrants::Entrants;
use places::Places;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use write::{Outputs, write};

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
    /// All tables, in sheets
    Xlsx,
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

/// The level that a municipality reaches or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Reached {
    /// Meets the criterion
    Voldoet,
    /// Meets it largely at least
    Grotendeels,
    /// Meets it partly at least
    Deels,
}

/// Arguments of `compare`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folders of cases, folders with cases in them, scorecards (JSON), or one coding study
    #[arg(required = true, value_name = "CASE", value_parser = there())]
    cases: Vec<PathBuf>,
    /// Group by size-class, province or an attribute of case.yaml
    #[arg(long, value_name = "ATTRIBUTE", value_parser = spelled)]
    by: Option<String>,
    /// Compare these two groups, separated by a comma
    #[arg(long, value_name = "GROUP,GROUP", requires = "by", value_parser = two)]
    contrast: Option<(String, String)>,
    /// The level that a municipality reaches or not in that comparison
    #[arg(long, value_enum, default_value = "grotendeels")]
    level: Reached,
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
    /// The folder in which the comparison gets its folder
    #[arg(long, value_name = "FOLDER", default_value = "output")]
    output: PathBuf,
    /// The name of the folder of the comparison
    #[arg(long, value_name = "NAME", default_value = "vergelijking", value_parser = folder_name)]
    name: String,
    #[command(flatten)]
    on_edit: OnEdit,
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

/// The name of an attribute, as files have it.
#[expect(clippy::unnecessary_wraps, reason = "what clap wants of a parser")]
fn spelled(text: &str) -> Result<String, String> {
    Ok(composed(text).into_owned())
}

/// A text with something in it, on one line.
fn filled(text: &str) -> Result<String, String> {
    let line = composed(text).split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() { Err(tell::words(&phrase("usage-title"))) } else { Ok(line) }
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
        let what = phrase("what-comparison");
        loader.report.push(diagnostic.with("value", "--published").with("what", what));
    }
    let found = entrants::read(args, &mut loader);
    veil(&mut loader);
    let Some(found) = found else {
        return refused(&loader);
    };
    let Entrants { entrants, frameworks, left_out, places, folders } = found;
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
            problems.into_iter().for_each(|p| loader.report.push(diagnostic(p, &places)));
            return refused(&loader);
        }
    };
    let warnings = warnings(&comparison, &places, &frameworks, &loader);
    warnings.into_iter().for_each(|warning| loader.report.push(warning));
    let wording = view::Wording {
        title: args.title.clone(),
        date: args.date,
        commissioners: if args.anonymise { Vec::new() } else { commissioners },
    };
    let Some(mut outputs) = outputs(args, &comparison, &wording, &frameworks, &mut loader)? else {
        return refused(&loader);
    };
    // The folders of anonymous municipalities would name them.
    if !args.anonymise {
        outputs.record(&folders);
    }
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
    frameworks: &BTreeMap<String, Arc<Framework>>,
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
    let page = match args.format.contains(&Format::Html) {
        true => {
            let shown = view::page(comparison, &view, frameworks);
            page::html(&shown, &assets(), sources, report)
        }
        false => None,
    };
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
    Ok(nota.map(|nota| Outputs { nota, page, json, csv, xlsx, peers }))
}

/// What a researcher should know that keeps nothing from being written.
fn warnings(
    comparison: &Comparison,
    places: &Places,
    frameworks: &BTreeMap<String, Arc<Framework>>,
    loader: &Loader,
) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    // Two periods lie apart where the first one to end is over before the last one begins.
    let periods = || comparison.members.iter().map(|m| m.period);
    let first = periods().min_by_key(|period| period.to.last());
    let last_begin = periods().map(|period| period.from.first()).max();
    if let Some(first) = first.filter(|first| Some(first.to.last()) < last_begin) {
        out.push(places.period(Code::PeriodsApart, first));
    }
    // A case with errors was told of by itself.
    let compared = |one: &&LeftOut| one.reason != LeftOutReason::Invalid;
    let mut by_reason: BTreeMap<&LeftOutReason, Vec<LeftOut>> = BTreeMap::new();
    for one in comparison.left_out.iter().filter(compared) {
        by_reason.entry(&one.reason).or_default().push(one.clone());
    }
    for group in by_reason.values() {
        let place = group.iter().take(1).map(|one| places.left_out(one, frameworks, loader));
        let sentences = view::left_out(group).into_iter();
        out.extend(
            place.zip(sentences).map(|(diagnostic, sentence)| {
                diagnostic.with("what", sentence.trim_end_matches('.'))
            }),
        );
    }
    out
}

fn diagnostic(problem: Problem, places: &Places) -> Diagnostic {
    match problem {
        Problem::NotInMargins(by) => {
            Diagnostic::of_file(Code::NotInMargins, "--by").with("value", by)
        }
        Problem::TooFew => places.whole(Code::TooFewAudits),
        Problem::NothingInCommon => places.whole(Code::NothingInCommon),
        Problem::Twice(name, first, second) => {
            let diagnostic = Diagnostic::of_file(Code::TwiceInPeriod, second);
            diagnostic.with("value", name).with("where", first)
        }
        Problem::OneCode { code, first, second } => {
            Diagnostic::of_file(Code::OneCodeTwoNames, second.0)
                .with("code", code)
                .with("value", second.1)
                .with("other", first.1)
                .with("where", first.0)
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
    tell::say(&phrase("nothing-written"));
    Ok(Outcome::Errors)
}
