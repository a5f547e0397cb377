//! From a typed text to a value, with a message where it is not valid.

use super::keywords::meant;
use super::raw::kinds::{Id, Url, Words};
use super::raw::{Context, List, May, Must, Text};
use crate::diagnostics::{Code, Diagnostic, SourceMap, Span, nearest, phrase};
use crate::markdown::{self, Problem};
use crate::model::{Located, Markdown};
use crate::text::Places;
use std::collections::BTreeMap;

/// More than the inhabitants of the Netherlands.
pub const MOST_INHABITANTS: u32 = 20_000_000;

impl Context<'_> {
    /// The value of a required key.
    pub fn need<T>(&mut self, field: Must<T>) -> Option<T> {
        if !field.is_some() && !field.is_broken() {
            let missing = Diagnostic::at(Code::MissingKey, field.parent);
            self.push(missing.with("key", field.name));
        }
        field.known()
    }

    /// The text of a required key, which must have a value.
    pub fn value<K>(&mut self, field: Must<Text<K>>) -> Option<Text<K>> {
        let name = field.name;
        let raw = self.need(field)?;
        self.present(raw, name)
    }

    /// A text that is present, under this name, and must not be empty.
    pub fn present<K>(&mut self, raw: Text<K>, name: &str) -> Option<Text<K>> {
        if raw.value.is_none() {
            self.push(Diagnostic::at(Code::EmptyValue, raw.span).with("key", name));
            return None;
        }
        Some(raw)
    }

    /// The text of a required key, which may still have to be filled in.
    fn filled(&mut self, field: Must<Text>) -> Option<Located<String>> {
        let name = field.name;
        let raw = self.need(field)?;
        match raw.value {
            Some(value) => Some(Located { value, span: raw.span }),
            None => {
                self.push(Diagnostic::at(Code::TextToDo, raw.span).with("key", name));
                None
            }
        }
    }

    /// A required plain text; empty while it is still to be filled in.
    pub fn text(&mut self, field: Must<Text>) -> String {
        let text = self.filled(field);
        text.map_or_else(String::new, |text| self.line(&text.value, text.span))
    }

    /// An optional plain text.
    pub fn text_some(&mut self, raw: impl Into<Option<Text>>) -> Option<String> {
        let Text { value, span, .. } = raw.into()?;
        value.map(|text| self.line(&text, span))
    }

    /// A text on one line, which cannot have a footnote.
    fn line(&mut self, text: &str, span: Span) -> String {
        if let Some(label) = markdown::refers_to_note(text) {
            let diagnostic = Diagnostic::at(Code::NoteUnset, span).with("problem", "line");
            self.push(diagnostic.with("value", label));
        }
        one_line(text)
    }

    /// A required Markdown text; empty while it is still to be filled in.
    pub fn markdown(&mut self, field: Must<Text>) -> Markdown {
        match self.filled(field) {
            Some(text) => self.read_markdown(&text),
            None => Markdown::default(),
        }
    }

    /// An optional Markdown text.
    pub fn markdown_some(&mut self, raw: impl Into<Option<Text>>) -> Markdown {
        match raw.into() {
            Some(Text { value: Some(value), span, .. }) => {
                self.read_markdown(&Located { value, span })
            }
            _ => Markdown::default(),
        }
    }

    fn read_markdown(&mut self, text: &Located<String>) -> Markdown {
        let read = markdown::field(&text.value);
        for problem in read.problems {
            let span = place_in(text, &problem, self.sources);
            let mut diagnostic = Diagnostic::at(problem.code, span);
            diagnostic.facts = problem.facts;
            self.push(diagnostic);
        }
        Markdown::normalised(read.markdown)
    }

    /// The meaning of a word of a closed list.
    pub fn word<W: Words>(&mut self, raw: impl Into<Option<Text<W>>>) -> Option<W::Value> {
        self.word_among(raw, &W::words())
    }

    /// The meaning of a word that must be one of `known`.
    pub fn word_among<K, T: Clone>(
        &mut self,
        raw: impl Into<Option<Text<K>>>,
        known: &[(&str, T)],
    ) -> Option<T> {
        let raw = raw.into()?;
        let value = raw.value?;
        let found = known.iter().find(|(word, _)| *word == value.trim());
        if found.is_none() {
            let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
            let diagnostic = Diagnostic::at(Code::UnknownWord, raw.span)
                .with("value", &value)
                .with("known", words.join(", "))
                .with_some("nearest", meant(&value, &words));
            self.push(diagnostic);
        }
        found.map(|(_, meaning)| meaning.clone())
    }

    /// A web address.
    pub fn address(&mut self, raw: impl Into<Option<Text<Url>>>) -> Option<String> {
        let raw = raw.into();
        let raw = raw?;
        let value = raw.value?;
        let rest = value.strip_prefix("https://").or_else(|| value.strip_prefix("http://"));
        let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"<>|\"\\`".contains(c);
        if rest.is_some_and(|r| !r.is_empty() && r.chars().all(plain)) {
            return Some(value);
        }
        self.push(Diagnostic::at(Code::BadAddress, raw.span).with("value", value));
        None
    }

    /// An id or code: letters, digits and `-`, at most 24 of them.
    pub fn id(&mut self, field: Must<Text<Id>>) -> Option<Located<String>> {
        let raw = self.value(field)?;
        self.id_of(raw)
    }

    /// The same for a text that is present.
    pub fn id_of(&mut self, raw: Text<Id>) -> Option<Located<String>> {
        let text = Located { value: raw.value?, span: raw.span };
        let fits = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let starts = text.value.starts_with(|c: char| c.is_ascii_alphanumeric());
        if !starts || !text.value.chars().all(fits) || text.value.len() > 24 {
            let diagnostic = Diagnostic::at(Code::BadId, text.span)
                .with("value", &text.value)
                .with("help", phrase("id-characters"));
            self.push(diagnostic);
            return None;
        }
        Some(text)
    }

    /// An id or code to which others refer; without it, errors for `references` are suppressed.
    pub fn referred_id(
        &mut self,
        field: Must<Text<Id>>,
        references: Code,
    ) -> Option<Located<String>> {
        let id = self.id(field);
        if id.is_none() {
            self.suppressed.push(references);
        }
        id
    }

    /// References by id or code; each must be among `known`, else `code` is reported.
    pub fn references(&mut self, raw: May<List<Text>>, known: &[&str], code: Code) -> Vec<String> {
        let items = raw.map(|l| l.items).unwrap_or_default();
        let mut one = |item: Text| {
            let item = self.present(item, "-")?;
            self.reference(item, known, code)
        };
        items.into_iter().filter_map(&mut one).collect()
    }

    pub fn reference(
        &mut self,
        raw: impl Into<Option<Text>>,
        known: &[&str],
        code: Code,
    ) -> Option<String> {
        let raw = raw.into()?;
        let value = raw.value?;
        if known.contains(&value.as_str()) || self.suppressed.contains(&code) {
            return Some(value);
        }
        let diagnostic = Diagnostic::at(code, raw.span)
            .with("value", &value)
            .with("known", known.join(", "))
            .with("framework", phrase("chosen-frameworks"))
            .with_some("nearest", several(&value, known))
            .with_some("nearest", nearest(&value, known.iter().copied()));
        self.push(diagnostic);
        None
    }
}

