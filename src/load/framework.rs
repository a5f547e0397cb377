//! Validates a framework.

use super::keywords::{MeasureKind, Verdicts};
use super::raw::framework::{
    Described, Grounded, RawCriterion, RawDraft, RawFramework, RawLevel, RawMeasure, RawRule,
};
use super::raw::{Context, List, Map, May, Text};
use super::scale;
use super::values::Ids;
use super::verdict_bounds::{ordered, percentages, share_of_all};
use super::versions;
use crate::diagnostics::{Code, Diagnostic, nearest, phrase};
use crate::model::{
    Adopted, Basis, BasisKind, Better, Criterion, Decimal, Draft, Drafts, Framework, Level,
    LevelRule, Levels, Measure, PartialDate, Quantity, Rule, Rules, Scale, Template,
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
    let id = cx.value(raw.id).and_then(|t| same_as_file(t, name, cx));
    let version = raw.version.and_then(|t| versions::version(t, cx)).unwrap_or_default();
    let date = cx.date(raw.date);
    let adopted = raw.adopted.and_then(|a| {
        let by = cx.text(a.by);
        let on = cx.value(a.date);
        let date = cx.date(on)?;
        let discussed_with = cx.text_some(a.discussed_with).unwrap_or_default();
        Some(Adopted { by, date, discussed_with })
    });
    // Every level in the file is one of the scale, so without one nothing more can be said.
    let (scale, meanings) = match raw.scale.is_some() || raw.scale.is_broken() {
        true => raw.scale.and_then(|s| scale::scale(s, cx))?,
        false => <(Scale, Levels<String>)>::default(),
    };
    let asked = raw.verdict.is_some() || raw.verdict.is_broken();
    let verdict = raw.verdict.and_then(|v| verdict(v, scale, cx));
    let drafts = raw.drafts.map(|d| drafts(d, scale, true, cx)).unwrap_or_default();
    let criteria = cx.need(raw.criteria)?;
    let mut ids = Ids::default();
    let many = criteria.items.len();
    if many == 0 && criteria.whole {
        cx.push(Diagnostic::at(Code::EmptyValue, criteria.span).with("key", "criteria"));
        return None;
    }
    let levels = (scale, &meanings);
    let mut criteria: Vec<Criterion> =
        criteria.items.into_iter().filter_map(|c| criterion(c, levels, &mut ids, cx)).collect();
    // What somebody adopted is no proposal any more.
    criteria.iter_mut().for_each(|c| c.proposal &= adopted.is_none());
    let title = cx.text(raw.title);
    let description = cx.markdown_some(raw.description);
    if criteria.len() != many || (asked && verdict.is_none()) {
        return None;
    }
    let verdict = verdict.unwrap_or_default();
    let earlier = versions::earlier(raw.earlier, &version, &criteria, cx);
    Some(Framework {
        id: id?,
        title,
        version,
        date,
        proposal: verdict.proposal && adopted.is_none(),
        adopted,
        description,
        scale,
        meanings,
        rule: verdict.rule,
        ranking_difference: verdict.ranking_difference,
        earlier,
        drafts,
        criteria,
        left_out: Vec::new(),
        hash,
    })
}

/// How a framework comes to a verdict; nothing of it for one that gives none.
#[derive(Default)]
struct VerdictRules {
    rule: Rule,
    proposal: bool,
    ranking_difference: Option<Decimal>,
}

