//! From the text of documents to their files: settled with what somebody edited, set, searched, and
//! only then written.

use super::clearing::{self, Batch};
use super::depfile::{self, of_templates};
use super::edits::{self, OnEdit};
use super::listener::{Listener, busy};
use super::prepare::{add_new, assets, files_of};
use super::set::{Job, Published, set_each};
use super::waiting::Waiting;
use crate::diagnostics::{Report, SourceMap, phrase, portable};
use crate::files::{Folder, edited, replaceable};
use crate::markdown::Kind;
use crate::model::Located;
use crate::privacy::{Cleared, Guard, Outgoing, Pictures, PrivateFolder, Store, StoredFile, Typed};
use crate::publish::Form;
use anyhow::Result;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where the text of a document comes from.
pub enum Text {
    /// The program wrote it, and it goes to the document's folder too where Markdown was asked for.
    Written(Box<Waiting>),
    /// Somebody gave it as this file.
    Given(PathBuf, String),
}

/// A document on its way to its folder.
pub struct Document {
    /// The folder.
    pub folder: PathBuf,
    /// The names of its files, without their ending.
    pub stem: String,
    /// Its kind.
    pub kind: Kind,
    /// Its text.
    pub text: Text,
    /// The text as generated, where a merge changed it.
    pub made: Option<String>,
    /// The lines at which a merge found that both sides changed.
    pub conflicts: Vec<usize>,
    /// Whether its Markdown is written.
    pub markdown: bool,
    /// The other forms in which it is written.
    pub forms: Vec<Form>,
    /// Whether its text is checked as for a form also where none is asked for.
    pub checked: bool,
    /// Whether all with which Typst sets it is written too.
    pub dump: bool,
    /// Files that belong to it, such as its tables.
    pub beside: Vec<Outgoing>,
    /// The scorecard that travels inside the PDF.
    pub scorecard: Option<String>,
    /// What it may not tell.
    pub guard: Guard,
    /// What the other cases of the call protect.
    pub others: Guard,
    /// SHA-256 of the images of pixels that the researchers looked at.
    pub seen: Vec<String>,
    /// Paths of files whose texts came into it; empty for any.
    pub typed_in: Vec<String>,
    /// Proof that names may stand in it.
    pub private_folder: Option<PrivateFolder>,
    /// The files that were read for it, but for templates.
    pub inputs: BTreeSet<PathBuf>,
}

/// What is asked of all documents of a call.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// What to do with a text that was edited by hand.
    pub on_edit: OnEdit,
    /// The file in which Make reads what the output depends on.
    pub depfile: Option<PathBuf>,
}

/// What was read and told before the documents are set.
pub struct Known<'a> {
    /// The texts of all files.
    pub sources: &'a SourceMap,
    /// Every text that was typed.
    pub texts: &'a [Located<String>],
    /// The problems that were told.
    pub told: &'a Report,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The files that were asked for.
    pub paths: Vec<PathBuf>,
    /// Whether no conflict of a merge is left in any.
    pub settled: bool,
}

/// A document that was cleared or was not.
struct Passed {
    /// The file that somebody gave as its text.
    given: Option<PathBuf>,
    folder: PathBuf,
    stem: String,
    kind: Kind,
    markdown: bool,
    conflicts: Vec<usize>,
    guard: Guard,
    inputs: BTreeSet<PathBuf>,
    files: Option<Vec<StoredFile>>,
}

impl Document {
    /// Its Markdown.
    pub fn path(&self) -> PathBuf {
        self.folder.join(format!("{}.md", self.stem))
    }

    /// The text as generated, before any merge.
    fn made(&self, store: &Store) -> Result<String> {
        match (&self.made, &self.text) {
            (Some(made), _) => Ok(made.clone()),
            (None, Text::Written(waiting)) => Ok(waiting.paper(store)?.text()),
            (None, Text::Given(_, text)) => Ok(text.clone()),
        }
    }

