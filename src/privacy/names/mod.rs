//! Searches texts for protected data: names of people in all spellings, other protected texts, and
//! municipalities whose name was replaced.
//!
//! A text is reduced to its letters, each with its place (`fold`, `loosen`). All surnames and texts
//! are searched for at once; the words around a match decide what it means (`judge`). A certain
//! match blocks publication, an uncertain one gives a warning.

mod fold;
mod judge;
mod lookalikes;
mod loosen;
mod needles;
mod people;
pub(super) mod words;

pub use loosen::RUN_BREAK;

use crate::diagnostics::{Fact, phrase};
use crate::model::{Case, Label, Protected};
use aho_corasick::AhoCorasick;
use fold::{Stream, folded, streams};
use judge::Form;
use needles::{Bearer, Needle, Rule};
use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Minimum number of bytes in a text about somebody else besides names of people and initials: a
/// year or a word.
const BESIDE: usize = 3;

/// Maximum number of bytes between the halves of a double surname, escapes included.
const NEAR: usize = 8;

/// What an entry protects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Guarded {
    /// A person, or another text of a key file.
    Secret,
    /// A municipality whose name was replaced.
    Town,
    /// Nothing: a text about somebody else. A name within it is not a match.
    Harmless,
}

/// Something to search for.
#[derive(Debug, Clone)]
pub struct Entry {
    pub guarded: Guarded,
    /// How a message names it.
    pub label: Fact,
}

/// A match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// Index of the entry.
    pub entry: usize,
    /// Its first byte in the text.
    pub at: usize,
    /// The byte after its last.
    pub until: usize,
    /// Whether it can only be the protected text.
    pub certain: bool,
}

/// All protected names and texts, compiled for searching.
#[derive(Clone)]
pub struct Guard {
    entries: Vec<Entry>,
    bearers: Vec<Bearer>,
    needles: Vec<Needle>,
    /// Searches for all needles at once. Without it they are searched for one by one.
    search: Option<AhoCorasick>,
    /// Hash of the needles, computed once.
    hash: u64,
}

impl Guard {
    /// A guard that protects nothing, such as for a new case.
    #[must_use]
    pub fn of_nothing() -> Self {
        let (entries, bearers, needles) = (Vec::new(), Vec::new(), Vec::new());
        Self { entries, bearers, needles, search: None, hash: 0 }
    }

    #[must_use]
    pub fn of_case(case: &Case) -> Self {
        Self::of(&case.protected, &[case.body.name.as_str()])
    }

    /// A guard for these secrets. `known` are names that occur in every document, such as that of
    /// the municipality.
    #[must_use]
    pub fn of(protected: &Protected, known: &[&str]) -> Self {
        let mut out = Self::of_nothing();
        let known: BTreeSet<String> = known.iter().flat_map(|name| words_of(name)).collect();
        for person in &protected.people {
            let entry = out.entry(Guarded::Secret, shown(&person.label));
            let found = needles::person(person, entry, &known, &mut out.bearers);
            out.needles.extend(found);
        }
        for other in protected.someone_else.iter().filter(|o| says_more(&o.text, protected)) {
            let entry = out.entry(Guarded::Harmless, "".into());
            out.needles.extend(needles::text(&other.text, entry));
        }
        for secret in &protected.also {
            let entry = out.entry(Guarded::Secret, shown(&secret.label));
            out.needles.extend(secret.texts.iter().flat_map(|text| needles::text(text, entry)));
        }
        out.ready();
        out
    }

