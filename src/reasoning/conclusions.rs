//! How findings, conclusions and recommendations hang together. Drafted ones are not looked at:
//! they follow from the judgements by themselves.

use super::audit::{Audit, Issue, Norm};
use crate::diagnostics::Code;
use crate::model::{Conclusion, Level, Outcome};

/// A conclusion that rests on no finding and no criterion.
///
/// Conclusions must follow from findings, so that a reader can go back from one to the other (ISSAI
/// 3000 and GUID 3920 on reporting). One that names nothing is an opinion, and the first that the
/// college will dispute in its formal reaction.
pub fn on_nothing(audit: &Audit<'_>) -> Vec<Issue> {
    let bare = |c: &&Conclusion| c.criteria.is_empty() && c.findings.is_empty();
    let issue = |c: &Conclusion| Issue::new(Code::ConclusionOnNothing, &c.id, c.place);
    audit.case.conclusions.iter().filter(bare).map(issue).collect()
}

/// A conclusion that rests on a criterion without a level.
///
/// What could not be judged, or was not studied, is no ground to conclude from; a reader who follows
/// the conclusion back finds a question mark. ISSAI 3000 asks that conclusions follow from the
/// findings. A criterion that is still to be filled in is told by itself.
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

/// A criterion below 'voldoet grotendeels' of which no conclusion speaks, by its own id or through
/// one of its findings.
///
/// What falls short is what a council must hear of; a shortfall that stands in an annex alone is
/// easily taken for left out on purpose. ISSAI 3000 asks a report to be complete and balanced.
pub fn unspoken(audit: &Audit<'_>) -> Vec<Issue> {
    let conclusions = &audit.case.conclusions;
    if conclusions.is_empty() {
        return Vec::new();
    }
    let mut out = Vec::new();
    for norm in audit.norms() {
        let Some(level) = norm.judgement.outcome.level().filter(|l| *l < Level::Grotendeels) else {
            continue;
        };
        let own = |id: &String| norm.record.findings.iter().any(|f| f.id == *id);
        let spoken = conclusions
            .iter()
            .any(|c| c.criteria.contains(&norm.criterion.id) || c.findings.iter().any(own));
        if !spoken {
            out.push(norm.issue(Code::ShortfallUnspoken).with("level", level.key()));
        }
    }
    out
}

/// A recommendation that names no conclusion.
///
/// A recommendation follows logically from findings and conclusions and is aimed at the cause of
/// what fell short (ISSAI 3000 on recommendations). A council that is asked to decide something
/// must be able to see on which conclusion. Advice beside the conclusions can be right; then the
/// acceptance says why.
pub fn advice_alone(audit: &Audit<'_>) -> Vec<Issue> {
    // Without worded conclusions there is nothing to name.
    if audit.case.conclusions.is_empty() {
        return Vec::new();
    }
    let alone = audit.case.recommendations.iter().filter(|r| r.conclusions.is_empty());
    alone.map(|r| Issue::new(Code::AdviceWithoutConclusion, &r.id, r.place)).collect()
}

/// A conclusion that no recommendation names, unless all its criteria meet their norm in full.
///
/// A conclusion that something falls short, without a way out, leaves the council to think of one
/// (ISSAI 3000: constructive recommendations; NVRR: usable for the council). Where every criterion
/// is 'voldoet' there is nothing to recommend.
pub fn without_advice(audit: &Audit<'_>) -> Vec<Issue> {
    let advice = &audit.case.recommendations;
    if advice.is_empty() {
        return Vec::new();
    }
    let mut out = Vec::new();
    for conclusion in &audit.case.conclusions {
        let named = advice.iter().any(|r| r.conclusions.contains(&conclusion.id));
        let levels = levels_of(audit, conclusion);
        let in_full = !levels.is_empty() && levels.iter().all(|l| *l == Level::Voldoet);
        if !named && !in_full {
            let place = conclusion.place;
            out.push(Issue::new(Code::ConclusionWithoutAdvice, &conclusion.id, place));
        }
    }
    out
}

/// The levels of the criteria that carry a conclusion: those that it names, else those of the
/// findings that it names.
pub fn levels_of(audit: &Audit<'_>, conclusion: &Conclusion) -> Vec<Level> {
    carrying(audit, conclusion).iter().filter_map(|n| n.judgement.outcome.level()).collect()
}

/// The criteria that carry a conclusion.
pub fn carrying<'a>(audit: &Audit<'a>, conclusion: &Conclusion) -> Vec<Norm<'a>> {
    let named: Vec<_> =
        audit.norms().filter(|n| conclusion.criteria.contains(&n.criterion.id)).collect();
    if named.is_empty() {
        return conclusion.findings.iter().filter_map(|id| audit.norm_of_finding(id)).collect();
    }
    named
}
