//! The output formats of documents.

/// The output format of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// PDF/UA-1 and PDF/A-2a.
    Pdf,
    /// One accessible HTML file.
    Html,
    /// Word.
    Docx,
    /// OpenDocument text.
    Odt,
}

impl Form {
    /// All formats, in the order in which they are written.
    pub const ALL: [Self; 4] = [Self::Pdf, Self::Html, Self::Docx, Self::Odt];

    /// The file extension.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Odt => "odt",
        }
    }
}
