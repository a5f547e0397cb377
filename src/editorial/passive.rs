//! Chains of passive sentences, which do not say who acts.

use super::participles::is_participle;
use super::reading::{Reading, Word};
use crate::diagnostics::{Code, Diagnostic, Report, phrase};
use std::ops::Range;

/// The auxiliary of the passive.
const TO_BECOME: [&str; 5] = ["worden", "wordt", "werd", "werden", "word"];

/// The auxiliary of a passive in the perfect tense, in which *geworden* is omitted.
const TO_BE: [&str; 4] = ["is", "zijn", "was", "waren"];

/// With one of these, *zijn* is not an auxiliary but a possessive, or the clause is active.
const TO_HAVE: [&str; 6] = ["heeft", "hebben", "had", "hadden", "heb", "hebt"];

/// Words that may separate a participle from an auxiliary after it: ‘gedeeld te kunnen worden’.
const BETWEEN: [&str; 24] = [
    "te", "kan", "kunnen", "kon", "konden", "moet", "moeten", "moest", "moesten", "mag", "mogen",
    "mocht", "mochten", "zal", "zullen", "zou", "zouden", "dient", "dienen", "hoeft", "hoeven",
    "gaat", "gaan", "blijven",
];

/// Words that begin a new clause.
const CLAUSE: [&str; 26] = [
    "dat", "die", "omdat", "doordat", "zodat", "opdat", "terwijl", "als", "wanneer", "toen",
    "nadat", "voordat", "totdat", "hoewel", "indien", "tenzij", "mits", "maar", "want", "of",
    "waarin", "waarbij", "waardoor", "waarmee", "waarop", "wie",
];

/// Words after which a participle belongs to a noun: ‘een vastgesteld plan’.
const BEFORE_NOUN: [&str; 12] =
    ["een", "geen", "elk", "ieder", "ons", "mijn", "zeer", "dit", "dat", "welk", "zo'n", "enig"];

/// Participles that describe a state or its origin, not an act.
const STATES: [&str; 32] = [
    "afgenomen",
    "bedoeld",
    "begonnen",
    "beperkt",
    "betrokken",
    "gebaseerd",
    "gebeurd",
    "gebleken",
    "gebleven",
    "gebonden",
    "gedaald",
    "gegaan",
    "gegroeid",
    "gekomen",
    "gelegen",
    "geneigd",
    "gericht",
    "gestart",
    "gestegen",
    "gevestigd",
    "geweest",
    "ontstaan",
    "opgenomen",
    "overleden",
    "toegenomen",
    "veranderd",
    "verbonden",
    "verdeeld",
    "verdwenen",
    "verhuisd",
    "verouderd",
    "versnipperd",
];

struct Passive {
    range: Range<usize>,
    shown: String,
}

/// Gives a hint at each chain of passives: two or more in one sentence, or in consecutive
/// sentences.
///
/// A single passive is often right, where the actor is unknown or does not matter. Several in a row
/// hide who did what, which is the subject of an audit. Source: *Schrijfwijzer* of Gebruiker
/// Centraal (Dutch government), ‘maak duidelijk wie iets doet’, and Taaladvies.net, ‘lijdende
/// vorm’, for what a passive is: *worden* with a past participle. *Zijn* with a participle is as
/// often a perfect tense or a state, and counts only in a clause with *door* between them.
///
/// A passive is found inside a clause, which ends at a comma or a conjunction; the participle may
/// be directly before the auxiliary, as in a subordinate clause.
pub fn check(reading: &Reading, report: &mut Report) {
    let mut chain: Vec<Passive> = Vec::new();
    let mut sentences = 0;
    for sentence in &reading.sentences {
        let found = passives(reading, sentence);
        if found.is_empty() {
            report_chain(reading, &chain, sentences, report);
            chain.clear();
            sentences = 0;
        } else {
            chain.extend(found);
            sentences += 1;
        }
    }
    report_chain(reading, &chain, sentences, report);
}

fn report_chain(reading: &Reading, chain: &[Passive], sentences: usize, report: &mut Report) {
    let [first, _, ..] = chain else { return };
    let shown: Vec<String> = chain.iter().map(|p| format!("`{}`", p.shown)).collect();
    let diagnostic = Diagnostic::at(Code::PassiveChain, reading.span(&first.range))
        .with("count", chain.len().to_string())
        .with("where", phrase("passive-where").with("count", sentences))
        .with("found", shown.join(", "));
    report.push(diagnostic);
}

fn passives(reading: &Reading, sentence: &Range<usize>) -> Vec<Passive> {
    let words = reading.words(sentence);
    let lower: Vec<String> = words.iter().map(|w| w.text.to_lowercase()).collect();
    let clause = Clauses { reading, words: &words, lower: &lower };
    let mut out: Vec<Passive> = Vec::new();
    for (at, word) in lower.iter().enumerate() {
        if words.get(at).is_none_or(|w| reading.is_quoted(w.start)) {
            continue;
        }
        let participle = if TO_BECOME.contains(&word.as_str()) {
            clause.ahead(at, false).or_else(|| clause.behind(at))
        } else if TO_BE.contains(&word.as_str()) {
            clause.ahead(at, true)
        } else {
            None
        };
        let Some(participle) = participle else { continue };
        let (first, last) = (at.min(participle), at.max(participle));
        if let (Some(from), Some(to)) = (words.get(first), words.get(last)) {
            let gap = if last == first + 1 { " " } else { " … " };
            let shown = format!("{}{gap}{}", from.text, to.text);
            out.push(Passive { range: from.start..to.end(), shown });
        }
    }
    out
}

struct Clauses<'a> {
    reading: &'a Reading,
    words: &'a [Word<'a>],
    lower: &'a [String],
}

impl Clauses<'_> {
    fn word(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", String::as_str)
    }

    /// Whether a punctuation mark between this word and the next ends the clause.
    fn mark_after(&self, at: usize) -> bool {
        let (Some(this), Some(next)) = (self.words.get(at), self.words.get(at + 1)) else {
            return true;
        };
        let between = self.reading.slice(&(this.end()..next.start));
        between.contains([',', ';', ':', '(', ')', '–', '—', '\n'])
    }

    /// The participle after an auxiliary, in its clause; with `by`, only after a *door* that names
    /// the actor.
    fn ahead(&self, auxiliary: usize, by: bool) -> Option<usize> {
        let mut agent = !by;
        let mut at = auxiliary;
        while !self.mark_after(at) {
            at += 1;
            let word = self.word(at);
            let other = TO_BECOME.contains(&word) || CLAUSE.contains(&word);
            if other || (by && (TO_HAVE.contains(&word) || TO_BE.contains(&word))) {
                return None;
            }
            agent |= word == "door";
            let states = by && STATES.contains(&word);
            let of_noun = BEFORE_NOUN.contains(&self.word(at - 1));
            if agent && !states && !of_noun && is_participle(word) {
                return Some(at);
            }
        }
        None
    }

    /// The participle directly before an auxiliary.
    fn behind(&self, auxiliary: usize) -> Option<usize> {
        let mut at = auxiliary;
        for _ in 0..4 {
            at = at.checked_sub(1)?;
            if self.mark_after(at) {
                return None;
            }
            if is_participle(self.word(at)) {
                return Some(at);
            }
            if !BETWEEN.contains(&self.word(at)) {
                return None;
            }
        }
        None
    }
}
