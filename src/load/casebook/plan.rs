//! What a workbook that came back changes in a case: cell by cell, against the base that it carries.

use super::columns::{Column, Content, Table};
use super::edits::lost;
use super::entries::{Entry, OpenCase};
use super::new_row::NewRow;
use super::returned::{Base, Book, ReadSheet, Returned, refused, returned};
use super::row::{Row, same};
use super::shown::differing;
use super::typed::Typed;
use super::{digest, name_in_base};
use crate::diagnostics::{Code, Diagnostic, Phrase, phrase};
use crate::load::folder::name_of;
use crate::load::loader::Loader;
use crate::load::no_case::no_single_case;
use crate::load::revise::Revision;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What a workbook changes.
pub struct Merged {
    pub revisions: Vec<Revision>,
    /// What was not read, and what stays as it is.
    pub notes: Vec<Phrase>,
    /// Each text that comes into the case, with the place of its cell.
    pub texts: Vec<(String, String)>,
}

/// What will be edited.
#[derive(Default)]
pub struct Plan {
    pub changes: Vec<Change>,
    pub new: Vec<NewRow>,
    /// The entries to delete, by their place in the case.
    pub deletions: Vec<usize>,
    notes: Vec<Phrase>,
    texts: Vec<(String, String)>,
    /// The rows of the workbook, by table and code in lower case.
    seen: BTreeSet<(Table, String)>,
    /// Number of cells that changed in the case since the workbook was made.
    newer: usize,
    /// Places of formulas whose value was taken.
    formulas: Vec<String>,
    /// Entries that an earlier import added.
    there: Vec<String>,
    /// Rows that nobody changed and that the case no longer has.
    gone: Vec<String>,
}

/// A cell that somebody changed.
pub struct Change {
    pub entry: usize,
    pub column: &'static Column,
    pub value: Typed,
    /// The text of the cell.
    pub text: String,
}

impl Loader {
    /// What a workbook changes in a case; `delete` are the codes of entries to delete, whose rows were
    /// taken out of it. `None` if it cannot be taken over; why, is reported.
    pub fn merged(&mut self, folder: &Path, book: Book, delete: &[String]) -> Option<Merged> {
        if !folder.join("case.yaml").is_file() {
            self.report.push(no_single_case(folder));
            return None;
        }
        // For the names that no message may show.
        self.protected(folder, None);
        let (shown, own) = (book.path.clone(), name_of(folder));
        let book = returned(book).and_then(|book| match book.case == own {
            true => Ok(book),
            false => {
                let diagnostic = refused(&shown, "other-case").with("value", book.case);
                Err(diagnostic.with("expected", own))
            }
        });
        let book = match book {
            Ok(book) => book,
            Err(diagnostic) => {
                self.report.push(diagnostic);
                return None;
            }
        };
        let mut open = self.open_case(folder)?;
        let mut plan = Plan::default();
        for sheet in &book.sheets {
            self.rows(&open, &book.base, sheet, &mut plan);
        }
        plan.missing(&open, &book, delete);
        for code in delete {
            match plan.deletion(&open, &book.base, code) {
                Ok(at) => plan.deletions.push(at),
                Err(diagnostic) => self.report.push(diagnostic),
            }
        }
        if self.report.has_errors() {
            return None;
        }
        self.write(&mut open, &book.base, &plan);
        let Plan { notes, texts, .. } = plan;
        let notes = book.notes.into_iter().chain(notes).collect();
        let revisions = open.files.into_iter().filter_map(|file| file.revision()).collect();
        (!self.report.has_errors()).then_some(Merged { revisions, notes, texts })
    }

    /// Reads the rows of a sheet.
    fn rows(&mut self, open: &OpenCase, base: &Base, sheet: &ReadSheet, plan: &mut Plan) {
        for row in sheet.rows() {
            if let Err(diagnostic) = plan.row(open, base, &Row { sheet, row }) {
                diagnostic.into_iter().for_each(|diagnostic| self.report.push(diagnostic));
            }
        }
    }
}

