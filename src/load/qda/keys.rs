//! Names of people in a project, for the key file.

use super::guarded::{Guarded, Known};
use super::taking::Taking;
use crate::diagnostics::{CONFIDENTIAL, Phrase, phrase};
use crate::load::edit::{self, EditError, Step, Value};
use crate::load::protected::{is_searchable, tells};
use crate::model::{Label, Person, Protected, Secret};

/// How the key file begins where it is new.
const BEGIN: &str =
    "# Wie achter een bron zit. Dit bestand blijft buiten git en buiten elke uitvoer.
people:
";

/// Words in the name of a document that say nothing of a person.
const COMMON: [&str; 14] = [
    "interview",
    "gesprek",
    "verslag",
    "gespreksverslag",
    "transcript",
    "transcriptie",
    "opname",
    "versie",
    "definitief",
    "concept",
    "docx",
    "pdf",
    "txt",
    "met",
];

/// What the key file does not have yet.
#[derive(Default)]
pub struct NewNames {
    pub protected: Protected,
}

/// The names behind the documents that are taken over, and those of the users.
pub fn new_names<'a>(
    taking: &Taking<'_>,
    guarded: &Guarded,
    documents: impl Iterator<Item = &'a Known>,
) -> NewNames {
    let mut out = NewNames::default();
    let has = |all: &Protected, text: &str| {
        let same = |own: &String| own.to_lowercase() == text.to_lowercase();
        let person = |p: &Person| same(&p.name) || p.aliases.iter().any(same);
        all.people.iter().any(person) || all.also.iter().any(|s| s.texts.iter().any(same))
    };
    let old = &taking.case.protected;
    let mut add = |label: Label, name: &str, person: bool| {
        let known = has(old, name) || has(&out.protected, name);
        let told = matches!(&label, Label::What(what) if tells(what, name));
        if known || told || !is_searchable(name) {
            return;
        }
        let name = name.to_owned();
        match person {
            true => out.protected.people.push(Person {
                label,
                name,
                aliases: Vec::new(),
                function: None,
                alone: None,
            }),
            false => out.protected.also.push(Secret { label, texts: vec![name] }),
        }
    };
    let titles: Vec<String> = guarded.documents.iter().map(|d| d.title.clone()).collect();
    for document in documents {
        let code = document.code.clone().unwrap_or_default();
        for name in &document.people {
            add(Label::Source(code.clone()), name, true);
        }
        let name = without_ending(&document.name);
        // What the researchers give as a role may be said.
        let role = |title: &String| title.to_lowercase().contains(&name.to_lowercase());
        if titles.iter().any(role) {
            continue;
        }
        if document.kind.is_none_or(|kind| kind.is_testimony()) && may_name(name) {
            add(Label::What(format!("{code} in het analyseprogramma")), name, false);
        }
    }
    for (name, number) in guarded.users.iter().zip(1..) {
        add(Label::What(format!("gebruiker {number} van het analyseprogramma")), name, true);
    }
    out
}

/// The name of a document without the ending of a file.
fn without_ending(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, ending)) if (1..=4).contains(&ending.chars().count()) => stem,
        _ => name,
    }
}

/// Whether the name of a document can hold that of a person: it has a word that says more than that
/// it is a conversation.
fn may_name(name: &str) -> bool {
    let words = name.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
    words.into_iter().any(|word| word.chars().count() > 2 && !is_common(&word))
}

/// Whether a word in small letters says nothing of a person.
pub fn is_common(word: &str) -> bool {
    COMMON.contains(&word)
}

impl NewNames {
    pub fn is_empty(&self) -> bool {
        self.protected.is_empty()
    }

    /// The key file with the names, after the text that it has; a new one without.
    pub fn added(&self, old: Option<&str>) -> Result<String, EditError> {
        let mut text = old.unwrap_or(BEGIN).to_owned();
        let Protected { people, also, .. } = &self.protected;
        let pair = |key: &str, text: &str| (key.to_owned(), Value::Text(text.to_owned()));
        let label = |label: &Label| match label {
            Label::Source(code) => pair("source", code),
            Label::What(what) => pair("what", what),
        };
        let people: Vec<Value> = people
            .iter()
            .map(|p| Value::Map(vec![label(&p.label), pair("name", &p.name)]))
            .collect();
        let also = also.iter().map(|secret| {
            let texts = secret.texts.iter().cloned().map(Value::Text).collect();
            Value::Map(vec![label(&secret.label), ("texts".to_owned(), Value::List(texts))])
        });
        let also: Vec<Value> = also.collect();
        for (key, items) in [("people", people), ("also", also)] {
            if !items.is_empty() {
                text = match edit::extend(&text, &[Step::Key(key)], &items) {
                    Err(EditError::NotFound(_)) => {
                        let above = Some("people").filter(|above| *above != key);
                        let list = Value::List(items);
                        edit::insert(&text, &[], key, &list, above)
                            .or_else(|_| edit::insert(&text, &[], key, &list, None))?
                    }
                    done => done?,
                };
            }
        }
        Ok(text)
    }

    /// What is told of it, which says no name.
    pub fn told(&self) -> Phrase {
        let count = self.protected.people.len() + self.protected.also.len();
        phrase("qda-names").with("count", count).with("path", CONFIDENTIAL)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_document_is_protected_where_it_can_hold_that_of_a_person() {
        let may = |name: &str| may_name(without_ending(name));
        assert!(may("Interview Jan de Vries.docx") && may("20260312 wethouder") && may("Mabêl"));
        assert!(!may("Interview 12.docx") && !may("gesprek_3_versie 2.txt") && !may("2026-03-12"));
    }
}
