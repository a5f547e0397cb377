//! The values that a message fills in: typed text, a number, or a phrase in its language.

use std::fmt;

/// A value that a message fills in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// A literal text: typed text, a name, a message of a library.
    Text(String),
    /// A count, which selects singular or plural.
    Count(usize),
    /// A phrase of the catalogue, which has it in each language.
    Phrase(Phrase),
    /// Several values, joined by this separator.
    Row(Vec<Fact>, &'static str),
}

/// A phrase of the catalogue, by its key.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Phrase {
    /// The key in the catalogue.
    pub key: &'static str,
    /// The values that the phrase fills in, by name.
    pub facts: Vec<(&'static str, Fact)>,
}

/// A phrase of the catalogue, by its key.
#[must_use]
pub fn phrase(key: &'static str) -> Phrase {
    Phrase { key, facts: Vec::new() }
}

impl Phrase {
    /// The phrase with dots in the place of each text that may not be shown.
    #[must_use]
    pub fn without(mut self, is_secret: impl Fn(&str) -> bool) -> Self {
        for (_, fact) in &mut self.facts {
            for text in fact.texts_mut().into_iter().filter(|text| is_secret(text)) {
                "…".clone_into(text);
            }
        }
        self
    }

    /// Adds a value that the phrase fills in.
    #[must_use]
    pub fn with(mut self, name: &'static str, fact: impl Into<Fact>) -> Self {
        self.facts.push((name, fact.into()));
        self
    }
}

impl Fact {
    /// The text, if this is a literal text.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// All literal texts in it, which may contain typed text.
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
    /// Writes the key in the catalogue: for logs, never for users.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key)
    }
}

impl std::error::Error for Phrase {}
