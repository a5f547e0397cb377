//! Validates a framework.

use super::keywords::{MeasureKind, levels};
use super::raw::framework::{
    RawBasis, RawCriterion, RawDraft, RawFramework, RawLevel, RawLevelTexts, RawLevels, RawMeasure,
};
use super::raw::{Context, List, Map, Must, Text};
use super::values::Ids;
use super::verdict_bounds::{ordered, percentages, share_of_all};
use super::versions;
use crate::diagnostics::{Code, Diagnostic, Span, nearest, phrase};
use crate::model::{
    Basis, BasisKind, Better, Criterion, Draft, Drafts, Framework, Level, LevelRule, Levels,
    Measure, Quantity, Template, Thresholds,
};

/// Maximum number of points of a checklist; the order of its levels is verified exhaustively.
const MOST_POINTS: usize = 12;

/// Validates a framework. `name` is the name of its file.
pub fn validate(
    raw: RawFramework,
    name: &str,
    hash: String,
    cx: &mut Context<'_>,
) -> Option<Framework> {
    let _span = raw.span;
    let id = cx.value(raw.id).and_then(|t| same_as_file(t, name, cx));
    let version = cx.value(raw.version).and_then(|t| versions::version(t, cx));
    let date = cx.value(raw.date).and_then(|t| cx.date(t));
    let scale = cx.need(raw.scale).and_then(|s| texts(s, cx));
    let verdict = cx.need(raw.verdict);
    let mut ranking_difference = None;
    let (coverage, thresholds, proposal) = match verdict {
        Some(v) => {
            ranking_difference =
                share_of_all(v.ranking_difference.known(), "ranking-coverage-difference", cx);
            let coverage = cx.value(v.minimum_coverage);
            let t = cx.need(v.thresholds);
            (
                share_of_all(coverage, "minimum-coverage", cx),
                t.and_then(|t| percentages(t, cx)),
                v.proposal.known(),
            )
        }
        None => (None, None, None),
    };
    let drafts = cx.need(raw.drafts).map(|d| drafts(d, true, cx));
    let criteria = cx.need(raw.criteria)?;
    let mut ids = Ids::default();
    let many = criteria.items.len();
    let criteria: Vec<Criterion> =
        criteria.items.into_iter().filter_map(|c| criterion(c, &mut ids, cx)).collect();
    let title = cx.text(raw.title);
    let description = cx.markdown(raw.description);
    let proposal = cx.word(proposal).unwrap_or(false);
    if criteria.len() != many {
        return None;
    }
    let earlier = versions::earlier(raw.earlier, &criteria, cx);
    Some(Framework {
        id: id?,
        title,
        version: version?,
        date: date?,
        description,
        scale: scale?,
        minimum_coverage: coverage?,
        verdict_thresholds: thresholds?,
        proposal,
        ranking_difference,
        earlier,
        drafts: drafts?,
        criteria,
        hash,
    })
}

/// A framework is found by the name of its file, so its id must equal that name.
fn same_as_file(raw: Text, name: &str, cx: &mut Context<'_>) -> Option<String> {
    let value = raw.value?;
    if value != name {
        let help = phrase("id-of-framework").with("name", name);
        cx.push(Diagnostic::at(Code::BadId, raw.span).with("value", value).with("help", help));
        return None;
    }
    Some(value)
}

fn texts(raw: RawLevelTexts, cx: &mut Context<'_>) -> Option<Levels<String>> {
    let _span = raw.span;
    Some(Levels {
        voldoet: cx.text(raw.voldoet),
        grotendeels: cx.text(raw.grotendeels),
        deels: cx.text(raw.deels),
        niet: cx.text(raw.niet),
    })
}

fn drafts(raw: Map<RawDraft>, whole: bool, cx: &mut Context<'_>) -> Drafts {
    let mut known: Vec<(&str, Option<Level>)> =
        levels().into_iter().map(|(key, level)| (key, Some(level))).collect();
    if whole {
        known.push(("geen-oordeel", None));
    }
    let span = raw.span;
    let mut out = Drafts::new();
    for (key, draft) in raw.entries {
        if let (Some(level), Some(draft)) = (cx.word_among(key, &known), self::draft(draft, cx)) {
            out.insert(level, draft);
        }
    }
    for (key, level) in &known {
        if !out.contains_key(level) {
            cx.push(Diagnostic::at(Code::MissingKey, span).with("key", *key));
        }
    }
    out
}

fn draft(raw: RawDraft, cx: &mut Context<'_>) -> Option<Draft> {
    let _span = raw.span;
    let conclusion = cx.value(raw.conclusion).and_then(template);
    let recommendation = match raw.recommendation.and_then(template) {
        Some(text) => {
            let addressee = cx.value(raw.addressee.asked_for());
            Some((cx.word(addressee)?, text))
        }
        None => None,
    };
    Some(Draft { conclusion: conclusion?, recommendation })
}

