//! Studies that code the documents of many municipalities: a codebook, and a row per municipality.

use super::{Markdown, PartialDate, Period, Sampling, Status};
use std::collections::BTreeMap;

/// A possible answer to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Id, as used in the cells.
    pub id: String,
    pub label: String,
    /// The answers that the study combined into it; empty for a single answer.
    pub combines: Vec<String>,
}

/// A nominal question.
#[derive(Debug, Clone, PartialEq)]
pub struct CodedQuestion {
    pub id: String,
    /// Short name for tables.
    pub name: String,
    pub question: String,
    /// How it is coded.
    pub explanation: Markdown,
    /// The attribute whose values have one answer each, instead of one answer per municipality.
    pub per: Option<String>,
    /// The answers, which are mutually exclusive.
    pub categories: Vec<Category>,
}

/// A codebook: nominal questions for documents.
#[derive(Debug, Clone, PartialEq)]
pub struct Codebook {
    /// Id, also the name of its file.
    pub id: String,
    pub title: String,
    pub version: String,
    pub date: PartialDate,
    /// The subject of the codebook.
    pub description: Markdown,
    pub questions: Vec<CodedQuestion>,
    /// SHA-256 of the file.
    pub hash: String,
}

/// A cell of the coding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Coded {
    /// One of the question's categories.
    Category(String),
    /// Not known; never counted as a no.
    Unknown,
    /// The question does not apply to this municipality.
    NotApplicable,
}

/// A coded municipality.
#[derive(Debug, Clone, PartialEq)]
pub struct CodedRow {
    pub municipality: String,
    pub province: Option<String>,
    pub inhabitants: Option<u32>,
    /// Attributes, for grouping.
    pub attributes: BTreeMap<String, String>,
    /// The answer to each question, by question id.
    pub codes: BTreeMap<String, Coded>,
}

impl CodedRow {
    /// The value of a property of the municipality.
    #[must_use]
    pub fn value(&self, property: &str) -> Option<&str> {
        match property {
            "province" => self.province.as_deref(),
            "size-class" => self.inhabitants.map(|n| super::SizeClass::of(n).name()),
            attribute => self.attributes.get(attribute).map(String::as_str),
        }
    }
}

/// A number that is known for the whole only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WholeOnly {
    pub question: String,
    pub category: String,
    pub count: u32,
    /// The total.
    pub of: u32,
}

/// A row of a published table: a category, and a percentage for each group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedRow {
    pub question: String,
    pub category: String,
    /// Percentage by group, with the decimals as printed.
    pub values: Vec<(String, super::Decimal)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedTable {
    pub title: String,
    /// The property by which it is grouped; absent for a table over the whole.
    pub by: Option<String>,
    pub rows: Vec<PublishedRow>,
}

/// Where a study was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    pub title: String,
    pub author: Option<String>,
    pub date: Option<PartialDate>,
    pub url: Option<String>,
}

/// A study that codes documents of many municipalities.
#[derive(Debug, Clone, PartialEq)]
pub struct CodingStudy {
    /// Name of its folder.
    pub name: String,
    pub title: String,
    pub subtitle: Option<String>,
    /// The body that commissioned the study.
    pub commissioner: String,
    /// The people who carried it out.
    pub researchers: Option<String>,
    /// When the study took place.
    pub conducted: Period,
    /// Date of the report.
    pub date: PartialDate,
    pub status: Status,
    /// A notice for the reader, printed first.
    pub notice: Markdown,
    /// How the municipalities were selected.
    pub sampling: Option<Sampling>,
    /// The reason for that classification.
    pub sampling_reason: Markdown,
    pub background: Markdown,
    pub method: Markdown,
    pub colofon: Markdown,
    /// The published study on which it is based.
    pub source: Option<Publication>,
    pub codebook: Codebook,
    pub rows: Vec<CodedRow>,
    /// Whether the rows were reconstructed from marginal totals, so that results that depend on the
    /// combination of answers within a row must not be reported.
    pub margins_only: bool,
    /// Numbers that are known for the whole only.
    pub totals: Vec<WholeOnly>,
    /// The tables as published.
    pub published: Vec<PublishedTable>,
    /// SHA-256 of the files.
    pub hashes: BTreeMap<String, String>,
}