    /// Adds names of municipalities, each with whether it is also an ordinary word.
    #[must_use]
    pub fn with_towns<'a>(mut self, towns: impl IntoIterator<Item = (&'a str, bool)>) -> Self {
        for (name, common) in towns {
            let entry = self.entry(Guarded::Town, name.into());
            self.needles.extend(needles::town(name, entry, common));
        }
        self.ready();
        self
    }

    fn entry(&mut self, guarded: Guarded, label: Fact) -> usize {
        self.entries.push(Entry { guarded, label });
        self.entries.len() - 1
    }

    fn ready(&mut self) {
        self.needles.retain(|n| !n.letters.is_empty());
        self.needles.sort();
        self.needles.dedup();
        self.search = AhoCorasick::new(self.needles.iter().map(|n| &n.letters)).ok();
        let mut hasher = DefaultHasher::new();
        let harmless = |entry: &Entry| entry.guarded == Guarded::Harmless;
        let harmless: Vec<bool> = self.entries.iter().map(harmless).collect();
        (&self.bearers, &self.needles, harmless).hash(&mut hasher);
        self.hash = hasher.finish();
    }

    /// Whether it protects nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.needles.is_empty()
    }

    /// The entry of a match.
    #[must_use]
    pub fn entry_of(&self, hit: &Hit) -> Option<&Entry> {
        self.entries.get(hit.entry)
    }

    /// All matches in a text, in order. `address` says that the whole text is a path or an address.
    #[must_use]
    pub fn search(&self, text: &str, address: bool) -> Vec<Hit> {
        let mut out = Vec::new();
        if self.is_empty() {
            return out;
        }
        // No name continues over a blank line. Searching by paragraph lets the cache answer for
        // paragraphs searched before: in another form of the document, or before an edit.
        let mut start = 0;
        for paragraph in text.split_inclusive("\n\n") {
            let found = searched(self, paragraph, address).into_iter();
            out.extend(found.map(|h| Hit { at: h.at + start, until: h.until + start, ..h }));
            start += paragraph.len();
        }
        out
    }

    /// All matches in a paragraph.
    fn search_paragraph(&self, text: &str, address: bool) -> Vec<Hit> {
        let mut out = Vec::new();
        for stream in streams(text) {
            for (needle, start, end) in self.occurrences(&stream.letters) {
                let Some(Place { first, last, form }) = place(needle, &stream, start, end) else {
                    continue;
                };
                let around = judge::Around { text, stream: &stream, first, last, form, address };
                let bearer = match &needle.rule {
                    Rule::Surname { bearer, .. } | Rule::Given { bearer, .. } => {
                        self.bearers.get(*bearer)
                    }
                    _ => None,
                };
                if let Some(verdict) = judge::judge(&needle.rule, bearer, &around) {
                    let (at, until) = around.place();
                    out.push(Hit { entry: needle.entry, at, until, certain: verdict.certain });
                }
            }
        }
        settled(self.without_harmless(out))
    }

    /// The matches outside texts about somebody else.
    fn without_harmless(&self, hits: Vec<Hit>) -> Vec<Hit> {
        let is_harmless =
            |hit: &Hit| self.entry_of(hit).is_some_and(|entry| entry.guarded == Guarded::Harmless);
        let (harmless, mut names): (Vec<Hit>, Vec<Hit>) = hits.into_iter().partition(is_harmless);
        names.retain(|name| {
            !harmless.iter().any(|text| text.at <= name.at && name.until <= text.until)
        });
        names
    }

    /// The byte ranges of all needles in the letters.
    fn occurrences(&self, letters: &str) -> Vec<(&Needle, usize, usize)> {
        if let Some(search) = &self.search {
            let found = search.find_overlapping_iter(letters);
            let needle = |m: aho_corasick::Match| {
                self.needles.get(m.pattern().as_usize()).map(|n| (n, m.start(), m.end()))
            };
            return found.filter_map(needle).collect();
        }
        let of = |needle: &'_ Needle| {
            let (bytes, wanted) = (letters.as_bytes(), needle.letters.as_bytes());
            let starts = bytes.windows(wanted.len()).enumerate();
            let found = starts.filter(|(_, window)| *window == wanted).map(|(at, _)| at);
            found.map(|at| (at, at + wanted.len())).collect::<Vec<_>>()
        };
        let each = self.needles.iter();
        each.flat_map(|n| of(n).into_iter().map(move |(start, end)| (n, start, end))).collect()
    }

    /// Whether a text contains a certain or uncertain match.
    #[must_use]
    pub fn finds(&self, text: &str) -> bool {
        !self.search(text, false).is_empty()
    }
}

