//! A document between its writing and its setting, while others are written.

use crate::narrative::DocumentText;
use crate::privacy::{Store, Stored};
use anyhow::Result;

/// A document that was put away, but for its head.
pub struct Waiting {
    paper: DocumentText,
    body: Stored,
    figures: Vec<(String, Stored)>,
}

impl Waiting {
    /// Puts a document away.
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

    /// The whole document.
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
