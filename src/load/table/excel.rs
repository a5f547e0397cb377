//! The sheets of an Excel workbook. Calamine reads the cells; which of them are hidden it does not
//! tell.

use super::package::{Mark, attribute, count, part, sheet_files, walk};
use super::sheet::{Merged, Sheet};
use crate::load::grid::{MOST_COLUMNS, sheet as cells, written};
use crate::load::unreadable::cell_error;
use calamine::{
    Data, Reader as _, SheetType, SheetVisible, Xlsx, XlsxError, open_workbook_from_rs,
};
use std::collections::BTreeMap;
use std::io::Cursor;

/// Gives each sheet of a workbook to `offer`, with its number.
pub fn sheets(bytes: &[u8], path: &str, offer: &mut dyn FnMut(Sheet, usize)) -> anyhow::Result<()> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes))?;
    for (number, sheet) in book.sheets_metadata().to_vec().into_iter().enumerate() {
        // A sheet with only a chart has no cells.
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        let line_ends = |cell: String| cell.replace("\r\n", "\n");
        let rows = cells(&mut book, &sheet.name).map_err(|error| match error {
            XlsxError::CellError(sign) => cell_error(sign, &sheet.name, bytes),
            error => error.into(),
        })?;
        let rows = rows.into_iter().map(|row| row.into_iter().map(line_ends).collect()).collect();
        let hidden = sheet.visible != SheetVisible::Visible;
        let (path, name) = (path.to_owned(), sheet.name.clone());
        let mut out = Sheet { path, name, rows, hidden, ..Sheet::default() };
        for cells in book.merge_cells_by_sheet_name(&sheet.name)? {
            let (row, column) = (usize::try_from(cells.start.0)?, usize::try_from(cells.start.1)?);
            out.merged.push(Merged { row, column, last_row: usize::try_from(cells.end.0)? });
        }
        offer(out, number);
    }
    Ok(())
}

/// Finds the cells of each sheet that hold a date, an error or a formula.
pub fn special(bytes: &[u8], sheets: &mut [Sheet]) -> anyhow::Result<()> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes))?;
    let position = |(row, column)| anyhow::Ok((usize::try_from(row)?, usize::try_from(column)?));
    for sheet in sheets {
        let mut cells = book.worksheet_cells_reader(&sheet.name)?;
        while let Some(cell) = cells.next_cell()? {
            let value = Data::from(cell.get_value().clone());
            let at = position(cell.get_position())?;
            match value {
                Data::DateTime(_) | Data::DateTimeIso(_) => {
                    sheet.dates.insert(at, written(&value));
                }
                Data::Error(_) => _ = sheet.errors.insert(at),
                _ => {}
            }
        }
        drop(cells);
        let mut cells = book.worksheet_cells_reader(&sheet.name)?;
        while let Some(cell) = cells.next_formula()? {
            if !cell.get_value().is_empty() {
                sheet.formulas.insert(position(cell.get_position())?);
            }
        }
    }
    Ok(())
}

/// Which formats of cells in a workbook show a number as a percentage, in their order.
fn percentage_formats(bytes: &[u8]) -> anyhow::Result<Vec<bool>> {
    let (mut custom, mut out, mut cells) = (BTreeMap::new(), Vec::new(), false);
    walk(&part(bytes, "xl/styles.xml").unwrap_or_default(), |mark| {
        match mark {
            Mark::Open("numFmt", tag) => {
                custom.extend(attribute(tag, "numFmtId").zip(attribute(tag, "formatCode")));
            }
            Mark::Open("cellXfs", _) => cells = true,
            Mark::Close("cellXfs") => cells = false,
            Mark::Open("xf", tag) if cells => {
                let format = attribute(tag, "numFmtId").unwrap_or_default();
                let own = custom.get(&format).is_some_and(|code: &String| code.contains('%'));
                // Those of Excel itself: `0%` and `0.00%`.
                out.push(own || matches!(format.as_str(), "9" | "10"));
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(out)
}

/// The column and row that a reference such as `B4` names, from 0.
fn place(reference: &str) -> Option<(usize, usize)> {
    let letters = reference.trim_end_matches(|c: char| c.is_ascii_digit());
    let row: usize = reference.get(letters.len()..)?.parse().ok()?;
    let number = |sum: usize, letter: u8| {
        Some(sum.checked_mul(26)? + usize::from(letter.checked_sub(b'A')?) + 1)
    };
    let column = letters.bytes().try_fold(0, number)?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

/// Finds the hidden rows and columns of sheets, and their percentages. Those of a workbook whose files
/// have other names than Excel gives them are not found.
pub fn hidden(bytes: &[u8], sheets: &mut [Sheet]) -> anyhow::Result<()> {
    let files = sheet_files(bytes)?;
    let percentages = percentage_formats(bytes)?;
    for sheet in sheets {
        let Some(file) = files.get(&sheet.name) else { continue };
        hidden_in(&part(bytes, file)?, &percentages, sheet)?;
    }
    Ok(())
}

/// The same for one sheet; its file, and which formats show a number as a percentage.
fn hidden_in(file: &str, percentages: &[bool], sheet: &mut Sheet) -> anyhow::Result<()> {
    walk(file, |mark| {
        let Mark::Open(name, tag) = mark else { return Ok(()) };
        let hidden = attribute(tag, "hidden").is_some_and(|value| value == "1" || value == "true");
        match name {
            "c" => {
                let format = attribute(tag, "s").and_then(|format| format.parse::<usize>().ok());
                let is_number = attribute(tag, "t").is_none_or(|kind| kind == "n");
                let shows = format.and_then(|format| percentages.get(format)) == Some(&true);
                let at = attribute(tag, "r").and_then(|at| place(&at));
                sheet.percentages.extend(at.filter(|_| is_number && shows));
            }
            "col" if hidden => {
                let columns = count(tag, "min") - 1..count(tag, "max").min(MOST_COLUMNS);
                sheet.hidden_columns.extend(columns);
            }
            "row" if hidden => sheet.remarks.push((count(tag, "r") - 1, "norms-hidden-rows")),
            _ => {}
        }
        Ok(())
    })
}
