//! Checks that figures in conclusions come from a finding.

use super::audit::{Audit, Issue};
use super::numbers::{Number, all, figures};
use super::spelled::in_words;
use crate::diagnostics::Code;
use crate::model::{Amount, Case, Derivation, Exact, Finding, Reading, Scorecard};
use crate::score::interval;
use crate::text::wordings;
use std::cell::LazyCell;
use std::collections::BTreeSet;

/// A figure in a worded conclusion that is in no finding.
///
/// A conclusion adds no facts: each figure in it must be traceable to evidence (ISSAI 3000; GUID
/// 3920 on documentation). A figure that appears only in a conclusion was never checked by the
/// audited body, and is the one that the newspaper will print.
///
/// A figure is searched for in all findings, in figures and in words, and among the values that the
/// program computes from them. It may be rounded in the conclusion ('35%' for 34,8), and one called
/// 'ruim' or 'ongeveer' may differ by a tenth. Numbers that may not be figures are excluded: see
/// [`super::numbers`].
pub fn unfounded(audit: &Audit<'_>) -> Vec<Issue> {
    let conclusions = &audit.case.conclusions;
    if conclusions.is_empty() {
        return Vec::new();
    }
    // Most figures are in a finding as figures, and many conclusions have none.
    let known = LazyCell::new(|| known(audit.case, audit.scorecard));
    let worded = LazyCell::new(|| worded(audit.case));
    let lost = |number: &Number| !founded(number, &known) && !founded(number, &worded);
    let mut out = Vec::new();
    for conclusion in conclusions {
        for wording in conclusion.typed.iter().flat_map(|t| wordings(t, audit.sources)) {
            for number in figures(wording.text()).into_iter().filter(lost) {
                let place = wording.span(&number.range);
                let issue = Issue::new(Code::FigureUnfounded, &conclusion.id, place);
                out.push(issue.with("found", wording.slice(&number.range)));
            }
        }
    }
    out
}

/// Whether a figure is among the known ones, rounded or approximate.
fn founded(number: &Number, known: &BTreeSet<Exact>) -> bool {
    let scale = Exact::from(10_i128.pow(number.decimals.min(4)));
    let rounded = |value: Exact| (value * scale + Exact::new(1, 2)).floor() == number.value * scale;
    let near = |value: Exact| {
        let (low, high) = (value * Exact::new(9, 10), value * Exact::new(11, 10));
        (low..=high).contains(&number.value)
    };
    known.iter().any(|k| rounded(*k) || (number.about && near(*k)))
}

/// Every number that findings, decisions and context have in figures, and those computed from them.
fn known(case: &Case, scorecard: &Scorecard) -> BTreeSet<Exact> {
    let mut out: BTreeSet<Exact> = texts(case).into_iter().flat_map(all).collect();
    for finding in case.findings() {
        if let Reading::Value(amount) = finding.reading {
            out.extend(given(amount));
        }
    }
    out.extend(case.body.inhabitants.map(|(n, _)| Exact::from(i128::from(n))));
    for set in &case.peers {
        out.insert(count(set.municipalities.len()));
        out.extend(set.municipalities.iter().map(|p| p.value.exact()));
    }
    for indicator in &case.context {
        out.extend([indicator.value.exact(), indicator.reference.value.exact()]);
    }
    computed(scorecard, &mut out);
    out
}

/// A number, and what it was counted from, with the ends of its interval.
fn given(amount: Amount) -> Vec<Exact> {
    let mut out = vec![amount.exact()];
    if let Amount::Counted(counted) = amount {
        let numbers = [Some(counted.count), Some(counted.of), counted.population];
        out.extend(numbers.into_iter().flatten().map(|number| Exact::from(i128::from(number))));
        out.extend(interval(counted).into_iter().flat_map(|(low, high)| [low, high]));
    }
    out
}

/// Every number that findings and decisions have in words.
fn worded(case: &Case) -> BTreeSet<Exact> {
    texts(case).into_iter().flat_map(in_words).collect()
}

/// The texts of findings and decisions.
fn texts(case: &Case) -> Vec<&str> {
    let mut out: Vec<&str> = case.findings().flat_map(texts_of).collect();
    for record in case.records.values() {
        out.push(record.reason.as_str());
        out.extend(record.resolution.iter().map(|r| r.reason.as_str()));
        out.extend(record.overrule.iter().map(|o| o.reason.as_str()));
    }
    out
}

fn texts_of(finding: &Finding) -> Vec<&str> {
    let mut out = vec![finding.condition.as_str(), finding.cause.as_str(), finding.effect.as_str()];
    if let Reading::Level { reason: Some(reason), .. } = &finding.reading {
        out.push(reason.as_str());
    }
    out.extend(finding.evidence.iter().map(|e| e.searched.as_str()));
    out
}

/// The values that the nota prints beside the findings: determining numbers, medians, counts,
/// points.
fn computed(scorecard: &Scorecard, out: &mut BTreeSet<Exact>) {
    for framework in &scorecard.frameworks {
        let c = &framework.counts;
        let of_levels = c.levels.values().copied();
        out.extend(of_levels.chain([c.total, c.judged(), c.applicable()]).map(count));
        let most = framework.scale.highest().points() * framework.judged_weight;
        out.extend([framework.points, most].map(Exact::from));
        out.extend(framework.score.map(|score| score * Exact::from(100)));
        for judgement in &framework.judgements {
            if let Some(Derivation::Quantity { value, peers, .. }) = judgement.derivation.as_deref()
            {
                out.extend(*value);
                out.extend(peers.iter().flat_map(|p| [p.median, p.percentage]));
            }
        }
    }
}

fn count(number: usize) -> Exact {
    Exact::from(i128::try_from(number).unwrap_or(0))
}
