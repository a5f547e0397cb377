//! The fault in a line of YAML, and how the line should have been typed.

use crate::diagnostics::{Phrase, phrase};
use crate::text::invisible::describe;
use std::ops::Range;

/// A longer line is not repeated with quotation marks.
const MOST_REPEATED: usize = 70;

/// A fault: its place, the reason and the remedy.
#[derive(Debug)]
pub struct Fault {
    /// The byte range to underline.
    pub at: Range<usize>,
    pub reason: Phrase,
    /// What to type instead.
    pub help: Phrase,
}

/// The fault of an invisible character that prevents parsing.
pub fn invisible(at: Range<usize>, c: char) -> Fault {
    Fault {
        at,
        reason: phrase("yaml-odd").with("name", describe(c)),
        help: phrase("yaml-odd-help"),
    }
}

/// The end of the quotation mark that closes a text, and the rest of its line.
pub fn closed(rest: &str, quote: char) -> Option<(usize, &str)> {
    let mut at = quote.len_utf8();
    loop {
        let found = at + rest.get(at..)?.find(quote)?;
        let after = rest.get(found + 1..).unwrap_or("");
        let escaped = quote == '"' && rest.get(..found).is_some_and(|t| t.ends_with('\\'));
        if quote == '\'' && after.starts_with(quote) {
            at = found + 2;
        } else if escaped {
            at = found + 1;
        } else {
            return Some((found + 1, after.lines().next().unwrap_or("").trim()));
        }
    }
}

/// Whether a value is a name such as `'s-Gravenhage` or `'t Harde`.
pub fn begins_with_apostrophe(value: &str) -> bool {
    let lower = value.to_lowercase();
    let starts = ["'s-", "'s ", "'t ", "'n ", "'k ", "'m ", "'r "];
    starts.iter().any(|start| lower.starts_with(start))
}

/// How to write a line whose value needs quotation marks.
pub fn rewritten(key: &str, value: &str) -> Phrase {
    let value = unquoted(value.trim());
    let quoted = match () {
        () if value.chars().count() > MOST_REPEATED => None,
        () if !value.contains(['"', '\\']) => Some(format!("\"{value}\"")),
        () if !value.contains('\'') => Some(format!("'{value}'")),
        () => None,
    };
    let example = |quoted| format!("{key} {quoted}").trim().to_owned();
    quoted.map_or_else(
        || phrase("yaml-in-block-help"),
        |quoted| phrase("yaml-write").with("example", example(quoted)),
    )
}

/// A text without the quotation marks around it, unless those inside it form pairs of their own.
pub fn unquoted(value: &str) -> &str {
    let within = |quote: char| {
        let inner = value.strip_prefix(quote)?.strip_suffix(quote)?;
        (inner.matches(quote).count() % 2 == 1).then_some(inner)
    };
    within('"').or_else(|| within('\'')).unwrap_or(value)
}

pub fn shortened(text: &str) -> String {
    match text.chars().count() > MOST_REPEATED {
        true => format!("{}…", text.chars().take(MOST_REPEATED / 2).collect::<String>()),
        false => text.to_owned(),
    }
}

/// Whether a word can be a key of the format.
pub fn is_key(name: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || c == '-';
    name.starts_with(char::is_alphabetic) && name.chars().all(fits)
}
