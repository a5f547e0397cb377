//! The options of a comparison, and the reasons why there may be none.

use crate::model::BodyKind;

/// The order of the municipalities.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// As given.
    Given,
    Name,
    /// Largest first.
    Inhabitants,
    /// By province, then by name.
    Province,
}

/// The options of a comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Choices {
    /// The property to group by.
    pub by: Option<String>,
    /// The two groups to compare with each other.
    pub contrast: Option<(String, String)>,
    /// The key of the level that a municipality does or does not reach; `None` for the lowest that
    /// counts as met.
    pub level: Option<String>,
    /// The attribute by which municipalities are paired.
    pub pairs: Option<String>,
    pub sort: Sort,
    /// Whether a ranking is requested.
    pub rank: bool,
    pub seed: u64,
    /// Whether names are replaced by codes.
    pub anonymised: bool,
}

/// Why there is no comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Fewer than two audits.
    TooFew,
    /// Audits of two kinds of body: the location, name and kind of one of each.
    Kinds { first: (String, String, BodyKind), second: (String, String, BodyKind) },
    /// One municipality twice in one period: its name, and the location of each.
    Twice(String, String, String),
    /// Two audits give one code to different municipalities: the location and municipality of each.
    OneCode {
        code: String,
        first: (String, String),
        /// The second audit.
        second: (String, String),
    },
    /// No framework is used by two audits.
    NothingInCommon,
    /// A property that no municipality has.
    UnknownProperty {
        by: String,
        /// The existing properties.
        known: Vec<String>,
    },
    /// A group without municipalities.
    UnknownGroup {
        group: String,
        /// The existing groups.
        known: Vec<String>,
    },
    /// A level that no framework has on which municipalities are compared.
    UnknownLevel {
        level: String,
        /// The levels that there are.
        known: Vec<String>,
    },
    /// A municipality that is not in the comparison.
    UnknownMember {
        name: String,
        /// The names that there are.
        known: Vec<String>,
    },
    /// A property for which rows reconstructed from marginal totals have no information.
    NotInMargins(String),
    /// A value of the pairing attribute that does not identify one municipality in each group.
    NoPair {
        /// The pairing attribute.
        by: String,
        value: String,
    },
}
