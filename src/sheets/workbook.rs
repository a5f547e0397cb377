//! Writes all tables to one workbook, with a sheet for each kind of table.

use super::content::{Line, MOST_ROWS, SheetContent, contents, long_sheets};
use super::looks_like_formula;
use crate::view::table::{CellView, LongTable, TableView};
use anyhow::Result;
use rust_xlsxwriter::utility::cell_autofit_width;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
};
use std::io::Cursor;
use zip::write::SimpleFileOptions;
use zip::{DateTime, System, ZipArchive, ZipWriter};

/// The maximum column width, in pixels.
const WIDEST: u32 = 420;

/// The code of A4 among Excel's paper sizes.
pub(super) const A4: u8 = 9;

/// Makes a workbook: a sheet of notes, a sheet for each kind of table, and at last the long tables of
/// a comparison. Its creation date is `date`, not the clock, so that the same input gives the same
/// bytes.
///
/// # Errors
/// Never, for tables that fit on a sheet.
pub fn workbook(
    title: &str,
    date: (i32, u32, u32),
    notes: &[(String, String)],
    tables: &[&TableView],
    long: &[LongTable<'_>],
) -> Result<Vec<u8>> {
    let mut book = Workbook::new();
    book.set_properties(&properties(title, date)?);
    explanation(book.add_worksheet(), notes)?;
    for content in contents(tables) {
        fill(&mut book, &content)?;
    }
    for table in long {
        row_by_row(&mut book, table)?;
    }
    saved(&mut book)
}

/// The properties of a workbook, with its title and the day on which it was made.
pub(super) fn properties(
    title: &str,
    (year, month, day): (i32, u32, u32),
) -> Result<DocProperties> {
    let year = u16::try_from(year).unwrap_or(1900).max(1900);
    let month = u8::try_from(month).unwrap_or(1);
    let created = ExcelDateTime::from_ymd(year, month, u8::try_from(day).unwrap_or(1))?;
    Ok(DocProperties::new().set_title(title).set_creation_datetime(&created))
}

/// Writes the sheet of notes.
pub(super) fn explanation(
    sheet: &mut Worksheet,
    notes: &[(impl AsRef<str>, impl AsRef<str>)],
) -> Result<()> {
    sheet.set_name("Toelichting")?;
    let wrap = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (row, (name, text)) in notes.iter().enumerate() {
        let (row, name, text) = (u32::try_from(row)?, name.as_ref(), text.as_ref());
        sheet.write_string_with_format(row, 0, name, &header())?;
        sheet.write_string_with_format(row, 1, text, &quoted(&wrap, text))?;
        // Not every program adjusts the row height to wrapped text.
        let lines = (text.chars().count() / 100).max(name.chars().count() / 34) + 1;
        sheet.set_row_height(row, 15.0 * f64::from(u32::try_from(lines)?))?;
    }
    sheet.set_column_width(0, 36)?.set_column_width(1, 110)?;
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

/// The file of a workbook, without traces of the operating system on which it was made.
pub(super) fn saved(book: &mut Workbook) -> Result<Vec<u8>> {
    // It is compressed well below.
    let own = book.set_zip_compression_level(1).save_to_buffer()?;
    let options = SimpleFileOptions::default().last_modified_time(DateTime::DEFAULT);
    let mut from = ZipArchive::new(Cursor::new(own))?;
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut part = from.by_index(index)?;
        to.start_file(part.name()?, options.system(System::Dos))?;
        std::io::copy(&mut part, &mut to)?;
    }
    Ok(to.finish()?.into_inner())
}

pub(super) fn header() -> Format {
    Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_border_bottom(FormatBorder::Thin)
}

/// A sheet whose rows are written to a temporary file at once, since those of thousands of audits would
/// not fit in memory; so the widths of its columns, in pixels, must be known before.
fn sheet<'b>(
    book: &'b mut Workbook,
    name: &str,
    widths: &[u32],
    keys: usize,
) -> Result<&'b mut Worksheet> {
    let sheet = book.add_worksheet_with_low_memory()?.set_name(name)?;
    for (column, width) in widths.iter().enumerate() {
        sheet.set_column_width_pixels(u16::try_from(column)?, *width)?;
    }
    sheet.set_freeze_panes(1, u16::try_from(keys)?)?;
    sheet.set_repeat_rows(0, 0)?.set_paper_size(A4).set_landscape();
    Ok(sheet.set_print_fit_to_pages(1, 0))
}

