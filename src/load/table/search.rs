//! Finds the table of norms among the sheets of a workbook or the tables of a Word file.

use super::headings::fit;
use super::sheet::Sheet;
use crate::diagnostics::{Code, Diagnostic, phrase};

/// Maximum number of headings that a message names.
const MOST_NAMED: usize = 12;

/// A table with norms.
pub struct Found {
    pub sheet: Sheet,
    /// The row of headings.
    pub head: usize,
    /// How well the headings fit, whether the table is hidden, and the number of the table in its
    /// file: the lower, the better.
    rank: (usize, bool, usize),
}

/// The best table so far.
#[derive(Default)]
pub struct Search {
    pub found: Option<Found>,
    /// Other tables with norms: their number in the file and their place.
    pub others: Vec<(usize, String)>,
    /// What seem to be the headings of the first table without norms.
    headings: Vec<String>,
}

impl Search {
    /// Looks at a sheet or table. Those of one file have different numbers, in any order.
    pub fn offer(&mut self, mut sheet: Sheet, number: usize) {
        sheet.without_empty_end();
        let fits = sheet.rows.iter().enumerate().filter_map(|(at, row)| Some((fit(row)?, at)));
        let Some((fit, head)) = fits.min() else {
            let rows = 0..sheet.rows.len();
            let row = rows.max_by_key(|row| (sheet.filled(*row).count().min(2), usize::MAX - row));
            if let Some(row) = row.filter(|_| self.headings.is_empty()) {
                let cells = sheet.filled(row).take(MOST_NAMED);
                self.headings = cells.map(|cell| format!("`{cell}`")).collect();
            }
            return;
        };
        let rank = (fit, sheet.hidden, number);
        let new = Found { sheet, head, rank };
        let (best, other) = match self.found.take() {
            Some(old) if old.rank < new.rank => (old, Some(new)),
            old => (new, old),
        };
        // A heading that fits worse is likely to stand over something else than norms.
        let listed = other.filter(|other| other.rank.0 == 0 || other.rank.0 == best.rank.0);
        self.found = Some(best);
        self.others.extend(listed.map(|other| (other.rank.2, other.sheet.place(other.head, 0))));
    }

    /// The problem of a file without a table of norms.
    pub fn nothing(&self, path: &str) -> Diagnostic {
        let found = match self.headings.is_empty() {
            true => phrase("norms-no-table"),
            false => phrase("norms-headings").with("headings", self.headings.join(", ")),
        };
        Diagnostic::of_file(Code::NoNormColumn, path).with("found", found)
    }
}
