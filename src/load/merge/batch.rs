//! Changes within the entries of a list, each made in a text of that entry alone: a long file is then
//! not read again for every change.

use super::apply::{in_text, in_value, same};
use super::place::{Part, way};
use super::three::Change;
use crate::load::edit::{self, Value};
use std::collections::BTreeMap;
use std::ops::Range;

/// The least changes for which this takes less time.
const MANY: usize = 8;

/// Ours with those changes that it takes, and the other changes.
pub struct Batch {
    pub text: String,
    pub done: Vec<Change>,
    pub left: Vec<Change>,
}

/// Makes changes within entries of the lists at the top of a file. Where the outcome does not say
/// exactly what the changes say, none is made.
pub fn in_entries(ours: &str, root: &Value, changes: Vec<Change>, theirs: &str) -> Batch {
    if changes.len() >= MANY
        && let Some((text, taken)) = changed(ours, root, &changes, theirs)
    {
        let (mut done, mut left) = (Vec::new(), Vec::new());
        for (change, taken) in changes.into_iter().zip(taken) {
            if taken { done.push(change) } else { left.push(change) }
        }
        return Batch { text, done, left };
    }
    Batch { text: ours.to_owned(), done: Vec::new(), left: changes }
}

/// The new text, and for each change whether it is in it.
fn changed(
    ours: &str,
    root: &Value,
    changes: &[Change],
    theirs: &str,
) -> Option<(String, Vec<bool>)> {
    let other = edit::value(theirs).ok()?;
    let mut entries: BTreeMap<(&str, &[String]), Vec<usize>> = BTreeMap::new();
    for (at, change) in changes.iter().enumerate() {
        if let [Part::Key(list), Part::Entry(_, id), _, ..] = change.place.as_slice() {
            entries.entry((list, id)).or_default().push(at);
        }
    }
    let mut lines: BTreeMap<&str, [Vec<Option<Range<usize>>>; 2]> = BTreeMap::new();
    for (list, _) in entries.keys() {
        if !lines.contains_key(list) {
            let both = [edit::item_lines(ours, list)?, edit::item_lines(theirs, list)?];
            lines.insert(list, both);
        }
    }
    let mut taken = vec![false; changes.len()];
    let mut new: Vec<(Range<usize>, String)> = Vec::new();
    for ((list, _), own) in &entries {
        let place = own.first().and_then(|at| changes.get(*at)?.place.get(..2))?;
        let [old, their] = lines.get(list)?;
        let at = |root: &Value, lines: &[Option<Range<usize>>]| match way(place, root)?.last()? {
            edit::Step::Item(at) => lines.get(*at)?.clone(),
            edit::Step::Key(_) => None,
        };
        let (Some(range), Some(other)) = (at(root, old), at(&other, their)) else { continue };
        let head = format!("{list}:\n");
        let mut text = format!("{head}{}", ours.get(range.clone())?);
        let other = format!("{head}{}", theirs.get(other)?);
        for at in own {
            if let Ok(changed) = in_text(&text, changes.get(*at)?, &other) {
                text = changed;
                *taken.get_mut(*at)? = true;
            }
        }
        new.push((range, text.strip_prefix(&head)?.to_owned()));
    }
    new.sort_by_key(|(range, _)| range.start);
    let (mut out, mut from) = (String::new(), 0);
    for (range, text) in new {
        out.push_str(ours.get(from..range.start)?);
        out.push_str(&text);
        from = range.end;
    }
    out.push_str(ours.get(from..)?);
    let mut meant = root.clone();
    for (change, _) in changes.iter().zip(&taken).filter(|(_, taken)| **taken) {
        in_value(&mut meant, change)?;
    }
    edit::value(&out).is_ok_and(|value| same(&value, &meant)).then_some((out, taken))
}
