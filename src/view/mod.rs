//! The data that templates see: the audit in plain structs, its numbers already formatted in Dutch.
//!
//! Fields that contain Markdown end in `_md`; all others are plain text, which the templates
//! escape.

mod agreement;
mod anchors;
mod annexes;
mod basis;
mod body;
mod case;
pub mod charts;
mod coding;
mod compare;
mod conclusions;
mod criteria;
mod drafts;
mod facts;
mod factsheet;
mod findings;
mod follow_up;
mod forms;
mod frameworks;
mod grounds;
mod internal;
pub mod judgement;
mod law;
mod matrix;
mod metadossier;
mod page;
mod peers;
mod plan;
mod proposal;
mod register;
mod remarks;
mod scaffold;
mod scales;
mod shares;
mod sources;
pub mod table;
mod trail;
mod unjudged;
pub mod words;

pub use annexes::{AnnexView, AnnexesView};
pub use body::{BodyView, KindView};
pub use case::{CaseView, GlanceView, ObservationView, QuestionView, case};
pub use charts::ChartView;
pub use coding::{CodedQuestionView, CodingView, PublishedView, coding, warning};
pub use compare::{
    ComparedFramework, ComparisonView, FigureView, GroupingView, JointView, OverTimeView, Wording,
    comparison, judgements, left_out, rows,
};
pub use conclusions::{AddresseeView, ConclusionView, PositionView, RecommendationView};
pub use criteria::CriterionView;
pub use drafts::{DraftContext, DraftView, all_drafts, drafts};
pub use factsheet::{FactsheetView, factsheet};
pub use findings::{EvidenceView, FindingView};
pub use follow_up::{EarlierAdviceView, FollowUpView};
pub use forms::{LetterView, RequestView};
pub use frameworks::FrameworkView;
pub use grounds::{ConclusionLink, GroundsView};
pub use internal::{INTERNAL, InternalView, internal};
pub use law::{BreachView, LawView};
pub use matrix::EvidenceMatrixView;
pub use metadossier::{MetadossierView, metadossier};
pub use page::{MOST_ON_PAGE, PageFramework, PageView, page};
pub use peers::PeersView;
pub use plan::{PlanView, PlannedNormView, PlannedNormsView};
pub use proposal::{PointView, ProposalView};
pub use register::{
    FinishedStudy, Grouping, NamedEntry, RegisterGroup, RegisterNote, RegisterView, register,
};
pub use remarks::{DifferenceView, HearingView, RemarkView, RespondentView};
pub use scaffold::{
    ScaffoldCriterion, ScaffoldFollowUp, ScaffoldFramework, ScaffoldParticipant, ScaffoldView,
    scaffold,
};
pub use shares::SharesView;
pub use sources::{IndicatorView, SourceGroupView, SourceView};
pub use trail::{TrailNormView, TrailRowView, TrailSourceView, WeighedView};
pub use unjudged::UnjudgedView;
