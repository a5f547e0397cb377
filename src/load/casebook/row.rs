//! A row of a workbook that came back, against the case and the base.

use super::columns::{Column, Content};
use super::entries::OpenCase;
use super::returned::ReadSheet;
use super::shown::shown;
use super::typed::{Typed, Unread, typed};
use super::{digest, name_in_base, plain};
use crate::diagnostics::{Code, Diagnostic};
use crate::text::one_line;
use std::collections::BTreeMap;

/// What a spreadsheet shows where a formula fails.
const ERRORS: [&str; 7] = ["#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!"];

/// A row of a sheet that came back.
pub struct Row<'s> {
    pub sheet: &'s ReadSheet,
    pub row: usize,
}

impl Row<'_> {
    /// The text in a column, and its place.
    pub fn cell(&self, content: impl Fn(&Content) -> bool) -> (String, usize) {
        let found = self.sheet.columns.iter().find(|(column, _)| content(&column.content));
        let at = found.map_or(0, |(_, at)| *at);
        let text = found.map_or("", |(_, at)| self.sheet.cell(self.row, *at));
        (one_line(text), at)
    }

    pub fn problem(&self, at: usize, problem: &'static str, value: &str) -> Diagnostic {
        let diagnostic = self.sheet.problem(Code::BookCellUnread, self.row, at);
        diagnostic.with("problem", problem).with("value", shown(value))
    }

    /// The columns that are read, with their texts.
    pub fn cells(&self) -> impl Iterator<Item = (&'static Column, usize, &str)> {
        let read = self.sheet.columns.iter().filter(|(column, _)| column.is_read());
        read.map(|(column, at)| (*column, *at, self.sheet.cell(self.row, *at)))
    }

    /// Whether the texts of all columns but that of the code are those of the base.
    pub fn is_as(&self, digests: &BTreeMap<String, String>) -> bool {
        let mut own = self.cells().filter(|(column, ..)| !matches!(column.content, Content::Code));
        let same = |(column, _, text): (&Column, usize, &str)| {
            digests.get(name_in_base(column)).is_none_or(|known| *known == digest(text))
        };
        own.all(same)
    }

    /// How many of its filled cells are those of the base, and how many there are. The code does not
    /// count.
    pub fn likeness(&self, digests: &BTreeMap<String, String>) -> (usize, usize) {
        let filled = self.cells().filter(|(column, _, text)| {
            !text.trim().is_empty() && !matches!(column.content, Content::Code)
        });
        let same = |(column, _, text): &(&Column, usize, &str)| {
            digests.get(name_in_base(column)) == Some(&digest(text))
        };
        let (same, other): (Vec<_>, Vec<_>) = filled.partition(same);
        (same.len(), same.len() + other.len())
    }

    /// Whether a text of the base stands in it: a kind or a date says little.
    pub fn shares_text(&self, digests: &BTreeMap<String, String>) -> bool {
        self.cells().any(|(column, _, text)| {
            matches!(column.content, Content::Text)
                && !text.trim().is_empty()
                && digests.get(name_in_base(column)) == Some(&digest(text))
        })
    }

    /// The value in a cell, or why there is none.
    pub fn value(
        &self,
        open: &OpenCase,
        parent: &str,
        (column, at, text): (&'static Column, usize, &str),
    ) -> Result<Typed, Diagnostic> {
        if text.is_empty() && self.sheet.is_formula(self.row, at) {
            return Err(self.problem(at, "formula", column.heading));
        }
        if self.sheet.is_error(self.row, at) || ERRORS.contains(&text.trim()) {
            return Err(self.problem(at, "error-value", text));
        }
        if !text.is_empty() && self.sheet.is_percentage(self.row, at) {
            return Err(self.problem(at, "percentage", text));
        }
        if self.sheet.is_date(self.row, at) && !matches!(column.content, Content::Date) {
            return Err(self.problem(at, "became-date", text));
        }
        let control = |c: &char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        if let Some(control) = text.chars().find(control) {
            return Err(self.problem(at, "control", &format!("U+{:04X}", u32::from(control))));
        }
        typed(open, parent, column, text).map_err(|unread| {
            let Unread { problem, value, known } = unread;
            self.problem(at, problem, &value).with("known", known).with("heading", column.heading)
        })
    }
}

/// Whether a cell says what the case says.
pub fn same(open: &OpenCase, parent: &str, column: &Column, cell: &str, now: &str) -> bool {
    let read = |text| typed(open, parent, column, text).ok();
    let pair = || read(cell).zip(read(now)).filter(|_| column.is_typed());
    plain(cell) == plain(now) || pair().is_some_and(|(cell, now)| cell.is_same(&now))
}
