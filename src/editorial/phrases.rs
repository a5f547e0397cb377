//! Finds the words and phrases of a list in a text.

use super::reading::Reading;
use crate::diagnostics::{Code, Diagnostic, Report};
use crate::model::{Jargon, WordList};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Phrases to find, keyed by their lower-case form.
#[derive(Default)]
pub struct Phrases {
    known: BTreeMap<String, Phrase>,
    most_words: usize,
}

/// A phrase with its entry in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Phrase {
    written: String,
    entry: Option<Entry>,
}

/// A reference to an entry of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Index in the list.
    pub index: usize,
    /// Index among its names, where it has several.
    pub name: usize,
}

/// An occurrence of a phrase.
pub struct Found {
    /// Byte range in the passage.
    pub range: Range<usize>,
    pub entry: Entry,
    /// As the list writes it.
    pub written: String,
}

/// The words of jargon.
pub fn of_jargon(words: &WordList) -> Phrases {
    let mut out = Phrases::default();
    for (index, jargon) in words.jargon.iter().enumerate() {
        out.add(&jargon.word, Some(Entry { index, name: 0 }));
        jargon.forms.iter().for_each(|f| out.add(f, Some(Entry { index, name: 0 })));
        jargon.except.iter().for_each(|e| out.add(e, None));
    }
    out
}

/// The names of things with several names.
pub fn of_names(words: &WordList) -> Phrases {
    let mut out = Phrases::default();
    for (index, thing) in words.names.iter().enumerate() {
        for (name, each) in thing.names.iter().enumerate() {
            out.add(&each.name, Some(Entry { index, name }));
            each.forms.iter().for_each(|f| out.add(f, Some(Entry { index, name })));
        }
        thing.except.iter().for_each(|e| out.add(e, None));
    }
    out
}

impl Phrases {
    fn add(&mut self, written: &str, entry: Option<Entry>) {
        use unicode_segmentation::UnicodeSegmentation;
        self.most_words = self.most_words.max(written.unicode_words().count());
        let phrase = Phrase { written: written.to_owned(), entry };
        self.known.entry(written.to_lowercase()).or_insert(phrase);
    }

    /// The phrases of the list in a passage; where they overlap, the longest one. A part of a
    /// hyphenated compound is not a word, and one in a quotation is somebody else's. A capital that
    /// the list does not have makes a word a name, except for the first word of a sentence; that
    /// one is a name if another capitalised word follows (`Rekenkamer Voorbeeldstad`).
    pub fn find(&self, reading: &Reading) -> Vec<Found> {
        let mut out = Vec::new();
        for sentence in &reading.sentences {
            let words = reading.words(sentence);
            let mut at = 0;
            while let Some(first) = words.get(at) {
                let longest = (1..=self.most_words).rev().find_map(|count| {
                    let range = first.start..words.get(at + count - 1)?.end();
                    let next = words.get(at + count).filter(|w| w.start == range.end + 1);
                    let named = next.is_some_and(|w| w.text.starts_with(char::is_uppercase));
                    let phrase = self.phrase(reading, &range, at == 0 && !named)?;
                    Some((count, range, phrase))
                });
                let Some((count, mut range, phrase)) = longest else {
                    at += 1;
                    continue;
                };
                let point = phrase.written.contains('.')
                    && reading.text().get(range.end..).is_some_and(|t| t.starts_with('.'));
                range.end += usize::from(point);
                let quoted = reading.is_quoted(range.start);
                if let Some(entry) = phrase.entry.filter(|_| !quoted) {
                    out.push(Found { range, entry, written: phrase.written.clone() });
                }
                at += count;
            }
        }
        out
    }

    /// The phrase in a range; `opens` if its first letter may be a capital because a sentence
    /// begins.
    fn phrase(&self, reading: &Reading, range: &Range<usize>, opens: bool) -> Option<&Phrase> {
        let text = reading.text();
        let before = text.get(..range.start).and_then(|t| t.chars().next_back());
        let after = text.get(range.end..).and_then(|t| t.chars().next());
        if before == Some('-') || after == Some('-') {
            return None;
        }
        let typed = reading.slice(range).split_whitespace().collect::<Vec<_>>().join(" ");
        let phrase = self.known.get(&typed.to_lowercase())?;
        let fits = typed == phrase.written || (opens && tail(&typed) == tail(&phrase.written));
        (fits || phrase.entry.is_none()).then_some(phrase)
    }
}

/// All but the first letter.
fn tail(text: &str) -> &str {
    let mut rest = text.chars();
    rest.next();
    rest.as_str()
}

/// Gives a hint at each word of jargon that is not a term of the case.
pub fn check_jargon(
    reading: &Reading,
    phrases: &Phrases,
    list: &[Jargon],
    terms: &BTreeSet<String>,
    report: &mut Report,
) {
    for found in phrases.find(reading) {
        let Some(jargon) = list.get(found.entry.index) else { continue };
        if terms.contains(&found.written.to_lowercase()) {
            continue;
        }
        let diagnostic = Diagnostic::at(Code::PlainerWord, reading.span(&found.range))
            .with("word", reading.slice(&found.range))
            .with("instead", &jargon.instead);
        report.push(diagnostic);
    }
}
