//! Merges two versions of a YAML file by key and by entry, and leaves to the users what cannot be
//! proved.
//!
//! Lines are merged as git does it only where the result says exactly what the merge by key says;
//! otherwise the changes of theirs are made in the text of ours by the editor. Either way all that
//! ours typed stays as it was typed. A comment that would be lost is kept at the end of the file.

mod apply;
mod batch;
mod comments;
mod driver;
mod marks;
mod meant;
mod place;
#[cfg(test)]
mod tests;
mod three;

use crate::diagnostics::{Code, Diagnostic, phrase};
use crate::load::edit::{self, Value};
pub use driver::{MergedFile, Words as MergeWords};
pub(super) use place::{Part, Places, shown};
pub use three::Choice;
pub(super) use three::{Change, Conflict, What};
use three::{Comparison, Why};

/// Two versions of a text taken together.
#[derive(Debug)]
pub(super) struct Together {
    /// Ours with the changes that could be made.
    pub text: String,
    /// Those changes.
    pub changes: Vec<Change>,
    pub conflicts: Vec<Conflict>,
    /// Comments of either version that have no place in the text.
    pub lost: Vec<String>,
}

/// A version that is not compared, because it cannot be read as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unreadable {
    Base,
    Ours,
    Theirs,
}

/// Takes two versions together; without a base, all of theirs that ours lacks is added.
pub(super) fn together(
    base: Option<&str>,
    [ours, theirs]: [&str; 2],
    choice: Choice,
) -> Result<Together, Unreadable> {
    let read = |text: &str, which| match text.trim().is_empty() {
        true => Ok(Value::Map(Vec::new())),
        false => edit::value(text).ok().filter(is_sound).ok_or(which),
    };
    let before = base.map(|base| read(base, Unreadable::Base)).transpose()?;
    let (own, other) = (read(ours, Unreadable::Ours)?, read(theirs, Unreadable::Theirs)?);
    let mut meant = own.clone();
    let Comparison { changes, mut conflicts, .. } =
        Comparison::of(before.as_ref(), &own, &other, choice);
    let all = meant::make(&mut meant, &changes).is_some();
    let by_lines = base
        .filter(|_| all && conflicts.is_empty())
        .and_then(|base| diffy::merge(base, ours, theirs).ok())
        .filter(|lines| edit::value(lines).is_ok_and(|value| apply::same(&value, &meant)));
    let (text, done) = match by_lines {
        Some(lines) => (lines, changes),
        None => {
            let batch::Batch { mut text, mut done, left } =
                batch::in_entries(ours, &own, changes, theirs);
            for change in left {
                match apply::in_text(&text, &change, theirs) {
                    Ok(new) => {
                        text = new;
                        done.push(change);
                    }
                    Err(_) => conflicts.push(as_conflict(change)),
                }
            }
            (text, done)
        }
    };
    let lost = comments::lost(base.unwrap_or(ours), [ours, theirs], &text);
    let lost = lost.into_iter().map(str::to_owned).collect();
    Ok(Together { text, changes: done, conflicts, lost })
}

/// A text with comments at its end, below a line that says where they are from.
pub(super) fn with_comments(text: &str, lost: &[String], above: &str) -> String {
    if lost.is_empty() {
        return text.to_owned();
    }
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let closed = if text.is_empty() || text.ends_with('\n') { "" } else { line_end };
    let kept: String = lost.iter().map(|line| format!("{line}{line_end}")).collect();
    format!("{text}{closed}# {above}{line_end}{kept}")
}

/// The problem of a place that is left to the users; `choose` is the phrase on how they choose.
pub(super) fn problem(
    conflict: &Conflict,
    choose: &'static str,
    diagnostic: impl FnOnce(Code) -> Diagnostic,
) -> Diagnostic {
    let problem = match conflict.why {
        Why::Both => "both",
        Why::Added => "added",
        Why::Order => "order",
        Why::Text => "text",
    };
    let [ours, theirs] = [&conflict.ours, &conflict.theirs].map(|value| value.as_ref().map(words));
    let from = common(ours.as_deref().unwrap_or(""), theirs.as_deref().unwrap_or(""));
    let said = |text: Option<String>| match text {
        Some(text) if !text.is_empty() => {
            phrase("merge-value").with("value", excerpt(text.get(from..).unwrap_or(""), from > 0))
        }
        _ => phrase("merge-nothing"),
    };
    diagnostic(Code::BothChanged)
        .with("problem", problem)
        .with("what", shown(&conflict.place))
        .with("ours", said(ours))
        .with("theirs", said(theirs))
        .with("help", phrase(choose))
}

/// A change that the text does not take.
fn as_conflict(change: Change) -> Conflict {
    let theirs = match change.what {
        What::Set(value) | What::Insert(_, value) | What::Add(_, value) => Some(value),
        What::Remove => None,
    };
    Conflict { place: change.place, why: Why::Text, ours: None, theirs }
}

/// Whether each key of a mapping is there once.
fn is_sound(value: &Value) -> bool {
    match value {
        Value::Map(pairs) => {
            let mut keys: Vec<&str> = pairs.iter().map(|(key, _)| key.as_str()).collect();
            keys.sort_unstable();
            keys.windows(2).all(|two| two.first() != two.last())
                && pairs.iter().all(|(_, value)| is_sound(value))
        }
        Value::List(items) => items.iter().all(is_sound),
        Value::Text(_) | Value::Plain(_) => true,
    }
}

/// The most characters that a message shows of a value.
const SHOWN: usize = 70;

/// A value on one line, cut where it is long.
pub(super) fn on_a_line(value: &Value) -> String {
    excerpt(&words(value), false)
}

/// A value on one line.
fn words(value: &Value) -> String {
    let each = match value {
        Value::Text(text) | Value::Plain(text) => {
            return text.split_whitespace().collect::<Vec<_>>().join(" ");
        }
        Value::List(items) => items.iter().map(words).collect::<Vec<_>>(),
        Value::Map(pairs) => pairs.iter().map(|(_, value)| words(value)).collect(),
    };
    each.join(", ")
}

/// Where two long texts begin to differ, from the start of the words before it; 0 for short ones.
fn common(one: &str, other: &str) -> usize {
    /// The most characters before the difference.
    const BEFORE: usize = 20;
    let same = one.char_indices().zip(other.chars()).take_while(|((_, a), b)| a == b).count();
    if same + BEFORE < SHOWN {
        return 0;
    }
    let near = one.char_indices().nth(same - BEFORE).map_or(0, |(at, _)| at);
    one.get(..near).and_then(|before| before.rfind(' ')).map_or(0, |at| at + 1)
}

fn excerpt(text: &str, cut: bool) -> String {
    let before = if cut { "…" } else { "" };
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{before}{}…", text.get(..end).unwrap_or("").trim_end()),
        None => format!("{before}{text}"),
    }
}