/// A text with several known codes, rewritten with commas between them, or as separate codes if it
/// has those commas already.
fn several(value: &str, known: &[&str]) -> Option<String> {
    let between = |c: char| c.is_whitespace() || matches!(c, ';' | ',' | '/');
    let parts: Vec<&str> =
        value.split(between).filter(|part| !matches!(*part, "" | "en" | "&" | "+")).collect();
    let between = |joined: String| if joined == value { parts.join("` en `") } else { joined };
    (parts.len() > 1 && parts.iter().all(|part| known.contains(part)))
        .then(|| between(parts.join(", ")))
}

/// The ids given so far, to find duplicates.
#[derive(Debug, Default)]
pub struct Ids {
    known: BTreeMap<String, Span>,
    /// The same in lower case: ids that differ only in case would be confused.
    folded: BTreeMap<String, Span>,
}

impl Ids {
    /// Records an id; a duplicate is reported at its second position.
    pub fn note(&mut self, id: &Located<String>, cx: &mut Context<'_>) {
        let folded = id.value.to_ascii_lowercase();
        if let Some(first) = self.folded.get(&folded) {
            let at = cx.sources.line_column(*first);
            let place = format!("{}:{}", cx.sources.path(first.file), at.line);
            let diagnostic = Diagnostic::at(Code::DuplicateId, id.span)
                .with("value", &id.value)
                .with("where", place);
            cx.push(diagnostic);
        } else {
            self.known.insert(id.value.clone(), id.span);
            self.folded.insert(folded, id.span);
        }
    }

    pub fn known(&self) -> Vec<&str> {
        self.known.keys().map(String::as_str).collect()
    }
}

/// Plain text on one line: any white space becomes one space.
fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // A soft hyphen at the end of a text divides nothing, and Typst fails on it.
    line.trim_matches('\u{ad}').to_owned()
}

/// The position at which a problem of a Markdown field was typed.
fn place_in(text: &Located<String>, problem: &Problem, sources: &SourceMap) -> Span {
    let above: usize =
        text.value.split_inclusive('\n').take(problem.line.saturating_sub(1)).map(str::len).sum();
    let line = text.value.get(above..).and_then(|rest| rest.lines().next()).unwrap_or("");
    let last = problem.last.unwrap_or(line.len()).min(line.trim_end().len());
    Places::of(text, sources).span(above + problem.column.saturating_sub(1), above + last)
}
