//! What stands on each sheet of a workbook, whatever its format.

use crate::view::table::{CellView, ColumnView, LongTable, TableView};

/// The most rows of a sheet in Excel and LibreOffice, the header included.
pub const MOST_ROWS: usize = 1_048_576;

/// The names of the sheets on which the rows of a long table fit.
pub fn long_sheets(table: &LongTable<'_>) -> Vec<String> {
    sheets_for(table.sheet, (table.each)().count())
}

/// The names of the sheets on which so many rows fit.
fn sheets_for(sheet: &str, rows: usize) -> Vec<String> {
    let name = |number: usize| match number {
        1 => sheet.to_owned(),
        more => format!("{sheet} {more}"),
    };
    (1..=rows.div_ceil(MOST_ROWS - 1).max(1)).map(name).collect()
}

/// A sheet: the tables of one kind below each other.
pub struct SheetContent<'a> {
    pub name: &'a str,
    pub lines: Vec<Line<'a>>,
    /// Whether the first column holds the framework.
    pub framed: bool,
    /// Number of columns that say what a row is about; they stay in view.
    pub keys: usize,
}

/// A line of a sheet.
pub enum Line<'a> {
    Blank,
    /// The names of the columns.
    Head(Vec<&'a str>),
    /// A row, and the framework that its table belongs to.
    Row(Option<&'a str>, &'a [CellView]),
}

/// The sheets, in the order in which their first tables come.
pub fn contents<'a>(tables: &[&'a TableView]) -> Vec<SheetContent<'a>> {
    let mut kinds: Vec<&str> = Vec::new();
    for table in tables {
        if !kinds.contains(&table.sheet.as_str()) {
            kinds.push(&table.sheet);
        }
    }
    let own = |kind: &str| tables.iter().filter(|t| t.sheet == kind).copied().collect::<Vec<_>>();
    kinds.into_iter().map(|kind| content(kind, &own(kind))).collect()
}

/// The tables of one kind, with the framework in the first column if they have one. The header is
/// repeated only if the columns differ.
fn content<'a>(name: &'a str, tables: &[&'a TableView]) -> SheetContent<'a> {
    let framed = tables.iter().any(|t| t.framework.is_some());
    let mut lines = Vec::new();
    let mut shown: Option<&[ColumnView]> = None;
    for table in tables {
        if shown != Some(table.columns.as_slice()) {
            lines.extend((!lines.is_empty()).then_some(Line::Blank));
            let names = table.columns.iter().map(|c| c.name.as_str());
            lines.push(Line::Head(
                framed.then_some("Normenkader").into_iter().chain(names).collect(),
            ));
            shown = Some(&table.columns);
        }
        let framework = table.framework.as_deref();
        lines.extend(table.rows.iter().map(|row| Line::Row(framework, row)));
    }
    let keys = tables.first().map_or(0, |t| t.keys) + usize::from(framed);
    SheetContent { name, lines, framed, keys }
}

#[cfg(test)]
mod tests {
    use super::sheets_for;

    #[test]
    fn rows_that_do_not_fit_on_a_sheet_go_on_to_the_next() {
        assert_eq!(sheets_for("Rijen", 0), ["Rijen"]);
        assert_eq!(sheets_for("Rijen", 1_048_575), ["Rijen"]);
        assert_eq!(sheets_for("Rijen", 1_048_576), ["Rijen", "Rijen 2"]);
    }
}
