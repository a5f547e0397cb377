//! Compares audits of several municipalities, in one document and in tables.

mod coding;
mod entrants;
mod factsheets;
mod places;
mod problems;
mod request;
mod write;

pub use request::{CompareRequest, Format};

use super::document::Written;
use super::ending::refused;
use super::listener::Listener;
use super::prepare::{assets, redaction};
use crate::compare::{self, Replaced, anonymise, by_municipality};
use crate::diagnostics::{Code, Diagnostic, Report, SourceMap};
use crate::load::{Loader, STUDY};
use crate::markdown::Kind;
use crate::model::{Comparison, Framework, LeftOut, LeftOutReason};
use crate::privacy::{Guard, Unsearched};
use crate::publish::Form;
use crate::{narrative, sheets, view, webpage};
use anyhow::Result;
use entrants::Entrants;
use places::Places;
use problems::diagnostic;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::sync::Arc;
use write::{Outputs, PEERS, Place, ROWS, write};

/// Compares audits. If there is any error, nothing is written.
pub fn compare(
    request: &CompareRequest,
    unfit: Vec<Diagnostic>,
    listener: &dyn Listener,
) -> Result<Option<Written>> {
    let mut loader = Loader::new(assets());
    if request.cases.iter().any(|path| path.join(STUDY).is_file()) {
        return coding::run(request, unfit, loader, listener);
    }
    unfit.into_iter().for_each(|diagnostic| loader.report.push(diagnostic));
    let found = entrants::read(request, &mut loader, listener);
    redaction(&mut loader);
    let Some(found) = found else {
        return refused(&loader, listener);
    };
    let Entrants { mut entrants, frameworks, left_out, places, folders, joint } = found;
    if let Some(joint) = &joint {
        let sampling = joint.study.sampling;
        let unsaid = entrants.iter_mut().map(|entrant| &mut entrant.card.study.sampling);
        unsaid.for_each(|own| *own = own.or(sampling));
    }
    let towns: Vec<String> = entrants.iter().map(|e| e.card.municipality.name.clone()).collect();
    let commissioners = entrants.iter().map(|e| e.card.study.commissioner.clone()).collect();
    let mut replaced = Vec::new();
    let compared = by_municipality(entrants).and_then(|mut years| {
        if request.choices.anonymised {
            (years, replaced) = anonymise(years, &request.asked());
        }
        let comparison = compare::compare(years, &frameworks, left_out, &request.choices)?;
        Ok((factsheets::members(&request.factsheets, &comparison)?, comparison))
    });
    let (asked, comparison) = match compared {
        Ok(compared) => compared,
        Err(problems) => {
            problems.into_iter().for_each(|p| loader.report.push(diagnostic(p, &places)));
            return refused(&loader, listener);
        }
    };
    let warnings = warnings(&comparison, &places, &frameworks, &loader);
    warnings.into_iter().for_each(|warning| loader.report.push(warning));
    let wording = view::Wording {
        title: request.title.clone(),
        date: request.date,
        commissioners: if request.choices.anonymised { Vec::new() } else { commissioners },
        joint,
    };
    let place = Place::of(request)?;
    let made = outputs(request, (&comparison, &asked), &wording, &frameworks, &mut loader, &place)?;
    let Some(mut outputs) = made else {
        return refused(&loader, listener);
    };
    drop(comparison);
    // Folder names would identify anonymised municipalities.
    if !request.choices.anonymised {
        outputs.record(&folders);
    }
    let guard = guard(&loader, &towns, &replaced);
    write(request, (outputs, &place), guard, loader, listener)
}

/// The names that a comparison must not contain: people behind role codes, and municipalities
/// replaced by numbers.
fn guard(loader: &Loader, towns: &[String], replaced: &[Replaced]) -> Guard {
    let known: Vec<&str> = towns.iter().map(String::as_str).collect();
    let replaced = replaced.iter().map(|r| (r.name.as_str(), r.common));
    Guard::of(&loader.secrets, &known).with_towns(replaced)
}

