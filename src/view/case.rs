//! The view of a case for its documents: general data, questions, conclusions and recommendations,
//! and their grounds.

use super::agreement::{AgreementView, agreement_view};
use super::annexes;
use super::body::{self, BodyView};
use super::charts::ChartView;
use super::conclusions::{AddresseeView, ConclusionView, conclusions, recommendations};
use super::facts::{body_facts, source_counts};
use super::findings::{FindingView, finding};
use super::follow_up::{FollowUpView, follow_up};
use super::forms::{LetterView, RequestView, letters, letters_sent, request};
use super::frameworks::{self, FrameworkView};
use super::grounds::{Grounds, GroundsView};
use super::internal::InternalView;
use super::law::{LawView, law};
use super::matrix::{self, EvidenceMatrixView};
use super::plan::{self, PlanView};
use super::proposal::{ProposalView, proposal};
use super::remarks::{self, HearingView};
use super::scales::{ScaleView, scales};
use super::shares::{SharesView, shares};
use super::sources::{self, IndicatorView, SourceGroupView};
use super::table::TableView;
use super::trail::{self, TrailRowView, WeighedView};
use super::words;
use crate::dutch::{date, period};
use crate::markdown::Kind;
use crate::model::{
    BodyKind, Case, Measure, Observation, PartialDate, Period, Scorecard, Status, SubQuestion,
};
use crate::reasoning;
use chrono::Datelike;
use serde::Serialize;

/// A question and its answer.
#[derive(Debug, Clone, Serialize)]
pub struct QuestionView {
    pub id: String,
    pub question: String,
    pub answer_md: String,
    /// Why there is no answer.
    pub unanswered_md: String,
    pub findings: Vec<FindingView>,
}

/// A box of observations.
#[derive(Debug, Clone, Serialize)]
pub struct ObservationView {
    pub title: String,
    pub text_md: String,
    /// What it rests on.
    pub grounds: GroundsView,
}

/// How many of each kind the page at a glance shows, from the first on.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct GlanceView {
    pub conclusions: usize,
    pub recommendations: usize,
    pub frameworks: usize,
}

/// All data for the templates of a case's documents.
#[derive(Debug, Clone, Serialize)]
pub struct CaseView {
    /// The name of the case, which is that of its folder.
    pub case: String,
    /// The name of the audited body, of any kind.
    pub municipality: String,
    /// What the audited body is called.
    pub body: BodyView,
    #[serde(skip)]
    pub body_kind: BodyKind,
    /// Known facts about the audited body, of any kind, as rows of a table.
    pub municipality_facts: Vec<(String, String)>,
    pub title: String,
    pub subtitle: Option<String>,
    /// Who commissioned the study.
    pub commissioner: String,
    pub researchers: Option<String>,
    /// The date in words.
    pub date: String,
    /// The date as year, month and day.
    pub date_parts: (i32, u32, u32),
    /// The status as in the file format.
    pub status: String,
    /// Whether it reconstructs an audit of others from public texts.
    #[serde(skip)]
    pub rebuilt: bool,
    /// The status as shown to readers.
    pub status_text: String,
    /// A notice for readers, before all else.
    pub notice_md: String,
    /// When the study was conducted, as the end of a sentence; empty if unknown.
    pub conducted: String,
    /// The period that it judges; empty if unknown.
    pub judged_period: String,
    /// Whether that period was given separately from when the study was conducted.
    pub period_given: bool,
    pub background_md: String,
    pub method_md: String,
    pub central_question: String,
    pub answer_md: String,
    pub sub_questions: Vec<QuestionView>,
    /// The number of sources of each kind, in words; empty without sources.
    pub source_counts: String,
    /// The legal duties; `None` where none applies.
    pub law: Option<LawView>,
    pub frameworks: Vec<FrameworkView>,
    /// The scales of the frameworks.
    pub scales: Vec<ScaleView>,
    /// Whether a level of the frameworks is read from a checklist, and whether from a number.
    pub measures: MeasuresView,
    pub shares: SharesView,
    /// Criteria whose sample is too small to be certain of their level: code, name and sentence.
    pub uncertain: Vec<(String, String, String)>,
    pub conclusions: Vec<ConclusionView>,
    /// Whether the conclusions were drafted by the program.
    pub conclusions_drafted: bool,
    /// The recommendations by addressee.
    pub recommendations: Vec<AddresseeView>,
    /// Whether the recommendations were drafted by the program.
    pub recommendations_drafted: bool,
    /// The follow-up of the recommendations of an earlier audit.
    pub follow_up: Option<FollowUpView>,
    pub observations: Vec<ObservationView>,
    /// The date of the reaction, in words.
    pub response_date: Option<String>,
    pub response_md: String,
    pub afterword_md: String,
    /// Only for the plan of the study.
    pub plan: Option<PlanView>,
    /// Only for the letters with the reports of conversations.
    pub letters: Vec<LetterView>,
    /// Only for the request for a reaction.
    pub request: Option<RequestView>,
    /// Only for the proposal to the council.
    pub proposal: Option<ProposalView>,
    /// Number of times that findings use each kind of source.
    pub evidence: TableView,
    /// The sources by kind.
    pub sources: Vec<SourceGroupView>,
    /// Context indicators.
    pub context: Vec<IndicatorView>,
    /// Matrices of sources by criterion.
    pub matrix: Vec<EvidenceMatrixView>,
    /// The sources in one table.
    pub source_list: TableView,
    /// The chain from sources to recommendations: a row for each conclusion of a recommendation.
    pub trail: Vec<TrailRowView>,
    /// Criteria that fall short and that no conclusion is about: code, name and badge.
    pub unspoken: Vec<(String, String, String)>,
    /// Warnings about the reasoning that the researchers accepted with a reason.
    pub weighed: Vec<WeighedView>,
    /// What judges who judged apart made of the norms.
    pub agreement: Option<AgreementView>,
    /// How much of the page at a glance fits on it.
    pub glance: GlanceView,
    pub annexes: annexes::AnnexesView,
    pub colofon_md: String,
    /// Names and hashes of the input files.
    pub inputs: Vec<(String, String)>,
    /// Whether the document is for the hearing of officials, who check the facts.
    pub hearing: bool,
    /// Whether judgements are shown; only a text for the hearing may leave them out.
    pub judged: bool,
    /// What was sent to those who check the facts, and their remarks.
    pub heard: Option<HearingView>,
    /// The headings of the form for remarks.
    pub remarks_form: [String; 3],
    /// The people behind the codes; only in an internal document.
    pub internal: Option<InternalView>,
    pub version: String,
}

