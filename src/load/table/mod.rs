//! A framework of norms that a researcher wrote as a table: in a workbook, a CSV file or a Word file.
//!
//! Every kind of file is read as a [`sheet::Sheet`]; [`search`] finds the table of norms among them
//! by its headings, and [`rows`] reads its rows.

mod annotated;
mod codebook;
mod excel;
mod form;
mod headings;
mod package;
mod rows;
mod search;
mod sheet;
mod tables;

pub use annotated::{Annotated, Tracked, annotated, remarks};
pub use form::{FoundForm, form, form_of_lines};
pub use headings::plain;
pub use package::{first_error, has_comments, part, sheet_files};
pub use rows::{NormNote, NormRow, NormTable};
pub use sheet::{Kind, Merged, Sheet};

use super::grid::lines;
use super::loader::Loader;
use super::unreadable::{unpacks, unreadable};
use crate::diagnostics::{Code, Diagnostic, Phrase, foreign, phrase, portable};
use search::Search;
use std::path::Path;

impl Loader {
    /// The norms in a table, a file of the kind `.xlsx`, `.ods`, `.csv` or `.docx`, or in a codebook
    /// of an analysis program (`.qdc`); `None` where it
    /// has errors, which are in the report. Whether two norms have one code is not looked at.
    pub fn norm_table(&mut self, path: &Path) -> Option<NormTable> {
        let shown = portable(path);
        let (ending, bytes) = self.table_file(path)?;
        if let Some((kind, help)) = refused(&ending, &bytes) {
            let diagnostic = Diagnostic::of_file(Code::NoNormTable, shown);
            self.report.push(diagnostic.with("kind", kind).with("help", help));
            return None;
        }
        if ending == "qdc" {
            let file = self.text(&shown, &bytes)?;
            if self.sources.text(file).trim().is_empty() {
                self.report.push(Diagnostic::of_file(Code::FileEmpty, shown));
                return None;
            }
            let found = codebook::norms(self.sources.text(file), &shown);
            return found.map_err(|refused| self.report.push(refused)).ok();
        }
        let mut search = Search::default();
        if ending == "csv" {
            search.offer(self.csv(&bytes, &shown, headings::is_norm)?, 0);
        } else if let Err(error) = packed(&ending, &bytes, &shown, &mut search) {
            self.report.push(unreadable(&shown, &error));
            return None;
        }
        let Some(found) = &mut search.found else {
            self.report.push(search.nothing(&shown));
            return None;
        };
        let mut table = rows::norms(found, &mut self.report)?;
        search.others.sort();
        let other = |(_, place)| NormNote { place, text: phrase("norms-other") };
        table.notes.extend(search.others.into_iter().map(other));
        Some(table)
    }

    /// The ending in small letters and the bytes of a file with a table.
    fn table_file(&mut self, path: &Path) -> Option<(String, Vec<u8>)> {
        let shown = portable(path);
        let bytes = match crate::assets::read(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                self.report.push(match error.kind() {
                    std::io::ErrorKind::NotFound => Diagnostic::of_file(Code::FileMissing, shown),
                    _ => Diagnostic::unreadable(shown, &error),
                });
                return None;
            }
        };
        let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase());
        Some((ending.unwrap_or_default(), bytes))
    }

    /// The sheets of a workbook (`.xlsx`, `.ods`) or the one table of a CSV file, whose row of
    /// headings has a cell that `heads` knows. A file of another kind is reported with this code.
    pub(super) fn sheets(
        &mut self,
        path: &Path,
        heads: fn(&str) -> bool,
        code: Code,
    ) -> Option<Vec<Sheet>> {
        let shown = portable(path);
        let (ending, bytes) = self.table_file(path)?;
        let document = (ending == "docx").then(|| phrase("foreign-word"));
        let document = document.map(|kind| (kind, phrase("table-save-as")));
        if let Some((kind, help)) = document.or_else(|| refused(&ending, &bytes)) {
            let other = help.key == "norms-save-as";
            let help = if other { phrase("table-save-as") } else { help };
            let diagnostic = Diagnostic::of_file(code, shown).with("problem", "kind");
            self.report.push(diagnostic.with("kind", kind).with("help", help));
            return None;
        }
        if ending == "csv" {
            return Some(vec![self.csv(&bytes, &shown, heads)?]);
        }
        match unpacks(&bytes).and_then(|()| sheets_of(&bytes, &shown)) {
            Ok(sheets) => Some(sheets),
            Err(error) => {
                self.report.push(unreadable(&shown, &error));
                None
            }
        }
    }

    /// The table of a CSV file, whose row of headings has a cell that `heads` knows.
    pub(super) fn csv(
        &mut self,
        bytes: &[u8],
        shown: &str,
        heads: fn(&str) -> bool,
    ) -> Option<Sheet> {
        let file = self.text(shown, bytes)?;
        if self.has_controls(file) {
            return None;
        }
        let grid = lines(file, heads, &self.sources, &mut self.report)?;
        let rows = grid.rows.iter().map(|row| row.iter().map(|cell| cell.replace("\r\n", "\n")));
        let rows = rows.map(Iterator::collect).collect();
        let line = |cells: &Vec<_>| cells.first().map_or(1, |c| self.sources.line_column(*c).line);
        let cells = grid.places.unwrap_or_default().into_iter();
        let lines = cells.map(|cells| (line(&cells), cells)).collect();
        let (kind, path) = (Kind::Lines, shown.to_owned());
        Some(Sheet { kind, path, rows, lines, ..Sheet::default() })
    }
}

