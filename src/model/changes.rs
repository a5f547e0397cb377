//! Changes in one municipality between two audits.

use super::{Level, Outcome, Period, Uptake};
use serde::Serialize;

/// The change in a criterion between two audits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// A higher level.
    Better,
    /// The same level.
    Same,
    /// A lower level.
    Worse,
    /// One audit gives no level.
    NotComparable,
}

/// A criterion that applies in two audits.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ChangedCriterion {
    /// Title of the framework.
    pub framework: String,
    pub criterion: String,
    pub name: String,
    /// The earlier outcome.
    pub before: Outcome,
    /// The later outcome.
    pub after: Outcome,
    pub change: Change,
}

/// Criteria of a framework that two audits do not share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct NotShared {
    /// Title of the framework.
    pub framework: String,
    /// Id and name of each criterion.
    pub criteria: Vec<(String, String)>,
    /// Whether the verdicts are computed without these, as those of researchers cannot be; `None`
    /// where the framework gives no verdict.
    pub computed: Option<bool>,
}

/// The same municipality in two audits.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct OverTime {
    pub municipality: String,
    /// The earlier audit: its case and period.
    pub before: (String, Period),
    /// The later audit: its case and period.
    pub after: (String, Period),
    /// Verdicts of the frameworks that both audits use, on the criteria that both have: title,
    /// earlier verdict, later verdict.
    pub verdicts: Vec<(String, Option<Level>, Option<Level>)>,
    /// The criteria that both audits have.
    pub criteria: Vec<ChangedCriterion>,
    /// The criteria that only one has, or that did not apply in one, by framework.
    pub not_shared: Vec<NotShared>,
    /// The earlier recommendations: id, title, and uptake according to the later audit.
    pub recommendations: Vec<(String, String, Option<Uptake>)>,
}
