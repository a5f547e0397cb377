//! The participants of a study of many, from a table: a body in each row.

mod cells;
mod changes;
mod headings;
mod participant;

pub use cells::official;
pub use changes::StudyCases;
pub use headings::Column;
pub use participant::Participant;

use super::grid::{MOST_ROWS, letters, too_large};
use super::loader::Loader;
use super::table::{self, Sheet};
use crate::diagnostics::{Code, Diagnostic, Phrase, nearest, phrase, portable};
use crate::model::spelled;
use headings::{Columns, is_name};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Maximum number of headings or rows that a message names.
const MOST_NAMED: usize = 12;

/// The participants of a table, in its order.
pub struct Participants {
    pub all: Vec<Participant>,
    /// What was left out, or was read where that is not obvious: the place, and what.
    pub notes: Vec<(String, Phrase)>,
    sheet: Sheet,
    columns: BTreeMap<Column, usize>,
}

impl Participants {
    /// A problem in a cell of a participant whose text no message may show.
    #[must_use]
    pub fn discreet(&self, code: Code, of: &Participant, column: Column) -> Diagnostic {
        let at = self.columns.get(&column).copied().unwrap_or(0);
        let place = self.sheet.place(of.row, at);
        Diagnostic::of_file(code, format!("{}, {place}", self.sheet.path))
    }

    /// A problem in a cell of a participant.
    #[must_use]
    pub fn problem(&self, code: Code, of: &Participant, column: Column) -> Diagnostic {
        let at = self.columns.get(&column).or(self.columns.get(&Column::Name));
        self.sheet.problem(code, of.row, at.copied().unwrap_or(0))
    }
}

impl Loader {
    /// The participants in a table (`.xlsx`, `.ods` or `.csv`), with the columns of these headings as
    /// attributes. `None` where it has errors, which are in the report.
    pub fn participants(&mut self, path: &Path, attributes: &[String]) -> Option<Participants> {
        let sheets = self.sheets(path, is_name, Code::NoParticipants)?;
        let Some((sheet, head, others)) = chosen(sheets) else {
            let headings = self.first_headings(path);
            let diagnostic = Diagnostic::of_file(Code::NoParticipants, portable(path));
            let problem = if headings.is_some() { "headings" } else { "empty" };
            self.report.push(diagnostic.with("problem", problem).with_some("found", headings));
            return None;
        };
        let mut notes: Vec<(String, Phrase)> =
            others.into_iter().map(|place| (place, phrase("participants-other"))).collect();
        notes.extend(computed(&sheet, head));
        let widest = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
        if let Some(diagnostic) = too_large(&sheet.path, widest, sheet.rows.len() - head - 1) {
            self.report.push(diagnostic.with("help", phrase("table-participants")));
            return None;
        }
        let (columns, unread) = self.columns(&sheet, head, attributes)?;
        notes.extend(hidden(&sheet, head, &columns));
        notes.extend(unread);
        let (all, whole) = self.participant_rows(&sheet, head, &columns);
        let table = Participants { all, notes, sheet, columns: columns.known };
        if table.all.is_empty() && whole {
            let problem = table.sheet.problem(Code::NoParticipants, head, 0);
            self.report.push(problem.with("problem", "rows"));
            return None;
        }
        let apart = self.apart(&table);
        (whole && apart).then_some(table)
    }

    /// The participants in the rows below the headings, and whether none has an error.
    fn participant_rows(
        &mut self,
        sheet: &Sheet,
        head: usize,
        columns: &Columns,
    ) -> (Vec<Participant>, bool) {
        let merged = merged(sheet, head);
        let mut whole = merged.is_empty();
        merged.into_iter().for_each(|problem| self.report.push(problem));
        let joined: BTreeSet<usize> = sheet
            .merged
            .iter()
            .flat_map(|cells| cells.row..=cells.last_row.min(sheet.rows.len()))
            .collect();
        let mut all = Vec::new();
        for row in head + 1..sheet.rows.len() {
            let again = sheet.rows.get(row) == sheet.rows.get(head);
            // What belongs in a row with merged cells is unknown until they are split.
            if sheet.filled(row).next().is_none() || again || joined.contains(&row) {
                continue;
            }
            let read = cells::participant(sheet, (head, row), columns, &mut self.report);
            whole &= read.is_some();
            all.extend(read);
        }
        (all, whole)
    }

