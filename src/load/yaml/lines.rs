//! The lines and entries of a text that is not valid YAML.

use std::ops::Range;

/// A line of a file: its range without the line end, and its indentation.
#[derive(Debug, Clone)]
pub struct Line {
    /// In bytes.
    pub at: Range<usize>,
    /// In bytes of leading white space.
    pub indent: usize,
}

/// Whether the first line of an entry is a list item, `- …`.
pub fn is_item(text: &str, entry: &Range<usize>) -> bool {
    let own = text.get(entry.clone()).unwrap_or("").trim_start();
    own.starts_with("- ") || own.lines().next().is_some_and(|line| line.trim_end() == "-")
}

/// The lines of a range.
pub fn lines(text: &str, range: Range<usize>) -> Vec<Line> {
    let mut start = range.start;
    let own = text.get(range).unwrap_or("");
    let line = |line: &str| {
        let at = start..start + line.trim_end_matches(['\n', '\r']).len();
        start += line.len();
        let bare = text.get(at.clone()).unwrap_or("");
        Line { indent: bare.len() - bare.trim_start_matches(' ').len(), at }
    };
    own.split_inclusive('\n').map(line).collect()
}
