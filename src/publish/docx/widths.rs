//! Column widths from what stands in the columns, because Markdown has no hints. Lengths are
//! estimated from numbers of characters, in whole twentieths of a point, so that every machine
//! comes to the same.

use crate::markdown::{Alignment, Inline, plain};

/// What kind of thing a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Badge,
    Number,
    Text,
}

/// What one column holds.
#[derive(Debug, Clone)]
struct Column {
    kind: Kind,
    longest: usize,
    mean: usize,
    word: usize,
    side: &'static str,
}

/// How wide the columns are, how their text is set and how large.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The widths, in twentieths of a point.
    pub widths: Vec<usize>,
    /// `left`, `center` or `right`.
    pub sides: Vec<&'static str>,
    /// Which of the three styles of text in tables, from 0.
    pub size: usize,
}

/// The sides of a cell and its rules together.
const PAD: usize = 170;

type Cell = Vec<Inline>;

/// Plans a table: `sizes` are those of the styles, in half points, from the largest.
pub fn plan(
    header: &[Cell],
    rows: &[Vec<Cell>],
    align: &[Alignment],
    room: usize,
    sizes: [usize; 3],
) -> Plan {
    let columns: Vec<Column> = (0..header.len())
        .map(|i| {
            let cells: Vec<&[Inline]> = rows.iter().map(|r| cell(r, i)).collect();
            profile(cell(header, i), &cells, align.get(i).copied().unwrap_or(Alignment::None))
        })
        .collect();
    let needed = |size: usize| columns.iter().map(|c| c.least(size)).sum::<usize>();
    let fitting = sizes.iter().position(|size| needed(*size) <= room);
    let size = fitting.unwrap_or(sizes.len() - 1);
    Plan {
        widths: widths(&columns, room, sizes.get(size).copied().unwrap_or(19)),
        sides: columns.iter().map(|c| c.side).collect(),
        size,
    }
}

/// A cell of a row; rows may be shorter than the header.
pub fn cell(row: &[Cell], index: usize) -> &[Inline] {
    row.get(index).map_or(&[], Vec::as_slice)
}

fn profile(header: &[Inline], cells: &[&[Inline]], align: Alignment) -> Column {
    // A remark on a judgement stands on a line of its own.
    let text = |cell: &&[Inline]| match cell {
        [Inline::Judgement { v, .. }, ..] => v.clone(),
        cell => plain(cell),
    };
    let texts: Vec<String> = cells.iter().map(text).collect();
    let word = |text: &str| {
        let gap = |c: char| c.is_whitespace() || matches!(c, '/' | '-' | '\u{AD}');
        text.split(gap).map(|w| w.chars().count()).max().unwrap_or(0)
    };
    let lengths = || texts.iter().map(|t| t.chars().count());
    let badge = |cell: &&[Inline]| matches!(cell, [Inline::Judgement { .. }, ..]);
    let numbers = texts.iter().filter(|t| is_number(t)).count();
    let blanks = texts.iter().filter(|t| is_blank(t)).count();
    let kind = if cells.iter().any(badge) {
        Kind::Badge
    } else if numbers > 0 && numbers + blanks == texts.len() {
        Kind::Number
    } else {
        Kind::Text
    };
    let title = plain(header);
    // Headers are bold.
    let title_word = word(&title) + 1;
    Column {
        kind,
        longest: lengths().max().unwrap_or(0).max(title_word),
        mean: lengths().sum::<usize>() / texts.len().max(1),
        word: texts.iter().map(|t| word(t)).max().unwrap_or(0).max(title_word).min(18),
        side: match align {
            Alignment::Right => "right",
            Alignment::Center => "center",
            Alignment::None if kind == Kind::Number => "right",
            _ => "left",
        },
    }
}

/// A number with at most a sign, a unit or a currency.
fn is_number(text: &str) -> bool {
    let bare = text.trim().trim_start_matches(['-', '−', '–', '+', '±', '€', ' ']);
    let figures = bare.trim_end_matches(|c: char| c.is_alphabetic() || "%‰². ".contains(c));
    bare.chars().count() < 24
        && bare.chars().count() - figures.chars().count() <= 9
        && figures.starts_with(|c: char| c.is_ascii_digit())
        && figures.chars().all(|c| c.is_ascii_digit() || ".,  ".contains(c))
}

fn is_blank(text: &str) -> bool {
    matches!(text.trim(), "" | "–" | "-" | "—" | "?" | "n.v.t." | "onbekend")
}

impl Column {
    /// The width of so many characters in twentieths of a point: 0.47 em each, a little more where
    /// they are bold, with the symbol of a judgement before them.
    fn length(&self, characters: usize, size: usize) -> usize {
        let (each, symbol) = if self.kind == Kind::Badge { (50, size * 7) } else { (47, 0) };
        characters * size * each / 10 + PAD + symbol
    }

