//! Reads a workbook of a case that came back.

use super::columns::{Column, Content, Table};
use super::{BASE, CHOICES, LEFT_OUT, MARK};
use crate::assets::read as read_file;
use crate::diagnostics::{Code, Diagnostic, Phrase, phrase, portable};
use crate::load::grid::{MOST_ROWS, too_large};
use crate::load::table::{Sheet, has_comments, not_a_workbook, sheets_of};
use crate::load::unreadable::{unpacks, unreadable};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// How many rows from the top the headings are looked for in: somebody may have put a line above them.
const HEAD: usize = 10;

/// The beginning of the mark of any version.
const ANY_MARK: &str = "werkmap van rekenkamer";

/// The first sheet, which explains the others.
const EXPLANATION: &str = "Toelichting";

/// A workbook as it came back.
pub struct Returned {
    /// The case that it is of.
    pub case: String,
    pub base: Base,
    pub sheets: Vec<ReadSheet>,
    /// What was not read, or is read though somebody may not have meant it.
    pub notes: Vec<Phrase>,
}

/// What the workbook held when it was written.
#[derive(Default)]
pub struct Base {
    /// The digest of each cell by its key, for each row.
    pub rows: BTreeMap<(Table, String), BTreeMap<String, String>>,
    pub left_out: BTreeSet<(Table, String)>,
}

/// A sheet of it.
pub struct ReadSheet {
    pub table: Table,
    sheet: Sheet,
    head: usize,
    /// The columns that it has, each with its place.
    pub columns: Vec<(&'static Column, usize)>,
}

impl ReadSheet {
    /// The rows below the headings.
    pub fn rows(&self) -> std::ops::Range<usize> {
        self.head + 1..self.sheet.rows.len()
    }

    /// The text of a cell; a date or number as the format writes it.
    pub fn cell(&self, row: usize, at: usize) -> &str {
        let value = self.sheet.dates.get(&(row, at)).or(self.sheet.numbers.get(&(row, at)));
        value.map_or_else(|| self.sheet.cell(row, at), String::as_str)
    }

    /// Whether the program made a date of what was typed.
    pub fn is_date(&self, row: usize, at: usize) -> bool {
        self.sheet.dates.contains_key(&(row, at))
    }

    /// Whether the program shows a share of one as a percentage.
    pub fn is_percentage(&self, row: usize, at: usize) -> bool {
        self.sheet.percentages.contains(&(row, at))
    }

    /// Whether a formula fails in a cell.
    pub fn is_error(&self, row: usize, at: usize) -> bool {
        self.sheet.errors.contains(&(row, at))
    }

    /// Whether a cell has a formula.
    pub fn is_formula(&self, row: usize, at: usize) -> bool {
        self.sheet.formulas.contains(&(row, at))
    }

    /// Whether a cell is merged with others.
    pub fn is_merged(&self, row: usize) -> bool {
        self.sheet.merged.iter().any(|merged| (merged.row..=merged.last_row).contains(&row))
    }

    /// Whether a row has this code.
    pub fn has_code(&self, code: &str) -> bool {
        let own = self.columns.iter().find(|(column, _)| matches!(column.content, Content::Code));
        let at = own.map_or(0, |(_, at)| *at);
        self.rows().any(|row| self.cell(row, at).trim() == code)
    }

    /// The place of a cell, as somebody looks it up.
    pub fn place(&self, row: usize, at: usize) -> String {
        self.sheet.place(row, at)
    }

    /// A problem in a cell.
    pub fn problem(&self, code: Code, row: usize, at: usize) -> Diagnostic {
        self.sheet.problem(code, row, at)
    }
}

/// A file that may be a workbook of a case, read once: its sheets, or why it has none.
pub struct Book {
    /// As messages name it.
    pub(super) path: String,
    sheets: Result<Vec<Sheet>, Diagnostic>,
    /// Whether it is a workbook that cannot be opened, or another file under the name of one.
    is_closed: bool,
    /// Whether cells have comments, which are not read.
    has_comments: bool,
}

impl Book {
    /// Reads a file.
    #[must_use]
    pub fn open(file: &Path) -> Self {
        let path = portable(file);
        let bytes = match read_file(file) {
            Ok(bytes) => bytes,
            Err(error) => {
                let sheets = Err(Diagnostic::unreadable(&path, &error));
                return Self { path, sheets, is_closed: false, has_comments: false };
            }
        };
        if let Some((kind, help)) = not_a_workbook(file, &bytes) {
            let help = match help.key {
                "norms-save-as" => phrase("casebook-save-as"),
                _ => help,
            };
            let sheets = Err(refused(&path, "kind").with("kind", kind).with("help", help));
            return Self { path, sheets, is_closed: true, has_comments: false };
        }
        let sheets = unpacks(&bytes).and_then(|()| sheets_of(&bytes, &path));
        let sheets = sheets.map_err(|error| unreadable(&path, &error));
        let has_comments = sheets.is_ok() && has_comments(&bytes);
        Self { path, sheets, is_closed: false, has_comments }
    }

