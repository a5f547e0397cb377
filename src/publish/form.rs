//! The forms in which documents are published.

/// A form in which a document is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// PDF/UA-1 and PDF/A-2a.
    Pdf,
    /// One accessible HTML file.
    Html,
    /// Word.
    Docx,
}

impl Form {
    /// How the names of its files end.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Docx => "docx",
        }
    }
}
