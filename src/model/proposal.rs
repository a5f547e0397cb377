//! The proposal to the council (raadsvoorstel) with which a report is put on its agenda.

use super::PartialDate;

/// What researchers or the clerk typed of a proposal; what is `None` is a blank line in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proposal {
    pub date: Option<PartialDate>,
    /// The meeting of the council.
    pub meeting: Option<PartialDate>,
    pub number: Option<String>,
    pub committee: Option<String>,
    pub registration: Option<String>,
    pub author: Option<String>,
    /// The member of the executive who answers for the subject.
    pub portfolio: Option<String>,
    /// An explanation, before the points.
    pub text: super::Markdown,
    /// By when the executive is asked for a plan of action; `None` where it is not asked.
    pub action_plan: Option<PartialDate>,
    /// The points as somebody worded them; empty where they follow the recommendations.
    pub points: Vec<Point>,
}

/// A point to decide on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    pub text: String,
    /// Ids of the recommendations that it carries out.
    pub recommendations: Vec<String>,
}
