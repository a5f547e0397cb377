//! Where the evidence comes from.

use super::{Markdown, PartialDate};
use crate::diagnostics::Span;
use serde::Serialize;

/// The kinds of source. Interviews and group sessions are testimony and weighed apart
/// (ISSAI 3000; GUID 3920 on the appropriateness of evidence).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    Document,
    /// An interview with one or more people.
    Interview,
    /// A session with a group.
    GroupSession,
    /// What the researchers saw themselves.
    Observation,
    /// A data set or register.
    Data,
}

impl SourceKind {
    /// All kinds, in the order in which reports list them.
    pub const ALL: [SourceKind; 5] =
        [Self::Document, Self::Interview, Self::GroupSession, Self::Observation, Self::Data];

    /// Whether this is what people said.
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
    /// What kind of source.
    pub kind: SourceKind,
    /// Its title, or the role of the person.
    pub title: String,
    /// Who made it.
    pub author: Option<String>,
    /// When it was made or held.
    pub date: Option<PartialDate>,
    /// Where it can be found.
    pub url: Option<String>,
    /// Sources on which it rests; it is then not independent of them.
    pub derived_from: Vec<String>,
    /// How many sources this entry stands for.
    pub count: u32,
    /// That number in words, where the study gives no exact one, such as 'ruim 20'.
    pub count_text: Option<String>,
    /// What a reader should know about it.
    pub note: Markdown,
    /// Where its code stands.
    pub place: Span,
}
