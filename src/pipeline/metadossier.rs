//! Makes a metadossier: one workbook of the questions, norms, ways of working, conclusions and
//! recommendations of several studies.

use super::ending::refused;
use super::expanded::expanded;
use super::listener::{Listener, busy};
use super::prepare::{assets, redaction};
use crate::diagnostics::{Code, Diagnostic, portable};
use crate::files::Folder;
use crate::load::{Loader, no_case};
use crate::model::Case;
use crate::privacy::{Guard, Outgoing, Typed, clear};
use crate::sheets::{self, Dialect};
use crate::view;
use anyhow::Result;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// File name without extension.
const STEM: &str = "metadossier";

/// A file format of a metadossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MetadossierFormat {
    /// A workbook of Excel.
    Xlsx,
    /// An OpenDocument spreadsheet.
    Ods,
    /// A CSV file for each sheet.
    Csv(Dialect),
}

/// What is asked of a metadossier.
#[derive(Debug, Clone)]
pub struct MetadossierRequest {
    /// Folders of cases, or folders with cases in them.
    pub cases: Vec<PathBuf>,
    /// The formats.
    pub formats: Vec<MetadossierFormat>,
    /// The folder in which the metadossier gets its folder.
    pub output: PathBuf,
    /// The name of that folder.
    pub name: String,
}

/// Makes a metadossier; the paths of its files, or `None` if there is an error.
///
/// # Errors
/// If the file system refuses.
pub fn metadossier(
    request: &MetadossierRequest,
    listener: &dyn Listener,
) -> Result<Option<Vec<PathBuf>>> {
    let mut loader = Loader::new(assets());
    let cases = cases(request, &mut loader);
    redaction(&mut loader);
    if loader.report.has_errors() {
        refused(&loader, listener)?;
        return Ok(None);
    }
    let view = view::metadossier(&cases.iter().collect::<Vec<_>>());
    let tables: Vec<_> = view.sheets.iter().collect();
    let folder = request.output.join(&request.name);
    let mut files = Vec::new();
    for format in &request.formats {
        let (title, date, notes) = (&view.title, view.date_parts, &view.notes);
        let mut add = |name: String, bytes| files.push(Outgoing::new(&folder, &name, bytes));
        match format {
            MetadossierFormat::Xlsx => {
                add(format!("{STEM}.xlsx"), sheets::workbook(title, date, notes, &tables, &[])?);
            }
            MetadossierFormat::Ods => {
                add(format!("{STEM}.ods"), sheets::spreadsheet(title, date, notes, &tables, &[])?);
            }
            MetadossierFormat::Csv(dialect) => {
                for table in &tables {
                    let name = table.sheet.to_lowercase().replace(' ', "-");
                    let mut csv = Vec::new();
                    sheets::plain_csv(table, *dialect, &mut csv)?;
                    add(format!("{STEM}-{name}.csv"), csv);
                }
            }
        }
    }
    let towns: Vec<&str> = cases.iter().map(|case| case.body.name.as_str()).collect();
    let guard = Guard::of(&loader.secrets, &towns);
    let Loader { texts, sources, report, .. } = &mut loader;
    let cleared = clear(&guard, files, &Typed { texts, sources, folders: &[] }, report);
    let Some(cleared) = cleared.filter(|_| !loader.report.has_errors()) else {
        refused(&loader, listener)?;
        return Ok(None);
    };
    listener.problems(&loader.report, &loader.sources);
    let Some(open) = Folder::open(&folder)? else {
        busy(&folder, listener);
        return Ok(None);
    };
    cleared.iter().map(|file| open.write(file)).collect::<Result<Vec<_>>>().map(Some)
}

/// The cases, with their errors in the report; what is to be filled in does not matter here. Two of
/// one name cannot be told apart.
fn cases(request: &MetadossierRequest, loader: &mut Loader) -> Vec<Case> {
    let found = request.cases.iter().flat_map(|path| expanded(path, &mut loader.report));
    let (files, paths): (Vec<PathBuf>, Vec<PathBuf>) = found.partition(|path| path.is_file());
    // In a folder of cases other files are passed over.
    for file in files.into_iter().filter(|file| request.cases.contains(file)) {
        loader.report.push(no_case(&file));
    }
    let mut names: BTreeMap<String, PathBuf> = BTreeMap::new();
    let mut cases = Vec::new();
    for (path, (case, branch)) in paths.iter().zip(loader.each(&paths, |b, path| b.case(path))) {
        loader.absorb(branch);
        let Some(case) = case else { continue };
        if names.insert(case.name.clone(), path.clone()).is_some() {
            let diagnostic = Diagnostic::of_file(Code::SameName, portable(path));
            loader.report.push(diagnostic.with("value", &case.name));
        }
        cases.push(case);
    }
    cases
}
