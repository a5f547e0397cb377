//! Puts both versions of what was left to the users between the conflict marks of git.

use super::apply::shifted;
use super::place::{Part, way};
use crate::load::edit::{self, Value};
use std::ops::Range;

/// The names of the two versions behind the marks.
pub type Names<'a> = [&'a str; 2];

/// Lines of ours, and those of theirs for the same place.
type Region = (Range<usize>, Range<usize>);

/// The text with, around the lines of each place, marks and the lines that theirs has there.
pub fn marked(text: &str, theirs: &str, places: &[&[Part]], names: Names<'_>) -> String {
    let roots = [edit::value(text).ok(), edit::value(theirs).ok()];
    let found = places.iter().map(|place| region([text, theirs], &roots, place));
    let mut regions: Vec<Region> = found.collect();
    // An outer one holds those within it; where nothing of ours stands, only its begin is within.
    regions.sort_by_key(|(own, _)| (own.start, std::cmp::Reverse(own.end)));
    let nothing = |range: &Range<usize>| range.start >= range.end;
    let mut outer: Vec<Region> = Vec::new();
    for next in regions {
        let holds = |(own, _): &&mut Region| next.0.start < own.end && next.0.end <= own.end;
        match outer.iter_mut().find(holds) {
            Some((_, other)) if nothing(other) => *other = next.1,
            Some((_, other)) if !nothing(&next.1) => {
                *other = other.start.min(next.1.start)..other.end.max(next.1.end);
            }
            Some(_) => {}
            None => outer.push(next),
        }
    }
    let mut out = text.to_owned();
    for (own, other) in outer.into_iter().rev() {
        let new = between(part(text, &own), part(theirs, &other), names);
        out.replace_range(own, &new);
    }
    out
}

fn part<'a>(text: &'a str, range: &Range<usize>) -> &'a str {
    text.get(range.clone()).unwrap_or("")
}

/// Lines of both versions between marks.
pub fn between(ours: &str, theirs: &str, [one, other]: Names<'_>) -> String {
    let line_end = if ours.contains("\r\n") { "\r\n" } else { "\n" };
    let closed = |text: &str| match text {
        "" => String::new(),
        text if text.ends_with('\n') => text.to_owned(),
        text => format!("{text}{line_end}"),
    };
    // Where nothing of ours stands, the lines stay in their column.
    let theirs = shifted(theirs, if ours.is_empty() { theirs } else { ours });
    let (ours, theirs) = (closed(ours), closed(&theirs.replace('\n', line_end)));
    format!("<<<<<<< {one}{line_end}{ours}======={line_end}{theirs}>>>>>>> {other}{line_end}")
}

/// The lines of a place in both texts, or of the nearest place around it that has lines of its own
/// in both.
fn region(
    [text, theirs]: [&str; 2],
    [own_root, other_root]: &[Option<Value>; 2],
    place: &[Part],
) -> Region {
    let mut whole = (0..text.len(), 0..theirs.len());
    let (Some(own_root), Some(other_root)) = (own_root, other_root) else { return whole };
    for length in (1..=place.len()).rev() {
        let (around, _) = place.split_at(length);
        let (own, other) = (way(around, own_root), way(around, other_root));
        let lines = |text, way: Option<&Vec<_>>| way.and_then(|way| edit::lines(text, way));
        match (lines(text, own.as_ref()), lines(theirs, other.as_ref())) {
            (Some(own), Some(other)) => return (own, other),
            (Some(own), None) if other.is_none() => return (own, 0..0),
            (None, Some(other)) if own.is_none() => {
                if let Some(end) = behind_last(text, own_root, around) {
                    return (end..end, other);
                }
            }
            _ => {}
        }
    }
    whole.0.start = text.len() - text.trim_start_matches('\u{feff}').len();
    whole
}

/// The end of the lines of the list or mapping in which a place would be.
fn behind_last(text: &str, root: &Value, place: &[Part]) -> Option<usize> {
    let (_, above) = place.split_last()?;
    let mut way = way(above, root)?;
    let last = match root.clone().at(&way)? {
        Value::List(items) => edit::Step::Item(items.len().checked_sub(1)?),
        Value::Map(pairs) => {
            let name = pairs.last().map(|(name, _)| name.clone())?;
            return behind_key(text, &way, &name);
        }
        _ => return None,
    };
    way.push(last);
    edit::lines(text, &way).map(|lines| lines.end)
}

fn behind_key(text: &str, way: &[edit::Step<'_>], name: &str) -> Option<usize> {
    let way = [way, &[edit::Step::Key(name)]].concat();
    edit::lines(text, &way).map(|lines| lines.end)
}
