//! The passages of a project by what they are evidence of.

use super::guarded::Guarded;
use super::mapping::{Mapped, Target};
use super::project::{Passage, Project};
use super::taking::Taking;
use crate::diagnostics::{PASSAGES, Phrase, phrase};
use std::collections::{BTreeMap, BTreeSet};

/// Number of codes that a note names.
const NAMED: usize = 10;

/// Evidence for one finding: the passages with one code that say something about one norm or
/// sub-question.
pub struct Group<'a> {
    pub target: &'a Target,
    pub mapped: &'a Mapped,
    /// By the number of the document in the guarded file.
    pub passages: BTreeMap<usize, Vec<&'a Passage>>,
}

impl Group<'_> {
    /// The documents by their codes.
    pub fn documents(&self, guarded: &Guarded) -> String {
        let codes = self.passages.keys().filter_map(|at| guarded.documents.get(*at)?.code.clone());
        some(codes.collect())
    }
}

/// The new passages of a project by norm or sub-question and code, in the order of the mapping. What
/// is left out is told.
pub fn groups<'a>(
    taking: &'a Taking<'_>,
    guarded: &Guarded,
    mapped: &'a [Mapped],
    notes: &mut Vec<Phrase>,
) -> Vec<Group<'a>> {
    let project = &taking.project;
    let (mut untitled, mut again, mut empty) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
    let mut out = Vec::new();
    for mapped in mapped.iter().filter(|mapped| !mapped.targets.is_empty()) {
        let mut passages: BTreeMap<usize, Vec<&Passage>> = BTreeMap::new();
        for document in &project.documents {
            let own = document.passages.iter();
            let own: Vec<&Passage> =
                own.filter(|passage| mapped.guid_in(passage).is_some()).collect();
            let Some((at, known)) = guarded.of(&document.guid).filter(|_| !own.is_empty()) else {
                continue;
            };
            let code = known.code.clone().unwrap_or_default();
            if known.title.is_empty() && taking.case.source(&code).is_none() {
                untitled.insert(code);
                continue;
            }
            passages.entry(at).or_default().extend(own);
        }
        if !project.documents.iter().flat_map(|d| &d.passages).any(|p| mapped.guid_in(p).is_some())
        {
            empty.push(mapped.path.clone());
        }
        for target in &mapped.targets {
            let taken = guarded.passages.iter();
            let taken = taken.filter(|taken| taken.to == target.id && mapped.is_of(taken));
            let before: BTreeSet<&str> = taken.map(|taken| taken.guid.as_str()).collect();
            let mut new: BTreeMap<usize, Vec<&Passage>> = BTreeMap::new();
            for (at, passage) in passages.iter().flat_map(|(at, own)| own.iter().map(|p| (*at, *p)))
            {
                match before.contains(passage.guid.as_str()) {
                    true => _ = again.insert(passage.guid.as_str()),
                    false => new.entry(at).or_default().push(passage),
                }
            }
            if !new.is_empty() {
                out.push(Group { target, mapped, passages: new });
            }
        }
    }
    left_out(project, mapped, notes);
    if !empty.is_empty() {
        notes.push(phrase("qda-codes-empty").with("codes", some(empty)));
    }
    if !untitled.is_empty() {
        let note = phrase("qda-untitled").with("codes", some(untitled.into_iter().collect()));
        notes.push(note.with("path", PASSAGES));
    }
    if !again.is_empty() {
        notes.push(phrase("qda-again").with("count", again.len()));
    }
    out
}

/// Tells of the codes that have passages, and that the mapping gives no norm.
fn left_out(project: &Project, mapped: &[Mapped], notes: &mut Vec<Phrase>) {
    let used: BTreeSet<&str> = project
        .documents
        .iter()
        .flat_map(|d| &d.passages)
        .flat_map(|p| &p.codes)
        .map(String::as_str)
        .collect();
    let named = |path: &str| mapped.iter().any(|m| m.path == path && !m.targets.is_empty());
    let open = project.codes.iter().filter(|code| used.contains(code.guid.as_str()));
    let mut open: Vec<String> =
        open.filter(|code| !named(&code.path)).map(|code| code.path.clone()).collect();
    open.dedup();
    if !open.is_empty() {
        let note = phrase("qda-left").with("count", open.len());
        notes.push(note.with("codes", some(open)));
    }
}

/// Names with commas between them, at most so many that they can be read.
fn some(names: Vec<String>) -> String {
    let more = names.len() > NAMED;
    let mut shown: Vec<String> = names.into_iter().take(NAMED).collect();
    shown.extend(more.then(|| "…".to_owned()));
    shown.join(", ")
}
