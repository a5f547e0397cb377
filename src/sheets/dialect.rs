//! How a CSV file is written: for a Dutch spreadsheet or for programs.

use std::io::Write;

/// The dialect of a CSV file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Dialect {
    /// Semicolons, decimal commas, and a byte order mark, so that a Dutch Excel opens the file in
    /// columns and as UTF-8.
    #[default]
    Dutch,
    /// Commas and decimal points (RFC 4180), in UTF-8 without a byte order mark.
    Program,
}

impl Dialect {
    /// A writer in this dialect.
    ///
    /// # Errors
    /// If `out` cannot be written to.
    pub fn writer<W: Write>(self, mut out: W) -> std::io::Result<::csv::Writer<W>> {
        if self == Self::Dutch {
            out.write_all(b"\xEF\xBB\xBF")?;
        }
        let delimiter = if self == Self::Dutch { b';' } else { b',' };
        Ok(::csv::WriterBuilder::new().delimiter(delimiter).from_writer(out))
    }

    /// A number with this number of decimals.
    #[must_use]
    pub fn number(self, value: f64, decimals: u32) -> String {
        let places = usize::try_from(decimals).unwrap_or(0);
        let text = format!("{value:.places$}");
        match self {
            Self::Dutch => text.replace('.', ","),
            Self::Program => text,
        }
    }
}
