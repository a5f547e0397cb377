//! Numbers in words, and fractions: other ways to write a figure in a sentence.

use crate::model::Exact;

/// Names of fractions, with their denominators.
const SHARES: [(&str, i128); 6] =
    [("helft", 2), ("derde", 3), ("kwart", 4), ("vijfde", 5), ("achtste", 8), ("tiende", 10)];

/// Fractions as percentages: `1 op 5`, `2 van de 3`, `een kwart`.
pub fn shares(text: &str) -> Vec<Exact> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let number = |word: Option<&&str>| {
        word.and_then(|word| word.parse::<i128>().ok().or_else(|| from_word(word)))
    };
    let percentage = |part: i128, whole: i128| Exact::new(part * 100, whole);
    let mut out = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        if matches!(*word, "op" | "van")
            && let Some(part) = number(before)
        {
            let next = at + 1 + usize::from(words.get(at + 1) == Some(&"de"));
            let whole = number(words.get(next)).filter(|whole| *whole >= part && part > 0);
            out.extend(whole.map(|whole| percentage(part, whole)));
        }
        let twice = before == Some(&"twee");
        let part = SHARES.iter().find(|(name, _)| name == word);
        out.extend(part.map(|(_, whole)| percentage(if twice { 2 } else { 1 }, *whole)));
        if *word == "driekwart" {
            out.push(percentage(3, 4));
        }
    }
    out
}

/// The numbers that are written in words, up to a hundred.
pub fn in_words(text: &str) -> Vec<Exact> {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphabetic());
    words.filter_map(from_word).map(Exact::from).collect()
}

const UNITS: [&str; 20] = [
    "nul",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
];

const TENS: [&str; 8] =
    ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"];

fn from_word(word: &str) -> Option<i128> {
    let small = |w: &str| {
        let plain = w.replace('é', "e");
        UNITS.iter().position(|u| *u == plain).and_then(|n| i128::try_from(n).ok())
    };
    if word == "honderd" {
        return Some(100);
    }
    if let Some(number) = small(word) {
        return Some(number);
    }
    let (at, tens) = TENS.iter().enumerate().find(|(_, tens)| word.ends_with(*tens))?;
    let ten = 20 + 10 * i128::try_from(at).ok()?;
    let unit = word.strip_suffix(tens)?;
    if unit.is_empty() {
        return Some(ten);
    }
    let unit = unit.strip_suffix("en").or_else(|| unit.strip_suffix("ën"))?;
    small(unit).filter(|n| (1..10).contains(n)).map(|n| ten + n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_whole_are_percentages() {
        let seen =
            |text: &str| -> Vec<String> { shares(text).iter().map(Exact::to_string).collect() };
        assert_eq!(seen("1 op 5, 3 van de 4 of vier op de vijf"), ["20", "75", "80"]);
        assert_eq!(
            seen("de helft, een kwart, driekwart en twee derde"),
            ["50", "25", "75", "200/3"]
        );
        for text in ["12 van mei", "artikel 5 van de wet", "5 op 3", "0 van de 4"] {
            assert_eq!(seen(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn a_number_in_words_is_a_number() {
        let numbers = in_words("Eenendertig van de drieëntwintig; zes, twintig en éénentwintig");
        assert_eq!(numbers, [31, 23, 6, 20, 21].map(Exact::from));
    }
}