/// The view of a case for a document of this kind, with the conclusions and recommendations worded
/// by the researchers.
#[must_use]
pub fn case(case: &Case, scorecard: &Scorecard, kind: Kind) -> CaseView {
    let frameworks = frameworks::frameworks(case, scorecard);
    let study = &case.study;
    let grounds = Grounds { case, frameworks: &frameworks };
    let conclusions = conclusions(&grounds);
    let recommendations = recommendations(&grounds, &conclusions);
    let dated = dated(case, kind);
    let (state, state_text) = match kind {
        Kind::Plan => plan::status(case),
        _ => (study.status, words::status(study.status).to_owned()),
    };
    CaseView {
        case: case.name.clone(),
        municipality: case.body.name.clone(),
        body: body::body(&case.body),
        body_kind: case.body.kind,
        municipality_facts: body_facts(case),
        title: words::title(&study.title).to_owned(),
        subtitle: study.subtitle.clone(),
        commissioner: study.commissioner.clone(),
        researchers: study.researchers.clone(),
        date: date(dated),
        date_parts: parts(dated),
        status: state.key().to_owned(),
        rebuilt: study.status == Status::Reconstructie,
        status_text: state_text,
        notice_md: study.notice.as_str().to_owned(),
        conducted: study.conducted.map_or_else(String::new, during),
        judged_period: study.judged_period().map_or_else(String::new, period),
        period_given: study.period.is_some(),
        background_md: study.background.as_str().to_owned(),
        method_md: study.method.as_str().to_owned(),
        central_question: study.central_question.question.clone(),
        answer_md: study.central_question.answer.as_str().to_owned(),
        sub_questions: questions(case),
        source_counts: source_counts(case),
        conclusions_drafted: false,
        recommendations_drafted: false,
        follow_up: case.follow_up.as_ref().map(|f| follow_up(&grounds, f)),
        observations: observations(&grounds),
        response_date: case.response.as_ref().and_then(|r| r.date).map(date),
        response_md: case
            .response
            .as_ref()
            .map_or_else(String::new, |r| r.text.as_str().to_owned()),
        afterword_md: case.afterword.text.as_str().to_owned(),
        plan: (kind == Kind::Plan).then(|| plan::plan(case)),
        letters: if kind == Kind::Letters { letters(case) } else { Vec::new() },
        request: (kind == Kind::Reaction).then(|| request(case, &recommendations)),
        proposal: (kind == Kind::Proposal).then(|| proposal(case, &recommendations)),
        evidence: sources::evidence(case),
        sources: sources::sources(case),
        context: sources::context(case),
        trail: trail::trail(&grounds, scorecard, &conclusions, &recommendations),
        agreement: agreement_view(case, scorecard, &frameworks),
        weighed: trail::weighed(&grounds, &conclusions, &recommendations),
        // Drafts can still be added, and belong on it too.
        glance: GlanceView::default(),
        annexes: annexes::annexes(case),
        matrix: matrix::evidence_matrix(case, &frameworks),
        source_list: matrix::source_list(case),
        colofon_md: study.colofon.as_str().to_owned(),
        inputs: scorecard.inputs.iter().map(|(k, v)| (k.clone(), v.clone())).collect(),
        hearing: kind == Kind::Hearing,
        judged: true,
        heard: remarks::hearing(case, kind),
        remarks_form: remarks::form(&case.name),
        internal: None,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        conclusions,
        recommendations,
        scales: scales(
            case.frameworks.iter().map(|f| (f.scale, f.title.as_str(), f.rule.score().is_some())),
        ),
        measures: measures(case),
        unspoken: unspoken(case, scorecard, &frameworks),
        law: law(scorecard, &frameworks),
        shares: shares(case),
        uncertain: uncertain(&frameworks),
        frameworks,
    }
}

