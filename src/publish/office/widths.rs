//! Derives column widths from the content of columns, because Markdown gives none. Lengths are
//! estimated from numbers of characters, in whole twentieths of a point, so that every computer
//! gets the same result.

use super::placement::Placement;
use crate::markdown::{Alignment, Column, Holds, Inline, plain};

/// The content of one column; lengths are in characters.
#[derive(Debug, Clone)]
struct Measured {
    holds: Holds,
    longest: usize,
    mean: usize,
    /// The length of the longest word, capped.
    word: usize,
    align: Alignment,
}

/// The layout of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The column widths, in twentieths of a point.
    pub widths: Vec<usize>,
    /// The alignment of each column.
    pub sides: Vec<Alignment>,
    /// The index of the table text style, from 0 (the largest).
    pub size: usize,
}

/// How far the fill of a callout extends beyond its text, in twentieths of a point.
pub const OUTSET: usize = 200;

/// The styles of table text and of header text, from the largest.
const STYLES: [[&str; 2]; 3] = [
    ["TabelTekst", "TabelKop"],
    ["TabelTekstKlein", "TabelKopKlein"],
    ["TabelTekstKleinst", "TabelKopKleinst"],
];

impl Plan {
    /// The style of the text, or of that in the header row.
    pub fn style(&self, header: bool) -> &'static str {
        STYLES.get(self.size).unwrap_or(&STYLES[0])[usize::from(header)]
    }

    /// Whether the text has the smallest size.
    pub fn is_smallest(&self) -> bool {
        self.size + 1 == STYLES.len()
    }

    /// Widens the outer columns to the edges of the fill of a callout that is `room` wide.
    fn widen(&mut self, room: usize) {
        let slack = room.saturating_sub(self.widths.iter().sum());
        self.widths.first_mut().into_iter().for_each(|w| *w += OUTSET);
        self.widths.last_mut().into_iter().for_each(|w| *w += OUTSET + slack);
    }
}

/// The horizontal padding and rules of a cell, in twentieths of a point.
const PAD: usize = 170;

/// The length of a text for which an empty column of a form has room, in characters, on top of that
/// of its title.
const BLANK: usize = 25;

type Cell = Vec<Inline>;

/// Plans a table that is as wide as its place. `sizes` are those of the styles, in half points, from
/// the largest; the largest in which every column fits is used.
pub fn plan(
    header: &[Cell],
    rows: &[Vec<Cell>],
    kinds: &[Column],
    place: Placement,
    sizes: [usize; 3],
) -> Plan {
    let room = place.width;
    let columns: Vec<Measured> = kinds
        .iter()
        .enumerate()
        .map(|(at, kind)| {
            measured(cell(header, at), rows.iter().map(|row| cell(row, at)).collect(), *kind)
        })
        .collect();
    let needed = |size: usize| columns.iter().map(|c| c.least(size)).sum::<usize>();
    let fitting = sizes.iter().position(|size| needed(*size) <= room);
    let size = fitting.unwrap_or(sizes.len() - 1);
    let mut out = Plan {
        widths: widths(&columns, room, sizes.get(size).copied().unwrap_or(19)),
        sides: columns.iter().map(|c| c.align).collect(),
        size,
    };
    if place.filled().is_some() {
        out.widen(room);
    }
    out
}

/// A cell of a row; empty if the row is shorter than the header.
pub fn cell(row: &[Cell], index: usize) -> &[Inline] {
    row.get(index).map_or(&[], Vec::as_slice)
}

fn measured(header: &[Inline], cells: Vec<&[Inline]>, Column { align, holds }: Column) -> Measured {
    // A remark on a judgement is on its own line.
    let text = |cell: &[Inline]| match cell {
        [Inline::Judgement { v, .. }, ..] => v.clone(),
        cell => plain(cell),
    };
    let texts: Vec<String> = cells.into_iter().map(text).collect();
    let word = |text: &str| {
        let gap = |c: char| c.is_whitespace() || matches!(c, '/' | '-' | '\u{AD}');
        text.split(gap).map(|w| w.chars().count()).max().unwrap_or(0)
    };
    let lengths = || texts.iter().map(|t| t.chars().count());
    let title = plain(header);
    // Headers are bold, so they count one character more.
    let title_word = word(&title) + 1;
    let room = if holds == Holds::Blanks { BLANK + title.chars().count() } else { 0 };
    Measured {
        holds,
        longest: lengths().max().unwrap_or(0).max(title_word).max(room),
        mean: (lengths().sum::<usize>() / texts.len().max(1)).max(room),
        // A longer word than this may be broken: otherwise it would take the width of other
        // columns.
        word: texts.iter().map(|t| word(t)).max().unwrap_or(0).max(title_word).min(18),
        align,
    }
}

impl Measured {
    /// The width of a number of characters, in twentieths of a point: 0.47 em each, a little more
    /// if they are bold, plus the symbol of a judgement before them.
    fn length(&self, characters: usize, size: usize) -> usize {
        let (each, symbol) = if self.holds == Holds::Judgements { (50, size * 7) } else { (47, 0) };
        characters * size * each / 10 + PAD + symbol
    }

    fn natural(&self, size: usize) -> usize {
        self.length(self.longest, size)
    }

    /// The minimum width: the longest word unbroken, even if its letters are wide. A symbol may be
    /// on the line above it.
    fn least(&self, size: usize) -> usize {
        self.word * size * 56 / 10 + PAD
    }

