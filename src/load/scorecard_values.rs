//! What a scorecard says, from its typed values: everything that follows from the judgements is
//! computed anew.

use super::amount;
use super::raw::kinds::{Id, Number};
use super::raw::scorecard::{
    RawAmount, RawConflict, RawFigure, RawFrameworkScore, RawJudgement, RawRule, RawScorecard,
    RawStudyFacts, RawSubject,
};
use super::raw::{Context, List, Map, Must, Text};
use super::scale::worded;
use super::values::Ids;
use crate::diagnostics::{Code, Diagnostic, Span};
use crate::model::{
    Addressee, Advice, Amount, Conflict, ContextFigure, FollowedUp, FrameworkScore, Judgement,
    Level, Located, Measured, Outcome, Rule, Rules, Scale, Scorecard, StudyFacts, Subject, Terms,
    Thresholds,
};
use crate::score;
use std::collections::BTreeMap;

/// A scorecard. Problems go to the context.
pub(super) fn card(raw: RawScorecard, cx: &mut Context<'_>) -> Option<Scorecard> {
    let _span = raw.span;
    let plain = |text: Must<Text>, cx: &mut Context<'_>| cx.value(text).and_then(|t| t.value);
    let program = plain(raw.program, cx);
    let case = plain(raw.case, cx);
    plain(raw.seal, cx)?;
    let municipality = cx.need(raw.municipality).and_then(|m| subject(m, cx));
    let study = cx.need(raw.study).and_then(|s| study(s, cx));
    let frameworks = items(raw.frameworks, cx);
    let mut ids = Ids::default();
    let mut frameworks: Vec<FrameworkScore> =
        frameworks.into_iter().filter_map(|f| framework(f, &mut ids, cx)).collect();
    frameworks.shrink_to_fit();
    let quantities = items(raw.quantities, cx);
    let mut ids = Ids::default();
    let quantities = quantities.into_iter().filter_map(|m| {
        let criterion = new_id(m.criterion, &mut ids, cx)?;
        let given = cx.need(m.given).and_then(|given| amount(given, cx));
        Some(Measured { criterion, given: given? })
    });
    let quantities = quantities.collect();
    let context = items(raw.context, cx);
    let mut ids = Ids::default();
    let context = context.into_iter().filter_map(|c| figure(c, &mut ids, cx)).collect();
    let recommendations = items(raw.recommendations, cx);
    let mut ids = Ids::default();
    let recommendations = recommendations.into_iter().filter_map(|r| {
        let id = new_id(r.id, &mut ids, cx)?;
        let addressee = Addressee::of(&cx.text(r.addressee));
        Some(Advice { id, addressee, title: cx.text(r.title) })
    });
    let recommendations = recommendations.collect();
    let follow_up = items(raw.follow_up, cx);
    let mut ids = Ids::default();
    let follow_up = follow_up.into_iter().filter_map(|f| {
        let case = cx.value(f.case)?.value?;
        let id = new_id(f.id, &mut ids, cx)?;
        let status = cx.value(f.status);
        let status = cx.word(status)?;
        Some(FollowedUp { case, id, status, title: cx.text(f.title) })
    });
    let follow_up = follow_up.collect();
    let inputs = texts(cx.need(raw.inputs), cx);
    let mut card = Scorecard {
        format: score::FORMAT,
        program: program?,
        case: case?,
        municipality: municipality?,
        study: study?,
        frameworks,
        quantities,
        context,
        recommendations,
        follow_up,
        inputs,
        seal: String::new(),
    };
    card.seal = score::seal(&card);
    Some(card)
}

fn items<T>(raw: Must<List<T>>, cx: &mut Context<'_>) -> Vec<T> {
    cx.need(raw).map(|l| l.items).unwrap_or_default()
}

fn texts(
    raw: impl IntoIterator<Item = Map<Text>>,
    cx: &mut Context<'_>,
) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    for (key, value) in raw.into_iter().flat_map(|m| m.entries) {
        if let (Some(key), Some(value)) = (key.value, cx.text_some(value)) {
            out.insert(key, value);
        }
    }
    out
}

fn subject(raw: RawSubject, cx: &mut Context<'_>) -> Option<Subject> {
    let _span = raw.span;
    let name = cx.value(raw.name);
    let name = cx.text_some(name).unwrap_or_default();
    let kind = cx.word(raw.kind).unwrap_or_default();
    Some(Subject {
        kind,
        name,
        cbs_code: super::body::code(kind, raw.cbs_code, cx),
        province: cx.text_some(raw.province),
        inhabitants: cx.whole(raw.inhabitants, 1, super::values::MOST_INHABITANTS),
        attributes: texts(raw.attributes, cx),
    })
}

