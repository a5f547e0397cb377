//! From findings to a scorecard, with pure functions and exact arithmetic, all in this module.
//!
//! The level of a criterion is the median of the levels of its findings, weighted by their strength
//! (`level`); the strength follows from the number of supporting, independent sources (`strength`);
//! the score of a framework is the weighted mean over judged criteria, with bounds for what is
//! unknown, and it has a verdict only where enough is known (`verdict`).

mod card;
mod level;
mod median;
mod strength;
mod verdict;

pub use card::{FORMAT, score, seal};
pub use level::peer_figures;
pub use median::median;
pub use strength::{is_testimony, origins};
pub use verdict::{by_score, duty_bound, framework_score};

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
    let (id, version) = (&framework.id, &framework.version);
    framework_score(id, version, framework.scale, framework.rules.clone(), judgements)
}

/// The result for one criterion.
#[must_use]
pub fn judgement(case: &Case, criterion: &Criterion, record: &CriterionRecord) -> Judgement {
    let read = level::read(case, criterion, record);
    let until = case.study.judged_until().last();
    let not_yet = criterion.holds_from.is_some_and(|from| from > until);
    let overrule = record.overrule.as_ref().map(|o| o.level);
    let settled = record.resolution.as_ref().and_then(|r| r.level);
    let derived = settled.filter(|_| read.conflict.is_some()).or(read.level);
    let outcome = match record.status {
        _ if not_yet => Outcome::NotYetInForce,
        StudyStatus::ToDo => Outcome::ToDo,
        StudyStatus::NotAssessable => Outcome::NotAssessable,
        StudyStatus::NotApplicable => Outcome::NotApplicable,
        StudyStatus::NotStudied => Outcome::NotStudied,
        StudyStatus::Studied => match overrule.filter(|_| read.has_reading()).or(derived) {
            Some(level) => Outcome::Judged(level),
            None => Outcome::NotAssessable,
        },
    };
    let judged = outcome.level().is_some();
    // The findings that support a level; for a checklist, all that answer a point.
    let carrying = |level| {
        let findings = record.findings.iter().filter(|finding| read.carries(&finding.id, level));
        strength::of_findings(case, findings)
    };
    Judgement {
        criterion: criterion.id.clone(),
        weight: criterion.weight,
        legal_duty: criterion.legal_duty,
        outcome,
        derived: derived.filter(|_| !not_yet),
        // If no finding gives the derived level, its strength is that of all findings together.
        strength: carrying(derived).or_else(|| carrying(None)).filter(|_| judged),
        conflict: read.conflict.filter(|_| !not_yet),
        overruled: judged && overrule.is_some() && overrule != derived,
        derivation: if not_yet { Derivation::None } else { read.derivation },
    }
}
