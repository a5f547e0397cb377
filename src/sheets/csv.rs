//! Writes all tables to one CSV file, one value per line.

use super::dialect::Dialect;
use super::looks_like_formula;
use crate::view::RowsView;
use crate::view::table::{CellView, ColumnView, TableView};
use anyhow::Result;

/// The sheet whose table repeats another one in a layout for reading.
const FOR_THE_EYE: &str = "Matrix";

/// All notes and tables as CSV. The columns are the part, the framework, the subjects of row and
/// column, the value as shown to the reader, and the number behind it.
///
/// # Errors
/// Never, for tables that fit in memory.
pub fn csv(notes: &[(String, String)], tables: &[&TableView], dialect: Dialect) -> Result<Vec<u8>> {
    let mut writer = dialect.writer();
    writer.write_record(["onderdeel", "kader", "rij", "kolom", "waarde", "getal"])?;
    for (name, text) in notes {
        writer.write_record(["Toelichting", "", &safe(name), "", &safe(text), ""])?;
    }
    for table in tables.iter().filter(|t| t.sheet != FOR_THE_EYE) {
        for row in &table.rows {
            let keys: Vec<&str> =
                row.iter().take(table.keys).map(|cell| cell.text.as_str()).collect();
            let about = safe(&keys.join(" / "));
            for (column, cell) in table.columns.iter().zip(row).skip(table.keys) {
                let number = cell.number.map(|(value, decimals)| dialect.number(value, decimals));
                writer.write_record([
                    table.sheet.as_str(),
                    &safe(table.framework.as_deref().unwrap_or("")),
                    &about,
                    &safe(&column.name),
                    // A signed number is a number; only text can be a formula.
                    &if number.is_some() { cell.text.clone() } else { safe(&cell.text) },
                    &number.unwrap_or_default(),
                ])?;
            }
        }
    }
    Ok(writer.into_inner()?)
}

/// One table as CSV: its columns and its rows, each number as one. Texts that a spreadsheet could run
/// are neutralised in both dialects: nobody knows who opens the file.
///
/// # Errors
/// Never, for tables that fit in memory.
pub fn plain_csv(table: &TableView, dialect: Dialect) -> Result<Vec<u8>> {
    in_lines(&table.columns, table.rows.iter(), dialect)
}

/// The rows of a comparison as one such table.
///
/// # Errors
/// As [`plain_csv`].
pub fn rows_csv(rows: &RowsView<'_>, dialect: Dialect) -> Result<Vec<u8>> {
    in_lines(&rows.columns, rows.each(), dialect)
}

fn in_lines(
    columns: &[ColumnView],
    rows: impl Iterator<Item = impl AsRef<[CellView]>>,
    dialect: Dialect,
) -> Result<Vec<u8>> {
    let mut writer = dialect.writer();
    writer.write_record(columns.iter().map(|column| column.name.as_str()))?;
    for row in rows {
        writer.write_record(row.as_ref().iter().map(|cell| match cell.number {
            Some((value, decimals)) => dialect.number(value, decimals),
            None => safe(&cell.text),
        }))?;
    }
    Ok(writer.into_inner()?)
}

/// The text with an apostrophe before it if a spreadsheet could run it as a formula.
#[must_use]
pub fn safe(text: &str) -> String {
    if looks_like_formula(text) { format!("'{text}") } else { text.to_owned() }
}
