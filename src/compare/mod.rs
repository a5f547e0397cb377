//! Comparison of audits: pure functions, from scorecards to a comparison.
//!
//! `align` decides which judgements can be compared; `groups` forms groups and tests them against
//! each other; `quantities` compares numbers with those of other municipalities; `time` compares
//! one municipality in two years; `robustness` tests whether the result holds under other weights,
//! thresholds and points; `beside` holds one municipality against its size class; and `anonymous`
//! hides municipalities that must not be named.

mod align;
mod anonymous;
mod beside;
mod choices;
pub mod coding;
mod draws;
mod entrant;
mod groups;
mod quantities;
mod robustness;
pub mod statistics;
mod time;

pub use anonymous::{Replaced, anonymise};
pub use beside::{Beside, Standing, class_of};
pub use choices::{Choices, Problem, Sort};
pub use draws::{DRAWS, Draws};
pub use entrant::Entrant;
pub use groups::ALL;
pub use robustness::robustness;
pub use time::by_municipality;

use crate::model::{
    BodyKind, Comparison, CriterionRow, Entry, Exact, Framework, FrameworkComparison,
    FrameworkScore, LeftOut, LeftOutReason, Member, NoRanking, Rank, Sampling, Scale, Selection,
};
use crate::parallel;
use entrant::{Scored, Scores};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Version of the comparison format.
pub const FORMAT: u32 = 3;

/// Compares audits: those of each municipality together, oldest first.
///
/// # Errors
/// Every reason why there is no comparison.
pub fn compare(
    mut years: Vec<Vec<Entrant>>,
    frameworks: &BTreeMap<String, Arc<Framework>>,
    mut left_out: Vec<LeftOut>,
    choices: &Choices,
) -> Result<Comparison, Vec<Problem>> {
    time::tell_apart(&mut years);
    if years.iter().map(Vec::len).sum::<usize>() < 2 {
        return Err(vec![Problem::TooFew]);
    }
    sort(&mut years, choices.sort);
    let (mut latest, earlier) = time::split(years);
    let members: Vec<Member> = latest.iter().map(member).collect();
    let over_time = time::over_time(&latest, &earlier, frameworks, &mut left_out);
    let mut scores = Vec::new();
    for framework in in_order(&latest, frameworks) {
        scores.extend(align::align(framework, &mut latest, &mut left_out));
    }
    if scores.is_empty() && over_time.iter().all(|o| o.criteria.is_empty()) {
        return Err(vec![Problem::NothingInCommon]);
    }
    let kind = latest.first().map_or_else(BodyKind::default, |e| e.card.municipality.kind);
    let selection = selection(&latest, &left_out);
    let grouping = match &choices.by {
        None => None,
        Some(by) => {
            let mut grouping = groups::group(&members, by).map_err(|p| vec![p])?;
            groups::contrast(&mut grouping, &members, &scores, selection, choices)
                .map_err(|p| vec![p])?;
            Some(grouping)
        }
    };
    // A single municipality in two years has no others for comparison.
    let figures = match latest.as_slice() {
        [_] => Vec::new(),
        several => quantities::figures(&scores, several, &mut left_out),
    };
    let rows = scores.into_iter().map(|s| framework(s, grouping.as_ref(), choices)).collect();
    left_out.sort();
    left_out.dedup();
    Ok(Comparison {
        format: FORMAT,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        kind,
        selection,
        anonymised: choices.anonymised,
        seed: choices.seed,
        draws: DRAWS,
        members,
        earlier: earlier.iter().flatten().map(member).collect(),
        left_out,
        frameworks: rows,
        grouping,
        figures,
        over_time,
    })
}

/// How the municipalities were selected, as far as all studies agree.
fn selection(latest: &[Entrant], left_out: &[LeftOut]) -> Selection {
    let declared: Vec<Option<Sampling>> = latest.iter().map(|e| e.card.study.sampling).collect();
    let incomplete = left_out.iter().any(|l| l.reason == LeftOutReason::Invalid);
    match declared.as_slice() {
        all if all.contains(&None) => Selection::Undeclared,
        [first, rest @ ..] if rest.iter().any(|s| s != first) => Selection::Mixed,
        [Some(Sampling::Population), ..] if incomplete => Selection::Incomplete,
        [Some(Sampling::Population), ..] => Selection::Population,
        [Some(Sampling::Sample), ..] => Selection::Sample,
        _ => Selection::HandPicked,
    }
}

/// The frameworks in the order in which the audits first name them.
fn in_order<'f>(
    latest: &[Entrant],
    frameworks: &'f BTreeMap<String, Arc<Framework>>,
) -> Vec<&'f Framework> {
    let mut out: Vec<&Framework> = Vec::new();
    for score in latest.iter().flat_map(|e| &e.card.frameworks) {
        if let Some(framework) = frameworks.get(&score.framework)
            && !out.iter().any(|f| f.id == framework.id)
        {
            out.push(framework);
        }
    }
    out
}

