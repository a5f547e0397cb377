//! Validates findings against the framework to which they belong.

use super::amount;
use super::judges::judges;
use super::keywords::ANSWERS;
use super::raw::case::{RawDecision, RawEvidence, RawFinding, RawRecord};
use super::raw::{Context, List, Map, Must, Text, kinds};
use super::values::Ids;
use crate::diagnostics::{Code, Diagnostic, Span, phrase};
use crate::model::{
    Answer, Criterion, CriterionRecord, Evidence, Finding, Level, Located, Markdown, Measure,
    Overrule, Reading, Resolution, Stance, StudyStatus,
};
use std::collections::BTreeMap;

/// The items to which a finding may refer.
pub struct Known<'a> {
    /// The codes of all sources.
    pub sources: Vec<&'a str>,
    /// The ids of findings so far.
    pub findings: Ids,
}

/// Validates the record of one criterion.
pub fn record(
    raw: RawRecord,
    id: Located<String>,
    criterion: &Criterion,
    known: &mut Known<'_>,
    cx: &mut Context<'_>,
) -> CriterionRecord {
    let span = raw.span;
    let status_span = raw.status.as_ref().map_or(span, |s| s.span);
    let _words: Vec<_> = StudyStatus::ALL.iter().map(|s| (s.key(), *s)).collect();
    let typed = cx.value(raw.status).and_then(|s| cx.word(s));
    let status = typed.unwrap_or(StudyStatus::ToDo);
    let reason = cx.markdown_some(raw.reason);
    let needs_reason = !matches!(status, StudyStatus::ToDo | StudyStatus::Studied);
    if needs_reason && reason.is_empty() {
        let diagnostic = Diagnostic::at(Code::ReasonMissing, status_span);
        cx.push(diagnostic.with("value", status.key()).with("key", "reason"));
    }
    let many = raw.findings.as_ref().map_or(0, |l| l.items.len());
    let whole = !raw.findings.has_lost();
    if !whole {
        cx.suppressed.push(Code::UnknownFinding);
    }
    let findings: Vec<Finding> = raw
        .findings
        .map(|l| l.items)
        .unwrap_or_default()
        .into_iter()
        .filter_map(|f| finding(f, Some(criterion), known, cx))
        .collect();
    let complete = whole && findings.len() == many;
    if !complete && (raw.resolution.is_some() || raw.overrule.is_some()) {
        // The findings that these decisions concern are not all known.
        cx.suppressed.push(Code::NothingToResolve);
    }
    let has_reading = findings.iter().any(|f| f.reading != Reading::None);
    match status {
        StudyStatus::Studied if !has_reading && complete => {
            cx.push(Diagnostic::at(Code::NoLevel, id.span).with("value", &id.value));
        }
        StudyStatus::Studied => {}
        _ if has_reading && typed.is_some() => {
            let diagnostic = Diagnostic::at(Code::LevelWithoutJudgement, status_span);
            cx.push(diagnostic.with("value", &id.value).with("status", status.key()));
        }
        _ => {}
    }
    if typed == Some(StudyStatus::ToDo) {
        cx.push(Diagnostic::at(Code::CriterionToDo, id.span).with("value", &id.value));
    }
    let resolution = raw.resolution.and_then(|r| {
        let place = r.span;
        let (level, reason) = decision(r, criterion, cx)?;
        Some(Resolution { level, reason, place })
    });
    let overrule = raw.overrule.and_then(|r| {
        let at = r.span;
        let given = r.level.clone().asked_for();
        let (level, reason) = decision(r, criterion, cx)?;
        let Some(level) = level else {
            // A resolution may leave the level open; an overruling must give one.
            cx.need(given)?;
            return None;
        };
        if typed.is_some_and(|s| s != StudyStatus::Studied) {
            cx.push(Diagnostic::at(Code::NothingToOverrule, at).with("value", &id.value));
        }
        Some(Overrule { level, reason, place: at })
    });
    let strength = raw.strength.and_then(|own| {
        let place = own.span;
        let is = cx.value(own.is).and_then(|word| cx.word(word));
        let reason = own_reason(own.reason, place, cx);
        Some((is?, reason?))
    });
    let judges = judges(raw.judges, criterion, cx);
    let decided = cx.markdown_some(raw.decided);
    if judges.is_empty() && !decided.is_empty() {
        cx.push(Diagnostic::at(Code::NothingDecided, id.span).with("value", &id.value));
    }
    CriterionRecord {
        criterion: id,
        status,
        reason,
        findings,
        resolution,
        overrule,
        strength,
        judges,
        decided,
    }
}