    /// Whether no two rows are about one body, or would have one folder; those are reported.
    fn apart(&mut self, table: &Participants) -> bool {
        let mut first: BTreeMap<(&'static str, String), usize> = BTreeMap::new();
        let mut apart = true;
        for one in &table.all {
            let name = format!("{} {}", one.kind.key(), spelled(&one.name));
            let code = one.code.clone().map(|code| (Column::Code, "code", code.clone(), code));
            let facts = [
                code,
                Some((Column::Name, "name", name, one.name.clone())),
                Some((Column::Folder, "folder", one.folder.clone(), one.folder.clone())),
            ];
            let mut told = false;
            for (column, problem, key, value) in facts.into_iter().flatten() {
                let earlier = *first.entry((problem, key)).or_insert(one.row);
                if earlier == one.row || std::mem::replace(&mut told, true) {
                    continue;
                }
                let diagnostic = table.problem(Code::SameParticipant, one, column);
                let diagnostic = diagnostic.with("problem", problem).with("value", value);
                self.report.push(diagnostic.with("where", table.sheet.place(earlier, 0)));
                apart = false;
            }
        }
        apart
    }

    /// The first row with several filled cells, which somebody meant as headings.
    fn first_headings(&mut self, path: &Path) -> Option<String> {
        let sheets = self.sheets(path, |_| false, Code::NoParticipants)?;
        let rows = |sheet: &Sheet| {
            let mut filled = (0..sheet.rows.len()).map(|row| sheet.filled(row).count());
            filled.position(|count| count > 1).or((!sheet.rows.is_empty()).then_some(0))
        };
        let (sheet, row) = sheets.iter().find_map(|sheet| Some((sheet, rows(sheet)?)))?;
        let cells = sheet.filled(row).take(MOST_NAMED).map(|cell| format!("`{cell}`"));
        Some(cells.collect::<Vec<_>>().join(", ")).filter(|cells| !cells.is_empty())
    }

    /// The columns by their headings, and notes on those that are not read.
    fn columns(
        &mut self,
        sheet: &Sheet,
        head: usize,
        attributes: &[String],
    ) -> Option<(Columns, Vec<(String, Phrase)>)> {
        let mut columns = Columns::default();
        let (mut whole, mut notes) = (true, Vec::new());
        let headings = sheet.rows.get(head).map_or(&[][..], Vec::as_slice);
        for (at, heading) in headings.iter().enumerate() {
            let own = table::plain(heading);
            let attribute = attributes.iter().find(|name| table::plain(name) == own);
            let column = Column::named(heading);
            let filled = (head + 1..sheet.rows.len()).any(|row| !sheet.cell(row, at).is_empty());
            let problem = |problem: &'static str| {
                let diagnostic = sheet.problem(Code::ParticipantColumn, head, at);
                diagnostic.with("problem", problem).with("value", heading)
            };
            if let Some(name) = attribute {
                columns.attributes.push((at, name.clone()));
            } else if let Some(column) = column {
                if let Some(first) = columns.known.get(&column) {
                    let read = sheet.cell(head, *first);
                    self.report.push(problem("twice").with("other", read));
                    whole = false;
                } else {
                    columns.known.insert(column, at);
                }
            } else if let Some(near) = nearest(&own, Column::known()).filter(|_| !own.is_empty()) {
                let near = Column::named(near).map_or(near, Column::heading);
                self.report.push(problem("slip").with("nearest", near));
                whole = false;
            } else if filled {
                let text = match own.is_empty() {
                    true => phrase("norms-nameless"),
                    false => phrase("participants-unread").with("heading", heading),
                };
                notes.push((sheet.place(head, at), text));
            }
        }
        for name in attributes {
            if !columns.attributes.iter().any(|(_, known)| known == name) {
                let diagnostic = Diagnostic::of_file(Code::ParticipantColumn, &sheet.path);
                let diagnostic = diagnostic.with("problem", "missing").with("value", name);
                self.report.push(diagnostic);
                whole = false;
            }
        }
        whole.then_some((columns, notes))
    }
}

