//! The files to fill in, where there is no mapping yet.

use super::guarded::Guarded;
use super::mapping::{Target, targets};
use super::spoken::telling_codes;
use super::taking::{Taking, passages_of};
use super::xml::one_line;
use crate::diagnostics::Phrase;
use crate::model::{Label, Person, Protected};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// A mapping to fill in.
pub struct BlankMapping {
    /// The codes in the order of the project, each with the numbers of passages and of documents.
    pub codes: Vec<(String, usize, usize)>,
    /// The norms that can be chosen, with their names.
    pub norms: Vec<(String, String)>,
    /// The sub-questions that can be chosen.
    pub questions: Vec<(String, String)>,
    /// The file of documents, where the case has none.
    pub documents: Option<(PathBuf, String)>,
    /// The names in the project, for which the codes are searched.
    pub names: Protected,
    pub notes: Vec<Phrase>,
}

pub fn blank(taking: &Taking<'_>, guarded: &Guarded) -> BlankMapping {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for document in &taking.project.documents {
        let mut here: BTreeMap<&str, usize> = BTreeMap::new();
        for code in document.passages.iter().flat_map(|passage| &passage.codes) {
            *here.entry(code).or_default() += 1;
        }
        for (code, many) in here {
            let (passages, documents) = counts.entry(code).or_default();
            (*passages, *documents) = (*passages + many, *documents + 1);
        }
    }
    let mut codes: Vec<(String, usize, usize)> = Vec::new();
    for code in &taking.project.codes {
        let (passages, documents) = counts.get(code.guid.as_str()).copied().unwrap_or_default();
        match codes.iter_mut().find(|(path, ..)| *path == code.path) {
            // Two codes of one name are mapped together.
            Some(same) => (same.1, same.2) = (same.1 + passages, same.2 + documents),
            None => codes.push((code.path.clone(), passages, documents)),
        }
    }
    let (norms, questions) =
        targets(&taking.case).into_iter().partition::<Vec<_>, _>(|(t, _)| t.list == "criteria");
    let shown = |all: Vec<(Target, String)>| {
        all.into_iter().map(|(target, text)| (target.id, one_line(&text))).collect()
    };
    let documents = (passages_of(taking.folder), guarded.text.clone());
    BlankMapping {
        codes,
        norms: shown(norms),
        questions: shown(questions),
        documents: guarded.file.is_none().then_some(documents),
        names: full_names(taking, guarded),
        notes: taking.notes.clone(),
    }
}

/// The full names in a project. One word can be any word, and is not looked for before somebody said
/// that it is a name.
fn full_names(taking: &Taking<'_>, guarded: &Guarded) -> Protected {
    let respondents = taking.project.documents.iter().flat_map(|document| &document.people);
    let names = respondents.chain(&guarded.users).filter(|name| name.contains(' '));
    let person = |name: &String| Person {
        label: Label::What(String::new()),
        name: name.clone(),
        aliases: Vec::new(),
        function: None,
        alone: None,
    };
    let also = telling_codes(&taking.project, guarded);
    Protected { people: names.map(person).collect(), also, ..Protected::default() }
}
