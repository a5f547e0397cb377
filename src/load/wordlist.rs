//! The list of words for editorial hints: jargon, and different names of one thing.

use super::loader::{Loader, cx};
use super::raw::wordlist::{RawJargon, RawOneThing, RawWordList};
use super::raw::{Context, List, May, Text};
use crate::diagnostics::{Code, Diagnostic, Span, phrase};
use crate::model::{Jargon, Name, OneThing, WordList};
use std::collections::BTreeMap;

/// Path of the list.
const LIST: &str = "templates/editorial/words.yaml";

impl Loader {
    /// The list of words of this working folder, or the one embedded in the program. Errors in it
    /// are reported, and the rest of it is used.
    pub fn word_list(&mut self) -> WordList {
        let Some(bytes) = self.asset(LIST) else { return WordList::default() };
        let Some(read) = self.tree(LIST, &bytes) else { return WordList::default() };
        let Some(raw) = self.raw::<RawWordList>(&read) else { return WordList::default() };
        let mut cx = cx!(self);
        let mut words = Words::default();
        let jargon = cx.need(raw.jargon).map(|l| l.items).unwrap_or_default();
        let jargon = jargon.into_iter().filter_map(|j| jargon_of(j, &mut words, &mut cx)).collect();
        let mut words = Words::default();
        let things = cx.need(raw.one_thing);
        let things = things.map(|l| l.items).unwrap_or_default();
        let names = things.into_iter().filter_map(|t| one_thing(t, &mut words, &mut cx)).collect();
        WordList { jargon, names }
    }
}

fn jargon_of(raw: RawJargon, words: &mut Words, cx: &mut Context<'_>) -> Option<Jargon> {
    let _span = raw.span;
    let word = cx.value(raw.word).and_then(|t| words.note(t, cx));
    let forms = words.all(raw.forms, cx);
    let except = Words::default().all(raw.except, cx);
    let instead = cx.value(raw.instead);
    let instead = cx.text_some(instead).unwrap_or_default();
    Some(Jargon { word: word?, forms, instead, except })
}

fn one_thing(raw: RawOneThing, words: &mut Words, cx: &mut Context<'_>) -> Option<OneThing> {
    let span = raw.span;
    let items = cx.need(raw.names)?.items;
    let many = items.len();
    let mut names = Vec::new();
    for item in items {
        let name = cx.value(item.name).and_then(|t| words.note(t, cx));
        let forms = words.all(item.forms, cx);
        let in_full = cx.word(item.in_full).unwrap_or(false);
        names.extend(name.map(|name| Name { name, forms, in_full }));
    }
    if many < 2 {
        cx.push(Diagnostic::at(Code::OneName, span));
    }
    let except = Words::default().all(raw.except, cx);
    Some(OneThing { names, except })
}

/// The words given so far; a duplicate would count twice.
#[derive(Default)]
struct Words(BTreeMap<String, Span>);

impl Words {
    fn all(&mut self, raw: May<List<Text>>, cx: &mut Context<'_>) -> Vec<String> {
        let items = raw.map(|l| l.items).unwrap_or_default();
        items.into_iter().filter_map(|t| self.note(t, cx)).collect()
    }

    /// A word or phrase, with one space between its parts.
    fn note(&mut self, raw: Text, cx: &mut Context<'_>) -> Option<String> {
        let Some(value) = raw.value else {
            cx.push(Diagnostic::at(Code::EmptyValue, raw.span).with("key", "-"));
            return None;
        };
        let word = value.split_whitespace().collect::<Vec<_>>().join(" ");
        let ends = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        if !ends(word.chars().next()) || !ends(word.chars().next_back()) {
            let diagnostic = Diagnostic::at(Code::OutOfRange, raw.span).with("value", value);
            let bounds = phrase("bounds-word");
            cx.push(diagnostic.with("bounds", bounds));
            return None;
        }
        if let Some(first) = self.0.get(&word.to_lowercase()) {
            let line = cx.sources.line_column(*first).line;
            let diagnostic = Diagnostic::at(Code::WordTwice, raw.span).with("value", &word);
            cx.push(diagnostic.with("line", line.to_string()));
            return None;
        }
        self.0.insert(word.to_lowercase(), raw.span);
        Some(word)
    }
}
