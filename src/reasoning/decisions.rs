//! The decisions of the researchers, made or still open.

use super::audit::{Audit, Issue};
use crate::diagnostics::{Code, phrase};
use crate::model::{Outcome, StudyStatus};
use chrono::NaiveDate;

/// Findings that contradict each other, without a resolution.
///
/// An auditor weighs conflicting evidence and explains how (ISSAI 3000; GUID 3920 on evaluating
/// evidence). Until then the criterion keeps its median, and the framework has no verdict.
pub fn open_conflicts(audit: &Audit<'_>) -> Vec<Issue> {
    let mut out = Vec::new();
    for norm in audit.norms().filter(|n| n.judgement.outcome != Outcome::NotYetInForce) {
        if let Some(conflict) = norm.judgement.conflict.filter(|c| !c.resolved) {
            let issue = norm.issue(Code::OpenConflict).with("lowest", conflict.lowest.key());
            out.push(issue.with("highest", conflict.highest.key()));
        }
    }
    out
}

/// A judgement by the researchers that replaces the derived one.
///
/// Professional judgement may depart from the rule, and the reason is printed with the criterion. A
/// colleague who reviews the audit should look at each of these (ISSAI 140 on quality review;
/// professional insight), and a reader should find them together.
pub fn overruled(audit: &Audit<'_>) -> Vec<Issue> {
    let mut out = Vec::new();
    for norm in audit.norms().filter(|n| n.judgement.overruled) {
        let Some(overrule) = &norm.record.overrule else { continue };
        let derived = norm.judgement.derived.map_or("niet-te-beoordelen", |l| l.key());
        let id = &norm.criterion.id;
        let issue = Issue::new(Code::JudgementOverruled, id, overrule.place);
        out.push(issue.with("found", overrule.level.key()).with("expected", derived));
    }
    out
}

/// A sub-question with neither an answer nor a reason, in an audit that words conclusions. In an
/// audit without conclusions, it is only a field to fill in.
///
/// A council that set the questions must get an answer to each of them, or the reason why there is
/// none (ISSAI 3000: the report answers the audit questions; Gemeentewet, article 185: the court of
/// audit reports its findings to the council).
pub fn open_questions(audit: &Audit<'_>) -> Vec<Issue> {
    if audit.case.conclusions.is_empty() {
        return Vec::new();
    }
    let questions = audit.case.study.sub_questions.iter();
    let open = questions.filter(|q| q.answer.is_empty() && q.unanswered.is_empty());
    open.map(|q| Issue::new(Code::QuestionLeftOpen, &q.id, q.place)).collect()
}

/// A norm that was not in force in the study's period, but was judged or supports a conclusion.
///
/// Nobody can be held to a rule that did not exist: criteria must be relevant to the audited period
/// (ISSAI 3000 on criteria; legal certainty). The score excludes the criterion automatically, and
/// the given level is then lost silently. A criterion that the researchers themselves left out with
/// a reason gives no warning.
pub fn not_in_force(audit: &Audit<'_>) -> Vec<Issue> {
    let mut out = Vec::new();
    for norm in audit.norms().filter(|n| n.judgement.outcome == Outcome::NotYetInForce) {
        let id = &norm.criterion.id;
        let date = norm.criterion.holds_from.map(dutch).unwrap_or_default();
        if norm.record.status == StudyStatus::Studied {
            let issue = norm.issue(Code::NormNotInForce).with("date", &date);
            out.push(issue.with("what", phrase("level-not-counted")));
        }
        for conclusion in audit.case.conclusions.iter().filter(|c| c.criteria.contains(id)) {
            let issue = Issue::new(Code::NormNotInForce, id, conclusion.place).with("date", &date);
            out.push(
                issue.with("what", phrase("yet-it-carries").with("conclusion", &conclusion.id)),
            );
        }
    }
    out
}

/// A date in the Dutch numeric notation.
fn dutch(date: NaiveDate) -> String {
    date.format("%d-%m-%Y").to_string()
}
