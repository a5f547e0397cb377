//! How a CSV file is written: for a Dutch spreadsheet or for programs.

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
    #[must_use]
    pub fn writer(self) -> ::csv::Writer<Vec<u8>> {
        match self {
            Self::Dutch => {
                ::csv::WriterBuilder::new().delimiter(b';').from_writer(b"\xEF\xBB\xBF".to_vec())
            }
            Self::Program => ::csv::Writer::from_writer(Vec::new()),
        }
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
