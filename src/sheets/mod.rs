//! Tables for spreadsheets: one CSV file and one workbook (of Excel or OpenDocument), all with the
//! content of the document; and a framework as a codebook for programs for qualitative analysis.
//!
//! Text that a spreadsheet would run as a formula is neutralised: in CSV with an apostrophe before
//! it, in the workbook with the quote-prefix format.

mod casebook;
mod codebook;
mod content;
mod csv;
mod dialect;
mod ods;
mod peers;
mod workbook;

pub use casebook::{casebook_ods, casebook_xlsx};
pub use codebook::codebook;
pub use csv::{csv, long_csv, plain_csv, safe};
pub use dialect::Dialect;
pub use ods::spreadsheet;
pub use peers::peers_file;
pub use workbook::workbook;

/// Whether a spreadsheet could treat a text as a formula (OWASP, CSV injection).
#[must_use]
pub fn looks_like_formula(text: &str) -> bool {
    text.starts_with([
        '=', '+', '-', '@', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
    ])
}

#[cfg(test)]
mod tests {
    use super::looks_like_formula;

    #[test]
    fn what_a_spreadsheet_would_run_is_seen() {
        for text in ["=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(A1)", "\t=1", "\u{ff1d}1"] {
            assert!(looks_like_formula(text), "{text:?}");
        }
        for text in ["a=b", "Aa en Hunze", "− 3", "12%", ""] {
            assert!(!looks_like_formula(text), "{text:?}");
        }
    }
}
