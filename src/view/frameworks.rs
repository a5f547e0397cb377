//! Frameworks, each with its outcome and its criteria.

use super::criteria::{CriterionView, criterion, meanings};
use super::judgement::{bounds, chosen, coverage, headline, points, size, tally, verdict};
use super::unjudged::{UnjudgedView, unjudged, without_findings};
use super::words;
use crate::dutch::{date, decimal, enumeration};
use crate::markdown::anchor;
use crate::model::{
    Adopted, Case, Framework, FrameworkScore, Level, Outcome, Rule, Scale, Scorecard, Strength,
};
use serde::Serialize;

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
    /// Whether a report tells of any criterion in full.
    pub in_full: bool,
    /// Whether it has a verdict.
    pub has_verdict: bool,
    /// Whether any criterion that is no legal duty has a level.
    pub some_judged: bool,
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
    /// The codes of the criteria of which too little is known for a judgement.
    pub unjudged: String,
    /// The codes of those that do not apply or are not in force yet.
    pub not_applicable: String,
    /// Criteria without a judgement and without findings, by reason.
    pub without_findings: Vec<UnjudgedView>,
    /// Empty without themes.
    pub themes: Vec<Theme>,
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
        in_full: false,
        has_verdict: score.verdict.level().is_some(),
        some_judged: score.counts.judged() > 0,
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
        unjudged: String::new(),
        not_applicable: String::new(),
        without_findings: Vec::new(),
        criteria: criteria.collect(),
    };
    out.themes = themes(framework, &out.criteria);
    out.in_full = out.criteria.iter().any(|c| c.in_full);
    (out.unjudged, out.not_applicable) = unjudged(&out.criteria);
    out.without_findings = without_findings(&out.criteria);
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