fn study(raw: RawStudyFacts, cx: &mut Context<'_>) -> Option<StudyFacts> {
    let _span = raw.span;
    let title = cx.text(raw.title);
    let commissioner = raw.commissioner.and_then(|t| t.value).unwrap_or_default();
    let date = cx.value(raw.date);
    let date = cx.date(date);
    let status = cx.value(raw.status);
    let status = cx.word(status);
    let period = cx.need(raw.period).map(|p| match (p.from.as_ref(), p.to.as_ref()) {
        (None, None) => Some(None),
        _ => cx.period(p).map(Some),
    });
    let period = period.flatten();
    let sampling = cx.word(raw.sampling);
    Some(StudyFacts {
        title,
        commissioner,
        date: date?,
        status: status?,
        period: period?,
        sampling,
    })
}

fn framework(
    raw: RawFrameworkScore,
    ids: &mut Ids,
    cx: &mut Context<'_>,
) -> Option<FrameworkScore> {
    let span = raw.span;
    // The id of a framework is the name of its file, which may be longer than a code.
    let id = cx.value(raw.framework).and_then(|t| {
        let id = Located { value: t.value?, span: t.span };
        ids.note(&id, cx);
        Some(id.value)
    });
    let version = raw.version.and_then(|v| super::versions::version(v, cx)).unwrap_or_default();
    let scale = cx.need(raw.scale).and_then(|steps| scale(steps, span, cx))?;
    let available = cx.value(raw.available);
    let available = cx.whole(available.map(Text::into_kind), 1, MOST_CRITERIA);
    let rule = cx.need(raw.rule).and_then(|r| rule(r, scale, cx));
    let mut ids = Ids::default();
    let judgements = items(raw.judgements, cx).into_iter();
    let mut judgements: Vec<Judgement> =
        judgements.filter_map(|j| judgement(j, scale, &mut ids, cx)).collect();
    // What was collected in place of what was typed has room for that, which is ten times larger.
    judgements.shrink_to_fit();
    let available = usize::try_from(available?).ok()?;
    let terms = Terms { framework: id?, version, scale, available, rule: rule? };
    Some(score::framework_score(terms, judgements))
}

fn rule(raw: RawRule, scale: Scale, cx: &mut Context<'_>) -> Option<Rule> {
    let given = match raw {
        RawRule::Given(given) => *given,
        RawRule::Word(word) => return cx.word(word).map(|_| Rule::None),
    };
    let Some(rules) = given.score.known() else {
        let asked = given.judged.as_ref().is_some_and(|level| level.value.is_some());
        let level = cx.level(given.judged, scale);
        return (level.is_some() || !asked).then_some(Rule::Judged(level));
    };
    let coverage = cx.value(rules.minimum_coverage);
    let typed = cx.need(rules.thresholds)?;
    let typed = cx.levels(typed, scale.levels().filter(|level| *level > scale.lowest()))?;
    let one = |(level, text)| Some((level, number(Some(text), cx)?));
    let thresholds: Option<Thresholds> = typed.into_iter().map(one).collect();
    let rules = Rules { minimum_coverage: number(coverage, cx)?, thresholds: thresholds? };
    Some(Rule::Score(rules))
}

/// More criteria than any framework has.
const MOST_CRITERIA: u32 = 10_000;

/// The scale of a framework: key and word of each level, highest first.
fn scale(raw: List<List<Text>>, span: Span, cx: &mut Context<'_>) -> Option<Scale> {
    let word = |text: Text| Some((text.value?, text.span));
    let step = |step: List<Text>| {
        let mut words = step.items.into_iter().filter_map(word);
        let ((key, _), (word, at)) = (words.next()?, words.next()?);
        Some((key, word, at))
    };
    let steps: Vec<_> = raw.items.into_iter().filter_map(step).collect();
    worded(&steps, span, cx)
}

