//! What the parts of a document rest on: criteria and findings, by name and place.

use super::anchors::finding_anchor;
use super::annex::{CriterionView, FrameworkView};
use crate::model::Case;
use serde::Serialize;

/// A place that something rests on: what it is called, and where it stands.
#[derive(Debug, Clone, Serialize)]
pub struct GroundView {
    pub name: String,
    /// Its anchor in the document.
    pub anchor: String,
    /// Its judgement, for a criterion.
    pub judgement: Option<String>,
}

/// What the parts of a document may point at.
pub struct Grounds<'a> {
    pub case: &'a Case,
    /// Its frameworks, as they are told.
    pub frameworks: &'a [FrameworkView],
}

impl Grounds<'_> {
    /// These criteria.
    pub fn criteria(&self, ids: &[String]) -> Vec<GroundView> {
        let all = || self.frameworks.iter().flat_map(|f| &f.criteria);
        let one = |id: &String| all().find(|c| c.id == *id).map(of_criterion);
        ids.iter().filter_map(one).collect()
    }

    /// These findings.
    pub fn findings(&self, ids: &[String]) -> Vec<GroundView> {
        let known = |id: &&String| self.case.findings().any(|f| f.id == **id);
        ids.iter().filter(known).map(|id| of_finding(id)).collect()
    }
}

fn of_criterion(criterion: &CriterionView) -> GroundView {
    GroundView {
        name: criterion.id.clone(),
        anchor: criterion.anchor.clone(),
        judgement: Some(criterion.badge.clone()),
    }
}

fn of_finding(id: &str) -> GroundView {
    GroundView { name: id.to_owned(), anchor: finding_anchor(id), judgement: None }
}
