//! Splits a person's name into its parts.

use super::fold::folded;
use super::words::{is_given, is_prefix, is_title};

/// Minimum length of a surname that can block publication by itself.
const FEWEST_LETTERS: usize = 4;

/// A surname, or one half of a double one.
#[derive(Clone, PartialEq, Eq)]
pub struct Surname {
    /// The prefix, such as `van der`.
    pub prefix: Vec<String>,
    /// The surname without prefix.
    pub core: String,
}

impl Surname {
    /// Whether it is too short to be certain by itself.
    #[must_use]
    pub fn short(&self) -> bool {
        // In other scripts a few letters are distinctive.
        self.core.is_ascii() && self.core.len() < FEWEST_LETTERS
    }
}

/// A name in parts, all in plain lower-case letters.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Parts {
    /// Given names written in full.
    pub given: Vec<String>,
    /// Initials, including those of given names, in order.
    pub initials: Vec<char>,
    pub surnames: Vec<Surname>,
}

impl Parts {
    /// Splits a name. `umlauts` writes umlauts out (`ü` as `ue`).
    #[must_use]
    pub fn of(name: &str, umlauts: bool) -> Self {
        let (before, after) = match name.split_once(',') {
            // Degrees after a comma are not given names.
            Some((before, after)) if words(after).iter().all(|w| titled(w)) => (before, ""),
            Some((before, after)) => (before, after),
            None => (name, ""),
        };
        let mut out = Self::default();
        let words = words(before);
        let cut = if after.is_empty() { surname_at(&words) } else { 0 };
        let (given, surname) = words.split_at(cut.min(words.len()));
        let rest: Vec<&str> = self::words(after);
        // `Vries, A. de`: the prefix comes last.
        let small = |w: &&str| lowercase(w) && is_prefix(&plain(w, umlauts));
        let tail = rest.len() - rest.iter().rev().take_while(|w| small(w)).count();
        let (more, last) = rest.split_at(tail);
        for (index, word) in given.iter().chain(more).enumerate() {
            out.add_given(word, index, umlauts);
        }
        let moved = last.iter().chain(surname).copied().collect::<Vec<_>>().join(" ");
        out.add_surnames(&moved, umlauts);
        out
    }

    fn add_given(&mut self, word: &str, index: usize, umlauts: bool) {
        let stream = folded(word, umlauts);
        let initials = initials(word);
        if let Some(initials) = initials {
            self.initials.extend(initials);
            return;
        }
        for token in 0..stream.tokens.len() {
            let part = stream.word(token).to_owned();
            self.initials.extend(part.chars().next());
            // `Piet Jansen van Doorn`: a word that is not a known given name is a surname.
            if index > 0 && !is_given(&part) {
                self.surnames.push(Surname { prefix: Vec::new(), core: part.clone() });
            }
            self.given.push(part);
        }
    }

    fn add_surnames(&mut self, text: &str, umlauts: bool) {
        let stream = folded(text, umlauts);
        let mut prefix = Vec::new();
        for token in 0..stream.tokens.len() {
            let word = stream.word(token).to_owned();
            // `Den` with nothing after it is the surname itself.
            let last = token + 1 == stream.tokens.len();
            if is_prefix(&word) && !(last && self.surnames.is_empty()) {
                prefix.push(word);
            } else {
                self.surnames.push(Surname { prefix: std::mem::take(&mut prefix), core: word });
            }
        }
    }
}

/// The words of a name, without titles.
fn words(text: &str) -> Vec<&str> {
    let edge = |c: char| matches!(c, '(' | ')' | '"' | '“' | '”' | '‘');
    let all = text.split_whitespace().map(|w| w.trim_matches(edge));
    all.filter(|w| w.chars().any(char::is_alphanumeric) && !titled(w)).collect()
}

fn titled(word: &str) -> bool {
    // `Ma` can be a given name, `MA` and `mr.` are titles.
    let form =
        word.ends_with('.') || lowercase(word) || word.chars().skip(1).any(char::is_uppercase);
    (form || word.len() > 3) && is_title(&plain(word, false))
}

fn plain(word: &str, umlauts: bool) -> String {
    folded(word, umlauts).letters
}

fn lowercase(word: &str) -> bool {
    word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase)
}

/// Index of the first word of the surname: the first lower-case prefix after a given name, else a
/// capitalised prefix, else the last word.
fn surname_at(words: &[&str]) -> usize {
    let prefix = |w: &&str| is_prefix(&plain(w, false)) && initials(w).is_none();
    let small = words.iter().position(|w| lowercase(w) && prefix(w));
    let last = words.len().saturating_sub(1);
    let large = words.iter().take(last).enumerate().position(|(index, word)| {
        // `Ben` as the first word is a given name.
        prefix(word) && (index > 0 || !is_given(&plain(word, false)))
    });
    small.into_iter().chain(large).min().unwrap_or(last)
}

/// The letters of initials: `A.B.`, `AB`, `A`. `None` for any other word.
fn initials(word: &str) -> Option<Vec<char>> {
    let letters: Vec<&str> = word.split('.').filter(|p| !p.is_empty()).collect();
    let dotted = word.contains('.') && letters.iter().all(|p| p.chars().count() <= 2);
    let single = word.chars().count() == 1 && !lowercase(word);
    let block =
        (2..=3).contains(&word.chars().count()) && word.chars().all(|c| c.is_ascii_uppercase());
    let first = |p: &&str| plain(p, false).chars().next();
    match (dotted || single, block) {
        (true, _) => Some(letters.iter().filter_map(first).collect()),
        (false, true) => Some(plain(word, false).chars().collect()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts_of(name: &str) -> String {
        let parts = Parts::of(name, false);
        let surname = |s: &Surname| format!("{}+{}", s.prefix.join(" "), s.core);
        let surnames: Vec<String> = parts.surnames.iter().map(surname).collect();
        let initials: String = parts.initials.iter().collect();
        format!("{} | {initials} | {}", parts.given.join(" "), surnames.join(" / "))
    }

    #[test]
    fn names_fall_apart_as_a_reader_would_take_them() {
        for (name, parts) in [
            ("Anneke de Vries", "anneke | a | de+vries"),
            ("A.B. de Vries", " | ab | de+vries"),
            ("AB de Vries", " | ab | de+vries"),
            ("Vries, A. de", " | a | de+vries"),
            ("Vries, Anneke de", "anneke | a | de+vries"),
            ("Anneke Verschuur-Tol", "anneke | a | +verschuur / +tol"),
            ("mr. dr. A. van der Berg-de Vries, MSc", " | a | van der+berg / de+vries"),
            ("Piet Jansen van Doorn", "piet jansen | pj | +jansen / van+doorn"),
            ("Jan-Willem in 't Veld", "jan willem | jw | in t+veld"),
            ("Gabriel García Márquez", "gabriel garcia | gg | +garcia / +marquez"),
            ("Van Dijk", " |  | van+dyk"),
            ("Anneke Van den Berg", "anneke | a | van den+berg"),
            ("Ben de Boer", "ben | b | de+boer"),
            ("Madonna", " |  | +madonna"),
            ("Seán O'Brien", "sean | s | o+brien"),
            ("Anna Maria Jansen", "anna maria | am | +jansen"),
            ("Lee Wu", "lee | l | +wu"),
        ] {
            assert_eq!(parts_of(name), parts, "{name}");
        }
    }
}
