//! The rows of a table of norms, each norm with its texts, and what was not read of the table.

use super::headings::{self, Column};
use super::search::Found;
use super::sheet::{Kind, Sheet};
use crate::diagnostics::{Code, Phrase, Report, phrase};
use crate::load::grid::{MOST_ROWS, letters, too_large};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The norms of a table, in its order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NormTable {
    pub norms: Vec<NormRow>,
    /// The headings of all other columns, in order: levels, perhaps.
    pub levels: Vec<String>,
    /// What was left out or not understood.
    pub notes: Vec<NormNote>,
}

/// A norm as it was written in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NormRow {
    pub code: Option<String>,
    pub norm: String,
    pub name: Option<String>,
    pub source: Option<String>,
    pub explanation: Option<String>,
    pub theme: Option<String>,
    /// The cells of the other columns, one for each of [`NormTable::levels`]; some may be empty.
    pub levels: Vec<String>,
    /// The place of the norm: `Blad1!B4`, `tabel 2, rij 4` or `regel 4`.
    pub place: String,
}

/// Something in a table that was left out, or was read where that is not obvious.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NormNote {
    pub place: String,
    pub text: Phrase,
}

/// The columns of a table, by their headings.
struct Columns {
    known: BTreeMap<Column, usize>,
    norm: usize,
    /// Those with another heading, and that heading.
    others: Vec<(usize, String)>,
}

/// Reads the norms of a table; `None` if it has errors, which are in the report.
pub fn norms(found: &mut Found, report: &mut Report) -> Option<NormTable> {
    let (sheet, head) = (&mut found.sheet, found.head);
    let widest = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
    if let Some(diagnostic) = too_large(&sheet.path, widest, sheet.rows.len() - head - 1) {
        report.push(diagnostic.with("help", phrase("table-norms")));
        return None;
    }
    let in_merged = merged(sheet, head, report)?;
    let (columns, mut notes) = columns(sheet, head, widest);
    let (mut norms, mut whole) = (Vec::new(), in_merged.is_empty());
    for at in head + 1..sheet.rows.len() {
        // What belongs in a row with merged cells is unknown until they are split.
        if sheet.filled(at).next().is_none() || in_merged.contains(&at) {
            continue;
        }
        if sheet.rows.get(at) == sheet.rows.get(head) {
            sheet.remarks.push((at, "norms-again"));
            continue;
        }
        let norm = norm(sheet, head, at, &columns, report);
        let code = norm.as_ref().and_then(|norm| norm.code.as_deref()).unwrap_or("");
        if sheet.kind == Kind::Workbook && code.parse::<NaiveDate>().is_ok() {
            sheet.remarks.push((at, "norms-dated"));
        }
        whole &= norm.is_some();
        norms.extend(norm);
    }
    if norms.is_empty() && whole {
        report.push(sheet.problem(Code::NoNormRows, head, columns.norm));
        return None;
    }
    notes.extend(remarks(sheet, head));
    let levels = columns.others.into_iter().map(|(_, heading)| heading).collect();
    whole.then_some(NormTable { norms, levels, notes })
}

/// Reports the merged cells below and in the row of headings, and gives the rows that they are in.
/// `None` if they are in that row, so that it is unknown which column a cell belongs to.
fn merged(sheet: &Sheet, head: usize, report: &mut Report) -> Option<BTreeSet<usize>> {
    let (mut rows, mut in_head) = (BTreeSet::new(), false);
    let below = sheet.merged.iter().filter(|cells| cells.last_row >= head);
    for cells in below.take(MOST_ROWS) {
        let Some(text) = sheet.cell(cells.row, cells.column).lines().next() else { continue };
        let kind = if cells.row <= head { "head" } else { "body" };
        in_head |= cells.row <= head;
        rows.extend(cells.row..=cells.last_row.min(sheet.rows.len()));
        let problem = sheet.problem(Code::MergedCells, cells.row, cells.column);
        report.push(problem.with("value", text).with("kind", kind));
    }
    (!in_head).then_some(rows)
}

