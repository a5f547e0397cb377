//! Figures of comparable bodies from a table with their official codes: a CSV file of StatLine, or
//! any CSV file or workbook of Excel.

use super::amount::measured;
use super::grid::{Grid, lines};
use super::loader::{Loader, cx};
use super::participants::official;
use super::peers::{Found, quantity};
use super::raw::case::RawPeerTable;
use super::raw::kinds::Number;
use super::raw::{Context, Map, May, Text};
use super::reading::Files;
use super::values::MOST_INHABITANTS;
use crate::assets::sha256;
use crate::diagnostics::{Code, Diagnostic, Span, nearest, portable};
use crate::model::{BodyKind, Framework, Peer, PeerSet, PeerTable, Quantity, spelled};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// How StatLine and others write that there is no figure.
const NO_FIGURE: [&str; 6] = ["", ".", "-", "x", "X", "?"];

/// Maximum number of codes or headings that a message names.
const MOST_NAMED: usize = 12;

/// Where the columns of a table are.
struct Columns {
    shared: Known,
    name: Option<usize>,
    inhabitants: Option<usize>,
}

/// Where the columns are that every such table has.
pub(super) struct Known {
    code: usize,
    pub(super) value: usize,
    /// Columns with what a row that counts has in them.
    rows: Vec<(usize, String)>,
}

impl Known {
    /// The official code of a body in a row that counts, where the row has one.
    pub(super) fn code(&self, cells: &[String], kind: BodyKind) -> Option<String> {
        let cell = |at: usize| cells.get(at).map_or("", |cell| cell.trim());
        let counts = self.rows.iter().all(|(at, value)| cell(*at) == value.trim());
        let code = match kind.code() {
            Some((prefix, length)) => official(cell(self.code), prefix, length),
            None => Some(cell(self.code).to_owned()).filter(|code| !code.is_empty()),
        };
        code.filter(|_| counts)
    }

    /// What stands in a row as its figure; `None` where that says that there is none.
    pub(super) fn figure<'c>(&self, cells: &'c [String]) -> Option<&'c str> {
        let typed = cells.get(self.value).map_or("", |cell| cell.trim());
        Some(typed).filter(|typed| !NO_FIGURE.contains(typed))
    }
}

impl Loader {
    /// Reads the figures of the sets that a case takes from tables. The paths are relative to the
    /// case's folder.
    pub(super) fn peers_of_tables(
        &mut self,
        sets: Vec<(PeerSet, RawPeerTable)>,
        frameworks: &[Arc<Framework>],
        own: (BodyKind, &str, Option<&str>),
        found: &mut Found,
        files: &mut Files<'_>,
    ) {
        for (mut set, raw) in sets {
            let place = set.place;
            match self.figures(&raw, &set.criterion, frameworks, own, files) {
                Some((municipalities, table)) => {
                    (set.municipalities, set.table) = (municipalities, Some(table));
                    found.add(set, place, &mut cx!(self));
                }
                None => self.suppressed.push(Code::TooFewPeers),
            }
        }
    }

    /// The figures in a table, without that of the body itself, and where they were read.
    fn figures(
        &mut self,
        raw: &RawPeerTable,
        criterion: &str,
        frameworks: &[Arc<Framework>],
        own: (BodyKind, &str, Option<&str>),
        files: &mut Files<'_>,
    ) -> Option<(Vec<Peer>, PeerTable)> {
        let mut cx = cx!(self);
        let typed = |text: Option<Text>| text.and_then(|text| Some((text.value?, text.span)));
        let file = typed(cx.value(raw.file.clone()));
        let code = typed(cx.value(raw.code_column.clone()));
        let value = typed(cx.value(raw.value_column.clone()));
        let date = cx.date(raw.date.clone());
        let ((file, place), code, value) = (file?, code?, value?);
        let bytes = self.bytes(&file, files.folder, Some(place))?;
        let sha256 = sha256(&bytes);
        // The path is private to the researcher; the hash is not.
        files.hashes.insert(format!("peers {criterion}"), sha256.clone());
        let grid = self.table_of(&files.folder.join(&file), bytes, &code.0)?;
        let columns = self.columns_of(&grid, raw, &code, &value)?;
        let wanted = raw.codes.iter().flat_map(|list| &list.items);
        let wanted: Vec<String> = wanted.filter_map(|code| code.value.clone()).collect();
        let peers = self.peers_in(&grid, &columns, &wanted, (criterion, frameworks), own, raw)?;
        let file = Path::new(&file).file_name().map(|name| name.to_string_lossy().into_owned());
        let table = PeerTable { file: file.unwrap_or_default(), column: value.0, sha256, date };
        Some((peers, table))
    }