impl Hash for Guard {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // The cache key: hashed for every paragraph. The automaton is derived from the needles, and
        // entries only give messages their names.
        self.hash.hash(state);
    }
}

/// The matches in a paragraph, cached as Typst caches its layouts.
#[comemo::memoize]
fn searched(guard: &Guard, text: &str, address: bool) -> Vec<Hit> {
    guard.search_paragraph(text, address)
}

/// The words of a match, and how it relates to them.
struct Place {
    /// Index of its first word.
    first: usize,
    /// Index of its last word.
    last: usize,
    form: Form,
}

/// The words of a match. `None` if it is only the end of one word and the beginning of another.
fn place(needle: &Needle, stream: &Stream, start: usize, end: usize) -> Option<Place> {
    let (first, last) = (stream.holding(start)?, stream.holding(end.checked_sub(1)?)?);
    let (begin, rest) = (stream.tokens.get(first)?, stream.tokens.get(last)?);
    let number = matches!(needle.rule, Rule::Text { number: true });
    let inner = stream.tokens.get(first + 1..=last).unwrap_or_default();
    let whole = inner.iter().all(|t| number || needle.splits.contains(&(t.start - start)));
    let before = stream.letters.get(begin.start..start).unwrap_or("");
    let after = stream.letters.get(end..rest.end).unwrap_or("");
    // `before` and `after` are the letters of the first and last word outside the match; `whole`
    // says that words end within it only where the name has a word end.
    let form = match (before, after, whole) {
        ("", "", true) => Form::Whole,
        ("", "", false) => Form::Spaced,
        ("", "s", true) => Form::Genitive,
        (_, _, true) if first == last => Form::Within {
            before: before.chars().count(),
            after: after.chars().count(),
            called: matches!(after, "je" | "jes" | "en" | "se") || before == "ex",
        },
        _ => return None,
    };
    Some(Place { first, last, form })
}

/// The words of a text, folded.
fn words_of(text: &str) -> Vec<String> {
    let stream = folded(text, false);
    (0..stream.tokens.len()).map(|token| stream.word(token).to_owned()).collect()
}

/// Whether a text about somebody else contains more than a protected name. Otherwise it would let
/// the name itself through.
fn says_more(text: &str, protected: &Protected) -> bool {
    let names =
        protected.people.iter().flat_map(|person| person.aliases.iter().chain([&person.name]));
    let names: BTreeSet<String> = names.flat_map(|name| words_of(name)).collect();
    let words = words_of(text);
    let more = words.iter().filter(|word| word.len() > 1 && !names.contains(*word));
    more.map(String::len).sum::<usize>() >= BESIDE
}

/// How a message names an entry of a key file.
fn shown(label: &Label) -> Fact {
    match label {
        Label::Source(code) => phrase("of-source").with("source", code).into(),
        Label::What(what) => format!("‘{what}’").into(),
    }
}

/// Deduplicates the matches and drops uncertain ones that overlap a certain one.
fn settled(mut hits: Vec<Hit>) -> Vec<Hit> {
    let certain: Vec<Hit> = hits.iter().filter(|h| h.certain).copied().collect();
    let within = |h: &Hit, other: &Hit| h.at < other.until && other.at < h.until;
    // The other half of a double surname belongs to the certain match.
    let beside = |h: &Hit, other: &Hit| {
        h.entry == other.entry && h.at <= other.until + NEAR && other.at <= h.until + NEAR
    };
    hits.retain(|h| h.certain || !certain.iter().any(|c| within(h, c) || beside(h, c)));
    hits.sort_by_key(|h| (h.entry, h.at, std::cmp::Reverse(h.until)));
    hits.dedup_by(|later, first| later.entry == first.entry && within(later, first));
    hits.sort_by_key(|h| (h.at, h.entry));
    hits
}

#[cfg(test)]
mod tests;
