//! The workbook for Excel.

use super::{MORE_ROWS, base, choices, notes};
use crate::load::{BASE, BookSheet, CHOICES, Casebook};
use crate::sheets::workbook::{A4, explanation, header, properties, quoted, saved};
use anyhow::Result;
use rust_xlsxwriter::{
    Color, DataValidation, Format, FormatAlign, FormatBorder, Formula, ProtectionOptions, Workbook,
    Worksheet,
};

/// The fill of cells that nobody edits.
const GREY: Color = Color::RGB(0x00F2_F2F2);

/// The line between rows.
const RULE: Color = Color::RGB(0x00D9_D9D9);

/// Makes the workbook of a case for Excel. The same case gives the same bytes.
///
/// # Errors
/// If the case has more rows than a sheet.
pub fn casebook_xlsx(book: &Casebook) -> Result<Vec<u8>> {
    let mut out = Workbook::new();
    out.set_properties(&properties(&book.title, book.date)?);
    explanation(out.add_worksheet(), &notes(book))?;
    let mut lists = Vec::new();
    for sheet in &book.sheets {
        write(out.add_worksheet().set_name(sheet.table.name())?, sheet, &mut lists)?;
    }
    let sheet = out.add_worksheet().set_name(CHOICES)?.set_hidden(true);
    for (at, list) in lists.iter().enumerate() {
        for (row, word) in list.iter().enumerate() {
            sheet.write_string(u32::try_from(row)?, u16::try_from(at)?, word)?;
        }
    }
    let sheet = out.add_worksheet().set_name(BASE)?.set_hidden(true);
    for (row, cells) in base(book).into_iter().enumerate() {
        for (at, text) in cells.into_iter().enumerate() {
            sheet.write_string(u32::try_from(row)?, u16::try_from(at)?, text)?;
        }
    }
    saved(&mut out)
}

/// The height of a line of text, and the largest of a row, in points.
const LINE: f64 = 15.0;
const HIGHEST: f64 = 409.0;

/// About how many lines a text takes in a column, of which the words rarely fill the width.
fn lines(text: &str, width: u16) -> u16 {
    let width = usize::from(width) * 9 / 10;
    let lines: usize = text.lines().map(|line| line.chars().count() / width + 1).sum();
    u16::try_from(lines).unwrap_or(u16::MAX)
}

fn write(sheet: &mut Worksheet, content: &BookSheet, lists: &mut Vec<Vec<String>>) -> Result<()> {
    let columns = content.table.columns();
    let cell = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_num_format("@");
    let cell = cell.set_border_bottom(FormatBorder::Thin).set_border_bottom_color(RULE);
    let (free, fixed) = (cell.clone().set_unlocked(), cell.set_background_color(GREY));
    for (at, column) in columns.iter().enumerate() {
        let at = u16::try_from(at)?;
        // In an empty row the code and the norm are typed too.
        let own = if column.is_read() { &free } else { &fixed };
        sheet.set_column_width(at, f64::from(column.width))?.set_column_format(at, own)?;
        sheet.write_string_with_format(0, at, column.heading, &header())?;
    }
    for (row, line) in content.rows.iter().enumerate() {
        for ((at, text), column) in line.cells.iter().enumerate().zip(columns) {
            let own = if column.is_typed() { &free } else { &fixed };
            let (row, at) = (u32::try_from(row + 1)?, u16::try_from(at)?);
            sheet.write_string_with_format(row, at, text, &quoted(own, text))?;
        }
        // LibreOffice does not adjust the height of a row to wrapped text.
        let lines = line.cells.iter().zip(columns).map(|(text, column)| lines(text, column.width));
        let height = LINE * f64::from(lines.max().unwrap_or(1));
        sheet.set_row_height(u32::try_from(row + 1)?, height.min(HIGHEST))?;
    }
    for at in 0..columns.len() {
        validate(sheet, content, at, lists)?;
    }
    sheet.protect_with_options(&ProtectionOptions {
        format_cells: true,
        format_columns: true,
        format_rows: true,
        insert_rows: true,
        use_autofilter: true,
        ..ProtectionOptions::default()
    });
    let (rows, last) = (u32::try_from(content.rows.len())?, u16::try_from(columns.len() - 1)?);
    sheet.autofilter(0, 0, rows, last)?;
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_repeat_rows(0, 0)?.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

/// Gives the cells of a column their lists: stretches of rows with one list together.
fn validate(
    sheet: &mut Worksheet,
    content: &BookSheet,
    at: usize,
    lists: &mut Vec<Vec<String>>,
) -> Result<()> {
    let rows = content.rows.iter().map(Some).chain(std::iter::repeat_n(None, MORE_ROWS));
    let own: Vec<&[String]> = rows.map(|row| choices(content, at, row)).collect();
    let mut start = 0;
    for part in own.chunk_by(|one, next| one == next) {
        let (first, last) = (u32::try_from(start + 1)?, u32::try_from(start + part.len())?);
        start += part.len();
        let Some(list) = part.first().filter(|list| !list.is_empty()) else { continue };
        let place = lists.iter().position(|known| known == list).unwrap_or_else(|| {
            lists.push(list.to_vec());
            lists.len() - 1
        });
        let letters = rust_xlsxwriter::utility::column_number_to_name(u16::try_from(place)?);
        let range = format!("={CHOICES}!${letters}$1:${letters}${}", list.len());
        let rule = DataValidation::new()
            .allow_list_formula(Formula::new(range))
            .set_error_title("Kies uit de lijst")?
            .set_error_message("Kies een woord uit de lijst, of laat de cel leeg.")?;
        let at = u16::try_from(at)?;
        sheet.add_data_validation(first, at, last, at, &rule)?;
    }
    Ok(())
}
