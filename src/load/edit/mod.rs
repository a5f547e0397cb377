//! Changes YAML files that users typed, and leaves all other bytes as they were: comments, order,
//! quotes, line ends, a byte order mark.
//!
//! An edit replaces one range of the text. It is found by the places in the parser's tree (`layout`)
//! and filled by `render`. Then the edit is proved: the new text is parsed, and its tree must be the
//! old one with that edit applied. If not, the edit is refused, so its parts can be simple.

mod file;
mod layout;
mod render;
#[cfg(test)]
mod tests;
mod value;

use super::yaml::tree::Kind;
use file::File;
use layout::Form;
use std::ops::Range;
pub(super) use value::read;
pub use value::{EditError, Refusal, Step, Value};

/// What a text says, without how it is written.
pub fn value(text: &str) -> Result<Value, EditError> {
    Ok(Value::of(&read(text.strip_prefix('\u{feff}').unwrap_or(text))?))
}

/// The whole lines of a value with its key or dash, and with their line ends. `None` if something
/// else stands on those lines, or if nothing is there.
#[must_use]
pub fn lines(text: &str, path: &[Step<'_>]) -> Option<Range<usize>> {
    Lines::of(text)?.at(path)
}

/// The lines of a text that is read once for many questions.
pub struct Lines<'a>(File<'a>);

impl<'a> Lines<'a> {
    /// `None` of a text that is not edited.
    #[must_use]
    pub fn of(text: &'a str) -> Option<Self> {
        File::read(text).ok().map(Self)
    }

    /// The lines of a value, as in [`lines`].
    #[must_use]
    pub fn at(&self, path: &[Step<'_>]) -> Option<Range<usize>> {
        self.0.own_lines(&self.0.find(path).ok()?)
    }

    /// The lines that go with an item of a list, which keeps other items.
    #[must_use]
    pub fn removal(&self, list: &[Step<'_>], item: usize) -> Option<Range<usize>> {
        let target = self.0.find(list).ok()?;
        let lines = target.layout.form == Form::Items && target.layout.entries.len() > 1;
        lines.then(|| self.0.removed_lines(&target, item)).flatten()
    }
}

/// Replaces a value.
pub fn set(text: &str, path: &[Step<'_>], value: &Value) -> Result<String, EditError> {
    let file = File::read(text)?;
    let edit = file.replacing(&file.find(path)?, value)?;
    file.proved(edit, path, |old| *old = value.clone())
}

/// Adds an item to the end of a list. A key without a value counts as an empty list.
pub fn append(text: &str, path: &[Step<'_>], value: &Value) -> Result<String, EditError> {
    let file = File::read(text)?;
    let target = file.find(path)?;
    let many = match &target.node.kind {
        Kind::List(items) => items.len(),
        Kind::Null => 0,
        _ => return Err(EditError::NotThisKind(target.layout.at.clone())),
    };
    let edit = file.adding(&target, many, None, value)?;
    file.proved(edit, path, |list| match list {
        Value::List(items) => items.push(value.clone()),
        _ => *list = Value::List(vec![value.clone()]),
    })
}

/// Adds an item to a list of items, at a position from 0.
pub fn insert_item(
    text: &str,
    path: &[Step<'_>],
    position: usize,
    value: &Value,
) -> Result<String, EditError> {
    let file = File::read(text)?;
    let target = file.find(path)?;
    let fits = matches!(&target.node.kind, Kind::List(items) if position <= items.len());
    if !fits {
        return Err(EditError::NotThisKind(target.layout.at.clone()));
    }
    let edit = file.adding(&target, position, None, value)?;
    file.proved(edit, path, |list| match list {
        Value::List(items) => items.insert(position, value.clone()),
        _ => *list = Value::List(vec![value.clone()]),
    })
}

/// Adds items to the end of a list, in one edit where it is not written between brackets.
pub fn extend(text: &str, path: &[Step<'_>], items: &[Value]) -> Result<String, EditError> {
    let file = File::read(text)?;
    let target = file.find(path)?;
    if target.layout.form == Form::Flow {
        let each = |text: String, item| append(&text, path, item);
        return items.iter().try_fold(text.to_owned(), each);
    }
    if !matches!(target.node.kind, Kind::List(_) | Kind::Null) {
        return Err(EditError::NotThisKind(target.layout.at.clone()));
    }
    let edit = file.adding_items(&target, items)?;
    file.proved(edit, path, |list| match list {
        Value::List(old) => old.extend_from_slice(items),
        _ => *list = Value::List(items.to_vec()),
    })
}

/// Adds a key to a mapping: behind another key, or before all others. A key without a value counts
/// as an empty mapping.
pub fn insert(
    text: &str,
    path: &[Step<'_>],
    key: &str,
    value: &Value,
    after: Option<&str>,
) -> Result<String, EditError> {
    let file = File::read(text)?;
    let target = file.find(path)?;
    if !matches!(target.node.kind, Kind::Mapping(_) | Kind::Null) {
        return Err(EditError::NotThisKind(target.layout.at.clone()));
    }
    if target.node.has(key) {
        return Err(EditError::Refused(Refusal::Duplicate));
    }
    let position = after.map_or(Ok(0), |after| Ok(target.index(Step::Key(after))? + 1))?;
    let edit = file.adding(&target, position, Some(key), value)?;
    let new = (key.to_owned(), value.clone());
    file.proved(edit, path, |mapping| match mapping {
        Value::Map(pairs) => pairs.insert(position, new),
        _ => *mapping = Value::Map(vec![new]),
    })
}

/// Removes an item of a list or a key of a mapping, with the comments behind it. After the last one
/// `[]` or `{}` is left.
pub fn remove(text: &str, path: &[Step<'_>]) -> Result<String, EditError> {
    let file = File::read(text)?;
    let (last, above) = path.split_last().ok_or(EditError::Refused(Refusal::Whole))?;
    let target = file.find(above)?;
    let index = target.index(*last)?;
    let edit = file.removing(&target, index)?;
    file.proved(edit, above, |value| match value {
        Value::List(items) => drop(items.remove(index)),
        Value::Map(pairs) => drop(pairs.remove(index)),
        _ => {}
    })
}
