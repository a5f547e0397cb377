//! Makes a change of a comparison in a text.

use super::comments::comments;
use super::meant::make;
use super::place::{Part, Places, way};
use super::three::{Change, What};
use crate::load::edit::{self, EditError, Step, Value};
use std::ops::Range;

/// The text after a change. A new entry or key has the lines that it has in theirs, with their comments and
/// quotes, where these stand alone and say the same here.
pub fn in_text(text: &str, change: &Change, theirs: &str) -> Result<String, EditError> {
    let root = edit::value(text)?;
    if let Some(new) = as_typed(text, &root, change, theirs) {
        return Ok(new);
    }
    let absent = || EditError::Unproven;
    let (last, above) = change.place.split_last().ok_or_else(absent)?;
    match (&change.what, last) {
        (What::Set(value), _) => {
            edit::set(text, &way(&change.place, &root).ok_or_else(absent)?, value)
        }
        (What::Remove, _) => edit::remove(text, &way(&change.place, &root).ok_or_else(absent)?),
        (What::Insert(after, value), Part::Key(key)) => {
            let above = way(above, &root).ok_or_else(absent)?;
            edit::insert(text, &above, key, value, after.as_deref())
        }
        (What::Add(after, value), _) => {
            let list = way(above, &root).ok_or_else(absent)?;
            let at = position(above, after.as_ref(), &root).ok_or_else(absent)?;
            edit::insert_item(text, &list, at, value)
        }
        (What::Insert(..), Part::Entry(..)) => Err(EditError::Unproven),
    }
}

/// The item or key beside which something new comes.
enum Neighbour {
    Item(usize),
    Key(String),
}

/// The text with a new entry or key as it stands in theirs.
fn as_typed(text: &str, root: &Value, change: &Change, theirs: &str) -> Option<String> {
    let (_, around) = change.place.split_last()?;
    let (mut beside, list) = Places::of(root).find(around)?;
    let (at, step) = match (&change.what, list) {
        (What::Add(after, _), Value::List(_)) => {
            let at = position(around, after.as_ref(), root)?;
            (at, Neighbour::Item(at.saturating_sub(1)))
        }
        (What::Insert(after, _), Value::Map(pairs)) => {
            let name = after.clone().or_else(|| pairs.first().map(|(key, _)| key.clone()))?;
            (usize::from(after.is_some()), Neighbour::Key(name))
        }
        _ => return None,
    };
    beside.push(match &step {
        Neighbour::Item(at) => Step::Item(*at),
        Neighbour::Key(name) => Step::Key(name),
    });
    let typed = edit::lines(theirs, &way(&change.place, &edit::value(theirs).ok()?)?)?;
    let is_new = |line: &str| comments(theirs).contains(&line) && !comments(text).contains(&line);
    let typed = commented(theirs, typed, is_new);
    let neighbour = edit::lines(text, &beside)?;
    let own = text.get(neighbour.clone())?;
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let lines = shifted(theirs.get(typed)?, own).replace('\n', line_end);
    let place = if at == 0 { neighbour.start } else { neighbour.end };
    let (above, below) = text.split_at_checked(place)?;
    let closed = if above.is_empty() || above.ends_with('\n') { "" } else { line_end };
    let end = if lines.ends_with('\n') { "" } else { line_end };
    let new = format!("{above}{closed}{lines}{end}{below}");
    let mut meant = root.clone();
    make(&mut meant, [change])?;
    edit::value(&new).is_ok_and(|value| same(&value, &meant)).then_some(new)
}

/// The lines of an entry with the new comments straight above it: they are about that entry, although
/// the entry above has them in its lines.
pub fn commented(text: &str, lines: Range<usize>, is_new: impl Fn(&str) -> bool) -> Range<usize> {
    let column = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let own = text.get(lines.clone()).map_or(0, column);
    let mut start = lines.start;
    while let Some(line) = text.get(..start).and_then(|t| t.split_inclusive('\n').next_back()) {
        let comment = line.trim();
        if !comment.starts_with('#') || column(line) != own || !is_new(comment) {
            break;
        }
        start -= line.len();
    }
    start..lines.end
}

/// Lines with `\n` behind them, moved to the column of other lines.
pub fn shifted(lines: &str, beside: &str) -> String {
    let column = |text: &str| text.len() - text.trim_start_matches(' ').len();
    let (to, from) = (column(beside), column(lines));
    let each = |line: &str| match to.checked_sub(from) {
        _ if line.trim().is_empty() => line.to_owned(),
        Some(more) => format!("{}{line}", " ".repeat(more)),
        None => line.get((from - to).min(column(line))..).unwrap_or(line).to_owned(),
    };
    lines.replace("\r\n", "\n").split_inclusive('\n').map(each).collect()
}

/// The position of a new entry of the list at a place.
fn position(list: &[Part], after: Option<&Part>, root: &Value) -> Option<usize> {
    let Some(after) = after else { return Some(0) };
    let entry = [list, std::slice::from_ref(after)].concat();
    match way(&entry, root)?.last()? {
        Step::Item(at) => Some(at + 1),
        Step::Key(_) => None,
    }
}

/// Whether two values say the same, whatever the order of their keys.
pub fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Map(one), Value::Map(other)) => {
            let has = |(key, value): &(String, Value)| {
                other.iter().any(|(name, own)| name == key && same(value, own))
            };
            one.len() == other.len() && one.iter().all(has)
        }
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(a, b)| same(a, b))
        }
        _ => one == other,
    }
}
