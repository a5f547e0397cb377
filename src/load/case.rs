//! Validates the parts of `case.yaml`.

use super::keywords::meant;
use super::raw::case::{
    RawConclusion, RawIndicator, RawObservation, RawRecommendation, RawStudy, RawSubQuestion,
};
use super::raw::conducted::RawConducted;
use super::raw::kinds::Number;
use super::raw::{Context, List, May, Must, Text};
use super::references::References;
use super::values::Ids;
use crate::diagnostics::{Code, Diagnostic, Fact, phrase};
use crate::model::{
    Addressee, BodyKind, Conclusion, ContextIndicator, Located, Observation, OwnText, Prose,
    Question, Recommendation, Reference, Status, Study, SubQuestion,
};

/// How far a study is, as far as it decides what must be filled in.
#[derive(Debug, Clone, Copy)]
pub struct Stage {
    /// Whether there is only a plan: nobody can know yet when the study was conducted.
    pub planned: bool,
    /// Whether there are conclusions.
    pub concluded: bool,
}

/// The study; its sub-questions have no findings yet. Where the case words conclusions, an
/// unanswered sub-question is left to `grounds`.
pub fn study(
    raw: RawStudy,
    stage: Stage,
    questions: &mut Ids,
    cx: &mut Context<'_>,
) -> Option<Study> {
    let span = raw.span;
    let title = cx.text(raw.title);
    let subtitle = cx.text_some(raw.subtitle);
    let commissioner = cx.text(raw.commissioner);
    let researchers = cx.text_some(raw.researchers);
    let judged = raw.period.as_ref().and_then(|p| p.to.as_ref()).map(|to| to.span);
    let period_end = judged.or(raw.conducted.as_ref().and_then(RawConducted::end)).unwrap_or(span);
    let years_given = raw.period.is_some();
    let conducted = match stage.planned {
        true => raw.conducted.known().filter(|c| !matches!(c, RawConducted::Empty(_))),
        false => cx.need(raw.conducted),
    };
    let conducted = conducted.and_then(|c| c.period(years_given, cx));
    let period = raw.period.and_then(|p| cx.period(p));
    let date = cx.value(raw.date);
    let date_place = date.as_ref().map_or(span, |date| date.span);
    let date = cx.date(date);
    let _words: Vec<_> = Status::ALL.iter().map(|s| (s.key(), *s)).collect();
    let status_span = raw.status.as_ref().map_or(span, |s| s.span);
    let status = cx.value(raw.status).and_then(|s| cx.word(s));
    let notice = cx.markdown_some(raw.notice);
    if let Some(status @ (Status::Reconstructie | Status::Fictief)) = status
        && notice.is_empty()
    {
        let diagnostic = Diagnostic::at(Code::NoticeMissing, status_span);
        cx.push(diagnostic.with("value", status.key()));
    }
    let sampling = cx.word(raw.sample);
    let background = cx.markdown(raw.background);
    let method = cx.markdown(raw.method);
    let central = cx.need(raw.central_question);
    let central_question = central.map(|q| {
        let place = q.answer.as_ref().map_or(q.span, |answer| answer.span);
        let question = cx.text(q.question);
        let answer = cx.markdown_some(q.answer);
        if answer.is_empty() {
            cx.push(Diagnostic::at(Code::TextToDo, place).with("key", "answer"));
        }
        Question { question, answer }
    });
    if raw.sub_questions.has_lost() {
        cx.suppressed.push(Code::UnknownSubQuestion);
    }
    let sub_questions = raw.sub_questions.map(|l| l.items).unwrap_or_default();
    let sub_questions = sub_questions
        .into_iter()
        .filter_map(|q| sub_question(q, stage.concluded, questions, cx))
        .collect();
    let colofon = cx.markdown_some(raw.colofon);
    Some(Study {
        title,
        subtitle,
        commissioner,
        researchers,
        conducted,
        period,
        period_end,
        date: date?,
        date_place,
        status: status?,
        status_place: status_span,
        notice,
        sampling,
        background,
        method,
        central_question: central_question?,
        sub_questions,
        colofon,
    })
}

