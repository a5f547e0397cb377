//! What became of recommendations: the council's decision on them, and how far they were carried
//! out, year by year.

use super::study::{Decided, Reader, Uptake};
use super::{Markdown, PartialDate};
use crate::diagnostics::Span;

/// The council's decision on a report (raadsbesluit).
#[derive(Debug, Clone, PartialEq)]
pub struct CouncilDecision {
    pub date: PartialDate,
    /// Its number, as the council gives it.
    pub reference: Option<String>,
    pub url: Option<String>,
    pub text: Markdown,
    /// The decisions on recommendations, in the order of the file; at most one on each.
    pub decided: Vec<DecisionOn>,
}

/// The council's decision on one recommendation.
#[derive(Debug, Clone, PartialEq)]
pub struct DecisionOn {
    /// Id of the recommendation.
    pub recommendation: String,
    pub decision: Decided,
    /// Why, or how the council changed it; may be empty.
    pub text: Markdown,
    /// Who is to carry it out; may be empty.
    pub owner: String,
    /// By when.
    pub due: Option<PartialDate>,
    /// Position of its id.
    pub place: Span,
}

/// How far a recommendation was carried out in a year, as one of the two parties reads it.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// Case name of the study.
    pub case: String,
    /// Id of the recommendation.
    pub recommendation: String,
    pub year: i32,
    pub reader: Reader,
    pub status: Uptake,
    /// What was done, in one line; may be empty.
    pub text: String,
    /// On what the reading rests, in one line; may be empty.
    pub evidence: String,
    /// The later case whose follow-up it comes from; `None` for a state of `register.yaml`.
    pub later_case: Option<String>,
    /// Where it was typed.
    pub place: Span,
}