fn template(raw: Text) -> Option<Template> {
    Some(Template { text: raw.value?.trim().to_owned(), span: raw.span })
}

fn criterion(raw: RawCriterion, ids: &mut Ids, cx: &mut Context<'_>) -> Option<Criterion> {
    let span = raw.span;
    let id = cx.id(raw.id);
    if let Some(id) = &id {
        ids.note(id, cx);
    }
    let name = name(raw.name, span, cx);
    let norm = cx.text(raw.norm);
    let basis = basis(raw.basis, span, cx);
    let legal_duty = cx.word(raw.legal_duty.clone()).unwrap_or(false);
    if legal_duty && !basis.iter().any(|b| b.kind == BasisKind::Law) {
        let at = raw.legal_duty.map(|t| t.span).unwrap_or(span);
        cx.push(Diagnostic::at(Code::DutyWithoutLaw, at));
    }
    let weight = cx.value(raw.weight).and_then(|w| cx.whole(w.into_kind(), 1, 10));
    let holds_from = cx.value(raw.holds_from).and_then(|d| cx.date(d));
    let measure = cx.need(raw.measure);
    let levels = cx.need(raw.levels);
    let measured = match (measure, levels) {
        (Some(measure), Some(levels)) => measured(measure, levels, cx),
        _ => None,
    };
    let drafts = cx.need(raw.drafts).map(|d| drafts(d, false, cx));
    let indicators = raw.indicators.map(|l| l.items).unwrap_or_default();
    let indicators = indicators.into_iter().filter_map(|t| cx.text_some(t)).collect();
    let explanation = cx.markdown_some(raw.explanation);
    let holds_from_reason = cx.text(raw.holds_from_reason);
    let proposal = cx.word(raw.proposal).unwrap_or(false);
    let (measure, descriptions) = measured?;
    Some(Criterion {
        id: id?.value,
        name,
        norm,
        explanation,
        indicators,
        basis,
        weight: weight?,
        legal_duty,
        holds_from: holds_from?.first(),
        holds_from_reason,
        proposal,
        measure,
        descriptions,
        drafts: drafts?,
    })
}

fn name(raw: Must<Text>, parent: Span, cx: &mut Context<'_>) -> String {
    let span = raw.as_ref().map_or(parent, |t| t.span);
    let name = cx.text(raw);
    let length = name.chars().count();
    if length > 40 {
        let diagnostic = Diagnostic::at(Code::TooLong, span);
        cx.push(diagnostic.with("length", length.to_string()).with("most", "40"));
    }
    name
}

fn basis(raw: Must<List<RawBasis, 1>>, parent: Span, cx: &mut Context<'_>) -> Vec<Basis> {
    let items = cx.need(raw).map(|l| l.items).unwrap_or_default();
    let mut out = Vec::new();
    for item in items {
        let kind = cx.value(item.kind).and_then(|k| cx.word(k));
        let reference = cx.text(item.reference);
        let article = cx.text_some(item.article);
        let text_date = cx.date(item.text_date);
        if kind == Some(BasisKind::Law) && (article.is_none() || text_date.is_none()) {
            cx.push(Diagnostic::at(Code::LawWithoutArticle, item.span));
        }
        if let Some(kind) = kind {
            out.push(Basis { kind, reference, article, text_date });
        }
    }
    if out.is_empty() {
        cx.push(Diagnostic::at(Code::MissingKey, parent).with("key", "basis"));
    }
    out
}

fn measured(
    raw: RawMeasure,
    levels: RawLevels,
    cx: &mut Context<'_>,
) -> Option<(Measure, Levels<String>)> {
    let _span = levels.span;
    let raws = (
        cx.need(levels.voldoet),
        cx.need(levels.grotendeels),
        cx.need(levels.deels),
        cx.need(levels.niet),
    );
    let levels = Levels { voldoet: raws.0?, grotendeels: raws.1?, deels: raws.2?, niet: raws.3? };
    let kind = cx.value(raw.kind.clone())?;
    let measure = match cx.word(kind)? {
        MeasureKind::Assessed => Measure::Assessed,
        MeasureKind::Checklist => checklist(&raw, &levels, cx)?,
        MeasureKind::Quantity => quantity(raw, &levels, cx)?,
    };
    let mut describe = |l: RawLevel| cx.text(l.description);
    let descriptions = Levels {
        voldoet: describe(levels.voldoet),
        grotendeels: describe(levels.grotendeels),
        deels: describe(levels.deels),
        niet: describe(levels.niet),
    };
    Some((measure, descriptions))
}

