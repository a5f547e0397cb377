//! Editorial hints: how a text of the researchers could be easier to read.
//!
//! Four rules, each in its own file: long sentences, chains of passives, jargon, one thing called
//! by two names. A hint is not a problem, and nobody has to follow it; but it must be right most of
//! the time, or users ignore the next. So each rule prefers a missed place to a wrong hint. Words
//! of others (a quotation, the college's response, the title of a source) are not judged.

mod length;
mod names;
mod participles;
mod passive;
mod phrases;
mod reading;
mod sentences;

use crate::diagnostics::{Report, SourceMap};
use crate::model::{OwnText, WordList};
use phrases::Phrases;
use reading::Reading;
use std::collections::BTreeSet;
use unicode_segmentation::UnicodeSegmentation;

pub use length::MOST_WORDS;

/// Checks the texts of cases against a list of words.
pub struct Editor<'a> {
    words: &'a WordList,
    jargon: Phrases,
    names: Phrases,
}

impl<'a> Editor<'a> {
    #[must_use]
    pub fn new(words: &'a WordList) -> Self {
        Self { words, jargon: phrases::of_jargon(words), names: phrases::of_names(words) }
    }

    /// Gives hints on the texts of one case, in their order. A word that is part of one of its
    /// `terms`, such as the name of a criterion, is not jargon there: the case must use it.
    pub fn read(
        &self,
        texts: &[OwnText],
        terms: &[String],
        sources: &SourceMap,
        report: &mut Report,
    ) {
        let terms: BTreeSet<String> =
            terms.iter().flat_map(|t| t.unicode_words()).map(str::to_lowercase).collect();
        let readings: Vec<Reading> = texts.iter().flat_map(|t| Reading::of(t, sources)).collect();
        for reading in &readings {
            length::check(reading, report);
            passive::check(reading, report);
            phrases::check_jargon(reading, &self.jargon, &self.words.jargon, &terms, report);
        }
        names::check(&readings, &self.names, &self.words.names, sources, report);
    }
}