fn sub_question(
    raw: RawSubQuestion,
    concluded: bool,
    ids: &mut Ids,
    cx: &mut Context<'_>,
) -> Option<SubQuestion> {
    let span = raw.span;
    let id = cx.referred_id(raw.id, Code::UnknownSubQuestion);
    if let Some(id) = &id {
        ids.note(id, cx);
    }
    let question = cx.text(raw.question);
    let (answer_span, none) = (raw.unanswered.as_ref().map(|t| t.span), raw.answer.is_none());
    let answer = cx.markdown_some(raw.answer);
    let unanswered = cx.markdown_some(raw.unanswered);
    let Some(id) = id else {
        cx.suppressed.push(Code::UnknownSubQuestion);
        return None;
    };
    if !answer.is_empty() && !unanswered.is_empty() {
        let at = answer_span.unwrap_or(span);
        cx.push(Diagnostic::at(Code::AnsweredTwice, at).with("value", &id.value));
    }
    if answer.is_empty() && unanswered.is_empty() && !concluded {
        let key: Fact = if none { phrase("answer-or-unanswered").into() } else { "answer".into() };
        cx.push(Diagnostic::at(Code::TextToDo, id.span).with("key", key));
    }
    let (place, findings) = (id.span, Vec::new());
    Some(SubQuestion { id: id.value, question, answer, unanswered, findings, place })
}

pub fn conclusions(
    raw: May<List<RawConclusion>>,
    known: &References<'_>,
    ids: &mut Ids,
    cx: &mut Context<'_>,
) -> Vec<Conclusion> {
    let items = raw.map(|l| l.items).unwrap_or_default();
    items.into_iter().filter_map(|item| conclusion(item, known, ids, cx)).collect()
}

pub fn conclusion(
    raw: RawConclusion,
    known: &References<'_>,
    ids: &mut Ids,
    cx: &mut Context<'_>,
) -> Option<Conclusion> {
    let _span = raw.span;
    let id = cx.referred_id(raw.id, Code::UnknownConclusion);
    if let Some(id) = &id {
        ids.note(id, cx);
    }
    let typed = typed(raw.title.as_ref(), raw.text.as_ref());
    let title = cx.text(raw.title);
    let text = cx.markdown(raw.text);
    let criteria = cx.references(raw.criteria, known.criteria, Code::UnknownCriterion);
    let findings = cx.references(raw.findings, known.findings, Code::UnknownFinding);
    let Located { value: id, span: place } = id?;
    Some(Conclusion { id, title, text, criteria, findings, typed, place })
}

/// The title and text of a conclusion as typed.
fn typed(title: Option<&Text>, text: Option<&Text>) -> Vec<OwnText> {
    let own = |prose, typed: Option<&Text>| {
        let typed = typed?;
        let text = Located { value: typed.value.clone()?, span: typed.span };
        Some(OwnText { prose, text })
    };
    [own(Prose::Line, title), own(Prose::Running, text)].into_iter().flatten().collect()
}

/// The addressees of recommendations by their word: those that a body of this kind has, and those
/// that the case names.
pub fn addressees(
    kind: BodyKind,
    raw: May<List<Text, 1>>,
    cx: &mut Context<'_>,
) -> Vec<(String, Addressee)> {
    let known = kind.addressees().map(|(word, addressee)| (word.to_owned(), addressee));
    let mut out: Vec<_> = known.collect();
    for item in raw.map(|l| l.items).unwrap_or_default() {
        let span = item.span;
        let Some(name) = cx.text_some(Some(item)) else { continue };
        let is_name = |word: &str| bare(word) == bare(&name);
        let same = out
            .iter()
            .find(|(word, addressee)| is_name(word) || kind.organ(addressee).is_some_and(is_name));
        let addressee = same.map(|(_, addressee)| addressee.clone());
        if addressee.is_some() {
            let diagnostic = Diagnostic::at(Code::DuplicateId, span);
            cx.push(diagnostic.with("value", &name).with("where", phrase("addressees")));
        }
        out.push((name.clone(), addressee.unwrap_or(Addressee::Own(name))));
    }
    out
}

/// The addressee of a recommendation. A municipality has addressees that another body has not.
fn addressee(
    kind: BodyKind,
    raw: Option<Text>,
    known: &[(String, Addressee)],
    cx: &mut Context<'_>,
) -> Option<Addressee> {
    let raw = raw?;
    let known: Vec<(&str, Addressee)> =
        known.iter().map(|(word, meant)| (word.as_str(), meant.clone())).collect();
    let typed = raw.value.as_deref().map(str::trim).unwrap_or_default();
    let elsewhere = Addressee::WORDS.iter().any(|(word, _)| *word == typed);
    if elsewhere && !known.iter().any(|(word, _)| *word == typed) {
        let diagnostic = Diagnostic::at(Code::UnfitForKind, raw.span).with("value", typed);
        let diagnostic = diagnostic.with("kind", kind.noun());
        cx.push(diagnostic.with("help", phrase("declare-addressee")));
        return None;
    }
    let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
    if words.contains(&typed) {
        return cx.word_among(raw, &known);
    }
    let or_own = phrase("addressees-known").with("known", words.join(", "));
    let unknown = Diagnostic::at(Code::UnknownWord, raw.span).with("value", typed);
    cx.push(unknown.with("known", or_own).with_some("nearest", meant(typed, &words)));
    None
}

