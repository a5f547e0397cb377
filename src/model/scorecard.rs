//! The outcome of an audit in numbers: results only, without the evidence behind them.

use super::numbers::as_fraction_some;
use super::{
    Advice, Amount, ContextFigure, Exact, FollowedUp, Level, Levels, Measured, Outcome, Rule,
    Scale, StudyFacts, Subject, Terms,
};
use serde::Serialize;

/// Strength of the evidence for a finding or judgement, from its supporting, independent sources.
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

/// A contradiction: findings two or more levels apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Conflict {
    /// The lowest level among the findings.
    pub lowest: Level,
    pub highest: Level,
    /// Whether the researchers resolved it, with a reason.
    pub resolved: bool,
}

/// A quantity compared with the median of comparable municipalities.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PeerReading {
    /// Number of municipalities, without the audited one.
    pub count: usize,
    /// Their median, in the compared unit.
    pub median: Exact,
    /// The municipality's own figure as a percentage of that median.
    pub percentage: Exact,
}

/// What findings say together in a median: those of one level that share a source, directly or
/// through others, count as one.
#[derive(Debug, Clone, PartialEq)]
pub struct Vote {
    /// The ids of the findings.
    pub findings: Vec<String>,
    pub level: Level,
    /// The strength of their pooled sources.
    pub strength: Strength,
}

/// How a level was derived, before any overruling.
#[derive(Debug, Clone, PartialEq)]
pub enum Derivation {
    /// The weighted median of the levels of findings.
    Median { votes: Vec<Vote> },
    /// Points of a checklist.
    Checklist {
        /// Points that are present.
        yes: Vec<String>,
        /// Points that are absent.
        no: Vec<String>,
        /// Points for which the answer is unknown.
        unknown: Vec<String>,
        /// Points on which findings differ; the stronger side counts, and a tie counts as a no.
        contested: Vec<String>,
        /// The lowest and highest level that are possible given the unknown points.
        range: (Level, Level),
    },
    Quantity {
        /// Finding id, its number if it gives one, its level and its strength.
        readings: Vec<(String, Option<Amount>, Level, Strength)>,
        votes: Vec<Vote>,
        /// The number that determines the level, per inhabitants where the criterion requires that;
        /// absent where a level given by the researchers determines it.
        value: Option<Exact>,
        /// The same number as given by the researchers.
        given: Option<Amount>,
        /// The comparison with peers, for relative thresholds.
        peers: Option<PeerReading>,
    },
}

/// The result for one criterion.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Judgement {
    pub criterion: String,
    pub weight: u32,
    /// Whether the criterion is a legal duty, whose levels are those of [`Scale::duty`].
    pub legal_duty: bool,
    pub outcome: Outcome,
    /// The level that follows from the findings, before overruling.
    pub derived: Option<Level>,
    /// The lowest and highest level that are possible, where the level is unknown and not all are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub possible: Option<(Level, Level)>,
    /// The same as `derived` on the framework's scale, also for a legal duty.
    #[serde(skip)]
    pub measured: Option<Level>,
    /// How `derived` was determined; `None` where the criterion was not judged, for which the case
    /// gives the reason. It names findings, so it is not exported.
    #[serde(skip)]
    pub derivation: Option<Box<Derivation>>,
    /// Strength of the evidence; `None` where nothing supports a level.
    pub strength: Option<Strength>,
    /// The strength that follows from the sources, where the researchers weigh it otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub derived_strength: Option<Strength>,
    /// A contradiction between findings.
    pub conflict: Option<Conflict>,
    /// Whether the researchers replaced the derived level, with a reason.
    pub overruled: bool,
}

/// Number of criteria per outcome; legal duties are counted apart.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Counts {
    pub total: usize,
    /// At each level of the scale.
    pub levels: Levels<usize>,
    pub not_assessable: usize,
    pub not_studied: usize,
    pub to_do: usize,
    pub not_applicable: usize,
    pub not_yet_in_force: usize,
    pub duties: Duties,
}

/// Number of legal duties per outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Duties {
    pub total: usize,
    pub complied: usize,
    pub breached: usize,
    /// Applicable, and not established for whatever reason.
    pub unknown: usize,
}

impl Counts {
    /// Number of criteria with a level.
    #[must_use]
    pub fn judged(&self) -> usize {
        self.levels.values().sum()
    }

