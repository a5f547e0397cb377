//! All tables in one CSV file, one value a line.

use super::looks_like_formula;
use crate::view::table::TableView;
use anyhow::Result;

/// The sheet whose table says the same as another one, in a form for the eye.
const FOR_THE_EYE: &str = "Matrix";

/// All notes and tables as CSV: the part, the framework, what the row and the column are about,
/// the value as a reader sees it, and the number behind it.
///
/// # Errors
/// Never for tables that fit in memory.
pub fn csv(notes: &[(String, String)], tables: &[&TableView]) -> Result<Vec<u8>> {
    let mut writer = writer();
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
                let number = cell.number.map(|(value, decimals)| {
                    let places = usize::try_from(decimals).unwrap_or(0);
                    format!("{value:.places$}").replace('.', ",")
                });
                writer.write_record([
                    table.sheet.as_str(),
                    &safe(table.framework.as_deref().unwrap_or("")),
                    &about,
                    &safe(&column.name),
                    // A number with a sign is a number; only text can be a formula.
                    &if number.is_some() { cell.text.clone() } else { safe(&cell.text) },
                    &number.unwrap_or_default(),
                ])?;
            }
        }
    }
    Ok(writer.into_inner()?)
}

/// A file of values as a Dutch Excel opens it in columns: semicolons, decimal commas in numbers, and
/// a byte order mark, by which it is read as UTF-8.
#[must_use]
pub fn writer() -> ::csv::Writer<Vec<u8>> {
    ::csv::WriterBuilder::new().delimiter(b';').from_writer(b"\xEF\xBB\xBF".to_vec())
}

/// A text that no spreadsheet runs.
#[must_use]
pub fn safe(text: &str) -> String {
    if looks_like_formula(text) { format!("'{text}") } else { text.to_owned() }
}