/// A name of an addressee without what makes no other addressee of it: article and capitals.
fn bare(name: &str) -> String {
    let name = name.to_lowercase().replace('-', " ");
    let bare = ["de ", "het "].iter().find_map(|article| name.strip_prefix(article));
    bare.unwrap_or(&name).replace("raad en het college", "raad en college")
}

pub fn recommendations(
    kind: BodyKind,
    raw: May<List<RawRecommendation>>,
    addressees: &[(String, Addressee)],
    known: &References<'_>,
    conclusions: &[&str],
    cx: &mut Context<'_>,
) -> Vec<Recommendation> {
    let items = raw.map(|l| l.items).unwrap_or_default();
    let mut ids = Ids::default();
    let mut out = Vec::new();
    for item in items {
        match recommendation(kind, item, addressees, known, conclusions, &mut ids, cx) {
            Some(recommendation) => out.push(recommendation),
            None => cx.suppressed.push(Code::UnknownSubject),
        }
    }
    out
}

pub fn recommendation(
    kind: BodyKind,
    raw: RawRecommendation,
    addressees: &[(String, Addressee)],
    known: &References<'_>,
    conclusions: &[&str],
    ids: &mut Ids,
    cx: &mut Context<'_>,
) -> Option<Recommendation> {
    let _span = raw.span;
    let id = cx.id(raw.id);
    if let Some(id) = &id {
        ids.note(id, cx);
    }
    let typed = cx.value(raw.addressee);
    let addressee = addressee(kind, typed, addressees, cx);
    let title = cx.text(raw.title);
    let text = cx.markdown(raw.text);
    let conclusions = cx.references(raw.conclusions, conclusions, Code::UnknownConclusion);
    let findings = cx.references(raw.findings, known.findings, Code::UnknownFinding);
    let deadline = cx.date(raw.deadline);
    let owner = cx.text_some(raw.owner);
    let (Located { value: id, span: place }, addressee) = (id?, addressee?);
    Some(Recommendation {
        id,
        addressee,
        title,
        text,
        conclusions,
        findings,
        deadline,
        owner,
        place,
    })
}

pub fn observations(
    raw: May<List<RawObservation>>,
    known: &References<'_>,
    cx: &mut Context<'_>,
) -> Vec<Observation> {
    let items = raw.map(|l| l.items).unwrap_or_default();
    let mut ids = Ids::default();
    let mut out = Vec::new();
    for item in items {
        let span = item.span;
        let id = cx.id(item.id);
        if let Some(id) = &id {
            ids.note(id, cx);
        }
        let title = cx.text(item.title);
        let text = cx.markdown(item.text);
        let findings = cx.references(item.findings, known.findings, Code::UnknownFinding);
        let place = id.as_ref().map_or(span, |id| id.span);
        out.extend(id.map(|id| Observation { id: id.value, title, text, findings, place }));
    }
    out
}

/// The context indicators.
pub fn indicators(
    raw: May<List<RawIndicator>>,
    sources: &[&str],
    cx: &mut Context<'_>,
) -> Vec<ContextIndicator> {
    let items = raw.map(|l| l.items).unwrap_or_default();
    let mut ids = Ids::default();
    items.into_iter().filter_map(|item| indicator(item, &mut ids, sources, cx)).collect()
}

fn indicator(
    raw: RawIndicator,
    ids: &mut Ids,
    sources: &[&str],
    cx: &mut Context<'_>,
) -> Option<ContextIndicator> {
    let _span = raw.span;
    let id = cx.id(raw.id);
    if let Some(id) = &id {
        ids.note(id, cx);
    }
    let name = cx.text(raw.name);
    let unit = cx.text(raw.unit);
    let value = figure(raw.value, cx);
    let date = cx.date(raw.date);
    let source = source(raw.source, sources, cx);
    let note = cx.markdown_some(raw.note);
    let reference = cx.need(raw.reference).and_then(|r| {
        let name = cx.text(r.name);
        let value = figure(r.value, cx);
        let source = self::source(r.source, sources, cx);
        Some(Reference { name, value: value?, source: source? })
    });
    Some(ContextIndicator {
        id: id?.value,
        name,
        value: value?,
        unit,
        date,
        source: source?,
        reference: reference?,
        note,
    })
}

fn figure(raw: Must<Text<Number>>, cx: &mut Context<'_>) -> Option<crate::model::Decimal> {
    let raw = cx.value(raw);
    cx.decimal(raw)
}

fn source(raw: Must<Text>, known: &[&str], cx: &mut Context<'_>) -> Option<String> {
    let raw = cx.value(raw);
    cx.reference(raw, known, Code::UnknownSource)
}
