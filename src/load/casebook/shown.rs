//! Texts of cells in messages.

use crate::diagnostics::{Fact, phrase};

/// A text on one line, with its own lines told apart.
fn lines(text: &str) -> String {
    let lines = text.lines().map(str::trim_end).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" | ")
}

/// The most characters of a text that is shown whole.
const SHORT: usize = 100;

/// How many characters stay in front of a difference and behind it.
const AROUND: usize = 30;

/// A text in a message; a long one by its beginning.
pub fn shown(text: &str) -> Fact {
    let line = lines(text);
    match line.char_indices().nth(SHORT) {
        _ if line.is_empty() => phrase("casebook-empty").into(),
        Some((at, _)) => format!("{}…", line.get(..at).unwrap_or("").trim_end()).into(),
        None => line.into(),
    }
}

/// Two versions of a text, of long ones the part in which they differ.
pub fn differing(old: &str, new: &str) -> (String, String) {
    let (old, new) = (lines(old), lines(new));
    if old.chars().count().max(new.chars().count()) <= SHORT {
        return (old, new);
    }
    let (old, new): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
    let same = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - same;
    let ends = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(a, b)| a == b);
    let ends = ends.count();
    let part = |text: &[char]| {
        let start = same.saturating_sub(AROUND);
        let end = (text.len() - ends + AROUND).min(text.len());
        let before = if start > 0 { "…" } else { "" };
        let behind = if end < text.len() { "…" } else { "" };
        let middle: String = text.get(start..end).unwrap_or_default().iter().collect();
        format!("{before}{middle}{behind}")
    };
    (part(&old), part(&new))
}
