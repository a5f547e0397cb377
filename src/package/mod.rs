//! The folder of a publication: the documents with their metadata, checksums and a page that lists
//! them, and the same folder as a zip.
//!
//! Nothing here is written or searched: every file goes through the gate like any other output. The
//! same case gives the same bytes; dates come from the case, or from the day of publication that the
//! user gives.

mod diwoo;
mod facts;
mod file;
mod mdto;
mod page;
mod schema_org;
mod sums;
mod tooi;

pub use facts::{Facts, publisher};
pub use file::{Document, File, Role};
pub use sums::{SUMS, listed};

use crate::assets::Assets;
use crate::diagnostics::{Report, SourceMap};
use crate::markdown::Kind;
use crate::model::{Case, PartialDate};
use crate::publish::zipped;
use chrono::NaiveDate;

/// The page that lists the files.
pub const PAGE: &str = "index.html";

/// The name of the scorecard.
const SCORECARD: &str = "scorekaart.json";

/// The folder with the metadata for search services and archives.
const METADATA: &str = "metadata";

/// What is published.
pub struct Contents<'a> {
    pub case: &'a Case,
    /// The documents, each in at least one form.
    pub documents: Vec<Document>,
    /// The scorecard as JSON.
    pub scorecard: Option<String>,
    /// Whether metadata for search services and archives go along.
    pub metadata: bool,
    /// The day on which the study is made public.
    pub on: Option<NaiveDate>,
}

/// All files of a publication. `None` if the page could not be made; the reason is in the report.
pub fn package(
    contents: Contents<'_>,
    assets: &Assets,
    sources: &mut SourceMap,
    report: &mut Report,
) -> Option<Vec<File>> {
    let Contents { case, documents, scorecard, metadata, on } = contents;
    let facts = Facts::of(case, on);
    let mut files: Vec<File> = documents.into_iter().flat_map(files_of).collect();
    files.extend(scorecard.map(|json| File {
        path: SCORECARD.to_owned(),
        bytes: json.into_bytes(),
        role: Role::Scorecard,
    }));
    if metadata {
        files.extend(described(&facts, &files));
    }
    let page = page::page(&facts, &files, assets, sources, report)?;
    files.push(File { path: PAGE.to_owned(), bytes: page, role: Role::Page });
    let sums = sums::sums(&files).into_bytes();
    files.push(File { path: SUMS.to_owned(), bytes: sums, role: Role::Sums });
    Some(files)
}

fn files_of(document: Document) -> impl Iterator<Item = File> {
    let Document { kind, forms } = document;
    forms.into_iter().map(move |(form, bytes)| File {
        path: format!("{}.{}", kind.stem(), form.ending()),
        bytes,
        role: Role::Document(kind, form),
    })
}

/// The metadata: of each document, and for the archive of each of its files. The scorecard is a
/// document of its own there.
fn described(facts: &Facts, files: &[File]) -> Vec<File> {
    let mut out = Vec::new();
    let mut add = |name: String, text: String, role| {
        let path = format!("{METADATA}/{name}");
        out.push(File { path, bytes: text.into_bytes(), role });
    };
    for kind in [Some(Kind::Nota), Some(Kind::Report), None] {
        let own: Vec<&File> = files.iter().filter(|file| of_kind(file, kind)).collect();
        let Some(first) = own.first() else { continue };
        let stem = first.path.split('.').next().unwrap_or_default();
        if let (Some(kind), Role::Document(_, form)) = (kind, first.role) {
            add(format!("{stem}.diwoo.xml"), diwoo::document(facts, kind, form), Role::Diwoo(kind));
        }
        let object = mdto::Object { name: stem, title: facts.title_of(kind), files: &own };
        add(format!("{stem}.mdto.xml"), mdto::object(facts, &object), Role::Mdto);
        for file in &own {
            let name = format!("{}.bestand.mdto.xml", file.path);
            add(name, mdto::file(facts, &object, file), Role::Mdto);
        }
    }
    out
}

/// Whether a file is of this document; of the scorecard if that is `None`.
fn of_kind(file: &File, kind: Option<Kind>) -> bool {
    match (file.role, kind) {
        (Role::Document(own, _), Some(kind)) => own == kind,
        (Role::Scorecard, None) => true,
        _ => false,
    }
}

/// All files as a zip, in a folder of this name, with the date of the study.
///
/// # Errors
/// If a file is larger than a zip can hold.
pub fn zip(files: &[File], folder: &str, date: PartialDate) -> anyhow::Result<Vec<u8>> {
    let paths: Vec<String> = files.iter().map(|file| format!("{folder}/{}", file.path)).collect();
    let each = paths.iter().zip(files).map(|(path, file)| (path.as_str(), file.bytes.as_slice()));
    Ok(zipped(each, date.first())?)
}
