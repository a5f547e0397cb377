//! Which documents there are.

use serde::{Deserialize, Serialize};

/// A kind of document; the theme and the file names go by it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The nota for the council (bestuurlijke nota).
    #[default]
    Nota,
    /// All findings, norm by norm (nota van bevindingen).
    Report,
    /// The same for those who were audited, to check the facts (ambtelijk wederhoor): without
    /// conclusions and recommendations, every paragraph numbered.
    Hearing,
    /// One page (samenvatting).
    Summary,
    /// Which source says something on which norm (bronnenmatrix).
    Matrix,
    /// Audits side by side.
    Comparison,
    /// A study that codes documents.
    CodingStudy,
}

impl Kind {
    /// The documents that are made of one case.
    pub const OF_CASE: [Kind; 5] =
        [Self::Nota, Self::Report, Self::Hearing, Self::Summary, Self::Matrix];

    /// What a reader calls it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Nota => "Bestuurlijke nota",
            Self::Report => "Nota van bevindingen",
            Self::Hearing => "Nota van bevindingen voor ambtelijk wederhoor",
            Self::Summary => "Samenvatting",
            Self::Matrix => "Bronnenmatrix",
            Self::Comparison => "Vergelijking",
            Self::CodingStudy => "Codeerstudie",
        }
    }

    /// The name of its files, without their ending.
    #[must_use]
    pub fn stem(self) -> &'static str {
        match self {
            Self::Nota => "nota",
            Self::Report => "nota-van-bevindingen",
            Self::Hearing => "wederhoor",
            Self::Summary => "samenvatting",
            Self::Matrix => "bronnenmatrix",
            Self::Comparison | Self::CodingStudy => "vergelijking",
        }
    }

    /// Its template, below `templates/`.
    #[must_use]
    pub fn template(self) -> &'static str {
        match self {
            Self::Nota => "nota.md.jinja",
            Self::Report | Self::Hearing => "nota-van-bevindingen.md.jinja",
            Self::Summary => "samenvatting.md.jinja",
            Self::Matrix => "bronnenmatrix.md.jinja",
            Self::Comparison => "vergelijking.md.jinja",
            Self::CodingStudy => "codeerstudie.md.jinja",
        }
    }
}
