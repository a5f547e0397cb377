//! A table from a CSV file or a workbook: cells as text, each with its position.

use super::loader::Loader;
use super::unreadable::{cell_error, unpacks, unreadable};
use crate::diagnostics::{
    Code, Diagnostic, FileId, Phrase, Report, SourceMap, Span, foreign, phrase, portable,
};
use crate::text::composed;
use crate::text::invisible;
use calamine::{Data, Reader as _, Xlsx, XlsxError, open_workbook_from_rs};
use chrono::{Days, NaiveDate};
use std::io::{Cursor, Read, Seek};
use std::path::Path;

/// Maximum number of columns of a coding; a codebook has some tens of questions.
pub(super) const MOST_COLUMNS: usize = 200;

/// Maximum number of rows; there have never been more than some thousand municipalities.
pub(super) const MOST_ROWS: usize = 5_000;

/// What may stand between the cells of a line.
const DELIMITERS: [char; 4] = [',', '|', ';', '\t'];

/// A table: its header and its rows, all of the same length.
pub struct Grid {
    path: String,
    /// Name of the sheet, for a workbook.
    sheet: String,
    /// Position of each cell, or of its line where quotes prevent finding it; `None` for a
    /// workbook.
    pub(super) places: Option<Vec<Vec<Span>>>,
    /// Row number of the header in the file.
    first: usize,
    /// The header, followed by the rows.
    pub(super) rows: Vec<Vec<String>>,
}

impl Grid {
    pub fn header(&self) -> &[String] {
        self.rows.first().map_or(&[], Vec::as_slice)
    }

    /// The rows below the header, with their row number in the file.
    pub fn rows(&self) -> impl Iterator<Item = (usize, &[String])> {
        self.rows.iter().enumerate().skip(1).map(|(at, row)| (at, row.as_slice()))
    }

    /// A problem in a cell. `row` 0 is the header.
    pub fn problem(&self, code: Code, row: usize, column: &str) -> Diagnostic {
        let nth = self.header().iter().position(|name| name == column);
        let cells = self.places.as_ref().and_then(|places| places.get(row));
        let cell = cells.and_then(|cells| match nth.and_then(|nth| cells.get(nth)) {
            Some(cell) => Some(*cell),
            // There is no such column: use the whole line.
            None => Some(Span { end: cells.last()?.end, ..*cells.first()? }),
        });
        let diagnostic = match cell {
            Some(span) => Diagnostic::at(code, span),
            None => Diagnostic::of_file(code, self.cell(row, nth)),
        };
        diagnostic.with("column", column)
    }

    /// A cell of a workbook as Excel names it, `Blad1!B4`; for a whole row, its first cell.
    fn cell(&self, row: usize, column: Option<usize>) -> String {
        let letters = column.and_then(letters).unwrap_or_else(|| "A".to_owned());
        format!("{}, {}!{letters}{}", self.path, self.sheet, row + self.first)
    }

    /// Drops titles above the header: the rows before the first one that contains `column`.
    pub fn headed_by(mut self, column: &str) -> Self {
        let head = self.rows.iter().position(|row| row.iter().any(|cell| cell == column));
        if let Some(above) = head.filter(|above| *above > 0) {
            self.rows.drain(..above);
            self.places.iter_mut().for_each(|places| drop(places.drain(..above)));
            self.first += above;
        }
        self
    }

    /// Drops empty columns at the right and empty rows at the end.
    fn without_margins(mut self) -> Self {
        let filled = |row: &Vec<String>| row.iter().rposition(|cell| !cell.is_empty());
        let last = self.rows.iter().rposition(|row| filled(row).is_some());
        self.rows.truncate(last.map_or(0, |last| last + 1));
        let head = self.rows.first().and_then(filled).map_or(0, |last| last + 1);
        let beyond = |row: &mut Vec<String>| {
            let keep = head.max(filled(row).map_or(0, |last| last + 1));
            row.truncate(keep);
        };
        self.rows.iter_mut().for_each(beyond);
        self
    }
}

/// The letters of a column, from `A` to `ZZ`.
pub(super) fn letters(column: usize) -> Option<String> {
    let letter = |nth: usize| u8::try_from(nth).ok().map(|nth| char::from(b'A' + nth));
    match column.checked_sub(26) {
        None => Some(letter(column)?.to_string()),
        Some(beyond) => Some(format!("{}{}", letter(beyond / 26)?, letter(beyond % 26)?)),
    }
}

