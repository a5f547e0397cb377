//! The tables of a metadossier: of several studies on one subject all questions, norms, ways of
//! working, conclusions and recommendations, a row each, and by subject with a row for each study.
//!
//! The parts, the ways of working and the layout by subject are those of the metadossier on the
//! energy transition of the NVRR (metadossierenergietransitie.nvrr.nl, seen on 30 November 2026). Its
//! workbook was not seen.

mod text;

use super::table::{CellView, TableView, left};
use super::words;
use crate::dutch::date;
use crate::model::{Case, Criterion, SourceKind, Status};
use std::collections::BTreeSet;
use text::{fitting, listed, shown};

/// The columns that say which study a row is about.
const STUDY: [&str; 3] = ["Organisatie", "Jaar", "Case"];

/// Where a study has nothing.
const NOTHING: &str = "-";

/// The name for what belongs to no subject.
const NO_THEME: &str = "Zonder thema";

/// The ways of working that the metadossiers of the NVRR tell apart, each with the kind of source
/// by which a case shows it. Of the others a case says nothing.
const WAYS: [(&str, Option<SourceKind>); 10] = [
    ("Documentonderzoek", Some(SourceKind::Document)),
    ("Interview", Some(SourceKind::Interview)),
    ("Dossieronderzoek", None),
    ("Casusonderzoek", None),
    ("Financiële analyse", None),
    ("Analyse bestaande gegevens", Some(SourceKind::Data)),
    ("Enquête", None),
    ("Bijeenkomsten", Some(SourceKind::GroupSession)),
    ("Waarneming", Some(SourceKind::Observation)),
    ("Overige activiteiten", None),
];

/// The metadossier of several cases.
#[derive(Debug, Clone)]
pub struct MetadossierView {
    pub title: String,
    pub date_parts: (i32, u32, u32),
    pub notes: Vec<(String, String)>,
    pub sheets: Vec<TableView>,
}

/// The metadossier of these cases, in their order.
#[must_use]
pub fn metadossier(cases: &[&Case]) -> MetadossierView {
    let latest = cases.iter().map(|case| case.study.date).max_by_key(|date| date.last());
    let mut sheets = vec![studies(cases), questions(cases), norms(cases), ways(cases)];
    sheets.extend([conclusions(cases), recommendations(cases)]);
    let themes = themes(cases);
    if !themes.is_empty() {
        sheets.push(by_theme("Normen per thema", cases, &themes, &norms_of));
        sheets.push(by_theme("Conclusies per thema", cases, &themes, &conclusions_of));
        sheets.push(by_theme("Aanbevelingen per thema", cases, &themes, &recommendations_of));
    }
    MetadossierView {
        title: "Metadossier".to_owned(),
        date_parts: latest.map_or((2000, 1, 1), super::case::parts),
        notes: notes(cases, !themes.is_empty()),
        sheets,
    }
}

fn notes(cases: &[&Case], themes: bool) -> Vec<(String, String)> {
    let mut out = vec![(
        "Wat dit is".to_owned(),
        "Vragen, normen, aanpak, conclusies en aanbevelingen van deze onderzoeken, zoals zij in \
         de cases staan."
            .to_owned(),
    )];
    let status = |status: Status| cases.iter().filter(|c| c.study.status == status).count();
    for (of, what) in [
        (Status::Concept, "concept; hun tekst kan nog veranderen"),
        (Status::Reconstructie, "reconstructie uit openbare bronnen"),
        (Status::Fictief, "verzonnen voorbeeld"),
    ] {
        let many = status(of);
        if many > 0 {
            out.push((
                "Let op".to_owned(),
                format!("{many} van de {} onderzoeken: {what}.", cases.len()),
            ));
        }
    }
    out.push((
        "Aanpak".to_owned(),
        "Documentonderzoek, interviews, bijeenkomsten, waarnemingen en gegevens volgen uit de \
         bronnen van de case. Over de andere kolommen zegt een case niets: vul die zelf in."
            .to_owned(),
    ));
    if !themes {
        out.push((
            "Thema's".to_owned(),
            "De normenkaders verdelen hun normen niet over thema's; daarom zijn er geen bladen \
             per thema."
                .to_owned(),
        ));
    }
    out
}