/// Generates all outputs, with a factsheet of each of these members. Each file goes to the store as soon
/// as it is made.
fn outputs(
    request: &CompareRequest,
    (comparison, asked_for): (&Comparison, &BTreeSet<usize>),
    wording: &view::Wording,
    frameworks: &BTreeMap<String, Arc<Framework>>,
    loader: &mut Loader,
    place: &Place,
) -> Result<Option<Outputs>> {
    let Loader { sources, report, .. } = loader;
    let asked = |format: Format| request.formats.contains(&format);
    let mut files = Vec::new();
    let view = view::comparison(comparison, wording);
    if asked(Format::Json) {
        files.push(place.keep_json(comparison)?);
    }
    let (notes, tables) = (view.notes(), view.tables());
    let long = [view::judgements(comparison), view::rows(comparison)];
    let [judgements, rows] = &long;
    if asked(Format::Csv) {
        let csv =
            |out: &mut dyn Write| sheets::csv(&notes, &tables, Some(judgements), request.csv, out);
        files.push(place.keep_written("csv", csv)?);
    }
    if asked(Format::Rows) {
        files.push(place.keep_written(ROWS, |out| sheets::long_csv(rows, request.csv, out))?);
    }
    if asked(Format::Xlsx) {
        let book = sheets::workbook(&view.title, view.date_parts, &notes, &tables, &long)?;
        files.push(place.keep("xlsx", book)?);
    }
    if asked(Format::Ods) {
        let book = sheets::spreadsheet(&view.title, view.date_parts, &notes, &tables, &long)?;
        files.push(place.keep("ods", book)?);
    }
    if request.write_peers {
        let peers = sheets::peers_file(comparison, &view.title)?;
        files.push(place.keep(PEERS, peers.into_bytes())?);
    }
    let with_rows = comparison.members.len() <= view::MOST_ON_PAGE;
    if asked(Format::Html) && with_rows {
        let shown = view::page(comparison, &view, frameworks, true);
        files.splice(0..0, page(&shown, (sources, report), place)?);
    }
    let sheets = asked_for.iter().filter_map(|member| view::factsheet(comparison, &view, *member));
    let factsheets = factsheets::texts(sheets.collect(), &request.name, (sources, report));
    let view = view.for_document();
    if asked(Format::Html) && !with_rows {
        let shown = view::page(comparison, &view, frameworks, false);
        files.splice(0..0, page(&shown, (sources, report), place)?);
    }
    let writer = narrative::Writer::new(Kind::Comparison, &assets(), sources, report);
    let nota = writer.and_then(|writer| writer.comparison(view, &request.name, report));
    Ok(nota.map(|nota| Outputs { nota, factsheets, html: false, files }))
}

/// The interactive page, in its place; `None` if a template has an error.
fn page(
    shown: &view::PageView<'_>,
    (sources, report): (&mut SourceMap, &mut Report),
    place: &Place,
) -> Result<Option<Unsearched>> {
    let page = webpage::html(shown, &assets(), sources, report);
    page.map(|page| place.keep(Form::Html.ending(), page)).transpose()
}

/// Warnings about a comparison, which do not prevent writing.
fn warnings(
    comparison: &Comparison,
    places: &Places,
    frameworks: &BTreeMap<String, Arc<Framework>>,
    loader: &Loader,
) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    // Periods do not overlap if the earliest end is before the latest begin.
    let periods = || comparison.members.iter().map(|m| m.period);
    let first = periods().min_by_key(|period| period.to.last());
    let last_begin = periods().map(|period| period.from.first()).max();
    if let Some(first) = first.filter(|first| Some(first.to.last()) < last_begin) {
        out.push(places.period(Code::PeriodsApart, first));
    }
    // Cases with errors were reported before.
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