    fn job(&self, store: &Store) -> Result<Job> {
        let guard = self.guard.clone();
        let settled = self.conflicts.is_empty();
        let (path, text, figures) = match &self.text {
            Text::Given(path, text) => (path.clone(), text.clone(), BTreeMap::new()),
            Text::Written(waiting) => {
                let paper = waiting.paper(store)?;
                // Marks of a merge are for the researcher to settle; only what was made can be set.
                let text = if settled { paper.text() } else { self.made(store)? };
                (self.path(), text, paper.figures)
            }
        };
        Ok(Job {
            path: portable(path),
            text,
            folder: self.folder.clone(),
            figures,
            forms: if settled { self.forms.clone() } else { Vec::new() },
            checked: self.checked,
            scorecard: self.scorecard.clone(),
            dump: self.dump,
            redaction: Some(Arc::new(move |text: &str| guard.finds(text))),
        })
    }

    /// Clears what was set with all that belongs to it, and puts it away.
    fn pass(
        mut self,
        published: Published,
        known: &Known<'_>,
        store: &Store,
    ) -> Result<(Passed, Report)> {
        let mut report = Report::default();
        let mut files = Vec::new();
        if let (Text::Written(waiting), true) = (&self.text, self.markdown) {
            let paper = waiting.paper(store)?;
            let made = self.made.take().unwrap_or_else(|| paper.text());
            files.extend(files_of(&paper, &self.folder, &self.stem));
            files.extend(edits::basis(&made, &self.folder, &self.stem));
        }
        let pictures = Pictures { shown: published.shown.clone(), seen: self.seen };
        files.extend(clearing::files_of(published, &self.folder, (&self.stem, self.kind)));
        files.extend(self.beside);
        let given = match self.text {
            Text::Given(path, _) => Some(path),
            Text::Written(_) => None,
        };
        let Self { folder, stem, kind, markdown, conflicts, inputs, .. } = self;
        let (guard, others, typed_in) = (self.guard.clone(), self.others, self.typed_in);
        let batch =
            Batch { files, guard, others, pictures, typed_in, private_folder: self.private_folder };
        let typed = Typed { texts: known.texts, sources: known.sources, folders: &[] };
        let files = batch.clear(&typed, &mut report);
        let files = files.map(|files| store.keep(files)).transpose()?;
        let guard = self.guard;
        Ok((
            Passed { given, folder, stem, kind, markdown, conflicts, guard, inputs, files },
            report,
        ))
    }
}

/// Merges each text that was edited by hand, or refuses to write over it.
pub fn settle_edits(
    documents: &mut [Document],
    on_edit: OnEdit,
    (sources, report): (&mut SourceMap, &mut Report),
    store: &Store,
) -> Result<()> {
    for document in documents.iter_mut().filter(|document| edited(&document.path())) {
        let path = document.path();
        match (on_edit, document.markdown, &document.text) {
            // A PDF alone would not agree with an edited text beside it.
            (OnEdit::Force, true, _) => {}
            (OnEdit::Merge, true, Text::Written(waiting)) => {
                let mut paper = waiting.paper(store)?;
                document.made = Some(paper.text());
                document.conflicts = edits::merge(&mut paper, &path, sources, report);
                document.text = Text::Written(Box::new(Waiting::new(paper, store)?));
            }
            _ => report.push(edits::refusal(&path)),
        }
    }
    Ok(())
}

/// Puts the new text beside each that was edited by hand; nothing else is written.
pub fn offer(
    documents: Vec<Document>,
    known: &Known<'_>,
    store: &Store,
    listener: &dyn Listener,
) -> Result<()> {
    let typed = Typed { texts: known.texts, sources: known.sources, folders: &[] };
    for document in documents.into_iter().filter(|document| edited(&document.path())) {
        let own = document.path();
        let path = edits::beside(&document.folder, &document.stem);
        let bytes = document.made(store)?.into_bytes();
        let Document { guard, others, typed_in, private_folder, .. } = document;
        let (files, pictures) = (vec![Outgoing { path, bytes }], Pictures::default());
        let batch =
            Batch { files, guard: guard.clone(), others, pictures, typed_in, private_folder };
        let mut report = Report::default();
        let cleared = batch.clear(&typed, &mut report);
        listener.problems(&report, known.sources);
        for file in cleared.into_iter().flatten() {
            if !edits::offer(&own, &file, &guard, listener)? {
                return Ok(());
            }
        }
    }
    listener.say(&phrase("nothing-else-written"));
    Ok(())
}

