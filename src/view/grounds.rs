//! The criteria and findings on which parts of a document rest, by name and anchor.

use super::anchors::finding_anchor;
use super::annex::{CriterionView, FrameworkView};
use crate::model::Case;
use serde::Serialize;

/// A reference to a ground: its name and its anchor.
#[derive(Debug, Clone, Serialize)]
pub struct GroundView {
    pub name: String,
    pub anchor: String,
    /// The judgement, if it is a criterion.
    pub judgement: Option<String>,
}

/// Resolves references to criteria and findings.
pub struct Grounds<'a> {
    pub case: &'a Case,
    /// The views of its frameworks.
    pub frameworks: &'a [FrameworkView],
}

impl Grounds<'_> {
    /// References to these criteria; unknown ones are skipped.
    pub fn criteria(&self, ids: &[String]) -> Vec<GroundView> {
        let all = || self.frameworks.iter().flat_map(|f| &f.criteria);
        let one = |id: &String| all().find(|c| c.id == *id).map(of_criterion);
        ids.iter().filter_map(one).collect()
    }

    /// References to these findings; unknown ones are skipped.
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
