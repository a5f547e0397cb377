//! What comes out of a study that codes documents: counts, and how they agree with what was
//! published.

use super::numbers::as_fraction_some;
use super::{Decimal, Exact, Sampling};
use serde::Serialize;

/// How often each category occurs in a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct CategoryCounts {
    pub group: String,
    /// Municipalities in it, or whatever the question is answered for.
    pub units: usize,
    /// Of those, the ones with an answer: the denominator.
    pub answered: usize,
    /// Of which the answer is not known.
    pub unknown: usize,
    /// To which the question does not apply.
    pub not_applicable: usize,
    /// How many have each category, in the order of the question.
    pub counts: Vec<usize>,
}

/// A question over all municipalities.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct QuestionResult {
    /// Its id.
    pub question: String,
    pub name: String,
    /// The attribute of which each value has one answer; municipalities where absent.
    pub per: Option<String>,
    /// The categories: id and label.
    pub categories: Vec<(String, String)>,
    /// The counts over all, then by group.
    pub groups: Vec<CategoryCounts>,
    /// Whether groups were asked for that cut through what the question is answered for.
    pub not_grouped: bool,
    /// What is known for the whole only: category, how many, of how many.
    pub whole_only: Vec<(String, u32, u32)>,
}

/// A published percentage beside what the counts give.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PublishedFigure {
    pub group: String,
    /// The percentage as published, with its decimals.
    pub published: Decimal,
    /// How many, and of how many; absent where the coding has no such group.
    pub counted: Option<(usize, usize)>,
    /// The percentage that the counts give.
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
    /// What the row counts: the question's name and the category's label.
    pub label: String,
    /// The percentages.
    pub figures: Vec<PublishedFigure>,
}

/// A published table beside what the counts give.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PublishedResult {
    pub title: String,
    /// The groups, in the order of its columns.
    pub groups: Vec<String>,
    pub rows: Vec<PublishedLine>,
}

/// What a reader of such a study should be warned of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum CodingWarning {
    /// Percentages were published with decimals that so few cases do not bear.
    Decimals {
        /// The most decimals that were published.
        decimals: u32,
        /// The smallest number of cases behind such a percentage.
        cases: usize,
    },
    /// A unit such as a province is judged on a few municipalities.
    FewPerUnit {
        question: String,
        /// The unit.
        per: String,
        /// The fewest municipalities behind one unit.
        least: usize,
        most: usize,
    },
    /// Answers that mean different things were counted as one.
    Combined {
        question: String,
        /// The label of the category.
        category: String,
        /// What was taken together.
        parts: Vec<String>,
    },
    /// The rows were rebuilt from margins.
    MarginsOnly,
    /// A published figure does not follow from the coding.
    PublishedDiffers {
        /// The row's label and the group.
        what: String,
        /// The published percentage.
        published: Decimal,
        /// The computed one, rounded to the same decimals.
        computed: Option<String>,
    },
}

/// The outcome of a study that codes documents.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct CodingResult {
    /// The version of this format.
    pub format: u32,
    /// The version of the program that made it.
    pub program: String,
    /// The study's folder.
    pub case: String,
    /// The codebook and its version.
    pub codebook: (String, String),
    /// How the municipalities came in.
    pub sampling: Option<Sampling>,
    /// How many municipalities.
    pub municipalities: usize,
    /// The property by which they are grouped.
    pub by: Option<String>,
    /// The groups and their sizes.
    pub groups: Vec<(String, usize)>,
    /// Municipalities of which the property is not known.
    pub without_group: usize,
    pub questions: Vec<QuestionResult>,
    /// The published tables beside the counts.
    pub published: Vec<PublishedResult>,
    /// What a reader should be warned of.
    pub warnings: Vec<CodingWarning>,
    /// SHA-256 of the files.
    pub inputs: std::collections::BTreeMap<String, String>,
}
