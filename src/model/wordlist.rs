//! Words for editorial hints: jargon, and different names of one thing.

/// A list of words for editorial hints. Each word is in lower case, or as it is always written, and
/// occurs in the list once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WordList {
    /// Words with a plainer alternative.
    pub jargon: Vec<Jargon>,
    /// Things with several names.
    pub names: Vec<OneThing>,
}

/// A word or phrase with a plainer alternative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Jargon {
    /// The base form of the word.
    pub word: String,
    /// Its inflected forms.
    pub forms: Vec<String>,
    /// What to write instead, as advice for the researcher.
    pub instead: String,
    /// Longer phrases in which the word has another meaning.
    pub except: Vec<String>,
}

/// A thing with several names, of which a text should use one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneThing {
    /// At least two.
    pub names: Vec<Name>,
    /// Longer phrases in which a name has another meaning.
    pub except: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    pub name: String,
    /// Its inflected forms.
    pub forms: Vec<String>,
    /// Whether this is the full name, which may occur once in a text before a shorter one.
    pub in_full: bool,
}