/// The columns by the headings that fit them best, and what was not read of the others.
fn columns(sheet: &Sheet, head: usize, widest: usize) -> (Columns, Vec<NormNote>) {
    let known = headings::columns(sheet.rows.get(head).map_or(&[], Vec::as_slice));
    let (mut others, mut notes) = (Vec::new(), Vec::new());
    let mut note = |row, at, text| notes.push(NormNote { place: sheet.place(row, at), text });
    for row in (0..head).filter(|row| sheet.filled(*row).next().is_some()) {
        let text = sheet.filled(row).collect::<Vec<_>>().join(" ");
        note(row, 0, phrase("norms-above").with("text", text));
    }
    if sheet.hidden {
        note(head, 0, phrase("norms-hidden-sheet"));
    }
    for (at, heading) in (0..widest).map(|at| (at, sheet.cell(head, at))) {
        let filled = (head..sheet.rows.len()).any(|row| !sheet.cell(row, at).is_empty());
        if filled && sheet.hidden_columns.contains(&at) {
            let column = letters(at).unwrap_or_default();
            note(head, at, phrase("norms-hidden-column").with("column", column));
        }
        if known.values().any(|read| *read == at) || !filled {
            continue;
        }
        if heading.is_empty() {
            note(head, at, phrase("norms-nameless"));
            continue;
        }
        if let Some(read) = headings::named(heading).and_then(|column| known.get(&column)) {
            let text = phrase("norms-second").with("heading", heading);
            note(head, at, text.with("read", sheet.cell(head, *read)));
        }
        let heading = heading.trim_end_matches(|c: char| c == ':' || c.is_whitespace());
        others.push((at, heading.split_whitespace().collect::<Vec<_>>().join(" ")));
    }
    let norm = known.get(&Column::Norm).copied().unwrap_or(0);
    (Columns { known, norm, others }, notes)
}

/// The norm in a row; `None` for a row with an error.
fn norm(
    sheet: &Sheet,
    head: usize,
    at: usize,
    columns: &Columns,
    report: &mut Report,
) -> Option<NormRow> {
    let length = |row: usize| {
        let cells = sheet.rows.get(row).and_then(|r| r.iter().rposition(|cell| !cell.is_empty()));
        cells.map_or(0, |last| last + 1)
    };
    let (expected, found) = (length(head), sheet.rows.get(at).map_or(0, Vec::len));
    // In a workbook each cell has its column; elsewhere the cells behind a missing one move up.
    if sheet.kind != Kind::Workbook && (found < expected || length(at) > expected) {
        let word = sheet.kind == Kind::Word;
        let help = phrase(if word { "row-of-word" } else { "row-of-lines" });
        let problem = sheet.problem(Code::RowLength, at, usize::MAX);
        let problem = problem.with("found", found.to_string());
        report.push(problem.with("expected", expected.to_string()).with("help", help));
        return None;
    }
    let text = |column: Column| {
        let text = sheet.cell(at, *columns.known.get(&column)?);
        (!text.is_empty()).then(|| text.to_owned())
    };
    let norm = sheet.cell(at, columns.norm).to_owned();
    if norm.is_empty() {
        report.push(sheet.problem(Code::EmptyNorm, at, columns.norm));
        return None;
    }
    Some(NormRow {
        code: text(Column::Code),
        norm,
        name: text(Column::Name),
        source: text(Column::Source),
        explanation: text(Column::Explanation),
        theme: text(Column::Theme),
        levels: columns.others.iter().map(|(nth, _)| sheet.cell(at, *nth).to_owned()).collect(),
        place: sheet.place(at, columns.norm),
    })
}

/// The remarks on rows, each with the rows that it is about.
fn remarks(sheet: &Sheet, head: usize) -> Vec<NormNote> {
    let mut rows: BTreeMap<&'static str, Vec<usize>> = BTreeMap::new();
    for (row, remark) in &sheet.remarks {
        if *row >= head && sheet.filled(*row).next().is_some() {
            rows.entry(remark).or_default().push(*row);
        }
    }
    let note = |(remark, mut rows): (&'static str, Vec<usize>)| {
        rows.dedup();
        let names: Vec<String> = rows.iter().map(|row| sheet.line(*row).to_string()).collect();
        let place = sheet.place(rows.first().copied().unwrap_or(head), 0);
        NormNote { place, text: phrase(remark).with("rows", names.join(", ")) }
    };
    rows.into_iter().map(note).collect()
}
