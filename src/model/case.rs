//! One audit of one municipality.

use super::peers::PeerSet;
use super::study::{Addressee, Sampling, Status, Uptake};
use super::{
    Accepted, CriterionRecord, Decimal, Finding, Framework, Located, Markdown, OwnText,
    PartialDate, Period, Picture, Protected, Source,
};
use crate::diagnostics::Span;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The provinces of the Netherlands.
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

/// The municipality that was audited.
#[derive(Debug, Clone, PartialEq)]
pub struct Municipality {
    pub name: String,
    /// Its code at Statistics Netherlands, `GM` and four digits.
    pub cbs_code: Option<String>,
    pub province: Option<String>,
    /// Its inhabitants, with the reference date.
    pub inhabitants: Option<(u32, Option<PartialDate>)>,
    /// The source of that number.
    pub inhabitants_source: Option<String>,
    /// Attributes of the researcher's own, for grouping.
    pub attributes: BTreeMap<String, String>,
}

/// A question and what the study answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    pub question: String,
    /// The answer; empty while the study runs.
    pub answer: Markdown,
}

/// A sub-question, answered or not.
#[derive(Debug, Clone, PartialEq)]
pub struct SubQuestion {
    pub id: String,
    pub question: String,
    pub answer: Markdown,
    /// Why there is no answer.
    pub unanswered: Markdown,
    /// Findings that belong to the question and to no criterion.
    pub findings: Vec<Finding>,
    /// Where its id stands.
    pub place: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Study {
    pub title: String,
    pub subtitle: Option<String>,
    /// Who had it done.
    pub commissioner: String,
    /// Who did it.
    pub researchers: Option<String>,
    /// When it was done; `None` where that is not known, or not filled in yet.
    pub conducted: Option<Period>,
    /// Over which time it judges.
    pub period: Option<Period>,
    /// Where the end of the time was typed over which it judges.
    pub period_end: Span,
    /// The date of the report.
    pub date: PartialDate,
    /// Where it stands.
    pub status: Status,
    /// Where that was typed.
    pub status_place: Span,
    /// What a reader must know before anything else.
    pub notice: Markdown,
    /// How the municipality came to stand in a comparison.
    pub sampling: Option<Sampling>,
    pub background: Markdown,
    pub method: Markdown,
    /// The central question and its answer.
    pub central_question: Question,
    /// The sub-questions.
    pub sub_questions: Vec<SubQuestion>,
    /// Colophon.
    pub colofon: Markdown,
}

impl Study {
    /// The time over which criteria are judged: the studied period, else the time of the study.
    /// `None` where the case tells neither.
    #[must_use]
    pub fn judged_period(&self) -> Option<Period> {
        self.period.or(self.conducted)
    }

    /// Until when criteria are judged: the end of that time, else the date of the report.
    #[must_use]
    pub fn judged_until(&self) -> PartialDate {
        self.judged_period().map_or(self.date, |period| period.to)
    }
}

/// A conclusion as the researchers worded it.
#[derive(Debug, Clone, PartialEq)]
pub struct Conclusion {
    pub id: String,
    /// The conclusion in one line.
    pub title: String,
    /// The conclusion in full.
    pub text: Markdown,
    /// Criteria that carry it.
    pub criteria: Vec<String>,
    /// Findings that carry it.
    pub findings: Vec<String>,
    /// Title and text as they were typed, each with its place.
    pub typed: Vec<OwnText>,
    /// Where its id stands.
    pub place: Span,
}

/// A recommendation as the researchers worded it.
#[derive(Debug, Clone, PartialEq)]
pub struct Recommendation {
    pub id: String,
    /// For whom it is.
    pub addressee: Addressee,
    /// The recommendation in one line.
    pub title: String,
    /// The recommendation in full.
    pub text: Markdown,
    /// Conclusions on which it rests; any number.
    pub conclusions: Vec<String>,
    /// Findings on which it rests; any number.
    pub findings: Vec<String>,
    /// Where its id stands.
    pub place: Span,
}

/// What the researchers saw beside their questions.
#[derive(Debug, Clone, PartialEq)]
pub struct Observation {
    pub id: String,
    pub title: String,
    pub text: Markdown,
    /// Findings that it rests on.
    pub findings: Vec<String>,
    /// Where its id stands.
    pub place: Span,
}

/// A figure to hold another against, such as a national average.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    /// What it is.
    pub name: String,
    pub value: Decimal,
    pub source: String,
}

/// A figure that is shown and not scored.
#[derive(Debug, Clone, PartialEq)]
pub struct ContextIndicator {
    pub id: String,
    /// What it measures.
    pub name: String,
    /// The municipality's value.
    pub value: Decimal,
    pub unit: String,
    /// Reference date of the value.
    pub date: Option<PartialDate>,
    pub source: String,
    /// What it is held against.
    pub reference: Reference,
    /// What a reader should know.
    pub note: Markdown,
}

/// What became of a recommendation of an earlier audit.
#[derive(Debug, Clone, PartialEq)]
pub struct EarlierAdvice {
    /// Its id in the earlier audit.
    pub id: String,
    /// The recommendation in one line.
    pub title: String,
    /// What became of it.
    pub status: Uptake,
    /// What the researchers saw of it.
    pub text: Markdown,
    /// Findings that carry this.
    pub findings: Vec<String>,
}

/// How the recommendations of an earlier audit were followed up (doorwerking).
#[derive(Debug, Clone, PartialEq)]
pub struct FollowUp {
    /// The earlier audit, by the name of its case.
    pub case: String,
    pub recommendations: Vec<EarlierAdvice>,
}

/// The formal reaction of the college.
#[derive(Debug, Clone, PartialEq)]
pub struct Response {
    /// When it was given.
    pub date: Option<PartialDate>,
    pub text: Markdown,
}

/// The rekenkamer's reply to the reaction.
pub type Afterword = Markdown;

/// One audit of one municipality, complete and valid.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// The name of its folder.
    pub name: String,
    pub municipality: Municipality,
    pub study: Study,
    /// The frameworks that it uses, in its own order.
    pub frameworks: Vec<Arc<Framework>>,
    /// Their ids where the case names them.
    pub chosen: Vec<Located<String>>,
    /// What was done and found per criterion, for every criterion of every framework.
    pub records: BTreeMap<String, CriterionRecord>,
    /// The sources, in the order of the file.
    pub sources: Vec<Source>,
    /// The conclusions; empty where the researchers worded none.
    pub conclusions: Vec<Conclusion>,
    /// The recommendations; empty where the researchers worded none.
    pub recommendations: Vec<Recommendation>,
    pub observations: Vec<Observation>,
    /// What became of the recommendations of an earlier audit.
    pub follow_up: Option<FollowUp>,
    /// Figures of comparable municipalities.
    pub peers: Vec<PeerSet>,
    /// Context indicators.
    pub context: Vec<ContextIndicator>,
    /// The formal reaction.
    pub response: Option<Response>,
    pub afterword: Afterword,
    /// Warnings about its reasoning that the researchers let stand.
    pub accepted: Vec<Accepted>,
    /// Images of pixels that the researchers looked at.
    pub pictures: Vec<Picture>,
    /// Who must not be named.
    pub protected: Protected,
    /// SHA-256 of each file of the case, by its path in the folder, without the confidential one.
    pub hashes: BTreeMap<String, String>,
}

impl Case {
    /// The source with this code.
    #[must_use]
    pub fn source(&self, code: &str) -> Option<&Source> {
        self.sources.iter().find(|s| s.code == code)
    }

    /// All findings with their ids, those of criteria first.
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
