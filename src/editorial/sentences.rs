//! Finds where sentences end in Dutch.
//!
//! The sentence boundaries of Unicode (UAX #29), as in `unicode-segmentation`, have no
//! abbreviations: they end a sentence in ‘art. 28 Wet Bibob’. And they find no end before a number:
//! ‘De formatie is 4,6 fte. 43 medewerkers …’. Both are common in audits, so this module has its
//! own rule for Dutch: a sentence ends at `.`, `!`, `?` or `…` before white space and a capital or
//! a number, but not after an abbreviation or an initial.

use std::ops::Range;

/// Abbreviations that are never last in a sentence, without their last point.
const OPEN: [&str; 74] = [
    "aant", "afb", "afd", "alg", "apr", "art", "artt", "aug", "bijv", "blz", "bv", "ca", "cf",
    "d.d", "d.m.v", "d.w.z", "dd", "dec", "dhr", "dr", "drs", "e.v", "excl", "feb", "fig", "gem",
    "h", "hfst", "i.c", "i.c.m", "i.h.b", "i.h.k.v", "i.o", "i.p.v", "i.v.m", "incl", "ing", "inz",
    "ir", "jan", "jl", "jr", "m.b.t", "m.b.v", "m.i.v", "m.n", "m.u.v", "max", "mevr", "min", "mr",
    "mw", "n.a.v", "n.t.b", "nl", "no", "nov", "nr", "nrs", "o.a", "o.b.v", "o.g.v", "o.l.v",
    "okt", "p", "par", "pag", "prof", "red", "resp", "sept", "st", "vgl", "zgn",
];

/// Abbreviations that can also end a sentence: the first letter of what follows decides.
const MAYBE_OPEN: [&str; 12] = [
    "t.a.v", "t.b.v", "t.g.v", "t.o.v", "v.a", "v.w.b", "w.o", "z.s.m", "t.m", "t.z.t", "o.i",
    "a.d.h.v",
];

/// Words that begin a sentence more often than they begin a name.
const STARTERS: [&str; 24] = [
    "De", "Het", "Een", "Dit", "Dat", "Die", "Deze", "Er", "Wij", "We", "Zij", "Hij", "U", "In",
    "Op", "Voor", "Van", "Bij", "Met", "Daar", "Daarom", "Ook", "Of", "Als",
];

/// The sentences of a passage, without surrounding white space.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        let ends = match character {
            '\n' => true,
            '.' | '!' | '?' | '…' => after_mark(text, at, end),
            _ => false,
        };
        if ends {
            let closed = end + closing(text.get(end..).unwrap_or(""));
            add(text, start..closed, &mut out);
            start = closed;
        }
    }
    add(text, start..text.len(), &mut out);
    out
}

fn add(text: &str, range: Range<usize>, out: &mut Vec<Range<usize>>) {
    let whole = text.get(range.clone()).unwrap_or("");
    let start = range.start + whole.len() - whole.trim_start().len();
    let end = start + whole.trim().len();
    if whole.contains(|c: char| c.is_alphanumeric()) {
        out.push(start..end);
    }
}

/// Length in bytes of the closing marks after the mark that ends a sentence.
fn closing(rest: &str) -> usize {
    rest.find(|c| !matches!(c, '’' | '”' | '"' | '\'' | ')' | ']' | '.' | '!' | '?' | '…'))
        .unwrap_or(rest.len())
}

/// Whether a mark ends a sentence.
fn after_mark(text: &str, at: usize, end: usize) -> bool {
    let rest = text.get(end..).unwrap_or("");
    let rest = rest.get(closing(rest)..).unwrap_or("");
    let next = rest.trim_start();
    // A point inside a number, an address or an abbreviation has no space after it.
    if next.len() == rest.len() {
        return false;
    }
    let word = next.trim_start_matches(|c: char| !c.is_alphanumeric());
    let Some(first) = word.chars().next() else { return true };
    if !first.is_uppercase() && !first.is_numeric() && !starts_short(next) {
        return false;
    }
    let before = text.get(..at).unwrap_or("");
    text.get(at..end).is_none_or(|m| m != ".") || !abbreviated(before, word)
}

/// Whether a sentence begins with 's, 't or 'n, followed by a capital.
fn starts_short(next: &str) -> bool {
    ["'s ", "’s ", "'t ", "’t ", "'n ", "’n "].iter().any(|short| {
        next.strip_prefix(short).is_some_and(|rest| rest.starts_with(char::is_uppercase))
    })
}

/// Whether the point after this text belongs to an abbreviation or an initial.
fn abbreviated(before: &str, next: &str) -> bool {
    let start =
        before.rfind(|c: char| c.is_whitespace() || matches!(c, '(' | '/' | '‘' | '“' | '"'));
    let last = start.map_or(before, |at| before.get(at..).unwrap_or(""));
    let last = last.trim_start_matches(|c: char| !c.is_alphanumeric());
    let lower = last.to_lowercase();
    let capital = next.starts_with(char::is_uppercase);
    if OPEN.contains(&lower.as_str()) {
        return true;
    }
    if MAYBE_OPEN.contains(&lower.as_str()) {
        return !capital;
    }
    let initial = last.rsplit('.').next().unwrap_or("");
    let single = initial.chars().count() == 1 && initial.starts_with(char::is_uppercase);
    let word = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    single && capital && !STARTERS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::sentences;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|r| &text[r]).collect()
    }

    #[test]
    fn an_abbreviation_does_not_end_a_sentence() {
        for text in [
            "Zie art. 28 Wet Bibob en nr. 5 van het plan, d.w.z. Het Plan.",
            "De heer mr. dr. J.P. Jansen en mevr. A. de Vries, o.a. Van Dijk, bijv. B en W.",
            "Het kost ca. € 1.234,56 (incl. BTW) per 31.12.2024 volgens www.voorbeeld.nl.",
            "Een wet (art. 5 AVG) i.v.m. De Privacy.",
        ] {
            assert_eq!(split(text), [text]);
        }
    }

    #[test]
    fn a_sentence_ends_before_a_capital_a_number_or_a_quotation() {
        assert_eq!(
            split("De formatie is 4,6 fte. 43 mensen konden erbij. ‘Waarom?’ Dat is de vraag!"),
            ["De formatie is 4,6 fte.", "43 mensen konden erbij.", "‘Waarom?’", "Dat is de vraag!"]
        );
        assert_eq!(
            split(
                "Hij zei: ‘Ik weet het niet.’ Daarna ging hij weg (zie bijlage B). De rest bleef."
            ),
            [
                "Hij zei: ‘Ik weet het niet.’",
                "Daarna ging hij weg (zie bijlage B).",
                "De rest bleef."
            ]
        );
        assert_eq!(split("Het liep af, enz. Daarna niet."), ["Het liep af, enz.", "Daarna niet."]);
        assert_eq!(split("Tot laat. 's Avonds niet."), ["Tot laat.", "'s Avonds niet."]);
        assert_eq!(split("Groep B. De rest."), ["Groep B.", "De rest."]);
    }
}
