//! Reduces a text to its letters, so that a name is found in any spelling: without case,
//! diacritics, invisible characters and punctuation, each letter with its place in the text.

use super::lookalikes::latin;
use super::loosen::{RUN_BREAK, loosened};
use crate::text::invisible::unseen;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The characters between two words, as a set of flags.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Gap(u8);

impl Gap {
    /// A full stop.
    pub const DOT: Gap = Gap(1);
    pub const COMMA: Gap = Gap(2);
    /// White space, of any kind.
    pub const SPACE: Gap = Gap(4);
    /// The end of a paragraph, of a table's cell or of a sentence.
    pub const BREAK: Gap = Gap(8);
    pub const HYPHEN: Gap = Gap(16);
    /// Any other character.
    pub const OTHER: Gap = Gap(32);
    const LINE: Gap = Gap(64);

    /// Whether it contains any of these flags.
    #[must_use]
    pub fn has(self, other: Gap) -> bool {
        self.0 & other.0 != 0
    }

    fn add(&mut self, c: char) {
        let kind = match c {
            '.' => Self::DOT,
            ',' => Self::COMMA,
            '\n' if self.has(Self::LINE) => Self::BREAK,
            '\n' => Self(Self::LINE.0 | Self::SPACE.0),
            '-' | '\u{2010}'..='\u{2015}' => Self::HYPHEN,
            '|' | '!' | '?' | '\u{2029}' => Self::BREAK,
            c if c.is_whitespace() => Self::SPACE,
            _ => Self::OTHER,
        };
        self.0 |= kind.0;
    }
}

/// A word: a run of letters or a run of digits.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    /// Its first byte in [`Stream::letters`].
    pub start: usize,
    /// The byte after its last in [`Stream::letters`].
    pub end: usize,
    /// Its first byte in the text.
    pub at: usize,
    /// The byte after its last in the text, combining marks included.
    pub until: usize,
    /// The gap before it.
    pub before: Gap,
    pub capital: bool,
    /// Whether it contains no lower-case letter.
    pub caps: bool,
}

/// The letters of a text, and the words that they form.
#[derive(Debug, Default)]
pub struct Stream {
    /// All letters and digits, without separators.
    pub letters: String,
    pub tokens: Vec<Token>,
}

impl Stream {
    /// The index of the word that contains a byte of the letters.
    #[must_use]
    pub fn holding(&self, at: usize) -> Option<usize> {
        self.tokens.partition_point(|t| t.start <= at).checked_sub(1)
    }

    #[must_use]
    pub fn word(&self, token: usize) -> &str {
        let Some(token) = self.tokens.get(token) else { return "" };
        self.letters.get(token.start..token.end).unwrap_or("")
    }

    fn push(&mut self, c: char, at: usize, until: usize, upper: bool, gap: Option<Gap>) {
        let digit = c.is_numeric();
        let joins = |stream: &Self| {
            let last = stream.letters.chars().next_back();
            last.is_some_and(|l| l.is_numeric() == digit)
        };
        // A word begins after a gap, and also at a change between letters and digits.
        let before = gap.or_else(|| (!joins(self)).then_some(Gap::default()));
        if let Some(before) = before {
            let start = self.letters.len();
            let (capital, caps) = (upper, true);
            self.tokens.push(Token { start, end: start, at, until, before, capital, caps });
        }
        let Some(token) = self.tokens.last_mut() else { return };
        // `ij` and `y` are one letter in Dutch names: Meij, Meÿ, Mey.
        let own = self.letters.get(token.start..).unwrap_or("");
        let c = if c == 'j' && own.ends_with('i') {
            self.letters.pop();
            'y'
        } else {
            c
        };
        self.letters.push(c);
        token.end = self.letters.len();
        token.until = until;
        token.caps &= upper || digit;
    }
}

/// All readings of a text in which a name could occur: as typed, and with escapes and markup
/// removed; with `ü` as `u` and as `ue`; with look-alike letters of other scripts as Latin letters.
#[must_use]
pub fn streams(text: &str) -> Vec<Stream> {
    let as_is: Vec<(char, usize)> = text.char_indices().map(|(at, c)| (c, at)).collect();
    let mut views = loosened(text, &as_is);
    views.push(as_is);
    let umlauts = |c: &(char, usize)| {
        matches!(c.0, 'ä' | 'ö' | 'ü' | 'å' | 'ø' | 'Ä' | 'Ö' | 'Ü' | 'Å' | 'Ø' | '\u{308}')
    };
    let mut out = Vec::new();
    for view in &views {
        out.push(fold(view, false));
        if view.iter().any(umlauts) {
            out.push(fold(view, true));
        }
        if view.iter().any(|(c, _)| latin(*c) != *c) {
            let plain: Vec<(char, usize)> = view.iter().map(|(c, at)| (latin(*c), *at)).collect();
            out.push(fold(&plain, false));
        }
    }
    out
}