fn decision(
    raw: RawDecision,
    criterion: &Criterion,
    cx: &mut Context<'_>,
) -> Option<(Option<Level>, Markdown)> {
    let level = cx.level_of(raw.level, criterion);
    Some((level, own_reason(raw.reason, raw.span, cx)?))
}

/// The reason that a decision of the researchers needs.
pub(super) fn own_reason(raw: Must<Text>, span: Span, cx: &mut Context<'_>) -> Option<Markdown> {
    let reason = cx.markdown_some(raw);
    if reason.is_empty() {
        let diagnostic = Diagnostic::at(Code::ReasonMissing, span);
        cx.push(diagnostic.with("value", phrase("own-weighing")).with("key", "reason"));
        return None;
    }
    Some(reason)
}

/// Validates a finding; `criterion` is `None` for a finding of a sub-question.
pub fn finding(
    raw: RawFinding,
    criterion: Option<&Criterion>,
    known: &mut Known<'_>,
    cx: &mut Context<'_>,
) -> Option<Finding> {
    let span = raw.span;
    let id = cx.referred_id(raw.id.clone(), Code::UnknownFinding);
    if let Some(id) = &id {
        known.findings.note(id, cx);
    }
    let condition = cx.markdown(raw.condition.clone());
    let cause = cx.markdown_some(raw.cause.clone());
    let effect = cx.markdown_some(raw.effect.clone());
    let evidence = match raw.evidence.is_broken() {
        true => None,
        false => evidence(raw.evidence.clone(), id.as_ref(), span, known, cx),
    };
    let reading = reading(&raw, criterion, cx);
    let contradicted = |evidence: &Vec<Evidence>| {
        !evidence.is_empty() && evidence.iter().all(|e| e.stance == Stance::Contradicts)
    };
    if let Some(id) = &id
        && evidence.as_ref().is_some_and(contradicted)
        && reading.as_ref().is_some_and(|r| *r != Reading::None)
    {
        cx.push(Diagnostic::at(Code::OnlyContradicted, id.span).with("value", &id.value));
    }
    let (reading, id, evidence) = (reading?, id?, evidence?);
    let place = id.span;
    Some(Finding { id: id.value, condition, cause, effect, reading, evidence, place })
}

/// The evidence of a finding; `None` where not all of it could be read.
fn evidence(
    raw: Must<List<RawEvidence, 1>>,
    id: Option<&Located<String>>,
    parent: Span,
    known: &Known<'_>,
    cx: &mut Context<'_>,
) -> Option<Vec<Evidence>> {
    let mut whole = raw.as_ref().is_none_or(|l| l.whole);
    let items = raw.map(|l| l.items).unwrap_or_default();
    if items.is_empty() && whole {
        let (at, value) = id.map_or((parent, ""), |id| (id.span, id.value.as_str()));
        cx.push(Diagnostic::at(Code::NoEvidence, at).with("value", value));
    }
    let mut out = Vec::new();
    for item in items {
        let source = cx.value(item.source);
        let place = source.as_ref().map_or(item.span, |s| s.span);
        let source = cx.reference(source, &known.sources, Code::UnknownSource);
        let locator = cx.text_some(item.locator);
        let stance = match item.stance.known().filter(|s| s.value.is_some()) {
            Some(stance) => cx.word(stance),
            None => Some(Stance::Supports),
        };
        let searched = cx.markdown_some(item.searched);
        let quote = cx.text_some(item.quote);
        match (source, stance) {
            (Some(source), Some(stance)) => {
                out.push(Evidence { source, locator, stance, searched, quote, place });
            }
            _ => whole = false,
        }
    }
    whole.then_some(out)
}

