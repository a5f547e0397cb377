//! Where a file is not valid YAML: the smallest invalid entry, the line in it to blame, and the
//! remedy.
//!
//! A parser reports where it got stuck, which is often the next line or the end of the file. Each
//! entry (a key with its value, or an item of a list) is therefore parsed separately, and those
//! that cannot be parsed are checked line by line.

use super::block::{of_entry, out_of_place};
use super::fault::Fault;
use super::lines::{is_item, lines};
use std::ops::Range;

/// Maximum nesting depth of entries that is checked.
const MOST_LAYERS: usize = 12;

/// Maximum number of mistakes reported for one file.
const MOST_MISTAKES: usize = 20;

/// A mistake in a file: an entry that is not valid YAML, and its fault.
#[derive(Debug)]
pub struct Mistake {
    pub entry: Range<usize>,
    /// The line to blame and the reason; `None` where only the parser knows.
    pub blame: Option<Fault>,
}

/// The mistakes of a file, in order. `fails` returns whether a text is not valid YAML.
pub fn mistakes(text: &str, fails: &dyn Fn(&str) -> bool) -> Vec<Mistake> {
    let mut found = Vec::new();
    let whole = Part { text: text.to_owned(), start: 0 };
    look(&whole, fails, MOST_LAYERS, &mut found);
    found
}

/// The text without the entries that must be left out to make it valid: for each mistake, the item
/// of the list under a top-level key, or that key with everything below it.
pub fn without(text: &str, mistakes: &[Mistake]) -> String {
    let mut out = text.to_owned();
    for key in entries(text, 0..text.len()) {
        let held: Vec<&Mistake> =
            mistakes.iter().filter(|m| key.contains(&m.entry.start)).collect();
        if held.is_empty() {
            continue;
        }
        let below = below(text, &key);
        let items = below.map(|below| entries(text, below)).unwrap_or_default();
        let item = |m: &&Mistake| items.iter().find(|item| item.contains(&m.entry.start));
        let listed = items.first().is_some_and(|item| is_item(text, item));
        match held.iter().map(item).collect::<Option<Vec<_>>>() {
            Some(items) if listed => items.into_iter().for_each(|item| blank(&mut out, item)),
            _ => blank(&mut out, &key),
        }
    }
    out
}

/// Replaces a range by spaces, so that positions in the rest do not change.
fn blank(text: &mut String, range: &Range<usize>) {
    let part = text.get(range.clone()).unwrap_or("");
    let spaces: String = part.bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }).collect();
    text.replace_range(range.clone(), &spaces);
}

/// A range of a file that is parsed separately.
struct Part {
    text: String,
    start: usize,
}

fn look(part: &Part, fails: &dyn Fn(&str) -> bool, layers: usize, found: &mut Vec<Mistake>) {
    let entries = entries(&part.text, 0..part.text.len());
    if layers == 0 || found.len() >= MOST_MISTAKES {
        return;
    }
    let in_file = |range: &Range<usize>| part.start + range.start..part.start + range.end;
    if let Some((entry, blame)) = out_of_place(&part.text, &entries) {
        let blame = Some(blame.moved(part.start));
        found.push(Mistake { entry: in_file(&entry), blame });
        return;
    }
    for entry in &entries {
        let own = part.text.get(entry.clone()).unwrap_or("");
        if !fails(own) {
            continue;
        }
        let deeper = match is_item(&part.text, entry) {
            true => Some(Part { text: undashed(own), start: part.start + entry.start }),
            false => below(&part.text, entry).map(|below| Part {
                text: part.text.get(below.clone()).unwrap_or("").to_owned(),
                start: part.start + below.start,
            }),
        };
        let within = found.len();
        if let Some(deeper) = deeper.filter(|deeper| fails(&deeper.text)) {
            look(&deeper, fails, layers - 1, found);
        }
        if found.len() == within {
            let blame = of_entry(own).map(|blame| blame.moved(part.start + entry.start));
            found.push(Mistake { entry: in_file(entry), blame });
        }
    }
}

/// An item of a list with its dash replaced by a space, which leaves the keys in it.
fn undashed(item: &str) -> String {
    item.replacen('-', " ", 1)
}

/// The range below a key that has no value on its own line.
fn below(text: &str, entry: &Range<usize>) -> Option<Range<usize>> {
    let own = text.get(entry.clone())?;
    let (first, _) = own.split_once('\n')?;
    let key = first.split(" #").next().unwrap_or(first).trim_end();
    let start = entry.start + first.len() + 1;
    (key.ends_with(':') && start < entry.end).then_some(start..entry.end)
}

/// The entries of a range: each starts at a line that is indented as the first line is, or less.
pub fn entries(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let end = range.end;
    let mut starts: Vec<usize> = Vec::new();
    let mut first: Option<(usize, bool)> = None;
    for line in lines(text, range) {
        let bare = text.get(line.at.clone()).unwrap_or("").trim_start_matches(' ');
        if bare.trim().is_empty() || bare.starts_with('#') {
            continue;
        }
        let dash = bare.starts_with("- ") || bare.trim_end() == "-";
        let (indent, listed) = *first.get_or_insert((line.indent, dash));
        // A list may be directly below its key at the same indentation, and a closing bracket may
        // too.
        let goes_on = (dash && !listed && line.indent == indent) || bare.starts_with([']', '}']);
        if line.indent <= indent && (!goes_on || starts.is_empty()) {
            starts.push(line.at.start);
        }
    }
    let ends = starts.iter().skip(1).copied().chain([end]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}
