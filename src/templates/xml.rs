//! Prints values in XML: escaped, and without characters that XML forbids.

use minijinja::value::{Value, ValueKind};
use minijinja::{Error, Output, State};
use quick_xml::escape::escape;
use std::borrow::Cow;

/// Prints a value as escaped text; only the output of templates themselves is XML.
pub fn print(out: &mut Output<'_>, _: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    let written = match value.kind() {
        ValueKind::None | ValueKind::Undefined => Ok(()),
        _ if value.is_safe() => write!(out, "{value}"),
        _ => write!(out, "{}", escape(clean(&value.to_string()))),
    };
    written.map_err(Error::from)
}

/// The text with replacement characters for those that XML 1.0 forbids even when escaped.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().all(allowed) {
        return Cow::Borrowed(text);
    }
    text.chars().map(|c| if allowed(c) { c } else { '\u{FFFD}' }).collect()
}

/// Whether XML 1.0 (section 2.2) allows a character.
fn allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}
