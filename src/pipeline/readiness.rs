//! Whether a study may be made public: it is finished, no step is open, and no embargo holds.

use super::prepare::Prepared;
use super::scored::Scored;
use crate::diagnostics::{Code, Diagnostic, Fact, Phrase, phrase};
use crate::dutch::date;
use crate::model::{Case, PartialDate, Status, Step};
use crate::package::publisher;
use crate::reasoning::{OpenStep, open_steps};
use chrono::NaiveDate;

/// Reports everything that keeps the case of a call from being made public on a day; `described` if
/// metadata go along.
///
/// A fictional case may have places to fill: it exists to show the program, and each of its files
/// says that it is fictional.
pub fn check(prepared: &mut Prepared, on: Option<NaiveDate>, described: bool) {
    let [scored] = prepared.cases.as_slice() else { return };
    let study = &scored.case.study;
    let places = study.status != Status::Fictief;
    let mut found = prepared.unfinished(scored, places);
    let mut place = prepared.first_open(scored, places).unwrap_or(study.status_place);
    if study.status == Status::Concept {
        found.insert(0, phrase("status-concept").into());
        place = study.status_place;
    }
    let mut out = Vec::new();
    if !found.is_empty() {
        let diagnostic = Diagnostic::at(Code::NotReady, place);
        out.push(diagnostic.with("found", Fact::Row(found, ", ")));
    }
    out.extend(open_steps(&scored.case).into_iter().map(|open| open_step(open, scored)));
    out.extend(before_report(&scored.case, on));
    out.extend(embargo(&scored.case, on));
    if described {
        out.extend(metadata(scored));
    }
    out.into_iter().for_each(|diagnostic| prepared.report.push(diagnostic));
}

fn open_step(open: OpenStep, scored: &Scored) -> Diagnostic {
    let diagnostic = match open.place {
        Some(place) => Diagnostic::at(Code::StepOpen, place),
        None => Diagnostic::of_file(Code::StepOpen, file(scored)),
    };
    let lacks = open.said();
    let step = phrase(match open.step {
        Step::Plan => "step-plan",
        Step::Hearing => "step-hearing",
        Step::Reaction => "step-reaction",
        Step::Afterword => "step-afterword",
        Step::Decision => "step-decision",
    });
    diagnostic.with("step", step).with("lacks", lacks).with("key", open.step.key())
}

/// The path of the file with the study.
fn file(scored: &Scored) -> String {
    format!("{}case.yaml", scored.folders.first().map_or("", String::as_str))
}

/// Of a report of a month or a year the first day counts.
fn before_report(case: &Case, on: Option<NaiveDate>) -> Option<Diagnostic> {
    let on = on.filter(|on| *on < case.study.date.first())?;
    let diagnostic = Diagnostic::at(Code::PublishedBeforeReport, case.study.date_place);
    let diagnostic = diagnostic.with("on", date(PartialDate::Day(on)));
    Some(diagnostic.with("date", date(case.study.date)))
}

fn embargo(case: &Case, on: Option<NaiveDate>) -> Option<Diagnostic> {
    let embargo = case.publication.embargo?;
    let words = |day| date(PartialDate::Day(day));
    let reason: Phrase = match on {
        None => phrase("embargo-no-day"),
        Some(on) if on < embargo.value => phrase("embargo-too-early").with("on", words(on)),
        Some(_) => return None,
    };
    let diagnostic = Diagnostic::at(Code::UnderEmbargo, embargo.span);
    Some(diagnostic.with("embargo", words(embargo.value)).with("reason", reason))
}

/// What the metadata require and the case does not say.
fn metadata(scored: &Scored) -> Vec<Diagnostic> {
    let study = &scored.case.study;
    let mut out = Vec::new();
    if !matches!(study.date, PartialDate::Day(_)) {
        let diagnostic = Diagnostic::at(Code::MetadataMissing, study.date_place);
        out.push(diagnostic.with("what", phrase("metadata-day")));
    }
    if publisher(&scored.case).is_none() {
        let diagnostic = Diagnostic::of_file(Code::MetadataMissing, file(scored));
        out.push(diagnostic.with("what", phrase("metadata-publisher")));
    }
    out
}
