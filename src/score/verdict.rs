//! The score of a framework, its bounds, and the verdict or the reasons why there is none.
//!
//! With w the weight, p the points of a level (its rank from the lowest, 0) and m those of the
//! highest: score = Σ w·p / m·Σ w over judged criteria; coverage = Σ w judged / Σ w applicable. At a
//! bound every unknown criterion has the lowest or the highest level that is possible for it. The
//! weighted mean of equally spaced levels is the linear aggregation of the OECD/JRC Handbook on
//! Constructing Composite Indicators (2008), in which a high level makes up for a low one; the
//! ceilings limit that. Legal duties are counted apart: a broken law cannot be made up for.

use super::level::reached;
use crate::model::{
    Better, Ceiling, Counts, Duties, Exact, FrameworkScore, Judgement, Level, NoVerdict, Outcome,
    Rule, Rules, Scale, Terms, Verdict,
};

/// The result of a framework, from its judgements.
#[must_use]
pub fn framework_score(terms: Terms, judgements: Vec<Judgement>) -> FrameworkScore {
    let Terms { framework, version, scale, available, rule } = terms;
    let norms: Vec<&Judgement> = judgements.iter().filter(|j| !j.legal_duty).collect();
    let judged = weighed(&norms, |j| j.outcome.level());
    let at_least = weighed(&norms, |j| possible(scale, j).map(|(low, _)| low));
    let at_most = weighed(&norms, |j| possible(scale, j).map(|(_, high)| high));
    let total = |levels: &[Weighed]| i128::from(levels.iter().map(|(_, w)| w).sum::<u64>());
    let (judged_weight, applicable_weight) = (total(&judged), total(&at_least));
    // Without a verdict by score the levels are counted and not added up.
    let mean = |levels: &[Weighed]| rule.score().and_then(|_| mean(scale, levels));
    let score = mean(&judged);
    let coverage = (applicable_weight > 0).then(|| Exact::new(judged_weight, applicable_weight));
    let range = rule.score().and_then(|rules| {
        Some((verdict_on(scale, rules, &at_least)?, verdict_on(scale, rules, &at_most)?))
    });
    let verdict = match &rule {
        Rule::None => Verdict::None(vec![NoVerdict::NotAsked]),
        // Of duties alone there is nothing to judge as a whole.
        Rule::Judged(_) if norms.is_empty() => Verdict::None(vec![NoVerdict::NothingApplies]),
        Rule::Judged(Some(level)) => Verdict::Judged(*level),
        Rule::Judged(None) => Verdict::None(vec![NoVerdict::NotGiven]),
        Rule::Score(rules) => verdict((scale, rules), &norms, (&judged, coverage), range),
    };
    FrameworkScore {
        framework,
        version,
        scale,
        available,
        points: points(&judged),
        judged_weight,
        applicable_weight,
        score,
        coverage,
        lower: mean(&at_least),
        upper: mean(&at_most),
        range: range.filter(|_| verdict.level().is_some()),
        verdict,
        counts: counts(scale, &judgements),
        rule,
        judgements,
    }
}

/// A level and the weight of its criterion.
type Weighed = (Level, u64);

/// The levels of criteria, where they have one, lowest first.
fn weighed(norms: &[&Judgement], level: impl Fn(&Judgement) -> Option<Level>) -> Vec<Weighed> {
    let each = norms.iter().filter_map(|j| Some((level(j)?, u64::from(j.weight))));
    let mut all: Vec<Weighed> = each.collect();
    all.sort_unstable();
    all
}

/// The lowest and highest level that an applicable criterion can have.
fn possible(scale: Scale, judgement: &Judgement) -> Option<(Level, Level)> {
    match judgement.outcome.level() {
        Some(level) => Some((level, level)),
        None => judgement
            .outcome
            .applicable()
            .then(|| judgement.possible.unwrap_or((scale.lowest(), scale.highest()))),
    }
}

fn points(levels: &[Weighed]) -> i128 {
    levels.iter().map(|(level, weight)| level.points() * i128::from(*weight)).sum()
}

/// The weighted mean, from 0 to 1; `None` without any level.
fn mean(scale: Scale, levels: &[Weighed]) -> Option<Exact> {
    let weight = i128::from(levels.iter().map(|(_, weight)| weight).sum::<u64>());
    (weight > 0).then(|| Exact::new(points(levels), scale.highest().points() * weight))
}

/// The verdict that the score alone gives.
fn by_score(scale: Scale, rules: &Rules, score: Exact) -> Level {
    reached(scale, score * Exact::from(100), &rules.thresholds, Better::Higher)
}

/// The verdict on these levels, under the ceilings.
fn verdict_on(scale: Scale, rules: &Rules, levels: &[Weighed]) -> Option<Level> {
    Some(by_score(scale, rules, mean(scale, levels)?).min(ceiling(scale, levels)?.0))
}