/// Sets all documents, clears all of them, and only then writes the first. `None` where anything
/// keeps one from it, which was told.
pub fn write(
    documents: Vec<Document>,
    options: &Options,
    known: &Known<'_>,
    store: &Store,
    listener: &dyn Listener,
) -> Result<Option<Written>> {
    let set = set_each(
        documents,
        &assets(),
        |document| Ok(Cow::Owned(document.job(store)?)),
        |document, published| document.pass(published, known, store),
        listener,
    );
    let Some(set) = set? else { return Ok(None) };
    let (passed, reports): (Vec<Passed>, Vec<Report>) = set.into_iter().unzip();
    // What stood in the text was told before; a form may hold more than the text.
    let mut all = known.told.clone();
    reports.into_iter().for_each(|report| add_new(report, &mut all));
    old_files(&passed, &mut all);
    let mut fresh = Report::default();
    all.iter().skip(known.told.iter().count()).for_each(|d| fresh.push(d.clone()));
    listener.problems(&fresh, known.sources);
    if fresh.has_errors() || passed.iter().any(|one| one.files.is_none()) {
        listener.summary(&fresh);
        listener.say(&phrase("nothing-written"));
        return Ok(None);
    }
    if !write_rules(&passed, options, listener)? {
        return Ok(None);
    }
    let files = passed.iter().flat_map(|one| one.files.iter().flatten());
    files.map(StoredFile::path).try_for_each(replaceable)?;
    let mut written = Written { paths: Vec::new(), settled: true };
    for one in passed {
        let files = one.files.iter().flatten().map(|stored| store.back(stored));
        if !write_one(&one, options.on_edit, files, &mut written.paths, listener)? {
            return Ok(None);
        }
        written.settled &= one.conflicts.is_empty();
        let path = one.folder.join(format!("{}.md", one.stem));
        edits::tell_conflicts(&path, &one.conflicts, listener);
    }
    Ok(Some(written))
}

/// Warns of what earlier runs left beside the new files.
fn old_files(passed: &[Passed], report: &mut Report) {
    let kept = passed.iter().flat_map(|one| one.files.iter().flatten());
    let given = passed.iter().filter_map(|one| one.given.clone());
    let fresh: BTreeSet<PathBuf> = kept.map(|file| file.path().to_owned()).chain(given).collect();
    let mut looked = BTreeSet::new();
    for one in passed.iter().filter(|one| looked.insert(&one.folder)) {
        clearing::old_files(&one.folder, &fresh, &one.guard, report);
    }
}

/// Writes what the output depends on, where that was asked for; `false` where it would tell a name.
fn write_rules(passed: &[Passed], options: &Options, listener: &dyn Listener) -> Result<bool> {
    let rules = || {
        let templates = of_templates(&assets());
        let inputs = |one: &Passed| one.inputs.union(&templates).cloned().collect();
        let paths = |one: &Passed| -> Vec<PathBuf> {
            one.files.iter().flatten().map(|file| file.path().to_owned()).collect()
        };
        passed.iter().map(|one| clearing::rule(&paths(one), inputs(one))).collect()
    };
    let guards = passed.iter().map(|one| &one.guard);
    depfile::write(options.depfile.as_deref(), rules, guards, listener)
}

/// Writes the files of one document; `false` where another run is writing there.
fn write_one(
    document: &Passed,
    on_edit: OnEdit,
    mut files: impl Iterator<Item = Result<Cleared>>,
    written: &mut Vec<PathBuf>,
    listener: &dyn Listener,
) -> Result<bool> {
    let (path, stem): (&Path, &str) = (&document.folder, &document.stem);
    let Some(folder) = Folder::open(path)? else {
        busy(path, listener);
        return Ok(false);
    };
    if document.markdown && edited(&path.join(format!("{stem}.md"))) {
        let kept = folder.keep(stem, "md")?;
        let words = match document.kind {
            Kind::Comparison | Kind::CodingStudy => "edited-comparison-kept",
            _ => "edited-nota-kept",
        };
        listener.say(&phrase(words).with("path", portable(kept)));
    }
    files.try_for_each(|file| clearing::write(&folder, &[file?], written))?;
    if document.markdown && document.conflicts.is_empty() {
        edits::settle(on_edit, &folder, stem, listener)?;
    }
    Ok(true)
}
