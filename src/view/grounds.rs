//! What parts of a document rest on, in words: criteria with their judgements, and the criteria or
//! sub-questions of findings.

use super::criteria::CriterionView;
use super::frameworks::FrameworkView;
use crate::model::Case;
use serde::Serialize;

/// A reference to a conclusion of the same document.
#[derive(Debug, Clone, Serialize)]
pub struct ConclusionLink {
    pub name: String,
    pub anchor: String,
}

/// What a conclusion, recommendation or observation rests on. A criterion is its name and code, by
/// which the nota van bevindingen can be searched.
#[derive(Debug, Clone, Default, Serialize)]
pub struct GroundsView {
    /// Criteria by judgement: the judgement, and the names.
    pub judged: Vec<(String, Vec<String>)>,
    /// The criteria and sub-questions, not among those, to which findings belong on which it rests.
    pub beside: Vec<String>,
}

impl GroundsView {
    /// Adds a criterion with its judgement.
    pub fn add(&mut self, judgement: &str, name: String) {
        match self.judged.iter_mut().find(|(known, _)| known == judgement) {
            Some((_, names)) => names.push(name),
            None => self.judged.push((judgement.to_owned(), vec![name])),
        }
    }

    /// Leaves out the criteria and sub-questions that others name already.
    #[must_use]
    pub fn without<'a>(mut self, others: impl Iterator<Item = &'a Self>) -> Self {
        for other in others {
            let named = |name: &String| {
                other.beside.contains(name)
                    || other.judged.iter().any(|(_, names)| names.contains(name))
            };
            self.beside.retain(|name| !named(name));
        }
        self
    }
}

/// Resolves references to criteria and findings.
pub struct Grounds<'a> {
    pub case: &'a Case,
    /// The views of its frameworks.
    pub frameworks: &'a [FrameworkView],
}

impl Grounds<'_> {
    /// The grounds with these ids; unknown ones are skipped.
    pub fn of(&self, criteria: &[String], findings: &[String]) -> GroundsView {
        let all = || self.frameworks.iter().flat_map(|f| &f.criteria);
        let mut out = GroundsView::default();
        for id in criteria {
            if let Some(criterion) = all().find(|c| c.id == *id) {
                let judgement = if criterion.judged { &criterion.badge } else { "niet beoordeeld" };
                out.add(judgement, criterion.named());
            }
        }
        for id in findings {
            let holds = |c: &&CriterionView| c.findings.iter().any(|f| f.id == *id);
            let questions = &self.case.study.sub_questions;
            let name = match all().find(holds) {
                Some(criterion) if criteria.contains(&criterion.id) => continue,
                Some(criterion) => Some(criterion.named()),
                None => questions
                    .iter()
                    .find(|q| q.findings.iter().any(|f| f.id == *id))
                    .map(|q| format!("deelvraag {}", q.id)),
            };
            out.beside.extend(name.filter(|name| !out.beside.contains(name)));
        }
        out
    }
}