/// The rank of the highest verdict that these ranks allow, and the rank of their lower quartile by
/// weight: not the highest verdict where a criterion is at the lowest rank, and at most one above that
/// quartile. The ranks are given with their weights, lowest first; `steps` is the highest there is.
/// `None` without any rank.
#[must_use]
pub fn ceiling_rank(
    steps: usize,
    ascending: impl Iterator<Item = (usize, u64)> + Clone,
) -> Option<(usize, usize)> {
    let total: u64 = ascending.clone().map(|(_, weight)| weight).sum();
    let mut below = 0;
    let (quartile, _) = ascending.clone().find(|(_, weight)| {
        below += weight;
        4 * below >= total
    })?;
    let failing = ascending.clone().next().is_some_and(|(rank, _)| rank == 0);
    let most = if failing { steps.saturating_sub(1) } else { steps };
    Some((most.min(quartile + 1), quartile))
}

/// The highest verdict that these levels allow, by [`ceiling_rank`], and what keeps it from being
/// higher.
fn ceiling(scale: Scale, levels: &[Weighed]) -> Option<(Level, Option<Ceiling>)> {
    let ranks = levels.iter().map(|(level, weight)| (level.rank(), *weight));
    let (rank, quartile) = ceiling_rank(scale.steps(), ranks)?;
    let level = |rank: usize| scale.levels().rev().nth(rank);
    let why = match rank == scale.steps() {
        true => None,
        false if quartile + 1 < scale.steps() => Some(Ceiling::Quartile(level(quartile)?)),
        false => Some(Ceiling::Failing),
    };
    Some((level(rank)?, why))
}

/// The ceiling over the judged criteria of a framework.
#[must_use]
pub fn ceiling_of(score: &FrameworkScore) -> Option<Level> {
    let norms: Vec<&Judgement> = score.norms().collect();
    ceiling(score.scale, &weighed(&norms, |j| j.outcome.level())).map(|(level, _)| level)
}

fn verdict(
    (scale, rules): (Scale, &Rules),
    norms: &[&Judgement],
    (judged, coverage): (&[Weighed], Option<Exact>),
    range: Option<(Level, Level)>,
) -> Verdict {
    let Some(coverage) = coverage else { return Verdict::None(vec![NoVerdict::NothingApplies]) };
    let (Some(score), Some((most, why))) = (mean(scale, judged), ceiling(scale, judged)) else {
        return Verdict::None(vec![NoVerdict::Coverage]);
    };
    let mut reasons = Vec::new();
    if coverage * Exact::from(100) < rules.minimum_coverage.exact() {
        reasons.push(NoVerdict::Coverage);
    }
    let open = |j: &&&Judgement| {
        j.conflict.is_some_and(|conflict| !conflict.resolved) && j.outcome.applicable()
    };
    let open: Vec<String> = norms.iter().filter(open).map(|j| j.criterion.clone()).collect();
    if !open.is_empty() {
        reasons.push(NoVerdict::Conflict(open));
    }
    if let Some((low, high)) = range.filter(|(low, high)| low.distance(*high) >= 2) {
        reasons.push(NoVerdict::Open(low, high));
    }
    if !reasons.is_empty() {
        return Verdict::None(reasons);
    }
    let by_score = by_score(scale, rules, score);
    let ceiling = why.filter(|_| most < by_score);
    Verdict::Given { level: by_score.min(most), by_score, ceiling }
}

fn counts(scale: Scale, judgements: &[Judgement]) -> Counts {
    let levels = scale.levels().map(|level| (level, 0)).collect();
    let mut counts = Counts { levels, ..Counts::default() };
    for judgement in judgements {
        if judgement.legal_duty {
            count_duty(judgement.outcome, &mut counts.duties);
            continue;
        }
        counts.total += 1;
        let count = match judgement.outcome {
            Outcome::Judged(level) => counts.levels.entry(level).or_default(),
            Outcome::NotAssessable | Outcome::NotEstablished => &mut counts.not_assessable,
            Outcome::NotStudied => &mut counts.not_studied,
            Outcome::ToDo => &mut counts.to_do,
            Outcome::NotApplicable => &mut counts.not_applicable,
            Outcome::NotYetInForce => &mut counts.not_yet_in_force,
        };
        *count += 1;
    }
    counts
}

fn count_duty(outcome: Outcome, duties: &mut Duties) {
    duties.total += 1;
    match outcome.level() {
        Some(level) if level == Scale::duty().highest() => duties.complied += 1,
        Some(_) => duties.breached += 1,
        None if outcome.applicable() => duties.unknown += 1,
        None => {}
    }
}
