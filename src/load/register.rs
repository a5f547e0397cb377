//! What became of recommendations: the states in `register.yaml` and in the follow-up of later
//! cases, checked against the studies that they are about.

use super::copies::entries;
use super::follow_up::Outline;
use super::loader::{Loader, cx};
use super::raw::kinds::Id;
use super::raw::register::{RawReading, RawRegister, RawState};
use super::raw::{Context, May, Text};
use super::reading::Files;
use crate::diagnostics::{Code, Diagnostic, SourceMap, Span, nearest, phrase, portable};
use crate::model::{Case, EarlierAdvice, PartialDate, Reader, State};
use chrono::Datelike;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The file with the states of years without a new study.
pub const REGISTER: &str = "register.yaml";

/// The years that a state can have, as those of dates.
const YEARS: (u32, u32) = (1800, 2199);

/// Whether a path is a file with states, by its name.
#[must_use]
pub fn is_register_file(path: &Path) -> bool {
    path.ends_with(REGISTER) && path.is_file()
}

/// The states that were read.
#[derive(Debug, Default)]
pub struct States {
    /// Of the given cases; states of other cases that there are were only checked.
    pub states: Vec<State>,
    /// SHA-256 of each file, by path.
    pub hashes: Vec<(String, String)>,
}

/// The studies that states can be about.
struct Studies<'a> {
    /// The date and recommendations of the given cases, by name.
    given: BTreeMap<&'a str, Outline>,
    /// Those of other cases that states name; `None` for one whose file cannot be read.
    others: BTreeMap<String, Option<Outline>>,
    /// The names of all cases that there are, for suggestions.
    names: BTreeSet<String>,
}

impl Loader {
    /// The states of the recommendations of these cases, from these files and from the follow-up of
    /// later cases among them. Problems are added to the report.
    pub fn states(&mut self, files: &[PathBuf], cases: &[&Case]) -> States {
        let outline = |case: &&Case| Outline {
            date: Some(case.study.date),
            recommendations: case.recommendations.iter().map(|r| r.id.clone()).collect(),
        };
        let given = cases.iter().map(|case| (case.name.as_str(), outline(case))).collect();
        let names = cases.iter().map(|case| case.name.clone()).collect();
        let mut studies = Studies { given, others: BTreeMap::new(), names };
        let mut out = States::default();
        for file in files {
            self.states_of_file(file, &mut studies, &mut out);
        }
        out.states.extend(followed_up(cases));
        self.one_state_each(&out.states);
        out.states.retain(|state| studies.given.contains_key(state.case.as_str()));
        out
    }

    fn states_of_file(&mut self, path: &Path, studies: &mut Studies<'_>, out: &mut States) {
        self.suppressed.clear();
        let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return };
        let mut files = Files { folder, hashes: BTreeMap::new() };
        let Some(read) = self.file(&name.to_string_lossy(), &mut files) else { return };
        out.hashes.push((portable(path), read.hash.clone()));
        let Some(raw) = self.raw::<RawRegister>(&read) else { return };
        let mut cx = cx!(self);
        let items = cx.need(raw.states).map(|list| list.items).unwrap_or_default();
        studies.names.extend([folder, Path::new("cases")].into_iter().flat_map(cases_in));
        for item in items {
            self.studies_of(item.case.as_ref(), folder, studies);
            let mut cx = cx!(self);
            out.states.extend(state(item, studies, &mut cx));
        }
    }

    /// Reads the outline of a case that was not given and that is beside the register or in `cases`.
    fn studies_of(&mut self, case: Option<&Text>, folder: &Path, studies: &mut Studies<'_>) {
        let Some(name) = case.and_then(|text| text.value.as_deref()) else { return };
        let plain = !name.contains(['/', '\\']) && name != "..";
        if !plain || studies.given.contains_key(name) || studies.others.contains_key(name) {
            return;
        }
        let places = [folder.join(name), Path::new("cases").join(name)];
        let file = places.map(|place| place.join("case.yaml")).into_iter().find(|p| p.is_file());
        if let Some(file) = file {
            let outline = self.outline(&file);
            studies.others.insert(name.to_owned(), outline);
        }
    }

    /// Reports a second state of one reader on one recommendation in one year.
    fn one_state_each(&mut self, states: &[State]) {
        let mut first: BTreeMap<(&str, &str, i32, Reader), Span> = BTreeMap::new();
        for state in states {
            let key = (state.case.as_str(), state.recommendation.as_str(), state.year);
            let Some(earlier) = first.get(&(key.0, key.1, key.2, state.reader)) else {
                first.insert((key.0, key.1, key.2, state.reader), state.place);
                continue;
            };
            let diagnostic = Diagnostic::at(Code::StateTwice, state.place)
                .with("value", &state.recommendation)
                .with("case", &state.case)
                .with("year", state.year.to_string())
                .with("reader", phrase(reader(state.reader)))
                .with("where", place(*earlier, &self.sources));
            self.report.push(diagnostic);
        }
    }
}

