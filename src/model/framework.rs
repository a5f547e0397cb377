//! Normenkaders: the norms by which a municipality is judged.

use super::{Addressee, Amount, Decimal, Exact, Level, Markdown, PartialDate, Scale};
use crate::diagnostics::Span;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;

/// Origin of a norm: the four kinds in the NVRR's guidance on normenkaders.
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

/// A ground for a norm.
#[derive(Debug, Clone, PartialEq)]
pub struct Basis {
    /// `None` where the framework does not say.
    pub kind: Option<BasisKind>,
    /// The law, document or publication.
    pub reference: String,
    /// The article, for a law.
    pub article: Option<String>,
    /// The number of the law in the national collection of laws (Basiswettenbestand): `BWBR0013798`.
    pub bwb: Option<String>,
    /// The date of the text that somebody read, for a law; `None` if nobody says so.
    pub text_date: Option<PartialDate>,
    /// When that text was read.
    pub checked_on: Option<PartialDate>,
}

/// A value for levels of a scale, lowest first.
pub type Levels<T> = BTreeMap<Level, T>;

/// What a checklist requires for a level: certain points, a number of points, or both.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LevelRule {
    /// Points that must be present.
    pub requires: Vec<String>,
    /// The minimum number of points present.
    pub at_least: usize,
}

/// The direction in which a quantity is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

/// The thresholds of the levels but the lowest, which a value has that reaches none of them.
pub type Thresholds = Levels<Decimal>;

/// The conditions of a verdict by score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Rules {
    /// Share of the applicable weight that must be judged, in percent.
    pub minimum_coverage: Decimal,
    /// Thresholds of the verdicts on the score, in percent.
    pub thresholds: Thresholds,
}

/// How a framework comes to a verdict.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// It gives none: its levels are counted and nothing more.
    #[default]
    None,
    /// The researchers give it; `None` as long as they did not.
    Judged(Option<Level>),
    /// By the score over its criteria.
    Score(Rules),
}

impl Rule {
    /// The conditions of a verdict by score.
    #[must_use]
    pub fn score(&self) -> Option<&Rules> {
        match self {
            Self::Score(rules) => Some(rules),
            Self::None | Self::Judged(_) => None,
        }
    }
}

/// What must be known of a framework to score its judgements.
#[derive(Debug, Clone, PartialEq)]
pub struct Terms {
    /// Id of the framework.
    pub framework: String,
    pub version: String,
    pub scale: Scale,
    /// Number of criteria in the framework, chosen or not.
    pub available: usize,
    pub rule: Rule,
}

/// A number that determines the level.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// The quantity counted or measured.
    pub name: String,
    /// The unit in which the researcher gives the number.
    pub unit: String,
    /// The number is converted to a value per this many inhabitants.
    pub per_inhabitants: Option<u32>,
    /// Whether the thresholds are percentages of the median of comparable municipalities.
    pub relative_to_peers: bool,
    /// Whether a percentage can be above 100, because it is no part of a whole.
    pub over_100: bool,
    pub better: Better,
    /// In the given unit, or as a percentage of the median.
    pub thresholds: Thresholds,
}

impl Quantity {
    /// Whether it is a percentage of a whole, which lies between 0 and 100.
    #[must_use]
    pub fn is_part(&self) -> bool {
        self.unit == "%" && !self.over_100
    }

    /// Whether a number can be in its unit.
    fn allows(&self, amount: Amount) -> bool {
        match amount {
            Amount::Counted(_) => self.is_countable(),
            Amount::Given(number) => {
                let number = number.exact();
                number >= Exact::from(0) && (!self.is_part() || number <= Exact::from(100))
            }
        }
    }

    /// Whether it can be given as counts: in how many of how many.
    #[must_use]
    pub fn is_countable(&self) -> bool {
        self.is_part() && self.per_inhabitants.is_none() && !self.relative_to_peers
    }
}

/// How the level of a criterion is determined.
#[derive(Debug, Clone, PartialEq)]
pub enum Measure {
    /// The researcher assesses it against the descriptions of the levels.
    Assessed,
    /// Points that are present or absent.
    Checklist {
        /// Id and text of each point, in the order of the file.
        points: Vec<(String, String)>,
        /// The requirements of each level.
        rules: Levels<LevelRule>,
    },
    Quantity(Quantity),
}

impl Measure {
    /// Whether a number can be given on it.
    #[must_use]
    pub fn allows(&self, amount: Amount) -> bool {
        matches!(self, Self::Quantity(quantity) if quantity.allows(amount))
    }
}

/// A sentence template (MiniJinja) with its position, for error messages.
#[derive(Debug, Clone, PartialEq)]
pub struct Template {
    /// Markdown with MiniJinja.
    pub text: String,
    /// Position in the framework's file.
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    pub conclusion: Template,
    /// The recommendation and its addressee.
    pub recommendation: Option<(Addressee, Template)>,
}

