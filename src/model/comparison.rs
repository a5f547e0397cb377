//! What comes out of laying audits side by side: numbers only, no words.

use super::numbers::{as_fraction, as_fraction_some, as_number};
use super::{
    Chance, Decimal, Exact, FrameworkScore, Judgement, Level, OverTime, PartialDate, Period,
    Sampling, SizeClass, Status,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// An audit that takes part.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Member {
    /// The municipality, or its code.
    pub name: String,
    pub case: String,
    pub province: Option<String>,
    /// Its inhabitants; absent also where they are coarsened.
    pub inhabitants: Option<u32>,
    pub size_class: Option<SizeClass>,
    /// Attributes of the researchers' own.
    pub attributes: BTreeMap<String, String>,
    /// The title of the study.
    pub study: String,
    /// The date of its report.
    pub date: PartialDate,
    /// Over which time it judges.
    pub period: Period,
    /// Where it stands.
    pub status: Status,
    /// How the municipality came to stand in the comparison.
    pub sampling: Option<Sampling>,
    /// Whether only its scorecard was at hand.
    pub by_scorecard: bool,
    /// The seal of its scorecard.
    pub seal: String,
}

/// Something that could not be compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct LeftOut {
    /// What: a municipality, a framework, a criterion.
    pub what: String,
    /// Why.
    pub reason: LeftOutReason,
}

/// Why something could not be compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeftOutReason {
    /// Its case has errors.
    Invalid,
    /// Only this municipality uses the framework.
    OnlyOne(String),
    /// The framework in another version without a mapping: framework, found, expected.
    OtherVersion(String, String, String),
    /// The framework under the same version number with another text.
    OtherText(String),
    /// The framework in only one of two audits of the municipality.
    OnlyOnce(String),
    /// An older figure beside a newer one of the same indicator.
    OlderFigure(String),
    /// An indicator that no other municipality has.
    LoneFigure(String),
    /// Criteria to which an earlier version has no answer: framework, version, criteria.
    NoCounterpart(String, String, Vec<String>),
}

/// How often each level occurs in a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Distribution {
    pub group: String,
    /// Municipalities in the group that use the framework.
    pub members: usize,
    /// Of those, the ones with a level: the denominator.
    pub judged: usize,
    /// How many have each level, highest level first.
    pub levels: [usize; 4],
}

/// A criterion over all municipalities.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct CriterionRow {
    /// Its id.
    pub criterion: String,
    pub name: String,
    pub weight: u32,
    /// Whether it is a legal duty.
    pub legal_duty: bool,
    /// The levels over all municipalities, then by group.
    pub distributions: Vec<Distribution>,
}

/// What becomes of a score and verdict under other choices.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Robustness {
    /// The lowest score over the draws, 0 to 1.
    #[serde(serialize_with = "as_number")]
    pub lowest: Exact,
    #[serde(serialize_with = "as_number")]
    pub highest: Exact,
    /// How many draws keep the verdict, also where that is that there is none.
    pub same: u32,
    /// The score with equal weights.
    #[serde(serialize_with = "as_fraction_some")]
    pub equal_score: Option<Exact>,
    /// The verdict with equal weights.
    pub equal_verdict: Option<Level>,
    /// Criteria without which the verdict is another, with that verdict.
    pub flips: Vec<(String, Option<Level>)>,
}

/// A place in a ranking, with its range over the draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Rank {
    pub place: usize,
    /// The best place over the draws.
    pub best: usize,
    pub worst: usize,
}

/// One municipality on one framework.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Entry {
    /// The municipality, by its place among the members.
    pub member: usize,
    /// The earlier version from which its judgements were carried over.
    pub translated_from: Option<String>,
    /// Which criteria can be compared, in their order.
    pub comparable: Vec<bool>,
    /// The outcome, its judgements in the order of the criteria.
    pub score: FrameworkScore,
    /// What becomes of it under other choices; `None` where nothing was judged.
    pub robustness: Option<Robustness>,
    /// The place in the ranking, where one was asked for and is allowed.
    pub rank: Option<Rank>,
}

impl Entry {
    /// The judgement on a criterion by its place; `None` where it cannot be compared.
    #[must_use]
    pub fn judgement(&self, place: usize) -> Option<&Judgement> {
        self.comparable.get(place).filter(|c| **c)?;
        self.score.judgements.get(place)
    }
}

/// Why there is no ranking, where one was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoRanking {
    /// The framework allows none.
    NotAllowed,
    /// Coverage differs too much: the difference, and what is allowed, in percentage points.
    Coverage(#[serde(serialize_with = "as_fraction")] Exact, Decimal),
    /// Fewer than two municipalities have a score.
    TooFew,
}

/// A framework over all municipalities that use it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct FrameworkComparison {
    /// Its id.
    pub framework: String,
    pub version: String,
    pub title: String,
    /// The municipalities that use it.
    pub entries: Vec<Entry>,
    pub criteria: Vec<CriterionRow>,
    /// Why there is no ranking, where one was asked for.
    pub no_ranking: Option<NoRanking>,
}

