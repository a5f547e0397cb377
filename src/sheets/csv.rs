//! Writes all tables to one CSV file, one value per line.

use super::dialect::Dialect;
use super::looks_like_formula;
use crate::view::table::{CellView, ColumnView, LongTable, TableView};
use ::csv::Writer;
use anyhow::Result;
use std::io::Write;

/// The sheet whose table repeats another one in a layout for reading.
const FOR_THE_EYE: &str = "Matrix";

/// All notes and tables as CSV, and at last the judgements of a comparison. The columns are the part,
/// the framework, the subjects of row and column, the value as shown to the reader, and the number
/// behind it.
///
/// # Errors
/// If `out` cannot be written to.
pub fn csv(
    notes: &[(String, String)],
    tables: &[&TableView],
    judgements: Option<&LongTable<'_>>,
    dialect: Dialect,
    out: &mut dyn Write,
) -> Result<()> {
    let mut writer = dialect.writer(out)?;
    writer.write_record(["onderdeel", "kader", "rij", "kolom", "waarde", "getal"])?;
    for (name, text) in notes {
        writer.write_record(["Toelichting", "", &safe(name), "", &safe(text), ""])?;
    }
    for table in tables.iter().filter(|t| t.sheet != FOR_THE_EYE) {
        let framework = table.framework.as_deref().unwrap_or("");
        for row in &table.rows {
            let (keys, cells) = row.split_at(table.keys.min(row.len()));
            let columns = table.columns.iter().skip(keys.len());
            values(&mut writer, (&table.sheet, framework), keys, columns.zip(cells), dialect)?;
        }
    }
    if let Some(table) = judgements {
        for row in (table.each)() {
            let (keys, cells) = row.split_at(table.keys.min(row.len()));
            let columns = table.columns.iter().skip(keys.len());
            let Some((framework, keys)) = keys.split_first() else { continue };
            let part = (table.sheet, framework.text.as_str());
            values(&mut writer, part, keys, columns.zip(cells), dialect)?;
        }
    }
    Ok(writer.flush()?)
}

/// Writes the values of a row of a part, on a framework: a line each.
fn values<'c>(
    writer: &mut Writer<&mut dyn Write>,
    (part, framework): (&str, &str),
    keys: &[CellView],
    cells: impl Iterator<Item = (&'c ColumnView, &'c CellView)>,
    dialect: Dialect,
) -> Result<()> {
    let keys: Vec<&str> = keys.iter().map(|cell| cell.text.as_str()).collect();
    let (framework, about) = (safe(framework), safe(&keys.join(" / ")));
    for (column, cell) in cells {
        let number = cell.number.map(|(value, decimals)| dialect.number(value, decimals));
        writer.write_record([
            part,
            &framework,
            &about,
            &safe(&column.name),
            // A signed number is a number; only text can be a formula.
            &if number.is_some() { cell.text.clone() } else { safe(&cell.text) },
            &number.unwrap_or_default(),
        ])?;
    }
    Ok(())
}

/// One table as CSV: its columns and its rows, each number as one. Texts that a spreadsheet could run
/// are neutralised in both dialects: nobody knows who opens the file.
///
/// # Errors
/// If `out` cannot be written to.
pub fn plain_csv(table: &TableView, dialect: Dialect, out: &mut dyn Write) -> Result<()> {
    in_lines(&table.columns, table.rows.iter(), dialect, out)
}

/// A long table of a comparison as one such file.
///
/// # Errors
/// As [`plain_csv`].
pub fn long_csv(table: &LongTable<'_>, dialect: Dialect, out: &mut dyn Write) -> Result<()> {
    in_lines(&table.columns, (table.each)(), dialect, out)
}

fn in_lines(
    columns: &[ColumnView],
    rows: impl Iterator<Item = impl AsRef<[CellView]>>,
    dialect: Dialect,
    out: &mut dyn Write,
) -> Result<()> {
    let mut writer = dialect.writer(out)?;
    writer.write_record(columns.iter().map(|column| column.name.as_str()))?;
    for row in rows {
        writer.write_record(row.as_ref().iter().map(|cell| match cell.number {
            Some((value, decimals)) => dialect.number(value, decimals),
            None => safe(&cell.text),
        }))?;
    }
    Ok(writer.flush()?)
}

/// The text with an apostrophe before it if a spreadsheet could run it as a formula.
#[must_use]
pub fn safe(text: &str) -> String {
    if looks_like_formula(text) { format!("'{text}") } else { text.to_owned() }
}