    /// Where the columns of a table are. `None` if one is not there, which is reported.
    fn columns_of(
        &mut self,
        grid: &Grid,
        raw: &RawPeerTable,
        code: &(String, Span),
        value: &(String, Span),
    ) -> Option<Columns> {
        let mut optional = |text: Option<&Text>| match text {
            Some(Text { value: Some(name), span, .. }) => {
                self.column(grid, (name, *span)).map(Some)
            }
            _ => Some(None),
        };
        let name = optional(raw.name_column.as_ref())?;
        let inhabitants = optional(raw.inhabitants_column.as_ref())?;
        let shared = self.known_columns(grid, &raw.rows, code, value)?;
        Some(Columns { shared, name, inhabitants })
    }

    /// Where the columns are that every such table has. `None` if one is not there, which is reported.
    pub(super) fn known_columns(
        &mut self,
        grid: &Grid,
        rows: &May<Map<Text>>,
        code: &(String, Span),
        value: &(String, Span),
    ) -> Option<Known> {
        let mut wanted = Vec::new();
        for (key, value) in rows.iter().flat_map(|map| &map.entries) {
            let key = (key.value.as_deref().unwrap_or_default(), key.span);
            wanted.push((self.column(grid, key)?, value.value.clone().unwrap_or_default()));
        }
        let code = self.column(grid, (&code.0, code.1))?;
        Some(Known { code, value: self.column(grid, (&value.0, value.1))?, rows: wanted })
    }

    fn column(&mut self, grid: &Grid, (name, span): (&str, Span)) -> Option<usize> {
        let at = grid.header().iter().position(|heading| heading == name);
        if at.is_none() {
            self.report.push(no_column(grid, name, span));
        }
        at
    }

