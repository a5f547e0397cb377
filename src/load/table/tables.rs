//! The tables of a Word file and the sheets of a spreadsheet of LibreOffice, which are alike: rows of
//! cells, and paragraphs in them. Texts are as they are shown, after tracked changes.

use super::annotated::raised;
use super::package::{Mark, all, attribute, count, walk};
use super::sheet::{Kind, Merged, Sheet};
use crate::load::grid::{MOST_COLUMNS, MOST_ROWS};
use crate::load::unreadable::TooLarge;
use crate::text::composed;
use crate::text::invisible::trimmed;
use quick_xml::events::BytesStart;

/// Elements that are not read. Of Word: what was moved away, a copy for old programs, earlier
/// properties, places of tabs; of LibreOffice: remarks, drawings, deleted cells.
const ASIDE: &str = " moveFrom Fallback tcPrChange trPrChange tabs \
    annotation frame custom-shape tracked-changes ";

/// Maximum number of cells of all tables: one cell of a spreadsheet can be repeated a million times.
const MOST_CELLS: usize = 4 * MOST_ROWS * MOST_COLUMNS;

/// Gives each table of a document to `offer`, with its number.
pub fn tables(
    xml: &str,
    kind: Kind,
    path: &str,
    offer: &mut dyn FnMut(Sheet, usize),
) -> anyhow::Result<()> {
    // The open table is the last one, within the others.
    let mut open: Vec<Table> = Vec::new();
    let (mut number, mut aside, mut left) = (0, 0_usize, MOST_CELLS);
    let is_aside = |name: &str| ASIDE.contains(&format!(" {name} "));
    walk(xml, |mark| {
        match mark {
            Mark::Open(name, _) if is_aside(name) => aside += 1,
            Mark::Close(name) if is_aside(name) => aside = aside.saturating_sub(1),
            _ if aside > 0 => {}
            Mark::Open("tbl" | "table", tag) => {
                number += 1;
                let name = attribute(tag, "name").unwrap_or_else(|| number.to_string());
                let path = path.to_owned();
                let sheet = Sheet { kind, path, name, ..Sheet::default() };
                open.push(Table {
                    number,
                    sheet,
                    rows: Vec::new(),
                    declared: 0,
                    in_text: false,
                    raised: None,
                });
            }
            Mark::Close("tbl" | "table") => {
                let Some(table) = open.pop() else { return Ok(()) };
                // The text of a table within a cell is also that of the cell.
                if let Some(cell) = open.last_mut().and_then(Table::cell) {
                    let cells = table.rows.iter().flat_map(|row| &row.cells);
                    cells.for_each(|inner| cell.text.extend(["\n", &inner.text]));
                }
                let number = table.number;
                offer(table.sheet(&mut left)?, number);
            }
            mark => {
                if let Some(table) = open.last_mut() {
                    table.read(mark);
                }
            }
        }
        Ok(())
    })
}

struct Table {
    number: usize,
    sheet: Sheet,
    rows: Vec<Row>,
    /// Number of columns declared above the rows.
    declared: usize,
    in_text: bool,
    /// The sign for a run that is set above or below the line.
    raised: Option<char>,
}

#[derive(Default)]
struct Row {
    cells: Vec<Cell>,
    repeat: usize,
    /// Deleted, as a tracked change.
    deleted: bool,
    remarks: Vec<&'static str>,
}

#[derive(Default)]
struct Cell {
    text: String,
    repeat: usize,
    wide: usize,
    tall: usize,
    /// Whether it continues the cell above it.
    continues: bool,
    numbered: bool,
    formula: bool,
    /// As the format writes it.
    date: Option<String>,
    number: Option<String>,
    /// What kind of value it holds, in the words of the file.
    kinds: Vec<String>,
    paragraphs: usize,
}

impl Table {
    fn cell(&mut self) -> Option<&mut Cell> {
        self.rows.last_mut()?.cells.last_mut()
    }

    fn write(&mut self, text: &str) {
        if let Some(cell) = self.cell() {
            cell.text.push_str(text);
        }
    }

    fn read(&mut self, mark: Mark<'_>) {
        match mark {
            Mark::Open("t", _) => self.in_text = true,
            Mark::Close("t" | "p") => self.in_text = false,
            Mark::Open("vertAlign", tag) => self.raised = raised(tag),
            Mark::Open("r", _) | Mark::Close("r") => self.raised = None,
            Mark::Text(text) if self.in_text => {
                let sign = self.raised.take().map(String::from).unwrap_or_default();
                self.write(&format!("{sign}{}", text.replace(['\n', '\r'], " ")));
            }
            Mark::Open("p", _) => {
                self.in_text = self.sheet.kind == Kind::Workbook;
                // In a spreadsheet an empty paragraph is an empty line.
                let lines = self.sheet.kind == Kind::Workbook;
                if let Some(cell) = self.cell() {
                    cell.paragraphs += 1;
                    let empty = cell.text.is_empty() || cell.text.ends_with('\n');
                    if !empty || (lines && cell.paragraphs > 1) {
                        cell.text.push('\n');
                    }
                }
            }
            Mark::Open("br" | "cr" | "line-break", _) => self.write("\n"),
            Mark::Open("tab", _) => self.write(" "),
            Mark::Open("s", tag) => self.write(&" ".repeat(count(tag, "c").min(80))),
            Mark::Open("noBreakHyphen", _) => self.write("-"),
            Mark::Open("table-column", tag) => {
                let start = self.declared.min(MOST_COLUMNS);
                self.declared = start.saturating_add(count(tag, "number-columns-repeated"));
                if hides(tag) {
                    self.sheet.hidden_columns.extend(start..self.declared.min(MOST_COLUMNS));
                }
            }
            // One row and column beyond the maximum, so that the excess is reported.
            Mark::Open("tr" | "table-row", tag) if self.rows.len() < MOST_ROWS + 2 => {
                let repeat = count(tag, "number-rows-repeated");
                let remarks = hides(tag).then_some("norms-hidden-rows").into_iter().collect();
                self.rows.push(Row { repeat, remarks, ..Row::default() });
            }
            Mark::Open(name, tag) => {
                if let Some(row) = self.rows.last_mut() {
                    row.read(name, tag);
                }
            }
            _ => {}
        }
    }

