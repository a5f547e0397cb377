//! The strings to search for: the forms in which a name or text can occur among the letters.

use super::fold::{Stream, folded};
use super::people::{Parts, Surname};
use super::words::{Also, also, also_whole};
use crate::model::{Alone, Person};
use std::collections::BTreeSet;

/// How to judge a match of a needle.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// A surname. The words around it decide.
    Surname {
        /// Index of the person in the list of bearers.
        bearer: usize,
        /// What else the surname is, with its prefix.
        whole: Also,
        /// What else the surname is, without its prefix.
        bare: Also,
        /// Whether it is too short to be certain by itself.
        short: bool,
        /// Whether the surname has a prefix such as `van`.
        prefixed: bool,
        /// Number of letters.
        length: usize,
        /// Whether the letters are Latin. In other scripts a few letters are distinctive.
        latin: bool,
    },
    /// A surname with its prefix run together: `devries`.
    Joined {
        /// Whether the surname is also an ordinary word or a place.
        common: bool,
    },
    /// Given name or initials with the surname, which identifies the person.
    Whole {
        /// Whether it counts only in an address or a file name.
        address: bool,
    },
    /// A given name.
    Given {
        /// Index of the person in the list of bearers.
        bearer: usize,
        /// Whether it is also an ordinary word.
        common: bool,
    },
    /// A one-word alias that the researcher gave.
    Alias {
        /// Whether it is also an ordinary word or a place.
        common: bool,
    },
    /// A protected text, searched for literally.
    Text {
        /// Whether its parts may be separated, as those of a number.
        number: bool,
    },
    /// The name of a municipality.
    Town {
        /// Whether it is also an ordinary word.
        common: bool,
    },
}

/// Letters to search for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Needle {
    pub letters: String,
    /// Byte offsets in the letters at which a word may end.
    pub splits: Vec<usize>,
    /// Index of the entry.
    pub entry: usize,
    pub rule: Rule,
}

impl Needle {
    fn of(words: &[&str], entry: usize, rule: Rule) -> Self {
        Self::made(&folded(&words.join(" "), false), &folded(&words.concat(), false), entry, rule)
    }

    /// Split into words and run together, the letters can differ by an `ij` (folded to `y`). If
    /// they do not, the split ones know the word ends.
    fn made(apart: &Stream, together: &Stream, entry: usize, rule: Rule) -> Self {
        let stream = if apart.letters == together.letters { apart } else { together };
        let splits = stream.tokens.iter().skip(1).map(|t| t.start).collect();
        Self { letters: stream.letters.clone(), splits, entry, rule }
    }
}

/// Given names and initials of a person, used to judge a match.
#[derive(Clone, Hash)]
pub struct Bearer {
    /// Given names and nicknames.
    pub given: BTreeSet<String>,
    pub initials: Vec<char>,
    /// The first letters of the surnames, with and without prefix.
    pub surnames: Vec<char>,
}

impl Bearer {
    /// Whether a given name begins with this letter.
    #[must_use]
    pub fn begins_with(&self, letter: char) -> bool {
        begins(&self.initials, letter)
    }

    /// Whether a surname or its prefix begins with this letter.
    #[must_use]
    pub fn goes_on_with(&self, letter: char) -> bool {
        begins(&self.surnames, letter)
    }
}

/// Whether a letter is among the first letters of names. IJ is one letter, and begins with an I.
fn begins(first: &[char], letter: char) -> bool {
    first.contains(&letter) || letter == 'i' && first.contains(&'y')
}

/// The needles of a person. The data to judge matches by is added to `bearers`. `known` are words
/// that occur in every document of the case, such as the name of its municipality.
pub fn person(
    person: &Person,
    entry: usize,
    known: &BTreeSet<String>,
    bearers: &mut Vec<Bearer>,
) -> Vec<Needle> {
    let mut out = Vec::new();
    let aliases: Vec<&str> = person.aliases.iter().map(String::as_str).collect();
    let (single, several): (Vec<&str>, Vec<&str>) =
        aliases.into_iter().partition(|a| folded(a, false).tokens.len() < 2);
    for name in std::iter::once(person.name.as_str()).chain(several) {
        for umlauts in [false, true] {
            let parts = Parts::of(name, umlauts);
            let mut given: BTreeSet<String> = parts.given.iter().cloned().collect();
            given.extend(single.iter().map(|a| folded(a, umlauts).letters));
            let words = parts.surnames.iter().flat_map(|s| s.prefix.iter().chain([&s.core]));
            let surnames = words.filter_map(|word| word.chars().next()).collect();
            bearers.push(Bearer { given, initials: parts.initials.clone(), surnames });
            let bearer = bearers.len() - 1;
            let kinds = |surname: &Surname| match person.alone {
                Some(Alone::Warn) => [Also::Common; 2],
                Some(Alone::Refuse) => [Also::Nothing; 2],
                None if known.contains(&surname.core) => [Also::Common; 2],
                None => [also_whole(&surname.prefix, &surname.core), also(&surname.core)],
            };
            of_parts(&parts, bearer, entry, &kinds, &mut out);
        }
    }
    for alias in single {
        for umlauts in [false, true] {
            let letters = folded(alias, umlauts).letters;
            let plain = also(&letters) == Also::Nothing && letters.len() > 2;
            let common = !plain || known.contains(&letters);
            out.push(Needle::of(&[&letters], entry, Rule::Alias { common }));
        }
    }
    out.retain(|n| !n.letters.is_empty());
    out
}

