//! `rekenkamer import CASE PROJECT.qdpx`: takes over coded passages from an analysis program.

use super::outcome::Outcome;
use super::{revise, schema, tell};
use crate::diagnostics::{
    Code, Diagnostic, Fact, PASSAGES, Phrase, is_confidential, phrase, portable,
};
use crate::files::write_new;
use crate::load::{BlankMapping, Leaving, Loader, Qda, QdaPlan, in_locator};
use crate::narrative::{NewMapping, new_mapping};
use crate::pipeline::assets;
use crate::privacy::{Guard, NotPrivate, Outgoing, private_file};
use anyhow::Result;
use std::path::Path;

/// Whether a file is a project of an analysis program, by its name.
pub fn is_project(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("qdpx"))
}

/// Shows what a project changes in a case, and writes it where that was asked for. Without a mapping
/// it makes one to fill in.
pub fn run(case: &Path, file: &Path, codes: Option<&Path>, write: bool) -> Result<Outcome> {
    let mut loader = Loader::new(assets());
    let (path, problem) = match codes {
        None => (file, Some("no-codes")),
        Some(codes) => (codes, is_confidential(&portable(codes)).then_some("guarded")),
    };
    let (Some(codes), None) = (codes, problem) else {
        let refused = Diagnostic::of_file(Code::QdaRefused, portable(path));
        loader.report.push(refused.with_some("problem", problem));
        return Ok(revise::refused(&mut loader));
    };
    let found = loader.qda(case, file, codes).filter(|_| is_private(case, &mut loader));
    match found {
        None => Ok(revise::refused(&mut loader)),
        Some(Qda::Blank(blank)) => start(blank, codes, &mut loader),
        Some(Qda::Plan(plan)) => finish(plan, case, write, &mut loader),
    }
}

/// Whether git leaves out the file of passages; if not, that is reported.
fn is_private(case: &Path, loader: &mut Loader) -> bool {
    let path = case.join(PASSAGES);
    let kept = Diagnostic::of_file(Code::PassagesKept, portable(&path));
    match private_file(&path) {
        Ok(()) => return true,
        Err(NotPrivate::Kept) => loader.report.push(kept.with("reason", "none")),
        Err(NotPrivate::Unknown(reason)) => loader.report.push(kept.with("reason", reason)),
    }
    false
}

/// Writes the files to fill in.
fn start(blank: BlankMapping, path: &Path, loader: &mut Loader) -> Result<Outcome> {
    let mut protected = loader.secrets.clone();
    protected.extend(blank.names);
    let guard = Guard::of(&protected, &[]);
    let (named, codes): (Vec<_>, Vec<_>) =
        blank.codes.into_iter().partition(|(path, ..)| names(&guard, &in_locator(path)).is_some());
    let mapping = NewMapping { codes, norms: blank.norms, questions: blank.questions };
    let (sources, report) = (&mut loader.sources, &mut loader.report);
    let Some(text) = new_mapping(&mapping, &assets(), sources, report) else {
        return Ok(revise::refused(loader));
    };
    say(blank.notes, &guard);
    if !named.is_empty() {
        tell::say(&phrase("qda-codes-named").with("count", named.len()));
    }
    let next = match &blank.documents {
        Some((documents, _)) => phrase("qda-blank-both").with("documents", portable(documents)),
        None => phrase("qda-blank"),
    };
    let new = blank.documents.into_iter().chain([(path.to_owned(), text)]);
    for (path, text) in new {
        for file in schema::without_secrets(vec![outgoing(&path, text)]) {
            if !write_new(&file)? {
                tell::say(&phrase("revise-meanwhile"));
                return Ok(Outcome::Errors);
            }
            tell::result(&format!("{}\n", portable(&path)))?;
        }
    }
    tell::say(&next.with("path", portable(path)));
    Ok(Outcome::Fine)
}

/// Shows the changes, or writes them.
fn finish(plan: QdaPlan, case: &Path, write: bool, loader: &mut Loader) -> Result<Outcome> {
    loader.secrets.extend(plan.names);
    let guard = Guard::of(&loader.secrets, &[]);
    for leaving in &plan.leaving {
        loader.report.extend_some(taken_name(leaving, &guard));
    }
    if loader.report.has_errors() {
        return Ok(revise::refused(loader));
    }
    say(plan.notes, &guard);
    if plan.revisions.is_empty() && plan.new.is_empty() {
        tell::say(&phrase("import-nothing"));
        return Ok(Outcome::Fine);
    }
    let new: Vec<Outgoing> =
        plan.new.into_iter().map(|(path, text)| outgoing(&path, text)).collect();
    revise::show(&plan.revisions, &new)?;
    let findings = portable(case.join("findings/"));
    let judge = write && plan.revisions.iter().any(|r| portable(&r.path).starts_with(&findings));
    let done = revise::store(case, plan.revisions, new, write)?;
    if judge {
        tell::say(&phrase("qda-next").with("path", portable(case.join(PASSAGES))));
    }
    Ok(done)
}

fn outgoing(path: &Path, mut text: String) -> Outgoing {
    if !text.ends_with('\n') {
        text.push('\n');
    }
    Outgoing { path: path.to_owned(), bytes: text.into_bytes() }
}

/// The problem of a text that would bring a protected name into a file that git keeps.
fn taken_name(leaving: &Leaving, guard: &Guard) -> Option<Diagnostic> {
    let what = names(guard, &leaving.text)?;
    let diagnostic = Diagnostic::at(Code::QdaTakesName, leaving.span).with("kind", leaving.kind);
    Some(diagnostic.with("what", what))
}

/// What a text names for certain, as messages call it.
fn names(guard: &Guard, text: &str) -> Option<Fact> {
    let hit = guard.search(text, false).into_iter().find(|hit| hit.certain)?;
    guard.entry_of(&hit).map(|entry| entry.label.clone())
}

/// Says notes, without protected names.
fn say(notes: Vec<Phrase>, guard: &Guard) {
    for note in notes {
        tell::say(&note.without(|text| guard.finds(text)));
    }
}
