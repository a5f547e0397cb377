//! Reads the theme's tokens: colours, typefaces and sizes in one small file.

use crate::assets::Assets;
use crate::diagnostics::{Code, Diagnostic, Fact, Report, SourceMap, Span, of_toml, phrase};
use std::ops::Range;
use toml::{Table, Value};

/// The file with the tokens.
pub const TOKENS: &str = "templates/theme/tokens.toml";

/// Reads the tokens. `None` if the file is not TOML, or a colour or a typeface is invalid; the
/// report says where.
pub fn tokens(assets: &Assets, sources: &mut SourceMap, report: &mut Report) -> Option<Table> {
    let bytes = assets.get(TOKENS)?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let mut fail = |code: Code, range: Option<Range<usize>>, reason: Fact| {
        let range = range.unwrap_or(0..0);
        let file = sources.add(TOKENS, &text);
        let span = Span { file, start: range.start, end: range.end };
        report.push(Diagnostic::at(code, span).with("reason", reason));
    };
    let table = match text.parse::<Table>() {
        Ok(table) => table,
        Err(error) => {
            fail(Code::BadTokens, error.span(), of_toml(&error));
            return None;
        }
    };
    let wrong = |section: &str, fits: fn(&str) -> bool| {
        table.get(section).and_then(|values| unfit(section, values, fits))
    };
    let found = wrong("colour", colour)
        .or_else(|| wrong("dark", colour))
        .map(|w| (w, phrase("no-colour")))
        .or_else(|| wrong("type", letter).map(|w| (w, phrase("no-typeface"))));
    let Some(((key, value), what)) = found else { return Some(table) };
    let range = place(&text, &key, &value);
    fail(Code::BadTokenValue, range, what.with("value", value).into());
    None
}

/// The first invalid value in a section, with its key. Other values than text are accepted among
/// typefaces, where sizes are, but not among colours.
fn unfit(key: &str, value: &Value, fits: fn(&str) -> bool) -> Option<(String, String)> {
    match value {
        Value::Table(values) => values.iter().find_map(|(key, value)| unfit(key, value, fits)),
        Value::Array(values) => values.iter().find_map(|value| unfit(key, value, fits)),
        Value::String(text) => (!fits(text)).then(|| (key.to_owned(), text.clone())),
        other => (!fits("Aa")).then(|| (key.to_owned(), other.to_string())),
    }
}

/// Whether a text is a colour: `#0f3b4c`, `#abc`, or either with transparency.
fn colour(text: &str) -> bool {
    let digits = text.strip_prefix('#').unwrap_or("");
    matches!(digits.len(), 3 | 4 | 6 | 8) && digits.chars().all(|c| c.is_ascii_hexdigit())
}

/// Whether a text is a typeface name that is safe in a style sheet.
fn letter(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
}

/// A text as a CSS string; characters that could end it are written as escapes.
#[must_use]
pub fn css_string(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | ',' | '.');
    let one = |c: char| match plain(c) {
        true => c.to_string(),
        false => format!("\\{:x} ", u32::from(c)),
    };
    format!("\"{}\"", text.chars().map(one).collect::<String>())
}

/// The range of a value on the line of its key.
fn place(text: &str, key: &str, value: &str) -> Option<Range<usize>> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.trim_start().starts_with(key)
            && let Some(at) = line.find(value)
        {
            return Some(start + at..start + at + value.len());
        }
        start += line.len();
    }
    None
}
