//! Figures of comparable bodies from a table with their official codes: a CSV file of StatLine, or
//! any CSV file or workbook of Excel.

use super::amount::measured;
use super::grid::{Grid, lines};
use super::loader::{Loader, cx};
use super::participants::official;
use super::peers::{Found, quantity};
use super::raw::{Context, Text};
use super::raw::case::RawPeerTable;
use super::raw::kinds::Number;
use super::reading::Files;
use super::values::MOST_INHABITANTS;
use crate::assets::sha256;
use crate::diagnostics::{Code, Diagnostic, Span, nearest, portable};
use crate::model::{BodyKind, Framework, Peer, PeerSet, PeerTable, spelled};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// How StatLine and others write that there is no figure.
const NO_FIGURE: [&str; 6] = ["", ".", "-", "x", "X", "?"];

/// Maximum number of codes or headings that a message names.
const MOST_NAMED: usize = 12;

/// Where the columns of a table are.
struct Columns {
    code: usize,
    value: usize,
    name: Option<usize>,
    inhabitants: Option<usize>,
    /// Columns with what a row that counts has in them.
    rows: Vec<(usize, String)>,
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
        let name = typed(raw.name_column.as_ref().cloned());
        let inhabitants = typed(raw.inhabitants_column.as_ref().cloned());
        let rows = raw.rows.iter().flat_map(|map| &map.entries);
        let rows: Vec<_> = rows
            .filter_map(|(key, value)| {
                Some((key.value.clone()?, key.span, value.value.clone().unwrap_or_default()))
            })
            .collect();
        let column = |loader: &mut Self, (name, span): &(String, Span)| {
            let at = grid.header().iter().position(|heading| heading == name);
            if at.is_none() {
                loader.report.push(no_column(&grid, name, *span));
            }
            at
        };
        let columns = Columns {
            code: column(self, &code)?,
            value: column(self, &value)?,
            name: match &name {
                Some(name) => Some(column(self, name)?),
                None => None,
            },
            inhabitants: match &inhabitants {
                Some(name) => Some(column(self, name)?),
                None => None,
            },
            rows: rows
                .into_iter()
                .map(|(name, span, value)| Some((column(self, &(name, span))?, value)))
                .collect::<Option<_>>()?,
        };
        let wanted = raw.codes.iter().flat_map(|list| &list.items);
        let wanted: Vec<String> = wanted.filter_map(|code| code.value.clone()).collect();
        let peers = self.peers_in(&grid, &columns, &wanted, (criterion, frameworks), own, raw)?;
        let file = Path::new(&file).file_name().map(|name| name.to_string_lossy().into_owned());
        let table = PeerTable { file: file.unwrap_or_default(), column: value.0, sha256, date };
        Some((peers, table))
    }

    /// The rows of a file. One with a title above its headings is read from those on.
    fn table_of(&mut self, path: &Path, bytes: Vec<u8>, head: &str) -> Option<Grid> {
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
        let header = grid.header().to_vec();
        for (row, cells) in grid.rows() {
            let cell = |at: usize| cells.get(at).map_or("", |cell| cell.trim());
            let counts = columns.rows.iter().all(|(at, value)| cell(*at) == value.trim());
            let code = match kind.code() {
                Some((prefix, length)) => official(cell(columns.code), prefix, length),
                None => Some(cell(columns.code).to_owned()).filter(|code| !code.is_empty()),
            };
            // Rows about the country, a province, or a note below the table.
            let Some(code) = code.filter(|_| counts) else { continue };
            if !wanted.is_empty() && !wanted.contains(&code) {
                continue;
            }
            let heading = |at: usize| header.get(at).map_or("", String::as_str);
            let problem = |problem: &'static str, at: usize, value: &str| {
                let diagnostic = grid.problem(Code::PeerTableUnfit, row, heading(at));
                diagnostic.with("problem", problem).with("value", value)
            };
            if !known.insert(code.clone()) {
                self.report.push(problem("twice", columns.code, &code));
                return None;
            }
            let typed = cell(columns.value);
            if NO_FIGURE.contains(&typed) {
                known.remove(&code);
                continue;
            }
            let place = problem("number", columns.value, typed);
            let Some(span) = place.span.or(Some(raw.span)).filter(|_| plain(typed)) else {
                self.report.push(place);
                whole = false;
                continue;
            };
            let text: Text<Number> = Text::new(Some(typed.to_owned()), span);
            let value = measured(text, quantity, &mut cx!(self));
            let inhabitants = columns.inhabitants.map(|at| (at, cell(at)));
            let inhabitants = inhabitants.filter(|(_, typed)| !NO_FIGURE.contains(typed));
            let number = inhabitants.map(|(_, typed)| typed.parse::<u32>());
            if let (Some((at, typed)), Some(Err(_))) = (inhabitants, &number) {
                self.report.push(problem("number", at, typed));
                whole = false;
            }
            let inhabitants =
                number.and_then(Result::ok).filter(|n| (1..=MOST_INHABITANTS).contains(n));
            let name = columns.name.map(cell).filter(|name| !name.is_empty());
            let name = name.unwrap_or(&code).to_owned();
            let is_own = own_code == Some(code.as_str()) || spelled(&name) == spelled(own);
            whole &= value.is_some();
            out.extend(value.filter(|_| !is_own).map(|value| Peer { name, inhabitants, value }));
        }
        if known.is_empty() && whole {
            let diagnostic = Diagnostic::at(Code::PeerTableUnfit, raw.span);
            self.report.push(diagnostic.with("problem", "none"));
            return None;
        }
        self.missing(wanted, &known, own_code, raw);
        whole.then_some(out)
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
