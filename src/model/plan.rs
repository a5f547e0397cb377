//! The plan of a study (onderzoeksplan), which a rekenkamer adopts before it begins.

use super::{Markdown, PartialDate, Period};

/// What a plan says that no other part of a case does; all of it may be empty.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plan {
    /// When the rekenkamer adopted it.
    pub adopted: Option<PartialDate>,
    /// Of when this version is, if it was not adopted yet.
    pub date: Option<PartialDate>,
    /// The occasion, where the report words it otherwise.
    pub background: Markdown,
    /// What the council can do with the outcome.
    pub goal: Markdown,
    /// What is studied and what is not.
    pub scope: Markdown,
    /// The method, where the report words it otherwise.
    pub method: Markdown,
    pub planning: Vec<PlannedStep>,
    /// Who carries it out, who guides it, who is the contact.
    pub organisation: Markdown,
    pub costs: Markdown,
    /// What stays confidential, and how that is arranged.
    pub confidential: Markdown,
}

impl Plan {
    /// The date of the document.
    #[must_use]
    pub fn dated(&self) -> Option<PartialDate> {
        self.adopted.or(self.date)
    }
}

/// A step of the planning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedStep {
    pub step: String,
    /// `None` while nobody filled it in.
    pub when: Option<When>,
}

/// When a step takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    On(PartialDate),
    During(Period),
}