/// How a difference between groups was tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Method {
    /// Fisher's exact test, with Newcombe's interval.
    Fisher,
    /// McNemar's exact test over pairs.
    McNemar {
        /// Pairs of which only the first reaches the level.
        only_first: usize,
        /// Pairs of which only the second does.
        only_second: usize,
    },
}

/// The difference between two groups on one criterion.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct GroupTest {
    pub criterion: String,
    /// How many of the first group reach the level, of how many.
    pub first: (usize, usize),
    /// The same of the second.
    pub second: (usize, usize),
    /// The first share less the second.
    #[serde(serialize_with = "as_number")]
    pub difference: Exact,
    /// Its 95% interval; none for pairs.
    pub interval: Option<(f64, f64)>,
    /// The chance of a difference at least as large if there were none, two-sided.
    pub p: Chance,
    /// The same after Holm's correction over all criteria tested.
    pub adjusted: Chance,
    /// How it was tested.
    pub method: Method,
}

/// Two groups held against each other.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Contrast {
    /// The first group.
    pub first: String,
    pub second: String,
    /// The level that is reached or not.
    pub level: Level,
    /// The attribute by which municipalities are paired.
    pub paired_by: Option<String>,
    /// Municipalities without a partner, which paired tests leave out.
    pub unpaired: Vec<String>,
    /// The tests, one for each criterion that both groups have a level on.
    pub tests: Vec<GroupTest>,
}

/// How the municipalities of a comparison came to stand beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Selection {
    /// All municipalities of a whole are there: nothing is estimated.
    Population,
    /// The lot chose them.
    Sample,
    /// The municipalities were chosen: chance had no part in it.
    HandPicked,
    /// Not all studies say how their municipality came here.
    Undeclared,
    /// The studies say different things.
    Mixed,
    /// They should be the whole, but some were left out.
    Incomplete,
}

/// Why groups were not tested against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoTest {
    /// The lot did not choose the municipalities.
    Selection(Selection),
    /// There are not just two groups, and none were named.
    NotTwo,
}

/// Municipalities by a property.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Grouping {
    /// The property.
    pub by: String,
    /// The groups, with their members by place.
    pub groups: Vec<(String, Vec<usize>)>,
    /// Members of which the property is not known.
    pub unknown: Vec<usize>,
    /// Two groups held against each other.
    pub contrast: Option<Contrast>,
    /// Why there is no such contrast.
    pub no_test: Option<NoTest>,
}

/// The other municipalities around one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PeerSummary {
    /// How many, the own one left out.
    pub count: usize,
    /// First quartile (type 7 of Hyndman and Fan, 1996, as in R and in Excel's KWARTIEL.INC).
    #[serde(serialize_with = "as_fraction")]
    pub lower_quartile: Exact,
    #[serde(serialize_with = "as_fraction")]
    pub median: Exact,
    /// Third quartile.
    #[serde(serialize_with = "as_fraction")]
    pub upper_quartile: Exact,
    /// The own value less the median.
    #[serde(serialize_with = "as_fraction")]
    pub deviation: Exact,
    /// Whether it lies far outside (modified z-score over 3.5); `None` where that cannot be told.
    pub outlier: Option<bool>,
}

/// One municipality's number.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct FigureValue {
    /// The municipality, by its place among the members.
    pub member: usize,
    /// The number as it was given; absent where it would tell who is anonymous.
    pub given: Option<Decimal>,
    /// The number that is compared.
    #[serde(serialize_with = "as_fraction")]
    pub value: Exact,
    /// Reference date of the value.
    pub date: Option<PartialDate>,
    /// The others; absent where there are too few.
    pub peers: Option<PeerSummary>,
}

/// A number over all municipalities.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct FigureComparison {
    /// The criterion; absent for a context indicator.
    pub criterion: Option<String>,
    /// What is measured.
    pub name: String,
    /// The unit as given.
    pub unit: String,
    /// To how many inhabitants it is recomputed.
    pub per_inhabitants: Option<u32>,
    /// The numbers.
    pub values: Vec<FigureValue>,
    /// Members without a number.
    pub missing: Vec<usize>,
    /// Reference figures: name, value, source.
    pub references: Vec<(String, Decimal, String)>,
}

/// Audits side by side.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Comparison {
    /// The version of this format.
    pub format: u32,
    /// The version of the program that made it.
    pub program: String,
    /// How the municipalities came to stand here.
    pub selection: Selection,
    /// Whether names were replaced by codes.
    pub anonymised: bool,
    /// The seed of the draws.
    pub seed: u64,
    /// How many draws.
    pub draws: u32,
    /// The audits in the comparison, each municipality once.
    pub members: Vec<Member>,
    /// Earlier audits of the same municipalities.
    pub earlier: Vec<Member>,
    /// What could not be compared.
    pub left_out: Vec<LeftOut>,
    pub frameworks: Vec<FrameworkComparison>,
    /// The groups, where asked for.
    pub grouping: Option<Grouping>,
    /// Quantities and context indicators.
    pub figures: Vec<FigureComparison>,
    /// The same municipality in two audits.
    pub over_time: Vec<OverTime>,
}
