//! Why a file of an analysis program is not read.

use crate::diagnostics::{Code, Diagnostic, Fact};

/// Why a file of an analysis program is not read: the name of the problem in the message, with facts.
#[derive(Debug)]
pub struct Refusal {
    problem: &'static str,
    facts: Vec<(&'static str, Fact)>,
}

impl Refusal {
    pub fn of(problem: &'static str) -> Self {
        Self { problem, facts: Vec::new() }
    }

    pub fn with(mut self, name: &'static str, fact: impl Into<Fact>) -> Self {
        self.facts.push((name, fact.into()));
        self
    }

    /// The problem, of a file with this path.
    pub fn diagnostic(self, path: &str) -> Diagnostic {
        let diagnostic = Diagnostic::of_file(Code::QdaRefused, path).with("problem", self.problem);
        self.facts.into_iter().fold(diagnostic, |all, (name, fact)| all.with(name, fact))
    }
}
