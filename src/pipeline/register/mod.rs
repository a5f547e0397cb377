//! Makes the register of recommendations, and the part of it for the annual report.

mod request;
mod write;

pub use request::{RegisterFormat, RegisterRequest};

use super::document::Written;
use super::ending::refused;
use super::expanded::expanded;
use super::listener::Listener;
use super::prepare::{assets, redaction};
use crate::diagnostics::{Code, Diagnostic, portable};
use crate::load::{Loader, REGISTER};
use crate::model::Case;
use crate::privacy::Guard;
use crate::register::{self as followed, Register};
use crate::{narrative, sheets, view};
use anyhow::Result;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use write::{Outputs, write};

/// Makes a register. If there is any error, nothing is written.
///
/// # Errors
/// If the file system refuses.
pub fn register(
    request: &RegisterRequest,
    unfit: Vec<Diagnostic>,
    listener: &dyn Listener,
) -> Result<Option<Written>> {
    let mut loader = Loader::new(assets());
    unfit.into_iter().for_each(|diagnostic| loader.report.push(diagnostic));
    let paths = paths(request, &mut loader);
    let cases = cases(&paths, &mut loader);
    let files = state_files(request, &paths);
    let all: Vec<&Case> = cases.iter().collect();
    let states = loader.states(&files, &all);
    redaction(&mut loader);
    if loader.report.has_errors() {
        return refused(&loader, listener);
    }
    let own = |case: &&Case| {
        let path = format!("{}/case.yaml", case.name);
        Some((path, case.hashes.get("case.yaml")?.clone()))
    };
    let inputs: Vec<(String, String)> =
        all.iter().filter_map(own).chain(states.hashes.clone()).collect();
    let register = followed::register(&all, &states.states, request.judged_on());
    let Some(mut outputs) = outputs(request, &register, &inputs, &mut loader)? else {
        return refused(&loader, listener);
    };
    outputs.record(&paths);
    let towns: Vec<&str> = all.iter().map(|case| case.body.name.as_str()).collect();
    let guard = Guard::of(&loader.secrets, &towns);
    write(request, outputs, guard, loader, listener)
}

/// The folders of the cases. In a folder of cases, scorecards and coding studies are passed over:
/// they have no recommendations that can be followed.
fn paths(request: &RegisterRequest, loader: &mut Loader) -> Vec<PathBuf> {
    let mut known = BTreeSet::new();
    let mut out = Vec::new();
    for given in &request.cases {
        let found = expanded(given, &mut loader.report);
        let own = |path: &PathBuf| path == given || path.join("case.yaml").is_file();
        for path in found.into_iter().filter(own) {
            let whole = dunce::canonicalize(&path).unwrap_or_else(|_| path.clone());
            if known.insert(whole) {
                out.push(path);
            }
        }
    }
    out
}

/// The cases, with their problems in the report. Two of the same name cannot be told apart.
fn cases(paths: &[PathBuf], loader: &mut Loader) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    let read = loader.each(paths, |branch, path| branch.case(path));
    for (path, (case, branch)) in paths.iter().zip(read) {
        loader.absorb(branch);
        let Some(case) = case else { continue };
        if names.insert(case.name.clone(), portable(path)).is_some() {
            let diagnostic = Diagnostic::of_file(Code::SameName, portable(path));
            loader.report.push(diagnostic.with("value", &case.name));
        }
        cases.push(case);
    }
    cases
}

/// The files with states: the given one, or those in the working folder and beside the cases.
fn state_files(request: &RegisterRequest, paths: &[PathBuf]) -> Vec<PathBuf> {
    if let Some(file) = &request.states {
        return vec![file.clone()];
    }
    let beside = paths.iter().filter_map(|path| path.parent()).map(Path::to_owned);
    let given = request.cases.iter().filter(|path| !path.join("case.yaml").is_file()).cloned();
    let mut known = BTreeSet::new();
    let folders = std::iter::once(PathBuf::new()).chain(given).chain(beside);
    let files =
        folders.map(|folder| folder.join(REGISTER)).filter(|file| file.symlink_metadata().is_ok());
    let whole = |file: &PathBuf| dunce::canonicalize(file).unwrap_or_else(|_| file.clone());
    files.filter(|file| known.insert(whole(file))).collect()
}

/// Generates all outputs in memory.
fn outputs(
    request: &RegisterRequest,
    register: &Register<'_>,
    inputs: &[(String, String)],
    loader: &mut Loader,
) -> Result<Option<Outputs>> {
    let view = view::register(register, request.grouping, request.year, inputs);
    let asked = |format: RegisterFormat| request.formats.contains(&format);
    let notes = view.notes();
    let tables: Vec<&view::table::TableView> = view.sheets.iter().collect();
    let xlsx = match asked(RegisterFormat::Xlsx) {
        true => sheets::workbook(&view.title, view.date_parts, &notes, &tables, &[])?,
        false => Vec::new(),
    };
    let ods = match asked(RegisterFormat::Ods) {
        true => sheets::spreadsheet(&view.title, view.date_parts, &notes, &tables, &[])?,
        false => Vec::new(),
    };
    let mut csv = Vec::new();
    if asked(RegisterFormat::Csv) {
        sheets::csv(&notes, &tables, None, request.csv, &mut csv)?;
    }
    let json = match asked(RegisterFormat::Json) {
        true => followed::json(register, inputs)?,
        false => String::new(),
    };
    let Loader { sources, report, .. } = loader;
    let writer = narrative::Writer::new(request.kind(), &assets(), sources, report);
    let text = writer.and_then(|writer| writer.register(view, &request.name, report));
    Ok(text.map(|text| Outputs { text, json, csv, xlsx, ods }))
}
