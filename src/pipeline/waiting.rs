//! Holds a document between writing and typesetting, while others are written.

use crate::narrative::DocumentText;
use crate::privacy::{Store, Stored};
use anyhow::Result;

/// A document whose body is in the store; only its front matter is in memory.
pub struct Waiting {
    paper: DocumentText,
    body: Stored,
    figures: Vec<(String, Stored)>,
}

impl Waiting {
    /// Moves the body and figures of a document to the store.
    ///
    /// # Errors
    /// If the file system refuses.
    pub fn new(mut paper: DocumentText, store: &Store) -> Result<Self> {
        let body = store.put(std::mem::take(&mut paper.body).into_bytes())?;
        let figures = std::mem::take(&mut paper.figures).into_iter();
        let put = |(path, svg): (String, String)| Ok((path, store.put(svg.into_bytes())?));
        let figures = figures.map(put).collect::<Result<_>>()?;
        Ok(Self { paper, body, figures })
    }

    /// Reads the whole document back.
    ///
    /// # Errors
    /// If the file system refuses.
    pub fn paper(&self, store: &Store) -> Result<DocumentText> {
        let text =
            |stored: &Stored| -> Result<String> { Ok(String::from_utf8(store.take(stored)?)?) };
        let mut paper = self.paper.clone();
        paper.body = text(&self.body)?;
        let figures = self.figures.iter().map(|(path, svg)| Ok((path.clone(), text(svg)?)));
        paper.figures = figures.collect::<Result<_>>()?;
        Ok(paper)
    }
}
