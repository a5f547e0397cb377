//! A case as a workbook for who works in a spreadsheet, and back.
//!
//! Every entry of the case's files is a row. The workbook carries its base: a digest of each cell as
//! it was written. So it is known of every cell whether the workbook, the case or both changed since,
//! and only what the workbook changed is edited in the YAML; a workbook that nobody changed changes no
//! byte.

mod codes;
mod columns;
mod edits;
mod entries;
mod new_row;
mod plan;
mod returned;
mod row;
mod shown;
mod typed;
mod write;

pub use columns::{Column, Content, Table};
pub use plan::Merged;
pub use returned::Book;

use crate::assets::sha256;
use crate::load::folder::name_of;
use crate::load::loader::Loader;
use crate::load::no_case::no_single_case;
use crate::text::composed;
use crate::text::invisible::trimmed;
use columns::label;
use entries::{Entry, OpenCase};
use std::path::Path;

/// The sheet that holds the base; it is hidden.
pub const BASE: &str = "Basis";

/// The sheet that holds the lists to choose from; it is hidden.
pub const CHOICES: &str = "Keuzes";

/// The first cell of the base, by which a workbook of a case is known. The number is that of the
/// format.
pub const MARK: &str = "werkmap van rekenkamer, 1";

/// What stands in the base for a row that was left out.
pub const LEFT_OUT: &str = "-";

/// The most characters that a cell of Excel can hold, in units of UTF-16.
const MOST_IN_CELL: usize = 32_767;

/// A case as a workbook.
pub struct Casebook {
    /// The name of the case's folder.
    pub case: String,
    /// The title of the study.
    pub title: String,
    /// The date of the report: year, month and day.
    pub date: (i32, u32, u32),
    pub sheets: Vec<BookSheet>,
    /// The rows that were left out, because they must not be told or do not fit in a cell.
    pub left_out: Vec<(Table, String)>,
}

/// A sheet of it.
pub struct BookSheet {
    pub table: Table,
    pub rows: Vec<BookRow>,
    /// What can be chosen in each column; empty for any text. Of a level, those of all norms.
    pub choices: Vec<Vec<String>>,
}

/// A row of a sheet.
pub struct BookRow {
    pub code: String,
    /// In the order of the columns.
    pub cells: Vec<String>,
    /// The levels that its norm can have.
    pub levels: Vec<String>,
    /// The digest of each cell that is read, as `key:digest`.
    pub base: String,
}

impl Loader {
    /// A case as a workbook. `None` if its files cannot be read; why, is reported.
    pub fn casebook(&mut self, folder: &Path) -> Option<Casebook> {
        if !folder.join("case.yaml").is_file() {
            self.report.push(no_single_case(folder));
            return None;
        }
        let open = self.open_case(folder)?;
        let mut book = Casebook {
            case: name_of(folder),
            title: open.title.clone(),
            date: open.date,
            sheets: Vec::new(),
            left_out: Vec::new(),
        };
        for table in Table::ALL {
            let known = match table {
                Table::Norms => !open.frameworks.is_empty(),
                Table::Findings => !open.parents().is_empty(),
                Table::Sources => folder.join("sources.yaml").exists(),
                Table::Conclusions | Table::Recommendations => true,
                Table::Remarks => folder.join("hearing.yaml").exists(),
            };
            let entries = open.entries.iter().filter(|entry| entry.table == table);
            let rows = entries.map(|entry| row(&open, entry)).collect();
            let choices = table.columns().iter().map(|column| choices(&open, column)).collect();
            book.sheets.extend(known.then_some(BookSheet { table, rows, choices }));
        }
        book.leave_out(|row| !row.cells.iter().all(|cell| fits_in_cell(cell)));
        Some(book)
    }
}

impl Casebook {
    /// Leaves out the rows to which this applies, and keeps their codes.
    pub fn leave_out(&mut self, applies: impl Fn(&BookRow) -> bool) {
        for sheet in &mut self.sheets {
            let (out, kept) = std::mem::take(&mut sheet.rows).into_iter().partition(&applies);
            sheet.rows = kept;
            let codes = Vec::into_iter(out).map(|row: BookRow| (sheet.table, row.code));
            self.left_out.extend(codes);
        }
    }
}

fn row(open: &OpenCase, entry: &Entry) -> BookRow {
    let columns = entry.table.columns();
    let cells: Vec<String> = columns.iter().map(|column| open.cell(entry, column)).collect();
    let read = columns.iter().zip(&cells).filter(|(column, _)| column.is_read());
    let base: Vec<String> =
        read.map(|(column, cell)| format!("{}:{}", name_in_base(column), digest(cell))).collect();
    let criterion = open.criterion(&entry.parent);
    let levels = criterion.into_iter().flat_map(|c| c.scale.levels().rev()).map(|l| l.key());
    let levels = levels.map(str::to_owned).collect();
    BookRow { code: entry.code.clone(), cells, levels, base: base.join(" ") }
}

/// The name of a column in the base.
fn name_in_base(column: &Column) -> &'static str {
    match column.content {
        Content::Parent => "parent",
        _ => column.key,
    }
}

/// What can be chosen in a column; empty for any text.
fn choices(open: &OpenCase, column: &Column) -> Vec<String> {
    match column.content {
        Content::Word(words) => words().into_iter().map(|word| label(word).to_owned()).collect(),
        Content::Parent => open.parents(),
        Content::Level => {
            let mut out: Vec<String> = Vec::new();
            let criteria = open.frameworks.iter().flat_map(|(framework, _)| &framework.criteria);
            for level in criteria.flat_map(|criterion| criterion.scale.levels().rev()) {
                if !out.iter().any(|known| known == level.key()) {
                    out.push(level.key().to_owned());
                }
            }
            out
        }
        _ => Vec::new(),
    }
}

/// A text of a cell without what a spreadsheet program may change on its own: line ends, tabs, and
/// what nobody sees at both ends. Spaces and empty lines have a meaning in Markdown.
fn plain(cell: &str) -> String {
    composed(trimmed(&cell.replace("\r\n", "\n").replace('\t', " "))).into_owned()
}

/// Whether a cell of any program can hold a text: it is not too long, and XML has all its characters.
fn fits_in_cell(text: &str) -> bool {
    let odd = |c: char| {
        (c.is_control() && !matches!(c, '\n' | '\r' | '\t')) || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    text.encode_utf16().count() <= MOST_IN_CELL && !text.contains(odd)
}

/// The digest of a cell: half of 128 bits is enough, for it only tells a changed text from the same.
fn digest(cell: &str) -> String {
    let mut digest = sha256(plain(cell).as_bytes());
    digest.truncate(16);
    digest
}