/// Looks at the tables in a zip file with XML.
fn packed(ending: &str, bytes: &[u8], shown: &str, search: &mut Search) -> anyhow::Result<()> {
    unpacks(bytes)?;
    match ending {
        "xlsx" => {
            excel::sheets(bytes, shown, &mut |sheet, number| search.offer(sheet, number))?;
            match &mut search.found {
                Some(found) => excel::hidden(bytes, std::slice::from_mut(&mut found.sheet)),
                None => Ok(()),
            }
        }
        "ods" => {
            let text = part(bytes, "content.xml")?;
            tables::tables(&text, Kind::Workbook, shown, &mut |s, number| search.offer(s, number))
        }
        _ => {
            // Word in a browser gives the text another name.
            let text = part(bytes, "word/document.xml");
            let text = text.or_else(|_| part(bytes, "word/document2.xml"))?;
            tables::tables(&text, Kind::Word, shown, &mut |s, number| search.offer(s, number))
        }
    }
}

/// What a file is that is not what its name says, that has a password, or of another kind; and what
/// to do about it.
fn refused(ending: &str, bytes: &[u8]) -> Option<(Phrase, Phrase)> {
    let kind = foreign(bytes);
    let key = kind.as_ref().map_or("", |kind| kind.key);
    let within =
        |name, text| key == "foreign-zip" && part(bytes, name).is_ok_and(|all| all.contains(text));
    let ods = within("mimetype", "opendocument.spreadsheet");
    let package: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let encrypted = || bytes.windows(package.len()).any(|window| window == package);
    let locked = within("META-INF/manifest.xml", "encryption-data")
        || (key == "foreign-old-office" && encrypted());
    let (kind, help) = match (ending, key) {
        _ if locked => (phrase("foreign-locked"), phrase("norms-unlock")),
        ("xlsx", "foreign-workbook") | ("docx", "foreign-word") | ("csv" | "qdc", "") => {
            return None;
        }
        ("ods", _) if ods => return None,
        ("xlsx" | "ods" | "docx" | "csv", "foreign-workbook" | "foreign-word") => {
            (kind?, phrase("norms-rename"))
        }
        _ => (kind.unwrap_or_else(|| phrase("foreign-text")), phrase("norms-save-as")),
    };
    Some((kind, help))
}

/// The sheets of a workbook of Excel or OpenDocument, with their dates, formulas and hidden rows;
/// without the empty rows at their end.
pub fn sheets_of(bytes: &[u8], path: &str) -> anyhow::Result<Vec<Sheet>> {
    let mut out = Vec::new();
    match part(bytes, "content.xml") {
        Ok(text) => tables::tables(&text, Kind::Workbook, path, &mut |sheet, _| out.push(sheet))?,
        Err(_) => {
            excel::sheets(bytes, path, &mut |sheet, _| out.push(sheet))?;
            excel::special(bytes, &mut out)?;
            excel::hidden(bytes, &mut out)?;
        }
    }
    out.iter_mut().for_each(Sheet::without_empty_end);
    Ok(out)
}

/// What a file is instead of a workbook of Excel or OpenDocument, and what to do.
pub fn not_a_workbook(path: &Path, bytes: &[u8]) -> Option<(Phrase, Phrase)> {
    let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase());
    refused(&ending.unwrap_or_default(), bytes)
}
