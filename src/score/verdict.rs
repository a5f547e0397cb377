//! The score of a framework, its bounds, and the verdict or the reasons why there is none.
//!
//! With w the weight, p the points of a level (its rank from the lowest, 0) and m those of the
//! highest: score = Σ w·p / m·Σ w over judged criteria; coverage = Σ w judged / Σ w applicable; the
//! bounds set every unknown to 0 and to m.
//! The weighted mean of equally spaced levels is the linear aggregation of the OECD/JRC Handbook on
//! Constructing Composite Indicators (2008), which also requires these bounds.

use super::level::reached;
use crate::model::{
    Better, Counts, Exact, FrameworkScore, Judgement, Level, NoVerdict, Outcome, Rules, Scale,
    Verdict,
};

/// The result of a framework, from its judgements and its rules for a verdict.
#[must_use]
pub fn framework_score(
    framework: &str,
    version: &str,
    scale: Scale,
    rules: Option<Rules>,
    judgements: Vec<Judgement>,
) -> FrameworkScore {
    let most = scale.highest().points();
    let weight = |keep: &dyn Fn(&Judgement) -> bool| -> i128 {
        judgements.iter().filter(|j| keep(j)).map(|j| i128::from(j.weight)).sum()
    };
    let applicable_weight = weight(&|j| j.outcome.applicable());
    let judged_weight = weight(&|j| j.outcome.level().is_some());
    let points: i128 = judgements
        .iter()
        .filter_map(|j| Some(i128::from(j.weight) * j.outcome.level()?.points()))
        .sum();
    // An unknown criterion scores zero at the lower bound and the maximum at the upper.
    let unknown = applicable_weight - judged_weight;
    let fraction = |part: i128, whole: i128| (whole > 0).then(|| Exact::new(part, whole));
    // Without rules for a verdict the levels are counted and not added up.
    let share =
        |points: i128, weight: i128| rules.as_ref().and_then(|_| fraction(points, most * weight));
    let score = share(points, judged_weight);
    let coverage = fraction(judged_weight, applicable_weight);
    let verdict = match &rules {
        Some(rules) => verdict((scale, rules), &judgements, score, coverage),
        None => Verdict::None(vec![NoVerdict::NotAsked]),
    };
    let lower = share(points, applicable_weight);
    let upper = share(points + most * unknown, applicable_weight);
    let bound = duty_bound(scale, &judgements);
    let at = |score: Exact| Some(by_score(scale, rules.as_ref()?, score).min(bound));
    let range = verdict.level().and_then(|_| Some((at(lower?)?, at(upper?)?)));
    FrameworkScore {
        framework: framework.to_owned(),
        version: version.to_owned(),
        scale,
        rules,
        points,
        judged_weight,
        applicable_weight,
        score,
        coverage,
        lower,
        upper,
        range,
        verdict,
        counts: counts(scale, &judgements),
        judgements,
    }
}

fn verdict(
    (scale, rules): (Scale, &Rules),
    judgements: &[Judgement],
    score: Option<Exact>,
    coverage: Option<Exact>,
) -> Verdict {
    let ids = |keep: &dyn Fn(&Judgement) -> bool| -> Vec<String> {
        judgements.iter().filter(|j| keep(j)).map(|j| j.criterion.clone()).collect()
    };
    let (Some(score), Some(coverage)) = (score, coverage) else {
        let reason =
            if coverage.is_none() { NoVerdict::NothingApplies } else { NoVerdict::Coverage };
        return Verdict::None(vec![reason]);
    };
    let mut reasons = Vec::new();
    if coverage * Exact::from(100) < rules.minimum_coverage.exact() {
        reasons.push(NoVerdict::Coverage);
    }
    let open = ids(&|j| j.conflict.is_some_and(|c| !c.resolved) && j.outcome.applicable());
    if !open.is_empty() {
        reasons.push(NoVerdict::Conflict(open));
    }
    let unknown = ids(&|j| j.legal_duty && j.outcome.applicable() && j.outcome.level().is_none());
    if !unknown.is_empty() {
        reasons.push(NoVerdict::DutyUnknown(unknown));
    }
    if !reasons.is_empty() {
        return Verdict::None(reasons);
    }
    let by_score = by_score(scale, rules, score);
    let level = by_score.min(duty_bound(scale, judgements));
    let bounding = |j: &Judgement| j.legal_duty && highest(j) == Some(level);
    let bounded_by = if level < by_score { ids(&bounding) } else { Vec::new() };
    Verdict::Given { level, by_score, bounded_by }
}

/// The verdict that the score alone gives.
#[must_use]
pub fn by_score(scale: Scale, rules: &Rules, score: Exact) -> Level {
    reached(scale, score * Exact::from(100), &rules.thresholds, Better::Higher)
}

/// The highest verdict that the judged legal duties allow: one level above the lowest of them.
#[must_use]
pub fn duty_bound(scale: Scale, judgements: &[Judgement]) -> Level {
    let duties = judgements.iter().filter(|j| j.legal_duty);
    duties.filter_map(highest).min().unwrap_or(scale.highest())
}

/// The highest verdict that a criterion allows if it is a legal duty; `None` if it has no level.
fn highest(judgement: &Judgement) -> Option<Level> {
    judgement.outcome.level().map(Level::above)
}

fn counts(scale: Scale, judgements: &[Judgement]) -> Counts {
    let levels = scale.levels().map(|level| (level, 0)).collect();
    let mut counts = Counts { total: judgements.len(), levels, ..Counts::default() };
    for judgement in judgements {
        let count = match judgement.outcome {
            Outcome::Judged(level) => counts.levels.entry(level).or_default(),
            Outcome::NotAssessable => &mut counts.not_assessable,
            Outcome::NotStudied => &mut counts.not_studied,
            Outcome::ToDo => &mut counts.to_do,
            Outcome::NotApplicable => &mut counts.not_applicable,
            Outcome::NotYetInForce => &mut counts.not_yet_in_force,
        };
        *count += 1;
    }
    counts
}
