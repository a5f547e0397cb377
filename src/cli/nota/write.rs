//! From drafts to files: set, through the gate, aside, and only then written.

use super::{Args, Draft};
use crate::cli::depfile::of_templates;
use crate::cli::prepare::{Prepared, add_new, assets, files_of};
use crate::cli::release::{self, Batch};
use crate::cli::set::{Job, Published, set_each};
use crate::cli::{Outcome, edits, tell};
use crate::diagnostics::{Report, SourceMap, phrase, portable};
use crate::load::texts_under;
use crate::output::{Cleared, Folder, Guard, Kept, Pictures, Spool, Typed, edited, replaceable};
use anyhow::Result;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A document that passed the gate or did not.
struct Passed {
    folder: PathBuf,
    stem: String,
    conflicts: Vec<usize>,
    guard: Guard,
    inputs: BTreeSet<PathBuf>,
    files: Option<Vec<Kept>>,
}

/// Sets all documents, lets all of them pass the gate, and only then writes the first.
pub(super) fn write(
    args: &Args,
    drafts: Vec<Draft>,
    prepared: Prepared,
    spool: &Spool,
) -> Result<Outcome> {
    // The cases have said what they had to say; a document needs the room.
    let Prepared { sources, report: told, .. } = prepared.without_cases();
    let set = set_each(
        drafts,
        &assets(),
        |draft| Ok(Cow::Owned(job(args, draft, spool)?)),
        |draft, published| pass(args, draft, published, &sources, spool),
    );
    let Some(set) = set? else {
        return Ok(Outcome::Errors);
    };
    let (passed, reports): (Vec<Passed>, Vec<Report>) = set.into_iter().unzip();
    // What stood in the text was told before; a form may hold more than the text.
    let mut all = told.clone();
    reports.into_iter().for_each(|report| add_new(report, &mut all));
    old_files(&passed, &mut all);
    let mut fresh = Report::default();
    all.iter().skip(told.iter().count()).for_each(|d| fresh.push(d.clone()));
    tell::problems(&fresh, &sources);
    if fresh.has_errors() || passed.iter().any(|one| one.files.is_none()) {
        tell::say(&phrase("nothing-written"));
        return Ok(Outcome::Errors);
    }
    finish(args, passed, spool)
}

/// Warns of what earlier runs left beside the new files.
fn old_files(passed: &[Passed], report: &mut Report) {
    let kept = passed.iter().flat_map(|one| one.files.iter().flatten());
    let fresh: BTreeSet<PathBuf> = kept.map(|file| file.path().to_owned()).collect();
    let mut looked = BTreeSet::new();
    for one in passed.iter().filter(|one| looked.insert(&one.folder)) {
        release::old_files(&one.folder, &fresh, &one.guard, report);
    }
}

/// Lets one document with all that belongs to it pass the gate, and puts it away.
fn pass(
    args: &Args,
    draft: Draft,
    set: Published,
    sources: &SourceMap,
    spool: &Spool,
) -> Result<(Passed, Report)> {
    let mut report = Report::default();
    let mut files = Vec::new();
    if args.markdown() {
        let paper = draft.paper.paper(spool)?;
        let made = draft.made.unwrap_or_else(|| paper.text());
        files.extend(files_of(&paper, &draft.folder, &draft.stem));
        files.extend(edits::basis(&made, &draft.folder, &draft.stem));
    }
    let pictures = Pictures { shown: set.shown.clone(), seen: draft.seen.clone() };
    files.extend(release::files_of(set, &draft.folder, &draft.stem));
    let Draft { folder, stem, guard, others, typed_in, secluded, conflicts, inputs, .. } = draft;
    // To name the place of a find; where nothing is protected there is none.
    let texts = if guard.is_empty() { Vec::new() } else { texts_under(&typed_in, sources) };
    let typed = Typed { texts: &texts, sources, folders: &[] };
    let batch = Batch { files, guard: guard.clone(), others, pictures, typed_in, secluded };
    let files = batch.clear(&typed, &mut report);
    let files = files.map(|files| spool.keep(files)).transpose()?;
    Ok((Passed { folder, stem, conflicts, guard, inputs, files }, report))
}

/// Writes what passed.
fn finish(args: &Args, passed: Vec<Passed>, spool: &Spool) -> Result<Outcome> {
    let rules = || {
        let templates = of_templates(&assets());
        let inputs = |one: &Passed| one.inputs.union(&templates).cloned().collect();
        let rule =
            |one: &Passed| release::rule(one.files.iter().flatten().map(Kept::path), inputs(one));
        passed.iter().map(rule).collect()
    };
    if !args.depfile.write(rules, passed.iter().map(|one| &one.guard))? {
        return Ok(Outcome::Errors);
    }
    passed
        .iter()
        .flat_map(|one| one.files.iter().flatten())
        .try_for_each(|file| replaceable(file.path()))?;
    let mut written = Vec::new();
    let mut settled = true;
    for Passed { folder, stem, conflicts, files, .. } in passed {
        let files = files.iter().flatten().map(|kept| spool.back(kept));
        if !write_one(args, (&folder, &stem), files, conflicts.is_empty(), &mut written)? {
            return Ok(Outcome::Errors);
        }
        settled &= conflicts.is_empty();
        edits::tell_conflicts(&folder.join(format!("{stem}.md")), &conflicts);
    }
    let done = tell::written(&written)?;
    Ok(if settled { done } else { Outcome::Errors })
}

fn job(args: &Args, draft: &Draft, spool: &Spool) -> Result<Job> {
    let guard = draft.guard.clone();
    let settled = draft.conflicts.is_empty();
    let paper = draft.paper.paper(spool)?;
    Ok(Job {
        path: portable(draft.path()),
        // Marks of a merge are for the researcher to settle; only what was made can be set now.
        text: if settled { paper.text() } else { draft.made(spool)? },
        folder: draft.folder.clone(),
        figures: paper.figures,
        forms: if settled { args.forms() } else { Vec::new() },
        scorecard: draft.scorecard.clone(),
        dump: args.dump,
        veil: Some(Arc::new(move |text: &str| guard.finds(text))),
    })
}

/// Writes the files of one document; `false` where another run is writing there. `settled` says that
/// no conflict of a merge is left in it.
fn write_one(
    args: &Args,
    (path, stem): (&Path, &str),
    mut files: impl Iterator<Item = Result<Cleared>>,
    settled: bool,
    written: &mut Vec<PathBuf>,
) -> Result<bool> {
    let Some(folder) = Folder::open(path)? else {
        tell::busy(path);
        return Ok(false);
    };
    if args.markdown() && edited(&path.join(format!("{stem}.md"))) {
        let kept = folder.keep(stem, "md")?;
        tell::say(&phrase("edited-nota-kept").with("path", portable(kept)));
    }
    files.try_for_each(|file| release::write(&folder, &[file?], written))?;
    if args.markdown() && settled {
        edits::settle(args.on_edit, &folder, stem)?;
    }
    Ok(true)
}
