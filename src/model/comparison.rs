//! The result of a comparison of audits: numbers only, no words.

use super::body::{BodyKind, is_municipality};
use super::numbers::{as_fraction, as_fraction_some, as_number};
use super::{
    Amount, Chance, Decimal, Exact, FrameworkScore, Judgement, Level, OverTime, PartialDate,
    Period, Rule, Sampling, Scale, SizeClass, Status,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// An audit in the comparison.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Member {
    /// Name of the body, or its code.
    pub name: String,
    pub case: String,
    /// Its official code, if it is known and may be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    pub province: Option<String>,
    /// Number of inhabitants; absent also where only the size class may be known.
    pub inhabitants: Option<u32>,
    pub size_class: Option<SizeClass>,
    /// Attributes chosen by the researchers.
    pub attributes: BTreeMap<String, String>,
    /// Title of the study.
    pub study: String,
    /// Date of the report.
    pub date: PartialDate,
    /// The period that the study judges.
    pub period: Period,
    pub status: Status,
    /// How the body was selected for the comparison.
    pub sampling: Option<Sampling>,
    /// Whether only the scorecard was available, not the case.
    pub by_scorecard: bool,
    /// Seal of the scorecard.
    pub seal: String,
}

/// Something that is excluded from the comparison.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct LeftOut {
    /// The name of a body, framework or criterion.
    pub what: String,
    pub reason: LeftOutReason,
}

/// Why something is excluded.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeftOutReason {
    /// Its case has errors.
    Invalid,
    /// Only this body uses the framework with this title.
    OnlyOne(String),
    /// The framework has another version without a mapping: framework, found, expected.
    OtherVersion(String, String, String),
    /// The framework has the same version number but another text.
    OtherText(String),
    /// Only one of two audits of the body uses the framework.
    OnlyOnce(String),
    /// An older figure where a newer one of the same indicator exists.
    OlderFigure(String),
    /// An indicator that no other body has.
    LoneFigure(String),
    /// Criteria without a counterpart in an earlier version: framework, version, criteria.
    NoCounterpart(String, String, Vec<String>),
}

/// Number of bodies at each level, in one group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Distribution {
    pub group: String,
    /// Municipalities in the group that use the framework and chose the criterion.
    pub members: usize,
    /// Members with a level: the denominator.
    pub judged: usize,
    /// Number of members at each level, highest level first.
    pub levels: Vec<usize>,
}

/// A criterion over all bodies.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct CriterionRow {
    /// Id of the criterion.
    pub criterion: String,
    pub name: String,
    /// The subjects that it belongs to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<String>,
    pub weight: u32,
    pub legal_duty: bool,
    /// The distribution over all bodies, then one per group.
    pub distributions: Vec<Distribution>,
}

/// The sensitivity of a score and verdict to other choices.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Robustness {
    /// The 2.5th percentile (type 7) of the scores over the draws, 0 to 1.
    #[serde(serialize_with = "as_number")]
    pub lower: Exact,
    /// The 97.5th percentile.
    #[serde(serialize_with = "as_number")]
    pub upper: Exact,
    /// The number of draws with the same verdict; if there is no verdict, the draws without one.
    pub same: u32,
    /// The score with equal weights.
    #[serde(serialize_with = "as_fraction_some")]
    pub equal_score: Option<Exact>,
    /// The verdict with equal weights.
    pub equal_verdict: Option<Level>,
    /// Criteria whose removal changes the verdict, each with the new verdict.
    pub flips: Vec<(String, Option<Level>)>,
}

/// A place in a ranking, with its range over the draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Rank {
    pub place: usize,
    /// The 2.5th percentile (type 7) of the places over the draws, rounded down to a place.
    pub best: usize,
    /// The 97.5th percentile, rounded up.
    pub worst: usize,
}

