//! Whether the audit's reasoning holds: what only shows once findings and scores meet.
//!
//! [`check`] finds what keeps a case from being scored right. [`lint`] warns of reasoning that a
//! council, a college or a judge may fault, and lets a case accept what its researchers weighed.
//! [`chain`] is that reasoning as a graph, from source to recommendation.

pub mod chain;
mod conclusions;
mod decisions;
mod edits;
mod evidence;
mod figures;
mod levels;
mod lint;
mod numbers;
mod peers;
mod sources;
mod thresholds;
mod wording;

pub use edits::compare_edited;
pub use lint::lint;

use crate::diagnostics::{Code, Diagnostic, Report};
use crate::model::{Case, Measure, Outcome, Scorecard, StudyStatus};

/// Checks a case against its scorecard.
pub fn check(case: &Case, scorecard: &Scorecard, report: &mut Report) {
    let judgements = scorecard.frameworks.iter().flat_map(|f| &f.judgements);
    let criteria = case.frameworks.iter().flat_map(|f| &f.criteria);
    for (judgement, criterion) in judgements.zip(criteria) {
        let Some(record) = case.records.get(&criterion.id) else { continue };
        let at = |code| Diagnostic::at(code, record.criterion.span).with("value", &criterion.id);
        if judgement.outcome == Outcome::NotYetInForce {
            continue;
        }
        let settled = record.resolution.as_ref().and_then(|r| r.level);
        if let (Some(level), Some(conflict)) = (settled, judgement.conflict)
            && !(conflict.lowest..=conflict.highest).contains(&level)
        {
            let diagnostic = at(Code::ResolutionOutside).with("lowest", conflict.lowest.key());
            report.push(diagnostic.with("highest", conflict.highest.key()));
        }
        let overruled = record.overrule.as_ref().map(|o| o.level);
        if overruled.is_some() && overruled == judgement.derived {
            report.push(at(Code::OverruledBySame));
        }
        if record.resolution.is_some() && judgement.conflict.is_none() {
            report.push(at(Code::NothingToResolve));
        }
        let studied = record.status == StudyStatus::Studied;
        if studied && record.overrule.is_some() && judgement.outcome.level().is_none() {
            report.push(at(Code::NothingToOverrule));
        }
        if let Measure::Quantity(quantity) = &criterion.measure {
            peers::inputs(case, criterion, quantity, record, report);
        }
    }
}
