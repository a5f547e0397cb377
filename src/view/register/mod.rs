//! The view of a register of recommendations, and of the part of it for the annual report.

mod entries;
mod groups;
mod tables;

use super::case::parts;
use super::compare::status::weakest;
use super::table::TableView;
use super::words;
use crate::dutch::{date, enumeration};
use crate::model::{PartialDate, Status};
use crate::register::{Entry, Register, Standing, Study};
use chrono::Datelike;
pub use entries::{Grouping, RegisterGroup, RegisterNote};
use entries::{Item, Titled, differs};
use groups::groups;
use serde::Serialize;
use std::collections::BTreeSet;
use tables::{recommendations, states, summary};

/// How many recommendations the first page names, of those whose term has passed or on which the
/// two readings differ.
const MOST_NAMED: usize = 6;

/// A recommendation on the first page.
#[derive(Debug, Clone, Serialize)]
pub struct NamedEntry {
    pub id: String,
    pub title: String,
    /// What is remarkable: its term, or the two readings.
    pub remark: String,
}

/// A study in the annual report.
#[derive(Debug, Clone, Serialize)]
pub struct FinishedStudy {
    pub title: String,
    pub date: String,
    /// How many recommendations it has, and what became of them so far.
    pub told: String,
    /// What the council decided; empty where it did not decide yet.
    pub decision: String,
    pub url: String,
}

/// All data for the templates of a register.
#[derive(Debug, Clone, Serialize)]
pub struct RegisterView {
    pub title: String,
    pub subtitle: String,
    /// The bodies that the studies are about.
    pub bodies: String,
    pub commissioners: String,
    pub date: String,
    pub date_parts: (i32, u32, u32),
    pub status: String,
    pub status_text: String,
    /// Statuses that a reader must know, with the studies that have them.
    pub notices: Vec<(String, String)>,
    /// The date on which terms are judged, in words; empty without one.
    pub on: String,
    pub studies: usize,
    pub count: usize,
    /// How many recommendations stand how, in words.
    pub standings: Vec<(String, usize)>,
    /// How many terms have passed.
    pub overdue_count: usize,
    pub overdue: Vec<NamedEntry>,
    /// On how many recommendations the two readings of the latest year differ.
    pub differing_count: usize,
    pub differing: Vec<NamedEntry>,
    pub later_studies: usize,
    /// Counts by study.
    pub summary: TableView,
    pub groups: Vec<RegisterGroup>,
    /// The year of an annual report; empty in a register.
    pub year: String,
    /// The studies that were finished in that year; a concept is not finished.
    pub finished: Vec<FinishedStudy>,
    /// Names and hashes of the input files.
    pub inputs: Vec<(String, String)>,
    pub version: String,
    /// The tables for spreadsheets.
    #[serde(skip)]
    pub sheets: Vec<TableView>,
}