/// Orders municipalities by their latest audits.
fn sort(years: &mut [Vec<Entrant>], sort: Sort) {
    let of = |all: &Vec<Entrant>| all.last().map(|e| e.card.municipality.clone());
    let name = |all: &Vec<Entrant>| all.last().map(|e| e.card.municipality.name.to_lowercase());
    match sort {
        Sort::Given => {}
        Sort::Name => years.sort_by_key(name),
        Sort::Inhabitants => years.sort_by_key(|all| {
            let size = all.last().and_then(|e| e.size_class());
            std::cmp::Reverse((size, of(all).and_then(|own| own.inhabitants)))
        }),
        Sort::Province => {
            years.sort_by_key(|all| (of(all).and_then(|own| own.province), name(all)));
        }
    }
}

fn member(entrant: &Entrant) -> Member {
    let (subject, study) = (&entrant.card.municipality, &entrant.card.study);
    Member {
        name: subject.name.clone(),
        case: entrant.card.case.clone(),
        code: subject.cbs_code.clone(),
        province: subject.province.clone(),
        inhabitants: subject.inhabitants,
        size_class: entrant.size_class(),
        attributes: subject.attributes.clone(),
        study: study.title.clone(),
        date: study.date,
        period: entrant.period,
        status: study.status,
        sampling: study.sampling,
        by_scorecard: entrant.by_scorecard,
        seal: entrant.card.seal.clone(),
    }
}

/// The comparison on one framework, over all members that use it.
fn framework(
    scores: Scores,
    grouping: Option<&crate::model::Grouping>,
    choices: &Choices,
) -> FrameworkComparison {
    let framework = &scores.framework;
    let size = (framework.scale, scores.criteria.len());
    // Only a score can be drawn again.
    let draws =
        framework.rule.score().map(|rules| Draws::new(choices.seed, &framework.id, size, rules));
    let (ranks, no_ranking) = ranking(&scores, choices.rank, draws.as_ref());
    let found =
        parallel::each(&scores.members, |s| robustness::robustness(&s.score, draws.as_ref()?));
    let row = |(place, criterion): (usize, &crate::model::Criterion)| {
        let of = |member: usize| scores.judgement(member, &criterion.id);
        // Who did not choose the norm is not without a level on it.
        let chose = |s: &&Scored| s.chosen.get(place).copied().unwrap_or(true);
        let all: Vec<_> = scores.members.iter().filter(chose).map(|s| of(s.member)).collect();
        let scale = if criterion.legal_duty { Scale::duty() } else { framework.scale };
        let mut distributions = vec![groups::distribution(scale, ALL, &all)];
        for (name, members) in grouping.iter().flat_map(|g| &g.groups) {
            // The members of a group are sorted.
            let inside = scores.members.iter().filter(chose);
            let inside = inside.filter(|s| members.binary_search(&s.member).is_ok());
            let judgements: Vec<_> = inside.map(|s| of(s.member)).collect();
            distributions.push(groups::distribution(scale, name, &judgements));
        }
        CriterionRow {
            criterion: criterion.id.clone(),
            name: criterion.name.clone(),
            themes: criterion.themes.clone(),
            weight: criterion.weight,
            legal_duty: criterion.legal_duty,
            distributions,
        }
    };
    let criteria = framework.criteria.iter().enumerate().map(row).collect();
    let Scores { framework, members, .. } = scores;
    let entries = members.into_iter().zip(found).zip(ranks).map(|((scored, found), rank)| Entry {
        member: scored.member,
        translated_from: scored.translated_from,
        comparable: scored.comparable,
        chosen: scored.chosen,
        score: scored.score,
        robustness: found,
        rank,
    });
    FrameworkComparison {
        framework: framework.id,
        version: framework.version,
        title: framework.title,
        scale: framework.scale,
        entries: entries.collect(),
        criteria,
        no_ranking,
    }
}

/// The places, where a ranking is requested and allowed; else the reason why not.
fn ranking(
    scores: &Scores,
    asked: bool,
    draws: Option<&Draws>,
) -> (Vec<Option<Rank>>, Option<NoRanking>) {
    let none = vec![None; scores.members.len()];
    if !asked {
        return (none, None);
    }
    let (Some(allowed), Some(draws)) = (scores.framework.ranking_difference, draws) else {
        return (none, Some(NoRanking::NotAllowed));
    };
    // Only among those with a verdict, and on the same criteria.
    let ranked: Vec<_> =
        scores.members.iter().filter(|s| s.score.verdict.level().is_some()).collect();
    if ranked.windows(2).any(|pair| pair[0].comparable != pair[1].comparable) {
        return (none, Some(NoRanking::OtherCriteria));
    }
    let mut coverage: Vec<Exact> = ranked.iter().filter_map(|s| s.score.coverage).collect();
    coverage.sort_unstable();
    let [least, .., most] = coverage.as_slice() else {
        return (none, Some(NoRanking::TooFew));
    };
    let difference = (*most - *least) * Exact::from(100);
    if difference > allowed.exact() {
        return (none, Some(NoRanking::Coverage(difference, allowed)));
    }
    let all: Vec<&FrameworkScore> = scores.members.iter().map(|s| &s.score).collect();
    (robustness::ranks(&all, draws), None)
}