fn studies(cases: &[&Case]) -> TableView {
    let columns = [
        "Organisatie",
        "Jaar",
        "Case",
        "Code",
        "Soort",
        "Rekenkamer",
        "Titel",
        "Datum",
        "Status",
        "Normenkaders",
    ];
    let mut table = TableView::new("Onderzoeken", STUDY.len(), &columns);
    for case in cases {
        let frameworks: Vec<String> = case.frameworks.iter().map(|f| f.titled()).collect();
        table.rows.push(row(
            case,
            &[
                case.body.code.clone().unwrap_or_default(),
                case.body.kind.noun().to_owned(),
                case.study.commissioner.clone(),
                words::title(&case.study.title).to_owned(),
                date(case.study.date),
                words::status(case.study.status).to_owned(),
                listed(&frameworks),
            ],
        ));
    }
    table
}

fn questions(cases: &[&Case]) -> TableView {
    let columns = ["Organisatie", "Jaar", "Case", "Nr.", "Onderzoeksvraag", "Antwoord"];
    let mut table = TableView::new("Onderzoeksvragen", STUDY.len() + 1, &columns);
    for case in cases {
        let central = &case.study.central_question;
        let first = ["centraal".to_owned(), central.question.clone(), shown(&central.answer)];
        table.rows.push(row(case, &first));
        for question in &case.study.sub_questions {
            let answer = match question.answer.is_empty() {
                true => shown(&question.unanswered),
                false => shown(&question.answer),
            };
            table.rows.push(row(case, &[question.id.clone(), question.question.clone(), answer]));
        }
    }
    table
}

fn norms(cases: &[&Case]) -> TableView {
    let columns =
        ["Organisatie", "Jaar", "Case", "Normenkader", "Nr.", "Norm", "Thema's", "Grondslag"];
    let mut table = TableView::new("Normen", STUDY.len() + 2, &columns);
    for case in cases {
        for framework in &case.frameworks {
            for criterion in &framework.criteria {
                let basis: Vec<String> =
                    criterion.basis.iter().map(|basis| basis.reference.clone()).collect();
                table.rows.push(row(
                    case,
                    &[
                        framework.titled(),
                        criterion.id.clone(),
                        criterion.norm.clone(),
                        criterion.themes.join("; "),
                        listed(&basis),
                    ],
                ));
            }
        }
    }
    table
}

fn ways(cases: &[&Case]) -> TableView {
    let mut columns = STUDY.map(left).to_vec();
    columns.push(left("Werkwijze"));
    columns.extend(WAYS.map(|(way, _)| left(way)));
    let mut table = TableView::new("Aanpak", STUDY.len(), &columns);
    for case in cases {
        let mut cells = vec![shown(&case.study.method)];
        for (_, kind) in WAYS {
            let own = case.sources.iter().filter(|source| Some(source.kind) == kind);
            let titles: Vec<String> = own.map(|source| source.title.clone()).collect();
            cells.push(listed(&titles));
        }
        table.rows.push(row(case, &cells));
    }
    table
}

fn conclusions(cases: &[&Case]) -> TableView {
    let columns =
        ["Organisatie", "Jaar", "Case", "Nr.", "Conclusie", "Toelichting", "Thema's", "Normen"];
    let mut table = TableView::new("Conclusies", STUDY.len() + 1, &columns);
    for case in cases {
        for conclusion in &case.conclusions {
            table.rows.push(row(
                case,
                &[
                    conclusion.id.clone(),
                    conclusion.title.clone(),
                    shown(&conclusion.text),
                    joined(&themes_of(case, &conclusion.criteria)),
                    conclusion.criteria.join(", "),
                ],
            ));
        }
    }
    table
}

