//! Validates the scale of a framework, and what must be given for each of its levels.

use super::raw::framework::RawScale;
use super::raw::{Context, Map, Text};
use crate::diagnostics::{Code, Diagnostic, Span};
use crate::model::{Criterion, LEVELS, Level, Levels, Outcome, Scale};

/// Maximum length of the word of a level: it stands in a column of its own.
const LONGEST: usize = 30;

/// Words for the lowest level, and for the highest, by which a scale is seen to stand upside down.
const LOW: [&str; 8] =
    ["niet", "nee", "onvoldoende", "slecht", "rood", "zwak", "laag", "ontbreekt"];
const HIGH: [&str; 8] =
    ["voldoet", "ja", "goed", "voldoende", "groen", "sterk", "hoog", "volledig"];

/// The scale, and the meaning of its levels.
pub(super) fn scale(raw: RawScale, cx: &mut Context<'_>) -> Option<(Scale, Levels<String>)> {
    match raw {
        RawScale::Named(name) => {
            let known: Vec<(&str, Scale)> =
                Scale::names().filter_map(|name| Some((name, Scale::named(name)?))).collect();
            let name = cx.present(name, "scale")?;
            Some((cx.word_among(name, &known)?, Levels::new()))
        }
        RawScale::Levels(map) if !map.whole => None,
        RawScale::Levels(map) => {
            let mut words = Vec::new();
            let mut meanings = Vec::new();
            for (key, step) in map.entries {
                let key = cx.present(key, "scale")?;
                let span = step.0.word.as_ref().map_or(key.span, |w| w.span);
                let key = key.value?;
                let usual = || Scale::usual_word(&key).map(str::to_owned);
                let word = cx.text_some(step.0.word).or_else(usual);
                let word = word.unwrap_or_else(|| key.replace('-', " "));
                meanings.push(cx.text_some(step.0.meaning));
                words.push((key, word, span));
            }
            let scale = worded(&words, map.span, cx)?;
            let meanings = scale.levels().zip(meanings);
            Some((scale, meanings.filter_map(|(level, text)| Some((level, text?))).collect()))
        }
    }
}

/// A scale from keys, words and their places, highest first.
pub(super) fn worded(
    words: &[(String, String, Span)],
    span: Span,
    cx: &mut Context<'_>,
) -> Option<Scale> {
    if !LEVELS.contains(&words.len()) {
        let diagnostic = Diagnostic::at(Code::ScaleSize, span);
        cx.push(diagnostic.with("found", words.len().to_string()));
        return None;
    }
    for (at, (key, word, span)) in words.iter().enumerate() {
        let length = word.chars().count();
        if length > LONGEST {
            let diagnostic = Diagnostic::at(Code::TooLong, *span);
            cx.push(
                diagnostic.with("length", length.to_string()).with("most", LONGEST.to_string()),
            );
            return None;
        }
        let mut others = words.iter().take(at);
        let taken =
            Outcome::BESIDE.iter().any(|o| o.key() == key || o.key().replace('-', " ") == *word);
        if taken || others.any(|(_, other, _)| other == word) {
            cx.push(Diagnostic::at(Code::LevelTwice, *span).with("value", word));
            return None;
        }
    }
    let named = |word: Option<&(String, String, Span)>, known: &[&str]| {
        word.is_some_and(|(key, ..)| known.contains(&key.to_lowercase().as_str()))
    };
    if named(words.first(), &LOW) || named(words.last(), &HIGH) {
        let first = words.first().map_or("", |(key, ..)| key.as_str());
        cx.push(Diagnostic::at(Code::ScaleReversed, span).with("value", first));
        return None;
    }
    let pairs: Vec<(String, String)> =
        words.iter().map(|(key, word, _)| (key.clone(), word.clone())).collect();
    Scale::new(&pairs)
}

impl Context<'_> {
    /// A level of a scale by its key.
    pub fn level<K>(&mut self, raw: impl Into<Option<Text<K>>>, scale: Scale) -> Option<Level> {
        let known: Vec<(&str, Level)> = scale.levels().map(|level| (level.key(), level)).collect();
        self.word_among(raw, &known)
    }

    /// A level of a criterion; of a legal duty also whether it is complied with.
    pub fn level_of<K>(
        &mut self,
        raw: impl Into<Option<Text<K>>>,
        criterion: &Criterion,
    ) -> Option<Level> {
        let scale = criterion.scale;
        let duty = Scale::duty();
        let mut known: Vec<(&str, Level)> =
            scale.levels().map(|level| (level.key(), level)).collect();
        if criterion.legal_duty {
            known.push((duty.highest().key(), scale.highest()));
            known.push((duty.lowest().key(), scale.lowest()));
        }
        self.word_among(raw, &known)
    }

    /// What a mapping gives for each of these levels, which it must give for all.
    pub(super) fn levels<T>(
        &mut self,
        raw: Map<T>,
        levels: impl Iterator<Item = Level>,
    ) -> Option<Levels<T>> {
        let known: Vec<(&str, Level)> = levels.map(|level| (level.key(), level)).collect();
        let mut out = Levels::new();
        let mut whole = raw.whole;
        for (key, value) in raw.entries {
            match self.word_among(key, &known) {
                Some(level) => {
                    out.insert(level, value);
                }
                None => whole = false,
            }
        }
        for (key, level) in known.iter().filter(|_| whole) {
            if !out.contains_key(level) {
                self.push(Diagnostic::at(Code::MissingKey, raw.span).with("key", *key));
            }
        }
        (out.len() == known.len()).then_some(out)
    }
}
