//! The outcome of an audit in numbers: what the scorecard holds, never how it came about.

use super::numbers::as_fraction_some;
use super::{
    Advice, ContextFigure, Decimal, Exact, FollowedUp, Level, Measured, Outcome, StudyFacts,
    Subject, Thresholds,
};
use serde::Serialize;

/// How firmly a finding or judgement stands, by its supporting and independent sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Strength {
    /// One source, or testimony only.
    Narrow,
    /// Two sources of one kind, not testimony.
    Moderate,
    /// Sources of two kinds, one of them not testimony.
    Strong,
}

impl Strength {
    /// The weight of a finding in the median.
    #[must_use]
    pub fn weight(self) -> u32 {
        match self {
            Self::Strong => 3,
            Self::Moderate => 2,
            Self::Narrow => 1,
        }
    }
}

/// Findings two levels or more apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Conflict {
    /// The lowest level that a finding gives.
    pub lowest: Level,
    pub highest: Level,
    /// Whether the researchers settled it, with a reason.
    pub resolved: bool,
}

/// A quantity held against the median of comparable municipalities.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PeerReading {
    /// How many municipalities, the own one left out.
    pub count: usize,
    /// Their median, in the compared unit.
    pub median: Exact,
    /// The own figure as a percentage of that median.
    pub percentage: Exact,
}

/// How a level came about, before any overruling.
#[derive(Debug, Clone, PartialEq)]
pub enum Derivation {
    /// From levels of findings: the weighted median.
    Median {
        /// Finding, its level, its strength.
        votes: Vec<(String, Level, Strength)>,
    },
    /// From the points of a checklist.
    Checklist {
        /// Points that are there.
        yes: Vec<String>,
        /// Points that are not there.
        no: Vec<String>,
        /// Points of which it is unknown.
        unknown: Vec<String>,
        /// Points on which findings differ; the stronger side counts, a tie is a no.
        contested: Vec<String>,
        /// The lowest and highest level that the unknown points leave open.
        range: (Level, Level),
    },
    /// From a number.
    Quantity {
        /// The findings with their numbers, where they give one, and levels.
        votes: Vec<(String, Option<Decimal>, Level, Strength)>,
        /// The deciding number, recomputed to inhabitants where the criterion asks so; absent where
        /// a level that researchers gave decides.
        value: Option<Exact>,
        /// The same as the researchers gave it.
        given: Option<Decimal>,
        /// The comparison with peers, where the thresholds are relative.
        peers: Option<PeerReading>,
    },
    /// The criterion was not judged; the reason stands in the case.
    None,
}

/// The outcome of one criterion.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Judgement {
    pub criterion: String,
    pub weight: u32,
    /// Whether it is a legal duty.
    pub legal_duty: bool,
    /// What it came out as.
    pub outcome: Outcome,
    /// The level that follows from the findings, before overruling.
    pub derived: Option<Level>,
    /// How that came about. It names findings, so it stays in the house.
    #[serde(skip)]
    pub derivation: Derivation,
    /// How firmly it stands; `None` where nothing supports a level.
    pub strength: Option<Strength>,
    /// Contradiction between findings.
    pub conflict: Option<Conflict>,
    /// Whether the researchers departed from the derived level, with a reason.
    pub overruled: bool,
}

/// How many criteria came out as what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Counts {
    /// All criteria.
    pub total: usize,
    pub voldoet: usize,
    /// Voldoet grotendeels.
    pub grotendeels: usize,
    /// Voldoet deels.
    pub deels: usize,
    /// Voldoet niet.
    pub niet: usize,
    /// Niet te beoordelen.
    pub not_assessable: usize,
    /// Niet onderzocht.
    pub not_studied: usize,
    /// Nog in te vullen.
    pub to_do: usize,
    /// Niet van toepassing.
    pub not_applicable: usize,
    /// Geldt nog niet.
    pub not_yet_in_force: usize,
}

impl Counts {
    /// Criteria on the scale.
    #[must_use]
    pub fn judged(&self) -> usize {
        self.voldoet + self.grotendeels + self.deels + self.niet
    }

    /// Criteria that could be judged.
    #[must_use]
    pub fn applicable(&self) -> usize {
        self.total - self.not_applicable - self.not_yet_in_force
    }
}

/// Why a framework has no verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum NoVerdict {
    /// No criterion applies.
    NothingApplies,
    /// Too little of the applicable weight was judged.
    Coverage,
    /// Findings contradict each other and nobody settled it.
    Conflict(Vec<String>),
    /// It is unknown whether a legal duty is met.
    DutyUnknown(Vec<String>),
}

/// The verdict on a framework, or why there is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Verdict {
    /// A level.
    Given {
        /// The verdict.
        level: Level,
        /// What the score alone would give.
        by_score: Level,
        /// Legal duties that keep the verdict down.
        bounded_by: Vec<String>,
    },
    /// No verdict, and why not.
    None(Vec<NoVerdict>),
}

impl Verdict {
    /// The level, where there is a verdict.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        match self {
            Verdict::Given { level, .. } => Some(*level),
            Verdict::None(_) => None,
        }
    }
}

/// When a framework gives a verdict, and which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Rules {
    /// The share of the applicable weight that must be judged, in percent.
    pub minimum_coverage: Decimal,
    /// The scores at which verdicts begin, in percent.
    pub thresholds: Thresholds,
}

/// The outcome of one framework.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct FrameworkScore {
    pub framework: String,
    pub version: String,
    /// Its rules for a verdict.
    pub rules: Rules,
    /// Weight times thirds, summed over judged criteria.
    pub points: i128,
    /// The weight of judged criteria.
    pub judged_weight: i128,
    /// The weight of applicable criteria.
    pub applicable_weight: i128,
    /// The score, 0 to 1, over judged criteria; absent where none was judged.
    #[serde(serialize_with = "as_fraction_some")]
    pub score: Option<Exact>,
    /// Judged weight over applicable weight; absent where nothing applies.
    #[serde(serialize_with = "as_fraction_some")]
    pub coverage: Option<Exact>,
    /// The score if all that is unknown were zero.
    #[serde(serialize_with = "as_fraction_some")]
    pub lower: Option<Exact>,
    /// The score if all that is unknown were one.
    #[serde(serialize_with = "as_fraction_some")]
    pub upper: Option<Exact>,
    /// What the verdict would be at the two bounds, where there is a verdict.
    pub range: Option<(Level, Level)>,
    pub verdict: Verdict,
    pub counts: Counts,
    /// The criteria, in the framework's order.
    pub judgements: Vec<Judgement>,
}

/// The outcome of an audit, as it may travel: without any source or finding.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Scorecard {
    /// The version of this format.
    pub format: u32,
    /// The version of the program that made it.
    pub program: String,
    pub case: String,
    pub municipality: Subject,
    pub study: StudyFacts,
    /// The frameworks, in the case's order.
    pub frameworks: Vec<FrameworkScore>,
    /// Numbers that decided the level of a criterion.
    pub quantities: Vec<Measured>,
    /// Figures that are shown and not scored.
    pub context: Vec<ContextFigure>,
    pub recommendations: Vec<Advice>,
    /// What became of the recommendations of an earlier audit.
    pub follow_up: Vec<FollowedUp>,
    /// SHA-256 of the files that it was computed from.
    pub inputs: std::collections::BTreeMap<String, String>,
    /// SHA-256 of all the above, by which a change is seen.
    pub seal: String,
}
