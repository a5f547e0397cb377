//! A file of a publication, and what it is.

use crate::markdown::Kind;
use crate::publish::Form;

/// A file of a publication, by its path in the folder.
pub struct File {
    pub path: String,
    pub bytes: Vec<u8>,
    /// What it is, for the page that lists it.
    pub role: Role,
}

/// What a file of a publication is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A document in one of its forms.
    Document(Kind, Form),
    Scorecard,
    /// The description of a document for the Woo.
    Diwoo(Kind),
    /// The description of a document or a file for the archive.
    Mdto,
    Sums,
    Page,
}

/// A document as it was typeset.
pub struct Document {
    pub kind: Kind,
    pub forms: Vec<(Form, Vec<u8>)>,
}

impl Role {
    /// The media type of such a file.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Document(_, Form::Pdf) => "application/pdf",
            Self::Document(_, Form::Html) | Self::Page => "text/html",
            Self::Document(_, Form::Docx) => {
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            }
            Self::Document(_, Form::Odt) => "application/vnd.oasis.opendocument.text",
            Self::Scorecard => "application/json",
            Self::Diwoo(_) | Self::Mdto => "application/xml",
            Self::Sums => "text/plain",
        }
    }
}
