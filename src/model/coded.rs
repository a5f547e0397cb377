//! The result of a study that codes documents: counts, and their agreement with published figures.

use super::numbers::as_fraction_some;
use super::{Decimal, Exact, Sampling};
use serde::Serialize;

/// The number of occurrences of each category in a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct CategoryCounts {
    pub group: String,
    /// Number of municipalities, or of units where the question has one answer per unit.
    pub units: usize,
    /// Those with an answer: the denominator.
    pub answered: usize,
    /// Units for which the answer is unknown.
    pub unknown: usize,
    /// Units to which the question does not apply.
    pub not_applicable: usize,
    /// Count of each category, in the order of the question.
    pub counts: Vec<usize>,
}

/// A question over all municipalities.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct QuestionResult {
    /// Id of the question.
    pub question: String,
    pub name: String,
    /// The attribute whose values have one answer each; absent where each municipality has one.
    pub per: Option<String>,
    /// Id and label of each category.
    pub categories: Vec<(String, String)>,
    /// The counts over all, then by group.
    pub groups: Vec<CategoryCounts>,
    /// Whether the requested groups divide the units of the question, so that it is not grouped.
    pub not_grouped: bool,
    /// Figures known for the whole only: category, count, total.
    pub whole_only: Vec<(String, u32, u32)>,
}

/// A published percentage, with the percentage that the counts give.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PublishedFigure {
    pub group: String,
    /// As published, with its decimals.
    pub published: Decimal,
    /// Count and total; absent where the coding has no such group.
    pub counted: Option<(usize, usize)>,
    /// The percentage computed from the counts.
    #[serde(serialize_with = "as_fraction_some")]
    pub computed: Option<Exact>,
    /// Whether the two agree to the last published digit.
    pub agrees: bool,
}

/// A row of a published table.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PublishedLine {
    pub question: String,
    /// The name of the question and the label of the category.
    pub label: String,
    pub figures: Vec<PublishedFigure>,
}

/// A published table, with the percentages that the counts give.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PublishedResult {
    pub title: String,
    /// In the order of the table's columns.
    pub groups: Vec<String>,
    pub rows: Vec<PublishedLine>,
}

/// A warning to the reader of a study that codes documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum CodingWarning {
    /// Percentages were published with more decimals than so few cases justify.
    Decimals {
        /// The largest number of decimals published.
        decimals: u32,
        /// The smallest number of cases behind such a percentage.
        cases: usize,
    },
    /// A unit such as a province is judged on few municipalities.
    FewPerUnit {
        question: String,
        /// The attribute that defines the unit.
        per: String,
        /// The smallest number of municipalities in one unit.
        least: usize,
        most: usize,
    },
    /// Answers with different meanings were counted as one category.
    Combined {
        question: String,
        /// Label of the category.
        category: String,
        /// The answers that were combined.
        parts: Vec<String>,
    },
    /// The rows were reconstructed from marginal totals.
    MarginsOnly,
    /// A published figure does not follow from the coding.
    PublishedDiffers {
        /// The row's label and the group.
        what: String,
        published: Decimal,
        /// The computed percentage, rounded to the same decimals.
        computed: Option<String>,
    },
}

/// The outcome of a study that codes documents.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct CodingResult {
    /// Version of the format.
    pub format: u32,
    /// Version of the program that made it.
    pub program: String,
    /// Folder of the study.
    pub case: String,
    /// The codebook and its version.
    pub codebook: (String, String),
    /// How the municipalities were selected.
    pub sampling: Option<Sampling>,
    /// Number of municipalities.
    pub municipalities: usize,
    /// The property by which they are grouped.
    pub by: Option<String>,
    /// Name and size of each group.
    pub groups: Vec<(String, usize)>,
    pub questions: Vec<QuestionResult>,
    /// The published tables, compared with the counts.
    pub published: Vec<PublishedResult>,
    pub warnings: Vec<CodingWarning>,
    /// SHA-256 of the input files.
    pub inputs: std::collections::BTreeMap<String, String>,
}
