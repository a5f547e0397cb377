//! The kinds of documents in a project.

use super::xml::Element;

/// The kind of file that a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    Text,
    Pdf,
    Picture,
    Recording,
}

impl Medium {
    /// The medium of a source; `None` for an element that is none.
    pub fn of(source: &Element) -> Option<Self> {
        match source.name.as_str() {
            "TextSource" => Some(Self::Text),
            "PDFSource" => Some(Self::Pdf),
            "PictureSource" => Some(Self::Picture),
            "AudioSource" | "VideoSource" => Some(Self::Recording),
            _ => None,
        }
    }
}