/// The names of the cases in a folder.
fn cases_in(folder: &Path) -> Vec<String> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let names = entries(folder).into_iter();
    names.filter(|name| folder.join(name).join("case.yaml").is_file()).collect()
}

/// The name of a reader among the phrases.
fn reader(reader: Reader) -> &'static str {
    match reader {
        Reader::College => "reader-college",
        Reader::Rekenkamer => "reader-rekenkamer",
    }
}

fn place(span: Span, sources: &SourceMap) -> String {
    format!("{}:{}", sources.path(span.file), sources.line_column(span).line)
}

/// The states in the follow-up of these cases: readings of the rekenkamer in the year of the later
/// study.
fn followed_up(cases: &[&Case]) -> Vec<State> {
    let mut out = Vec::new();
    for case in cases {
        let Some(follow_up) = &case.follow_up else { continue };
        let state = |advice: &EarlierAdvice| {
            Some(State {
                case: follow_up.case.clone(),
                recommendation: advice.id.clone(),
                year: case.study.date.first().year(),
                reader: Reader::Rekenkamer,
                status: advice.status?,
                text: String::new(),
                evidence: String::new(),
                later_case: Some(case.name.clone()),
                place: advice.place,
            })
        };
        out.extend(follow_up.recommendations.iter().filter_map(state));
    }
    out
}

/// The states of one entry: one for each of the two readings that it gives.
fn state(raw: RawState, studies: &Studies<'_>, cx: &mut Context<'_>) -> Vec<State> {
    let span = raw.span;
    let case = cx.value(raw.case);
    let recommendation = cx.value(raw.recommendation);
    let typed_year = cx.value(raw.year);
    let year_place = typed_year.as_ref().map_or(span, |text| text.span);
    let year = cx.whole(typed_year, YEARS.0, YEARS.1).and_then(|year| i32::try_from(year).ok());
    let broken = raw.college.is_broken() || raw.rekenkamer.is_broken();
    if raw.college.is_none() && raw.rekenkamer.is_none() && !broken {
        cx.push(Diagnostic::at(Code::StateOfNobody, span));
    }
    let readings = [(Reader::College, raw.college), (Reader::Rekenkamer, raw.rekenkamer)];
    let readings = readings.map(|(reader, raw)| (reader, reading(raw, cx)));
    let Some((case, recommendation)) = case
        .zip(recommendation)
        .and_then(|(case, advice)| subject(case, advice, (year, year_place), studies, cx))
    else {
        return Vec::new();
    };
    let Some(year) = year else { return Vec::new() };
    let one = |(reader, reading): (Reader, Option<State>)| {
        let (case, recommendation) = (case.clone(), recommendation.clone());
        Some(State { case, recommendation, year, reader, ..reading? })
    };
    readings.into_iter().filter_map(one).collect()
}

/// One reading, as a state that does not say yet of what and when.
fn reading(raw: May<RawReading>, cx: &mut Context<'_>) -> Option<State> {
    let raw = raw.known()?;
    let status = cx.value(raw.status);
    let status = cx.word(status);
    let text = cx.text_some(raw.text).unwrap_or_default();
    let evidence = cx.text_some(raw.evidence).unwrap_or_default();
    Some(State {
        case: String::new(),
        recommendation: String::new(),
        year: 0,
        reader: Reader::Rekenkamer,
        status: status?,
        text,
        evidence,
        later_case: None,
        place: raw.span,
    })
}

/// The case and the recommendation that a state is about, if the recommendation is there and the
/// state is not older than its study.
fn subject(
    case: Text,
    recommendation: Text<Id>,
    (year, year_place): (Option<i32>, Span),
    studies: &Studies<'_>,
    cx: &mut Context<'_>,
) -> Option<(String, String)> {
    let name = case.value?;
    let given = studies.given.get(name.as_str()).map(Some);
    let Some(outline) = given.or_else(|| studies.others.get(&name).map(Option::as_ref)) else {
        let known = studies.names.iter().map(String::as_str);
        let diagnostic = Diagnostic::at(Code::StateOfNoCase, case.span)
            .with("value", &name)
            .with_some("nearest", nearest(&name, known));
        cx.push(diagnostic);
        return None;
    };
    let advice = cx.id_of(recommendation)?;
    // A study that could not be read is reported when it is checked itself.
    let Some(outline) = outline else { return Some((name, advice.value)) };
    if !outline.recommendations.contains(&advice.value) {
        let known = &outline.recommendations;
        let diagnostic = Diagnostic::at(Code::StateOfNoAdvice, advice.span)
            .with("value", &advice.value)
            .with("case", &name)
            .with("known", known.join(", "))
            .with_some("nearest", nearest(&advice.value, known.iter().map(String::as_str)));
        cx.push(diagnostic);
        return None;
    }
    if let (Some(year), Some(date)) = (year, outline.date)
        && year < date.first().year()
    {
        let diagnostic = Diagnostic::at(Code::StateBeforeReport, year_place);
        let diagnostic = diagnostic.with("value", year.to_string()).with("case", &name);
        cx.push(diagnostic.with("date", PartialDate::to_string(&date)));
    }
    Some((name, advice.value))
}
