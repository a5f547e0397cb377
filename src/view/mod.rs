//! What templates see: the audit in plain structs, its numbers already in Dutch.
//!
//! Fields that hold Markdown end in `_md`; all others are plain text, which the templates'
//! escaping makes harmless.

mod annex;
mod drafts;
pub mod judgement;
mod nota;
pub mod numbers;
mod scaffold;
pub mod words;

pub use annex::{
    CriterionView, EvidenceView, FindingView, FrameworkView, IndicatorView, SourceGroupView,
    SourceView,
};
pub use drafts::{DraftContext, DraftView, all_drafts, drafts};
pub use nota::{
    AddresseeView, AnnexView, AnnexesView, ConclusionView, GroundView, NotaView, ObservationView,
    QuestionView, RecommendationView, nota,
};
pub use scaffold::{ScaffoldCriterion, ScaffoldFramework, ScaffoldView, scaffold};
