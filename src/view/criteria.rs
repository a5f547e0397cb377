//! Criteria: each with its judgement, its derivation, and its findings.

use super::basis;
use super::charts::{self, ChartView};
use super::findings::{FindingView, finding};
use super::judgement::{self, compared_unit};
use super::{peers, shares, words};
use crate::dutch::{date, decimal, with_unit};
use crate::markdown::anchor;
use crate::model::{
    BasisKind, BodyKind, Case, Criterion, CriterionRecord, Derivation, Framework, Judgement, Level,
    Levels, Measure, Quantity, Scale,
};
use serde::Serialize;

/// A criterion with its judgement.
#[derive(Debug, Clone, Serialize)]
pub struct CriterionView {
    pub id: String,
    /// Its short name.
    pub name: String,
    pub anchor: String,
    pub norm: String,
    /// The subjects that it belongs to, separated by commas.
    pub themes: String,
    /// Why it is reasonable, and what it does not cover.
    pub explanation_md: String,
    /// What each level requires, highest first: its word and description.
    pub levels: Vec<(String, String)>,
    /// Whether these are about complying with a legal duty, in place of the levels of the framework.
    pub as_duty: bool,
    /// Whom the norm is about, where the framework says so.
    pub binds: String,
    /// Whether the researchers estimated the level without a number.
    pub estimated: bool,
    /// The sources or bases on which it rests.
    pub basis: Vec<String>,
    /// The laws among them, with their articles.
    pub laws: Vec<String>,
    pub weight: u32,
    pub legal_duty: bool,
    /// Date from which the norm is in force.
    pub holds_from: String,
    /// Whether its thresholds are the framework's own proposal.
    pub proposal: bool,
    /// Whether it has a level, or is a legal duty that is complied with or breached.
    pub judged: bool,
    /// Whether it has a judgement or findings, so that a report tells of it in full.
    pub in_full: bool,
    /// The key of the outcome's badge in the theme.
    pub outcome: String,
    /// The outcome, as symbol and word.
    pub badge: String,
    /// The strength of the evidence, in a word.
    pub strength: Option<String>,
    /// That the researchers weigh it otherwise than the sources do, in a sentence; empty if not.
    pub weighed: String,
    /// Why.
    pub weighed_md: String,
    /// How the judgement follows from the findings, in sentences.
    pub derivation: String,
    /// What the level means for this criterion.
    pub level_meaning: Option<String>,
    /// That a sample is too small to be certain of the level, in a sentence; empty if not.
    pub uncertain: String,
    /// The thresholds of the levels, for a quantity.
    pub thresholds: Option<String>,
    /// The figures of comparable municipalities.
    pub peers: Option<peers::PeersView>,
    /// The contradiction between findings, in a sentence.
    pub conflict: Option<String>,
    /// How the contradiction was resolved.
    pub resolution_md: String,
    /// A sentence if the researchers overruled the derived judgement, with that judgement.
    pub overruled: Option<String>,
    /// Why.
    pub overrule_md: String,
    /// Why it was not judged.
    pub reason_md: String,
    /// A chart of its figures beside those of comparable municipalities.
    pub chart: Option<ChartView>,
    pub findings: Vec<FindingView>,
}

impl CriterionView {
    /// Its name with its code.
    pub fn named(&self) -> String {
        format!("{} ({})", self.name.trim_end_matches('.'), self.id)
    }
}

