//! The annex of norms: each with its judgement, its derivation, and its findings.

use super::basis;
use super::charts::{self, ChartView};
use super::findings::{FindingView, finding};
use super::judgement::{
    self, bounds, chosen, compared_unit, coverage, headline, points, size, tally, verdict,
};
use super::{peers, shares, words};
use crate::dutch::{date, decimal, enumeration, with_unit};
use crate::markdown::anchor;
use crate::model::{
    Adopted, BasisKind, BodyKind, Case, Criterion, CriterionRecord, Derivation, Framework,
    FrameworkScore, Judgement, Level, Levels, Measure, Outcome, Quantity, Rule, Scale, Scorecard,
    Strength,
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

/// A theme, and its criteria as id, anchor and badge.
pub type Theme = (String, Vec<(String, String, String)>);

/// A framework with its outcome.
#[derive(Debug, Clone, Serialize)]
pub struct FrameworkView {
    pub id: String,
    pub title: String,
    pub anchor: String,
    pub version: String,
    pub description_md: String,
    /// The verdict as symbol and word; the counts by level if the framework gives none.
    pub badge: String,
    /// The verdict alone; `None` if the framework gives none.
    pub judged: Option<String>,
    /// How many criteria have each level, in words; legal duties are not among them.
    pub tally: String,
    /// How many criteria were chosen of those that there are, in words, and why; empty if all.
    pub chosen: String,
    pub chosen_md: String,
    /// Those that were not chosen, in words.
    pub left_out: String,
    /// Why the researchers give this verdict, where it is theirs.
    pub verdict_md: String,
    /// The other verdicts that are possible, if what is unknown can change the verdict.
    pub open: Option<String>,
    /// The verdict, or why there is none, in sentences.
    pub verdict: String,
    /// How many of the applicable criteria were judged, in words.
    pub coverage: String,
    pub points: Option<String>,
    /// The lowest and highest possible score, in words.
    pub bounds: String,
    /// What each level means in this framework, highest first.
    pub scale: Vec<(String, String)>,
    /// The levels as symbol and word, highest first.
    pub levels: Vec<String>,
    /// By whom and when it was adopted, in a sentence; empty if unknown.
    pub adopted: String,
    /// Whether any applicable criterion is unknown.
    pub unknown: bool,
    /// Number of judgements by strength of evidence, in words.
    pub evidence: String,
    pub judged_weight: i128,
    pub applicable_weight: i128,
    /// Number of criteria by outcome; only outcomes that occur.
    pub counts: Vec<(String, usize)>,
    /// How many criteria it has and how many legal duties, in words.
    pub size: String,
    /// Minimum coverage for a verdict; `None` if the framework gives none.
    pub minimum_coverage: Option<String>,
    /// The thresholds of the verdicts; `None` if the framework gives none.
    pub thresholds: Option<String>,
    /// Whether these thresholds are the framework's own proposal.
    pub proposal: bool,
    pub criteria: Vec<CriterionView>,
    /// Empty without themes.
    pub themes: Vec<Theme>,
    /// A chart of the criteria.
    pub chart: Option<ChartView>,
}

/// The frameworks with their outcomes.
pub fn frameworks(case: &Case, scorecard: &Scorecard) -> Vec<FrameworkView> {
    let pairs = case.frameworks.iter().zip(&scorecard.frameworks);
    pairs.map(|(framework, score)| self::framework(case, framework, score)).collect()
}

fn framework(case: &Case, framework: &Framework, score: &FrameworkScore) -> FrameworkView {
    let criteria =
        framework.criteria.iter().zip(&score.judgements).filter_map(|(c, j)| {
            Some(criterion(case, (framework, c), j, case.records.get(&c.id)?))
        });
    let rules = framework.rule.score();
    let own = |text: Option<&crate::model::Markdown>| {
        text.map_or_else(String::new, |text| text.as_str().to_owned())
    };
    let mut out = FrameworkView {
        id: framework.id.clone(),
        title: framework.title.clone(),
        anchor: anchor(&format!("Normenkader {}", framework.title)),
        version: framework.version.clone(),
        description_md: framework.description.as_str().to_owned(),
        badge: headline(score),
        judged: (score.rule != Rule::None).then(|| words::verdict(&score.verdict).to_string()),
        tally: tally(score),
        chosen: chosen(score),
        chosen_md: own(case.chosen(&framework.id).map(|c| &c.reason)),
        left_out: enumeration(
            &framework
                .left_out
                .iter()
                .map(|(id, name)| format!("{id} {}", name.trim_end_matches('.')))
                .collect::<Vec<_>>(),
        ),
        verdict_md: own(case
            .chosen(&framework.id)
            .and_then(|c| c.verdict.as_ref())
            .map(|v| &v.reason)),
        open: open(score),
        verdict: verdict(framework, score),
        coverage: coverage(score),
        points: score.score.map(|_| points(score)),
        bounds: bounds(score),
        scale: meanings(&framework.meanings),
        levels: framework.scale.levels().map(|l| words::level(l).to_string()).collect(),
        adopted: framework.adopted.as_ref().map(adopted).unwrap_or_default(),
        unknown: score.judged_weight < score.applicable_weight,
        evidence: evidence_counts(score),
        judged_weight: score.judged_weight,
        applicable_weight: score.applicable_weight,
        counts: counts(score),
        size: size(score.counts.total, score.counts.duties.total),
        minimum_coverage: rules.map(|r| format!("{}%", decimal(r.minimum_coverage))),
        thresholds: rules.map(|r| {
            let one = |(level, share): (&Level, &crate::model::Decimal)| {
                format!("{} vanaf {}%", level.word(), decimal(*share))
            };
            r.thresholds.iter().rev().map(one).collect::<Vec<_>>().join(", ")
        }),
        proposal: framework.proposal,
        themes: Vec::new(),
        criteria: criteria.collect(),
        chart: None,
    };
    out.themes = themes(framework, &out.criteria);
    out.chart = Some(charts::norms(&out, framework.scale));
    out
}

/// By whom and when a framework was adopted, and with whom it was discussed.
fn adopted(adopted: &Adopted) -> String {
    let with = match adopted.discussed_with.as_str() {
        "" => String::new(),
        with => format!(", na overleg met {with}"),
    };
    format!("Vastgesteld door {} op {}{with}.", adopted.by, date(adopted.date))
}

/// The criteria by theme, in order of first use; what has no theme comes last.
fn themes(framework: &Framework, criteria: &[CriterionView]) -> Vec<Theme> {
    let named = framework.themes().into_iter();
    let mut out: Vec<Theme> = named.map(|theme| (theme.clone(), Vec::new())).collect();
    if !out.is_empty() && framework.criteria.iter().any(|c| c.themes.is_empty()) {
        out.push(("Overig".to_owned(), Vec::new()));
    }
    for (criterion, view) in framework.criteria.iter().zip(criteria) {
        let row = (view.id.clone(), view.anchor.clone(), view.badge.clone());
        for (theme, rows) in &mut out {
            let bare = criterion.themes.is_empty() && theme == "Overig";
            if bare || criterion.themes.contains(theme) {
                rows.push(row.clone());
            }
        }
    }
    out
}

/// The levels that are explained, highest first, each with its meaning.
fn meanings(levels: &Levels<String>) -> Vec<(String, String)> {
    let each = levels.iter().rev().filter(|(_, meaning)| !meaning.is_empty());
    each.map(|(level, meaning)| (words::level(*level).to_string(), meaning.clone())).collect()
}

/// The other verdicts that are possible: lower, higher, or both.
fn open(score: &FrameworkScore) -> Option<String> {
    let (given, (low, high)) = (score.verdict.level()?, score.range?);
    let others: Vec<String> = [low, high]
        .into_iter()
        .filter(|level| *level != given)
        .map(|level| words::level(level).to_string())
        .collect();
    (!others.is_empty()).then(|| others.join(" of "))
}

fn evidence_counts(score: &FrameworkScore) -> String {
    let judged = || score.norms().filter(|j| j.outcome.level().is_some());
    let mut parts = Vec::new();
    for strength in [Strength::Strong, Strength::Moderate, Strength::Narrow].map(Some) {
        let count = judged().filter(|j| j.strength == strength).count();
        if count > 0 {
            parts.push(format!("{} {count}", words::strength(strength)));
        }
    }
    if parts.is_empty() { "–".to_owned() } else { parts.join(", ") }
}

fn counts(score: &FrameworkScore) -> Vec<(String, usize)> {
    let c = &score.counts;
    let duty = Scale::duty();
    let levels = c.levels.iter().rev().map(|(level, count)| (Outcome::Judged(*level), *count));
    let beside = [
        (Outcome::NotAssessable, c.not_assessable),
        (Outcome::NotStudied, c.not_studied),
        (Outcome::ToDo, c.to_do),
        (Outcome::NotApplicable, c.not_applicable),
        (Outcome::NotYetInForce, c.not_yet_in_force),
        (Outcome::Judged(duty.highest()), c.duties.complied),
        (Outcome::Judged(duty.lowest()), c.duties.breached),
        (Outcome::NotEstablished, c.duties.unknown),
    ];
    let occurs = levels.chain(beside).filter(|(_, count)| *count > 0);
    occurs.map(|(outcome, count)| (words::outcome(outcome).to_string(), count)).collect()
}

fn criterion(
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
        estimated: matches!(&judgement.derivation, Derivation::Quantity { value: None, .. }),
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
