//! What the columns of a table hold. Markdown says at most how a column is aligned, so this is read
//! from the cells, here and nowhere else: every publisher aligns and measures by it.

use super::tree::{Alignment, Column, Holds, Inline, plain};

/// From this many columns on a table of judgements needs the width of a page on its side.
const MATRIX_COLUMNS: usize = 8;

/// From this many empty columns on they are there to be filled in.
const FORM_COLUMNS: usize = 3;

type Cell = Vec<Inline>;

/// The columns of a table, with the alignment that was asked for.
pub fn columns(header: &[Cell], rows: &[Vec<Cell>], asked: &[Alignment]) -> Vec<Column> {
    let column = |at: usize| {
        let holds = holds(rows.iter().map(|row| row.get(at).map_or(&[][..], Vec::as_slice)));
        let align = match asked.get(at).copied().unwrap_or(Alignment::None) {
            Alignment::None if holds == Holds::Numbers => Alignment::Right,
            Alignment::None => Alignment::Left,
            asked => asked,
        };
        Column { align, holds }
    };
    let mut out: Vec<Column> = (0..header.len()).map(column).collect();
    let blank = |at: &usize| {
        let text = |row: &Vec<Cell>| row.get(*at).map_or_else(String::new, |cell| plain(cell));
        !rows.is_empty() && rows.iter().all(|row| text(row).trim().is_empty())
    };
    let blanks: Vec<usize> = (0..header.len()).filter(blank).collect();
    if blanks.len() >= FORM_COLUMNS {
        let empty = out.iter_mut().enumerate().filter(|(at, _)| blanks.contains(at));
        empty.for_each(|(_, column)| column.holds = Holds::Blanks);
    }
    out
}

/// Whether more than half of each row are judgements, and there are many columns.
pub fn is_matrix(header: &[Cell], rows: &[Vec<Cell>]) -> bool {
    let judged = |row: &Vec<Cell>| {
        let judgements = row.iter().skip(1).filter(|cell| is_judgement(cell)).count();
        judgements * 2 > row.len()
    };
    header.len() >= MATRIX_COLUMNS && !rows.is_empty() && rows.iter().all(judged)
}

fn is_judgement(cell: &[Inline]) -> bool {
    matches!(cell, [Inline::Judgement { .. }, ..])
}

fn holds<'a>(cells: impl Iterator<Item = &'a [Inline]>) -> Holds {
    let (mut numbers, mut words) = (false, false);
    for cell in cells {
        if is_judgement(cell) {
            return Holds::Judgements;
        }
        let text = plain(cell);
        numbers |= is_number(&text);
        words |= !is_number(&text) && !is_blank(&text);
    }
    if numbers && !words { Holds::Numbers } else { Holds::Text }
}

/// Whether a text is a number, with at most a sign, a unit or a currency.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{Block, parse};

    fn table(text: &str) -> (Vec<Column>, bool) {
        match parse(text).blocks.first() {
            Some(Block::Table { columns, matrix, .. }) => (columns.clone(), *matrix),
            other => panic!("no table: {other:?}"),
        }
    }

    #[test]
    fn a_column_of_numbers_and_gaps_is_set_to_the_right() {
        let text = "| norm | deel | fte | jaar |\n|---|---|---|:-:|\n| A-1 | 12,5 % | – | 2022 |\n\
                    | A-2 | 3 van 4 | 1.200 | 2023 |\n";
        let columns = table(text).0.into_iter().map(|c| (c.holds, c.align)).collect::<Vec<_>>();
        assert_eq!(
            columns,
            [
                (Holds::Text, Alignment::Left),
                (Holds::Text, Alignment::Left),
                (Holds::Numbers, Alignment::Right),
                (Holds::Numbers, Alignment::Center),
            ]
        );
    }

    #[test]
    fn three_empty_columns_are_to_be_filled_in() {
        let text =
            "| code | wat | ja | nee | waarom |\n|---|---|---|---|---|\n| A1 | x |  |  |  |\n";
        let holds: Vec<Holds> = table(text).0.into_iter().map(|column| column.holds).collect();
        let (text, blanks) = (Holds::Text, Holds::Blanks);
        assert_eq!(holds, [text, text, blanks, blanks, blanks]);
        let two = "| code | datum | opmerking |\n|---|---|---|\n| A1 |  |  |\n";
        assert!(table(two).0.iter().all(|column| column.holds == Holds::Text));
    }

    #[test]
    fn judgements_side_by_side_are_a_matrix_from_eight_columns_on() {
        let text = |count: usize| {
            let row = |cell: &str| format!("| X |{}\n", format!(" {cell} |").repeat(count));
            format!("{}{}{}", row("kop"), row("---").replace('X', "---"), row("● voldoet · smal"))
        };
        let (columns, matrix) = table(&text(7));
        assert!(matrix);
        assert_eq!(columns.last().map(|c| c.holds), Some(Holds::Judgements));
        assert!(!table(&text(6)).1);
    }
}
