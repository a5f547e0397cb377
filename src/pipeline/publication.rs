//! Makes the folder and the zip of a publication, from the folder of a case.

use super::behind::GivenCases;
use super::clearing::{self, Batch, old_files};
use super::document::Options;
use super::hearing::check_hearing;
use super::listener::{Listener, busy};
use super::prepare::{Prepared, assets, scored};
use super::readiness;
use super::render::{RenderRequest, edited_text};
use super::scored::Scored;
use super::set::{Job, Published, set_each};
use crate::diagnostics::{Code, Diagnostic, Report, SourceMap, phrase, portable};
use crate::files::{Folder, edited, replaceable};
use crate::load::Loader;
use crate::markdown::Kind;
use crate::narrative::DocumentText;
use crate::package::{Contents, Document, File, PAGE, SUMS, listed, package, zip};
use crate::privacy::{Cleared, Guard, Outgoing, Pictures, Typed};
use crate::publish::{Form, Shown, Typesetter};
use anyhow::Result;
use chrono::NaiveDate;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// The folder of a publication, below that of the documents of its case.
const FOLDER: &str = "publicatie";

/// What to publish of which case.
#[derive(Debug, Clone)]
pub struct PublishRequest {
    /// The folder of the case.
    pub case: PathBuf,
    /// The formats of the nota.
    pub forms: Vec<Form>,
    /// Whether the nota van bevindingen goes along, as a PDF.
    pub report: bool,
    /// Whether the scorecard goes along.
    pub scorecard: bool,
    /// Whether metadata for search services and archives go along.
    pub metadata: bool,
    /// The day on which the study is made public; required where the case has an embargo.
    pub on: Option<NaiveDate>,
    /// The folder in which each case has its own folder.
    pub output: PathBuf,
}

/// Makes a publication: the paths of the page that lists the files, and of the zip. If there is any
/// error, it is reported to the listener, nothing is written, and the result is `None`.
///
/// # Errors
/// If the file system refuses.
pub fn publication(
    request: &PublishRequest,
    listener: &dyn Listener,
) -> Result<Option<Vec<PathBuf>>> {
    let mut prepared = scored(std::slice::from_ref(&request.case));
    let (assets, typesetter) = (assets(), Typesetter::new(&assets()));
    if !prepared.has_errors() {
        prepared.check_texts(&typesetter);
    }
    if prepared.has_errors() {
        return refused(&prepared.report, &prepared.sources, listener);
    }
    check_hearing(&mut prepared);
    let texts = texts(request, &mut prepared);
    readiness::check(&mut prepared, request.on, request.metadata);
    let Prepared { cases, sources, report, texts: typed, .. } = &prepared;
    let ([scored], Some(texts)) = (cases.as_slice(), texts) else {
        return refused(report, sources, listener);
    };
    if report.has_errors() {
        return refused(report, sources, listener);
    }
    listener.problems(report, sources);
    let folder = request.output.join(&scored.case.name);
    let Some(jobs) = jobs(request, scored, texts, &folder, listener) else {
        listener.say(&phrase("nothing-written"));
        return Ok(None);
    };
    let set = |job: &(Kind, Job)| Ok(Cow::Owned(job.1.clone()));
    let done = |(kind, _), published| Ok((kind, published));
    let fonts = (&typesetter, &assets);
    let Some(set) = set_each(jobs, fonts, set, done, listener)? else { return Ok(None) };
    let typed = Typed { texts: typed, sources, folders: &[] };
    let mut told = Report::default();
    let cleared = files(request, scored, set, &typed, &mut told)?;
    let package = folder.join(FOLDER);
    let fresh = cleared.iter().flatten().map(|file| file.path().to_owned()).collect();
    strays(&package, &fresh, &mut told);
    old_files(&package, &fresh, &scored.guard(), &mut told);
    let Some(cleared) = cleared.filter(|_| !told.has_errors()) else {
        return refused(&told, sources, listener);
    };
    listener.problems(&told, sources);
    write(&folder, &cleared, &fresh, listener)
}

/// Reports all problems, and that nothing was written.
fn refused(
    report: &Report,
    sources: &SourceMap,
    listener: &dyn Listener,
) -> Result<Option<Vec<PathBuf>>> {
    listener.every_problem(report, sources);
    listener.summary(report);
    listener.say(&phrase("nothing-written"));
    Ok(None)
}

/// The documents in Markdown. `None` if one could not be made.
fn texts(request: &PublishRequest, prepared: &mut Prepared) -> Option<Vec<(Kind, DocumentText)>> {
    let kinds = [Kind::Nota, Kind::Report];
    let asked = kinds.into_iter().filter(|kind| *kind == Kind::Nota || request.report);
    let one = |kind| Some((kind, prepared.documents(kind).into_iter().next()??));
    asked.map(one).collect()
}

