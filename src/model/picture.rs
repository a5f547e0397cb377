//! Bitmap images that the researchers checked, because a program cannot read text in them.

/// An image that may be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The path under which the document, the theme or the house style refers to it.
    pub file: String,
    /// SHA-256 of the file, in lower-case hexadecimal.
    pub sha256: String,
    /// Why it reveals nothing that is protected.
    pub reason: String,
}