impl Loader {
    /// Reads a table whose header contains `head`; `None` where it cannot be read, with the reason
    /// in the report.
    pub(super) fn grid(&mut self, path: &Path, bytes: Vec<u8>, head: &str) -> Option<Grid> {
        let shown = portable(path);
        let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase());
        let kind = foreign(&bytes);
        let book = kind.as_ref().is_some_and(|kind| kind.key == "foreign-workbook");
        let right = ending.as_deref() == Some("xlsx");
        if right != book && (kind.is_some() || right) {
            let diagnostic = Diagnostic::of_file(Code::ForeignFile, &shown);
            let kind = kind.unwrap_or_else(|| phrase("foreign-text"));
            let help = if right { phrase("table-no-book") } else { phrase("table-no-text") };
            self.report.push(diagnostic.with("kind", kind).with("help", help));
            return None;
        }
        let grid = match ending.as_deref() {
            Some("xlsx") => workbook(&bytes, &shown, head, &mut self.report)?,
            _ => {
                let file = self.text(&shown, &bytes)?;
                if self.has_controls(file) {
                    return None;
                }
                lines(file, |cell| cell == head, &self.sources, &mut self.report)?
            }
        };
        within(grid.headed_by(head), &mut self.report)
    }
}

/// A CSV file, delimited by commas, by semicolons (as a Dutch Excel writes it), by tabs or by bars.
/// A first line `sep=;`, which declares the delimiter to Excel, is not a row. `heads` recognises a
/// cell of the header, which may be below a title without any delimiter.
pub(super) fn lines(
    file: FileId,
    heads: impl Fn(&str) -> bool,
    sources: &SourceMap,
    report: &mut Report,
) -> Option<Grid> {
    let whole = sources.text(file);
    let first = whole.lines().next().unwrap_or("");
    let said = first.trim().strip_prefix("sep=").and_then(|said| said.chars().next());
    let skipped =
        if said.is_some() { whole.find('\n').map_or(whole.len(), |at| at + 1) } else { 0 };
    let text = whole.get(skipped..).unwrap_or("");
    let head = text.lines().next().unwrap_or("");
    let most = DELIMITERS.into_iter().max_by_key(|mark| head.matches(*mark).count());
    // The declared delimiter is used only if the header contains it.
    let said = said.filter(|mark| mark.is_ascii() && head.contains(*mark));
    let headed = text.lines().find_map(|line| {
        let headed = |mark: &char| line.split(*mark).any(|cell| heads(cell.trim_matches('"')));
        DELIMITERS.into_iter().find(|mark| line.contains(*mark) && headed(mark))
    });
    let delimiter = said.or(headed).or(most).unwrap_or(',');
    if let Some(open) = unclosed(text) {
        let span = Span { file, start: skipped + open, end: skipped + open + 1 };
        report.push(Diagnostic::at(Code::OpenQuote, span));
        return None;
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(delimiter).unwrap_or(b','))
        .from_reader(text.as_bytes());
    let (mut rows, mut spans) = (Vec::new(), Vec::new());
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(_) => {
                let diagnostic = Diagnostic::of_file(Code::FileUnreadable, sources.path(file));
                report.push(diagnostic.with("reason", phrase("no-table")));
                return None;
            }
        };
        let at = record.position().and_then(|p| usize::try_from(p.byte()).ok()).unwrap_or(0);
        // A record's position may begin at the line end before it.
        let rest = text.get(at..).unwrap_or("");
        let start = at + (rest.len() - rest.trim_start_matches(['\r', '\n']).len());
        let length = text.get(start..).and_then(|r| r.find(['\r', '\n']));
        let end = skipped + length.map_or(text.len(), |n| start + n);
        let line = Span { file, start: skipped + start, end };
        spans.push(cells(sources.slice(line), line, delimiter));
        rows.push(record.iter().map(|cell| invisible::trimmed(cell).to_owned()).collect());
    }
    let path = sources.path(file).to_owned();
    let (sheet, first) = (String::new(), 1 + usize::from(said.is_some()));
    Some(Grid { path, sheet, places: Some(spans), first, rows })
}

/// The position of an opening quotation mark that is never closed.
fn unclosed(text: &str) -> Option<usize> {
    let (mut open, mut before) = (None, '\n');
    for (at, c) in text.char_indices().filter(|(_, c)| *c != '\r') {
        if c == '"' {
            open = match open {
                Some(_) => None,
                None if matches!(before, ',' | ';' | '\t' | '\n' | '"') => Some(at),
                None => None,
            };
        }
        before = c;
    }
    open
}

/// The positions of the cells of a line; the whole line where quotes may contain a delimiter.
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