    fn natural(&self, size: usize) -> usize {
        self.length(self.longest, size)
    }

    /// The least that it can do with: its longest word whole, be it of wide letters. A symbol can
    /// stand on the line above.
    fn least(&self, size: usize) -> usize {
        self.word * size * 56 / 10 + PAD
    }

    /// Whether its text should stay on one line where there is room.
    fn one_line(&self) -> bool {
        self.longest <= if self.kind == Kind::Text { 18 } else { 30 }
    }

    /// Its share of the rest: less than in proportion to its text, which keeps rows low.
    fn weight(&self) -> usize {
        let amount = (2 * self.longest.min(400) + 3 * self.mean.min(400)) / 5;
        (amount.max(1).pow(3) * 100_000_000).isqrt().isqrt()
    }
}

/// The most that a column gets beyond what it needs, where nobody needs the room.
const MOST_EXTRA: usize = 520;

/// Which columns are set on one line: as many as leave the others their longest word.
fn held(columns: &[Column], room: usize, size: usize) -> Vec<bool> {
    let rules: [&dyn Fn(&Column) -> bool; 3] =
        [&|c| c.one_line(), &|c| c.kind != Kind::Text && c.one_line(), &|c| {
            c.kind == Kind::Badge && c.one_line()
        }];
    let needed = |rule: &dyn Fn(&Column) -> bool| {
        let each = columns.iter().map(|c| if rule(c) { c.natural(size) } else { c.least(size) });
        each.sum::<usize>()
    };
    let mut out: Vec<bool> = match rules.iter().find(|rule| needed(rule) <= room) {
        Some(rule) => columns.iter().map(rule).collect(),
        None => vec![false; columns.len()],
    };
    if out.iter().all(|f| *f) {
        // All short: the text with most in it takes the slack.
        let text =
            (0..columns.len()).filter(|i| columns.get(*i).is_some_and(|c| c.kind == Kind::Text));
        let longest = text.rev().max_by_key(|i| columns.get(*i).map_or(0, |c| c.longest));
        longest.and_then(|i| out.get_mut(i)).into_iter().for_each(|held| *held = false);
    }
    out
}

fn widths(columns: &[Column], room: usize, size: usize) -> Vec<usize> {
    let held = held(columns, room, size);
    let natural: usize = columns.iter().map(|c| c.natural(size)).sum();
    let count = held.iter().filter(|held| **held).count();
    let extra = (room.saturating_sub(natural) * 7 / 10 / count.max(1)).min(MOST_EXTRA);
    let each = || columns.iter().zip(&held);
    let fixed: usize = each().filter(|(_, h)| **h).map(|(c, _)| c.natural(size) + extra).sum();
    let rest = room.saturating_sub(fixed);
    let free = || each().filter(|(_, h)| !**h).map(|(c, _)| c);
    let total = free().map(Column::weight).sum::<usize>().max(1);
    let raw = |c: &Column| (rest * c.weight() / total).max(c.least(size));
    let sum = free().map(raw).sum::<usize>().max(1);
    let width = |(c, held): (&Column, &bool)| {
        if *held { c.natural(size) + extra } else { (raw(c) * rest / sum).max(120) }
    };
    let mut out: Vec<usize> = each().map(width).collect();
    // What rounding left goes to the last column, so that tables end at the margin. A table of
    // short columns only stays narrow.
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

    #[test]
    fn a_table_fills_its_room_and_long_text_gets_most_of_it() {
        let rows = [cells(&["A-1", &"lang ".repeat(60), "12,5 %"]), cells(&["A-2", "kort", "–"])];
        let plan = plan(&cells(&["norm", "bevinding", "deel"]), &rows, &[], 9000, [19, 17, 14]);
        assert_eq!(plan.widths.iter().sum::<usize>(), 9000);
        assert!(plan.widths[1] > 6000, "{plan:?}");
        assert_eq!(plan.sides, ["left", "left", "right"]);
        assert_eq!(plan.size, 0);
    }

    #[test]
    fn a_table_of_numbers_stays_narrow() {
        let plan = plan(&cells(&["a", "b"]), &[cells(&["1", "2"])], &[], 9000, [19, 17, 14]);
        assert!(plan.widths.iter().sum::<usize>() < 3000, "{plan:?}");
    }

    #[test]
    fn many_columns_take_smaller_type_and_no_table_breaks_the_plan() {
        let many: Vec<&str> = vec!["gemeentebestuur"; 14];
        let planned = plan(&cells(&many), &[cells(&many)], &[], 9000, [19, 17, 14]);
        assert_eq!(planned.size, 2);
        assert!(planned.widths.iter().all(|w| *w >= 120));
        assert_eq!(plan(&[], &[], &[], 9000, [19, 17, 14]).widths, Vec::<usize>::new());
    }
}
