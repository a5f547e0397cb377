//! What the rules of the lint look at, and what they give.

use crate::diagnostics::{Code, Diagnostic, Fact, SourceMap, Span};
use crate::model::{
    Accepted, Case, Criterion, CriterionRecord, Finding, Framework, FrameworkScore, Judgement,
    Outcome, Reading, Scorecard,
};

/// What the rules look at.
pub struct Audit<'a> {
    pub case: &'a Case,
    /// Its outcome.
    pub scorecard: &'a Scorecard,
    /// The texts of its files.
    pub sources: &'a SourceMap,
}

/// A criterion with its outcome and what the case says of it.
#[derive(Clone, Copy)]
pub struct Norm<'a> {
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
        let told = |f: &&Finding| f.reading != Reading::None;
        self.record.findings.iter().filter(told)
    }
}

/// A warning, with the id of what it is about.
#[derive(Debug)]
pub struct Issue {
    /// The id of what it is about.
    pub about: String,
    /// The warning.
    pub diagnostic: Diagnostic,
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

    /// Whether it is what was accepted.
    pub fn is(&self, accepted: &Accepted) -> bool {
        self.diagnostic.code == accepted.code && self.about == accepted.about
    }
}
