//! Clears documents for writing: by a search for protected names, or because they go to a private
//! folder.

use super::depfile::Rule;
use super::edits::BASIS;
use super::prepare::add_new;
use super::set::Published;
use crate::diagnostics::{Code, Diagnostic, Report, portable};
use crate::files::{Folder, replaceable};
use crate::markdown::Kind;
use crate::privacy::{
    Cleared, Guard, NotPrivate, Outgoing, Pictures, PrivateFolder, Searched, Store, StoredFile,
    Typed, Unsearched, clear_stored, clear_with, private_folder,
};
use crate::publish::Form;
use anyhow::Result;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// File name prefix of an internal document.
pub const MARK: &str = "intern-";

/// Files that are cleared together: in memory, or in a store.
pub struct Batch<File = Outgoing> {
    /// The files to clear.
    pub files: Vec<File>,
    /// The protected names and texts of their own case.
    pub guard: Guard,
    /// The protected names and texts of the other cases of the call.
    pub others: Guard,
    /// The images shown in them.
    pub pictures: Pictures,
    /// Path prefixes of the files whose texts are in them; empty for any.
    pub typed_in: Vec<String>,
    /// Proof that they may contain names.
    pub private_folder: Option<PrivateFolder>,
}

impl Batch {
    /// Clears the files. `None` if one contains a protected name.
    pub fn clear(self, typed: &Typed<'_>, report: &mut Report) -> Option<Vec<Cleared>> {
        let Self { files, guard, others, pictures, typed_in, private_folder } = self;
        if let Some(proof) = &private_folder {
            let pass = |file: Outgoing| {
                let path = portable(&file.path);
                let passed = Cleared::internal(file, proof);
                if passed.is_none() {
                    report.push(Diagnostic::of_file(Code::NotIgnored, path));
                }
                passed
            };
            return files.into_iter().map(pass).collect();
        }
        let typed = Typed { folders: &typed_in, ..*typed };
        let mut found = Report::default();
        let passed = clear_with(&[&guard, &others], &pictures, files, &typed, &mut found);
        // A name that two cases protect is reported once.
        add_new(found, report);
        passed
    }
}

impl Batch<Unsearched> {
    /// Clears files in a store. `None` if one contains a protected name.
    ///
    /// # Errors
    /// If the file system refuses.
    pub fn clear_stored(
        self,
        store: &Store,
        typed: &Typed<'_>,
        report: &mut Report,
    ) -> Result<Option<Vec<StoredFile>>> {
        let Self { files, guard, others, pictures, typed_in, private_folder } = self;
        if let Some(proof) = &private_folder {
            let pass = |file: Unsearched| {
                let refused =
                    |path| report.push(Diagnostic::of_file(Code::NotIgnored, portable(path)));
                StoredFile::internal(file, proof).map_err(refused).ok()
            };
            return Ok(files.into_iter().map(pass).collect());
        }
        let typed = Typed { folders: &typed_in, ..*typed };
        let mut found = Report::default();
        let stored = (files, store);
        let passed = clear_stored(&[&guard, &others], &pictures, stored, &typed, &mut found)?;
        add_new(found, report);
        Ok(passed)
    }
}

/// Proof that a folder is private. If it is not, the reason is in the report.
pub fn own_folder(folder: &Path, report: &mut Report) -> Option<PrivateFolder> {
    let shown = portable(folder);
    match private_folder(folder) {
        Ok(proof) => Some(proof),
        Err(NotPrivate::Kept) => {
            report.push(Diagnostic::of_file(Code::NotIgnored, shown));
            None
        }
        Err(NotPrivate::Unknown(reason)) => {
            report.push(Diagnostic::of_file(Code::GitSilent, shown).with("reason", reason));
            None
        }
    }
}

/// The file name of a typeset document. The HTML document of a comparison gets a suffix, because
/// the interactive page has the plain name.
pub fn file_name(stem: &str, kind: Kind, form: Form) -> String {
    let beside = if kind == Kind::Comparison && form == Form::Html { "-document" } else { "" };
    format!("{stem}{beside}.{}", form.ending())
}

/// The files of a published document: its formats, and the Typst source if requested.
pub fn files_of(published: Published, folder: &Path, (stem, kind): (&str, Kind)) -> Vec<Outgoing> {
    let forms = published
        .forms
        .into_iter()
        .map(|(form, bytes)| Outgoing::new(folder, &file_name(stem, kind, form), bytes));
    let dump = published
        .dump
        .into_iter()
        .map(|(path, bytes)| Outgoing::new(folder, &format!("zetwerk-{stem}/{path}"), bytes));
    forms.chain(dump).collect()
}

/// Writes files, and adds those that the user asked for to `written`.
pub fn write(folder: &Folder, files: &[Cleared], written: &mut Vec<PathBuf>) -> Result<()> {
    files.iter().try_for_each(|file| replaceable(file.path()))?;
    for file in files {
        let path = folder.write(file)?;
        if asked_for(&path) {
            written.push(path);
        }
    }
    Ok(())
}

/// Whether the user asked for a file, which is not only an auxiliary of another one.
pub fn asked_for(path: &Path) -> bool {
    let inner = path.iter().any(|part| part.to_string_lossy().starts_with("zetwerk-"));
    let kept = path.iter().any(|part| part == BASIS);
    let drawing = path.extension().is_some_and(|e| e == "svg");
    path.ends_with("main.typ") || !(inner || kept || drawing)
}

/// The dependencies of the files that the user asked for.
pub fn rule(paths: &[PathBuf], inputs: BTreeSet<PathBuf>) -> Rule {
    let targets = paths.iter().filter(|path| asked_for(path));
    Rule { targets: targets.cloned().collect(), inputs }
}

/// Extensions of files of earlier runs that may contain names that are protected now.
const SEARCHED: [&str; 10] =
    ["md", "pdf", "html", "docx", "odt", "json", "svg", "csv", "xlsx", "ods"];

/// The largest file of an earlier run that is searched, in bytes.
const MOST_OLD: u64 = 64 * 1024 * 1024;

/// Warns of files of earlier runs that contain names protected now, or that cannot be searched.
/// `fresh` are the files written by this run. Internal documents are skipped: they may contain
/// names.
pub fn old_files(folder: &Path, fresh: &BTreeSet<PathBuf>, guard: &Guard, report: &mut Report) {
    if guard.is_empty() {
        return;
    }
    let mut found = Vec::new();
    let below = [folder.to_owned(), folder.join(BASIS)];
    let entries = below.iter().filter_map(|f| std::fs::read_dir(f).ok()).flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths.into_iter().filter(|path| !fresh.contains(path)) {
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        if !SEARCHED.contains(&ending) || name.starts_with(MARK) || !path.is_file() {
            continue;
        }
        let large = path.metadata().map_or(true, |known| known.len() > MOST_OLD);
        let read = || std::fs::read(&path).ok().filter(|_| !large);
        let mut searched = Searched::default();
        let clean = read().is_some_and(|bytes| {
            searched.look(guard, &Outgoing { path: PathBuf::from(&name), bytes });
            !searched.stops()
        });
        if !clean {
            found.push(portable(path.strip_prefix(folder).unwrap_or(&path)));
        }
    }
    if !found.is_empty() {
        let diagnostic = Diagnostic::of_file(Code::OldFileTells, portable(folder));
        report.push(diagnostic.with("value", found.join(", ")));
    }
}
