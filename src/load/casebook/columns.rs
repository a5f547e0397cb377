//! The sheets of the workbook of a case, and their columns.

use crate::load::keywords::{STANCES, meant};
use crate::load::raw::Raw as _;
use crate::load::raw::case::{RawConclusion, RawFinding, RawRecommendation, RawRecord, RawSource};
use crate::load::raw::hearing::RawRemark;
use crate::load::raw::kinds::{ChangedText, SourceKind, StudyStatus, Words, YesNo};
use crate::load::raw::shape::Shape;

/// A sheet: the entries of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    Norms,
    Findings,
    Sources,
    Conclusions,
    Recommendations,
    Remarks,
}

/// What a cell holds.
#[derive(Debug, Clone, Copy)]
pub enum Content {
    /// The code of the entry.
    Code,
    /// The code of the norm or sub-question of a finding.
    Parent,
    /// A text of the framework, which nobody edits here.
    Norm,
    Levels,
    /// A text; Markdown where the key has Markdown.
    Text,
    /// A word of a closed list.
    Word(fn() -> Vec<&'static str>),
    /// A level of the norm.
    Level,
    /// A day, a month or a year.
    Date,
    Number,
    /// A whole number, in digits alone.
    Whole,
    /// Codes, separated by commas.
    Codes,
    /// Answers to the points of a checklist, one a line: `point: ja`.
    Points,
    /// Sources, one a line: `D04: p. 12`, or `I02 (weerspreekt): p. 3`.
    Evidence,
}

/// A column of a sheet.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    pub heading: &'static str,
    /// The key of the entry; empty where the column belongs to no key.
    pub key: &'static str,
    pub content: Content,
    /// In characters.
    pub width: u16,
}

impl Column {
    /// Whether somebody may type in it at an entry that exists.
    #[must_use]
    pub fn is_typed(&self) -> bool {
        !matches!(self.content, Content::Code | Content::Parent) && self.is_read()
    }

    /// Whether it is read at all.
    #[must_use]
    pub fn is_read(&self) -> bool {
        !matches!(self.content, Content::Norm | Content::Levels)
    }
}

const fn column(heading: &'static str, key: &'static str, content: Content, width: u16) -> Column {
    Column { heading, key, content, width }
}

fn words<W: Words>() -> Vec<&'static str> {
    W::words().into_iter().map(|(word, _)| word).collect()
}

const CODE: Column = column("Code", "id", Content::Code, 12);
const FINDINGS: Column = column("Bevindingen", "findings", Content::Codes, 20);

const OF_NORMS: [Column; 4] = [
    CODE,
    column("Norm", "", Content::Norm, 60),
    column("Stand", "status", Content::Word(words::<StudyStatus>), 20),
    column("Reden", "reason", Content::Text, 60),
];

const OF_FINDINGS: [Column; 16] = [
    CODE,
    column("Norm of deelvraag", "", Content::Parent, 12),
    column("Wat de norm vraagt", "", Content::Norm, 40),
    column("Wat een oordeel betekent", "", Content::Levels, 50),
    column("Bevinding", "condition", Content::Text, 70),
    column("Oorzaak", "cause", Content::Text, 40),
    column("Gevolg", "effect", Content::Text, 40),
    column("Oordeel", "level", Content::Level, 16),
    column("Waarom dit oordeel", "level-reason", Content::Text, 40),
    column("Punten", "points", Content::Points, 24),
    column("Aantal", "count", Content::Whole, 10),
    column("Van de", "of", Content::Whole, 10),
    column("In totaal", "population", Content::Whole, 10),
    column("Waarde", "value", Content::Number, 10),
    column("Eenheid", "unit", Content::Text, 12),
    column("Bronnen", "evidence", Content::Evidence, 34),
];

const OF_SOURCES: [Column; 15] = [
    column("Code", "code", Content::Code, 12),
    column("Soort", "kind", Content::Word(words::<SourceKind>), 16),
    column("Titel", "title", Content::Text, 50),
    column("Schrijver", "author", Content::Text, 24),
    column("Datum", "date", Content::Date, 12),
    column("Webadres", "url", Content::Text, 30),
    column("Ontvangen", "received", Content::Date, 12),
    column("Geraadpleegd", "retrieved", Content::Date, 14),
    column("Bestand", "file", Content::Text, 24),
    column("Toestemming", "consent", Content::Word(words::<YesNo>), 14),
    column("Berust op", "derived-from", Content::Codes, 16),
    column("Aantal", "count", Content::Whole, 10),
    column("Alles", "complete", Content::Word(words::<YesNo>), 10),
    column("Waarvan het aantal is", "count-text", Content::Text, 24),
    column("Toelichting", "note", Content::Text, 50),
];

