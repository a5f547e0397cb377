//! From findings to a scorecard, with pure functions and exact arithmetic, all in this module.
//!
//! The level of a criterion is the median of the levels of its findings, weighted by their strength
//! (`level`); the strength follows from the number of supporting, independent sources (`strength`);
//! the score of a framework is the weighted mean over judged criteria, with bounds for what is
//! unknown, and it has a verdict only where enough is known (`verdict`). A legal duty is complied with
//! or not, and is in no score (`duty`).

mod agreement;
mod card;
mod duty;
mod interval;
mod level;
mod median;
mod strength;
mod verdict;

pub use agreement::{Agreement, agreement};
pub use card::{FORMAT, score, seal};
pub use interval::{interval, uncertain, wilson};
pub use level::{peer_figures, range, reached};
pub use median::median;
pub use strength::{is_testimony, origins};
pub use verdict::{ceiling_of, ceiling_rank, framework_score};

use crate::model::{
    Case, Criterion, CriterionRecord, Derivation, Framework, FrameworkScore, Judgement, Outcome,
    StudyStatus,
};

/// The result for one framework.
#[must_use]
pub fn framework(case: &Case, framework: &Framework) -> FrameworkScore {
    let judgements = framework
        .criteria
        .iter()
        .filter_map(|criterion| {
            let record = case.records.get(&criterion.id)?;
            Some(judgement(case, criterion, record))
        })
        .collect();
    let judged = case.chosen(&framework.id).and_then(|chosen| chosen.verdict.as_ref());
    framework_score(framework.terms(judged.map(|verdict| verdict.level)), judgements)
}

/// The result for one criterion.
#[must_use]
pub fn judgement(case: &Case, criterion: &Criterion, record: &CriterionRecord) -> Judgement {
    let read = level::read(case, criterion, record);
    let until = case.study.judged_until().last();
    let not_yet = criterion.holds_from.is_some_and(|from| from > until);
    let overrule = record.overrule.as_ref().map(|o| o.level);
    let settled = record.resolution.as_ref().and_then(|r| r.level);
    let conflict = if criterion.legal_duty { duty::conflict(&read) } else { read.conflict };
    let settled = settled.filter(|_| conflict.is_some());
    let measured = settled.or(read.level);
    let derived = match criterion.legal_duty {
        true => duty::derived(&read, settled),
        false => measured,
    };
    let own = overrule.map(|level| if criterion.legal_duty { level.as_duty() } else { level });
    let unknown =
        if criterion.legal_duty { Outcome::NotEstablished } else { Outcome::NotAssessable };
    let outcome = match record.status {
        _ if not_yet => Outcome::NotYetInForce,
        StudyStatus::ToDo => Outcome::ToDo,
        StudyStatus::NotAssessable => unknown,
        StudyStatus::NotApplicable => Outcome::NotApplicable,
        StudyStatus::NotStudied => Outcome::NotStudied,
        StudyStatus::Studied => match own.filter(|_| read.has_reading()).or(derived) {
            Some(level) => Outcome::Judged(level),
            None => unknown,
        },
    };
    let judged = outcome.level().is_some();
    let possible = match read.derivation {
        Some(Derivation::Checklist { range, .. }) if outcome == Outcome::NotAssessable => {
            Some(range)
        }
        _ => None,
    };
    // The findings that support a level; for a checklist, all that answer a point.
    let carrying = |level| {
        let findings = record.findings.iter().filter(|finding| read.carries(&finding.id, level));
        strength::of_findings(case, findings)
    };
    // If no finding gives the derived level, its strength is that of all findings together.
    let from_sources = carrying(measured).or_else(|| carrying(None)).filter(|_| judged);
    let own_strength = record.strength.as_ref().map(|(strength, _)| *strength);
    let weighed = own_strength.filter(|own| from_sources.is_some() && Some(*own) != from_sources);
    Judgement {
        criterion: criterion.id.clone(),
        weight: criterion.weight,
        legal_duty: criterion.legal_duty,
        outcome,
        derived: derived.filter(|_| !not_yet),
        possible,
        measured: measured.filter(|_| !not_yet),
        strength: weighed.or(from_sources),
        derived_strength: weighed.and(from_sources),
        conflict: conflict.filter(|_| !not_yet),
        overruled: judged && overrule.is_some() && own != derived,
        derivation: read.derivation.filter(|_| !not_yet).map(Box::new),
    }
}
