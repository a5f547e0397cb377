//! A judgement in a cell: a symbol, words, and a one-letter key for style and script.

use crate::markdown::BADGES;
use serde::Serialize;

/// The key of a judgement that cannot be compared.
const APART: char = 'x';

/// A judgement in a cell. A page contains thousands of them, so the key is one letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MarkView {
    /// `a` to `d` for the levels from high to low, other letters for outcomes that are not a level.
    pub key: char,
    /// The symbol; empty if it cannot be compared.
    pub symbol: String,
    /// The words: the judgement, its strength, and anything unusual.
    pub words: String,
}

/// Parses the judgement in a cell of a table.
pub fn mark(cell: &str) -> MarkView {
    let (first, rest) = cell.split_once(' ').unwrap_or((cell, ""));
    let (word, _) = rest.split_once(" · ").unwrap_or((rest, ""));
    let known = BADGES.iter().zip('a'..).find(|(b, _)| b.symbol == first && b.word == word);
    match known {
        Some((_, key)) => MarkView { key, symbol: first.to_owned(), words: rest.to_owned() },
        None => MarkView { key: APART, symbol: String::new(), words: cell.to_owned() },
    }
}

/// A part of a bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BarPart {
    /// The key of the level; `z` for those without one.
    pub key: char,
    /// Number of municipalities in the parts before it.
    pub from: usize,
    /// Number of municipalities in this part.
    pub count: usize,
}

/// Number of municipalities by level, in whole numbers, so that nothing is rounded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BarView {
    /// Number of municipalities.
    pub total: usize,
    /// The parts, highest level first, those without one last.
    pub parts: Vec<BarPart>,
}

/// The bar of counts by level; `total` includes those without a level.
pub fn bar(levels: [usize; 4], total: usize) -> BarView {
    let judged: usize = levels.iter().sum();
    let rest = total.saturating_sub(judged);
    let mut from = 0;
    let mut parts = Vec::new();
    for (key, count) in ('a'..).zip(levels).chain([('z', rest)]) {
        parts.push(BarPart { key, from, count });
        from += count;
    }
    BarView { total, parts }
}

#[cfg(test)]
mod tests {
    use super::{bar, mark};

    #[test]
    fn a_cell_keeps_every_word_and_what_is_no_judgement_stands_apart() {
        let seen = |cell: &str| {
            let mark = mark(cell);
            (mark.key, format!("{} {}", mark.symbol, mark.words).trim().to_owned())
        };
        for (cell, key) in [
            ("● voldoet · sterk", 'a'),
            ("◕ voldoet grotendeels · smal · tegenspraak", 'b'),
            ("○ voldoet niet · 4 van 6", 'd'),
            ("□ geen oordeel", 'j'),
            ("niet vergelijkbaar", 'x'),
            ("niet vergeleken", 'x'),
        ] {
            assert_eq!(seen(cell), (key, cell.to_owned()));
        }
    }

    #[test]
    fn the_parts_of_a_bar_fill_it() {
        let bar = bar([1, 0, 2, 0], 5);
        let ends: Vec<_> = bar.parts.iter().map(|p| (p.from, p.count)).collect();
        assert_eq!(ends, [(0, 1), (1, 0), (1, 2), (3, 0), (3, 2)]);
    }
}
