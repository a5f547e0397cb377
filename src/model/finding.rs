//! What the researchers found, criterion by criterion.

use super::{Decimal, Level, Located, Markdown};
use crate::diagnostics::Span;
use std::collections::BTreeMap;

/// Whether a source supports a finding or speaks against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stance {
    /// The source supports the finding.
    Supports,
    /// The source says otherwise.
    Contradicts,
}

/// A reference from a finding to a source.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// The code of the source.
    pub source: String,
    /// Where in the source.
    pub locator: Option<String>,
    /// Which way it points.
    pub stance: Stance,
    /// For a finding that something is absent: what was searched and whom was asked.
    pub searched: Markdown,
    /// Where it names the source.
    pub place: Span,
}

/// The answer to a point of a checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Answer {
    /// The point is there.
    Yes,
    /// The point is not there.
    No,
    /// Not known.
    Unknown,
}

/// What a finding says about the level of its criterion.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    /// The researcher gave the level; for a quantity with the reason why there is no number.
    Level {
        level: Level,
        /// Why a level stands in the place of a number.
        reason: Option<Markdown>,
    },
    /// Answers to points of a checklist.
    Points(BTreeMap<String, Answer>),
    /// A number in the unit of the criterion.
    Value(Decimal),
    /// Nothing: the finding is told but does not count.
    None,
}

/// A finding with its four parts: criterion (the place where it stands), condition, cause and
/// effect (ISSAI 3000; GUID 3920).
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Its id, unique in the case.
    pub id: String,
    /// The observed condition.
    pub condition: Markdown,
    /// Why it is so.
    pub cause: Markdown,
    /// What comes of it.
    pub effect: Markdown,
    /// What it says about the level.
    pub reading: Reading,
    /// On what it rests; never empty.
    pub evidence: Vec<Evidence>,
    /// Where its id stands.
    pub place: Span,
}

/// What the study did with a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StudyStatus {
    /// Still to be filled in.
    ToDo,
    /// Studied; the level follows from the findings.
    Studied,
    /// Studied, but the evidence does not suffice.
    NotAssessable,
    /// The norm does not fit this municipality.
    NotApplicable,
    /// Outside the design of the study.
    NotStudied,
}

impl StudyStatus {
    /// All states, in the order in which the contract lists them.
    pub const ALL: [StudyStatus; 5] =
        [Self::ToDo, Self::Studied, Self::NotAssessable, Self::NotApplicable, Self::NotStudied];

    /// The word in a YAML file.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::ToDo => "nog-in-te-vullen",
            Self::Studied => "onderzocht",
            Self::NotAssessable => "niet-te-beoordelen",
            Self::NotApplicable => "niet-van-toepassing",
            Self::NotStudied => "niet-onderzocht",
        }
    }
}

/// How the researchers settled findings that contradict each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Resolution {
    /// The level that holds after weighing; the median where it is absent.
    pub level: Option<Level>,
    /// Why.
    pub reason: Markdown,
    /// Where it stands.
    pub place: Span,
}

/// A judgement by the researchers in the place of the derived one.
#[derive(Debug, Clone, PartialEq)]
pub struct Overrule {
    /// The level that they give.
    pub level: Level,
    /// Why; printed in the report.
    pub reason: Markdown,
    /// Where the researchers say so.
    pub place: Span,
}

/// All that a case says about one criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct CriterionRecord {
    /// The id of the criterion, and where the record stands.
    pub criterion: Located<String>,
    /// What the study did with it.
    pub status: StudyStatus,
    /// Why it was not judged.
    pub reason: Markdown,
    /// What was found.
    pub findings: Vec<Finding>,
    /// How a contradiction was settled.
    pub resolution: Option<Resolution>,
    /// A judgement that departs from the derived one.
    pub overrule: Option<Overrule>,
}

impl CriterionRecord {
    /// A criterion of which the case says nothing yet.
    #[must_use]
    pub fn to_do(criterion: String, span: Span) -> Self {
        Self {
            criterion: Located { value: criterion, span },
            status: StudyStatus::ToDo,
            reason: Markdown::default(),
            findings: Vec::new(),
            resolution: None,
            overrule: None,
        }
    }
}
