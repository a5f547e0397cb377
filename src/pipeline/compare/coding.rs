//! Runs a coding study: counts it, and compares the counts with published ones.

use super::places::Places;
use super::problems::diagnostic;
use super::request::{CompareRequest, Format};
use super::write::{Outputs, Place, write};
use crate::compare::coding::count;
use crate::diagnostics::{Code, Diagnostic, Severity, portable};
use crate::load::{Loader, STUDY};
use crate::markdown::Kind;
use crate::pipeline::document::Written;
use crate::pipeline::ending::refused;
use crate::pipeline::listener::Listener;
use crate::pipeline::prepare::{assets, redaction};
use crate::privacy::Guard;
use crate::{narrative, sheets, view};
use anyhow::Result;
use std::io::Write;

/// Counts a coding study and writes the results.
pub fn run(
    request: &CompareRequest,
    unfit: Vec<Diagnostic>,
    mut loader: Loader,
    listener: &dyn Listener,
) -> Result<Option<Written>> {
    let [folder] = request.cases.as_slice() else {
        loader.report.push(Diagnostic::of_file(Code::CodingAlone, "compare"));
        return refused(&loader, listener);
    };
    let shown = portable(folder.join(STUDY));
    unfit.into_iter().for_each(|diagnostic| loader.report.push(diagnostic));
    let study = loader.coding_study(folder);
    // A coding study can have a key file too.
    loader.protected_people(folder);
    redaction(&mut loader);
    let Some(study) = study.filter(|_| loader.report.count(Severity::Error) == 0) else {
        return refused(&loader, listener);
    };
    if request.published && study.published.is_empty() {
        loader.report.push(Diagnostic::of_file(Code::NothingPublished, &shown));
    }
    let result = match count(&study, request.choices.by.as_deref()) {
        Ok(result) => result,
        Err(problem) => {
            loader.report.push(diagnostic(problem, &Places::new(&request.cases)));
            return refused(&loader, listener);
        }
    };
    for warning in &result.warnings {
        let diagnostic = Diagnostic::of_file(Code::CodingWarns, &shown);
        loader.report.push(diagnostic.with("what", view::warning(warning).trim_end_matches('.')));
    }
    let view = view::coding(&study, &result, request.published);
    let (notes, tables) = (view.notes(), view.tables());
    let place = Place::of(request)?;
    let asked = |format: Format| request.formats.contains(&format);
    let mut files = Vec::new();
    if asked(Format::Json) {
        files.push(place.keep_json(&result)?);
    }
    if asked(Format::Csv) {
        let csv = |out: &mut dyn Write| sheets::csv(&notes, &tables, None, request.csv, out);
        files.push(place.keep_written("csv", csv)?);
    }
    if asked(Format::Xlsx) {
        let book = sheets::workbook(&view.title, view.date_parts, &notes, &tables, &[])?;
        files.push(place.keep("xlsx", book)?);
    }
    if asked(Format::Ods) {
        let book = sheets::spreadsheet(&view.title, view.date_parts, &notes, &tables, &[])?;
        files.push(place.keep("ods", book)?);
    }
    let Loader { sources, report, .. } = &mut loader;
    let writer = narrative::Writer::new(Kind::CodingStudy, &assets(), sources, report);
    let nota = writer.and_then(|writer| writer.coding(view, &request.name, report));
    match nota {
        Some(nota) => {
            let guard = Guard::of(&loader.secrets, &[]);
            let html = asked(Format::Html);
            let mut outputs = Outputs { nota, factsheets: Vec::new(), html, files };
            outputs.record(std::slice::from_ref(folder));
            write(request, (outputs, &place), guard, loader, listener)
        }
        None => refused(&loader, listener),
    }
}