/// What the finding says about the level, according to the criterion's measure.
fn reading(
    raw: &RawFinding,
    criterion: Option<&Criterion>,
    cx: &mut Context<'_>,
) -> Option<Reading> {
    let measure = criterion.map(|c| &c.measure);
    let wrong = wrong_keys(raw, measure);
    if measure.is_none() && !wrong.is_empty() {
        for (key, span) in wrong {
            cx.push(Diagnostic::at(Code::LevelOnQuestion, span).with("key", key));
        }
        return None;
    }
    for (key, span) in &wrong {
        let expected = match measure {
            None | Some(Measure::Assessed) => phrase("measure-assessed"),
            Some(Measure::Checklist { .. }) => phrase("measure-checklist"),
            Some(Measure::Quantity(quantity)) => amount::expected(raw, quantity),
        };
        let diagnostic = Diagnostic::at(Code::WrongMeasure, *span)
            .with("key", *key)
            .with("criterion", criterion.map_or("", |c| c.id.as_str()))
            .with("expected", expected);
        cx.push(diagnostic);
    }
    if !wrong.is_empty() {
        return None;
    }
    if let (Some(Measure::Checklist { points, .. }), Some(answers)) = (measure, raw.points.as_ref())
    {
        let id = criterion.map_or("", |c| c.id.as_str());
        let duty = criterion.is_some_and(|c| c.legal_duty);
        return Some(Reading::Points(self::points(answers, points, (id, duty), cx)));
    }
    if let Some(Measure::Quantity(quantity)) = measure
        && (raw.value.is_some() || amount::has_counts(raw))
    {
        return amount::amount(raw, quantity, cx).map(Reading::Value);
    }
    let (Some(level), Some(criterion)) = (raw.level.clone().known(), criterion) else {
        return Some(Reading::None);
    };
    let at = level.span;
    let level = cx.present(level, "level")?;
    let level = cx.level_of(level, criterion)?;
    let reason = cx.markdown_some(raw.level_reason.clone());
    if matches!(measure, Some(Measure::Quantity(_))) && reason.is_empty() {
        let diagnostic = Diagnostic::at(Code::ReasonMissing, at);
        cx.push(
            diagnostic.with("value", phrase("level-without-number")).with("key", "level-reason"),
        );
        return None;
    }
    Some(Reading::Level { level, reason: (!reason.is_empty()).then_some(reason) })
}

fn wrong_keys(raw: &RawFinding, measure: Option<&Measure>) -> Vec<(&'static str, Span)> {
    let allowed: &[&str] = match measure {
        None => &[],
        Some(Measure::Assessed) => &["level"],
        Some(Measure::Checklist { .. }) => &["points"],
        Some(Measure::Quantity(q)) if amount::has_counts(raw) => amount::fitting_keys(q),
        Some(Measure::Quantity(_)) if raw.value.is_some() => &["value", "unit"],
        Some(Measure::Quantity(_)) => &["level", "level-reason"],
    };
    let present = [
        ("level", raw.level.as_ref().map(|t| t.span)),
        ("level-reason", raw.level_reason.as_ref().map(|t| t.span)),
        ("points", raw.points.as_ref().map(|p| p.span)),
        ("count", raw.count.as_ref().map(|t| t.span)),
        ("of", raw.of.as_ref().map(|t| t.span)),
        ("population", raw.population.as_ref().map(|t| t.span)),
        ("value", raw.value.as_ref().map(|t| t.span)),
        ("unit", raw.unit.as_ref().map(|t| t.span)),
    ];
    let wrong = |(key, span): (&'static str, Option<Span>)| {
        span.filter(|_| !allowed.contains(&key)).map(|s| (key, s))
    };
    present.into_iter().filter_map(wrong).collect()
}

fn points(
    raw: &Map<Text<kinds::Answer>>,
    known: &[(String, String)],
    (criterion, duty): (&str, bool),
    cx: &mut Context<'_>,
) -> BTreeMap<String, Answer> {
    let ids: Vec<&str> = known.iter().map(|(id, _)| id.as_str()).collect();
    let mut out = BTreeMap::new();
    for (key, answer) in &raw.entries {
        let Some(name) = key.value.clone() else { continue };
        if !ids.contains(&name.as_str()) {
            let diagnostic = Diagnostic::at(Code::UnknownPoint, key.span)
                .with("value", &name)
                .with("criterion", criterion)
                .with("known", ids.join(", "))
                .with_some("nearest", crate::diagnostics::nearest(&name, ids.iter().copied()));
            cx.push(diagnostic);
        } else if let Some(typed) = cx.present(answer.clone(), &name) {
            let drops = |(word, answer): &&(&str, Answer)| {
                *answer == Answer::NotApplicable && typed.value.as_deref() == Some(*word)
            };
            if !duty && ANSWERS.iter().any(|known| drops(&known)) {
                cx.push(Diagnostic::at(Code::OnlyForDuty, key.span).with("value", &name));
                continue;
            }
            let fits = |(_, answer): &&(&str, Answer)| duty || *answer != Answer::NotApplicable;
            let known: Vec<(&str, Answer)> = ANSWERS.iter().filter(fits).copied().collect();
            out.extend(cx.word_among(typed, &known).map(|answer| (name, answer)));
        }
    }
    out
}
