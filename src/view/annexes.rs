//! The annexes of the nota van bevindingen, with their letters.

use crate::markdown::anchor;
use crate::model::Case;
use serde::Serialize;

/// An annex: its heading and anchor.
#[derive(Debug, Clone, Serialize)]
pub struct AnnexView {
    /// The heading, with its letter.
    pub title: String,
    pub anchor: String,
}

/// The annexes of the nota van bevindingen, lettered in order.
#[derive(Debug, Clone, Serialize)]
pub struct AnnexesView {
    /// The criteria with their levels and bases.
    pub norms: AnnexView,
    pub sources: AnnexView,
    /// Context indicators.
    pub context: Option<AnnexView>,
}

/// The annexes of a case.
pub fn annexes(case: &Case) -> AnnexesView {
    let mut letters = 'A'..='Z';
    let mut next = |name: &str| {
        let title = format!("Bijlage {} {name}", letters.next().unwrap_or('Z'));
        AnnexView { anchor: anchor(&title), title }
    };
    AnnexesView {
        norms: next("Normenkader"),
        sources: next("Bronnen"),
        context: (!case.context.is_empty()).then(|| next("Cijfers ter context")),
    }
}