/// The view of a register. With a year it is the part for the annual report on that year.
#[must_use]
pub fn register(
    register: &Register<'_>,
    grouping: Grouping,
    year: Option<i32>,
    inputs: &[(String, String)],
) -> RegisterView {
    let studies = &register.studies;
    let titled = titled(studies);
    let all: Vec<Item<'_>> =
        titled.iter().flat_map(|t| t.study.entries.iter().map(move |e| (t, e))).collect();
    let weakest = weakest(studies.iter().map(|s| s.case.study.status));
    let last = last_date(register);
    let count = |standing| all.iter().filter(|(_, e)| e.standing == standing).count();
    let standings = Standing::ALL.map(|s| (words::standing(s).to_owned(), count(s)));
    let mut overdue: Vec<&Item<'_>> = all.iter().filter(|(_, e)| e.overdue).collect();
    overdue.sort_by_key(|(_, entry)| entry.term.map(|term| term.due.last()));
    let differing: Vec<&Item<'_>> = all.iter().filter(|(_, e)| differs(e)).collect();
    let dated = register.on.is_some();
    let several = studies.len() > 1;
    let commissioners: BTreeSet<&str> =
        studies.iter().map(|s| s.case.study.commissioner.as_str()).collect();
    let finished = |year| {
        let of_year = studies.iter().filter(move |s| s.case.study.date.first().year() == year);
        of_year.filter(|s| s.case.study.status != Status::Concept)
    };
    RegisterView {
        title: match year {
            Some(year) => format!("Onderzoeken en aanbevelingen in {year}"),
            None => "Opvolging van aanbevelingen".to_owned(),
        },
        subtitle: String::new(),
        bodies: bodies(studies),
        commissioners: enumeration(
            &commissioners
                .into_iter()
                .filter(|c| !c.is_empty())
                .map(str::to_owned)
                .collect::<Vec<_>>(),
        ),
        date: date(last),
        date_parts: parts(last),
        status: weakest.key().to_owned(),
        status_text: words::status(weakest).to_owned(),
        notices: notices(&titled),
        on: register.on.map(date).unwrap_or_default(),
        studies: studies.len(),
        count: all.len(),
        standings: standings.into_iter().filter(|(_, count)| *count > 0).collect(),
        overdue_count: overdue.len(),
        overdue: named(&overdue, several, |entry| {
            entry.term.map_or_else(String::new, |term| format!("uiterlijk {}", date(term.due)))
        }),
        differing_count: differing.len(),
        differing: named(&differing, several, readings),
        later_studies: register.later_studies,
        summary: summary(&titled, dated),
        groups: groups(&titled, grouping, &all, dated),
        year: year.map(|year| year.to_string()).unwrap_or_default(),
        finished: year.map(finished).into_iter().flatten().map(finished_study).collect(),
        inputs: inputs.to_vec(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        sheets: vec![summary(&titled, dated), recommendations(&all, dated), states(&all)],
    }
}

impl RegisterView {
    /// What the sheets need said beside them.
    #[must_use]
    pub fn notes(&self) -> Vec<(String, String)> {
        let mut out = vec![(self.title.clone(), format!("{}, {}", self.bodies, self.date))];
        for (status, names) in &self.notices {
            out.push((status.clone(), names.clone()));
        }
        let terms = match self.on.as_str() {
            "" => "Er is geen datum gegeven. Daarom zegt dit register van geen termijn dat zij voorbij is.".to_owned(),
            on => format!("Een termijn is voorbij als zij vóór {on} is verstreken, terwijl de aanbeveling niet is verworpen, en ook niet is opgevolgd of achterhaald."),
        };
        out.push(("Termijnen".to_owned(), terms));
        out.push(("Stand".to_owned(), "De laatste stand telt. Lezen het bestuur en de rekenkamer hetzelfde jaar verschillend, dan telt de lezing van de rekenkamer.".to_owned()));
        out
    }
}

/// Both readings of the latest year.
fn readings(entry: &Entry<'_>) -> String {
    let Some((year, states)) = entry.last_year() else { return String::new() };
    let status = |state: &Option<crate::model::State>| {
        state.as_ref().map_or("", |state| words::uptake(state.status))
    };
    format!(
        "{year}: bestuur {}, rekenkamer {}",
        status(&states.college),
        status(&states.rekenkamer)
    )
}

fn named(
    items: &[&Item<'_>],
    several: bool,
    remark: impl Fn(&Entry<'_>) -> String,
) -> Vec<NamedEntry> {
    let one = |(study, entry): &&Item<'_>| NamedEntry {
        id: entry.recommendation.id.clone(),
        title: entry.recommendation.title.clone(),
        remark: match several {
            true => format!("{}; {}", study.title, remark(entry)),
            false => remark(entry),
        },
    };
    items.iter().take(MOST_NAMED).map(one).collect()
}

/// The studies under their titles and years; with the body where they are about several.
fn titled<'r>(studies: &'r [Study<'r>]) -> Vec<Titled<'r>> {
    let first = studies.first().map(|s| &s.case.body.name);
    let one_body = studies.iter().all(|s| Some(&s.case.body.name) == first);
    let title = |study: &Study<'_>| {
        let (title, body) = (words::title(&study.case.study.title), &study.case.body);
        let year = study.case.study.date.first().year();
        match one_body {
            true => format!("{title} ({year})"),
            false => format!("{title}, {} ({year})", body.kind.label(&body.name)),
        }
    };
    studies.iter().map(|study| Titled { title: title(study), study }).collect()
}

/// The date of the register: the given one, else the latest date in it.
fn last_date(register: &Register<'_>) -> PartialDate {
    if let Some(on) = register.on {
        return on;
    }
    let studies = register.studies.iter();
    let dates = studies.clone().map(|s| s.case.study.date);
    let decided = studies.clone().filter_map(|s| s.decision).map(|d| d.date);
    let years = studies.flat_map(|s| &s.entries).filter_map(|e| e.last_year());
    let years = years.filter_map(|(year, _)| year.to_string().parse().ok());
    let all = dates.chain(decided).chain(years);
    // A year in which something was decided on a day tells less than that day.
    let latest = all.max_by_key(|d: &PartialDate| (d.first().year(), d.first()));
    latest.unwrap_or(PartialDate::Year(chrono::NaiveDate::MIN))
}

/// The bodies that the studies are about.
fn bodies(studies: &[Study<'_>]) -> String {
    let names: BTreeSet<String> =
        studies.iter().map(|s| s.case.body.kind.label(&s.case.body.name)).collect();
    let names: Vec<String> = names.into_iter().collect();
    match names.len() {
        few if few <= 4 => enumeration(&names),
        many => format!("{many} organisaties"),
    }
}

/// Statuses other than final, with the studies that have them.
fn notices(studies: &[Titled<'_>]) -> Vec<(String, String)> {
    let all = [Status::Fictief, Status::Reconstructie, Status::Concept];
    let told = all.into_iter().filter_map(|status| {
        let own = studies.iter().filter(|s| s.study.case.study.status == status);
        let names: Vec<String> = own.map(|s| s.title.clone()).collect();
        let who = match names.len() {
            0 => return None,
            few if few <= MOST_NAMED => enumeration(&names),
            many if many == studies.len() => format!("alle {many} onderzoeken"),
            many => format!("{many} van de {} onderzoeken", studies.len()),
        };
        Some((status.key().to_owned(), who))
    });
    told.collect()
}

fn finished_study(study: &Study<'_>) -> FinishedStudy {
    let decision = study.decision.map(|decision| {
        let number = decision.reference.iter().map(|number| format!(", {number}"));
        format!("{}{}", date(decision.date), number.collect::<String>())
    });
    FinishedStudy {
        title: words::title(&study.case.study.title).to_owned(),
        date: date(study.case.study.date),
        told: tables::decided(study),
        decision: decision.unwrap_or_default(),
        url: study.decision.and_then(|d| d.url.clone()).unwrap_or_default(),
    }
}
