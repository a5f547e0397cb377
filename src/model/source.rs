//! Sources of evidence.

use super::{Markdown, PartialDate};
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
    /// A note for the reader.
    pub note: Markdown,
    /// Position of its code.
    pub place: Span,
}
