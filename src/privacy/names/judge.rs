//! Judges a match by the words around it: certain, uncertain, or no match.

use super::fold::{Gap, Stream, Token};
use super::loosen::RUN_BREAK;
use super::needles::{Bearer, Rule};
use super::words::{Also, also, is_given, is_honorific, is_prefix};

/// Minimum length of a surname run together with its prefix that cannot be an ordinary word.
const FEWEST_JOINED: usize = 8;

/// Minimum length of a name that is recognised within a longer word.
const FEWEST_WITHIN: usize = 7;

/// Minimum length of the rest of such a word.
const FEWEST_BESIDE: usize = 3;

/// Minimum length of a name written with spaces between all its letters.
const FEWEST_SPACED: usize = 5;

/// Extensions of file names and top-level domains.
const ENDINGS: &str = " pdf doc docx odt rtf txt md xls xlsx ods csv ppt pptx msg eml zip jpg jpeg \
    png svg html htm json yaml yml nl com org net eu be de info ";

/// The meaning of a match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// Whether it can only be the name.
    pub certain: bool,
}

const CERTAIN: Option<Verdict> = Some(Verdict { certain: true });
const PERHAPS: Option<Verdict> = Some(Verdict { certain: false });

/// How a match relates to the words that contain it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// It is exactly these words.
    Whole,
    /// The words plus a final `s`: *Rikkersdoncks verslag*.
    Genitive,
    /// It is a part of one longer word.
    Within {
        /// Number of letters before it.
        before: usize,
        /// Number of letters after it.
        after: usize,
        /// Whether the rest is a common affix of a name: *-je*, *-en*, *-se*, *ex*.
        called: bool,
    },
    /// It contains spaces that the name does not have.
    Spaced,
}

/// A match in its text.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    pub text: &'a str,
    /// The letters of the text.
    pub stream: &'a Stream,
    /// Index of the first word of the match.
    pub first: usize,
    /// Index of the last word of the match.
    pub last: usize,
    pub form: Form,
    /// Whether the whole text is a path or an address.
    pub address: bool,
}

/// Whose given name or initials are beside a surname.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Beside {
    /// The person's own, or an honorific such as `mevrouw`.
    Own,
    /// Those of somebody else.
    Other,
    /// None.
    None,
}

/// Judges a match. `None` if it is not the name.
pub fn judge(rule: &Rule, bearer: Option<&Bearer>, around: &Around<'_>) -> Option<Verdict> {
    match around.form {
        Form::Whole => whole(rule, bearer, around),
        Form::Genitive => genitive(rule, bearer, around),
        Form::Within { before, after, called } => {
            let beside = after >= FEWEST_BESIDE || called || before >= FEWEST_BESIDE;
            let ends = before == 0 || after == 0;
            (beside && ends).then(|| within(rule, around)).flatten()
        }
        Form::Spaced => spaced(rule, around),
    }
}

/// A name with a final `s`. It is uncertain if the result is itself a name or a word.
fn genitive(rule: &Rule, bearer: Option<&Bearer>, around: &Around<'_>) -> Option<Verdict> {
    let word = around.stream.word(around.last);
    let other = also(word) != Also::Nothing || is_given(word);
    match (whole(rule, bearer, around)?, rule) {
        (_, Rule::Given { .. }) if other => None,
        (verdict, _) => Some(Verdict { certain: verdict.certain && !other }),
    }
}

/// A name in a longer word: *Rikkersdonckdossier*, *Rikkersdonckjes*; of a municipality, *Esdorpse*.
fn within(rule: &Rule, around: &Around<'_>) -> Option<Verdict> {
    let token = around.token(around.first)?;
    let named = token.capital || around.in_address();
    match rule {
        Rule::Surname { whole: Also::Nothing, bare: Also::Nothing, length, latin, .. } => {
            let long = *length >= FEWEST_WITHIN || !latin;
            (long && (named || *length > FEWEST_WITHIN)).then_some(PERHAPS).flatten()
        }
        Rule::Town { common: false } => named.then_some(PERHAPS).flatten(),
        _ => None,
    }
}

