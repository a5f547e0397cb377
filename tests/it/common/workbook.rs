//! A workbook as somebody changes it: its cells as texts, written anew as another program would.

use calamine::{Data, Reader as _, Xlsx, open_workbook_from_rs};
use rust_xlsxwriter::{Formula, Workbook};
use std::io::Cursor;

/// The sheets of a workbook, with their names and cells.
pub struct Sheets(pub Vec<(String, Vec<Vec<String>>)>);

impl Sheets {
    /// Reads a workbook.
    pub fn of(bytes: Vec<u8>) -> Self {
        let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
        let names = book.sheet_names();
        let sheet = |name: String| {
            let range = book.worksheet_range(&name).expect("a sheet");
            let text = |cell: &Data| cell.to_string();
            let rows = range.rows().map(|row| row.iter().map(text).collect()).collect();
            (name, rows)
        };
        Self(names.into_iter().map(sheet).collect())
    }

    /// The workbook; a text that begins with `=` is a formula without a value.
    pub fn bytes(&self) -> Vec<u8> {
        let mut book = Workbook::new();
        for (name, rows) in &self.0 {
            let sheet = book.add_worksheet().set_name(name).expect("a name");
            for (row, cells) in (0..).zip(rows) {
                for (at, text) in (0..).zip(cells) {
                    match text.strip_prefix('=') {
                        Some(formula) => {
                            let formula = Formula::new(formula).set_result("");
                            sheet.write_formula(row, at, formula).expect("a formula");
                        }
                        None => _ = sheet.write_string(row, at, text).expect("a text"),
                    }
                }
            }
        }
        book.save_to_buffer().expect("a workbook")
    }

    /// The rows of a sheet.
    pub fn rows(&mut self, sheet: &str) -> &mut Vec<Vec<String>> {
        let found = self.0.iter_mut().find(|(name, _)| name == sheet);
        &mut found.unwrap_or_else(|| panic!("no sheet {sheet}")).1
    }

    /// The place of a heading.
    pub fn column(&mut self, sheet: &str, heading: &str) -> usize {
        let headings = &self.rows(sheet)[0];
        let place = headings.iter().position(|cell| cell == heading);
        place.unwrap_or_else(|| panic!("no column {heading}: {headings:?}"))
    }

    /// Changes a cell, by the code of its row and the heading of its column.
    pub fn set(&mut self, sheet: &str, code: &str, heading: &str, text: &str) {
        let at = self.column(sheet, heading);
        let row = self.rows(sheet).iter_mut().find(|row| row[0] == code);
        row.unwrap_or_else(|| panic!("no row {code}"))[at] = text.to_owned();
    }

    /// Adds a row.
    pub fn add(&mut self, sheet: &str, cells: &[(&str, &str)]) {
        let mut row = vec![String::new(); self.rows(sheet)[0].len()];
        for (heading, text) in cells {
            row[self.column(sheet, heading)] = (*text).to_owned();
        }
        self.rows(sheet).push(row);
    }

    /// Takes a row out.
    pub fn remove(&mut self, sheet: &str, code: &str) {
        self.rows(sheet).retain(|row| row[0] != code);
    }
}