/// The result of one body on one framework.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Entry {
    /// Index in the members.
    pub member: usize,
    /// The earlier version from which the judgements were carried over.
    pub translated_from: Option<String>,
    /// Whether each criterion can be compared, in the order of the criteria.
    pub comparable: Vec<bool>,
    /// Whether the audit chose each criterion, in the same order.
    pub chosen: Vec<bool>,
    /// The score, with its judgements in the order of the criteria.
    pub score: FrameworkScore,
    /// The sensitivity to other choices; `None` where nothing was judged, or no points are added up.
    pub robustness: Option<Robustness>,
    /// The place in the ranking, where one was requested and is allowed.
    pub rank: Option<Rank>,
}

impl Entry {
    /// The judgement on a criterion by its index; `None` where it cannot be compared.
    #[must_use]
    pub fn judgement(&self, place: usize) -> Option<&Judgement> {
        self.comparable.get(place).filter(|c| **c)?;
        self.score.judgements.get(place)
    }

    /// Whether the audit chose a criterion, by its index.
    #[must_use]
    pub fn chose(&self, place: usize) -> bool {
        self.chosen.get(place).copied().unwrap_or(false)
    }
}

/// Why a requested ranking is absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoRanking {
    /// The framework allows no ranking.
    NotAllowed,
    /// The difference in coverage is too large: the difference and the limit, in percentage points.
    Coverage(#[serde(serialize_with = "as_fraction")] Exact, Decimal),
    /// The bodies were not judged on the same criteria.
    OtherCriteria,
    TooFew,
}

/// A framework over all bodies that use it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct FrameworkComparison {
    /// Id of the framework.
    pub framework: String,
    pub version: String,
    pub title: String,
    /// The levels of its criteria.
    pub scale: Scale,
    /// The bodies that use it.
    pub entries: Vec<Entry>,
    pub criteria: Vec<CriterionRow>,
    /// Why the requested ranking is absent.
    pub no_ranking: Option<NoRanking>,
}

impl FrameworkComparison {
    /// The criteria that are no legal duty.
    pub fn norms(&self) -> impl Iterator<Item = &CriterionRow> {
        self.criteria.iter().filter(|row| !row.legal_duty)
    }

    /// Whether its norms belong to subjects.
    #[must_use]
    pub fn has_themes(&self) -> bool {
        self.criteria.iter().any(|row| !row.themes.is_empty())
    }

    /// Whether the framework gives a verdict on the whole.
    #[must_use]
    pub fn gives_verdicts(&self) -> bool {
        self.entries.iter().any(|entry| entry.score.rule != Rule::None)
    }

    /// Whether the framework adds up points.
    #[must_use]
    pub fn scored(&self) -> bool {
        self.entries.iter().any(|entry| entry.score.rule.score().is_some())
    }
}

/// The test for a difference between groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Method {
    /// Fisher's exact test.
    Fisher,
    /// McNemar's exact test over pairs.
    McNemar {
        /// Pairs in which only the first body reaches the level.
        only_first: usize,
        /// Pairs in which only the second body reaches the level.
        only_second: usize,
    },
}

/// The difference between two groups on one criterion.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct GroupTest {
    /// Id of the framework.
    pub framework: String,
    pub criterion: String,
    /// In the first group: the number of members that reach the level, and the total.
    pub first: (usize, usize),
    /// The same for the second group.
    pub second: (usize, usize),
    /// The first share minus the second.
    #[serde(serialize_with = "as_number")]
    pub difference: Exact,
    /// The smallest `p` that any outcome could give at these sizes.
    pub least: Chance,
    /// The two-sided probability of a difference at least this large if there were none; absent where
    /// no outcome could be significant.
    pub p: Option<Chance>,
    /// `p` after Holm's correction over the criteria of the framework that have one.
    pub adjusted: Option<Chance>,
    pub method: Method,
}

/// A comparison of two groups.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Contrast {
    pub first: String,
    pub second: String,
    /// The level that a body does or does not reach, for each scale that occurs.
    pub levels: Vec<Level>,
    /// The attribute by which bodies are paired.
    pub paired_by: Option<String>,
    /// Municipalities without a partner, excluded from paired tests.
    pub unpaired: Vec<String>,
    /// One test for each criterion on which both groups have a level.
    pub tests: Vec<GroupTest>,
}

