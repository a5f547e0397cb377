//! Whether the audit's reasoning holds: what only shows once findings and scores meet.

mod edits;

pub use edits::compare_edited;

use crate::diagnostics::{Code, Diagnostic, Report};
use crate::model::{
    Case, Criterion, CriterionRecord, Exact, Measure, Outcome, Quantity, Reading, Scorecard,
    StudyStatus,
};
use crate::score::{FEWEST_PEERS, median};

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
        if let Some(conflict) = judgement.conflict.filter(|c| !c.resolved) {
            let diagnostic = at(Code::OpenConflict).with("lowest", conflict.lowest.key());
            report.push(diagnostic.with("highest", conflict.highest.key()));
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
            quantity_inputs(case, criterion, quantity, record, report);
        }
    }
}

/// A number that has to be recomputed or compared needs what it is recomputed or compared with.
fn quantity_inputs(
    case: &Case,
    criterion: &Criterion,
    quantity: &Quantity,
    record: &CriterionRecord,
    report: &mut Report,
) {
    let valued = record.findings.iter().any(|f| matches!(f.reading, Reading::Value(_)));
    if !valued {
        return;
    }
    let at = |code| Diagnostic::at(code, record.criterion.span).with("value", &criterion.id);
    if quantity.per_inhabitants.is_some() && case.municipality.inhabitants.is_none() {
        report.push(at(Code::NoInhabitants));
    }
    let peers = case.peers.iter().filter(|set| set.criterion == criterion.id);
    let figures: Vec<Exact> =
        peers.clone().flat_map(|set| &set.municipalities).map(|p| p.value.exact()).collect();
    if quantity.relative_to_peers && median(&figures) == Some(Exact::from(0)) {
        report.push(at(Code::ZeroMedian));
    }
    let usable = peers
        .flat_map(|set| &set.municipalities)
        .filter(|p| quantity.per_inhabitants.is_none() || p.inhabitants.is_some())
        .count();
    if quantity.relative_to_peers && usable < FEWEST_PEERS {
        report.push(at(Code::TooFewPeers).with("count", usable.to_string()));
    }
}
