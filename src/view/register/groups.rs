//! The groups of a register: by study, by addressee, or by term.

use super::entries::{Grouping, Item, RegisterGroup, RegisterNote, Titled};
use super::tables::{by_year, overview};
use crate::dutch::date;
use crate::model::{Addressee, BodyKind, Status};
use crate::register::{Entry, Study};
use crate::view::words;

/// The recommendations in groups; an empty one is left out.
pub fn groups(
    titled: &[Titled<'_>],
    grouping: Grouping,
    all: &[Item<'_>],
    dated: bool,
) -> Vec<RegisterGroup> {
    let of_study = |one: &Titled<'_>| {
        let own = all.iter().copied().filter(|(t, _)| t.study.case.name == one.study.case.name);
        (one.title.clone(), about(one.study), own.collect())
    };
    let grouped: Vec<(String, String, Vec<Item<'_>>)> = match grouping {
        Grouping::Study => titled.iter().map(of_study).collect(),
        Grouping::Addressee => by_addressee(all),
        Grouping::Overdue => by_term(all),
    };
    let with_study = titled.len() > 1 && grouping != Grouping::Study;
    let group = |(title, about, items): (String, String, Vec<Item<'_>>)| RegisterGroup {
        title,
        about,
        table: overview(&items, with_study, dated),
        states: by_year(&items, with_study),
        notes: items.iter().filter_map(|item| note(item, with_study)).collect(),
    };
    grouped.into_iter().filter(|(.., items)| !items.is_empty()).map(group).collect()
}

/// The date of a report, whether it was adopted, and the date of the council's decision on it.
fn about(study: &Study<'_>) -> String {
    let concept = study.case.study.status == Status::Concept;
    let unadopted = if concept { ", nog niet vastgesteld" } else { "" };
    let report = format!("Rapport van {}{unadopted}.", date(study.case.study.date));
    let Some(decision) = study.decision else {
        return format!("{report} Een raadsbesluit is niet ingevuld.");
    };
    let number = decision.reference.as_deref().map(|n| format!(" ({n})")).unwrap_or_default();
    format!("{report} Raadsbesluit van {}{number}.", date(decision.date))
}

fn note((study, entry): &Item<'_>, with_study: bool) -> Option<RegisterNote> {
    let commitment = entry.position.map(|p| p.commitment.trim_end_matches('.').to_owned());
    let commitment = commitment.unwrap_or_default();
    let decision_md = entry.decision.map(|d| d.text.as_str().to_owned()).unwrap_or_default();
    let some = !commitment.is_empty() || !decision_md.is_empty();
    let id = match with_study {
        true => format!("{}, {}", study.title, entry.recommendation.id),
        false => entry.recommendation.id.clone(),
    };
    some.then_some(RegisterNote { id, commitment, decision_md })
}

fn by_addressee<'r>(all: &[Item<'r>]) -> Vec<(String, String, Vec<Item<'r>>)> {
    let mut order: Vec<(BodyKind, Addressee)> = Vec::new();
    let key = |(study, entry): &Item<'_>| {
        (study.study.case.body.kind, entry.recommendation.addressee.clone())
    };
    for known in Addressee::WORDS.map(|(_, addressee)| addressee) {
        let own = all.iter().map(key).filter(|(_, addressee)| *addressee == known);
        own.for_each(|one| {
            if !order.contains(&one) {
                order.push(one)
            }
        });
    }
    all.iter().map(key).for_each(|one| {
        if !order.contains(&one) {
            order.push(one)
        }
    });
    let group = |one: &(BodyKind, Addressee)| {
        let title = format!("Aan {}", words::addressee(one.0, &one.1));
        (title, String::new(), all.iter().copied().filter(|item| key(item) == *one).collect())
    };
    order.iter().map(group).collect()
}

/// By term: passed, still to come, none, and settled; within a group the earliest term first.
fn by_term<'r>(all: &[Item<'r>]) -> Vec<(String, String, Vec<Item<'r>>)> {
    let place = |entry: &Entry<'_>| match entry {
        entry if entry.overdue => 0,
        entry if entry.is_settled() => 3,
        entry if entry.term.is_some() => 1,
        _ => 2,
    };
    let titles = ["Termijn voorbij", "Termijn loopt nog", "Zonder termijn", "Afgedaan"];
    let group = |(at, title): (usize, &str)| {
        let mut own: Vec<Item<'_>> =
            all.iter().copied().filter(|(_, entry)| place(entry) == at).collect();
        own.sort_by_key(|(_, entry)| entry.term.map(|term| term.due.last()));
        (!own.is_empty()).then(|| (title.to_owned(), String::new(), own))
    };
    titles.into_iter().enumerate().filter_map(group).collect()
}