/// What is typeset. Of a document that somebody edited by hand that is the edited text: it is what
/// the rekenkamer adopted. `None` if one cannot be read, which was reported.
fn jobs(
    request: &PublishRequest,
    scored: &Scored,
    texts: Vec<(Kind, DocumentText)>,
    folder: &Path,
    listener: &dyn Listener,
) -> Option<Vec<(Kind, Job)>> {
    let mut out = Vec::new();
    for (kind, document) in texts {
        let path = folder.join(format!("{}.md", kind.stem()));
        let text = match edited(&path) {
            true => by_hand(request, &path, listener)?,
            false => document.text(),
        };
        let guard = scored.guard();
        let job = Job {
            path: portable(path),
            text,
            folder: folder.to_owned(),
            figures: document.figures,
            forms: if kind == Kind::Nota { request.forms.clone() } else { vec![Form::Pdf] },
            checked: true,
            scorecard: None,
            dump: false,
            redaction: Some(Arc::new(move |text: &str| guard.finds(text))),
        };
        out.push((kind, job));
    }
    Some(out)
}

/// A text that somebody edited, held against the case as `render` does. One of which the case has
/// changed since would stand beside a scorecard that contradicts it.
fn by_hand(request: &PublishRequest, path: &Path, listener: &dyn Listener) -> Option<String> {
    let given = GivenCases { cases: vec![request.case.clone()], without_name_search: false };
    let request = RenderRequest {
        files: vec![path.to_owned()],
        forms: Vec::new(),
        given,
        options: Options::default(),
    };
    let mut loader = Loader::new(assets());
    let text = edited_text(path, &request, &mut loader, listener);
    listener.problems(&loader.report, &loader.sources);
    let stale = loader.report.iter().any(|problem| problem.code == Code::StaleEdited);
    text.filter(|_| !stale && !loader.report.has_errors())
}

/// All files of the publication and the zip of them, cleared. `None` if one contains a protected
/// name or could not be made; the reason is in the report.
fn files(
    request: &PublishRequest,
    scored: &Scored,
    set: Vec<(Kind, Published)>,
    typed: &Typed<'_>,
    report: &mut Report,
) -> Result<Option<Vec<Cleared>>> {
    let mut shown: Vec<Shown> = Vec::new();
    let mut documents = Vec::new();
    for (kind, published) in set {
        shown.extend(published.shown);
        documents.push(Document { kind, forms: published.forms });
    }
    let card = || serde_json::to_string_pretty(&scored.scorecard);
    let contents = Contents {
        case: &scored.case,
        documents,
        scorecard: request.scorecard.then(card).transpose()?,
        metadata: request.metadata,
        on: request.on,
    };
    let mut sources = SourceMap::default();
    let Some(files) = package(contents, &assets(), &mut sources, report) else { return Ok(None) };
    let name = &scored.case.name;
    let folder = request.output.join(name);
    let zip = zip(&files, name, scored.case.study.date)?;
    let zip = Outgoing::new(&folder, &format!("{name}-{FOLDER}.zip"), zip);
    let place = folder.join(FOLDER);
    let each =
        files.into_iter().map(|File { path, bytes, .. }| Outgoing::new(&place, &path, bytes));
    let batch = Batch {
        files: each.chain([zip]).collect(),
        guard: scored.guard(),
        others: Guard::of_nothing(),
        pictures: Pictures { shown, seen: scored.seen() },
        typed_in: scored.folders.clone(),
        private_folder: None,
    };
    Ok(batch.clear(typed, report))
}

/// Reports what is in the folder of the publication and no publication wrote. Files of an earlier
/// publication, which its checksums name, are no strays.
fn strays(folder: &Path, fresh: &BTreeSet<PathBuf>, report: &mut Report) {
    let old = earlier(folder);
    let mut found: Vec<String> = below(folder)
        .into_iter()
        .filter(|path| !fresh.contains(path) && !old.contains(path))
        .map(|path| portable(path.strip_prefix(folder).unwrap_or(&path)))
        .collect();
    found.sort();
    if !found.is_empty() {
        let diagnostic = Diagnostic::of_file(Code::StrayInPublication, portable(folder));
        report.push(diagnostic.with("value", found.join(", ")));
    }
}

/// The files of an earlier publication in a folder, as its checksums name them.
fn earlier(folder: &Path) -> BTreeSet<PathBuf> {
    let sums = std::fs::read_to_string(folder.join(SUMS)).unwrap_or_default();
    let inside =
        |path: &&str| Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    listed(&sums).into_iter().filter(inside).map(|path| folder.join(path)).collect()
}

/// Every file in a folder and in the folders in it; a link to elsewhere counts as a file.
fn below(folder: &Path) -> Vec<PathBuf> {
    let mut out = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        match entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            true => out.extend(below(&path)),
            false => out.push(path),
        }
    }
    out
}

/// Writes the publication, the zip last, and removes files of an earlier one that are not in it any
/// more. `None` if another run is writing there.
fn write(
    folder: &Path,
    files: &[Cleared],
    fresh: &BTreeSet<PathBuf>,
    listener: &dyn Listener,
) -> Result<Option<Vec<PathBuf>>> {
    let Some(open) = Folder::open(folder)? else {
        busy(folder, listener);
        return Ok(None);
    };
    files.iter().try_for_each(|file| replaceable(file.path()))?;
    let place = folder.join(FOLDER);
    let gone = earlier(&place);
    clearing::write(&open, files, &mut Vec::new())?;
    for path in gone.iter().filter(|path| !fresh.contains(*path) && path.is_file()) {
        open.remove(path)?;
    }
    let told = |path: &PathBuf| {
        path.parent() == Some(folder) || path.file_name().is_some_and(|n| n == PAGE)
    };
    Ok(Some(files.iter().map(|file| file.path().to_owned()).filter(told).collect()))
}
