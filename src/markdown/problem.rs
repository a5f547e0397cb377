//! Problems in a Markdown text.

use crate::diagnostics::{Code, Fact};
use comrak::nodes::{Node, Sourcepos};

/// A problem in a Markdown text, at a line and column (from 1) in that text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub code: Code,
    pub line: usize,
    /// The column, in bytes.
    pub column: usize,
    /// The column of its last byte if it ends on that line; otherwise it extends to the end of the
    /// line.
    pub last: Option<usize>,
    /// The facts for the message.
    pub facts: Vec<(&'static str, Fact)>,
}

impl Problem {
    /// A problem with a whole line.
    #[must_use]
    pub fn of_line(code: Code, line: usize, facts: Vec<(&'static str, Fact)>) -> Self {
        Self { code, line, column: 1, last: None, facts }
    }
}

pub(super) fn problem(node: Node<'_>, code: Code, facts: Vec<(&'static str, Fact)>) -> Problem {
    let (line, column, last) = place(node);
    Problem { code, line, column, last, facts }
}

/// The line and column of a node, and the column of its last byte if it ends on that line.
pub(super) fn place(node: Node<'_>) -> (usize, usize, Option<usize>) {
    let Sourcepos { start, end } = node.data().sourcepos;
    (start.line, start.column, (end.line == start.line).then_some(end.column))
}