fn judgement(
    raw: RawJudgement,
    scale: Scale,
    ids: &mut Ids,
    cx: &mut Context<'_>,
) -> Option<Judgement> {
    let span = raw.span;
    let id = new_id(raw.criterion, ids, cx);
    let weight = cx.value(raw.weight);
    let weight = cx.whole(weight.map(Text::into_kind), 1, 10);
    let duty = cx.value(raw.legal_duty);
    let legal_duty = cx.word(duty);
    let outcome = cx.value(raw.outcome);
    let scale = if legal_duty == Some(true) { Scale::duty() } else { scale };
    let levels = scale.levels().map(|level| (level.key(), Outcome::Judged(level)));
    let known = levels.chain(Outcome::BESIDE.map(|outcome| (outcome.key(), outcome)));
    let outcome = cx.word_among(outcome, &known.collect::<Vec<_>>());
    let overruled = cx.value(raw.overruled);
    let overruled = cx.word(overruled);
    let derived = cx.level(raw.derived, scale);
    let ends = raw.possible.map(|list| list.items).unwrap_or_default();
    let ends: Vec<Level> = ends.into_iter().filter_map(|end| cx.level(end, scale)).collect();
    let possible = match ends.as_slice() {
        [low, high] if low <= high => Some((*low, *high)),
        _ => None,
    };
    let strength = cx.word(raw.strength);
    let derived_strength = cx.word(raw.derived_strength);
    let some = raw.conflict.known().filter(|c| c.lowest.is_some() || c.highest.is_some());
    let conflict = some.and_then(|c| conflict(c, scale, cx));
    agrees(outcome?, derived, overruled?, conflict, span, cx);
    Some(Judgement {
        criterion: id?,
        weight: weight?,
        legal_duty: legal_duty?,
        outcome: outcome?,
        derived,
        possible,
        measured: derived,
        derivation: None,
        strength,
        derived_strength,
        conflict,
        overruled: overruled?,
    })
}

/// Checks that a judgement is consistent: a level that was not overruled is the derived one, and a
/// contradiction spans enough levels.
fn agrees(
    outcome: Outcome,
    derived: Option<Level>,
    overruled: bool,
    conflict: Option<Conflict>,
    span: Span,
    cx: &mut Context<'_>,
) {
    let level = outcome.level();
    let follows = match level {
        Some(_) => overruled == (derived != level),
        None => !overruled,
    };
    let apart = conflict.is_none_or(|c| c.highest > c.lowest && c.highest.contradicts(c.lowest));
    if !follows || !apart {
        let key = if follows { "conflict" } else { "derived" };
        let said = |level: Option<Level>| level.map_or("null", Level::key).to_owned();
        let diagnostic = Diagnostic::at(Code::ScorecardDiffers, span).with("key", key);
        let diagnostic = diagnostic.with("found", said(derived));
        cx.push(diagnostic.with("expected", said(level)));
    }
}

/// An id that was not given before.
fn new_id(raw: Must<Text<Id>>, ids: &mut Ids, cx: &mut Context<'_>) -> Option<String> {
    let id = cx.id(raw)?;
    ids.note(&id, cx);
    Some(id.value)
}

fn conflict(raw: RawConflict, scale: Scale, cx: &mut Context<'_>) -> Option<Conflict> {
    let _span = raw.span;
    let lowest = cx.value(raw.lowest);
    let lowest = cx.level(lowest, scale);
    let highest = cx.value(raw.highest);
    let highest = cx.level(highest, scale);
    let resolved = cx.value(raw.resolved);
    let resolved = cx.word(resolved);
    Some(Conflict { lowest: lowest?, highest: highest?, resolved: resolved? })
}

fn figure(raw: RawFigure, ids: &mut Ids, cx: &mut Context<'_>) -> Option<ContextFigure> {
    let _span = raw.span;
    let id = new_id(raw.id, ids, cx);
    let value = cx.value(raw.value);
    let value = number(value, cx);
    let reference_value = cx.value(raw.reference_value);
    let reference_value = number(reference_value, cx);
    Some(ContextFigure {
        name: cx.text(raw.name),
        unit: cx.text(raw.unit),
        date: cx.date(raw.date),
        reference: cx.text(raw.reference),
        reference_source: cx.text_some(raw.reference_source).unwrap_or_default(),
        id: id?,
        value: value?,
        reference_value: reference_value?,
    })
}

fn amount(raw: RawAmount, cx: &mut Context<'_>) -> Option<Amount> {
    match raw {
        RawAmount::Given(text) => {
            let text = cx.present(text, "given");
            number(text, cx).map(Amount::Given)
        }
        RawAmount::Counted(raw) => {
            amount::counted(raw.count, raw.of, raw.population, cx).map(Amount::Counted)
        }
    }
}

/// A number as the program writes it: a point is always a decimal point.
fn number(raw: Option<Text<Number>>, cx: &mut Context<'_>) -> Option<crate::model::Decimal> {
    let text = raw.map(|t| Text::new(t.value.map(|v| v.replace('.', ",")), t.span));
    cx.decimal(text)
}
