//! Who and what must not be named in anything that is published.
//!
//! None of this has `Serialize`, so that no template can be given it, and none shows what it
//! protects where a program prints its values.

use std::fmt;

/// How a message names something protected without telling it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Label {
    /// The source behind which a person stands.
    Source(String),
    /// A description that the researcher chose.
    What(String),
}

/// Whether a surname by itself stops a publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alone {
    /// It does.
    Refuse,
    /// It draws a warning, because it is also a word or a place.
    Warn,
}

impl Alone {
    /// The words in a YAML file.
    pub const WORDS: [(&'static str, Alone); 2] = [("refuse", Self::Refuse), ("warn", Self::Warn)];
}

/// A person who must not be named.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    /// How messages name this person.
    pub label: Label,
    pub name: String,
    /// Other names: what friends say, a name before marriage.
    pub aliases: Vec<String>,
    /// What the person does.
    pub function: Option<String>,
    /// Whether the surname by itself stops a publication, where the researcher chose.
    pub alone: Option<Alone>,
}

/// Texts that must not be published: an address, an organisation, the number of a case.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret {
    /// How messages name it.
    pub label: Label,
    pub texts: Vec<String>,
}

/// A text that reads as a protected name and is about somebody else, such as the author of a book.
#[derive(Clone, PartialEq, Eq)]
pub struct SomeoneElse {
    /// The text, with more in it than the name.
    pub text: String,
    /// Why it may be published.
    pub reason: String,
}

/// All that must not be told.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Protected {
    pub people: Vec<Person>,
    /// All else.
    pub also: Vec<Secret>,
    /// What is told all the same, because it is about somebody else.
    pub someone_else: Vec<SomeoneElse>,
}

impl Protected {
    /// Whether there is nothing to protect.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.people.is_empty() && self.also.is_empty()
    }

    /// Adds what another key file protects.
    pub fn extend(&mut self, other: Protected) {
        self.people.extend(other.people);
        self.also.extend(other.also);
        self.someone_else.extend(other.someone_else);
    }
}

impl fmt::Debug for SomeoneElse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SomeoneElse").finish_non_exhaustive()
    }
}

impl fmt::Debug for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Person").field("label", &self.label).finish_non_exhaustive()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Secret").field("label", &self.label).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_printed_value_tells_no_name() {
        let person = Person {
            label: Label::Source("I01".into()),
            name: "Anneke Verschuur".into(),
            aliases: vec!["Ans".into()],
            function: None,
            alone: None,
        };
        let secret = Secret { label: Label::What("adres".into()), texts: vec!["Laan 1".into()] };
        let shown = format!(
            "{:?}",
            Protected { people: vec![person], also: vec![secret], ..Protected::default() }
        );
        assert!(shown.contains("I01") && shown.contains("adres"), "{shown}");
        for told in ["Anneke", "Ans", "Laan"] {
            assert!(!shown.contains(told), "{shown}");
        }
    }
}
