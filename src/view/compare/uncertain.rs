//! What is uncertain about the judgements on a framework, in sentences.

use super::members::{MOST_NAMED, counted, name};
use super::robustness::same;
use super::scores::of_verdict;
use crate::dutch::{enumeration, out_of};
use crate::model::{Comparison, Entry, FrameworkComparison, Judgement, Robustness, Strength};
use std::collections::BTreeMap;

/// What is uncertain: verdicts that hang on one norm or on the weights, verdicts that are absent,
/// norms that nobody knows much of, and judgements on narrow evidence.
pub fn uncertain(comparison: &Comparison, framework: &FrameworkComparison) -> Vec<String> {
    let mut out = Vec::new();
    if framework.scored() {
        out.extend(one_norm(comparison, framework));
        out.extend(moved(comparison, framework));
    }
    out.extend(no_verdict(comparison, framework));
    out.extend(unknown(framework));
    out.extend(evidence(framework));
    out
}

/// Those with a verdict and its robustness.
fn tested(framework: &FrameworkComparison) -> impl Iterator<Item = (&Entry, &Robustness)> {
    let own = framework.entries.iter().filter(|e| e.score.verdict.level().is_some());
    own.filter_map(|entry| Some((entry, entry.robustness.as_ref()?)))
}

/// The verdicts that would differ without one norm.
fn one_norm(comparison: &Comparison, framework: &FrameworkComparison) -> Option<String> {
    let all = tested(framework).count();
    let hanging: Vec<_> = tested(framework).filter(|(_, r)| !r.flips.is_empty()).collect();
    if all == 0 {
        return None;
    }
    if hanging.is_empty() {
        return Some("Geen oordeel hangt aan één norm.".to_owned());
    }
    let one = |(entry, robustness): &(&Entry, &Robustness)| {
        let ids: Vec<String> = robustness.flips.iter().map(|(id, _)| id.clone()).collect();
        format!("{} ({})", name(comparison, entry.member), enumeration(&ids))
    };
    Some(match hanging.len() {
        few if few <= MOST_NAMED => {
            let who: Vec<String> = hanging.iter().map(one).collect();
            format!("Zonder één norm zou het oordeel anders zijn bij {}.", enumeration(&who))
        }
        many => format!(
            "Zonder één norm zou het oordeel anders zijn bij {many} van de {}.",
            counted(all, comparison.kind)
        ),
    })
}

/// The verdicts that other weights, thresholds and points often change.
fn moved(comparison: &Comparison, framework: &FrameworkComparison) -> Option<String> {
    let draws = u64::from(comparison.draws);
    let often = |(_, r): &(&Entry, &Robustness)| u64::from(r.same) * 10 < draws * 9;
    let moved: Vec<_> = tested(framework).filter(often).collect();
    let one = |(entry, r): &(&Entry, &Robustness)| {
        format!("{} ({})", name(comparison, entry.member), same(r.same, comparison.draws))
    };
    let opening = "Met iets andere gewichten, grenzen en punten houdt het oordeel in minder dan 90% van \
                de trekkingen stand bij";
    match moved.len() {
        0 => None,
        few if few <= MOST_NAMED => {
            let who: Vec<String> = moved.iter().map(one).collect();
            Some(format!("{opening} {}.", enumeration(&who)))
        }
        many => Some(format!(
            "{opening} {many} van de {}.",
            counted(tested(framework).count(), comparison.kind)
        )),
    }
}

/// Those without a verdict, by reason; only how many where they are too many to name.
fn no_verdict(comparison: &Comparison, framework: &FrameworkComparison) -> Vec<String> {
    let mut by_reason: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for entry in framework.entries.iter().filter(|e| e.score.verdict.level().is_none()) {
        let reason = of_verdict(&entry.score.verdict);
        if !reason.is_empty() {
            by_reason.entry(reason).or_default().push(name(comparison, entry.member));
        }
    }
    let all: usize = by_reason.values().map(Vec::len).sum();
    if all > MOST_NAMED {
        let everyone = counted(framework.entries.len(), comparison.kind);
        return vec![format!("Geen oordeel hebben {all} van de {everyone}.")];
    }
    let sentence = |(reason, who): (String, Vec<String>)| {
        format!("Geen oordeel: {} ({reason}).", enumeration(&who))
    };
    by_reason.into_iter().map(sentence).collect()
}

/// The norms on which at least half of the municipalities that chose them have no level.
fn unknown(framework: &FrameworkComparison) -> Option<String> {
    let unknown = framework.criteria.iter().filter_map(|row| {
        let all = row.distributions.first()?;
        let without = all.members - all.judged;
        (2 * without >= all.members && without > 0)
            .then(|| format!("{} ({})", row.criterion, out_of(without, all.members)))
    });
    let unknown: Vec<String> = unknown.collect();
    (!unknown.is_empty())
        .then(|| format!("Bij minstens de helft zonder niveau: {}.", enumeration(&unknown)))
}

/// How many judgements rest on narrow evidence, have an open contradiction, or were overruled.
fn evidence(framework: &FrameworkComparison) -> Option<String> {
    let places = 0..framework.criteria.len();
    let each = framework.entries.iter().flat_map(|e| places.clone().filter_map(|p| e.judgement(p)));
    let all: Vec<&Judgement> = each.filter(|j| j.outcome.level().is_some()).collect();
    let count = |is: &dyn Fn(&Judgement) -> bool| all.iter().filter(|j| is(j)).count();
    let counts = [
        (count(&|j| j.strength == Some(Strength::Narrow)), "een smalle onderbouwing"),
        (count(&|j| j.conflict.is_some_and(|c| !c.resolved)), "een tegenspraak die open is"),
        (
            count(&|j| j.overruled),
            "een eigen afweging van de onderzoekers in plaats van de bevindingen",
        ),
    ];
    let nonzero = counts.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}"));
    let nonzero: Vec<String> = nonzero.collect();
    (!nonzero.is_empty())
        .then(|| format!("Van de {} niveaus hebben er {}.", all.len(), enumeration(&nonzero)))
}
