//! Normenkaders: what a municipality is held against.

use super::{Addressee, Decimal, Level, Markdown, PartialDate};
use crate::diagnostics::Span;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;

/// Where a norm comes from (the four kinds of the NVRR's guidance on normenkaders).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BasisKind {
    /// Law and regulation.
    Law,
    /// Policy documents.
    Policy,
    /// Scientific or professional literature.
    Literature,
    /// Professional insight.
    Professional,
}

/// A ground on which a norm rests.
#[derive(Debug, Clone, PartialEq)]
pub struct Basis {
    pub kind: BasisKind,
    /// The law, document or publication.
    pub reference: String,
    /// The article, for a law.
    pub article: Option<String>,
    /// The date of the text that was consulted, for a law.
    pub text_date: Option<PartialDate>,
}

/// One value for each level.
#[derive(Debug, Clone, PartialEq)]
pub struct Levels<T> {
    /// For voldoet.
    pub voldoet: T,
    /// For voldoet grotendeels.
    pub grotendeels: T,
    /// For voldoet deels.
    pub deels: T,
    /// For voldoet niet.
    pub niet: T,
}

impl<T> Levels<T> {
    /// The value for a level.
    pub fn get(&self, level: Level) -> &T {
        match level {
            Level::Voldoet => &self.voldoet,
            Level::Grotendeels => &self.grotendeels,
            Level::Deels => &self.deels,
            Level::Niet => &self.niet,
        }
    }
}

/// What a checklist asks for a level: these points, this many points, or both.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LevelRule {
    /// Points that must be there.
    pub requires: Vec<String>,
    /// How many points must be there in all.
    pub at_least: usize,
}

/// Which way a quantity is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

/// Where the levels of a quantity begin; what reaches none of them is *niet*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Thresholds {
    /// From here: voldoet.
    pub voldoet: Decimal,
    /// From here: grotendeels.
    pub grotendeels: Decimal,
    /// From here: deels.
    pub deels: Decimal,
}

/// A number that decides the level.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// What is counted or measured.
    pub name: String,
    /// The unit that the researcher gives.
    pub unit: String,
    /// Recomputed to this many inhabitants.
    pub per_inhabitants: Option<u32>,
    /// Whether the thresholds are percentages of the median of comparable municipalities.
    pub relative_to_peers: bool,
    /// Which way is good.
    pub better: Better,
    /// Where the levels begin, in the unit or in percent of the median.
    pub thresholds: Thresholds,
}

/// How a criterion's level comes about.
#[derive(Debug, Clone, PartialEq)]
pub enum Measure {
    /// The researcher judges by the descriptions of the levels.
    Assessed,
    /// Points that are there or not.
    Checklist {
        /// The points by id, in the order of the file.
        points: Vec<(String, String)>,
        /// What each level asks.
        rules: Levels<LevelRule>,
    },
    /// A number.
    Quantity(Quantity),
}

/// A sentence template (MiniJinja) with the place where it stands, for its errors.
#[derive(Debug, Clone, PartialEq)]
pub struct Template {
    /// The template's text, Markdown with MiniJinja.
    pub text: String,
    /// Where it stands in the framework's file.
    pub span: Span,
}

/// Drafted sentences for one level.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    pub conclusion: Template,
    /// The recommendation, with whom it is for.
    pub recommendation: Option<(Addressee, Template)>,
}

/// Drafted sentences by level; `None` stands for a framework without verdict.
pub type Drafts = BTreeMap<Option<Level>, Draft>;

/// A norm.
#[derive(Debug, Clone, PartialEq)]
pub struct Criterion {
    /// Its id, unique over all frameworks.
    pub id: String,
    /// A short name for tables.
    pub name: String,
    /// The norm in one sentence.
    pub norm: String,
    /// Why it is reasonable, and what does not belong to it.
    pub explanation: Markdown,
    /// What the researcher looks at.
    pub indicators: Vec<String>,
    /// On what it rests; never empty.
    pub basis: Vec<Basis>,
    /// How heavy it counts, 1 to 10.
    pub weight: u32,
    /// Whether an article of law prescribes it. It then bounds the framework's verdict.
    pub legal_duty: bool,
    /// From when it holds.
    pub holds_from: NaiveDate,
    /// Why from then.
    pub holds_from_reason: String,
    /// Whether the boundaries between levels are a proposal without outside source.
    pub proposal: bool,
    /// How its level comes about.
    pub measure: Measure,
    /// What each level means.
    pub descriptions: Levels<String>,
    /// Drafted conclusions and recommendations.
    pub drafts: Drafts,
}

/// How the criteria of this version answer to those of an earlier one.
#[derive(Debug, Clone, PartialEq)]
pub struct EarlierVersion {
    /// The earlier version.
    pub version: String,
    /// Criteria of this version, each with the earlier criterion whose judgement still holds.
    pub criteria: BTreeMap<String, String>,
}

/// A normenkader: criteria that belong together and get one verdict.
#[derive(Debug, Clone, PartialEq)]
pub struct Framework {
    /// Its id, also the name of its file.
    pub id: String,
    pub title: String,
    /// Its version, three numbers.
    pub version: String,
    /// The date of its text.
    pub date: PartialDate,
    /// What it is about.
    pub description: Markdown,
    /// What each level means in this framework.
    pub scale: Levels<String>,
    /// The share of the applicable weight that must be judged for a verdict, in percent.
    pub minimum_coverage: Decimal,
    /// The scores at which verdicts begin, in percent.
    pub verdict_thresholds: Thresholds,
    /// Whether these two are a proposal without outside source.
    pub proposal: bool,
    /// How far coverage may differ for municipalities to be ranked, in percentage points; absent
    /// where the framework allows no ranking.
    pub ranking_difference: Option<Decimal>,
    /// Earlier versions whose judgements can be compared with those of this one.
    pub earlier: Vec<EarlierVersion>,
    /// Drafted sentences for the framework as a whole.
    pub drafts: Drafts,
    /// Its criteria, in order.
    pub criteria: Vec<Criterion>,
    /// SHA-256 of the file, in hexadecimal.
    pub hash: String,
}

impl Framework {
    /// The criterion with this id.
    #[must_use]
    pub fn criterion(&self, id: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|c| c.id == id)
    }
}
