//! A table from a CSV file or a workbook: cells as text, each with its place.

use super::files::Loader;
use crate::diagnostics::{Code, Diagnostic, FileId, Phrase, Report, SourceMap, Span, phrase};
use calamine::{Data, Reader as _, Xlsx, open_workbook};
use std::path::Path;

/// The most columns that a coding can have; a codebook has some tens of questions.
const MOST_COLUMNS: usize = 200;

/// The most rows; there have never been more than some thousand municipalities.
const MOST_ROWS: usize = 5_000;

/// A table: its header and its rows, all of one length.
pub struct Grid {
    path: String,
    /// The place of each cell, or of its line where quotes hide it; none for a workbook.
    places: Option<Vec<Vec<Span>>>,
    /// The header, then the rows.
    rows: Vec<Vec<String>>,
}

impl Grid {
    /// The names of the columns.
    pub fn header(&self) -> &[String] {
        self.rows.first().map_or(&[], Vec::as_slice)
    }

    /// The rows under the header, with their number in the file.
    pub fn rows(&self) -> impl Iterator<Item = (usize, &[String])> {
        self.rows.iter().enumerate().skip(1).map(|(at, row)| (at, row.as_slice()))
    }

    /// A problem in a cell. `row` 0 is the header.
    pub fn problem(&self, code: Code, row: usize, column: &str) -> Diagnostic {
        let nth = self.header().iter().position(|name| name == column);
        let cells = self.places.as_ref().and_then(|places| places.get(row));
        let cell = cells.and_then(|cells| match nth.and_then(|nth| cells.get(nth)) {
            Some(cell) => Some(*cell),
            // No such column: the whole line.
            None => Some(Span { end: cells.last()?.end, ..*cells.first()? }),
        });
        let diagnostic = match cell {
            Some(span) => Diagnostic::at(code, span),
            None => Diagnostic::of_file(code, format!("{}, rij {}", self.path, row + 1)),
        };
        diagnostic.with("column", column)
    }
}

impl Loader {
    /// Reads a table; `None` where it is none, which the report then tells.
    pub(super) fn grid(&mut self, path: &Path, bytes: &[u8]) -> Option<Grid> {
        let shown = path.display().to_string();
        let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase());
        let grid = match ending.as_deref() {
            Some("xlsx") => workbook(path, &shown, &mut self.report)?,
            _ => {
                let text = self.text(&shown, bytes)?;
                let file = self.sources.add(&shown, text);
                lines(text, file, &self.sources, &mut self.report)?
            }
        };
        within(grid, &mut self.report)
    }
}

/// A CSV file, with commas or, as a Dutch Excel writes it, with semicolons.
fn lines(text: &str, file: FileId, sources: &SourceMap, report: &mut Report) -> Option<Grid> {
    let first = text.lines().next().unwrap_or("");
    let semicolons = first.matches(';').count() > first.matches(',').count();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(if semicolons { b';' } else { b',' })
        .from_reader(text.as_bytes());
    let (mut rows, mut spans) = (Vec::new(), Vec::new());
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let diagnostic = Diagnostic::of_file(Code::FileUnreadable, sources.path(file));
                report.push(diagnostic.with("reason", error.to_string()));
                return None;
            }
        };
        let at = record.position().and_then(|p| usize::try_from(p.byte()).ok()).unwrap_or(0);
        // A record's place may begin at the line end before it.
        let rest = text.get(at..).unwrap_or("");
        let start = at + (rest.len() - rest.trim_start_matches(['\r', '\n']).len());
        let length = text.get(start..).and_then(|r| r.find(['\r', '\n']));
        let end = length.map_or(text.len(), |n| start + n);
        let line = Span { file, start, end };
        spans.push(cells(sources.slice(line), line, if semicolons { ';' } else { ',' }));
        rows.push(record.iter().map(|cell| cell.trim().to_owned()).collect());
    }
    Some(Grid { path: sources.path(file).to_owned(), places: Some(spans), rows })
}

/// The places of the cells of a line; the line itself where quotes may hide a delimiter.
fn cells(text: &str, line: Span, delimiter: char) -> Vec<Span> {
    if text.contains('"') {
        return vec![line];
    }
    let mut start = 0;
    let cell = |cell: &str| {
        let place = line.part(start, start + cell.len());
        start += cell.len() + delimiter.len_utf8();
        place
    };
    text.split(delimiter).map(cell).collect()
}

/// The first sheet of a workbook.
fn workbook(path: &Path, shown: &str, report: &mut Report) -> Option<Grid> {
    let failed =
        |reason: String| Diagnostic::of_file(Code::FileUnreadable, shown).with("reason", reason);
    let opened: Result<Xlsx<_>, _> = open_workbook(path);
    let mut book = match opened {
        Ok(book) => book,
        Err(error) => {
            report.push(failed(error.to_string()));
            return None;
        }
    };
    let sheet = match book.worksheet_range_at(0) {
        Some(Ok(sheet)) => sheet,
        Some(Err(error)) => {
            report.push(failed(error.to_string()));
            return None;
        }
        None => {
            report.push(Diagnostic::of_file(Code::FileEmpty, shown));
            return None;
        }
    };
    let text = |cell: &Data| match cell {
        Data::Empty => String::new(),
        cell => cell.to_string().trim().to_owned(),
    };
    let rows = sheet.rows().map(|row| row.iter().map(text).collect()).collect();
    Some(Grid { path: shown.to_owned(), places: None, rows })
}

/// A table of a size that can be one, every row as long as the header.
fn within(mut grid: Grid, report: &mut Report) -> Option<Grid> {
    // Rows that were once filled and then emptied still belong to a sheet.
    let filled = |row: &Vec<String>| row.iter().any(|cell| !cell.is_empty());
    grid.rows.truncate(grid.rows.iter().rposition(filled).map_or(0, |last| last + 1));
    let columns = grid.header().len();
    if grid.rows.len() < 2 {
        report.push(Diagnostic::of_file(Code::FileEmpty, &grid.path));
        return None;
    }
    let widest = grid.rows.iter().map(Vec::len).max().unwrap_or(0);
    let too_large = |found: Phrase, most: usize| {
        let diagnostic = Diagnostic::of_file(Code::TableTooLarge, &grid.path);
        diagnostic.with("found", found).with("most", most.to_string())
    };
    if widest > MOST_COLUMNS {
        report.push(too_large(phrase("columns").with("count", widest), MOST_COLUMNS));
        return None;
    }
    if grid.rows.len() - 1 > MOST_ROWS {
        report.push(too_large(phrase("rows").with("count", grid.rows.len() - 1), MOST_ROWS));
        return None;
    }
    let mut fits = true;
    for (at, row) in grid.rows() {
        if row.len() != columns {
            let diagnostic = grid.problem(Code::RowLength, at, "");
            let diagnostic = diagnostic.with("found", row.len().to_string());
            report.push(diagnostic.with("expected", columns.to_string()));
            fits = false;
        }
    }
    fits.then_some(grid)
}
