//! Studies that code documents of many municipalities: a codebook, and a row for each of them.

use super::{Markdown, PartialDate, Period, Sampling, Status};
use std::collections::BTreeMap;

/// An answer that a question can have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Its id, as it stands in the cells.
    pub id: String,
    /// Its name.
    pub label: String,
    /// What the study took together in it; empty where it is one thing.
    pub combines: Vec<String>,
}

/// A nominal question.
#[derive(Debug, Clone, PartialEq)]
pub struct CodedQuestion {
    pub id: String,
    /// A short name for tables.
    pub name: String,
    pub question: String,
    /// How it is coded.
    pub explanation: Markdown,
    /// The attribute of which each value, and not each municipality, has one answer.
    pub per: Option<String>,
    /// The answers, which exclude each other.
    pub categories: Vec<Category>,
}

/// A codebook: nominal questions for documents.
#[derive(Debug, Clone, PartialEq)]
pub struct Codebook {
    /// Its id, also the name of its file.
    pub id: String,
    pub title: String,
    pub version: String,
    /// The date of its text.
    pub date: PartialDate,
    /// What it is about.
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
    /// The question does not fit this municipality.
    NotApplicable,
}

/// A municipality as it was coded.
#[derive(Debug, Clone, PartialEq)]
pub struct CodedRow {
    pub municipality: String,
    pub province: Option<String>,
    pub inhabitants: Option<u32>,
    /// Attributes, for grouping.
    pub attributes: BTreeMap<String, String>,
    /// The answer to each question.
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
    /// How many.
    pub count: u32,
    /// Of how many.
    pub of: u32,
}

/// A row of a published table: a category, and a percentage for each group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedRow {
    pub question: String,
    pub category: String,
    /// The percentages by group, with the decimals that were printed.
    pub values: Vec<(String, super::Decimal)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedTable {
    pub title: String,
    /// By what it is grouped; the whole where absent.
    pub by: Option<String>,
    pub rows: Vec<PublishedRow>,
}

/// Where a study was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    pub title: String,
    /// Who wrote it.
    pub author: Option<String>,
    /// When it was published.
    pub date: Option<PartialDate>,
    /// Where it can be found.
    pub url: Option<String>,
}

/// A study that codes documents of many municipalities.
#[derive(Debug, Clone, PartialEq)]
pub struct CodingStudy {
    /// The name of its folder.
    pub name: String,
    pub title: String,
    pub subtitle: Option<String>,
    /// Who had it done.
    pub commissioner: String,
    /// Who did it.
    pub researchers: Option<String>,
    /// When it was done.
    pub conducted: Period,
    /// The date of its report.
    pub date: PartialDate,
    /// Where it stands.
    pub status: Status,
    /// What a reader must know before anything else.
    pub notice: Markdown,
    /// How the municipalities came in.
    pub sampling: Option<Sampling>,
    /// Why it is called that.
    pub sampling_reason: Markdown,
    pub background: Markdown,
    pub method: Markdown,
    /// Colophon.
    pub colofon: Markdown,
    /// The published study that it follows.
    pub source: Option<Publication>,
    pub codebook: Codebook,
    pub rows: Vec<CodedRow>,
    /// Whether the rows were rebuilt from margins, so that nothing that depends on the combination
    /// of answers within a row may be told.
    pub margins_only: bool,
    /// Numbers that are known for the whole only.
    pub totals: Vec<WholeOnly>,
    /// The tables as they were published.
    pub published: Vec<PublishedTable>,
    /// SHA-256 of the files.
    pub hashes: BTreeMap<String, String>,
}
