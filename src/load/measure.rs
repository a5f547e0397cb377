//! Validates how a norm is measured: by assessment, by a checklist or by a quantity.

use super::keywords::MeasureKind;
use super::raw::framework::{Described, RawLevel, RawMeasure};
use super::raw::{Context, Map, May, Text};
use super::verdict_bounds::ordered;
use crate::diagnostics::{Code, Diagnostic, nearest, phrase};
use crate::model::{Better, Decimal, Level, LevelRule, Levels, Measure, Quantity, Scale};

/// Maximum number of points of a checklist; the order of its levels is verified exhaustively.
const MOST_POINTS: usize = 12;

/// How the level is determined, and what each level means. Without texts of its own a norm has those
/// of the scale; without a measure the researchers assess it.
pub fn measured(
    measure: May<RawMeasure>,
    levels: May<Map<Described>>,
    (scale, meanings): (Scale, &Levels<String>),
    cx: &mut Context<'_>,
) -> Option<(Measure, Levels<String>)> {
    let kind = match measure.as_ref() {
        Some(raw) => cx.value(raw.kind.clone()).and_then(|kind| cx.word(kind)),
        None => (!measure.is_broken()).then_some(MeasureKind::Assessed),
    };
    let asks_levels = matches!(kind, Some(MeasureKind::Checklist | MeasureKind::Quantity));
    if levels.is_none() && !levels.is_broken() && !asks_levels {
        return kind.map(|_| (Measure::Assessed, meanings.clone()));
    }
    let levels = cx.need(levels.asked_for())?;
    let levels = cx.levels(levels, scale.levels())?;
    let levels: Levels<RawLevel> = levels.into_iter().map(|(level, raw)| (level, raw.0)).collect();
    let measure = match (kind?, measure.known()) {
        (MeasureKind::Checklist, Some(raw)) => checklist(&raw, &levels, cx)?,
        (MeasureKind::Quantity, Some(raw)) => quantity(raw, &levels, cx)?,
        _ => Measure::Assessed,
    };
    let describe = |(level, raw): (Level, RawLevel)| (level, cx.text(raw.description));
    Some((measure, levels.into_iter().map(describe).collect()))
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
    let rules: Levels<LevelRule> = levels.iter().map(|(level, raw)| (*level, rule(raw))).collect();
    if let Some(level) = asks_too_little(&rules, &known) {
        let span = levels.get(&level).map_or(raw.span, |level| level.span);
        cx.push(Diagnostic::at(Code::LevelsNotOrdered, span).with("value", level.key()));
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
        // Each level with the one below it, highest first.
        let pairs = rules.iter().skip(1).zip(rules.values()).rev();
        let mut wrong = pairs.filter(|((_, rule), below)| holds(rule, set) && !holds(below, set));
        wrong.next().map(|((level, _), _)| *level)
    };
    let first = (0..1_u32 << points.len()).find_map(too_little);
    let lowest = rules.first_key_value().filter(|(_, rule)| **rule != LevelRule::default());
    first.or(lowest.map(|(level, _)| *level))
}

fn quantity(raw: RawMeasure, levels: &Levels<RawLevel>, cx: &mut Context<'_>) -> Option<Measure> {
    let span = raw.span;
    let name = cx.text(raw.quantity.asked_for());
    let unit = cx.text(raw.unit.asked_for());
    let per_inhabitants = cx.whole(raw.per_inhabitants, 1, 1_000_000);
    let relative = cx.word(raw.relative_to).is_some();
    let over_100 = cx.word(raw.over_100).unwrap_or(false);
    let better = cx.word(raw.better).unwrap_or(Better::Higher);
    let threshold = |(level, raw): (&Level, &RawLevel)| {
        let text = cx.value(raw.threshold.clone().asked_for())?;
        let number =
            if relative { cx.percentage(text.into_kind()) } else { cx.decimal(text.into_kind()) };
        Some((*level, number?))
    };
    // A value that reaches no threshold has the lowest level. Every mistake is told, highest first.
    let thresholds: Vec<Option<(Level, Decimal)>> =
        levels.iter().skip(1).rev().map(threshold).collect();
    let thresholds = thresholds.into_iter().collect::<Option<_>>()?;
    let place = |level: Level| {
        let raw = levels.get(&level);
        raw.map_or(span, |raw| raw.threshold.as_ref().map_or(raw.span, |t| t.span))
    };
    if !ordered(&thresholds, better, place, cx) {
        return None;
    }
    Some(Measure::Quantity(Quantity {
        name,
        unit,
        per_inhabitants,
        relative_to_peers: relative,
        over_100,
        better,
        thresholds,
    }))
}
