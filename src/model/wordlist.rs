//! The words that an editor would look at: jargon, and names that mean one thing.

/// A list of words for editorial hints. Every word in it is in lower case or as it is always
/// written, and stands in it once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WordList {
    /// Words that have a plainer one.
    pub jargon: Vec<Jargon>,
    /// Things that go by several names.
    pub names: Vec<OneThing>,
}

/// A word or phrase that has a plainer one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Jargon {
    /// The word, as a reader looks it up.
    pub word: String,
    /// Its other forms.
    pub forms: Vec<String>,
    /// What to write instead, in words for the researcher.
    pub instead: String,
    /// Longer phrases in which the word means something else.
    pub except: Vec<String>,
}

/// A thing that goes by several names, of which one text should use one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneThing {
    /// The names, at least two.
    pub names: Vec<Name>,
    /// Longer phrases in which a name means something else.
    pub except: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    pub name: String,
    /// Its other forms.
    pub forms: Vec<String>,
    /// Whether this is the name in full, which may stand in a text once before a shorter one.
    pub in_full: bool,
}
