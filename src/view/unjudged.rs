//! Criteria without a judgement, with the reason why.

use super::criteria::CriterionView;
use crate::dutch::enumeration;
use serde::Serialize;

/// Criteria of a framework that have no judgement and no findings, for one reason.
#[derive(Debug, Clone, Serialize)]
pub struct UnjudgedView {
    /// Their names with their codes.
    pub criteria: Vec<String>,
    /// What they are in place of judged, as symbol and word.
    pub badge: String,
    /// From which date they are in force; empty if they are.
    pub holds_from: String,
    /// Why; may be empty.
    pub reason_md: String,
}

/// The codes of the criteria of which too little is known for a judgement, and of those that do not
/// apply or are not in force yet. Why is in the nota van bevindingen. Legal duties of which too
/// little is known are told by themselves.
pub fn unjudged(criteria: &[CriterionView]) -> (String, String) {
    let open = criteria.iter().filter(|c| !c.judged);
    let (apart, open): (Vec<&CriterionView>, Vec<_>) =
        open.partition(|c| matches!(c.outcome.as_str(), "niet-van-toepassing" | "geldt-nog-niet"));
    let codes = |list: Vec<&CriterionView>| {
        enumeration(&list.into_iter().map(|c| c.id.clone()).collect::<Vec<_>>())
    };
    (codes(open.into_iter().filter(|c| !c.legal_duty).collect()), codes(apart))
}

/// The criteria without a judgement and without findings, by reason.
pub fn without_findings(criteria: &[CriterionView]) -> Vec<UnjudgedView> {
    let mut out: Vec<UnjudgedView> = Vec::new();
    for criterion in criteria.iter().filter(|c| !c.in_full) {
        let holds_from = match criterion.outcome.as_str() {
            "geldt-nog-niet" => criterion.holds_from.as_str(),
            _ => "",
        };
        let same = |row: &&mut UnjudgedView| {
            row.badge == criterion.badge
                && row.reason_md == criterion.reason_md
                && row.holds_from == holds_from
        };
        match out.iter_mut().find(same) {
            Some(row) => row.criteria.push(criterion.named()),
            None => out.push(UnjudgedView {
                criteria: vec![criterion.named()],
                badge: criterion.badge.clone(),
                holds_from: holds_from.to_owned(),
                reason_md: criterion.reason_md.clone(),
            }),
        }
    }
    out
}
