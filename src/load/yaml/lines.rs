//! The lines and entries of a YAML text that is no YAML.

use std::ops::Range;

/// A line of a file: its place without the line end, and how far it is indented.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its bytes.
    pub at: Range<usize>,
    /// The bytes of white space before it.
    pub indent: usize,
}

/// The first line of an entry is `- …`.
pub fn is_item(text: &str, entry: &Range<usize>) -> bool {
    let own = text.get(entry.clone()).unwrap_or("").trim_start();
    own.starts_with("- ") || own.lines().next().is_some_and(|line| line.trim_end() == "-")
}

/// The lines of a stretch.
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