/// The first sheet of a workbook, cell by cell: a dense range between two distant cells could
/// exhaust the memory.
fn workbook(bytes: &[u8], shown: &str, head: &str, report: &mut Report) -> Option<Grid> {
    let read = unpacks(bytes).and_then(|()| cells_of(bytes, head));
    match read {
        Ok(Some((sheet, rows))) => {
            Some(Grid { path: shown.to_owned(), sheet, places: None, first: 1, rows })
        }
        Ok(None) => {
            report.push(Diagnostic::of_file(Code::FileEmpty, shown));
            None
        }
        Err(error) => {
            report.push(unreadable(shown, &error));
            None
        }
    }
}

/// Name and cells of a sheet.
type Sheet = (String, Vec<Vec<String>>);

/// The first sheet with a cell equal to `head`; the first of all sheets where none has one.
fn cells_of(bytes: &[u8], head: &str) -> anyhow::Result<Option<Sheet>> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes))?;
    let mut first = None;
    for name in book.sheet_names() {
        let rows = match sheet(&mut book, &name) {
            Err(XlsxError::CellError(sign)) => return Err(cell_error(sign, &name, bytes)),
            // A sheet with only a chart has no cells.
            Err(_) => continue,
            Ok(rows) => rows,
        };
        if rows.iter().flatten().any(|cell| cell == head) {
            return Ok(Some((name, rows)));
        }
        first = first.or(Some((name, rows)));
    }
    Ok(first)
}

/// The cells of a sheet as text, its rows of one length.
pub(super) fn sheet(
    book: &mut Xlsx<impl Read + Seek>,
    name: &str,
) -> Result<Vec<Vec<String>>, XlsxError> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut cells = book.worksheet_cells_reader(name)?;
    while let Some(cell) = cells.next_cell()? {
        let (row, column) = cell.get_position();
        // One row and column beyond the maximum, so that `within` reports it.
        let row = usize::try_from(row).unwrap_or(usize::MAX).min(MOST_ROWS + 1);
        let column = usize::try_from(column).unwrap_or(usize::MAX).min(MOST_COLUMNS);
        let text = composed(&written(&Data::from(cell.get_value().clone()))).into_owned();
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
    Ok(rows)
}

/// A cell as text; a date in the notation of the format, not as Excel's number of days since 1900.
pub(super) fn written(cell: &Data) -> String {
    if let Data::DateTime(time) = cell
        && time.is_datetime()
        && (0.0..1.0).contains(&time.as_f64())
    {
        // Minutes of a day: a time, without a date.
        let minutes: u32 = format!("{:.0}", time.as_f64() * 1440.0).parse().unwrap_or_default();
        return format!("{}:{:02}", minutes / 60, minutes % 60);
    }
    if let Data::DateTime(date) = cell
        && date.is_datetime()
        && let Some(start) = NaiveDate::from_ymd_opt(1899, 12, 30)
        && let Some(days) = format!("{:.0}", date.as_f64().floor()).parse().ok()
        && let Some(day) = start.checked_add_days(Days::new(days))
    {
        return day.to_string();
    }
    invisible::trimmed(&cell.to_string()).to_owned()
}

/// A table within the maximum size, with every row as long as the header.
fn within(mut grid: Grid, report: &mut Report) -> Option<Grid> {
    // Cells that were filled and then emptied still belong to a sheet.
    grid = grid.without_margins();
    let columns = grid.header().len();
    if grid.rows.len() < 2 {
        report.push(Diagnostic::of_file(Code::FileEmpty, &grid.path));
        return None;
    }
    let widest = grid.rows.iter().map(Vec::len).max().unwrap_or(0);
    if let Some(diagnostic) = too_large(&grid.path, widest, grid.rows.len() - 1) {
        report.push(diagnostic.with("help", phrase("table-coding")));
        return None;
    }
    let mut fits = true;
    for (at, row) in grid.rows() {
        if row.len() != columns {
            let diagnostic = grid.problem(Code::RowLength, at, "");
            let diagnostic = diagnostic.with("found", row.len().to_string());
            let help = phrase("row-of-lines");
            report.push(diagnostic.with("expected", columns.to_string()).with("help", help));
            fits = false;
        }
    }
    fits.then_some(grid)
}

/// The problem of a table with more columns or rows than the maximum.
pub(super) fn too_large(path: &str, columns: usize, rows: usize) -> Option<Diagnostic> {
    let problem = |found: Phrase, most: usize| {
        let diagnostic = Diagnostic::of_file(Code::TableTooLarge, path);
        Some(diagnostic.with("found", found).with("most", most.to_string()))
    };
    match (columns > MOST_COLUMNS, rows > MOST_ROWS) {
        (true, _) => problem(phrase("columns").with("count", columns), MOST_COLUMNS),
        (_, true) => problem(phrase("rows").with("count", rows), MOST_ROWS),
        _ => None,
    }
}
