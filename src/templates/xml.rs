//! Values in XML: escaped, and without what XML has no place for.

use minijinja::value::{Value, ValueKind};
use minijinja::{Error, Output, State};
use quick_xml::escape::escape;
use std::borrow::Cow;

/// Prints a value as text, whatever is in it; only what a template itself made is XML.
pub fn print(out: &mut Output<'_>, _: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    let written = match value.kind() {
        ValueKind::None | ValueKind::Undefined => Ok(()),
        _ if value.is_safe() => write!(out, "{value}"),
        _ => write!(out, "{}", escape(clean(&value.to_string()))),
    };
    written.map_err(Error::from)
}

/// Text with a replacement character for what XML 1.0 has no place for, not even escaped.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().all(allowed) {
        return Cow::Borrowed(text);
    }
    text.chars().map(|c| if allowed(c) { c } else { '\u{FFFD}' }).collect()
}

/// The characters of XML 1.0 (section 2.2).
fn allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}
