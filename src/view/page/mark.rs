//! A judgement in a cell: a symbol, words, and a one-letter key for style and script.

use crate::markdown::{Badge, judgement_keys};
use crate::model::Scale;
use crate::view::table::CellView;
use crate::view::words;
use serde::Serialize;

/// The key of a judgement that cannot be compared, and that of a norm that was not chosen.
const NOT_COMPARABLE: char = 'x';
const NOT_CHOSEN: char = 'y';

/// A judgement in a cell. A page contains thousands of them, so the key is one letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MarkView {
    /// `a` to `e` for the levels by their discs from full to empty, other letters for outcomes that
    /// are not a level.
    pub key: char,
    /// The symbol; empty if it cannot be compared.
    pub symbol: String,
    /// The judgement in words.
    pub words: String,
    /// What is said of it: its strength, and anything unusual.
    pub remarks: Vec<String>,
}

/// The judgement in a cell of a table.
pub fn mark(cell: &CellView) -> MarkView {
    let of = |badge: Badge| {
        let (symbol, words) = (badge.symbol.to_owned(), badge.word.to_owned());
        Some(MarkView { key: letter(badge)?, symbol, words, remarks: cell.remarks.clone() })
    };
    let key = if cell.apart { NOT_CHOSEN } else { NOT_COMPARABLE };
    let none = || {
        let (symbol, words) = (String::new(), cell.text.clone());
        MarkView { key, symbol, words, remarks: Vec::new() }
    };
    cell.badge.and_then(of).unwrap_or_else(none)
}

/// The levels of a scale, highest first.
pub fn levels(scale: Scale) -> Vec<MarkView> {
    scale.levels().map(|level| mark(&words::level(level).into())).collect()
}

fn letter(badge: Badge) -> Option<char> {
    judgement_keys().zip('a'..).find(|(known, _)| *known == badge.key).map(|(_, letter)| letter)
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

/// The bar of counts by level, highest first; `total` includes those without a level.
pub fn bar(scale: Scale, levels: &[usize], total: usize) -> BarView {
    let judged: usize = levels.iter().sum();
    let letters = scale.levels().filter_map(|level| letter(words::level(level)));
    let rest = total.saturating_sub(judged);
    let mut from = 0;
    let mut parts = Vec::new();
    for (key, count) in letters.zip(levels.iter().copied()).chain([('z', rest)]) {
        parts.push(BarPart { key, from, count });
        from += count;
    }
    BarView { total, parts }
}

#[cfg(test)]
mod tests {
    use super::{bar, mark};
    use crate::markdown::badge;
    use crate::model::Scale;
    use crate::view::table::CellView;
    use crate::view::words;

    #[test]
    fn a_cell_keeps_every_word_and_what_is_no_judgement_stands_apart() {
        let seen = |cell: &CellView| {
            let mark = mark(cell);
            (mark.key, mark.symbol, mark.words, mark.remarks.join(", "))
        };
        let of = |key, remarks: &[&str]| {
            let level = Scale::default().level(key).map(words::level);
            CellView::remarked(level.unwrap_or_else(|| badge(key)), remarks)
        };
        for (cell, key, symbol, words, remarks) in [
            (of("voldoet", &["sterk"]), 'a', "●", "voldoet", "sterk"),
            (of("niet", &["smal", "tegenspraak"]), 'e', "○", "voldoet niet", "smal, tegenspraak"),
            (of("geen-oordeel", &[]), 'l', "□", "geen oordeel", ""),
            ("niet vergelijkbaar".into(), 'x', "", "niet vergelijkbaar", ""),
            (
                CellView { apart: true, ..CellView::from("niet gekozen") },
                'y',
                "",
                "niet gekozen",
                "",
            ),
            ("● voldoet".into(), 'x', "", "● voldoet", ""),
        ] {
            let expected = (key, symbol.to_owned(), words.to_owned(), remarks.to_owned());
            assert_eq!(seen(&cell), expected);
        }
    }

    #[test]
    fn the_parts_of_a_bar_fill_it() {
        let bar = bar(Scale::default(), &[1, 0, 2, 0], 5);
        let ends: Vec<_> = bar.parts.iter().map(|p| (p.from, p.count)).collect();
        assert_eq!(ends, [(0, 1), (1, 0), (1, 2), (3, 0), (3, 2)]);
    }
}
