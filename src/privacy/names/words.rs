//! Word lists for the search for names: prefixes of surnames, honorifics, surnames that are also
//! words or places, given names.

use super::fold::folded;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Prefixes between given name and surname (table 36 of the Logisch Ontwerp BRP, word by word), and
/// those of Spanish, Arabic and Turkish names.
const PREFIXES: &str = "a aan abu af ait al am auf aus ben bij bin bint boven d da dal dalla das \
    de deca degli dei del della den der des di die do don dos du el en gen het i ibn im in l la \
    las le les lo los o of onder op over s t te ten ter tho thoe to toe tot uijt uit unter v van \
    vanden vander vd vande ver vom von voor vor y zu zum zur";

/// Words before the name of a person.
const HONORIFICS: &str = "mevrouw mevr mw meneer dhr heer heren juffrouw freule jonkheer jhr dr \
    drs mr ing ir prof ds professor doctor";

/// Titles and degrees that occur in lists of names and are not part of them.
const TITLES: &str = "msc ma bsc ba llm llb ra rc cissp mba phd jr sr emia emita cpc mpa mpm";

static WORDS: LazyLock<BTreeSet<String>> =
    LazyLock::new(|| set(include_str!("words/gewone-woorden.txt")));

/// Dutch words of four to eight letters, sorted.
static DICTIONARY: LazyLock<Vec<&str>> =
    LazyLock::new(|| lines(include_str!("words/woordenlijst.txt")).collect());

/// Full place names, run together.
static PLACES: LazyLock<BTreeSet<String>> =
    LazyLock::new(|| set(include_str!("words/plaatsen.txt")));

/// Each word of a place name: Berg and Dal of Berg en Dal.
static PLACE_WORDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let mut out = BTreeSet::new();
    for place in lines(include_str!("words/plaatsen.txt")) {
        let stream = folded(place, false);
        let words = (0..stream.tokens.len()).map(|t| stream.word(t).to_owned());
        out.extend(words.filter(|w| w.len() > 2));
    }
    out
});

static GIVEN: LazyLock<BTreeSet<String>> =
    LazyLock::new(|| set(include_str!("words/voornamen.txt")));

static BEFORE_SURNAMES: LazyLock<BTreeSet<String>> = LazyLock::new(|| split(PREFIXES));
static BEFORE_PEOPLE: LazyLock<BTreeSet<String>> = LazyLock::new(|| split(HONORIFICS));
static DEGREES: LazyLock<BTreeSet<String>> = LazyLock::new(|| split(TITLES));

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|l| !l.starts_with('#') && !l.is_empty())
}

fn set(text: &str) -> BTreeSet<String> {
    lines(text).map(|word| folded(word, false).letters).collect()
}

fn split(text: &str) -> BTreeSet<String> {
    text.split_whitespace().map(|word| folded(word, false).letters).collect()
}

/// What else a surname is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Also {
    Nothing,
    /// An ordinary word, capitalised only at the start of a sentence.
    Word,
    /// A place, or a word so often used as a surname or otherwise that a match proves nothing.
    Common,
}

/// What else a surname is, without its prefix.
pub fn also(word: &str) -> Also {
    if WORDS.contains(word) || PLACE_WORDS.contains(word) {
        Also::Common
    } else if DICTIONARY.binary_search(&word).is_ok() {
        Also::Word
    } else {
        Also::Nothing
    }
}

/// What else a surname is, with its prefix. A place name has no article, so `De Vries` is not a
/// village.
pub fn also_whole(prefix: &[String], word: &str) -> Also {
    let article = matches!(prefix, [one] if matches!(one.as_str(), "de" | "den" | "het" | "t"));
    let place = || PLACES.contains(&format!("{}{word}", prefix.concat()));
    match also(word) {
        Also::Common if article && !WORDS.contains(word) && !place() => Also::Nothing,
        also => also,
    }
}

pub fn is_given(word: &str) -> bool {
    GIVEN.contains(word)
}

/// Whether a word is a prefix of surnames, such as `van`.
pub fn is_prefix(word: &str) -> bool {
    BEFORE_SURNAMES.contains(word)
}

/// Whether a word is an honorific, such as `mevrouw`.
pub fn is_honorific(word: &str) -> bool {
    BEFORE_PEOPLE.contains(word)
}

/// Whether a word in a list of names is a title, not part of the name.
pub fn is_title(word: &str) -> bool {
    DEGREES.contains(word) || BEFORE_PEOPLE.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surnames_that_are_words_or_places_are_known_and_others_are_not() {
        for word in ["bakker", "visser", "wit", "zoetermeer", "vos", "berg", "dyk", "jong"] {
            assert_eq!(also(word), Also::Common, "{word}");
        }
        for word in ["rechter", "peters"] {
            assert_eq!(also(word), Also::Word, "{word}");
        }
        for word in ["verschuur", "rikkersdonck", "jansen", "ozturk", "hendriks"] {
            assert_eq!(also(word), Also::Nothing, "{word}");
        }
        let de = ["de".to_owned()];
        assert_eq!((also("vries"), also_whole(&de, "vries")), (Also::Common, Also::Nothing));
        assert_eq!(also_whole(&de, "bilt"), Also::Common);
    }

    #[test]
    fn the_dictionary_is_sorted() {
        assert!(DICTIONARY.is_sorted() && DICTIONARY.len() > 50_000);
    }
}
