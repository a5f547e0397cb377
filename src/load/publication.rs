//! What a case says of its publication.

use super::raw::case::{RawClosedStep, RawPublicationFacts, RawPublisher};
use super::raw::kinds::{Date, Url};
use super::raw::{Context, Text};
use super::values::Ids;
use crate::diagnostics::{Code, Diagnostic, phrase};
use crate::model::{ClosedStep, Located, PartialDate, PublicationFacts, Publisher};
use chrono::NaiveDate;

/// What a case says of its publication.
pub fn publication(raw: RawPublicationFacts, cx: &mut Context<'_>) -> PublicationFacts {
    let subjects = raw.subjects.map(|list| list.items).unwrap_or_default();
    let closed = raw.closed.map(|list| list.items).unwrap_or_default();
    let mut steps = Ids::default();
    PublicationFacts {
        embargo: raw.embargo.known().and_then(|date| day(date, cx)),
        summary: cx.text_some(raw.summary),
        subjects: subjects.into_iter().filter_map(|subject| cx.text_some(Some(subject))).collect(),
        identifier: cx.text_some(raw.identifier),
        publisher: raw.publisher.known().and_then(|publisher| self::publisher(publisher, cx)),
        appraisal: cx.word(raw.appraisal),
        closed: closed.into_iter().filter_map(|step| closed_step(step, &mut steps, cx)).collect(),
    }
}

/// A date of which the day must be known.
fn day(raw: Text<Date>, cx: &mut Context<'_>) -> Option<Located<NaiveDate>> {
    let (span, typed) = (raw.span, raw.value.clone());
    match cx.date(raw)? {
        PartialDate::Day(value) => Some(Located { value, span }),
        PartialDate::Month(_) | PartialDate::Year(_) => {
            let diagnostic = Diagnostic::at(Code::NotADate, span).with_some("value", typed);
            cx.push(diagnostic.with("help", phrase("write-day")));
            None
        }
    }
}

fn publisher(raw: RawPublisher, cx: &mut Context<'_>) -> Option<Publisher> {
    let _span = raw.span;
    let name = cx.value(raw.name);
    let name = cx.text_some(name);
    let tooi = raw.tooi.known().and_then(|address| tooi(address, cx));
    Some(Publisher { name: name?, tooi })
}

/// The address of an organisation in the registers of TOOI. Whether it is in one cannot be known
/// here: the registers change.
fn tooi(raw: Text<Url>, cx: &mut Context<'_>) -> Option<String> {
    let value = raw.value?;
    let typed = value.trim();
    let rest = typed.strip_prefix(Publisher::REGISTERS).unwrap_or("");
    let fits = |part: &str| !part.is_empty() && part.chars().all(is_plain);
    if rest.split_once('/').is_some_and(|(register, code)| fits(register) && fits(code)) {
        return Some(typed.to_owned());
    }
    cx.push(Diagnostic::at(Code::NotTooi, raw.span).with("value", typed));
    None
}

fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

fn closed_step(raw: RawClosedStep, ids: &mut Ids, cx: &mut Context<'_>) -> Option<ClosedStep> {
    let span = raw.span;
    let step = cx.value(raw.step);
    let place = step.as_ref().map_or(span, |step| step.span);
    let typed = step.as_ref().and_then(|step| step.value.clone());
    let step = cx.word(step);
    if let Some(value) = typed.filter(|_| step.is_some()) {
        ids.note(&Located { value: value.trim().to_owned(), span: place }, cx);
    }
    let reason = cx.value(raw.reason);
    let reason = cx.markdown_some(reason);
    Some(ClosedStep { step: step?, reason, place })
}
