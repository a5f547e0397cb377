//! The tables of a register.

use super::entries::{Item, Titled, differs};
use crate::dutch::{date, enumeration};
use crate::model::{Addressee, Decided, State};
use crate::register::{Entry, Standing, Study, TermFrom};
use crate::view::table::{CellView, ColumnView, TableView, left, right};
use crate::view::words;

/// Shown where nothing is known.
const NONE: &str = "–";

/// Counts by study: how many recommendations stand how, and whose term has passed.
pub fn summary(studies: &[Titled<'_>], dated: bool) -> TableView {
    let all = || studies.iter().flat_map(|s| &s.study.entries);
    let used: Vec<Standing> =
        Standing::ALL.into_iter().filter(|s| all().any(|e| e.standing == *s)).collect();
    let mut columns: Vec<ColumnView> = vec![left("Onderzoek"), right("Aantal")];
    columns.extend(used.iter().map(|standing| right(words::standing(*standing))));
    columns.extend(dated.then(|| right("termijn voorbij")));
    let mut table = TableView::new("Onderzoeken", 1, &columns);
    let row = |title: String, entries: &mut dyn Iterator<Item = &Entry<'_>>| {
        let entries: Vec<&Entry<'_>> = entries.collect();
        let count = |fits: &dyn Fn(&Entry<'_>) -> bool| {
            CellView::whole(entries.iter().filter(|e| fits(e)).count())
        };
        let mut cells = vec![title.into(), CellView::whole(entries.len())];
        cells.extend(used.iter().map(|standing| count(&|e| e.standing == *standing)));
        cells.extend(dated.then(|| count(&|e| e.overdue)));
        cells
    };
    for Titled { title, study } in studies {
        table.rows.push(row(title.clone(), &mut study.entries.iter()));
    }
    if studies.len() > 1 {
        table.rows.push(row("Samen".to_owned(), &mut all()));
    }
    table
}

