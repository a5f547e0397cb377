//! People and texts that must not be named in any publication.
//!
//! None of these types implements `Serialize`, so they cannot be passed to a template, and their
//! debug output does not reveal what they protect.

use std::fmt;

/// How a message refers to a protected item without revealing it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Label {
    /// The code of the source that is this person.
    Source(String),
    /// A description chosen by the researcher.
    What(String),
}

/// Whether a surname alone stops a publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alone {
    Refuse,
    /// It gives a warning, because it is also a word or a place.
    Warn,
}

impl Alone {
    /// The words in a YAML file.
    pub const WORDS: [(&'static str, Alone); 2] = [("refuse", Self::Refuse), ("warn", Self::Warn)];
}

/// A person who must not be named.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    /// How messages refer to this person.
    pub label: Label,
    pub name: String,
    /// Other names, such as a nickname or a name before marriage.
    pub aliases: Vec<String>,
    /// The person's function.
    pub function: Option<String>,
    /// The researcher's choice whether the surname alone stops a publication.
    pub alone: Option<Alone>,
}

/// Texts that must not be published: an address, an organisation, a case number.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret {
    /// How messages refer to it.
    pub label: Label,
    pub texts: Vec<String>,
}

/// A text that looks like a protected name but concerns somebody else, such as the author of a
/// book.
#[derive(Clone, PartialEq, Eq)]
pub struct SomeoneElse {
    /// The text, which contains more than the name.
    pub text: String,
    /// Why it may be published.
    pub reason: String,
}

/// Everything that must not be published.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Protected {
    pub people: Vec<Person>,
    /// Protected texts that are not names of people.
    pub also: Vec<Secret>,
    /// Exceptions: texts that may be published because they concern somebody else.
    pub someone_else: Vec<SomeoneElse>,
}

impl Protected {
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
        for hidden in ["Anneke", "Ans", "Laan"] {
            assert!(!shown.contains(hidden), "{shown}");
        }
    }
}
