//! Warnings that the researchers considered and accepted, each by name and with a reason.

use super::Markdown;
use crate::diagnostics::{Code, Item, Span};

#[derive(Debug, Clone, PartialEq)]
pub struct Accepted {
    pub code: Code,
    /// The kind of item that the warning concerns.
    pub kind: Item,
    /// The id of that item.
    pub about: String,
    /// Why the warning is acceptable; printed in the report.
    pub reason: Markdown,
    /// Position in the case.
    pub place: Span,
}
