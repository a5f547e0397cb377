//! The kinds of documents.

use serde::{Deserialize, Serialize};

/// A kind of document; determines the theme's layout and the file names.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The nota for the council (bestuurlijke nota).
    #[default]
    Nota,
    /// All findings, norm by norm, with their sources (nota van bevindingen).
    Report,
    /// How the judgements came about: method, counts, chain from source to recommendation, hashes
    /// (verantwoording).
    Accounting,
    /// The findings for the audited body, to check the facts (ambtelijk wederhoor): without
    /// conclusions and recommendations, every paragraph numbered.
    Hearing,
    /// One page (samenvatting).
    Summary,
    /// Which source covers which norm (bronnenmatrix).
    Matrix,
    /// The norms themselves, to be adopted or discussed beforehand (normenkader).
    Framework,
    /// A comparison of audits.
    Comparison,
    /// One municipality of a comparison beside those of its size class.
    Factsheet,
    /// A study that codes documents.
    CodingStudy,
    /// What became of the recommendations of several studies (opvolging).
    Register,
    /// The studies of a year and their recommendations, for the annual report of the rekenkamer.
    YearReport,
}

impl Kind {
    /// The kinds of documents made from a single case.
    pub const OF_CASE: [Kind; 7] = [
        Self::Nota,
        Self::Report,
        Self::Hearing,
        Self::Accounting,
        Self::Summary,
        Self::Matrix,
        Self::Framework,
    ];

    /// Whether it is a single page, without a cover and contents.
    #[must_use]
    pub fn is_one_page(self) -> bool {
        matches!(self, Self::Summary | Self::Factsheet)
    }

    /// Whether it has neither a cover nor contents: a masthead says what it is.
    #[must_use]
    pub fn is_sheet(self) -> bool {
        self.is_one_page() || matches!(self, Self::Register | Self::YearReport)
    }

    /// Its title for the reader.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Nota => "Bestuurlijke nota",
            Self::Report => "Nota van bevindingen",
            Self::Hearing => "Nota van bevindingen voor ambtelijk wederhoor",
            Self::Accounting => "Verantwoording",
            Self::Summary => "Samenvatting",
            Self::Matrix => "Bronnenmatrix",
            Self::Framework => "Normenkader",
            Self::Comparison => "Vergelijking",
            Self::Factsheet => "U naast uw klasse",
            Self::CodingStudy => "Codeerstudie",
            Self::Register => "Register",
            Self::YearReport => "Bij het jaarverslag",
        }
    }

    /// The name of its files, without extension.
    #[must_use]
    pub fn stem(self) -> &'static str {
        match self {
            Self::Nota => "nota",
            Self::Report => "nota-van-bevindingen",
            Self::Hearing => "wederhoor",
            Self::Accounting => "verantwoording",
            Self::Summary => "samenvatting",
            Self::Matrix => "bronnenmatrix",
            Self::Framework => "normenkader",
            Self::Comparison | Self::CodingStudy => "vergelijking",
            Self::Factsheet => "factsheet",
            Self::Register => "register",
            Self::YearReport => "jaarverslag",
        }
    }

    /// Its template, relative to `templates/`.
    #[must_use]
    pub fn template(self) -> &'static str {
        match self {
            Self::Nota => "nota.md.jinja",
            Self::Report | Self::Hearing => "nota-van-bevindingen.md.jinja",
            Self::Accounting => "verantwoording.md.jinja",
            Self::Summary => "samenvatting.md.jinja",
            Self::Matrix => "bronnenmatrix.md.jinja",
            Self::Framework => "normenkader.md.jinja",
            Self::Comparison => "vergelijking.md.jinja",
            Self::Factsheet => "factsheet.md.jinja",
            Self::CodingStudy => "codeerstudie.md.jinja",
            Self::Register | Self::YearReport => "register.md.jinja",
        }
    }
}
