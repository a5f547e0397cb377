//! Recommendations with their studies, in the groups in which a register shows them.

use crate::register::{Entry, Study};
use crate::view::table::TableView;
use serde::Serialize;

/// How the recommendations are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grouping {
    Study,
    Addressee,
    /// Those whose term has passed first.
    Overdue,
}

/// A group of recommendations.
#[derive(Debug, Clone, Serialize)]
pub struct RegisterGroup {
    pub title: String,
    /// What is known of the group as a whole, in a sentence; may be empty.
    pub about: String,
    pub table: TableView,
    /// The states by year; `None` without any.
    pub states: Option<TableView>,
    /// What was promised and decided: code and text.
    pub notes: Vec<RegisterNote>,
}

/// The commitment of the executive on a recommendation, and how the council changed it.
#[derive(Debug, Clone, Serialize)]
pub struct RegisterNote {
    pub id: String,
    /// What the executive promised; may be empty.
    pub commitment: String,
    /// What the council decided, in its own words; may be empty.
    pub decision_md: String,
}

/// A study under the title that tells it apart from the others.
pub struct Titled<'r> {
    pub title: String,
    pub study: &'r Study<'r>,
}

/// A recommendation with its study.
pub type Item<'r> = (&'r Titled<'r>, &'r Entry<'r>);

/// Whether the readings of the latest year differ.
pub fn differs(entry: &Entry<'_>) -> bool {
    entry.last_year().is_some_and(|(_, states)| states.differ())
}
