//! Puts both versions of what was left to the users between the conflict marks of git.

use super::apply::shifted;
use super::place::{Part, Places};
use crate::load::edit::{self, Lines, Step, Value};
use std::ops::Range;

/// The names of the two versions behind the marks.
pub type Names<'a> = [&'a str; 2];

/// Lines of ours, and those of theirs for the same place.
type Region = (Range<usize>, Range<usize>);

/// The text with, around the lines of each place, marks and the lines that theirs has there.
pub fn marked(text: &str, theirs: &str, places: &[&[Part]], names: Names<'_>) -> String {
    let roots = [edit::value(text), edit::value(theirs)];
    let mut versions = roots
        .iter()
        .zip([text, theirs])
        .filter_map(|(root, text)| Some((Lines::of(text)?, Places::of(root.as_ref().ok()?))));
    let mut versions = versions.next().zip(versions.next());
    let whole = text.len() - text.trim_start_matches('\u{feff}').len()..text.len();
    let found = places.iter().map(|place| {
        let found = versions.as_mut().and_then(|(own, other)| region(own, other, place));
        found.unwrap_or_else(|| (whole.clone(), 0..theirs.len()))
    });
    let mut regions: Vec<Region> = found.collect();
    // An outer one holds those within it; where nothing of ours stands, only its begin is within.
    regions.sort_by_key(|(own, _)| (own.start, std::cmp::Reverse(own.end)));
    let nothing = |range: &Range<usize>| range.start >= range.end;
    let mut outer: Vec<Region> = Vec::new();
    for next in regions {
        let holds = |(own, _): &&mut Region| next.0.start < own.end && next.0.end <= own.end;
        match outer.last_mut().filter(holds) {
            Some((_, other)) if nothing(other) => *other = next.1,
            Some((_, other)) if !nothing(&next.1) => {
                *other = other.start.min(next.1.start)..other.end.max(next.1.end);
            }
            Some(_) => {}
            None => outer.push(next),
        }
    }
    let (mut out, mut from) = (String::new(), 0);
    for (own, other) in outer {
        out.push_str(part(text, &(from..own.start)));
        out.push_str(&between(part(text, &own), part(theirs, &other), names));
        from = own.end;
    }
    out.push_str(part(text, &(from..text.len())));
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

/// The lines of a text and its places.
type Version<'a> = (Lines<'a>, Places<'a>);

/// The lines of a place in both texts, or of the nearest place around it that has lines of its own
/// in both.
fn region(own: &mut Version<'_>, other: &mut Version<'_>, place: &[Part]) -> Option<Region> {
    for length in (1..=place.len()).rev() {
        let (around, _) = place.split_at(length);
        let ways = [own.1.way(around), other.1.way(around)];
        let [here, there] = [(&own.0, &ways[0]), (&other.0, &ways[1])]
            .map(|(lines, way)| way.as_ref().and_then(|way| lines.at(way)));
        match (here, there) {
            (Some(here), Some(there)) => return Some((here, there)),
            (Some(here), None) if ways[1].is_none() => return Some((here, 0..0)),
            (None, Some(there)) if ways[0].is_none() => {
                if let Some(end) = behind_last(own, around) {
                    return Some((end..end, there));
                }
            }
            _ => {}
        }
    }
    None
}

/// The end of the lines of the list or mapping in which a place would be.
fn behind_last((lines, places): &mut Version<'_>, place: &[Part]) -> Option<usize> {
    let (_, above) = place.split_last()?;
    let (mut way, around) = places.find(above)?;
    way.push(match around {
        Value::List(items) => Step::Item(items.len().checked_sub(1)?),
        Value::Map(pairs) => Step::Key(&pairs.last()?.0),
        Value::Text(_) | Value::Plain(_) => return None,
    });
    lines.at(&way).map(|lines| lines.end)
}