    /// The rows of a file. One with a title above its headings is read from those on.
    pub(super) fn table_of(&mut self, path: &Path, bytes: Vec<u8>, head: &str) -> Option<Grid> {
        if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx")) {
            return self.grid(path, bytes, head);
        }
        let file = self.text(&portable(path), &bytes)?;
        if self.has_controls(file) {
            return None;
        }
        Some(lines(file, |cell| cell == head, &self.sources, &mut self.report)?.headed_by(head))
    }

    /// The figures in the rows that count. `None` if one cannot be read, or there is none.
    fn peers_in(
        &mut self,
        grid: &Grid,
        columns: &Columns,
        wanted: &[String],
        (criterion, frameworks): (&str, &[Arc<Framework>]),
        (kind, own, own_code): (BodyKind, &str, Option<&str>),
        raw: &RawPeerTable,
    ) -> Option<Vec<Peer>> {
        let (mut known, mut out, mut whole) = (BTreeSet::new(), Vec::new(), true);
        let quantity = quantity(criterion, frameworks);
        for (row, cells) in grid.rows() {
            // Rows about the country, a province, or a note below the table.
            let Some(code) = columns.shared.code(cells, kind) else { continue };
            if !wanted.is_empty() && !wanted.contains(&code) {
                continue;
            }
            if !known.insert(code.clone()) {
                self.report.push(unfit(grid, row, columns.shared.code, ("twice", &code)));
                return None;
            }
            if columns.shared.figure(cells).is_none() {
                known.remove(&code);
                continue;
            }
            match self.peer(grid, row, cells, columns, (&code, quantity, raw.span)) {
                Some(peer) => {
                    let is_own = own_code == Some(code.as_str());
                    let is_own = is_own || spelled(&peer.name) == spelled(own);
                    out.extend((!is_own).then_some(peer));
                }
                None => whole = false,
            }
        }
        if known.is_empty() && whole {
            let diagnostic = Diagnostic::at(Code::PeerTableUnfit, raw.span);
            self.report.push(diagnostic.with("problem", "none"));
            return None;
        }
        self.missing(wanted, &known, own_code, raw);
        whole.then_some(out)
    }

    /// The figure in a row, which has one; `None` if it cannot be read.
    fn peer(
        &mut self,
        grid: &Grid,
        row: usize,
        cells: &[String],
        columns: &Columns,
        (code, quantity, place): (&str, Option<&Quantity>, Span),
    ) -> Option<Peer> {
        let cell = |at: usize| cells.get(at).map_or("", |cell| cell.trim());
        let typed = cell(columns.shared.value);
        let problem = unfit(grid, row, columns.shared.value, ("number", typed));
        if !plain(typed) {
            self.report.push(problem);
            return None;
        }
        // A cell of a workbook has no place in a text.
        let span = problem.span.unwrap_or(place);
        let text: Text<Number> = Text::new(Some(typed.to_owned()), span);
        let value = measured(text, quantity, &mut cx!(self));
        let counted = columns.inhabitants.map(|at| (at, cell(at)));
        let counted = counted.filter(|(_, typed)| !NO_FIGURE.contains(typed));
        let inhabitants = match counted {
            Some((at, typed)) => {
                let number = typed.parse().ok().filter(|n| (1..=MOST_INHABITANTS).contains(n));
                if number.is_none() {
                    self.report.push(unfit(grid, row, at, ("number", typed)));
                    return None;
                }
                number
            }
            None => None,
        };
        let name = columns.name.map(cell).filter(|name| !name.is_empty()).unwrap_or(code);
        Some(Peer { name: name.to_owned(), inhabitants, value: value? })
    }

    /// Tells which bodies have no figure in a table.
    fn missing(
        &mut self,
        wanted: &[String],
        known: &BTreeSet<String>,
        own: Option<&str>,
        raw: &RawPeerTable,
    ) {
        let lost: Vec<&str> = wanted
            .iter()
            .map(String::as_str)
            .filter(|code| !known.contains(*code) && own != Some(*code))
            .collect();
        if !lost.is_empty() {
            let span = raw.codes.as_ref().map_or(raw.span, |codes| codes.span);
            let diagnostic = Diagnostic::at(Code::NotInPeerTable, span);
            self.report.push(diagnostic.with("value", lost.join(", ")));
        }
    }
}

/// A problem in a cell of a table.
pub(super) fn unfit(
    grid: &Grid,
    row: usize,
    column: usize,
    (problem, value): (&'static str, &str),
) -> Diagnostic {
    let heading = grid.header().get(column).map_or("", String::as_str);
    let diagnostic = grid.problem(Code::PeerTableUnfit, row, heading);
    diagnostic.with("problem", problem).with("value", value)
}

/// Whether a cell holds a number without thousands points, spaces or words.
fn plain(typed: &str) -> bool {
    let unsigned = typed.strip_prefix('-').unwrap_or(typed);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    match unsigned.split_once([',', '.']) {
        Some((whole, decimals)) => digits(whole) && digits(decimals),
        None => digits(unsigned),
    }
}

fn no_column(grid: &Grid, name: &str, span: Span) -> Diagnostic {
    let headings = grid.header().iter().filter(|heading| !heading.is_empty());
    let known: Vec<&str> = headings.map(String::as_str).collect();
    let near = nearest(name, known.iter().copied());
    let first = near.into_iter().chain(known.iter().copied().filter(|known| Some(*known) != near));
    let shown: Vec<String> = first.take(MOST_NAMED).map(|known| format!("`{known}`")).collect();
    let diagnostic = Diagnostic::at(Code::PeerTableUnfit, span).with("problem", "column");
    diagnostic.with("value", name).with("known", shown.join(", "))
}
