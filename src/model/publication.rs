//! What only the publication of a study needs to know.

use super::{ClosedStep, Located};
use chrono::NaiveDate;

/// What a case says of its publication; all of it may be absent.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PublicationFacts {
    /// The first day on which the study may be public.
    pub embargo: Option<Located<NaiveDate>>,
    /// What the study found, in a few sentences for search engines and archives.
    pub summary: Option<String>,
    /// Words under which readers look for the study.
    pub subjects: Vec<String>,
    /// The number under which the rekenkamer keeps the study.
    pub identifier: Option<String>,
    /// The organisation that makes the study public, where that is not the audited body.
    pub publisher: Option<Publisher>,
    /// How long an archive keeps the study.
    pub appraisal: Option<Appraisal>,
    /// Steps that are closed although something of them is missing; each step at most once.
    pub closed: Vec<ClosedStep>,
}

/// An organisation that publishes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publisher {
    pub name: String,
    /// Its address in the registers of TOOI (identifier.overheid.nl).
    pub tooi: Option<String>,
}

impl Publisher {
    /// How the address of an organisation in the registers of TOOI begins: behind it stand the name
    /// of the register, a slash, and the code of the organisation.
    /// Source: <https://standaarden.overheid.nl/tooi/doc/tooi-waardelijsten/>.
    pub const REGISTERS: &'static str = "https://identifier.overheid.nl/tooi/id/";

    /// The register and the code in its address.
    #[must_use]
    pub fn register(&self) -> Option<(&str, &str)> {
        self.tooi.as_deref()?.strip_prefix(Self::REGISTERS)?.split_once('/')
    }
}

/// The appraisal of an archived document: the terms of MDTO, list *Waarderingen*.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Appraisal {
    /// Kept for ever.
    Permanent,
    /// Kept for a term.
    Temporary,
}

impl Appraisal {
    /// The words in a file, with their meaning.
    pub const WORDS: [(&'static str, Appraisal); 2] =
        [("permanent", Self::Permanent), ("temporary", Self::Temporary)];
}
