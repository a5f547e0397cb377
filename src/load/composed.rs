//! One form for one text, however it was typed.

use std::borrow::Cow;
use unicode_normalization::{UnicodeNormalization as _, is_nfc};

/// A text with each letter and its marks as one character (NFC), so that what was typed on a Mac
/// is the same text.
#[must_use]
pub fn composed(text: &str) -> Cow<'_, str> {
    if is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}
