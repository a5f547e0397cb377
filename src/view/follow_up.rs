//! The follow-up of the recommendations of an earlier audit.

use super::grounds::{Grounds, GroundsView};
use super::words;
use crate::model::{EarlierAdvice, FollowUp};
use serde::Serialize;

/// An earlier recommendation and its follow-up.
#[derive(Debug, Clone, Serialize)]
pub struct EarlierAdviceView {
    pub id: String,
    /// The recommendation in one line.
    pub title: String,
    /// Its follow-up status, in words.
    pub status: String,
    /// What the researchers found about it.
    pub text_md: String,
    /// What that rests on.
    pub grounds: GroundsView,
}

/// The follow-up of the recommendations of an earlier audit.
#[derive(Debug, Clone, Serialize)]
pub struct FollowUpView {
    /// The name of the earlier case.
    pub case: String,
    pub items: Vec<EarlierAdviceView>,
}

/// The view of the follow-up of an earlier audit.
pub fn follow_up(grounds: &Grounds<'_>, follow_up: &FollowUp) -> FollowUpView {
    let one = |r: &EarlierAdvice| EarlierAdviceView {
        id: r.id.clone(),
        title: r.title.clone(),
        status: r.status.map_or(words::TO_FILL_IN, words::uptake).to_owned(),
        text_md: r.text.as_str().to_owned(),
        grounds: grounds.of(&[], &r.findings),
    };
    let items = follow_up.recommendations.iter().map(one).collect();
    FollowUpView { case: follow_up.case.clone(), items }
}
