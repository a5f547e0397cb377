//! The view for internal documents: who is behind each code, and what each of them said about what.
//!
//! Only an internal document gets this; clearing refuses the names in any other.

use super::table::TableView;
use super::words;
use crate::model::{Case, Finding, Label, Person, Protected, Stance};
use serde::Serialize;

/// The mark of an internal document: on every page, in its front matter and before its text.
pub const INTERNAL: &str = "INTERN, niet publiceren";

/// The internal part of a document.
#[derive(Debug, Clone, Serialize)]
pub struct InternalView {
    pub mark: String,
    /// The people behind each source.
    pub people: TableView,
    /// Other protected people and texts, with their names in messages.
    pub others: TableView,
    /// All evidence, with who gave it.
    pub evidence: Vec<TableView>,
}

/// The internal view of a case.
#[must_use]
pub fn internal(case: &Case) -> InternalView {
    InternalView {
        mark: INTERNAL.to_owned(),
        people: people(case),
        others: others(&case.protected),
        evidence: evidence(case),
    }
}

fn people(case: &Case) -> TableView {
    let columns = ["Code", "Bron", "Naam", "Andere naam", "Functie"];
    let mut table = TableView::new("Mensen", 1, &columns);
    for source in &case.sources {
        for person in behind(case, &source.code) {
            table.rows.push(vec![
                source.code.clone().into(),
                source.title.clone().into(),
                person.name.clone().into(),
                person.aliases.join(", ").into(),
                person.function.clone().unwrap_or_default().into(),
            ]);
        }
    }
    table
}

fn behind<'a>(case: &'a Case, code: &str) -> Vec<&'a Person> {
    let own = |p: &&Person| matches!(&p.label, Label::Source(source) if source == code);
    case.protected.people.iter().filter(own).collect()
}

fn others(protected: &Protected) -> TableView {
    let mut table = TableView::new("Ook beschermd", 1, &["Wat", "Tekst"]);
    for person in &protected.people {
        if let Label::What(what) = &person.label {
            table.rows.push(vec![what.clone().into(), person.name.clone().into()]);
        }
    }
    for secret in &protected.also {
        if let Label::What(what) = &secret.label {
            table.rows.push(vec![what.clone().into(), secret.texts.join(", ").into()]);
        }
    }
    table
}

/// One table per framework with every finding and its sources, and one for all sub-questions.
fn evidence(case: &Case) -> Vec<TableView> {
    let columns = ["Norm", "Bevinding", "Bron", "Wie", "Vindplaats", "Houding"];
    let mut out = Vec::new();
    for framework in &case.frameworks {
        let mut table = TableView::new("Bewijs", 2, &columns).of(&framework.title);
        for criterion in &framework.criteria {
            let findings = case.records.get(&criterion.id).map(|r| r.findings.as_slice());
            rows(case, &criterion.id, findings.unwrap_or_default(), &mut table);
        }
        out.push(table);
    }
    let mut table = TableView::new("Bewijs", 2, &columns).of("Deelvragen");
    for question in &case.study.sub_questions {
        rows(case, &question.id, &question.findings, &mut table);
    }
    out.push(table);
    out.retain(|table| !table.rows.is_empty());
    out
}

fn rows(case: &Case, about: &str, findings: &[Finding], into: &mut TableView) {
    for finding in findings {
        for evidence in &finding.evidence {
            let names: Vec<&str> =
                behind(case, &evidence.source).iter().map(|p| p.name.as_str()).collect();
            let kind = case.source(&evidence.source).map(|s| words::source_kind(s.kind).0);
            let who =
                if names.is_empty() { kind.unwrap_or("").to_owned() } else { names.join(", ") };
            let stance = match evidence.stance {
                Stance::Supports => "steunt",
                Stance::Contradicts => "spreekt tegen",
            };
            into.rows.push(vec![
                about.into(),
                finding.id.as_str().into(),
                evidence.source.as_str().into(),
                who.into(),
                evidence.locator.clone().unwrap_or_default().into(),
                stance.into(),
            ]);
        }
    }
}
