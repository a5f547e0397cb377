//! Sentences that are too long to follow.

use super::reading::Reading;
use crate::diagnostics::{Code, Diagnostic, Report, phrase};
use crate::markdown::NO_WORDS;

/// Maximum number of words of a sentence without a hint.
///
/// GOV.UK sets this limit after research in which sentences become difficult from 25 words on
/// (‘Sentence length: why 25 words is our limit’, Government Digital Service, 2014); the Australian
/// Style Manual sets the same. Dutch guides recommend 15 words on average, which a hint at a single
/// sentence cannot measure.
pub const MOST_WORDS: usize = 25;

/// Gives a hint at each sentence of more than [`MOST_WORDS`] words. A word is a sequence between
/// spaces with a letter or a digit. A sentence that is mostly a quotation is the speaker's and gets
/// no hint.
pub fn check(reading: &Reading, report: &mut Report) {
    for sentence in &reading.sentences {
        let text = reading.slice(sentence);
        let mut at = sentence.start;
        let (mut count, mut quoted) = (0, 0);
        for token in text.split_inclusive(char::is_whitespace) {
            if token.contains(|c: char| c.is_alphanumeric() || c == NO_WORDS) {
                count += 1;
                quoted += usize::from(reading.is_quoted(at + token.len() / 2));
            }
            at += token.len();
        }
        if count <= MOST_WORDS || quoted * 2 > count {
            continue;
        }
        let help = if text.contains("; ") {
            phrase("length-semicolon")
        } else if text.contains(": ") {
            phrase("length-colon")
        } else {
            phrase("length-split")
        };
        let diagnostic = Diagnostic::at(Code::LongSentence, reading.span(sentence))
            .with("count", count.to_string())
            .with("most", MOST_WORDS.to_string())
            .with("help", help);
        report.push(diagnostic);
    }
}