/// The letters of a plain text, such as a name. `umlauts` writes umlauts out (`ü` as `ue`).
#[must_use]
pub fn folded(text: &str, umlauts: bool) -> Stream {
    fold(&text.char_indices().map(|(at, c)| (c, at)).collect::<Vec<_>>(), umlauts)
}

fn fold(view: &[(char, usize)], umlauts: bool) -> Stream {
    let mut out = Stream::default();
    let mut gap = Some(Gap::default());
    let (mut soft, mut line) = (false, false);
    for (c, at) in view.iter().copied() {
        // A word broken at a soft hyphen continues on the next line: skip the line end and the
        // indentation.
        if soft && (c == '\n' || line && c.is_whitespace()) {
            line = true;
            continue;
        }
        soft = c == '\u{AD}' || (soft && !line && hides(c));
        line = false;
        let until = at + c.len_utf8();
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase(), at, until, c.is_ascii_uppercase(), gap.take());
        } else if c == '\u{308}' && umlauts {
            out.push('e', at, until, true, gap.take());
        } else if hides(c) {
            if let Some(token) = out.tokens.last_mut().filter(|_| gap.is_none()) {
                token.until = until;
            }
        } else if c.is_alphanumeric() {
            // Letters of a script without case count as capitals.
            let upper = !c.is_lowercase();
            written(c, umlauts, &mut |plain| out.push(plain, at, until, upper, gap.take()));
        } else {
            gap.get_or_insert_default().add(if c == RUN_BREAK { ' ' } else { c });
        }
    }
    out
}

/// Whether a character is ignored: it is invisible, or a combining mark.
fn hides(c: char) -> bool {
    unseen(c) || is_combining_mark(c)
}

/// Passes a non-ASCII letter to `push` as plain lower-case letters.
fn written(c: char, umlauts: bool, push: &mut impl FnMut(char)) {
    let lower = c.to_lowercase().next().unwrap_or(c);
    let fixed = match (lower, umlauts) {
        ('ä', true) | ('æ', _) => "ae",
        ('ö' | 'ø', true) | ('œ', _) => "oe",
        ('ü', true) => "ue",
        ('å', true) => "aa",
        ('ø', false) => "o",
        ('ß', _) => "ss",
        ('ł', _) => "l",
        ('đ', true) => "dj",
        ('đ' | 'ð', _) => "d",
        ('þ', _) => "th",
        ('ı', _) => "i",
        ('ÿ', true) => "ij",
        _ => "",
    };
    if !fixed.is_empty() {
        fixed.chars().for_each(push);
        return;
    }
    let parts = std::iter::once(lower).nfkd().filter(|c| !is_combining_mark(*c));
    parts.flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).for_each(push);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_come_out_plain_whatever_their_form() {
        let plain = |text: &str| folded(text, false).letters;
        for text in ["Müller", "MULLER", "mu\u{308}ller", "M\u{AD}uller", "M\u{200B}üller"] {
            assert_eq!(plain(text), "muller", "{text:?}");
        }
        assert_eq!(folded("Müller", true).letters, "mueller");
        assert_eq!(folded("Mu\u{308}ller", true).letters, "mueller");
        assert_eq!(plain("ﬁne Ŀ Ｖ"), "finelv");
        assert_eq!(plain("Meij Meÿ Mey"), "meymeymey");
    }

    #[test]
    fn letters_of_other_languages_have_the_spellings_that_people_give_them() {
        let letters = |umlauts: bool| {
            let each = "ä ö ü å ø æ œ ß ł đ ð þ ı ÿ".split(' ');
            each.map(|letter| folded(letter, umlauts).letters).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(letters(true), "ae oe ue aa oe ae oe ss l dj d th i y");
        assert_eq!(letters(false), "a o u a o ae oe ss l d d th i y");
    }

    #[test]
    fn words_know_their_place_and_what_stands_before_them() {
        let stream = folded("A.B. de\u{A0}Vries, 12b", false);
        let words: Vec<_> = (0..stream.tokens.len()).map(|t| stream.word(t)).collect();
        assert_eq!(words, ["a", "b", "de", "vries", "12", "b"]);
        let token = stream.tokens[3];
        assert_eq!((token.at, token.capital), (9, true));
        assert!(stream.tokens[1].before.has(Gap::DOT) && stream.tokens[4].before.has(Gap::COMMA));
    }

    #[test]
    fn a_word_broken_at_a_soft_hyphen_is_one() {
        assert_eq!(folded("Ver\u{AD}\n  schuur", false).tokens.len(), 1);
    }
}
