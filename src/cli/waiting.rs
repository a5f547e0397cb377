//! A document between its writing and its setting: its text and figures wait outside memory.

use crate::narrative::Paper;
use crate::output::{Place, Spool};
use anyhow::Result;

/// A document that was put away, but for its head.
pub struct Waiting {
    paper: Paper,
    body: Place,
    figures: Vec<(String, Place)>,
}

impl Waiting {
    /// Puts a document away.
    ///
    /// # Errors
    /// Where the machine does not let us.
    pub fn new(mut paper: Paper, spool: &Spool) -> Result<Self> {
        let body = spool.put(std::mem::take(&mut paper.body).as_bytes())?;
        let figures = std::mem::take(&mut paper.figures).into_iter();
        let put = |(path, svg): (String, String)| Ok((path, spool.put(svg.as_bytes())?));
        let figures = figures.map(put).collect::<Result<_>>()?;
        Ok(Self { paper, body, figures })
    }

    /// The whole document.
    ///
    /// # Errors
    /// Where the machine does not let us.
    pub fn paper(&self, spool: &Spool) -> Result<Paper> {
        let text = |place: &Place| -> Result<String> { Ok(String::from_utf8(spool.take(place)?)?) };
        let mut paper = self.paper.clone();
        paper.body = text(&self.body)?;
        let figures = self.figures.iter().map(|(path, place)| Ok((path.clone(), text(place)?)));
        paper.figures = figures.collect::<Result<_>>()?;
        Ok(paper)
    }
}
