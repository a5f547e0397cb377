//! A list around the text that is being written.

/// A list whose text is being written.
pub struct OpenList {
    /// The name of its list style.
    pub style: String,
    /// The number of the next item.
    pub next: usize,
    /// Whether the next item must say its number: at the start, and behind an interruption.
    pub says_number: bool,
    /// The element that is open in it.
    pub within: &'static str,
}
