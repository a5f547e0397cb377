//! Validates a framework.

use super::keywords::Verdicts;
use super::measure::measured;
use super::raw::framework::{Described, Grounded, RawCriterion, RawDraft, RawFramework, RawRule};
use super::raw::{Context, List, Map, May, Text};
use super::scale;
use super::values::Ids;
use super::verdict_bounds::{percentages, share_of_all};
use super::versions;
use crate::diagnostics::{Code, Diagnostic, phrase};
use crate::model::{
    Adopted, Basis, BasisKind, Criterion, Decimal, Draft, Drafts, Framework, Level, Levels,
    PartialDate, Rule, Rules, Scale, Template,
};

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
