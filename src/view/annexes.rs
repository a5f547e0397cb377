//! Which annexes a nota has, and their letters.

use crate::markdown::anchor;
use crate::model::Case;
use serde::Serialize;

/// An annex: its heading and anchor.
#[derive(Debug, Clone, Serialize)]
pub struct AnnexView {
    /// The heading, with its letter.
    pub title: String,
    /// The anchor.
    pub anchor: String,
}

/// The annexes that a nota has, lettered in order.
#[derive(Debug, Clone, Serialize)]
pub struct AnnexesView {
    /// The norms with their judgements.
    pub norms: AnnexView,
    /// Findings of sub-questions.
    pub questions: Option<AnnexView>,
    /// The sources.
    pub sources: AnnexView,
    /// How scores are computed.
    pub method: AnnexView,
    /// Context indicators.
    pub context: Option<AnnexView>,
    /// Colophon and provenance.
    pub colofon: AnnexView,
}

/// The annexes of a case's nota.
pub fn annexes(case: &Case) -> AnnexesView {
    let mut letters = 'A'..='Z';
    let mut next = |name: &str| {
        let title = format!("Bijlage {} {name}", letters.next().unwrap_or('Z'));
        AnnexView { anchor: anchor(&title), title }
    };
    let told = case.study.sub_questions.iter().any(|q| !q.findings.is_empty());
    AnnexesView {
        norms: next("Oordeel per norm"),
        questions: told.then(|| next("Bevindingen bij de deelvragen")),
        sources: next("Bronnen"),
        method: next("Rekenwijze"),
        context: (!case.context.is_empty()).then(|| next("Cijfers ter context")),
        colofon: next("Colofon en herkomst"),
    }
}
