//! The terms of recommendations, and what the executive promised.

use super::audit::{Audit, Issue};
use crate::diagnostics::Code;
use crate::model::{PartialDate, Position};

/// A deadline before the date of the report, a commitment that is due before the date of the
/// response, or a decision that is to be carried out before it was taken.
///
/// A council follows recommendations up by their dates (ISSAI 3000 on follow-up; NVRR on
/// doorwerking). A date that had passed when it was set is mostly a wrong year. A year or month
/// counts until its last day, and a response without a date gives no warning.
pub fn beforehand(audit: &Audit<'_>) -> Vec<Issue> {
    let passed = |given: PartialDate, since: PartialDate| given.last() < since.first();
    let issue = |about: &str, place, key: &str, found: PartialDate, expected: PartialDate| {
        let issue = Issue::new(Code::DateBeforehand, about, place).with("key", key);
        issue.with("found", found.to_string()).with("expected", expected.to_string())
    };
    let mut out = Vec::new();
    let report = audit.case.study.date;
    for recommendation in &audit.case.recommendations {
        if let Some(deadline) = recommendation.deadline.filter(|given| passed(*given, report)) {
            let (id, place) = (&recommendation.id, recommendation.place);
            out.push(issue(id, place, "deadline", deadline, report));
        }
    }
    let response = audit.case.response.as_ref();
    if let Some((response, received)) = response.and_then(|given| Some((given, given.date?))) {
        for on in &response.positions {
            if let Some(due) = on.due.filter(|given| passed(*given, received)) {
                out.push(issue(&on.recommendation, on.place, "due", due, received));
            }
        }
    }
    if let Some(decision) = &audit.case.decision {
        for on in &decision.decided {
            if let Some(due) = on.due.filter(|given| passed(*given, decision.date)) {
                out.push(issue(&on.recommendation, on.place, "decided", due, decision.date));
            }
        }
    }
    out
}

/// A commitment to a recommendation that was rejected, or a date without a commitment.
///
/// What the executive commits itself to is what the council can hold it to (Gemeentewet, article
/// 169: the college accounts to the council). The two are mostly a word chosen too quickly, or a key
/// that was forgotten.
pub fn unclear(audit: &Audit<'_>) -> Vec<Issue> {
    let mut out = Vec::new();
    for on in audit.case.response.iter().flat_map(|response| &response.positions) {
        let problem = match (on.commitment.is_empty(), on.due) {
            (false, _) if on.position == Position::Rejected => "rejected",
            (true, Some(_)) => "due",
            _ => continue,
        };
        let issue = Issue::new(Code::CommitmentUnclear, &on.recommendation, on.place);
        out.push(issue.with("problem", problem));
    }
    out
}
