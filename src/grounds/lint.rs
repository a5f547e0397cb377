//! Lint of the audit itself: every rule over a whole case, and the warnings that the case accepts.
//!
//! A rule says why it matters, with its source: ISSAI 3000 (the standard for performance audits)
//! and GUID 3920 (its guidance on findings, evidence and conclusions), the NVRR's guidance to
//! courts of audit in the Netherlands, the Gemeentewet, or professional insight. Each prefers to
//! stay silent over being wrong: a warning that is mostly noise is soon read by nobody.

use super::{conclusions, decisions, evidence, figures, levels, peers, sources, thresholds};
use crate::diagnostics::{Code, Diagnostic, Fact, Report, SourceMap, Span};
use crate::model::{
    Accepted, Case, Criterion, CriterionRecord, Finding, Framework, FrameworkScore, Judgement,
    Outcome, Scorecard, Status,
};

/// What the rules look at.
pub struct Audit<'a> {
    /// The case.
    pub case: &'a Case,
    /// Its outcome.
    pub scorecard: &'a Scorecard,
    /// The texts of its files.
    pub sources: &'a SourceMap,
}

/// A criterion with its outcome and what the case says of it.
#[derive(Clone, Copy)]
pub struct Norm<'a> {
    /// The criterion.
    pub criterion: &'a Criterion,
    /// Its outcome.
    pub judgement: &'a Judgement,
    /// What the case says of it.
    pub record: &'a CriterionRecord,
}

impl<'a> Audit<'a> {
    /// The frameworks with their outcomes.
    pub fn frameworks(&self) -> impl Iterator<Item = (&'a Framework, &'a FrameworkScore)> {
        let frameworks = self.case.frameworks.iter().map(AsRef::as_ref);
        frameworks.zip(&self.scorecard.frameworks)
    }

    /// The criteria of a framework.
    pub fn norms_of(
        &self,
        framework: &'a Framework,
        score: &'a FrameworkScore,
    ) -> impl Iterator<Item = Norm<'a>> + use<'a> {
        let case = self.case;
        framework.criteria.iter().zip(&score.judgements).filter_map(|(criterion, judgement)| {
            let record = case.records.get(&criterion.id)?;
            Some(Norm { criterion, judgement, record })
        })
    }

    /// The criteria of all frameworks.
    pub fn norms(&self) -> impl Iterator<Item = Norm<'a>> {
        self.frameworks().flat_map(|(framework, score)| self.norms_of(framework, score))
    }

    /// The criterion to which a finding belongs.
    pub fn norm_of_finding(&self, id: &str) -> Option<Norm<'a>> {
        self.norms().find(|norm| norm.record.findings.iter().any(|f| f.id == id))
    }

    /// Where the case names a framework.
    pub fn place_of(&self, framework: &str) -> Option<Span> {
        self.case.chosen.iter().find(|id| id.value == framework).map(|id| id.span)
    }

    /// Whether a criterion is still to be filled in, so that what is missing may yet come.
    pub fn unfinished(&self) -> bool {
        self.norms().any(|norm| norm.judgement.outcome == Outcome::ToDo)
    }
}

impl<'a> Norm<'a> {
    /// A warning about this criterion, where the case speaks of it.
    pub fn issue(&self, code: Code) -> Issue {
        Issue::new(code, &self.criterion.id, self.record.criterion.span)
    }

    /// The findings that say something about the level.
    pub fn telling(&self) -> impl Iterator<Item = &'a Finding> + use<'a> {
        let told = |f: &&Finding| f.reading != crate::model::Reading::None;
        self.record.findings.iter().filter(told)
    }
}

/// A warning, with the id of what it is about.
#[derive(Debug)]
pub struct Issue {
    about: String,
    diagnostic: Diagnostic,
}

impl Issue {
    /// A warning at a place.
    pub fn new(code: Code, about: &str, place: Span) -> Self {
        let diagnostic = Diagnostic::at(code, place).with("value", about);
        Self { about: about.to_owned(), diagnostic }
    }

    /// Adds a fact that its message names.
    #[must_use]
    pub fn with(mut self, name: &'static str, fact: impl Into<Fact>) -> Self {
        self.diagnostic = self.diagnostic.with(name, fact);
        self
    }

    fn is(&self, accepted: &Accepted) -> bool {
        self.diagnostic.code == accepted.code && self.about == accepted.about
    }
}

/// A rule: what it finds in an audit.
type Rule = fn(&Audit<'_>) -> Vec<Issue>;

/// The rules, each with whether it holds for a reconstruction too. Whoever rebuilds another's audit
/// from public texts can mend neither its evidence nor its conclusions, lists sources whose findings
/// stayed inside, and says all this in front; but answers for how the pieces are put together.
const RULES: [(Rule, bool); 18] = [
    (decisions::open_conflicts, true),
    (conclusions::on_nothing, true),
    (conclusions::on_unknown, false),
    (conclusions::unspoken, false),
    (conclusions::advice_alone, false),
    (conclusions::without_advice, false),
    (levels::contradicted_conclusions, true),
    (levels::contradicted_verdicts, true),
    (evidence::basis, false),
    (evidence::counted_twice, false),
    (sources::unused, false),
    (sources::dominating, false),
    (decisions::overruled, true),
    (decisions::open_questions, true),
    (decisions::not_in_force, true),
    (figures::unfounded, false),
    (peers::shown, true),
    (thresholds::proposed, false),
];

/// The warnings about a whole case; those that it accepts stay away. Gives the acceptances that
/// had something to accept; one that had not is warned of itself.
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
    used
}
