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
    /// The remarks of the hearing, and what was done with each (verwerking van het wederhoor).
    HearingAnswers,
    /// Where the text differs from what was sent to the hearing.
    HearingChanges,
    /// One page (samenvatting).
    Summary,
    /// Which source covers which norm (bronnenmatrix).
    Matrix,
    /// What a study will do, before it begins (onderzoeksplan).
    Plan,
    /// The letters with which reports of conversations go to those who spoke.
    Letters,
    /// Conclusions and recommendations for the executive, with a form for its reaction.
    Reaction,
    /// The proposal to the council with the draft of its decision (raadsvoorstel).
    Proposal,
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
    pub const OF_CASE: [Kind; 13] = [
        Self::Plan,
        Self::Letters,
        Self::Nota,
        Self::Report,
        Self::Hearing,
        Self::HearingAnswers,
        Self::HearingChanges,
        Self::Accounting,
        Self::Summary,
        Self::Reaction,
        Self::Proposal,
        Self::Matrix,
        Self::Framework,
    ];

    /// Whether it is a single page, without a cover and contents.
    #[must_use]
    pub fn is_one_page(self) -> bool {
        matches!(self, Self::Summary | Self::Factsheet)
    }

    /// Whether it has a cover and contents. A letter has its title above the text.
    #[must_use]
    pub fn has_cover(self) -> bool {
        !self.is_sheet() && !self.is_letter()
    }

    /// Whether it is a short document of several pages without a cover.
    #[must_use]
    pub fn is_letter(self) -> bool {
        matches!(
            self,
            Self::Plan
                | Self::Letters
                | Self::HearingAnswers
                | Self::HearingChanges
                | Self::Reaction
                | Self::Proposal
        )
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
            Self::HearingAnswers => "Verwerking van het ambtelijk wederhoor",
            Self::HearingChanges => "Verschil met de voorgelegde tekst",
            Self::Accounting => "Verantwoording",
            Self::Summary => "Samenvatting",
            Self::Plan => "Onderzoeksplan",
            Self::Letters => "Brieven bij gespreksverslagen",
            Self::Reaction => "Verzoek om bestuurlijke reactie",
            Self::Proposal => "Voorstel en ontwerpbesluit",
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
            Self::HearingAnswers => "wederhoor-antwoorden",
            Self::HearingChanges => "wederhoor-verschil",
            Self::Accounting => "verantwoording",
            Self::Summary => "samenvatting",
            Self::Plan => "onderzoeksplan",
            Self::Letters => "gespreksverslagen",
            Self::Reaction => "bestuurlijke-reactie",
            Self::Proposal => "raadsvoorstel",
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
            Self::HearingAnswers => "wederhoor-antwoorden.md.jinja",
            Self::HearingChanges => "wederhoor-verschil.md.jinja",
            Self::Accounting => "verantwoording.md.jinja",
            Self::Summary => "samenvatting.md.jinja",
            Self::Plan => "onderzoeksplan.md.jinja",
            Self::Letters => "gespreksverslagen.md.jinja",
            Self::Reaction => "bestuurlijke-reactie.md.jinja",
            Self::Proposal => "raadsvoorstel.md.jinja",
            Self::Matrix => "bronnenmatrix.md.jinja",
            Self::Framework => "normenkader.md.jinja",
            Self::Comparison => "vergelijking.md.jinja",
            Self::Factsheet => "factsheet.md.jinja",
            Self::CodingStudy => "codeerstudie.md.jinja",
            Self::Register | Self::YearReport => "register.md.jinja",
        }
    }
}
