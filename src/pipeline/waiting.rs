//! Holds a document between writing and typesetting, while others are written.

use crate::narrative::DocumentText;
use crate::privacy::{Store, Stored};
use anyhow::Result;

/// A document whose body is in the store; only its front matter is in memory.
pub struct Waiting {
    document: DocumentText,
    body: Stored,
    figures: Vec<(String, Stored)>,
}

impl Waiting {
    /// Moves the body and figures of a document to the store.
    ///
    /// # Errors
    /// If the file system refuses.
    pub fn new(mut document: DocumentText, store: &Store) -> Result<Self> {
        let body = store.put(std::mem::take(&mut document.body).into_bytes())?;
        let figures = std::mem::take(&mut document.figures).into_iter();
        let put = |(path, svg): (String, String)| Ok((path, store.put(svg.into_bytes())?));
        let figures = figures.map(put).collect::<Result<_>>()?;
        Ok(Self { document, body, figures })
    }

    /// Reads the whole document back.
    ///
    /// # Errors
    /// If the file system refuses.
    pub fn document(&self, store: &Store) -> Result<DocumentText> {
        let text =
            |stored: &Stored| -> Result<String> { Ok(String::from_utf8(store.take(stored)?)?) };
        let mut document = self.document.clone();
        document.body = text(&self.body)?;
        let figures = self.figures.iter().map(|(path, svg)| Ok((path.clone(), text(svg)?)));
        document.figures = figures.collect::<Result<_>>()?;
        Ok(document)
    }
}
