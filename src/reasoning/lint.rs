//! Lint of the audit itself: every rule over a whole case, and the warnings that the case accepts.
//!
//! The comment on a rule says why it matters, with its source: ISSAI 3000 (the standard for
//! performance audits) and GUID 3920 (its guidance on findings, evidence and conclusions), the
//! NVRR's guidance to courts of audit in the Netherlands, the Gemeentewet, or professional insight.
//! Each rule prefers a missed case to a false warning, because warnings that are mostly noise are
//! soon ignored.

use super::audit::{Audit, Issue};
use super::{
    bodies, conclusions, decisions, evidence, judges, levels, peers, quoted_numbers, responses,
    sources, steps, testimony, thresholds,
};
use crate::diagnostics::{Code, Diagnostic, Report, SourceMap};
use crate::model::{Accepted, Case, Scorecard, Status};

/// A rule: returns its warnings about an audit.
type Rule = fn(&Audit<'_>) -> Vec<Issue>;

/// The rules, each with whether it applies to a reconstruction too. Researchers who reconstruct
/// another body's audit from public texts cannot improve its evidence or conclusions, list sources
/// whose findings were not published, and say all this in front; but they are responsible for how
/// the parts are combined.
const RULES: [(Rule, bool); 25] = [
    (decisions::open_conflicts, true),
    (conclusions::on_nothing, true),
    (conclusions::on_unknown, false),
    (conclusions::advice_alone, false),
    (conclusions::without_advice, false),
    (levels::contradicted_conclusions, true),
    (levels::contradicted_verdicts, true),
    (levels::above_ceiling, true),
    (evidence::basis, false),
    (evidence::counted_twice, false),
    (testimony::disputable, false),
    (testimony::quoted, true),
    (sources::unused, false),
    (sources::dominating, false),
    (decisions::overruled, true),
    (decisions::open_questions, true),
    (decisions::not_in_force, true),
    (judges::undecided, true),
    (judges::partial, true),
    (quoted_numbers::unfounded, false),
    (peers::shown, true),
    (thresholds::proposed, false),
    (bodies::of_other_kind, true),
    (responses::beforehand, true),
    (responses::unclear, true),
];

/// Reports the warnings about a whole case, except those that it accepts. Returns the acceptances
/// that matched a warning; one that matched none gives a warning itself.
#[must_use]
pub fn lint(
    case: &Case,
    scorecard: &Scorecard,
    sources: &SourceMap,
    report: &mut Report,
) -> Vec<Accepted> {
    let audit = Audit { case, scorecard, sources };
    let rebuilt = case.study.status == Status::Reconstructie;
    let issues: Vec<Issue> = RULES
        .into_iter()
        .filter(|(_, also_rebuilt)| *also_rebuilt || !rebuilt)
        .flat_map(|(rule, _)| rule(&audit))
        .collect();
    let (used, idle): (Vec<_>, Vec<_>) =
        case.accepted.iter().cloned().partition(|a| issues.iter().any(|i| i.is(a)));
    for issue in issues.into_iter().filter(|i| !used.iter().any(|a| i.is(a))) {
        report.push(issue.diagnostic);
    }
    for accepted in idle {
        let diagnostic = Diagnostic::at(Code::NothingAccepted, accepted.place);
        report.push(diagnostic.with("code", accepted.code.as_str()).with("value", accepted.about));
    }
    for closed in steps::closed_in_vain(case) {
        let diagnostic = Diagnostic::at(Code::ClosedInVain, closed.place);
        report.push(diagnostic.with("value", closed.step.key()));
    }
    used
}