fn verdict(raw: RawRule, scale: Scale, cx: &mut Context<'_>) -> Option<VerdictRules> {
    let raw = match raw {
        RawRule::Score(raw) => *raw,
        RawRule::Word(word) => {
            let word = cx.present(word, "verdict")?;
            let rule = match cx.word(word)? {
                Verdicts::None => Rule::None,
                Verdicts::Judged => Rule::Judged(None),
            };
            return Some(VerdictRules { rule, ..VerdictRules::default() });
        }
    };
    let ranking_difference =
        share_of_all(raw.ranking_difference.known(), "ranking-coverage-difference", cx);
    let coverage = cx.value(raw.minimum_coverage);
    let thresholds = cx.need(raw.thresholds);
    let coverage = share_of_all(coverage, "minimum-coverage", cx);
    let thresholds = thresholds.and_then(|t| percentages(t, scale, cx));
    let proposal = cx.word(raw.proposal).unwrap_or(false);
    let rules = Rules { minimum_coverage: coverage?, thresholds: thresholds? };
    Some(VerdictRules { rule: Rule::Score(rules), proposal, ranking_difference })
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

fn drafts(raw: Map<RawDraft>, scale: Scale, whole: bool, cx: &mut Context<'_>) -> Drafts {
    let mut known: Vec<(&str, Option<Level>)> =
        scale.levels().map(|level| (level.key(), Some(level))).collect();
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

fn criterion(
    raw: RawCriterion,
    (scale, meanings): (Scale, &Levels<String>),
    ids: &mut Ids,
    cx: &mut Context<'_>,
) -> Option<Criterion> {
    let span = raw.span;
    let id = cx.id(raw.id);
    if let Some(id) = &id {
        ids.note(id, cx);
    }
    let norm = cx.text(raw.norm);
    let name = name(raw.name, &norm, cx);
    let basis = basis(raw.basis, cx);
    let legal_duty = cx.word(raw.legal_duty.clone()).unwrap_or(false);
    if legal_duty && !basis.iter().any(|b| b.kind == Some(BasisKind::Law)) {
        let at = raw.legal_duty.map(|t| t.span).unwrap_or(span);
        cx.push(Diagnostic::at(Code::DutyWithoutLaw, at));
    }
    let weighed = raw.weight.is_some() || raw.weight.is_broken();
    let weight = raw.weight.and_then(|w| cx.whole(w.into_kind(), 1, 10));
    let weight = if weighed { weight } else { Some(1) };
    // Since when a norm holds matters where somebody laid it down.
    let laid_down = |b: &Basis| matches!(b.kind, Some(BasisKind::Law | BasisKind::Policy));
    let dated = raw.holds_from.is_some();
    let holds_from = match basis.iter().any(laid_down) {
        true => cx.value(raw.holds_from.asked_for()).and_then(|d| cx.date(d)),
        false => cx.date(raw.holds_from),
    };
    let scale = if legal_duty && as_duty(&raw.levels) { Scale::duty() } else { scale };
    let measured = measured(raw.measure, raw.levels, (scale, meanings), cx);
    let drafts = raw.drafts.map(|d| drafts(d, scale, false, cx)).unwrap_or_default();
    let binds = cx.text_some(raw.binds).unwrap_or_default();
    let themes = raw.themes.map(|l| l.items).unwrap_or_default();
    let themes = themes.into_iter().filter_map(|t| cx.text_some(t)).collect();
    let indicators = raw.indicators.map(|l| l.items).unwrap_or_default();
    let indicators = indicators.into_iter().filter_map(|t| cx.text_some(t)).collect();
    let explanation = cx.markdown_some(raw.explanation);
    let holds_from_reason = match dated {
        true => cx.text(raw.holds_from_reason.asked_for()),
        false => cx.text_some(raw.holds_from_reason).unwrap_or_default(),
    };
    let proposal = cx.word(raw.proposal).unwrap_or(false);
    let (measure, descriptions) = measured?;
    Some(Criterion {
        id: id?.value,
        name,
        norm,
        binds,
        themes,
        explanation,
        indicators,
        basis,
        weight: weight?,
        legal_duty,
        holds_from: holds_from.map(PartialDate::first),
        holds_from_reason,
        proposal,
        scale,
        measure,
        descriptions,
        drafts,
    })
}

/// Whether the texts of a legal duty are about complying with it, and not about the levels of the
/// framework.
fn as_duty(levels: &May<Map<Described>>) -> bool {
    let keys = levels.as_ref().into_iter().flat_map(|map| &map.entries);
    let mut keys = keys.filter_map(|(key, _)| key.value.as_deref());
    keys.any(|key| Scale::duty().levels().any(|level| level.key() == key))
}

fn name(raw: May<Text>, norm: &str, cx: &mut Context<'_>) -> String {
    let Some(Text { span, .. }) = raw.as_ref().cloned() else { return norm.to_owned() };
    let name = cx.text(raw.asked_for());
    let length = name.chars().count();
    if length > 40 {
        let diagnostic = Diagnostic::at(Code::TooLong, span);
        cx.push(diagnostic.with("length", length.to_string()).with("most", "40"));
    }
    name
}

fn basis(raw: May<List<Grounded, 1>>, cx: &mut Context<'_>) -> Vec<Basis> {
    let items = raw.map(|l| l.items).unwrap_or_default();
    let mut out = Vec::new();
    for Grounded(item) in items {
        let unread = item.kind.is_some() || item.kind.is_broken();
        let kind = cx.word(item.kind);
        let reference = cx.text(item.reference);
        let article = cx.text_some(item.article);
        let text_date = cx.date(item.text_date);
        let bwb = bwb(item.bwb, cx);
        let checked = item.checked_on.as_ref().map(|t| t.span);
        let checked_on = cx.date(item.checked_on);
        if let (Some(at), None) = (checked, text_date) {
            cx.push(Diagnostic::at(Code::MissingKey, at).with("key", "text-date"));
        }
        if kind == Some(BasisKind::Law) && article.is_none() {
            cx.push(Diagnostic::at(Code::LawWithoutArticle, item.span));
        }
        if kind.is_some() || !unread {
            out.push(Basis { kind, reference, article, bwb, text_date, checked_on });
        }
    }
    out
}

/// The number of a law in the national collection of laws (Basiswettenbestand).
fn bwb(raw: May<Text>, cx: &mut Context<'_>) -> Option<String> {
    let Text { value: Some(value), span, .. } = raw.known()? else { return None };
    let digits = value.strip_prefix("BWBR").filter(|d| d.len() == 7);
    if digits.is_none_or(|d| !d.bytes().all(|b| b.is_ascii_digit())) {
        let help = phrase("bwb-number");
        cx.push(Diagnostic::at(Code::BadId, span).with("value", value).with("help", help));
        return None;
    }
    Some(value)
}

/// How the level is determined, and what each level means. Without texts of its own a norm has those
/// of the scale; without a measure the researchers assess it.
fn measured(
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
