//! The annexes of a document, with their letters.

use crate::markdown::{Kind, anchor};
use crate::model::Case;
use serde::Serialize;

/// An annex: its heading and anchor.
#[derive(Debug, Clone, Serialize)]
pub struct AnnexView {
    /// The heading, with its letter.
    pub title: String,
    pub anchor: String,
}

/// The annexes that a document has, lettered in order.
#[derive(Debug, Clone, Serialize)]
pub struct AnnexesView {
    /// The norms with their judgements; in the nota van bevindingen they are chapters.
    pub norms: Option<AnnexView>,
    /// The findings of sub-questions; in the nota van bevindingen they are chapters.
    pub questions: Option<AnnexView>,
    /// The chain from sources to recommendations.
    pub trail: Option<AnnexView>,
    pub sources: AnnexView,
    /// How scores are computed.
    pub method: AnnexView,
    /// Warnings that the researchers accepted with a reason.
    pub weighed: Option<AnnexView>,
    /// Context indicators.
    pub context: Option<AnnexView>,
    /// Colophon and provenance.
    pub colofon: AnnexView,
}

/// The annexes of a document of this kind.
pub fn annexes(case: &Case, kind: Kind) -> AnnexesView {
    let mut letters = 'A'..='Z';
    let mut next = |name: &str| {
        let title = format!("Bijlage {} {name}", letters.next().unwrap_or('Z'));
        AnnexView { anchor: anchor(&title), title }
    };
    let findings_in_chapters = matches!(kind, Kind::Report | Kind::Hearing);
    let hearing = kind == Kind::Hearing;
    let worded = !case.conclusions.is_empty() || !case.recommendations.is_empty();
    let told = case.study.sub_questions.iter().any(|q| !q.findings.is_empty());
    AnnexesView {
        norms: (!findings_in_chapters).then(|| next("Oordeel per norm")),
        questions: (told && !findings_in_chapters).then(|| next("Bevindingen bij de deelvragen")),
        trail: (worded && !hearing).then(|| next("Van bron naar aanbeveling")),
        sources: next("Bronnen"),
        method: next("Rekenwijze"),
        weighed: (!case.accepted.is_empty() && !hearing)
            .then(|| next("Aandachtspunten die de onderzoekers hebben afgewogen")),
        context: (!case.context.is_empty()).then(|| next("Cijfers ter context")),
        colofon: next("Colofon en herkomst"),
    }
}
