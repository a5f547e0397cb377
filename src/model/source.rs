//! Sources of evidence.

use super::{Located, Markdown, PartialDate};
use crate::diagnostics::Span;
use serde::Serialize;

/// The kinds of source. Interviews and group sessions are testimony and are weighed separately
/// (ISSAI 3000; GUID 3920 on the appropriateness of evidence).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    Document,
    /// An interview with one or more people.
    Interview,
    /// A session with a group.
    GroupSession,
    /// A direct observation by the researchers.
    Observation,
    /// A data set or register.
    Data,
}

impl SourceKind {
    /// All kinds, in the order of the report's list.
    pub const ALL: [SourceKind; 5] =
        [Self::Document, Self::Interview, Self::GroupSession, Self::Observation, Self::Data];

    /// Whether the source is what people said.
    #[must_use]
    pub fn is_testimony(self) -> bool {
        matches!(self, Self::Interview | Self::GroupSession)
    }

    /// The word in a YAML file.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Interview => "interview",
            Self::GroupSession => "group-session",
            Self::Observation => "observation",
            Self::Data => "data",
        }
    }
}

/// Whether those who were interviewed agreed with the report of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// Not sent yet.
    Draft,
    /// Sent, without an answer so far.
    Sent,
    Agreed,
    /// Agreed once it was changed.
    AgreedWithChanges,
    /// Nobody answered.
    NoResponse,
}

impl Agreement {
    /// The words in a file, with their meaning.
    pub const WORDS: [(&'static str, Self); 5] = [
        ("concept", Self::Draft),
        ("sent", Self::Sent),
        ("agreed", Self::Agreed),
        ("agreed-with-changes", Self::AgreedWithChanges),
        ("no-response", Self::NoResponse),
    ];

    #[must_use]
    pub fn is_given(self) -> bool {
        matches!(self, Self::Agreed | Self::AgreedWithChanges)
    }
}

/// The report of an interview or a group session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Transcript {
    pub status: Agreement,
    /// When it was sent.
    pub sent: Option<PartialDate>,
    /// The day by which an answer was asked.
    pub due: Option<PartialDate>,
}

/// A source of evidence. People appear by their role only.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// The code by which findings refer to it.
    pub code: String,
    pub kind: SourceKind,
    /// The title, or the role of the person.
    pub title: String,
    pub author: Option<String>,
    /// When it was made or held.
    pub date: Option<PartialDate>,
    pub url: Option<String>,
    /// Sources on which it is based; it is not independent of these.
    pub derived_from: Vec<String>,
    /// The number of sources that this entry represents.
    pub count: u32,
    /// Whether it holds every file of the studied period, and all were inspected.
    pub complete: bool,
    /// That number in words, where the study gives no exact one, such as 'ruim 20'.
    pub count_text: Option<String>,
    /// When the researchers received it.
    pub received: Option<PartialDate>,
    /// When they fetched it from its address.
    pub retrieved: Option<PartialDate>,
    /// Its file in the dossier of the case.
    pub file: Option<Located<String>>,
    /// The SHA-256 of that file, in hexadecimal.
    pub sha256: Option<Located<String>>,
    /// Whether people allowed to quote them.
    pub consent: bool,
    /// The report of a conversation; `None` where nothing is said of it.
    pub report: Option<Transcript>,
    /// A note for the reader.
    pub note: Markdown,
    /// Position of its code.
    pub place: Span,
}

impl Source {
    /// Whether the report of this conversation still has to be sent or answered.
    #[must_use]
    pub fn awaits_agreement(&self) -> bool {
        let status = self.report.map(|report| report.status);
        matches!(status, Some(Agreement::Draft | Agreement::Sent))
    }

    /// Whether a document may have its words: those of people only with their consent.
    #[must_use]
    pub fn may_be_quoted(&self) -> bool {
        self.consent || !self.kind.is_testimony()
    }
}