/// Drafted sentences by level; the key `None` is for a framework without a verdict.
pub type Drafts = BTreeMap<Option<Level>, Draft>;

/// A norm.
#[derive(Debug, Clone, PartialEq)]
pub struct Criterion {
    /// Id, unique over all frameworks.
    pub id: String,
    /// Short name for tables; the norm itself if it was given none.
    pub name: String,
    /// The norm in one sentence.
    pub norm: String,
    /// Whom it is about, in the words of the framework: the council, an executive service; empty if it
    /// does not say.
    pub binds: String,
    /// The subjects that it belongs to, for an overview by subject.
    pub themes: Vec<String>,
    /// Why the norm is reasonable, and what it does not cover.
    pub explanation: Markdown,
    /// What the researcher looks at.
    pub indicators: Vec<String>,
    /// The grounds of the norm.
    pub basis: Vec<Basis>,
    /// Weight in the score, 1 to 10.
    pub weight: u32,
    /// Whether an article of law prescribes it; if so, it is complied with or not, and counts in no
    /// score.
    pub legal_duty: bool,
    /// The date on which the norm takes effect; `None` if it holds for any period.
    pub holds_from: Option<NaiveDate>,
    /// The reason for that date.
    pub holds_from_reason: String,
    /// Whether the boundaries between levels are a proposal without an outside source.
    pub proposal: bool,
    /// The levels it can have: those of its framework, or whether a legal duty is complied with.
    pub scale: Scale,
    /// How the level is determined.
    pub measure: Measure,
    /// The meaning of each level: that of the framework's scale if the norm has none of its own.
    pub descriptions: Levels<String>,
    pub drafts: Drafts,
}

/// The mapping of the criteria of this version to those of an earlier one.
#[derive(Debug, Clone, PartialEq)]
pub struct EarlierVersion {
    pub version: String,
    /// Criteria of this version, each with the earlier criterion whose judgement remains valid for
    /// it.
    pub criteria: BTreeMap<String, String>,
}

/// That a framework was adopted before the study.
#[derive(Debug, Clone, PartialEq)]
pub struct Adopted {
    pub by: String,
    pub date: PartialDate,
    /// With whom it was discussed; empty if with nobody.
    pub discussed_with: String,
}

/// A normenkader: a group of criteria with one verdict.
#[derive(Debug, Clone, PartialEq)]
pub struct Framework {
    /// Id, also the name of its file.
    pub id: String,
    pub title: String,
    /// Three numbers; empty for a framework without versions.
    pub version: String,
    pub date: Option<PartialDate>,
    /// That it was adopted; its thresholds are then no proposal.
    pub adopted: Option<Adopted>,
    /// The subject of the framework.
    pub description: Markdown,
    /// The levels of its criteria and of its verdict.
    pub scale: Scale,
    /// The meaning of each level in this framework; only of those whose word does not say enough.
    pub meanings: Levels<String>,
    pub rule: Rule,
    /// Whether the conditions of a verdict by score are a proposal without an outside source.
    pub proposal: bool,
    /// The largest difference in coverage at which municipalities may be ranked, in percentage
    /// points; absent where the framework allows no ranking.
    pub ranking_difference: Option<Decimal>,
    /// Earlier versions whose judgements can be compared with those of this one.
    pub earlier: Vec<EarlierVersion>,
    pub drafts: Drafts,
    /// Those of the file, or those that a case chose.
    pub criteria: Vec<Criterion>,
    /// The ids and names of those that a case did not choose.
    pub left_out: Vec<(String, String)>,
    /// SHA-256 of the file, in hexadecimal.
    pub hash: String,
}

impl Framework {
    /// The title, with the version if it has one.
    #[must_use]
    pub fn titled(&self) -> String {
        format!("{} {}", self.title, self.version).trim_end().to_owned()
    }

    /// The themes of its criteria, in order of first use.
    #[must_use]
    pub fn themes(&self) -> Vec<&String> {
        let mut out = Vec::new();
        for theme in self.criteria.iter().flat_map(|criterion| &criterion.themes) {
            if !out.contains(&theme) {
                out.push(theme);
            }
        }
        out
    }

    /// How many criteria its file has, chosen or not.
    #[must_use]
    pub fn available(&self) -> usize {
        self.criteria.len() + self.left_out.len()
    }

    /// The terms on which judgements are scored; `judged` is the verdict of the researchers, where the
    /// framework leaves it to them.
    #[must_use]
    pub fn terms(&self, judged: Option<Level>) -> Terms {
        Terms {
            framework: self.id.clone(),
            version: self.version.clone(),
            scale: self.scale,
            available: self.available(),
            rule: match &self.rule {
                Rule::Judged(_) => Rule::Judged(judged),
                rule => rule.clone(),
            },
        }
    }

    #[must_use]
    pub fn criterion(&self, id: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|c| c.id == id)
    }
}
