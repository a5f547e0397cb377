//! No name of a person behind a role code leaves the house.

use crate::model::Protected;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// A name to look for, and the source behind which its bearer stands.
pub struct Name {
    words: Vec<String>,
    source: String,
    /// Whether it only counts with a capital: a part of a name, or a word that is also another.
    capital: bool,
}

/// The fewest letters of a last word that is looked for by itself.
const FEWEST_LETTERS: usize = 4;

/// What to look for: each full name, each surname, and the last word of a surname by itself.
#[must_use]
pub fn protected_names(protected: &Protected) -> Vec<Name> {
    let mut out = Vec::new();
    for person in &protected.people {
        let full = words(&person.name);
        let surname = full.get(1..).unwrap_or_default().to_vec();
        let long = |words: &[String]| words.iter().any(|w| w.chars().count() >= FEWEST_LETTERS);
        let last = surname.last().filter(|w| w.chars().count() >= FEWEST_LETTERS);
        let last = last.map(|w| vec![w.clone()]).unwrap_or_default();
        let mut add = |words: Vec<String>, capital: bool| {
            if !words.is_empty() {
                out.push(Name { words, source: person.source.clone(), capital });
            }
        };
        add(full, false);
        if long(&surname) || surname.len() > 1 {
            add(surname, true);
        }
        add(last, true);
    }
    out
}

/// What to look for where the name of a municipality was replaced. A name that is also a common
/// word is only found with its capital.
#[must_use]
pub fn municipality_name(name: &str, common: bool) -> Vec<Name> {
    vec![Name { words: words(name), source: name.to_owned(), capital: common }]
}

/// The source behind the first protected name that stands in a text, if any.
#[must_use]
pub fn leak<'a>(text: &str, names: &'a [Name]) -> Option<&'a str> {
    leaks(text, names).into_iter().next()
}

/// The sources behind all names that stand in a text, each once, in the order of the text.
///
/// Case does not count, but a part of a name ends with a capital: 'de wit geverfde muur' names
/// nobody.
#[must_use]
pub fn leaks<'a>(text: &str, names: &'a [Name]) -> Vec<&'a str> {
    let mut by_first: BTreeMap<String, Vec<(&'a Name, Vec<String>)>> = BTreeMap::new();
    for name in names {
        let wanted: Vec<String> = name.words.iter().map(|w| w.to_lowercase()).collect();
        if let Some(first) = wanted.first() {
            by_first.entry(first.clone()).or_default().push((name, wanted.clone()));
        }
    }
    let mut out = Vec::new();
    if by_first.is_empty() {
        return out;
    }
    let text = words(text);
    let lower: Vec<String> = text.iter().map(|w| w.to_lowercase()).collect();
    for (at, word) in lower.iter().enumerate() {
        for (name, wanted) in by_first.get(word).into_iter().flatten() {
            let stands = lower.get(at..at + wanted.len()) == Some(wanted.as_slice());
            let last = text.get(at + wanted.len() - 1);
            let capital = last.and_then(|w| w.chars().next()).is_some_and(char::is_uppercase);
            let source = name.source.as_str();
            if stands && (capital || !name.capital) && !out.contains(&source) {
                out.push(source);
            }
        }
    }
    out
}

/// The words of a text in one form, without the marks of Markdown and what cannot be seen.
fn words(text: &str) -> Vec<String> {
    let unseen = |c: &char| {
        matches!(c, '*' | '_' | '`' | '\\' | '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}')
    };
    let plain: String = text.nfc().filter(|c| !unseen(c)).collect();
    plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Person;

    fn names() -> Vec<Name> {
        let person = |source: &str, name: &str| Person { source: source.into(), name: name.into() };
        let people = vec![person("I01", "Anneke Verschuur-Tol"), person("I02", "Bo de Wit")];
        protected_names(&Protected { people })
    }

    #[test]
    fn a_name_is_found_in_any_form_that_markdown_can_give_it() {
        for text in [
            "zei Anneke Verschuur-Tol.",
            "**anneke** VERSCHUUR\\-TOL",
            "mevrouw Verschuur-Tol",
            "Anneke\nVerschuur\u{AD}-Tol",
            "mevrouw VERSCHUUR-TOL",
        ] {
            assert_eq!(leak(text, &names()), Some("I01"), "{text}");
        }
    }

    #[test]
    fn a_common_word_is_not_a_name() {
        assert_eq!(leak("de witte wijk, de wit geverfde muur, Tol", &names()), None);
        for text in ["volgens Bo de Wit", "volgens bo de wit", "de heer De Wit", "DE WIT"] {
            assert_eq!(leak(text, &names()), Some("I02"), "{text}");
        }
    }
}