impl Plan {
    /// Reads a row; what is wrong with it is returned.
    fn row(&mut self, open: &OpenCase, base: &Base, row: &Row<'_>) -> Result<(), Vec<Diagnostic>> {
        if row.cells().all(|(_, _, text)| text.trim().is_empty()) {
            return Ok(());
        }
        let table = row.sheet.table;
        let (code, at) = row.cell(|content| matches!(content, Content::Code));
        if row.sheet.is_merged(row.row) {
            return Err(vec![row.problem(at, "merged", &code)]);
        }
        if code.is_empty() && row.sheet.is_formula(row.row, at) {
            return Err(vec![row.problem(at, "formula", "Code")]);
        }
        if code.is_empty() {
            return self.new_row(open, base, row, None);
        }
        let key = (table, code.clone());
        if !self.seen.insert((table, code.to_lowercase())) {
            return Err(vec![row.problem(at, "twice", &code)]);
        }
        let folded = |entry: &&Entry| {
            entry.table == table
                && entry.code != code
                && entry.code.to_lowercase() == code.to_lowercase()
        };
        if let Some(entry) = open.entries.iter().find(folded) {
            return Err(vec![row.problem(at, "case", &code).with("known", &entry.code)]);
        }
        let entry = open.entries.iter().position(|e| e.table == table && e.code == code);
        let digests = base.rows.get(&key);
        match (entry, digests) {
            (Some(_), _) if base.left_out.contains(&key) => {
                Err(vec![row.problem(at, "left-out", &code)])
            }
            (Some(entry), digests) => self.compare(open, entry, digests, row),
            (None, Some(digests)) if row.is_as(digests) => {
                self.gone.push(code);
                Ok(())
            }
            (None, Some(_)) => Err(vec![row.problem(at, "gone", &code)]),
            (None, None) => self.new_row(open, base, row, Some(code)),
        }
    }

    /// Holds a row against the entry of the case and the base.
    fn compare(
        &mut self,
        open: &OpenCase,
        at: usize,
        digests: Option<&BTreeMap<String, String>>,
        row: &Row<'_>,
    ) -> Result<(), Vec<Diagnostic>> {
        let Some(entry) = open.entries.get(at) else { return Ok(()) };
        let mut wrong = Vec::new();
        for (column, place, text) in row.cells() {
            let now = open.cell(entry, column);
            if text.is_empty() && row.sheet.is_formula(row.row, place) {
                wrong.push(row.problem(place, "formula", column.heading));
                continue;
            }
            if same(open, &entry.parent, column, text, &now) {
                continue;
            }
            let was = digests.and_then(|digests| digests.get(name_in_base(column)));
            if was == Some(&digest(text)) {
                self.newer += 1;
                continue;
            }
            if was != Some(&digest(&now)) {
                let diagnostic = row.sheet.problem(Code::BookConflict, row.row, place);
                let diagnostic = diagnostic.with("id", &entry.code).with("key", column.heading);
                let (found, value) = differing(&now, text);
                wrong.push(diagnostic.with("found", found).with("value", value));
                continue;
            }
            match self.change(open, (at, entry), row, (column, place, text)) {
                Ok(change) => self.changes.push(change),
                Err(diagnostic) => wrong.push(diagnostic),
            }
        }
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }

