//! Indents of lists.

use super::placement::Placement;

/// The hanging indent of a bulleted and of a numbered list, in twentieths of a point.
const HANG: (usize, usize) = (340, 420);

/// The deepest list level of an office program, counted from 0.
pub const DEEPEST: usize = 8;

/// The indent of one level of marks in a callout, in twentieths of a point.
pub const MARK: usize = HANG.0;

/// The hanging indent of a list.
pub fn hang(ordered: bool) -> usize {
    if ordered { HANG.1 } else { HANG.0 }
}

/// Whether the text of a list at `level` stands where the common list style sets it.
pub fn is_as_usual(inner: Placement, level: usize, ordered: bool) -> bool {
    inner.left == level * HANG.0 + hang(ordered) && inner.right == 0
}
