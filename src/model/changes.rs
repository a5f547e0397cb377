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
    /// One audit gives no level, or the norm itself changed.
    NotComparable,
}

/// A criterion in two audits.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ChangedCriterion {
    /// Title of the framework.
    pub framework: String,
    pub criterion: String,
    pub name: String,
    /// The earlier outcome; `None` where the earlier audit has no corresponding criterion.
    pub before: Option<Outcome>,
    /// The later outcome.
    pub after: Option<Outcome>,
    pub change: Change,
}

impl ChangedCriterion {
    /// Whether both audits used the criterion.
    #[must_use]
    pub fn met(&self) -> bool {
        self.before.is_some() && self.after.is_some()
    }
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
    /// Verdicts of the frameworks that both audits use: title, earlier verdict, later verdict.
    pub verdicts: Vec<(String, Option<Level>, Option<Level>)>,
    pub criteria: Vec<ChangedCriterion>,
    /// The earlier recommendations: id, title, and uptake according to the later audit.
    pub recommendations: Vec<(String, String, Option<Uptake>)>,
}