/// Widens columns for texts that begin at a column, up to [`WIDEST`]; a heading may be wider.
fn widen<'t>(widths: &mut Vec<u32>, from: usize, texts: impl Iterator<Item = &'t str>) {
    for (column, text) in texts.enumerate() {
        let column = column + from;
        widths.resize(widths.len().max(column + 1), 0);
        for width in widths.iter_mut().skip(column).take(1) {
            *width = cell_autofit_width(text).clamp(*width, WIDEST.max(*width));
        }
    }
}

/// Writes the lines of a sheet.
fn fill(book: &mut Workbook, content: &SheetContent<'_>) -> Result<()> {
    let mut widths = Vec::new();
    for line in &content.lines {
        match line {
            Line::Blank => {}
            Line::Head(names) => widen(&mut widths, 0, names.iter().copied()),
            Line::Row(framework, cells) => {
                widen(&mut widths, 0, framework.iter().copied());
                let from = usize::from(content.framed);
                widen(&mut widths, from, cells.iter().map(|cell| cell.text.as_str()));
            }
        }
    }
    let sheet = sheet(book, content.name, &widths, content.keys)?;
    let head = header();
    for (at, line) in content.lines.iter().enumerate() {
        let at = u32::try_from(at)?;
        match line {
            Line::Blank => {}
            Line::Head(names) => {
                for (column, name) in names.iter().enumerate() {
                    let format = quoted(&head, name);
                    sheet.write_string_with_format(at, u16::try_from(column)?, *name, &format)?;
                }
            }
            Line::Row(framework, cells) => {
                if let Some(framework) = framework {
                    sheet.write_string(at, 0, *framework)?;
                }
                let from = usize::from(content.framed);
                for (column, cell) in cells.iter().enumerate() {
                    write(sheet, at, u16::try_from(column + from)?, cell)?;
                }
            }
        }
    }
    Ok(())
}

/// Writes a long table, on as many sheets as it needs.
fn row_by_row(book: &mut Workbook, table: &LongTable<'_>) -> Result<()> {
    let mut widths = Vec::new();
    widen(&mut widths, 0, table.columns.iter().map(|column| column.name.as_str()));
    for row in (table.each)() {
        widen(&mut widths, 0, row.iter().map(|cell| cell.text.as_str()));
    }
    let mut open = (table.each)();
    for name in long_sheets(table) {
        let sheet = sheet(book, &name, &widths, table.keys)?;
        for (column, own) in table.columns.iter().enumerate() {
            let format = quoted(&header(), &own.name);
            sheet.write_string_with_format(0, u16::try_from(column)?, &own.name, &format)?;
        }
        for (row, at) in open.by_ref().take(MOST_ROWS - 1).zip(1..) {
            for (column, cell) in row.iter().enumerate() {
                write(sheet, at, u16::try_from(column)?, cell)?;
            }
        }
    }
    Ok(())
}

fn write(sheet: &mut Worksheet, row: u32, column: u16, cell: &CellView) -> Result<()> {
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    match cell.number {
        Some((value, decimals)) => {
            let places = usize::try_from(decimals).unwrap_or(0);
            let shape = match places {
                0 => "#,##0".to_owned(),
                places => format!("#,##0.{}", "0".repeat(places)),
            };
            sheet.write_number_with_format(row, column, value, &plain.set_num_format(shape))?;
        }
        None => {
            sheet.write_string_with_format(row, column, &cell.text, &quoted(&plain, &cell.text))?;
        }
    }
    Ok(())
}

/// The format for a text that looks like a formula keeps it text in Excel, also when the cell is
/// edited.
pub(super) fn quoted(format: &Format, text: &str) -> Format {
    let format = format.clone();
    if looks_like_formula(text) { format.set_quote_prefix() } else { format }
}
