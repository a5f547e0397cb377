//! Warnings that the researchers weighed and let stand, each by name and with a reason.

use super::Markdown;
use crate::diagnostics::{Code, Item, Span};

/// A warning that the researchers accept.
#[derive(Debug, Clone, PartialEq)]
pub struct Accepted {
    /// Which warning.
    pub code: Code,
    /// What kind of thing it is about.
    pub kind: Item,
    /// The id of that thing.
    pub about: String,
    /// Why it may stand; printed in the report.
    pub reason: Markdown,
    /// Where the case says so.
    pub place: Span,
}