    /// Whether its text should stay on one line if there is room.
    fn one_line(&self) -> bool {
        self.longest <= if self.holds == Holds::Text { 18 } else { 30 }
    }

    /// Its weight in the division of the remaining width. It grows less than in proportion to the
    /// text (power 3/4), which keeps rows low.
    fn weight(&self) -> usize {
        let amount = (2 * self.longest.min(400) + 3 * self.mean.min(400)) / 5;
        (amount.max(1).pow(3) * 100_000_000).isqrt().isqrt()
    }
}

/// The maximum width that a column gets beyond its need when there is room to spare, in twentieths
/// of a point.
const MOST_EXTRA: usize = 520;

/// Which columns are set on one line: as many as possible while the others keep room for their
/// longest word.
fn held(columns: &[Measured], room: usize, size: usize) -> Vec<bool> {
    // From the most to the fewest columns on one line; the first rule that fits is used.
    let rules: [&dyn Fn(&Measured) -> bool; 3] =
        [&|c| c.one_line(), &|c| c.holds != Holds::Text && c.one_line(), &|c| {
            c.holds == Holds::Judgements && c.one_line()
        }];
    let needed = |rule: &dyn Fn(&Measured) -> bool| {
        let each = columns.iter().map(|c| if rule(c) { c.natural(size) } else { c.least(size) });
        each.sum::<usize>()
    };
    let mut out: Vec<bool> = match rules.iter().find(|rule| needed(rule) <= room) {
        Some(rule) => columns.iter().map(rule).collect(),
        None => vec![false; columns.len()],
    };
    if out.iter().all(|f| *f) {
        // All columns are short: the text column with the longest text takes the remaining width.
        let text =
            (0..columns.len()).filter(|i| columns.get(*i).is_some_and(|c| c.holds == Holds::Text));
        let longest = text.rev().max_by_key(|i| columns.get(*i).map_or(0, |c| c.longest));
        longest.and_then(|i| out.get_mut(i)).into_iter().for_each(|held| *held = false);
    }
    out
}

fn widths(columns: &[Measured], room: usize, size: usize) -> Vec<usize> {
    let held = held(columns, room, size);
    let natural: usize = columns.iter().map(|c| c.natural(size)).sum();
    let count = held.iter().filter(|held| **held).count();
    // If there is room to spare, each one-line column gets an equal part of 70 % of it, up to a
    // maximum.
    let extra = (room.saturating_sub(natural) * 7 / 10 / count.max(1)).min(MOST_EXTRA);
    let each = || columns.iter().zip(&held);
    let fixed: usize = each().filter(|(_, h)| **h).map(|(c, _)| c.natural(size) + extra).sum();
    let rest = room.saturating_sub(fixed);
    let free = || each().filter(|(_, h)| !**h).map(|(c, _)| c);
    let total = free().map(Measured::weight).sum::<usize>().max(1);
    // By weight, but not below the minimum; the result is then scaled to the width that is left.
    let raw = |c: &Measured| (rest * c.weight() / total).max(c.least(size));
    let sum = free().map(raw).sum::<usize>().max(1);
    let width = |(c, held): (&Measured, &bool)| {
        if *held { c.natural(size) + extra } else { (raw(c) * rest / sum).max(120) }
    };
    let mut out: Vec<usize> = each().map(width).collect();
    // The rounding remainder goes to the last column, so that the table ends at the margin. A table
    // of only one-line columns stays narrow.
    let used: usize = out.iter().sum();
    if count < columns.len()
        && let Some(last) = out.last_mut()
    {
        *last += room.saturating_sub(used);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(texts: &[&str]) -> Vec<Cell> {
        texts.iter().map(|t| vec![Inline::Text { v: (*t).to_owned() }]).collect()
    }

    const SIZES: [usize; 3] = [19, 17, 14];
    const WORDS: Column = Column { align: Alignment::Left, holds: Holds::Text };
    const NUMBERS: Column = Column { align: Alignment::Right, holds: Holds::Numbers };

    fn page() -> Placement {
        Placement::page(9000)
    }

    #[test]
    fn a_table_fills_its_room_and_long_text_gets_most_of_it() {
        let rows = [cells(&["A-1", &"lang ".repeat(60), "12,5 %"]), cells(&["A-2", "kort", "–"])];
        let header = cells(&["norm", "bevinding", "deel"]);
        let plan = plan(&header, &rows, &[WORDS, WORDS, NUMBERS], page(), SIZES);
        assert_eq!(plan.widths.iter().sum::<usize>(), 9000);
        assert!(plan.widths[1] > 6000, "{plan:?}");
        assert_eq!(plan.size, 0);
    }

    #[test]
    fn a_table_of_numbers_stays_narrow() {
        let rows = [cells(&["1", "2"])];
        let plan = plan(&cells(&["a", "b"]), &rows, &[NUMBERS; 2], page(), SIZES);
        assert!(plan.widths.iter().sum::<usize>() < 3000, "{plan:?}");
    }

    #[test]
    fn many_columns_take_smaller_type_and_no_table_breaks_the_plan() {
        let many: Vec<&str> = vec!["gemeentebestuur"; 14];
        let planned = plan(&cells(&many), &[cells(&many)], &[WORDS; 14], page(), SIZES);
        assert_eq!(planned.size, 2);
        assert!(planned.widths.iter().all(|w| *w >= 120));
        assert_eq!(plan(&[], &[], &[], page(), SIZES).widths, Vec::<usize>::new());
    }
}
