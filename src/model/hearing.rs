//! The hearing of officials (ambtelijk wederhoor): what was sent to them, what they remarked, and
//! what was done with it.

use super::{Markdown, PartialDate};
use crate::diagnostics::Span;

/// The hearing of a case, from sending to answering.
#[derive(Debug, Clone, PartialEq)]
pub struct Hearing {
    /// When the findings were sent.
    pub sent: PartialDate,
    /// The last day on which remarks are expected.
    pub due: Option<PartialDate>,
    /// Those who were asked, by role.
    pub respondents: Vec<Respondent>,
    pub remarks: Vec<Remark>,
    /// The text as it was sent last; `None` until it is.
    pub heard: Option<Heard>,
    /// The texts of earlier rounds, oldest first.
    pub earlier: Vec<Heard>,
}

impl Hearing {
    /// The text as it was sent each time, oldest first.
    pub fn rounds(&self) -> impl Iterator<Item = &Heard> + Clone {
        self.earlier.iter().chain(&self.heard)
    }

    /// Those of whom no answer and no remark is known, and of whom the hearing does not say why it
    /// went on without them.
    pub fn silent(&self) -> impl Iterator<Item = &Respondent> {
        let spoke = |role: &str| self.remarks.iter().any(|r| r.by.as_deref() == Some(role));
        let open =
            move |r: &&Respondent| r.answered.is_none() && r.closed.is_empty() && !spoke(&r.role);
        self.respondents.iter().filter(open)
    }
}

/// One who was asked to check the facts.
#[derive(Debug, Clone, PartialEq)]
pub struct Respondent {
    pub role: String,
    /// When they answered.
    pub answered: Option<PartialDate>,
    /// Why the study went on without their answer.
    pub closed: Markdown,
    /// Position of the role in the file.
    pub place: Span,
}

/// A remark of a respondent and what the rekenkamer did with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Remark {
    pub id: String,
    /// The number of a paragraph, or the code of a norm, finding or source; `None` for the text as
    /// a whole.
    pub at: Option<String>,
    /// The role of the respondent.
    pub by: Option<String>,
    pub remark: Markdown,
    /// What the respondent sent along to prove it.
    pub proof: Markdown,
    pub answer: Markdown,
    /// `None` while it is not answered.
    pub changed: Option<Changed>,
    /// Where the text was changed, in words.
    pub where_: String,
    /// Positions in the file: of the id, and of `changed` or else the id.
    pub place: Span,
    pub changed_place: Span,
}

impl Remark {
    /// Whether the rekenkamer still has to answer it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.answer.is_empty() || self.changed.is_none()
    }
}

/// Whether a remark changed the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    Yes,
    Partly,
    No,
}

impl Changed {
    /// The words in a file.
    pub const WORDS: [(&'static str, Self); 3] =
        [("yes", Self::Yes), ("partly", Self::Partly), ("no", Self::No)];
}

/// A text as it was sent to be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    pub sent: PartialDate,
    /// How many times it was sent, this time included.
    pub round: usize,
    /// Whether it showed judgements.
    pub judgements: bool,
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph as it was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// The code of what it is about, and the count within it: `B-CA-2.1`.
    pub number: String,
    /// In Markdown.
    pub text: String,
}