/// The recommendations of a group, for a page.
pub fn overview(items: &[Item<'_>], with_study: bool, dated: bool) -> TableView {
    let mut columns =
        vec!["Nr.", "Aanbeveling", "Voor wie", "Reactie en besluit", "Termijn", "Stand"];
    if with_study {
        columns.insert(0, "Onderzoek");
    }
    let mut table = TableView::new("Aanbevelingen", 1 + usize::from(with_study), &columns);
    for (study, entry) in items {
        let term = entry.term.map_or(NONE.to_owned(), |term| date(term.due));
        let mut row: Vec<CellView> = vec![
            entry.recommendation.id.as_str().into(),
            entry.recommendation.title.as_str().into(),
            for_whom(study.study, entry).into(),
            answered(study.study, entry).into(),
            match entry.overdue && dated {
                true => format!("{term}, voorbij").into(),
                false => term.into(),
            },
            standing(entry).into(),
        ];
        if with_study {
            row.insert(0, study.title.as_str().into());
        }
        table.rows.push(row);
    }
    table
}

/// Whom a recommendation is addressed to, and who carries it out.
fn for_whom(study: &Study<'_>, entry: &Entry<'_>) -> String {
    let to = words::addressee(study.case.body.kind, &entry.recommendation.addressee);
    let owner = entry.owner().filter(|owner| !to.eq_ignore_ascii_case(owner));
    owner.map_or_else(|| to.clone(), |owner| format!("{to}; {owner}"))
}

/// The position of the executive and the decision of the council.
fn answered(study: &Study<'_>, entry: &Entry<'_>) -> String {
    let kind = study.case.body.kind;
    let [college, council] = [Addressee::College, Addressee::Raad]
        .map(|organ| words::without_article(&words::addressee(kind, &organ)).to_owned());
    let position = entry.position.map(|p| p.position.in_words());
    let decision = entry.decision.map(|d| words::decided(d.decision));
    match (position, decision) {
        (None, None) => NONE.to_owned(),
        (Some(position), None) => format!("{college}: {position}"),
        (None, Some(decision)) => format!("{council}: {decision}"),
        (Some(position), Some(decision)) if position == decision => {
            format!("{college} en {council}: {decision}")
        }
        (Some(position), Some(decision)) => {
            format!("{college}: {position}; {council}: {decision}")
        }
    }
}

/// How a recommendation stands, with the year of its latest state.
fn standing(entry: &Entry<'_>) -> String {
    let word = words::standing(entry.standing);
    match entry.last_year() {
        Some((year, _)) if differs(entry) => format!("{word} ({year}, niet volgens het bestuur)"),
        Some((year, _)) => format!("{word} ({year})"),
        None => word.to_owned(),
    }
}

/// The states by year, of the recommendations that have any; both readings beside each other.
pub fn by_year(items: &[Item<'_>], with_study: bool) -> Option<TableView> {
    let mut columns = vec!["Nr.", "Jaar", "Volgens het bestuur", "Volgens de rekenkamer"];
    if with_study {
        columns.insert(0, "Onderzoek");
    }
    let mut table = TableView::new("Standen", 2 + usize::from(with_study), &columns);
    for (study, entry) in items {
        for (year, states) in &entry.years {
            let mut row: Vec<CellView> = vec![
                entry.recommendation.id.as_str().into(),
                year.to_string().into(),
                reading(states.college.as_ref()).into(),
                reading(states.rekenkamer.as_ref()).into(),
            ];
            if with_study {
                row.insert(0, study.title.as_str().into());
            }
            table.rows.push(row);
        }
    }
    (!table.rows.is_empty()).then_some(table)
}

/// A reading in one cell: status, what was done, and on what that rests.
fn reading(state: Option<&State>) -> String {
    let Some(state) = state else { return NONE.to_owned() };
    let mut out = words::uptake(state.status).to_owned();
    if !state.text.is_empty() {
        out = format!("{out}: {}", state.text.trim_end_matches('.'));
    }
    match evidence(state) {
        source if source.is_empty() => out,
        source => format!("{out} ({source})"),
    }
}

/// On what a state rests.
fn evidence(state: &State) -> String {
    match &state.later_case {
        Some(case) => format!("vervolgonderzoek {case}"),
        None => state.evidence.trim_end_matches('.').to_owned(),
    }
}

/// All recommendations, for a spreadsheet.
pub fn recommendations(all: &[Item<'_>], dated: bool) -> TableView {
    let mut columns: Vec<ColumnView> = [
        "Onderzoek",
        "Nr.",
        "Aanbeveling",
        "Aan",
        "Wie voert uit",
        "Reactie van het bestuur",
        "Toezegging",
        "Besluit van de raad",
        "Termijn",
        "Termijn volgens",
        "Stand",
        "Jaar van de stand",
    ]
    .map(left)
    .to_vec();
    columns.extend(dated.then(|| left("Termijn voorbij")));
    let mut table = TableView::new("Aanbevelingen", 2, &columns);
    for (study, entry) in all {
        let own = entry.recommendation;
        let kind = study.study.case.body.kind;
        let year = entry.last_year().map(|(year, _)| year.to_string());
        let mut row: Vec<CellView> = vec![
            study.title.as_str().into(),
            own.id.as_str().into(),
            own.title.as_str().into(),
            words::addressee(kind, &own.addressee).into(),
            entry.owner().unwrap_or_default().into(),
            entry.position.map_or("", |p| p.position.in_words()).into(),
            entry.position.map_or("", |p| p.commitment.as_str()).into(),
            entry.decision.map_or("", |d| words::decided(d.decision)).into(),
            entry.term.map(|t| t.due.to_string()).unwrap_or_default().into(),
            entry.term.map_or("", |t| source(t.from)).into(),
            words::standing(entry.standing).into(),
            year.unwrap_or_default().into(),
        ];
        row.extend(dated.then(|| if entry.overdue { "ja" } else { "nee" }.into()));
        table.rows.push(row);
    }
    table
}

/// Where a term comes from, in words.
fn source(from: TermFrom) -> &'static str {
    match from {
        TermFrom::Decision => "het raadsbesluit",
        TermFrom::Commitment => "de toezegging",
        TermFrom::Deadline => "de aanbeveling",
    }
}

/// All states, for a spreadsheet.
pub fn states(all: &[Item<'_>]) -> TableView {
    let columns = ["Onderzoek", "Nr.", "Jaar", "Volgens", "Stand", "Toelichting", "Bron"];
    let mut table = TableView::new("Standen", 4, &columns);
    for (study, entry) in all {
        for (year, states) in &entry.years {
            let readers = [("het bestuur", &states.college), ("de rekenkamer", &states.rekenkamer)];
            for (reader, state) in readers {
                let Some(state) = state else { continue };
                table.rows.push(vec![
                    study.title.as_str().into(),
                    entry.recommendation.id.as_str().into(),
                    year.to_string().into(),
                    reader.into(),
                    words::uptake(state.status).into(),
                    state.text.as_str().into(),
                    evidence(state).into(),
                ]);
            }
        }
    }
    table
}

/// What the council decided on the recommendations of a study, as counts in words.
pub fn decided(study: &Study<'_>) -> String {
    let count = study.entries.len();
    let noun = if count == 1 { "aanbeveling" } else { "aanbevelingen" };
    let mut counts = Vec::new();
    for (_, decided) in Decided::WORDS {
        let own = study
            .entries
            .iter()
            .filter(|e| e.decision.is_some_and(|decision| decision.decision == decided));
        counts.push((words::decided(decided), own.count()));
    }
    let told: Vec<String> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(word, count)| format!("{count} {word}"))
        .collect();
    match told.is_empty() {
        true => format!("{count} {noun}"),
        false => format!("{count} {noun}: {}", enumeration(&told)),
    }
}