    /// Its cells by row and column, at most as many as are `left`.
    fn sheet(self, left: &mut usize) -> anyhow::Result<Sheet> {
        let word = self.sheet.kind == Kind::Word;
        let mut sheet = self.sheet;
        let columns = self.rows.iter().filter(|row| !row.deleted).map(|row| row.cells.len()).max();
        for row in self.rows {
            let at = sheet.rows.len();
            // Such a row of Word has a cell in every column, however wide its borders make them.
            let full = word && Some(row.cells.len()) == columns;
            let (mut cells, mut remarks) = (Vec::new(), row.remarks);
            // A deleted row still counts where rows are counted.
            for cell in row.cells.into_iter().filter(|_| !row.deleted) {
                let (column, text) = (cells.len(), composed(trimmed(&cell.text)).into_owned());
                let wide = if full { 1 } else { cell.wide };
                remarks.extend((cell.numbered && text.is_empty()).then_some("norms-numbering"));
                let above = |m: &&mut Merged| m.column == column && m.last_row + 1 == at;
                if cell.continues {
                    match sheet.merged.iter_mut().rfind(above) {
                        Some(merged) => merged.last_row = at,
                        None => sheet.merged.push(Merged {
                            row: at.saturating_sub(1),
                            column,
                            last_row: at,
                        }),
                    }
                } else if wide > 1 || cell.tall > 1 {
                    let last_row = at.saturating_add(cell.tall - 1);
                    sheet.merged.push(Merged { row: at, column, last_row });
                }
                if cell.formula {
                    sheet.formulas.insert((at, column));
                }
                let is = |kind: &str| cell.kinds.iter().any(|own| own == kind);
                sheet.errors.extend(is("error").then_some((at, column)));
                sheet.percentages.extend(is("percentage").then_some((at, column)));
                let time = is("time").then(|| text.clone());
                sheet.dates.extend(cell.date.or(time).map(|date| ((at, column), date)));
                sheet.numbers.extend(cell.number.map(|number| ((at, column), number)));
                let room = (MOST_COLUMNS + 1).saturating_sub(column);
                let beyond = if word { wide - 1 } else { 0 };
                cells.extend(std::iter::repeat_n(text, cell.repeat.min(room)));
                cells.extend(std::iter::repeat_n(String::new(), beyond.min(room)));
            }
            if !word {
                let last = cells.iter().rposition(|cell| !cell.is_empty());
                cells.truncate(last.map_or(0, |last| last + 1));
            }
            let times = row.repeat.min((MOST_ROWS + 2).saturating_sub(at));
            *left = left.checked_sub(times * cells.len()).ok_or(TooLarge)?;
            sheet.remarks.extend(remarks.into_iter().map(|remark| (at, remark)));
            sheet.rows.extend(std::iter::repeat_n(cells, times));
        }
        sheet.merged.sort_by_key(|merged| (merged.row, merged.column));
        Ok(sheet)
    }
}

impl Row {
    /// A property of the row or of its last cell, or a sign that is no text.
    fn read(&mut self, name: &str, tag: &BytesStart<'_>) {
        match name {
            // Above its cells stand the properties of a row.
            "del" if self.cells.is_empty() => self.deleted = true,
            "hidden" if self.cells.is_empty() => self.remarks.push("norms-hidden-rows"),
            "footnoteReference" | "endnoteReference" => self.remarks.push("norms-footnotes"),
            "sym" => self.remarks.push("norms-symbols"),
            "drawing" | "pict" => self.remarks.push("norms-pictures"),
            "tc" | "table-cell" | "covered-table-cell" if self.cells.len() <= MOST_COLUMNS => {
                self.cells.push(Cell {
                    repeat: count(tag, "number-columns-repeated"),
                    wide: count(tag, "number-columns-spanned"),
                    tall: count(tag, "number-rows-spanned"),
                    formula: attribute(tag, "formula").is_some(),
                    number: attribute(tag, "value"),
                    kinds: all(tag, "value-type"),
                    date: attribute(tag, "date-value").map(|date| match date.split_once('T') {
                        Some((day, _)) => day.to_owned(),
                        None => date,
                    }),
                    ..Cell::default()
                });
            }
            _ => {}
        }
        let Some(cell) = self.cells.last_mut() else { return };
        match name {
            "gridSpan" => cell.wide = count(tag, "val"),
            "vMerge" => cell.continues = attribute(tag, "val").is_none_or(|v| v != "restart"),
            "numPr" => cell.numbered = true,
            _ => {}
        }
    }
}

/// Whether a row or column of a spreadsheet is not visible.
fn hides(tag: &BytesStart<'_>) -> bool {
    attribute(tag, "visibility").is_some_and(|value| value != "visible")
}
