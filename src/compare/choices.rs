//! What a comparison is asked for, and why there may be none.

use crate::model::Level;

/// In which order municipalities stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// As they were given.
    Given,
    /// By name.
    Name,
    /// The largest first.
    Inhabitants,
    /// By province, then by name.
    Province,
}

/// What was asked of a comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Choices {
    /// The property to group by.
    pub by: Option<String>,
    /// The two groups to hold against each other.
    pub contrast: Option<(String, String)>,
    /// The level that is reached or not.
    pub level: Level,
    /// The attribute that pairs municipalities.
    pub pairs: Option<String>,
    /// The order.
    pub sort: Sort,
    /// Whether a ranking is asked for.
    pub rank: bool,
    /// The seed of the draws.
    pub seed: u64,
    /// Whether names were replaced by codes.
    pub anonymised: bool,
}

/// Why there is no comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Fewer than two audits.
    TooFew,
    /// One municipality twice in one period: its name, and where the two stand.
    Twice(String, String, String),
    /// One code for what two audits call otherwise: where each stands, and its municipality.
    OneCode {
        code: String,
        first: (String, String),
        /// The other.
        second: (String, String),
    },
    /// No framework is used by two audits.
    NothingInCommon,
    /// A property that no municipality has.
    UnknownProperty {
        /// The property.
        by: String,
        /// The properties that there are.
        known: Vec<String>,
    },
    /// A group without municipalities.
    UnknownGroup {
        group: String,
        /// The groups that there are.
        known: Vec<String>,
    },
    /// A property by which rows that were rebuilt from margins say nothing.
    NotInMargins(String),
    /// A value of the pairing attribute that does not name one municipality in each group.
    NoPair {
        /// The attribute.
        by: String,
        value: String,
    },
}