/// The view of a criterion.
pub fn criterion(
    case: &Case,
    (framework, criterion): (&Framework, &Criterion),
    judgement: &Judgement,
    record: &CriterionRecord,
) -> CriterionView {
    let overruled = judgement.overruled.then(|| match judgement.derived {
        Some(level) => {
            format!(
                "De onderzoekers wijken af van het afgeleide oordeel ({}).",
                words::level(level)
            )
        }
        None => "De onderzoekers oordelen zelf; uit de bevindingen volgt geen oordeel.".to_owned(),
    });
    let markdown = |text: Option<&crate::model::Markdown>| {
        text.map_or_else(String::new, |t| t.as_str().to_owned())
    };
    let level = judgement.outcome.level();
    let judged = level.is_some();
    CriterionView {
        id: criterion.id.clone(),
        name: criterion.name.clone(),
        anchor: anchor(&format!("{} {}", criterion.id, criterion.name)),
        norm: criterion.norm.clone(),
        themes: criterion.themes.join(", "),
        as_duty: criterion.scale == Scale::duty(),
        levels: match criterion.descriptions == framework.meanings {
            true => Vec::new(),
            false => meanings(&criterion.descriptions),
        },
        binds: criterion.binds.clone(),
        explanation_md: criterion.explanation.as_str().to_owned(),
        estimated: matches!(
            judgement.derivation.as_deref(),
            Some(Derivation::Quantity { value: None, .. })
        ),
        basis: criterion.basis.iter().map(basis::basis).collect(),
        laws: criterion
            .basis
            .iter()
            .filter(|b| b.kind == Some(BasisKind::Law))
            .map(basis::law)
            .collect(),
        weight: criterion.weight,
        legal_duty: criterion.legal_duty,
        holds_from: criterion
            .holds_from
            .map(|day| date(crate::model::PartialDate::Day(day)))
            .unwrap_or_default(),
        proposal: criterion.proposal,
        judged,
        in_full: judged || !record.findings.is_empty(),
        outcome: words::outcome(judgement.outcome).key.to_owned(),
        badge: words::outcome(judgement.outcome).to_string(),
        strength: level.map(|_| words::strength(judgement.strength).to_owned()),
        weighed: judgement.derived_strength.map_or_else(String::new, |derived| {
            format!("Uit de bronnen volgt: {}.", words::strength(Some(derived)))
        }),
        weighed_md: markdown(record.strength.as_ref().map(|(_, reason)| reason)),
        derivation: judgement::derivation(case, criterion, judgement),
        // A level set by the researchers is explained by their reason alone.
        level_meaning: scaled(criterion, judgement)
            .filter(|_| !judgement.overruled && judgement.conflict.is_none())
            .and_then(|l| criterion.descriptions.get(&l).cloned()),
        uncertain: shares::uncertain(criterion, judgement),
        thresholds: match &criterion.measure {
            Measure::Quantity(quantity) => Some(thresholds(case.body.kind, quantity)),
            _ => None,
        },
        peers: peers::peers(case, criterion),
        conflict: judgement.conflict.map(judgement::conflict),
        resolution_md: markdown(record.resolution.as_ref().map(|r| &r.reason)),
        overruled,
        overrule_md: markdown(record.overrule.as_ref().map(|o| &o.reason)),
        reason_md: record.reason.as_str().to_owned(),
        chart: charts::peers(case, criterion, judgement),
        findings: record.findings.iter().map(|f| finding(case, Some(criterion), f)).collect(),
    }
}

/// The levels that are explained, highest first, each with its meaning.
pub fn meanings(levels: &Levels<String>) -> Vec<(String, String)> {
    let each = levels.iter().rev().filter(|(_, meaning)| !meaning.is_empty());
    each.map(|(level, meaning)| (words::level(*level).to_string(), meaning.clone())).collect()
}

/// The level of a judgement on the framework's scale, also of a legal duty.
pub fn scaled(criterion: &Criterion, judgement: &Judgement) -> Option<Level> {
    let level = judgement.outcome.level()?;
    if !judgement.legal_duty {
        return Some(level);
    }
    let highest = criterion.scale.highest();
    match level == level.scale().highest() {
        true => Some(highest),
        false => {
            Some(judgement.measured.filter(|l| *l < highest).unwrap_or(criterion.scale.lowest()))
        }
    }
}

fn thresholds(kind: BodyKind, quantity: &Quantity) -> String {
    let side = match quantity.better {
        crate::model::Better::Higher => "vanaf",
        crate::model::Better::Lower => "tot en met",
    };
    let unit = compared_unit(quantity);
    let one = |value| {
        if quantity.relative_to_peers {
            format!("{}%", decimal(value))
        } else {
            with_unit(&decimal(value), &unit)
        }
    };
    let of = match quantity.relative_to_peers {
        true => {
            format!(" van de mediaan van vergelijkbare {}; de grens is dus relatief", kind.plural())
        }
        false => String::new(),
    };
    let each = quantity.thresholds.iter().rev();
    let each = each.map(|(level, value)| format!("{} {side} {}", level.word(), one(*value)));
    format!("{}{of}", each.collect::<Vec<_>>().join(", "))
}
