//! One audit of one body, mostly a municipality.

use super::decision::CouncilDecision;
use super::finding::Overrule;
use super::peers::PeerSet;
use super::study::{Addressee, Position, Sampling, Status, Uptake};
use super::{
    Accepted, Body, CriterionRecord, Decimal, Finding, Framework, Hearing, Located, Markdown,
    OwnText, PartialDate, Period, Picture, Plan, Proposal, Protected, PublicationFacts, Source,
};
use crate::diagnostics::Span;
use std::collections::BTreeMap;
use std::sync::Arc;

pub const PROVINCES: [&str; 12] = [
    "Drenthe",
    "Flevoland",
    "Fryslân",
    "Gelderland",
    "Groningen",
    "Limburg",
    "Noord-Brabant",
    "Noord-Holland",
    "Overijssel",
    "Utrecht",
    "Zeeland",
    "Zuid-Holland",
];

/// A question with the answer of the study.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    pub question: String,
    /// Empty while the study runs.
    pub answer: Markdown,
}

/// A sub-question.
#[derive(Debug, Clone, PartialEq)]
pub struct SubQuestion {
    pub id: String,
    pub question: String,
    pub answer: Markdown,
    /// Why the question is not answered.
    pub unanswered: Markdown,
    /// Findings that belong to the question and to no criterion.
    pub findings: Vec<Finding>,
    /// Position of its id.
    pub place: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Study {
    pub title: String,
    pub subtitle: Option<String>,
    /// The body that commissioned the audit.
    pub commissioner: String,
    /// The people who carried it out.
    pub researchers: Option<String>,
    /// When the audit took place; `None` where that is unknown or not filled in yet.
    pub conducted: Option<Period>,
    /// The period that the audit judges.
    pub period: Option<Period>,
    /// Position of the end of `period` in the file.
    pub period_end: Span,
    /// Date of the report.
    pub date: PartialDate,
    /// Position of the date in the file.
    pub date_place: Span,
    pub status: Status,
    /// Position of the status in the file.
    pub status_place: Span,
    /// A notice for the reader, printed first.
    pub notice: Markdown,
    /// How the body was selected for a comparison.
    pub sampling: Option<Sampling>,
    pub background: Markdown,
    pub method: Markdown,
    pub central_question: Question,
    pub sub_questions: Vec<SubQuestion>,
    pub colofon: Markdown,
}

impl Study {
    /// The period over which criteria are judged: the studied period, else the period of the study.
    /// `None` where the case gives neither.
    #[must_use]
    pub fn judged_period(&self) -> Option<Period> {
        self.period.or(self.conducted)
    }

    /// The end of the judged period, else the date of the report.
    #[must_use]
    pub fn judged_until(&self) -> PartialDate {
        self.judged_period().map_or(self.date, |period| period.to)
    }
}

/// A conclusion as the researchers worded it.
#[derive(Debug, Clone, PartialEq)]
pub struct Conclusion {
    pub id: String,
    /// In one line.
    pub title: String,
    /// In full.
    pub text: Markdown,
    /// Criteria that support it.
    pub criteria: Vec<String>,
    /// Findings that support it.
    pub findings: Vec<String>,
    /// Title and text as typed, each with its position.
    pub typed: Vec<OwnText>,
    /// Position of its id.
    pub place: Span,
}

/// A recommendation as the researchers worded it.
#[derive(Debug, Clone, PartialEq)]
pub struct Recommendation {
    pub id: String,
    pub addressee: Addressee,
    /// In one line.
    pub title: String,
    /// In full.
    pub text: Markdown,
    /// Conclusions on which it rests; may be empty.
    pub conclusions: Vec<String>,
    /// Findings on which it rests; may be empty.
    pub findings: Vec<String>,
    /// When it should be carried out at the latest.
    pub deadline: Option<PartialDate>,
    /// Who should carry it out, in free words.
    pub owner: Option<String>,
    /// Position of its id.
    pub place: Span,
}

/// What the researchers observed outside their questions.
#[derive(Debug, Clone, PartialEq)]
pub struct Observation {
    pub id: String,
    pub title: String,
    pub text: Markdown,
    /// Findings on which it rests.
    pub findings: Vec<String>,
    /// Position of its id.
    pub place: Span,
}

/// A figure for comparison, such as a national average.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    pub name: String,
    pub value: Decimal,
    pub source: String,
}

/// A figure that is shown but not scored.
#[derive(Debug, Clone, PartialEq)]
pub struct ContextIndicator {
    pub id: String,
    /// What it measures.
    pub name: String,
    /// The value of the audited body.
    pub value: Decimal,
    pub unit: String,
    /// Reference date of the value.
    pub date: Option<PartialDate>,
    pub source: String,
    /// The figure with which the value is compared.
    pub reference: Reference,
    /// A note for the reader.
    pub note: Markdown,
}

