//! What is looked for: the forms in which the letters of a name or text can stand in a stream.

use super::fold::{Stream, folded};
use super::people::{Parts, Surname};
use super::words::{Also, also, also_whole};
use crate::model::{Alone, Person};
use std::collections::BTreeSet;

/// What a needle that was found means.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// A surname; what stands around it decides.
    Surname {
        /// The person's place in the list of those with parts.
        bearer: usize,
        /// What it is as well, with what stands before it.
        whole: Also,
        /// The same without what stands before it.
        bare: Also,
        /// Whether it is too short to prove anything.
        short: bool,
        /// Whether the person's surname has `van` or the like before it.
        prefixed: bool,
        /// How many letters it has.
        length: usize,
        /// Whether they are Latin; in other scripts few letters say much.
        latin: bool,
    },
    /// A surname with its prefix run together: `devries`.
    Joined {
        /// Whether the surname is also a word or a place.
        common: bool,
    },
    /// Given name or initials with the surname: nobody else.
    Whole {
        /// Whether it only means something in an address or the name of a file.
        address: bool,
    },
    /// A given name.
    Given {
        /// The person's place in the list of those with parts.
        bearer: usize,
        /// Whether it is also a word.
        common: bool,
    },
    /// A name of one word that the researcher gave as another name of the person.
    Alias {
        /// Whether it is also a word or a place.
        common: bool,
    },
    /// A text as such.
    Text {
        /// Whether its parts may stand apart, as those of a number do.
        number: bool,
    },
    /// The name of a municipality.
    Town {
        /// Whether it is also a word.
        common: bool,
    },
}

/// Letters to look for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Needle {
    pub letters: String,
    /// The bytes between them at which a word may end.
    pub splits: Vec<usize>,
    /// Whose.
    pub entry: usize,
    /// What it means.
    pub rule: Rule,
}

impl Needle {
    fn of(words: &[&str], entry: usize, rule: Rule) -> Self {
        Self::made(&folded(&words.join(" "), false), &folded(&words.concat(), false), entry, rule)
    }

    /// Apart and together the letters can differ by an `ij`; they are the same where they do not.
    fn made(apart: &Stream, together: &Stream, entry: usize, rule: Rule) -> Self {
        let stream = if apart.letters == together.letters { apart } else { together };
        let splits = stream.tokens.iter().skip(1).map(|t| t.start).collect();
        Self { letters: stream.letters.clone(), splits, entry, rule }
    }
}

/// Given names and initials, by which a find is judged.
#[derive(Clone, Hash)]
pub struct Bearer {
    /// Given names and what friends say.
    pub given: BTreeSet<String>,
    pub initials: Vec<char>,
    /// The first letters of the surnames, with and without what stands before them.
    pub surnames: Vec<char>,
}

impl Bearer {
    /// Whether a given name begins with a letter.
    #[must_use]
    pub fn begins_with(&self, letter: char) -> bool {
        begins(&self.initials, letter)
    }

    /// Whether a surname, or what stands before it, begins with a letter.
    #[must_use]
    pub fn goes_on_with(&self, letter: char) -> bool {
        begins(&self.surnames, letter)
    }
}

/// Whether a letter is among the first ones of names; IJ is one letter, and begins with an I.
fn begins(first: &[char], letter: char) -> bool {
    first.contains(&letter) || letter == 'i' && first.contains(&'y')
}

/// The needles of a person, and by what finds are judged. `known` are words that stand in every
/// document of the case, such as the name of its municipality.
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
        // Letters that stand apart make no IJ.
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

/// The surname as it can stand in an address: each by itself, with and without prefix, and all.
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
