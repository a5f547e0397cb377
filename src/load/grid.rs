//! A table from a CSV file or a workbook: cells as text, each with its place.

use super::files::Loader;
use crate::assets::MOST_BYTES;
use crate::diagnostics::{
    Code, Diagnostic, FileId, Phrase, Report, SourceMap, Span, phrase, portable,
};
use calamine::{Data, Reader as _, Xlsx, open_workbook_from_rs};
use std::io::{Cursor, Read as _};
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
    pub(super) fn grid(&mut self, path: &Path, bytes: Vec<u8>) -> Option<Grid> {
        let shown = portable(path);
        let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase());
        let grid = match ending.as_deref() {
            Some("xlsx") => workbook(bytes, &shown, &mut self.report)?,
            _ => {
                let file = self.text(&shown, &bytes)?;
                if self.has_controls(file) {
                    return None;
                }
                lines(file, &self.sources, &mut self.report)?
            }
        };
        within(grid, &mut self.report)
    }
}

/// A CSV file, with commas or, as a Dutch Excel writes it, with semicolons.
fn lines(file: FileId, sources: &SourceMap, report: &mut Report) -> Option<Grid> {
    let text = sources.text(file);
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

/// The first sheet of a workbook, cell by cell: two cells far apart would else fill the memory
/// with what lies between them.
fn workbook(bytes: Vec<u8>, shown: &str, report: &mut Report) -> Option<Grid> {
    let read = unpacks(&bytes).and_then(|()| cells_of(bytes));
    match read {
        Ok(Some(rows)) => Some(Grid { path: shown.to_owned(), places: None, rows }),
        Ok(None) => {
            report.push(Diagnostic::of_file(Code::FileEmpty, shown));
            None
        }
        Err(error) => {
            let diagnostic = match error.is::<TooLarge>() {
                true => Diagnostic::of_file(Code::FileTooLarge, shown),
                false => Diagnostic::of_file(Code::FileUnreadable, shown)
                    .with("reason", error.to_string()),
            };
            report.push(diagnostic);
            None
        }
    }
}

/// A workbook that unpacks to more than can be.
#[derive(Debug)]
struct TooLarge;

impl std::fmt::Display for TooLarge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("te groot")
    }
}

impl std::error::Error for TooLarge {}

/// Whether the parts of a workbook together unpack to a size that can be, by unpacking them.
fn unpacks(bytes: &[u8]) -> anyhow::Result<()> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes))?;
    let mut left = 4 * MOST_BYTES;
    for index in 0..zip.len() {
        let part = zip.by_index(index)?;
        let size = std::io::copy(&mut part.take(left + 1), &mut std::io::sink())?;
        left = left.checked_sub(size).ok_or(TooLarge)?;
    }
    Ok(())
}

fn cells_of(bytes: Vec<u8>) -> anyhow::Result<Option<Vec<Vec<String>>>> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes))?;
    let Some(name) = book.sheet_names().first().cloned() else { return Ok(None) };
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut cells = book.worksheet_cells_reader(&name)?;
    while let Some(cell) = cells.next_cell()? {
        let (row, column) = cell.get_position();
        let (row, column) = (usize::try_from(row)?, usize::try_from(column)?);
        // One row and column more than can be, so that `within` tells of it.
        let (row, column) = (row.min(MOST_ROWS + 1), column.min(MOST_COLUMNS));
        let text = Data::from(cell.get_value().clone()).to_string().trim().to_owned();
        if text.is_empty() {
            continue;
        }
        rows.resize(rows.len().max(row + 1), Vec::new());
        let Some(row) = rows.get_mut(row) else { continue };
        row.resize(row.len().max(column + 1), String::new());
        if let Some(place) = row.get_mut(column) {
            *place = text;
        }
    }
    let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
    rows.iter_mut().for_each(|row| row.resize(widest, String::new()));
    Ok(Some(rows))
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