fn recommendations(cases: &[&Case]) -> TableView {
    let columns = [
        "Organisatie",
        "Jaar",
        "Case",
        "Nr.",
        "Aan wie",
        "Aanbeveling",
        "Toelichting",
        "Termijn",
        "Thema's",
        "Conclusies",
    ];
    let mut table = TableView::new("Aanbevelingen", STUDY.len() + 1, &columns);
    for case in cases {
        for advice in &case.recommendations {
            table.rows.push(row(
                case,
                &[
                    advice.id.clone(),
                    words::addressee(case.body.kind, &advice.addressee),
                    advice.title.clone(),
                    shown(&advice.text),
                    advice.deadline.map(date).unwrap_or_default(),
                    joined(&advised(case, &advice.conclusions)),
                    advice.conclusions.join(", "),
                ],
            ));
        }
    }
    table
}

/// What a case has for a subject, each in a few words with its subjects.
type Items = dyn Fn(&Case) -> Vec<(String, BTreeSet<String>)>;

/// A row for each study and a column for each subject, as the metadossiers of the NVRR have them.
fn by_theme(sheet: &str, cases: &[&Case], themes: &[String], items: &Items) -> TableView {
    let all: Vec<_> = cases.iter().map(|case| (case, items(case))).collect();
    let without = all.iter().flat_map(|(_, items)| items).any(|(_, own)| own.is_empty());
    let mut columns = STUDY.map(left).to_vec();
    columns.extend(themes.iter().map(left));
    columns.extend(without.then(|| left(NO_THEME)));
    let mut table = TableView::new(sheet, STUDY.len(), &columns);
    for (case, items) in all {
        let of = |fits: &dyn Fn(&BTreeSet<String>) -> bool| {
            let own = items.iter().filter(|(_, themes)| fits(themes));
            let own: Vec<String> = own.map(|(text, _)| text.clone()).collect();
            if own.is_empty() { NOTHING.to_owned() } else { listed(&own) }
        };
        let mut cells: Vec<String> =
            themes.iter().map(|theme| of(&|own| own.contains(theme))).collect();
        cells.extend(without.then(|| of(&BTreeSet::is_empty)));
        table.rows.push(row(case, &cells));
    }
    table
}

fn norms_of(case: &Case) -> Vec<(String, BTreeSet<String>)> {
    let norm = |c: &Criterion| (c.norm.clone(), c.themes.iter().cloned().collect());
    case.frameworks.iter().flat_map(|f| &f.criteria).map(norm).collect()
}

fn conclusions_of(case: &Case) -> Vec<(String, BTreeSet<String>)> {
    let own = case.conclusions.iter();
    own.map(|one| (one.title.clone(), themes_of(case, &one.criteria))).collect()
}

fn recommendations_of(case: &Case) -> Vec<(String, BTreeSet<String>)> {
    let own = case.recommendations.iter();
    own.map(|one| (one.title.clone(), advised(case, &one.conclusions))).collect()
}

/// The subjects of these norms.
fn themes_of(case: &Case, criteria: &[String]) -> BTreeSet<String> {
    let known = case.frameworks.iter().flat_map(|framework| &framework.criteria);
    let own = known.filter(|criterion| criteria.contains(&criterion.id));
    own.flat_map(|criterion| criterion.themes.iter().cloned()).collect()
}

/// The subjects of a recommendation: those of the norms of its conclusions.
fn advised(case: &Case, conclusions: &[String]) -> BTreeSet<String> {
    let own = case.conclusions.iter().filter(|one| conclusions.contains(&one.id));
    own.flat_map(|one| themes_of(case, &one.criteria)).collect()
}

/// All subjects, in the order of the frameworks.
fn themes(cases: &[&Case]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let all = cases.iter().flat_map(|case| &case.frameworks).flat_map(|f| &f.criteria);
    for theme in all.flat_map(|criterion| &criterion.themes) {
        if !out.contains(theme) {
            out.push(theme.clone());
        }
    }
    out
}

fn joined(themes: &BTreeSet<String>) -> String {
    themes.iter().cloned().collect::<Vec<_>>().join("; ")
}

/// A row: the study, and these cells.
fn row(case: &Case, cells: &[String]) -> Vec<CellView> {
    let study = [
        case.body.kind.label(&case.body.name),
        case.study.date.to_string().chars().take(4).collect(),
        case.name.clone(),
    ];
    study.iter().chain(cells).map(|text| fitting(text).into()).collect()
}