const OF_CONCLUSIONS: [Column; 5] = [
    CODE,
    column("Conclusie", "title", Content::Text, 50),
    column("Tekst", "text", Content::Text, 80),
    column("Normen", "criteria", Content::Codes, 20),
    FINDINGS,
];

const OF_RECOMMENDATIONS: [Column; 8] = [
    CODE,
    column("Aan", "addressee", Content::Text, 14),
    column("Aanbeveling", "title", Content::Text, 50),
    column("Tekst", "text", Content::Text, 80),
    column("Conclusies", "conclusions", Content::Codes, 16),
    FINDINGS,
    column("Termijn", "deadline", Content::Date, 12),
    column("Wie het doet", "owner", Content::Text, 24),
];

const OF_REMARKS: [Column; 8] = [
    CODE,
    column("Bij", "at", Content::Text, 14),
    column("Van", "by", Content::Text, 24),
    column("Opmerking", "remark", Content::Text, 60),
    column("Waaruit blijkt dat?", "proof", Content::Text, 30),
    column("Antwoord", "answer", Content::Text, 60),
    column("Aangepast", "changed", Content::Word(words::<ChangedText>), 12),
    column("Waar", "where", Content::Text, 24),
];

impl Table {
    pub const ALL: [Self; 6] = [
        Self::Norms,
        Self::Findings,
        Self::Sources,
        Self::Conclusions,
        Self::Recommendations,
        Self::Remarks,
    ];

    /// The name of its sheet.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Norms => "Normen",
            Self::Findings => "Bevindingen",
            Self::Sources => "Bronnen",
            Self::Conclusions => "Conclusies",
            Self::Recommendations => "Aanbevelingen",
            Self::Remarks => "Wederhoor",
        }
    }

    /// Its columns, from the left.
    #[must_use]
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::Norms => &OF_NORMS,
            Self::Findings => &OF_FINDINGS,
            Self::Sources => &OF_SOURCES,
            Self::Conclusions => &OF_CONCLUSIONS,
            Self::Recommendations => &OF_RECOMMENDATIONS,
            Self::Remarks => &OF_REMARKS,
        }
    }

    /// Whether the format requires a key of its entries.
    pub(super) fn must(self, key: &str) -> bool {
        let shape = match self {
            Self::Norms => RawRecord::shape(),
            Self::Findings => RawFinding::shape(),
            Self::Sources => RawSource::shape(),
            Self::Conclusions => RawConclusion::shape(),
            Self::Recommendations => RawRecommendation::shape(),
            Self::Remarks => RawRemark::shape(),
        };
        let Shape::Keys(_, keys) = shape else { return false };
        keys.iter().any(|known| known.name == key && known.must)
    }
}

/// The Dutch words for words of the format that are not Dutch.
const LABELS: [(&str, &str); 10] = [
    ("group-session", "groepsgesprek"),
    ("observation", "waarneming"),
    ("data", "gegevens"),
    ("true", "ja"),
    ("false", "nee"),
    ("yes", "ja"),
    ("partly", "deels"),
    ("no", "nee"),
    ("supports", "steunt"),
    ("contradicts", "weerspreekt"),
];

/// A word of the format as a cell shows it.
#[must_use]
pub fn label(word: &str) -> &str {
    LABELS.iter().find(|(own, _)| *own == word).map_or(word, |(_, label)| label)
}

/// The word of a closed list that somebody typed.
pub fn word(typed: &str, known: &[&'static str]) -> Option<&'static str> {
    let typed = typed.trim().to_lowercase();
    let labelled = known.iter().copied().find(|word| *word == typed || label(word) == typed);
    labelled.or_else(|| meant(&typed, known))
}

/// The words for whether a source supports a finding.
pub fn stances() -> Vec<&'static str> {
    STANCES.iter().map(|(word, _)| *word).collect()
}
