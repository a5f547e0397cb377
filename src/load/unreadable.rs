//! Why the cells of a workbook or another zip file cannot be read.

use super::table::{first_error, sheet_files};
use crate::assets::MOST_BYTES;
use crate::diagnostics::{Code, Diagnostic, phrase};
use std::fmt::{Display, Formatter};
use std::io::{Cursor, Read as _};

/// The problem of a zip file that is damaged, too large once it is unpacked, or has an error in a cell
/// that the reader does not know.
pub fn unreadable(shown: &str, error: &anyhow::Error) -> Diagnostic {
    if error.is::<TooLarge>() {
        return Diagnostic::of_file(Code::FileTooLarge, shown);
    }
    match error.downcast_ref() {
        Some(CellError { sign, place }) => {
            let reason = phrase("cell-error").with("value", sign.as_str());
            Diagnostic::of_file(Code::FileUnreadable, format!("{shown}, {place}"))
                .with("reason", reason)
        }
        None => Diagnostic::of_file(Code::FileUnreadable, shown).with("reason", phrase("no-table")),
    }
}

/// An error in a cell that the reader does not know, such as `#SPILL!`.
#[derive(Debug)]
struct CellError {
    sign: String,
    /// The sheet with the cell; the sheet alone where the cell is not found.
    place: String,
}

impl Display for CellError {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.place, self.sign)
    }
}

impl std::error::Error for CellError {}

/// The refusal of a sheet for an error that the reader names without its cell, which is looked up in
/// the sheet's file.
pub fn cell_error(sign: String, sheet: &str, bytes: &[u8]) -> anyhow::Error {
    let is_sign = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || "#!?/_".contains(c);
    if !sign.starts_with('#') || !sign.chars().all(is_sign) {
        return anyhow::anyhow!("an error of another kind in {sheet}");
    }
    let file = sheet_files(bytes).ok().and_then(|mut files| files.remove(sheet));
    let cell = file.and_then(|file| first_error(bytes, &file, &sign).ok()?);
    let place = cell.map_or_else(|| sheet.to_owned(), |cell| format!("{sheet}!{cell}"));
    CellError { sign, place }.into()
}

/// A workbook that unpacks to more than the maximum size.
#[derive(Debug)]
pub struct TooLarge;

impl Display for TooLarge {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        f.write_str("te groot")
    }
}

impl std::error::Error for TooLarge {}

/// Checks that the parts of a workbook together unpack to at most the maximum size, by unpacking
/// them.
pub fn unpacks(bytes: &[u8]) -> anyhow::Result<()> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes))?;
    let mut left = 4 * MOST_BYTES;
    for index in 0..zip.len() {
        let part = zip.by_index(index)?;
        let size = std::io::copy(&mut part.take(left + 1), &mut std::io::sink())?;
        left = left.checked_sub(size).ok_or(TooLarge)?;
    }
    Ok(())
}