    fn change(
        &mut self,
        open: &OpenCase,
        (at, entry): (usize, &Entry),
        row: &Row<'_>,
        cell: (&'static Column, usize, &str),
    ) -> Result<Change, Diagnostic> {
        let (column, place, text) = cell;
        if matches!(column.content, Content::Parent) {
            return Err(row.problem(place, "moved", text).with("known", &entry.parent));
        }
        let value = row.value(open, &entry.parent, cell)?;
        if matches!(value, Typed::Nothing) && entry.table.must(column.key) {
            return Err(row.problem(place, "must", column.heading));
        }
        if let Typed::Evidence(lines) = &value
            && let Some(source) = lost(entry, lines)
        {
            return Err(row.problem(place, "quote", &source));
        }
        self.take_text(row, cell);
        Ok(Change { entry: at, column, value, text: text.to_owned() })
    }

    fn take_text(&mut self, row: &Row<'_>, (_, at, text): (&Column, usize, &str)) {
        let place = row.sheet.place(row.row, at);
        if row.sheet.is_formula(row.row, at) {
            self.formulas.push(place.clone());
        }
        self.texts.push((place, text.to_owned()));
    }

    /// Reads a row that the case does not have.
    fn new_row(
        &mut self,
        open: &OpenCase,
        base: &Base,
        row: &Row<'_>,
        code: Option<String>,
    ) -> Result<(), Vec<Diagnostic>> {
        let table = row.sheet.table;
        let (typed, at) = row.cell(|content| matches!(content, Content::Code));
        if table == Table::Norms {
            return Err(vec![row.problem(at, "no-norm", &typed)]);
        }
        let missing = |key: &(Table, String)| key.0 == table && !row.sheet.has_code(&key.1);
        let like = |digests: &BTreeMap<String, String>| {
            let (same, filled) = row.likeness(digests);
            same * 2 >= filled && row.shares_text(digests)
        };
        let other = base.rows.iter().find(|(key, digests)| missing(key) && like(digests));
        if let Some(((_, other), _)) = other {
            return Err(vec![row.problem(at, "renamed", &typed).with("known", other)]);
        }
        let is_id = |code: &str| {
            let fits = |c: char| c.is_ascii_alphanumeric() || c == '-';
            code.len() <= 24 && !code.starts_with('-') && code.chars().all(fits)
        };
        if code.as_deref().is_some_and(|code| !is_id(code)) {
            return Err(vec![row.problem(at, "code", &typed)]);
        }
        let (parent, at) = row.cell(|content| matches!(content, Content::Parent));
        if table == Table::Findings && !open.parents().contains(&parent) {
            let known = open.parents().join(", ");
            let problem = if parent.is_empty() { "no-parent" } else { "parent" };
            return Err(vec![row.problem(at, problem, &parent).with("known", known)]);
        }
        let (mut values, mut wrong) = (Vec::new(), Vec::new());
        for cell in row.cells().filter(|(column, ..)| column.is_typed()) {
            match row.value(open, &parent, cell) {
                Ok(Typed::Nothing) if table.must(cell.0.key) => {
                    wrong.push(row.problem(cell.1, "must", cell.0.heading));
                }
                Ok(Typed::Nothing) => {}
                Ok(value) => {
                    self.take_text(row, cell);
                    values.push((cell.0, value));
                }
                Err(diagnostic) => wrong.push(diagnostic),
            }
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        if let Some(code) = &code {
            self.texts.push((row.sheet.place(row.row, at), code.clone()));
        }
        let new = NewRow { table, code, parent, values };
        if let Some(entry) = open.entries.iter().find(|entry| new.is_entry(open, base, entry)) {
            self.there.push(entry.code.clone());
            return Ok(());
        }
        let resembles = |entry: &&Entry| new.resembles(open, base, entry);
        if let Some(entry) = open.entries.iter().find(resembles).filter(|_| new.code.is_none()) {
            return Err(vec![row.problem(at, "almost", &entry.code)]);
        }
        self.new.push(new);
        Ok(())
    }

    /// Notes what stays as it is: rows that are not in the workbook, cells that the case changed.
    fn missing(&mut self, open: &OpenCase, book: &Returned, delete: &[String]) {
        let has_sheet = |table: Table| book.sheets.iter().any(|sheet| sheet.table == table);
        let there = |(table, code): &(Table, String)| {
            open.entries.iter().any(|e| e.table == *table && e.code == *code && e.node.is_some())
        };
        let missing = book.base.rows.keys().filter(|(table, _)| has_sheet(*table));
        let missing = missing.filter(|key| there(key) && !self.saw(key));
        let codes: Vec<&str> = missing.map(|(_, code)| code.as_str()).collect();
        let codes: Vec<&str> =
            codes.into_iter().filter(|code| !delete.iter().any(|own| own == code)).collect();
        let listed = [
            ("casebook-missing", codes.join(", ")),
            ("casebook-there", self.there.join(", ")),
            ("casebook-gone", self.gone.join(", ")),
            ("casebook-formulas", self.formulas.join(", ")),
        ];
        for (message, names) in listed.into_iter().filter(|(_, names)| !names.is_empty()) {
            self.notes.push(phrase(message).with("names", names));
        }
        if self.newer > 0 {
            self.notes.push(phrase("casebook-newer").with("count", self.newer));
        }
    }

    /// Whether the workbook has a row with this code.
    fn saw(&self, (table, code): &(Table, String)) -> bool {
        self.seen.contains(&(*table, code.to_lowercase()))
    }

    /// The entry to delete, by its code.
    fn deletion(&self, open: &OpenCase, base: &Base, code: &str) -> Result<usize, Diagnostic> {
        let unfit = |problem| refused("--delete", problem).with("value", code);
        let is = |entry: &Entry| entry.code == code && entry.table != Table::Norms;
        let mut found = open.entries.iter().enumerate().filter(|(_, entry)| is(entry));
        let Some((at, entry)) = found.next() else { return Err(unfit("delete-unknown")) };
        if found.next().is_some() {
            return Err(unfit("delete-two"));
        }
        let key = (entry.table, entry.code.clone());
        if self.saw(&key) {
            return Err(unfit("delete-there"));
        }
        let digests = base.rows.get(&key).ok_or_else(|| unfit("delete-unseen"))?;
        let mut columns = entry.table.columns().iter().filter(|column| column.is_read());
        let same = |column: &Column| {
            digests.get(name_in_base(column)) == Some(&digest(&open.cell(entry, column)))
        };
        match columns.all(same) {
            true => Ok(at),
            false => Err(unfit("delete-changed")),
        }
    }
}
