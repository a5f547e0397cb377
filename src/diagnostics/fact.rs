//! What a message fills in: what was typed, a number, or words of the program in its language.

use std::fmt;

/// Something that a message names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// A text as it stands: what was typed, a name, what a library said.
    Text(String),
    /// A number of things.
    Count(usize),
    /// Words of the program, which the catalogue has in each language.
    Phrase(Phrase),
    /// Several facts in a row, with this between them.
    Row(Vec<Fact>, &'static str),
}

/// Words of the program, by their name in the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Phrase {
    /// The name in the catalogue.
    pub key: &'static str,
    /// What the words fill in.
    pub facts: Vec<(&'static str, Fact)>,
}

/// Words of the program, by their name in the catalogue.
#[must_use]
pub fn phrase(key: &'static str) -> Phrase {
    Phrase { key, facts: Vec::new() }
}

impl Phrase {
    /// Adds a fact that the words fill in.
    #[must_use]
    pub fn with(mut self, name: &'static str, fact: impl Into<Fact>) -> Self {
        self.facts.push((name, fact.into()));
        self
    }
}

impl Fact {
    /// The text that was typed, where this is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Every text in it, which may hold what was typed.
    pub fn texts_mut(&mut self) -> Vec<&mut String> {
        match self {
            Self::Text(text) => vec![text],
            Self::Count(_) => Vec::new(),
            Self::Phrase(phrase) => {
                phrase.facts.iter_mut().flat_map(|(_, fact)| fact.texts_mut()).collect()
            }
            Self::Row(facts, _) => facts.iter_mut().flat_map(Fact::texts_mut).collect(),
        }
    }
}

impl From<String> for Fact {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Fact {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<&str> for Fact {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<Phrase> for Fact {
    fn from(phrase: Phrase) -> Self {
        Self::Phrase(phrase)
    }
}

impl From<usize> for Fact {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl fmt::Display for Phrase {
    /// The name in the catalogue: for a log, never for a user.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key)
    }
}

impl std::error::Error for Phrase {}
