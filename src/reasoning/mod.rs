//! Checks of the audit's reasoning: problems that appear only when findings and scores are
//! combined.
//!
//! [`check`] finds errors that prevent a correct score. [`lint`] warns of reasoning that a council,
//! a college or a judge may fault, and lets a case accept what its researchers considered.
//! [`chain`] is that reasoning as a graph, from source to recommendation.

mod audit;
mod bodies;
pub mod chain;
mod conclusions;
mod decisions;
mod edits;
mod evidence;
mod figures;
mod judges;
mod levels;
mod lint;
mod numbers;
mod peers;
mod progress;
mod quoted_numbers;
mod responses;
mod sources;
mod spelled;
mod steps;
mod testimony;
mod thresholds;
mod wording;

pub use conclusions::unspoken;
pub use edits::{Changes, changes, compare_edited};
pub use lint::lint;
pub use progress::{Progress, Stage, State, progress};
pub use steps::{OpenStep, open_steps};

use crate::diagnostics::{Code, Diagnostic, Report};
use crate::model::{
    Case, CriterionRecord, Derivation, Judgement, Level, Measure, Outcome, Scale, Scorecard,
    Status, StudyStatus,
};
use crate::score::range;

/// Checks a case against its scorecard.
pub fn check(case: &Case, scorecard: &Scorecard, report: &mut Report) {
    unworded(case, report);
    let judgements = scorecard.frameworks.iter().flat_map(|f| &f.judgements);
    let criteria = case.frameworks.iter().flat_map(|f| &f.criteria);
    for (judgement, criterion) in judgements.zip(criteria) {
        let Some(record) = case.records.get(&criterion.id) else { continue };
        if judgement.outcome == Outcome::NotYetInForce {
            continue;
        }
        decided(record, judgement, report);
        if let Measure::Quantity(quantity) = &criterion.measure {
            peers::inputs(case, criterion, quantity, record, report);
        }
    }
}

/// A final report must not be published with conclusions that the program drafted.
fn unworded(case: &Case, report: &mut Report) {
    if case.conclusions.is_empty() && case.study.status == Status::Definitief {
        let place = case.study.status_place;
        report.push(Diagnostic::at(Code::TextToDo, place).with("key", "conclusions"));
    }
}

/// The lowest and highest level that the findings allow: those of single findings, or the bounds of
/// the checklist. A legal duty is complied with or not.
fn possible(judgement: &Judgement) -> Option<(Level, Level)> {
    match judgement.derivation.as_deref()? {
        Derivation::Median { votes } | Derivation::Quantity { votes, .. } => {
            let duty = judgement.legal_duty;
            range(votes.iter().map(|vote| if duty { vote.level.as_duty() } else { vote.level }))
        }
        Derivation::Checklist { no, unknown, contested, .. } if judgement.legal_duty => {
            let (breached, complied) = (Scale::duty().lowest(), Scale::duty().highest());
            let sure = no.iter().any(|point| !contested.contains(point));
            let open = sure || !unknown.is_empty() || !contested.is_empty();
            Some((if open { breached } else { complied }, if sure { breached } else { complied }))
        }
        Derivation::Checklist { range, .. } => Some(*range),
    }
}

/// A resolution requires contradicting findings, and an overruling requires a derived level that it
/// differs from.
fn decided(record: &CriterionRecord, judgement: &Judgement, report: &mut Report) {
    let at = |code, place| Diagnostic::at(code, place).with("value", &record.criterion.value);
    if let Some(resolution) = &record.resolution {
        match judgement.conflict {
            None => report.push(at(Code::NothingToResolve, resolution.place)),
            Some(conflict) => {
                // Of a legal duty either outcome is within what contradicts.
                let within = |level| (conflict.lowest..=conflict.highest).contains(&level);
                let outside = |level: Level| !judgement.legal_duty && !within(level);
                if resolution.level.is_some_and(outside) {
                    let diagnostic = at(Code::ResolutionOutside, resolution.place);
                    let diagnostic = diagnostic.with("lowest", conflict.lowest.key());
                    report.push(diagnostic.with("highest", conflict.highest.key()));
                }
            }
        }
    }
    if let Some(overrule) = &record.overrule {
        let own = match judgement.legal_duty {
            true => overrule.level.as_duty(),
            false => overrule.level,
        };
        if judgement.derived == Some(own) {
            report.push(at(Code::OverruledBySame, overrule.place));
        }
        let outside = possible(judgement).filter(|(low, high)| !(low..=high).contains(&&own));
        if let Some((low, high)) = outside {
            let diagnostic = at(Code::OverruleOutside, overrule.place).with("lowest", low.key());
            report.push(diagnostic.with("highest", high.key()));
        }
        if record.status == StudyStatus::Studied && judgement.outcome.level().is_none() {
            report.push(at(Code::NothingToOverrule, overrule.place));
        }
    }
}