/// The sheet with participants, the row of its headings, and the places of other such sheets. One
/// that is hidden comes after one that is not.
fn chosen(sheets: Vec<Sheet>) -> Option<(Sheet, usize, Vec<String>)> {
    let headed = |mut sheet: Sheet| {
        sheet.without_empty_end();
        let known =
            |row: &[String]| row.iter().filter(|cell| Column::named(cell).is_some()).count();
        let fits = |row: &[String]| row.iter().any(|cell| is_name(cell));
        let rows = sheet.rows.iter().enumerate().filter(|(_, row)| fits(row));
        // A title can be the name of a column by chance.
        let head = rows.max_by_key(|(at, row)| (known(row).min(2), usize::MAX - at));
        let head = head.map(|(at, _)| at)?;
        Some((sheet, head))
    };
    let mut found: Vec<(Sheet, usize)> = sheets.into_iter().filter_map(headed).collect();
    found.sort_by_key(|(sheet, _)| sheet.hidden);
    let mut found = found.into_iter();
    let (sheet, head) = found.next()?;
    Some((sheet, head, found.map(|(sheet, head)| sheet.place(head, 0)).collect()))
}

/// A problem for each merged cell in the row of headings and below it.
fn merged(sheet: &Sheet, head: usize) -> Vec<Diagnostic> {
    let below = sheet.merged.iter().filter(|cells| cells.last_row >= head).take(MOST_ROWS);
    let problem = |cells: &table::Merged| {
        let text = sheet.cell(cells.row, cells.column).lines().next()?;
        let kind = if cells.row <= head { "head" } else { "participants" };
        let problem = sheet.problem(Code::MergedCells, cells.row, cells.column);
        Some(problem.with("value", text).with("kind", kind))
    };
    below.filter_map(problem).collect()
}

/// Notes on what is hidden and read all the same.
fn hidden(sheet: &Sheet, head: usize, columns: &Columns) -> Vec<(String, Phrase)> {
    let mut notes = Vec::new();
    if sheet.hidden {
        notes.push((sheet.place(head, 0), phrase("norms-hidden-sheet")));
    }
    let read = columns.known.values().chain(columns.attributes.iter().map(|(at, _)| at));
    for at in read.filter(|at| sheet.hidden_columns.contains(at)) {
        let column = letters(*at).unwrap_or_default();
        notes.push((sheet.place(head, *at), phrase("norms-hidden-column").with("column", column)));
    }
    let rows = sheet.remarks.iter().filter(|(row, what)| *row > head && *what == HIDDEN_ROWS);
    let rows: Vec<usize> = rows.map(|(row, _)| *row).collect();
    notes.extend(listed(sheet, &rows, HIDDEN_ROWS));
    notes
}

/// The remark of a sheet on a hidden row.
const HIDDEN_ROWS: &str = "norms-hidden-rows";

/// A note on cells with a formula.
fn computed(sheet: &Sheet, head: usize) -> Option<(String, Phrase)> {
    let rows = sheet.formulas.iter().map(|(row, _)| *row);
    let mut rows: Vec<usize> = rows.filter(|row| *row > head).collect();
    rows.dedup();
    listed(sheet, &rows, "participants-formulas")
}

/// A note on rows, at the first of them.
fn listed(sheet: &Sheet, rows: &[usize], key: &'static str) -> Option<(String, Phrase)> {
    let place = sheet.place(*rows.first()?, 0);
    let mut shown: Vec<String> =
        rows.iter().take(MOST_NAMED).map(|row| sheet.line(*row).to_string()).collect();
    if rows.len() > MOST_NAMED {
        shown.push("…".to_owned());
    }
    Some((place, phrase(key).with("rows", shown.join(", "))))
}
