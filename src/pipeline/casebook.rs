//! A case as a workbook, and what a workbook that came back changes.

use super::clearing::{Batch, MARK, own_folder};
use super::edits::BASIS;
use super::ending::refused;
use super::listener::{Listener, busy};
use super::prepare::{assets, redaction};
use super::{Written, clearing};
use crate::assets::{sha256, sha256_of_file};
use crate::diagnostics::{Code, Diagnostic, Report, phrase, portable};
use crate::files::Folder;
use crate::load::{Book, Guarding, Loader, Merged};
use crate::privacy::{Guard, Outgoing, Pictures, Searched, Typed};
use crate::sheets::{casebook_ods, casebook_xlsx};
use anyhow::Result;
use std::path::{Path, PathBuf};

/// What `export` is asked.
pub struct ExportRequest {
    /// The folder of the case.
    pub case: PathBuf,
    /// Whether the workbook is one of OpenDocument.
    pub ods: bool,
    /// Whether rows with protected names are in it.
    pub internal: bool,
    /// The folder in which the case has its own.
    pub output: PathBuf,
}

/// Whether a text certainly names somebody who is protected, also behind Markdown.
fn names(guard: &Guard, text: &str) -> bool {
    let mut searched = Searched::default();
    searched.look(guard, &Outgoing { path: PathBuf::from("cel.md"), bytes: text.into() });
    searched.stops()
}

fn guard(guarding: &Guarding) -> Guard {
    let town = guarding.about.iter().map(|(town, _)| town.as_str());
    Guard::of(&guarding.protected, &town.collect::<Vec<_>>())
}

/// Writes a case as a workbook, unless there is an error. Rows that name somebody who is protected are
/// left out, except in a workbook for the researchers themselves.
///
/// # Errors
/// If the file system refuses.
pub fn export(request: &ExportRequest, listener: &dyn Listener) -> Result<Option<Written>> {
    let mut loader = Loader::new(assets());
    let book = loader.casebook(&request.case);
    let guarding = book.is_some().then(|| loader.guarding(&request.case)).flatten();
    redaction(&mut loader);
    let (Some(mut book), Some(guarding)) = (book, guarding) else {
        return refused(&loader, listener);
    };
    let guard = guard(&guarding);
    if !request.internal {
        book.leave_out(|row| names(&guard, &row.cells.join("\n\n")));
    }
    let folder = request.output.join(&book.case);
    let mark = if request.internal { MARK } else { "" };
    let ending = if request.ods { "ods" } else { "xlsx" };
    let name = format!("{mark}{}-werkmap.{ending}", book.case);
    let path = folder.join(&name);
    let record = format!("{BASIS}/{name}.sha256");
    let known = std::fs::read_to_string(folder.join(&record)).unwrap_or_default();
    if path.symlink_metadata().is_ok()
        && sha256_of_file(&path).is_ok_and(|digest| digest != known.trim())
    {
        let diagnostic = Diagnostic::of_file(Code::BookRefused, portable(&path));
        loader.report.push(diagnostic.with("problem", "edited"));
        return refused(&loader, listener);
    }
    let bytes = if request.ods { casebook_ods(&book)? } else { casebook_xlsx(&book)? };
    let own = match request.internal {
        true => match own_folder(&folder, &mut loader.report) {
            None => return refused(&loader, listener),
            proof => proof,
        },
        false => None,
    };
    let batch = Batch {
        // So that a workbook in which somebody worked is not written over.
        files: vec![
            Outgoing::new(&folder, &record, format!("{}\n", sha256(&bytes))),
            Outgoing::new(&folder, &name, bytes),
        ],
        guard,
        others: Guard::of_nothing(),
        pictures: Pictures::default(),
        typed_in: Vec::new(),
        private_folder: own,
    };
    let Loader { sources, report, texts, .. } = &mut loader;
    let typed = Typed { texts, sources, folders: &[] };
    let Some(files) = batch.clear(&typed, report) else { return refused(&loader, listener) };
    listener.problems(&loader.report, &loader.sources);
    let Some(folder) = Folder::open(&folder)? else {
        busy(&folder, listener);
        return Ok(None);
    };
    let mut written = Written { paths: Vec::new(), settled: true };
    clearing::write(&folder, &files, &mut written.paths)?;
    if !book.left_out.is_empty() {
        let codes: Vec<&str> = book.left_out.iter().map(|(_, code)| code.as_str()).collect();
        listener.say(&phrase("casebook-left-out").with("names", codes.join(", ")));
    }
    Ok(Some(written))
}

/// What a workbook changes in a case. `None` if it cannot be taken over, or names somebody who is
/// protected; why, is in the report of the loader.
pub fn merged(
    loader: &mut Loader,
    case: &Path,
    (file, book): (&Path, Book),
    delete: &[String],
) -> Option<Merged> {
    let mut merged = loader.merged(case, book, delete)?;
    let guard = guard(&loader.guarding(case)?);
    let mut found = Report::default();
    for (place, text) in &merged.texts {
        let certain = guard.search(text, false).into_iter().find(|hit| hit.certain);
        let entry = certain.and_then(|hit| guard.entry_of(&hit)).map(|entry| entry.label.clone());
        if entry.is_none() && !names(&guard, text) {
            continue;
        }
        let place = format!("{}, {place}", portable(file));
        let diagnostic = Diagnostic::of_file(Code::BookCellUnread, place);
        let diagnostic = diagnostic.with("problem", "protected");
        found.push(diagnostic.with("value", entry.unwrap_or_else(|| "…".into())));
    }
    loader.report.extend(found);
    let secret = |text: &str| guard.finds(text);
    merged.notes = merged.notes.into_iter().map(|note| note.without(secret)).collect();
    for change in merged.revisions.iter_mut().flat_map(|revision| &mut revision.changes) {
        change.old = change.old.take().map(|old| if secret(&old) { "…".to_owned() } else { old });
    }
    (!loader.report.has_errors()).then_some(merged)
}
