//! Changes of the entries of lists at the top of a file, such as sources and findings. A file of
//! thousands of entries is read once for all of them, and each entry is changed in a text of its own.

use super::apply::{commented, in_text, same, shifted};
use super::comments::comments;
use super::meant::make;
use super::place::{Part, Places};
use super::three::{Change, What};
use crate::load::edit::{self, Lines, Step, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Lines of ours, and those that come in their place.
type Edit = (Range<usize>, String);

/// Ours with those changes that it takes, and the other changes.
pub struct Batch {
    pub text: String,
    pub done: Vec<Change>,
    pub left: Vec<Change>,
}

/// Makes the changes of entries. Where the outcome does not say exactly what the changes say, none is
/// made.
pub fn in_entries(ours: &str, root: &Value, changes: Vec<Change>, theirs: &str) -> Batch {
    if let Some((text, taken)) = changed(ours, root, &changes, theirs) {
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
    let mut versions = Versions {
        own: Version::of(ours, root)?,
        other: Version::of(theirs, &other)?,
        line_end: if ours.contains("\r\n") { "\r\n" } else { "\n" },
        behind: BTreeMap::new(),
    };
    let mut taken = vec![false; changes.len()];
    let mut edits: Vec<Edit> = Vec::new();
    // Several changes of one entry are made in one text.
    let mut entries: BTreeMap<&[Part], Vec<usize>> = BTreeMap::new();
    for (at, change) in changes.iter().enumerate() {
        let edit = match (change.place.as_slice(), &change.what) {
            ([Part::Key(list), entry @ Part::Entry(..)], What::Add(above, value)) => {
                versions.added(list, &change.place, above.as_ref(), entry, value)
            }
            ([Part::Key(list), Part::Entry(..)], What::Remove) => {
                versions.removed(list, &change.place)
            }
            ([Part::Key(_), Part::Entry(..), ..], _) => {
                entries.entry(change.place.get(..2)?).or_default().push(at);
                None
            }
            _ => None,
        };
        if let Some(edit) = edit {
            *taken.get_mut(at)? = true;
            edits.push(edit);
        }
    }
    for (place, own) in entries {
        let those = own.iter().filter_map(|at| changes.get(*at));
        if let Some((edit, made)) = versions.within(place, those) {
            edits.push(edit);
            own.iter().zip(made).for_each(|(at, made)| taken[*at] = made);
        }
    }
    let out = edited(ours, edits, versions.line_end)?;
    let mut meant = root.clone();
    make(&mut meant, changes.iter().zip(&taken).filter(|(_, taken)| **taken).map(|(c, _)| c))?;
    edit::value(&out).is_ok_and(|value| same(&value, &meant)).then_some((out, taken))
}

/// A text with other lines in the place of ranges that do not overlap.
fn edited(text: &str, mut edits: Vec<Edit>, line_end: &str) -> Option<String> {
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let (mut out, mut from) = (String::new(), 0);
    for (range, new) in edits {
        out.push_str(text.get(from..range.start.max(from))?);
        if !new.is_empty() && !out.is_empty() && !out.ends_with('\n') {
            out.push_str(line_end);
        }
        out.push_str(&new);
        from = range.end.max(from);
    }
    out.push_str(text.get(from..)?);
    Some(out)
}

/// A text with what it says.
struct Version<'a> {
    text: &'a str,
    lines: Lines<'a>,
    places: Places<'a>,
    comments: BTreeSet<&'a str>,
}

impl<'a> Version<'a> {
    fn of(text: &'a str, root: &'a Value) -> Option<Self> {
        let (lines, places) = (Lines::of(text)?, Places::of(root));
        Some(Self { text, lines, places, comments: comments(text).into_iter().collect() })
    }

    fn lines(&mut self, place: &[Part]) -> Option<Range<usize>> {
        self.lines.at(&self.places.way(place)?)
    }
}

struct Versions<'a> {
    own: Version<'a>,
    other: Version<'a>,
    line_end: &'static str,
    /// Where in ours new entries stand.
    behind: BTreeMap<Vec<Part>, usize>,
}

impl Versions<'_> {
    /// The lines of a new entry as theirs has them, behind the entry above.
    fn added(
        &mut self,
        list: &str,
        place: &[Part],
        above: Option<&Part>,
        entry: &Part,
        value: &Value,
    ) -> Option<Edit> {
        let first = self.own.lines.at(&[Step::Key(list), Step::Item(0)])?;
        let at = match above {
            None => first.start,
            Some(above) => {
                let above = [Part::Key(list.to_owned()), above.clone()];
                match self.behind.get(above.as_slice()) {
                    Some(at) => *at,
                    None => self.own.lines(&above)?.end,
                }
            }
        };
        let typed = self.other.lines(place)?;
        let is_new =
            |line: &str| self.other.comments.contains(line) && !self.own.comments.contains(line);
        let typed = commented(self.other.text, typed, is_new);
        let lines = shifted(self.other.text.get(typed)?, self.own.text.get(first)?);
        let end = if lines.ends_with('\n') { "" } else { "\n" };
        let lines = format!("{lines}{end}").replace('\n', self.line_end);
        let meant = Value::Map(vec![(list.to_owned(), Value::List(vec![value.clone()]))]);
        let alone = format!("{list}:{}{lines}", self.line_end);
        if !edit::value(&alone).is_ok_and(|value| same(&value, &meant)) {
            return None;
        }
        self.behind.insert(vec![Part::Key(list.to_owned()), entry.clone()], at);
        Some((at..at, lines))
    }

    /// Nothing in the place of an entry.
    fn removed(&mut self, list: &str, place: &[Part]) -> Option<Edit> {
        let Step::Item(at) = *self.own.places.way(place)?.last()? else { return None };
        Some((self.own.lines.removal(&[Step::Key(list)], at)?, String::new()))
    }

    /// An entry with changes, and for each of them whether it is made.
    fn within<'c>(
        &mut self,
        place: &[Part],
        changes: impl Iterator<Item = &'c Change>,
    ) -> Option<(Edit, Vec<bool>)> {
        let Some(Part::Key(list)) = place.first() else { return None };
        let (range, other) = (self.own.lines(place)?, self.other.lines(place)?);
        let head = format!("{list}:{}", self.line_end);
        let mut text = format!("{head}{}", self.own.text.get(range.clone())?);
        let other = format!("{head}{}", self.other.text.get(other)?);
        let mut make = |change| match in_text(&text, change, &other) {
            Ok(new) => {
                text = new;
                true
            }
            Err(_) => false,
        };
        let made = changes.map(&mut make).collect();
        Some(((range, text.strip_prefix(&head)?.to_owned()), made))
    }
}