    /// Whether it is a workbook of a case, also one that lost its base, or one that cannot be opened.
    #[must_use]
    pub fn is_of_case(&self) -> bool {
        let named = |sheet: &Sheet| {
            let mut own = Table::ALL.iter().filter(|table| **table != Table::Remarks);
            sheet.cell(0, 0).starts_with(ANY_MARK) || own.any(|table| table.name() == sheet.name)
        };
        self.is_closed || self.sheets.as_ref().is_ok_and(|sheets| sheets.iter().any(named))
    }
}

/// A workbook that cannot be read.
pub fn refused(path: &str, problem: &'static str) -> Diagnostic {
    Diagnostic::of_file(Code::BookRefused, path).with("problem", problem)
}

/// Reads a workbook.
pub fn returned(Book { path, sheets, has_comments, .. }: Book) -> Result<Returned, Diagnostic> {
    let (all, path) = (sheets?, path.as_str());
    let largest = all.iter().map(|sheet| sheet.rows.len()).max().unwrap_or(0);
    if let Some(diagnostic) = too_large(path, 0, largest.saturating_sub(1)) {
        return Err(diagnostic.with("help", phrase("casebook-rows").with("most", MOST_ROWS)));
    }
    let base = all.iter().find(|sheet| sheet.cell(0, 0) == MARK);
    let Some(base) = base else {
        let other = all.iter().any(|sheet| sheet.cell(0, 0).starts_with(ANY_MARK));
        return Err(refused(path, if other { "other-version" } else { "no-base" }));
    };
    let case = base.cell(0, 1).to_owned();
    let base = base_of(base);
    let (mut sheets, mut notes) = (Vec::new(), Vec::new());
    notes.extend(has_comments.then(|| phrase("casebook-comments")));
    let mut unread = Vec::new();
    for sheet in all {
        let table = Table::ALL.into_iter().find(|table| table.name() == sheet.name);
        match table {
            Some(table) if sheets.iter().any(|read: &ReadSheet| read.table == table) => {
                return Err(refused(path, "twice").with("value", sheet.name));
            }
            Some(table) => sheets.push(read(sheet, table, path, &mut notes)?),
            None if [BASE, CHOICES, EXPLANATION].contains(&sheet.name.as_str()) => {}
            None if sheet.rows.iter().flatten().any(|cell| !cell.is_empty()) => {
                unread.push(sheet.name);
            }
            None => {}
        }
    }
    let tables: BTreeSet<Table> = base.rows.keys().map(|(table, _)| *table).collect();
    let missing = tables.into_iter().filter(|table| !sheets.iter().any(|s| s.table == *table));
    let missing: Vec<&str> = missing.map(Table::name).collect();
    for (message, names) in [
        ("casebook-sheets-missing", missing),
        ("casebook-sheets-unread", unread.iter().map(String::as_str).collect()),
    ] {
        if !names.is_empty() {
            notes.push(phrase(message).with("names", names.join(", ")));
        }
    }
    Ok(Returned { case, base, sheets, notes })
}

/// The base in its sheet.
fn base_of(sheet: &Sheet) -> Base {
    let mut base = Base::default();
    for row in 1..sheet.rows.len() {
        let named = |table: &Table| table.name() == sheet.cell(row, 0);
        let Some(table) = Table::ALL.into_iter().find(named) else { continue };
        let key = (table, sheet.cell(row, 1).to_owned());
        let digests = sheet.cell(row, 2);
        if digests == LEFT_OUT {
            base.left_out.insert(key);
            continue;
        }
        let each = digests.split_whitespace().filter_map(|part| part.split_once(':'));
        let each = each.map(|(key, digest)| (key.to_owned(), digest.to_owned())).collect();
        base.rows.insert(key, each);
    }
    base
}

/// Finds the headings of a sheet, and what of it is not read.
fn read(
    sheet: Sheet,
    table: Table,
    path: &str,
    notes: &mut Vec<Phrase>,
) -> Result<ReadSheet, Diagnostic> {
    let code = table.columns().first().map_or("", |column| column.heading);
    let is = |cell: &String, heading: &str| cell.trim().eq_ignore_ascii_case(heading);
    let head = sheet.rows.iter().take(HEAD).position(|row| row.iter().any(|cell| is(cell, code)));
    let headings = head.and_then(|head| sheet.rows.get(head));
    let (Some(head), Some(headings)) = (head, headings) else {
        return Err(refused(path, "no-code").with("value", table.name()));
    };
    let place = |heading: &str| headings.iter().position(|cell| is(cell, heading));
    let own = table.columns().iter();
    let columns: Vec<(&Column, usize)> =
        own.filter_map(|column| Some((column, place(column.heading)?))).collect();
    for (column, at) in &columns {
        let again = headings.iter().skip(at + 1).any(|cell| is(cell, column.heading));
        if again {
            let diagnostic = sheet.problem(Code::BookCellUnread, head, *at);
            let diagnostic = diagnostic.with("problem", "heading-twice");
            return Err(diagnostic.with("value", column.heading));
        }
    }
    let missing = table.columns().iter().filter(|column| column.is_read());
    let missing: Vec<&str> =
        missing.filter(|c| place(c.heading).is_none()).map(|c| c.heading).collect();
    if !missing.is_empty() {
        let note = phrase("casebook-columns-missing").with("names", missing.join(", "));
        notes.push(note.with("sheet", table.name()));
    }
    let known = |at: usize| columns.iter().any(|(_, own)| *own == at);
    let below =
        |at: usize| (head + 1..sheet.rows.len()).find(|row| !sheet.cell(*row, at).is_empty());
    let widest = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
    let places = (0..widest).filter(|at| !known(*at)).filter_map(|at| Some((below(at)?, at)));
    for (row, at) in places {
        let note = phrase("form-column-unread").with("column", sheet.cell(head, at));
        notes.push(note.with("places", sheet.place(row, at)));
    }
    let rows: BTreeSet<usize> = sheet.remarks.iter().map(|(row, _)| *row + 1).collect();
    let filled = |row: &usize| sheet.filled(row - 1).next().is_some();
    let hidden: Vec<String> = rows.iter().filter(|r| filled(r)).map(usize::to_string).collect();
    if sheet.hidden || !hidden.is_empty() || !sheet.hidden_columns.is_empty() {
        notes.push(phrase("casebook-hidden").with("sheet", table.name()));
    }
    Ok(ReadSheet { table, sheet, head, columns })
}
