//! The input of the lint rules, and their output.

use crate::diagnostics::{Code, Diagnostic, Fact, SourceMap, Span};
use crate::model::{
    Accepted, Case, Criterion, CriterionRecord, Finding, Framework, FrameworkScore, Judgement,
    Outcome, Reading, Scorecard,
};

/// The input of the lint rules.
pub struct Audit<'a> {
    pub case: &'a Case,
    pub scorecard: &'a Scorecard,
    /// The texts of the case's files.
    pub sources: &'a SourceMap,
}

/// A criterion with its judgement and its record in the case.
#[derive(Clone, Copy)]
pub struct Norm<'a> {
    pub criterion: &'a Criterion,
    pub judgement: &'a Judgement,
    pub record: &'a CriterionRecord,
}

impl<'a> Audit<'a> {
    /// The frameworks with their scores.
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

    /// The position at which the case names a framework.
    pub fn place_of(&self, framework: &str) -> Option<Span> {
        self.case.chosen(framework).map(|chosen| chosen.framework.span)
    }

    /// Whether a criterion is still to be filled in, so that missing items may still be added.
    pub fn unfinished(&self) -> bool {
        self.norms().any(|norm| norm.judgement.outcome == Outcome::ToDo)
    }
}

impl<'a> Norm<'a> {
    /// A warning about this criterion, at the position of its record in the case.
    pub fn issue(&self, code: Code) -> Issue {
        Issue::new(code, &self.criterion.id, self.record.criterion.span)
    }

    /// The findings that say something about the level.
    pub fn with_reading(&self) -> impl Iterator<Item = &'a Finding> + use<'a> {
        let has_reading = |f: &&Finding| f.reading != Reading::None;
        self.record.findings.iter().filter(has_reading)
    }
}

/// A warning, with the id of the item that it concerns.
#[derive(Debug)]
pub struct Issue {
    /// The id of that item.
    pub about: String,
    pub diagnostic: Diagnostic,
}

impl Issue {
    /// A warning at a position.
    pub fn new(code: Code, about: &str, place: Span) -> Self {
        let diagnostic = Diagnostic::at(code, place).with("value", about);
        Self { about: about.to_owned(), diagnostic }
    }

    /// Adds a fact for the message.
    #[must_use]
    pub fn with(mut self, name: &'static str, fact: impl Into<Fact>) -> Self {
        self.diagnostic = self.diagnostic.with(name, fact);
        self
    }

    /// Whether this is the accepted warning.
    pub fn is(&self, accepted: &Accepted) -> bool {
        self.diagnostic.code == accepted.code && self.about == accepted.about
    }
}