fn checklist(raw: &RawMeasure, levels: &Levels<RawLevel>, cx: &mut Context<'_>) -> Option<Measure> {
    let entries = cx.need(raw.points.clone().asked_for())?.entries;
    let points: Vec<(String, String)> = entries
        .into_iter()
        .filter_map(|(key, text)| Some((key.value?, cx.text_some(text)?)))
        .collect();
    if points.len() > MOST_POINTS {
        let diagnostic = Diagnostic::at(Code::OutOfRange, raw.span)
            .with("value", points.len().to_string())
            .with("bounds", phrase("bounds-points").with("most", MOST_POINTS));
        cx.push(diagnostic);
        return None;
    }
    let known: Vec<&str> = points.iter().map(|(id, _)| id.as_str()).collect();
    let mut rule = |level: &RawLevel| {
        let mut requires = Vec::new();
        for item in level.requires.iter().flat_map(|l| &l.items) {
            requires.extend(point(item, &known, cx));
        }
        let most = u32::try_from(known.len()).unwrap_or(0);
        let at_least = cx.whole(level.at_least.clone(), 0, most).unwrap_or(0);
        LevelRule { requires, at_least: usize::try_from(at_least).unwrap_or(0) }
    };
    let rules = Levels {
        voldoet: rule(&levels.voldoet),
        grotendeels: rule(&levels.grotendeels),
        deels: rule(&levels.deels),
        niet: rule(&levels.niet),
    };
    if let Some(level) = asks_too_little(&rules, &known) {
        let diagnostic = Diagnostic::at(Code::LevelsNotOrdered, levels.get(level).span);
        cx.push(diagnostic.with("value", level.key()));
        return None;
    }
    Some(Measure::Checklist { points, rules })
}

fn point(item: &Text, known: &[&str], cx: &mut Context<'_>) -> Option<String> {
    let value = item.value.clone()?;
    if known.contains(&value.as_str()) {
        return Some(value);
    }
    let diagnostic = Diagnostic::at(Code::UnknownPoint, item.span)
        .with("value", &value)
        .with("criterion", phrase("this-criterion"))
        .with("known", known.join(", "))
        .with_some("nearest", nearest(&value, known.iter().copied()));
    cx.push(diagnostic);
    None
}

/// A level that some set of answers earns without earning the level below it. The lowest level has
/// none below it and must require nothing.
fn asks_too_little(rules: &Levels<LevelRule>, points: &[&str]) -> Option<Level> {
    let holds = |rule: &LevelRule, set: u32| {
        let yes = |id: &String| {
            points.iter().position(|p| p == id).is_some_and(|at| set & (1 << at) != 0)
        };
        rule.requires.iter().all(yes) && set.count_ones() as usize >= rule.at_least
    };
    let too_little = |set: u32| {
        let pairs = Level::ALL.windows(2);
        let mut wrong =
            pairs.filter(|pair| holds(rules.get(pair[0]), set) && !holds(rules.get(pair[1]), set));
        wrong.next().map(|pair| pair[0])
    };
    let first = (0..1_u32 << points.len()).find_map(too_little);
    first.or((rules.niet != LevelRule::default()).then_some(Level::Niet))
}

fn quantity(raw: RawMeasure, levels: &Levels<RawLevel>, cx: &mut Context<'_>) -> Option<Measure> {
    let _span = raw.span;
    let name = cx.text(raw.quantity.asked_for());
    let unit = cx.text(raw.unit.asked_for());
    let per_inhabitants = cx.whole(raw.per_inhabitants, 1, 1_000_000);
    let relative = cx.word(raw.relative_to).is_some();
    let better = cx.word(raw.better).unwrap_or(Better::Higher);
    let mut threshold = |level: &RawLevel| {
        let text = cx.value(level.threshold.clone().asked_for())?;
        if relative { cx.percentage(text.into_kind()) } else { cx.decimal(text.into_kind()) }
    };
    let (voldoet, grotendeels, deels) =
        (threshold(&levels.voldoet), threshold(&levels.grotendeels), threshold(&levels.deels));
    let thresholds = Thresholds { voldoet: voldoet?, grotendeels: grotendeels?, deels: deels? };
    let place = |level: Level| {
        let level = levels.get(level);
        level.threshold.as_ref().map_or(level.span, |t| t.span)
    };
    if !ordered(thresholds, better, place, cx) {
        return None;
    }
    Some(Measure::Quantity(Quantity {
        name,
        unit,
        per_inhabitants,
        relative_to_peers: relative,
        better,
        thresholds,
    }))
}