/// The uptake of a recommendation of an earlier audit.
#[derive(Debug, Clone, PartialEq)]
pub struct EarlierAdvice {
    /// Id in the earlier audit.
    pub id: String,
    /// In one line.
    pub title: String,
    /// `None` while it is still to be filled in.
    pub status: Option<Uptake>,
    /// What the researchers observed about it.
    pub text: Markdown,
    /// Findings that support this status.
    pub findings: Vec<String>,
    /// Position of its id.
    pub place: Span,
}

/// The follow-up of the recommendations of an earlier audit (doorwerking).
#[derive(Debug, Clone, PartialEq)]
pub struct FollowUp {
    /// Case name of the earlier audit.
    pub case: String,
    pub recommendations: Vec<EarlierAdvice>,
}

/// The formal response of the body's executive.
#[derive(Debug, Clone, PartialEq)]
pub struct Response {
    /// When the executive was asked for it.
    pub requested: Option<PartialDate>,
    /// The day by which it was asked.
    pub due: Option<PartialDate>,
    pub date: Option<PartialDate>,
    pub text: Markdown,
    /// The responses to recommendations, in the order of the file; at most one to each.
    pub positions: Vec<PositionOn>,
}

/// The response of the body's executive to one recommendation.
#[derive(Debug, Clone, PartialEq)]
pub struct PositionOn {
    /// Id of the recommendation.
    pub recommendation: String,
    pub position: Position,
    /// Why; may be empty.
    pub text: Markdown,
    /// What the executive promises to do; may be empty.
    pub commitment: String,
    /// By when.
    pub due: Option<PartialDate>,
    /// Position of its id.
    pub place: Span,
}

/// The rekenkamer's reply to the response.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Afterword {
    pub text: Markdown,
    /// The replies on single recommendations, by their id; at most one to each.
    pub recommendations: Vec<(String, Markdown)>,
}

/// How a case uses a framework.
#[derive(Debug, Clone, PartialEq)]
pub struct Chosen {
    /// Id of the framework.
    pub framework: Located<String>,
    /// Why only some of its criteria were chosen; empty where all are.
    pub reason: Markdown,
    /// The verdict of the researchers, for a framework that leaves it to them.
    pub verdict: Option<Overrule>,
}

/// An audit of one body, complete and valid.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// Name of its folder.
    pub name: String,
    pub body: Body,
    pub study: Study,
    /// The frameworks used, in the order of the case.
    pub frameworks: Vec<Arc<Framework>>,
    /// How the case uses each of them.
    pub chosen: Vec<Chosen>,
    /// The study and findings per criterion, for every criterion of every framework.
    pub records: BTreeMap<String, CriterionRecord>,
    /// In the order of the file.
    pub sources: Vec<Source>,
    /// Empty where the researchers wrote none.
    pub conclusions: Vec<Conclusion>,
    /// Empty where the researchers wrote none.
    pub recommendations: Vec<Recommendation>,
    pub observations: Vec<Observation>,
    /// The uptake of the recommendations of an earlier audit.
    pub follow_up: Option<FollowUp>,
    /// Figures of comparable bodies.
    pub peers: Vec<PeerSet>,
    pub context: Vec<ContextIndicator>,
    pub response: Option<Response>,
    /// The council's decision on the report.
    pub decision: Option<CouncilDecision>,
    pub afterword: Afterword,
    /// The hearing of officials.
    pub hearing: Option<Hearing>,
    pub plan: Option<Plan>,
    pub proposal: Proposal,
    /// The folder with the files of the sources, relative to that of the case.
    pub dossier: Option<Located<String>>,
    pub publication: PublicationFacts,
    /// Warnings about the reasoning that the researchers accept.
    pub accepted: Vec<Accepted>,
    /// Bitmap images that the researchers checked.
    pub pictures: Vec<Picture>,
    /// The people and texts that must not be named.
    pub protected: Protected,
    /// SHA-256 of each file of the case except the confidential one, by path in the folder.
    pub hashes: BTreeMap<String, String>,
}

impl Case {
    /// How the case uses a framework.
    #[must_use]
    pub fn chosen(&self, framework: &str) -> Option<&Chosen> {
        self.chosen.iter().find(|chosen| chosen.framework.value == framework)
    }

    #[must_use]
    pub fn source(&self, code: &str) -> Option<&Source> {
        self.sources.iter().find(|s| s.code == code)
    }

    /// All findings; those of criteria come first.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        let of_criteria = self
            .frameworks
            .iter()
            .flat_map(|f| &f.criteria)
            .filter_map(|c| self.records.get(&c.id))
            .flat_map(|r| &r.findings);
        of_criteria.chain(self.study.sub_questions.iter().flat_map(|q| &q.findings))
    }
}