    /// Number of criteria that apply, judged or not.
    #[must_use]
    pub fn applicable(&self) -> usize {
        self.total - self.not_applicable - self.not_yet_in_force
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum NoVerdict {
    /// The framework gives none.
    NotAsked,
    /// The researchers did not give it yet.
    NotGiven,
    /// No criterion applies.
    NothingApplies,
    /// Too little of the applicable weight was judged.
    Coverage,
    /// Findings contradict each other and the contradiction is unresolved, for these criteria.
    Conflict(Vec<String>),
    /// What is unknown leaves verdicts open that lie two levels or more apart: the lowest and the
    /// highest of them.
    Open(Level, Level),
}

/// What keeps a verdict below that of the score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ceiling {
    /// A criterion is at the lowest level, so the verdict is not the highest.
    Failing,
    /// At least a quarter of the judged weight is at this level or below it, so the verdict is at most
    /// one level above.
    Quartile(Level),
}

/// The verdict on a framework, or the reasons for its absence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Verdict {
    /// By the score.
    Given {
        level: Level,
        /// The verdict that the score alone would give.
        by_score: Level,
        /// Why the verdict is lower than that.
        ceiling: Option<Ceiling>,
    },
    /// By the researchers.
    Judged(Level),
    /// The reasons why there is no verdict.
    None(Vec<NoVerdict>),
}

impl Verdict {
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        match self {
            Verdict::Given { level, .. } | Verdict::Judged(level) => Some(*level),
            Verdict::None(_) => None,
        }
    }
}

/// The result for one framework. Weights, points and score are those of criteria that are no legal
/// duty.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct FrameworkScore {
    pub framework: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub version: String,
    /// The levels of its criteria.
    pub scale: Scale,
    /// Number of criteria in the framework; more than the judgements where the case chose some.
    pub available: usize,
    pub rule: Rule,
    /// Sum of weight times points over judged criteria.
    pub points: i128,
    /// Total weight of judged criteria.
    pub judged_weight: i128,
    /// Total weight of applicable criteria.
    pub applicable_weight: i128,
    /// Score over judged criteria, 0 to 1; absent where none was judged.
    #[serde(serialize_with = "as_fraction_some")]
    pub score: Option<Exact>,
    /// Judged weight divided by applicable weight; absent where no criterion applies.
    #[serde(serialize_with = "as_fraction_some")]
    pub coverage: Option<Exact>,
    /// The score if every unknown criterion had the lowest level that is possible for it.
    #[serde(serialize_with = "as_fraction_some")]
    pub lower: Option<Exact>,
    /// The score if every unknown criterion had the highest level that is possible for it.
    #[serde(serialize_with = "as_fraction_some")]
    pub upper: Option<Exact>,
    /// The verdicts at the two bounds, where there is a verdict by score.
    pub range: Option<(Level, Level)>,
    pub verdict: Verdict,
    pub counts: Counts,
    /// In the order of the framework.
    pub judgements: Vec<Judgement>,
}

impl FrameworkScore {
    /// The terms on which it was scored.
    #[must_use]
    pub fn terms(&self) -> Terms {
        Terms {
            framework: self.framework.clone(),
            version: self.version.clone(),
            scale: self.scale,
            available: self.available,
            rule: self.rule.clone(),
        }
    }

    /// The judgements on criteria that are no legal duty.
    pub fn norms(&self) -> impl Iterator<Item = &Judgement> {
        self.judgements.iter().filter(|judgement| !judgement.legal_duty)
    }

    /// The judgements on legal duties.
    pub fn duties(&self) -> impl Iterator<Item = &Judgement> {
        self.judgements.iter().filter(|judgement| judgement.legal_duty)
    }
}

/// The outcome of an audit in a form that may be shared: without any source or finding.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Scorecard {
    /// Version of the scorecard format.
    pub format: u32,
    /// Version of the program that made it.
    pub program: String,
    pub case: String,
    /// The audited body, of any kind.
    pub municipality: Subject,
    pub study: StudyFacts,
    /// In the order of the case.
    pub frameworks: Vec<FrameworkScore>,
    /// Numbers that determined the level of a criterion.
    pub quantities: Vec<Measured>,
    /// Figures that are shown but not scored.
    pub context: Vec<ContextFigure>,
    pub recommendations: Vec<Advice>,
    /// The uptake of the recommendations of an earlier audit.
    pub follow_up: Vec<FollowedUp>,
    /// SHA-256 of the files from which it was computed.
    pub inputs: std::collections::BTreeMap<String, String>,
    /// SHA-256 over all fields above, to detect a change.
    pub seal: String,
}
