//! A table as it stands in its file: cells as text, and what a reader of text alone would not see.

use crate::diagnostics::{Code, Diagnostic, Span};
use crate::load::grid::letters;
use std::collections::{BTreeMap, BTreeSet};

/// The kind of file that a table comes from, which decides how its places are named.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    #[default]
    Workbook,
    Word,
    /// A CSV file.
    Lines,
}

/// Merged cells, of which only the first has a text.
pub struct Merged {
    pub row: usize,
    pub column: usize,
    pub last_row: usize,
}

/// A sheet of a workbook, a table of a Word file, or a CSV file.
#[derive(Default)]
pub struct Sheet {
    pub kind: Kind,
    /// The file, as messages name it.
    pub path: String,
    /// The name of the sheet, or the number of the table in a Word file.
    pub name: String,
    pub rows: Vec<Vec<String>>,
    pub merged: Vec<Merged>,
    pub hidden: bool,
    pub hidden_columns: Vec<usize>,
    /// Rows with the phrase that says what is not read of them, or is read though it is hidden.
    pub remarks: Vec<(usize, &'static str)>,
    /// Cells that the spreadsheet program holds as a date, by row and column: the date as the format
    /// writes it.
    pub dates: BTreeMap<(usize, usize), String>,
    /// Numbers that a spreadsheet of LibreOffice shows otherwise: rounded, or with points.
    pub numbers: BTreeMap<(usize, usize), String>,
    /// Cells in which a formula fails.
    pub errors: BTreeSet<(usize, usize)>,
    /// Cells with a number that is shown as a percentage: 0.85 as 85%.
    pub percentages: BTreeSet<(usize, usize)>,
    /// Cells with a formula; their text is its last value.
    pub formulas: BTreeSet<(usize, usize)>,
    /// The line of each row and the position of its cells, for a CSV file.
    pub lines: Vec<(usize, Vec<Span>)>,
}

impl Sheet {
    /// Takes away the empty rows at the end, of which a spreadsheet can have a million.
    pub fn without_empty_end(&mut self) {
        let last = (0..self.rows.len()).rfind(|row| self.filled(*row).next().is_some());
        self.rows.truncate(last.map_or(0, |last| last + 1));
    }

    /// The filled cells of a row.
    pub fn filled(&self, row: usize) -> impl Iterator<Item = &str> {
        self.rows.get(row).into_iter().flatten().map(String::as_str).filter(|c| !c.is_empty())
    }

    /// A cell; empty beyond the end of its row.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|row| row.get(column)).map_or("", String::as_str)
    }

    /// The number of a row as its file counts them.
    pub fn line(&self, row: usize) -> usize {
        self.lines.get(row).map_or(row + 1, |(line, _)| *line)
    }

    /// A place as a researcher looks it up: `Blad1!B4`, `tabel 2, rij 4` or `regel 4`.
    pub fn place(&self, row: usize, column: usize) -> String {
        let line = self.line(row);
        match self.kind {
            Kind::Workbook => {
                format!("{}!{}{line}", self.name, letters(column).unwrap_or_default())
            }
            Kind::Word => format!("tabel {}, rij {line}", self.name),
            Kind::Lines => format!("regel {line}"),
        }
    }

    /// A problem in a cell.
    pub fn problem(&self, code: Code, row: usize, column: usize) -> Diagnostic {
        let cells = self.lines.get(row).map(|(_, cells)| cells);
        match cells.and_then(|cells| cells.get(column).or(cells.last())) {
            Some(span) => Diagnostic::at(code, *span),
            None => {
                Diagnostic::of_file(code, format!("{}, {}", self.path, self.place(row, column)))
            }
        }
    }
}
