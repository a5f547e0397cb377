//! Judges who judged apart from each other, and what was decided.

use super::audit::{Audit, Issue, Norm};
use crate::diagnostics::Code;
use crate::model::{Level, Outcome, StudyStatus};
use std::collections::BTreeMap;

/// A norm on which judges differ, or whose level is that of none of them, without a word on what was
/// decided.
///
/// That two people judge apart and then weigh their differences is what makes a judgement in words
/// reproducible; without the weighing, a reader sees only the outcome (Krippendorff, Content
/// Analysis, 2018, chapter 12; ISSAI 140 on quality review).
pub fn undecided(audit: &Audit<'_>) -> Vec<Issue> {
    let mut out = Vec::new();
    for norm in audit.norms().filter(|norm| norm.record.decided.is_empty()) {
        let levels = levels(&norm);
        let (Some(lowest), Some(highest)) = (levels.iter().min(), levels.iter().max()) else {
            continue;
        };
        if lowest != highest {
            let issue = norm.issue(Code::JudgesDiffer).with("lowest", lowest.key());
            out.push(issue.with("highest", highest.key()));
        } else if let Outcome::Judged(level) = norm.judgement.outcome
            && level != *lowest
        {
            let issue = norm.issue(Code::LevelOfNoJudge).with("found", level.key());
            out.push(issue.with("expected", lowest.key()));
        }
    }
    out
}

/// A judge who judged only some of the judged norms of a framework.
///
/// Agreement then says something of those norms alone. A sample may well do, and is then accepted
/// with the way in which it was drawn.
pub fn partial(audit: &Audit<'_>) -> Vec<Issue> {
    let mut out = Vec::new();
    for (framework, score) in audit.frameworks() {
        let norms = audit.norms_of(framework, score);
        let studied: Vec<Norm<'_>> =
            norms.filter(|norm| norm.record.status == StudyStatus::Studied).collect();
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for (role, _) in studied.iter().flat_map(|norm| &norm.record.judges) {
            *counts.entry(role).or_default() += 1;
        }
        let Some(place) = audit.place_of(&framework.id) else { continue };
        for (role, count) in counts.into_iter().filter(|(_, count)| *count < studied.len()) {
            let issue = Issue::new(Code::JudgedSome, &framework.id, place).with("role", role);
            out.push(issue.with("part", count).with("whole", studied.len()));
        }
    }
    out
}

/// The levels of a norm's judges, of a duty whether it is complied with.
fn levels(norm: &Norm<'_>) -> Vec<Level> {
    let duty = norm.criterion.legal_duty;
    let level = |(_, level): &(String, Level)| if duty { level.as_duty() } else { *level };
    norm.record.judges.iter().map(level).collect()
}
