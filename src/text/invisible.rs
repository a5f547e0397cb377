//! Invisible characters, which are copied along with text from Word, Teams or a web page.

use crate::diagnostics::{Fact, phrase};
use icu_properties::CodePointSetData;
use icu_properties::props::DefaultIgnorableCodePoint;

/// Whether a character looks like a space or like nothing, and is not an ordinary space. Joiners
/// inside a word (in emoji and other scripts) are intended.
pub fn is_unusual_space(c: char) -> bool {
    matches!(
        c,
        '\u{A0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200B}'
                | '\u{200E}'
                | '\u{200F}'
                | '\u{2028}'
                | '\u{2029}'
                | '\u{202F}'
                | '\u{205F}'
                | '\u{2060}'
                | '\u{3000}'
                | '\u{FEFF}'
    )
}

/// Whether a character has neither a form nor a width of its own: what Unicode calls
/// default-ignorable, and its annotation marks.
#[must_use]
pub fn unseen(c: char) -> bool {
    let ignorable = CodePointSetData::new::<DefaultIgnorableCodePoint>();
    !c.is_ascii() && (ignorable.contains(c) || matches!(c, '\u{FFF9}'..='\u{FFFB}'))
}

/// The name of such a character in messages.
pub fn describe(c: char) -> Fact {
    match c {
        '\u{A0}' | '\u{202F}' => phrase("odd-hard").into(),
        _ => phrase("odd-other").with("code", format!("U+{:04X}", u32::from(c))).into(),
    }
}

/// The first such character at either end of a text, with its byte offset. One without any width is
/// reported anywhere in a text, by `publish::check_texts`.
pub fn at_end(text: &str) -> Option<(usize, char)> {
    if text.is_ascii() {
        return None;
    }
    let bare = |c: char| !(is_unusual_space(c) || c.is_whitespace());
    let start = text.find(bare).unwrap_or(text.len());
    let end = text.rfind(bare).map_or(text.len(), |at| at + 1);
    let wide = |c: char| is_unusual_space(c) && c != '\u{200B}';
    text.char_indices().find(|(at, c)| wide(*c) && (*at < start || *at >= end))
}

/// A text without leading and trailing white space and such characters.
pub fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| is_unusual_space(c) || c.is_whitespace())
}
