//! The output formats of documents.

/// The output format of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// PDF/UA-1 and PDF/A-2a.
    Pdf,
    /// One accessible HTML file.
    Html,
    Docx,
}

impl Form {
    /// The file extension.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Docx => "docx",
        }
    }
}