/// A surname with spaces in it: *Rikkers donck*, *R i k k e r s d o n c k*.
fn spaced(rule: &Rule, around: &Around<'_>) -> Option<Verdict> {
    let Rule::Surname { bare: Also::Nothing, length, .. } = rule else { return None };
    let inner = around.stream.tokens.get(around.first + 1..=around.last)?;
    let each = (around.first..=around.last).all(|t| around.stream.word(t).chars().count() == 1);
    let apart = [Gap::BREAK, Gap::COMMA, Gap::DOT, Gap::OTHER];
    let close = inner.iter().all(|t| !apart.iter().any(|gap| t.before.has(*gap)));
    let capital = around.token(around.first)?.capital;
    match each && *length >= FEWEST_SPACED {
        true => CERTAIN,
        false => (close && capital && *length > FEWEST_WITHIN).then_some(PERHAPS).flatten(),
    }
}

/// A match of whole words.
fn whole(rule: &Rule, bearer: Option<&Bearer>, around: &Around<'_>) -> Option<Verdict> {
    let capital = around.token(around.first).is_some_and(|t| t.capital);
    match rule {
        Rule::Surname { .. } => surname(bearer?, rule, around),
        Rule::Joined { common } => {
            let one = around.first == around.last;
            let long = around.long();
            match (one, around.in_address(), capital) {
                (false, _, _) => None,
                (true, true, _) => CERTAIN,
                (true, false, true) if *common => PERHAPS,
                (true, false, true) => CERTAIN,
                (true, false, false) if long && !common => PERHAPS,
                _ => None,
            }
        }
        // With spaces between its parts, a full name is found by the surname.
        Rule::Whole { address } => {
            let joined = !address && around.first == around.last && around.long();
            (joined || around.in_address()).then_some(CERTAIN).flatten()
        }
        Rule::Text { .. } => around.whole(),
        Rule::Alias { common: true } => capital.then_some(PERHAPS).flatten(),
        Rule::Alias { common: false } if capital || around.in_address() => CERTAIN,
        Rule::Alias { common: false } => PERHAPS,
        // The Dutch press names a suspect by given name and the initial of the surname.
        Rule::Given { common, .. } => {
            let alone = !common && !around.named_on();
            (capital && (alone || around.initial_of(bearer?))).then_some(PERHAPS).flatten()
        }
        Rule::Town { common: true } => capital.then_some(PERHAPS).flatten(),
        Rule::Town { common: false } => CERTAIN,
    }
}

fn surname(bearer: &Bearer, rule: &Rule, around: &Around<'_>) -> Option<Verdict> {
    let Rule::Surname { whole, bare, short, prefixed, .. } = *rule else { return None };
    let token = around.token(around.first)?;
    let (before, prefix) = around.before(bearer);
    let after = around.after(bearer);
    // The words beside the surname decide first; only without them does it matter whether the
    // surname is also an ordinary word.
    if before == Beside::Own || after == Beside::Own {
        return CERTAIN;
    }
    let address = around.in_address();
    if before == Beside::Other || after == Beside::Other {
        return token.capital.then_some(PERHAPS).flatten();
    }
    let named = token.capital || address;
    match if prefix { whole } else { bare } {
        // `Wit` is a word, `De Wit` may be a person.
        _ if whole == Also::Common || short => {
            (named && (prefix || !prefixed || address)).then_some(PERHAPS).flatten()
        }
        Also::Common => named.then_some(PERHAPS).flatten(),
        // An ordinary word has a capital at the start of a sentence or in a heading in capitals.
        Also::Word if address => PERHAPS,
        Also::Word if token.capital => {
            let open = !prefix && around.opens();
            if open || token.caps { PERHAPS } else { CERTAIN }
        }
        Also::Word => None,
        Also::Nothing => {
            if named {
                CERTAIN
            } else {
                PERHAPS
            }
        }
    }
}