fn of_parts(
    parts: &Parts,
    bearer: usize,
    entry: usize,
    kinds: &dyn Fn(&Surname) -> [Also; 2],
    out: &mut Vec<Needle>,
) {
    for surname in &parts.surnames {
        let ([whole, bare], short) = (kinds(surname), surname.short());
        let prefixed = !surname.prefix.is_empty();
        let (length, latin) = (surname.core.chars().count(), surname.core.is_ascii());
        let rule = Rule::Surname { bearer, whole, bare, short, prefixed, length, latin };
        // `D'Hondt` is also written without its apostrophe.
        if let Some(letter) = surname.prefix.last().filter(|word| word.len() == 1) {
            let elided = format!("{letter}{}", surname.core);
            out.push(Needle::of(&[&elided], entry, rule.clone()));
        }
        // Separated letters I and J are not folded to `y`, so they get their own needle.
        let each = surname.core.match_indices('y').map(|(at, _)| {
            let (before, after) = surname.core.split_at(at);
            format!("{before}{}", after.replacen('y', "i j", 1))
        });
        for apart in each.chain([surname.core.replace('y', "i j")]) {
            out.push(Needle::of(&[&apart], entry, rule.clone()));
        }
        out.push(Needle::of(&[&surname.core], entry, rule));
        if prefixed && !short {
            let joined = format!("{}{}", surname.prefix.concat(), surname.core);
            let common = whole == Also::Common;
            out.push(Needle::of(&[&joined], entry, Rule::Joined { common }));
        }
    }
    for words in surnames(parts) {
        whole(parts, &words, entry, out);
    }
    if let Some(given) = parts.given.first().filter(|given| given.chars().count() > 2) {
        let common = also(given) != Also::Nothing;
        out.push(Needle::of(&[given], entry, Rule::Given { bearer, common }));
    }
}

/// The surnames as they can occur in an address: each alone, with and without prefix, and all
/// together.
fn surnames(parts: &Parts) -> Vec<Vec<&str>> {
    let mut out = Vec::new();
    let mut all = Vec::new();
    for surname in &parts.surnames {
        let core = surname.core.as_str();
        let full: Vec<&str> = surname.prefix.iter().map(String::as_str).chain([core]).collect();
        all.extend(full.iter().copied());
        out.extend([vec![core], full]);
    }
    out.push(all);
    out.sort();
    out.dedup();
    out
}

/// Given name or initials with a surname, in both orders.
fn whole(parts: &Parts, surname: &[&str], entry: usize, out: &mut Vec<Needle>) {
    let letters: Vec<String> = parts.initials.iter().map(char::to_string).collect();
    let letters: Vec<&str> = letters.iter().map(String::as_str).collect();
    let given: Vec<&str> = parts.given.iter().map(String::as_str).collect();
    let mut add = |first: &[&str], address: bool| {
        if first.is_empty() {
            return;
        }
        for words in [[first, surname].concat(), [surname, first].concat()] {
            out.push(Needle::of(&words, entry, Rule::Whole { address }));
        }
    };
    for name in &given {
        add(&[name], name.chars().count() < 3);
    }
    add(&given, false);
    add(letters.get(..1).unwrap_or_default(), true);
    add(&letters, true);
}

/// The needles of a protected text.
pub fn text(text: &str, entry: usize) -> Vec<Needle> {
    let mut out = Vec::new();
    for umlauts in [false, true] {
        let stream = folded(text, umlauts);
        let digits = stream.letters.chars().filter(|c| c.is_numeric()).count();
        let number = digits >= 4 && digits * 2 > stream.letters.chars().count();
        out.push(Needle::made(&stream, &stream, entry, Rule::Text { number }));
    }
    out
}

/// The needles of the name of a municipality.
pub fn town(name: &str, entry: usize, common: bool) -> Vec<Needle> {
    let both = [false, true].map(|umlauts| folded(name, umlauts));
    both.iter().map(|s| Needle::made(s, s, entry, Rule::Town { common })).collect()
}
