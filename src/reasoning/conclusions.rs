//! The connections between findings, conclusions and recommendations. Drafted ones are not checked,
//! because they follow from the judgements.

use super::audit::{Audit, Issue, Norm};
use crate::diagnostics::Code;
use crate::model::{Case, Conclusion, Judgement, Level, Outcome, Scorecard};

/// A conclusion without any finding or criterion.
///
/// Conclusions must follow from findings, so that a reader can trace one to the other (ISSAI 3000
/// and GUID 3920 on reporting). A conclusion that refers to nothing is an opinion, and the first
/// that the college will dispute in its formal response.
pub fn on_nothing(audit: &Audit<'_>) -> Vec<Issue> {
    let bare = |c: &&Conclusion| c.criteria.is_empty() && c.findings.is_empty();
    let issue = |c: &Conclusion| Issue::new(Code::ConclusionOnNothing, &c.id, c.place);
    audit.case.conclusions.iter().filter(bare).map(issue).collect()
}

/// A conclusion on a criterion without a level.
///
/// A criterion that could not be judged, or was not studied, is no basis for a conclusion; a reader
/// who traces the conclusion finds a question mark. ISSAI 3000 requires that conclusions follow
/// from the findings. A criterion that is still to be filled in is reported separately.
pub fn on_unknown(audit: &Audit<'_>) -> Vec<Issue> {
    let unknown = |outcome: Outcome| {
        matches!(outcome, Outcome::NotAssessable | Outcome::NotStudied | Outcome::NotApplicable)
    };
    let issue = |c: &Conclusion| {
        let norms = carrying(audit, c);
        let bare = norms.iter().filter(|norm| unknown(norm.judgement.outcome));
        let mut ids: Vec<&str> = bare.map(|norm| norm.criterion.id.as_str()).collect();
        ids.dedup();
        let about = || Issue::new(Code::ConclusionOnUnknown, &c.id, c.place);
        (!ids.is_empty()).then(|| about().with("criteria", ids.join(", ")))
    };
    audit.case.conclusions.iter().filter_map(issue).collect()
}

/// The criteria that do not count as met (*voldoet deels*, *voldoet niet*, a duty that is breached) and
/// that no conclusion refers to, by id or through one of their findings; none as long as there are
/// no conclusions.
///
/// A report lists them, so that a reader sees that nothing was left out on purpose (ISSAI 3000: a
/// report is complete and balanced), without a conclusion that says nothing.
#[must_use]
pub fn unspoken(case: &Case, scorecard: &Scorecard) -> Vec<String> {
    let conclusions = &case.conclusions;
    let judgements = scorecard.frameworks.iter().flat_map(|f| &f.judgements);
    let short = |j: &&Judgement| j.outcome.level().is_some_and(|level| !level.counts_as_met());
    let spoken = |j: &Judgement| {
        let findings = case.records.get(&j.criterion).map_or(&[][..], |r| r.findings.as_slice());
        let own = |id: &String| findings.iter().any(|finding| finding.id == *id);
        let of = |c: &Conclusion| c.criteria.contains(&j.criterion) || c.findings.iter().any(own);
        conclusions.iter().any(of)
    };
    let left = judgements.filter(short).filter(|j| !spoken(j) && !conclusions.is_empty());
    left.map(|j| j.criterion.clone()).collect()
}

/// A recommendation that refers to no conclusion.
///
/// A recommendation follows logically from findings and conclusions and addresses the cause of a
/// shortfall (ISSAI 3000 on recommendations). A council that is asked for a decision must be able
/// to see on which conclusion it is based. Advice without a conclusion can be right; then the
/// acceptance gives the reason.
pub fn advice_alone(audit: &Audit<'_>) -> Vec<Issue> {
    // Without worded conclusions there is nothing to refer to.
    if audit.case.conclusions.is_empty() {
        return Vec::new();
    }
    let alone = audit.case.recommendations.iter().filter(|r| r.conclusions.is_empty());
    alone.map(|r| Issue::new(Code::AdviceWithoutConclusion, &r.id, r.place)).collect()
}

/// A conclusion that no recommendation refers to, unless all its criteria are fully met.
///
/// A conclusion about a shortfall without a remedy leaves the council to find one (ISSAI 3000:
/// constructive recommendations; NVRR: usable for the council). Where every criterion is at its
/// highest level there is nothing to recommend.
pub fn without_advice(audit: &Audit<'_>) -> Vec<Issue> {
    let advice = &audit.case.recommendations;
    if advice.is_empty() {
        return Vec::new();
    }
    let mut out = Vec::new();
    for conclusion in &audit.case.conclusions {
        let named = advice.iter().any(|r| r.conclusions.contains(&conclusion.id));
        let levels = levels_of(audit, conclusion);
        let in_full = !levels.is_empty() && levels.iter().all(|l| *l == l.scale().highest());
        if !named && !in_full {
            let place = conclusion.place;
            out.push(Issue::new(Code::ConclusionWithoutAdvice, &conclusion.id, place));
        }
    }
    out
}

/// The levels of the criteria that support a conclusion: those that it names, else those of the
/// findings that it names.
pub fn levels_of(audit: &Audit<'_>, conclusion: &Conclusion) -> Vec<Level> {
    carrying(audit, conclusion).iter().filter_map(|n| n.judgement.outcome.level()).collect()
}

/// The criteria that support a conclusion.
pub fn carrying<'a>(audit: &Audit<'a>, conclusion: &Conclusion) -> Vec<Norm<'a>> {
    let named: Vec<_> =
        audit.norms().filter(|n| conclusion.criteria.contains(&n.criterion.id)).collect();
    if named.is_empty() {
        return conclusion.findings.iter().filter_map(|id| audit.norm_of_finding(id)).collect();
    }
    named
}
