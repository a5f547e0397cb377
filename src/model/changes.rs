//! The same municipality in two audits: what changed.

use super::{Level, Outcome, Period, Uptake};
use serde::Serialize;

/// What became of a criterion between two audits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// A higher level.
    Better,
    /// The same level.
    Same,
    /// A lower level.
    Worse,
    /// One of the two has no level, or the norm itself changed.
    NotComparable,
}

/// A criterion in two audits.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ChangedCriterion {
    /// The framework's title.
    pub framework: String,
    pub criterion: String,
    pub name: String,
    /// What it was; `None` where the earlier audit has no counterpart.
    pub before: Option<Outcome>,
    /// What it is.
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
    /// The earlier audit: its case and time.
    pub before: (String, Period),
    /// The later one.
    pub after: (String, Period),
    /// The verdicts of the frameworks that both audits use: title, what it was, what it is.
    pub verdicts: Vec<(String, Option<Level>, Option<Level>)>,
    pub criteria: Vec<ChangedCriterion>,
    /// The earlier recommendations: id, title, and what the later audit says of it.
    pub recommendations: Vec<(String, String, Option<Uptake>)>,
}