impl Around<'_> {
    fn token(&self, index: usize) -> Option<&Token> {
        self.stream.tokens.get(index)
    }

    /// The byte range of the match in the text.
    pub fn place(&self) -> (usize, usize) {
        let at = self.token(self.first).map_or(0, |t| t.at);
        (at, self.token(self.last).map_or(at, |t| t.until))
    }

    /// Whether the match is too long to be an ordinary word by chance.
    fn long(&self) -> bool {
        self.stream.word(self.first).len() >= FEWEST_JOINED
    }

    /// Whether the match is at the start of a sentence, a cell or a heading.
    fn opens(&self) -> bool {
        let before = self.token(self.first).map_or(Gap::BREAK, |t| t.before);
        self.first == 0 || [Gap::BREAK, Gap::DOT, Gap::OTHER].iter().any(|gap| before.has(*gap))
    }

    /// Judges a match of several words: none if a sentence or a cell ends within it.
    fn whole(&self) -> Option<Verdict> {
        let inner = self.stream.tokens.get(self.first + 1..=self.last).unwrap_or_default();
        let apart = inner.iter().any(|t| t.before.has(Gap::BREAK));
        (!apart).then_some(CERTAIN).flatten()
    }

    /// Whose name is before the surname, and whether a prefix such as `van` is.
    fn before(&self, bearer: &Bearer) -> (Beside, bool) {
        let mut at = self.first;
        let mut prefix = false;
        // Walks back over prefixes to the word that decides: a given name, initials, an honorific,
        // or anything else. No surname has more than a few prefixes.
        for _ in 0..6 {
            let gap = self.token(at).map_or(Gap::BREAK, |t| t.before);
            let Some(before) = at.checked_sub(1).filter(|_| !gap.has(Gap::BREAK)) else { break };
            if gap.has(Gap::COMMA) {
                break;
            }
            let word = self.stream.word(before);
            let named = self.capital(self.first) || self.in_address();
            // `Roos de Wit`, not `een roos, wit van kleur`.
            let rare = |word: &str| also(word) == Also::Nothing;
            let stands = named || self.capital(before) || rare(word);
            let stands = stands || rare(self.stream.word(self.first));
            if bearer.given.contains(word) && stands {
                return (Beside::Own, prefix);
            }
            let letters = self.letters_up_to(before);
            if let Some(first) = letters.first().copied() {
                let own = bearer.begins_with(first);
                // The letters of `v.d.` are a prefix, not initials.
                let elided = gap.has(Gap::OTHER) && !gap.has(Gap::SPACE) && !gap.has(Gap::DOT);
                // In capitals `van 't` is `VAN ’T`.
                let apostrophe = self.token(before).is_some_and(|t| t.before.has(Gap::OTHER));
                let small = matches!(word, "v" | "d" | "t") && !self.capital(before)
                    || word == "t" && apostrophe;
                let short = small || elided && is_prefix(word);
                if own && named && (self.capital(before) || self.in_address()) {
                    return (Beside::Own, prefix);
                }
                if !short {
                    return (self.other(before), prefix);
                }
            }
            if self.block_of(before, bearer) || is_honorific(word) {
                return (Beside::Own, prefix);
            }
            if !is_prefix(word) {
                let other = is_given(word) && self.capital(before);
                return (if other { Beside::Other } else { Beside::None }, prefix);
            }
            prefix = true;
            at = before;
        }
        (Beside::None, prefix)
    }

    /// The run of single-letter words that ends at this word, in text order.
    fn letters_up_to(&self, last: usize) -> Vec<char> {
        let single = |at: usize| {
            let mut letters = self.stream.word(at).chars();
            letters.next().filter(|c| c.is_alphabetic() && letters.next().is_none())
        };
        let mut out = Vec::new();
        let mut at = last;
        while let Some(letter) = single(at) {
            out.insert(0, letter);
            let gap = self.token(at).map_or(Gap::BREAK, |t| t.before);
            match at.checked_sub(1) {
                Some(before) if !gap.has(Gap::BREAK) && !gap.has(Gap::COMMA) => at = before,
                _ => break,
            }
        }
        out
    }

    /// Whether a word is the person's initials without full stops: `AB`.
    fn block_of(&self, at: usize, bearer: &Bearer) -> bool {
        let word = self.stream.word(at);
        let caps = self.token(at).is_some_and(|t| t.caps) && self.capital(self.first);
        let own: String = bearer.initials.iter().collect();
        own.len() > 1 && word == own && (caps || self.in_address())
    }

    fn capital(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.capital)
    }

    fn other(&self, at: usize) -> Beside {
        if self.capital(at) { Beside::Other } else { Beside::None }
    }

    /// Whose name is after the surname: `Vries, A. de`, `De Vries, Anneke`, `devries.a`.
    fn after(&self, bearer: &Bearer) -> Beside {
        let next = self.last + 1;
        let Some(token) = self.token(next) else { return Beside::None };
        if token.before.has(Gap::BREAK) || token.before.has(Gap::HYPHEN) && !self.in_address() {
            return Beside::None;
        }
        let word = self.stream.word(next);
        let listed = token.before.has(Gap::COMMA) || self.in_address();
        if bearer.given.contains(word) && (token.capital || self.in_address()) {
            return Beside::Own;
        }
        let mut letters = word.chars();
        let single = letters.next().filter(|_| letters.next().is_none() && word.len() == 1);
        // `Vries A.` and `Vries, A.`, but not `Vries a` or the letter of a list.
        let dotted = self.token(next + 1).is_none_or(|t| t.before.has(Gap::DOT));
        match single {
            Some(letter) if (token.capital && (listed || dotted)) || self.in_address() => {
                if bearer.begins_with(letter) { Beside::Own } else { self.other(next) }
            }
            Some(_) => Beside::None,
            None if token.before.has(Gap::COMMA) && token.capital && is_given(word) => {
                Beside::Other
            }
            None => Beside::None,
        }
    }

    /// Whether a surname follows the given name, so that together they are another person's name.
    fn named_on(&self) -> bool {
        let next = self.last + 1;
        let Some(token) = self.token(next) else { return false };
        let close = !token.before.has(Gap::BREAK)
            && !token.before.has(Gap::COMMA)
            && !token.before.has(Gap::DOT);
        close && (token.capital || is_prefix(self.stream.word(next)) && self.capital(next + 1))
    }

    /// Whether the given name is followed by only the initial of the person's surname.
    fn initial_of(&self, bearer: &Bearer) -> bool {
        // Skip the rest of a double given name, and a prefix such as `van der`, which the press
        // keeps.
        let within = |at: &usize| {
            let word = self.stream.word(*at);
            bearer.given.contains(word) || is_prefix(word) && !self.capital(*at)
        };
        let next = self.last + 1 + (self.last + 1..).take_while(within).count();
        let Some(token) = self.token(next) else { return false };
        let apart = [Gap::BREAK, Gap::COMMA, Gap::DOT].iter().any(|gap| token.before.has(*gap));
        let mut letters = self.stream.word(next).chars();
        let single = letters.next().filter(|_| letters.next().is_none());
        token.capital && !apart && single.is_some_and(|letter| bearer.goes_on_with(letter))
    }

    /// Whether the match is in an address, a path or a file name.
    fn in_address(&self) -> bool {
        let (at, until) = self.place();
        let edge =
            |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | '(' | ')' | '|');
        let before = self.text.get(..at).unwrap_or("");
        let after = self.text.get(until..).unwrap_or("");
        // The address is the run of characters without white space, quotes or brackets around the
        // match.
        let start = before.rfind(edge).map_or(0, |n| n + 1);
        let end = until + after.find(edge).unwrap_or(after.len());
        let run = self.text.get(start..end).unwrap_or("").replace(RUN_BREAK, "");
        let run = run.trim_end_matches(['.', ',', ';', ':']);
        let ending = run.rsplit_once('.').map_or("", |(_, ending)| ending);
        let known = !ending.is_empty() && ENDINGS.contains(&format!(" {} ", ending.to_lowercase()));
        let under = run.split('_').filter(|part| part.contains(char::is_alphanumeric)).count() > 1;
        self.address
            || run.starts_with(['@', '#'])
            || run.contains('@')
            || run.contains("://")
            || run.starts_with("www.")
            || run.matches('/').count() > 1
            || known
            || under
    }
}
