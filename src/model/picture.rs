//! Images of pixels that the researchers looked at: a program cannot read what stands in them.

/// An image that may stand in what is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The path under which the document, the theme or the house style has it.
    pub file: String,
    /// SHA-256 of the file, in small letters.
    pub sha256: String,
    /// Why it tells nothing that is protected.
    pub reason: String,
}