/// The date of a document: most have that of the report.
fn dated(case: &Case, kind: Kind) -> PartialDate {
    let own = match kind {
        Kind::Plan => return plan::dated(case),
        Kind::Hearing => case.hearing.as_ref().map(|h| h.heard.as_ref().map_or(h.sent, |t| t.sent)),
        Kind::Letters => letters_sent(case),
        Kind::Reaction => case.response.as_ref().and_then(|r| r.requested),
        Kind::Proposal => case.proposal.date,
        _ => None,
    };
    own.unwrap_or(case.study.date)
}

fn measures(case: &Case) -> MeasuresView {
    let any = |kind: fn(&Measure) -> bool| {
        case.frameworks.iter().flat_map(|f| &f.criteria).any(|c| kind(&c.measure))
    };
    MeasuresView {
        checklist: any(|m| matches!(m, Measure::Checklist { .. })),
        quantity: any(|m| matches!(m, Measure::Quantity(_))),
    }
}

/// The criteria whose sample is too small to be certain of their level.
fn uncertain(frameworks: &[FrameworkView]) -> Vec<(String, String, String)> {
    let criteria = frameworks.iter().flat_map(|f| &f.criteria).filter(|c| !c.uncertain.is_empty());
    criteria.map(|c| (c.id.clone(), c.name.clone(), c.uncertain.clone())).collect()
}

/// The criteria that fall short and that no conclusion is about.
fn unspoken(
    case: &Case,
    scorecard: &Scorecard,
    frameworks: &[FrameworkView],
) -> Vec<(String, String, String)> {
    let left = reasoning::unspoken(case, scorecard);
    let criteria = frameworks.iter().flat_map(|f| &f.criteria).filter(|c| left.contains(&c.id));
    criteria.map(|c| (c.id.clone(), c.name.clone(), c.badge.clone())).collect()
}

impl CaseView {
    /// All charts that the documents can show.
    #[must_use]
    pub fn charts(&self) -> Vec<&ChartView> {
        let criteria = self.frameworks.iter().flat_map(|f| &f.criteria);
        criteria.filter_map(|c| c.chart.as_ref()).collect()
    }
}

/// Which ways to a level, besides reading it off, the frameworks have.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct MeasuresView {
    pub checklist: bool,
    pub quantity: bool,
}

/// A period as the end of a sentence: in one month, or from one to another.
pub(super) fn during(stretch: Period) -> String {
    let (from, to) = (stretch.from, stretch.to);
    if from == to {
        return format!("in {}", date(to));
    }
    // If only the year of the start is known and the period ends in that year, the start adds
    // nothing.
    if matches!(from, PartialDate::Year(_)) && from.first().year() == to.first().year() {
        return format!("tot en met {}", date(to));
    }
    format!("van {}", period(stretch))
}

/// The date as year, month and day, for document metadata.
pub(super) fn parts(date: PartialDate) -> (i32, u32, u32) {
    let first = date.first();
    (first.year(), first.month(), first.day())
}

fn questions(case: &Case) -> Vec<QuestionView> {
    let one = |q: &SubQuestion| QuestionView {
        id: q.id.clone(),
        question: q.question.clone(),
        answer_md: q.answer.as_str().to_owned(),
        unanswered_md: q.unanswered.as_str().to_owned(),
        findings: q.findings.iter().map(|f| finding(case, None, f)).collect(),
    };
    case.study.sub_questions.iter().map(one).collect()
}

fn observations(grounds: &Grounds<'_>) -> Vec<ObservationView> {
    let one = |o: &Observation| ObservationView {
        title: o.title.clone(),
        text_md: o.text.as_str().to_owned(),
        grounds: grounds.of(&[], &o.findings),
    };
    grounds.case.observations.iter().map(one).collect()
}
