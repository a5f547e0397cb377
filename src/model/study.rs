//! Facts of a study that are one word each: its status, how its municipality was selected, the
//! addressees of its recommendations, and the uptake of those of an earlier study.

use serde::{Serialize, Serializer};

/// Addressee of a recommendation, in the order of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Addressee {
    /// The council and the college together.
    RaadEnCollege,
    /// The college of mayor and aldermen.
    College,
    /// The mayor, as a separate body.
    Burgemeester,
    /// The council.
    Raad,
    /// The clerk of the council.
    Griffie,
    /// Somebody else, as the case calls them: `de omgevingsdienst`.
    Own(String),
}

impl Addressee {
    /// Those that every case has, by their word in a file, in the order of the report.
    pub const WORDS: [(&'static str, Self); 5] = [
        ("raad-en-college", Self::RaadEnCollege),
        ("college", Self::College),
        ("burgemeester", Self::Burgemeester),
        ("raad", Self::Raad),
        ("griffie", Self::Griffie),
    ];

    /// The addressee with this word in a file.
    #[must_use]
    pub fn of(word: &str) -> Self {
        let known = Self::WORDS.into_iter().find(|(key, _)| *key == word);
        known.map_or_else(|| Self::Own(word.to_owned()), |(_, addressee)| addressee)
    }

    /// The word in a file.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::Own(name) => name,
            known => Self::WORDS.iter().find(|(_, a)| a == known).map_or("", |(key, _)| *key),
        }
    }
}

impl Serialize for Addressee {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}

/// The status of an audit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Work in progress.
    Concept,
    /// Adopted by the rekenkamer.
    Definitief,
    /// Reconstructed by others from public documents.
    Reconstructie,
    /// Fictitious.
    Fictief,
}

impl Status {
    pub const ALL: [Status; 4] =
        [Self::Concept, Self::Definitief, Self::Reconstructie, Self::Fictief];

    /// The word in a YAML file.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Concept => "concept",
            Self::Definitief => "definitief",
            Self::Reconstructie => "reconstructie",
            Self::Fictief => "fictief",
        }
    }
}

/// How a municipality was selected for a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sampling {
    /// All municipalities of a group.
    Population,
    /// Drawn at random.
    Sample,
    /// Chosen without randomness.
    HandPicked,
}

impl Sampling {
    /// The words in a file, with their meaning.
    pub const WORDS: [(&'static str, Sampling); 3] = [
        ("population", Self::Population),
        ("sample", Self::Sample),
        ("hand-picked", Self::HandPicked),
    ];
}

/// The response of the body's executive to a recommendation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Position {
    Adopted,
    Partly,
    Rejected,
}

impl Position {
    /// The words in a file, with their meaning.
    pub const WORDS: [(&'static str, Position); 3] =
        [("adopted", Self::Adopted), ("partly", Self::Partly), ("rejected", Self::Rejected)];

    /// As documents say it.
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Adopted => "overgenomen",
            Self::Partly => "deels overgenomen",
            Self::Rejected => "niet overgenomen",
        }
    }
}

/// The council's decision on a recommendation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decided {
    Adopted,
    /// Adopted with a change.
    Amended,
    Rejected,
}

impl Decided {
    /// The words in a file, with their meaning.
    pub const WORDS: [(&'static str, Decided); 3] =
        [("adopted", Self::Adopted), ("amended", Self::Amended), ("rejected", Self::Rejected)];
}

/// Whose reading of what became of a recommendation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reader {
    /// The executive of the body; at a municipality the college.
    College,
    Rekenkamer,
}

/// The uptake of an earlier recommendation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Uptake {
    /// Carried out.
    #[serde(rename = "opgevolgd")]
    Done,
    /// Carried out in part.
    #[serde(rename = "deels-opgevolgd")]
    Partly,
    /// Not carried out.
    #[serde(rename = "niet-opgevolgd")]
    Not,
    /// Overtaken by events.
    #[serde(rename = "achterhaald")]
    Obsolete,
    /// Could not be established.
    #[serde(rename = "onbekend")]
    Unknown,
}

impl Uptake {
    pub const ALL: [Uptake; 5] =
        [Self::Done, Self::Partly, Self::Not, Self::Obsolete, Self::Unknown];

    /// The word in a YAML file.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Done => "opgevolgd",
            Self::Partly => "deels-opgevolgd",
            Self::Not => "niet-opgevolgd",
            Self::Obsolete => "achterhaald",
            Self::Unknown => "onbekend",
        }
    }
}
