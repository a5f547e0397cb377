//! The findings of the researchers, per criterion.

use super::{Amount, Level, Located, Markdown, Strength};
use crate::diagnostics::Span;
use std::collections::BTreeMap;

/// Whether a source supports or contradicts a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stance {
    Supports,
    Contradicts,
}

/// A reference from a finding to a source.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// Code of the source.
    pub source: String,
    /// The place within the source.
    pub locator: Option<String>,
    pub stance: Stance,
    /// For a finding that something is absent: what was searched and who was asked.
    pub searched: Markdown,
    /// What the source says, word for word.
    pub quote: Option<String>,
    /// Position of the reference to the source.
    pub place: Span,
}

/// The answer to a point of a checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Answer {
    /// The point is present.
    Yes,
    /// The point is absent.
    No,
    Unknown,
    /// The point does not apply: of a legal duty alone, whose other points then decide.
    NotApplicable,
}

/// What a finding says about the level of its criterion.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    /// The researcher gave the level; for a quantity, with the reason why there is no number.
    Level {
        level: Level,
        /// Why a level is given instead of a number.
        reason: Option<Markdown>,
    },
    /// Answers to points of a checklist, by point id.
    Points(BTreeMap<String, Answer>),
    /// A number in the unit of the criterion.
    Value(Amount),
    /// The finding is reported but does not count.
    None,
}

/// A finding with its four parts: criterion (given by its record), condition, cause and effect
/// (ISSAI 3000; GUID 3920).
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Id, unique in the case.
    pub id: String,
    /// The observed condition.
    pub condition: Markdown,
    /// The cause of the condition.
    pub cause: Markdown,
    /// The consequence of the condition.
    pub effect: Markdown,
    /// What it says about the level.
    pub reading: Reading,
    /// The supporting and contradicting sources; never empty.
    pub evidence: Vec<Evidence>,
    /// Position of its id.
    pub place: Span,
}

/// The status of a criterion in the study.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StudyStatus {
    /// Not filled in yet.
    ToDo,
    /// Studied; the level follows from the findings.
    Studied,
    /// Studied, but the evidence is insufficient.
    NotAssessable,
    /// The norm does not apply to this municipality.
    NotApplicable,
    /// Outside the design of the study.
    NotStudied,
}

impl StudyStatus {
    /// All statuses, in the order in which the contract lists them.
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

/// How the researchers resolved findings that contradict each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Resolution {
    /// The level after weighing; absent where the median applies.
    pub level: Option<Level>,
    pub reason: Markdown,
    /// Position in the file.
    pub place: Span,
}

/// A judgement by the researchers that replaces the derived one.
#[derive(Debug, Clone, PartialEq)]
pub struct Overrule {
    pub level: Level,
    /// Printed in the report.
    pub reason: Markdown,
    /// Position in the file.
    pub place: Span,
}

/// Everything that a case says about one criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct CriterionRecord {
    /// Id of the criterion, with the position of the record.
    pub criterion: Located<String>,
    /// The status of the criterion in the study.
    pub status: StudyStatus,
    /// Why it was not judged.
    pub reason: Markdown,
    pub findings: Vec<Finding>,
    /// How a contradiction was resolved.
    pub resolution: Option<Resolution>,
    /// A judgement that replaces the derived one.
    pub overrule: Option<Overrule>,
    /// The strength of the evidence as the researchers weigh it, and why.
    pub strength: Option<(Strength, Markdown)>,
    /// The levels that judges gave apart from each other, by role.
    pub judges: Vec<(String, Level)>,
    /// What was decided where judges differed, and why.
    pub decided: Markdown,
}

impl CriterionRecord {
    /// The record of a criterion for which the case gives nothing yet.
    #[must_use]
    pub fn to_do(criterion: String, span: Span) -> Self {
        Self {
            criterion: Located { value: criterion, span },
            status: StudyStatus::ToDo,
            reason: Markdown::default(),
            findings: Vec::new(),
            resolution: None,
            overrule: None,
            strength: None,
            judges: Vec::new(),
            decided: Markdown::default(),
        }
    }
}