/// How the bodies of a comparison were selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Selection {
    /// The comparison contains the whole population, so nothing is estimated.
    Population,
    /// A random sample.
    Sample,
    /// Chosen without randomness.
    HandPicked,
    /// Some studies do not state how their body was selected.
    Undeclared,
    /// The studies state different methods.
    Mixed,
    /// The studies declare a whole population, but some bodies were excluded.
    Incomplete,
}

/// Why the groups were not tested against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoTest {
    /// The bodies are not a random sample.
    Selection(Selection),
    /// There are not exactly two groups, and none were named.
    NotTwo,
}

/// Municipalities grouped by a property.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Grouping {
    pub by: String,
    /// Name of each group, with the indices of its members.
    pub groups: Vec<(String, Vec<usize>)>,
    /// Indices of members for which the property is unknown.
    pub unknown: Vec<usize>,
    /// The comparison of two groups.
    pub contrast: Option<Contrast>,
    /// Why there is no contrast.
    pub no_test: Option<NoTest>,
}

/// A summary of the other bodies.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PeerSummary {
    /// Number of bodies, without the own one.
    pub count: usize,
    /// First quartile (type 7 of Hyndman and Fan, 1996, as in R and in Excel's KWARTIEL.INC).
    #[serde(serialize_with = "as_fraction")]
    pub lower_quartile: Exact,
    #[serde(serialize_with = "as_fraction")]
    pub median: Exact,
    #[serde(serialize_with = "as_fraction")]
    pub upper_quartile: Exact,
    /// The own value minus the median.
    #[serde(serialize_with = "as_fraction")]
    pub deviation: Exact,
    /// Whether it is an outlier (modified z-score over 3.5); `None` where that cannot be
    /// determined.
    pub outlier: Option<bool>,
}

/// The number of one body.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct FigureValue {
    /// Index in the members.
    pub member: usize,
    /// The number as given; absent where it would identify an anonymous body.
    pub given: Option<Amount>,
    /// The number used for comparison.
    #[serde(serialize_with = "as_fraction")]
    pub value: Exact,
    /// Reference date of the value.
    pub date: Option<PartialDate>,
    /// Summary of the others; absent where there are too few.
    pub peers: Option<PeerSummary>,
}

/// A number over all bodies.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct FigureComparison {
    /// Id of the criterion; absent for a context indicator.
    pub criterion: Option<String>,
    /// What is measured.
    pub name: String,
    /// The unit as given.
    pub unit: String,
    /// The number is converted to a value per this many inhabitants.
    pub per_inhabitants: Option<u32>,
    pub values: Vec<FigureValue>,
    /// Indices of members without a number.
    pub missing: Vec<usize>,
    /// Reference figures: name, value, source.
    pub references: Vec<(String, Decimal, String)>,
}

/// A comparison of audits.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Comparison {
    /// Version of the comparison format.
    pub format: u32,
    /// Version of the program that made it.
    pub program: String,
    /// The kind of all compared bodies; left out for municipalities.
    #[serde(skip_serializing_if = "is_municipality")]
    pub kind: BodyKind,
    /// How the bodies were selected.
    pub selection: Selection,
    /// Whether names were replaced by codes.
    pub anonymised: bool,
    pub seed: u64,
    pub draws: u32,
    /// The latest audit of each body.
    pub members: Vec<Member>,
    /// Earlier audits of the same bodies.
    pub earlier: Vec<Member>,
    /// What is excluded from the comparison.
    pub left_out: Vec<LeftOut>,
    pub frameworks: Vec<FrameworkComparison>,
    /// The groups, if requested.
    pub grouping: Option<Grouping>,
    /// Quantities and context indicators.
    pub figures: Vec<FigureComparison>,
    /// Changes per body between two audits.
    pub over_time: Vec<OverTime>,
}
