//! The thresholds of levels, and their sources.

use super::audit::{Audit, Issue};
use crate::diagnostics::{Code, Fact, phrase};

/// Levels that were determined by thresholds without an outside source: those of criteria, and
/// those of the verdict.
///
/// Criteria must come from a source that the audited body can know and accept, or be agreed with it
/// (ISSAI 3000 on criteria; NVRR on normenkaders). Where a norm has a source but the boundary
/// between 'grotendeels' and 'deels' is the researchers' own, the judgement can depend on that
/// boundary alone. There is one warning per framework, because one reason mostly covers them all;
/// only for what was judged.
pub fn proposed(audit: &Audit<'_>) -> Vec<Issue> {
    let mut out = Vec::new();
    for (framework, score) in audit.frameworks() {
        let judged = audit.norms_of(framework, score);
        let judged = judged.filter(|n| n.judgement.outcome.level().is_some());
        let own: Vec<&str> =
            judged.filter(|n| n.criterion.proposal).map(|n| n.criterion.id.as_str()).collect();
        let verdict = framework.proposal && score.verdict.level().is_some();
        let what: Fact = match (own.is_empty(), verdict) {
            (true, false) => continue,
            (true, true) => phrase("whole-verdict").into(),
            (false, false) => own.join(", ").into(),
            (false, true) => phrase("and-whole-verdict").with("criteria", own.join(", ")).into(),
        };
        if let Some(place) = audit.place_of(&framework.id) {
            let issue = Issue::new(Code::ThresholdsProposed, &framework.id, place);
            out.push(issue.with("criteria", what));
        }
    }
    out
}
