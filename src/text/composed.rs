//! One form for one text, however it was typed.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use unicode_normalization::{UnicodeNormalization as _, is_nfc};

/// A text with each letter and its marks as one character (NFC), so that what was typed on a Mac
/// is the same text.
#[must_use]
pub fn composed(text: &str) -> Cow<'_, str> {
    if is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// A typed path as the disk has it: of a folder or file that is not there, the one whose name is the
/// same text with its letters and marks apart or together. What is there, or nowhere, stays as typed.
#[must_use]
pub fn on_disk(typed: PathBuf) -> PathBuf {
    if typed.exists() || typed.to_str().is_none_or(str::is_ascii) {
        return typed;
    }
    let mut found = PathBuf::new();
    for part in typed.components() {
        let next = found.join(part);
        found = if next.exists() { next } else { namesake(&found, &next).unwrap_or(next) };
    }
    if found.exists() { found } else { typed }
}

/// The first entry of a folder whose composed name is that of a path.
fn namesake(folder: &Path, path: &Path) -> Option<PathBuf> {
    let name = composed(path.file_name()?.to_str()?);
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let entries = std::fs::read_dir(folder).ok()?.flatten();
    let same = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let found = same.filter(|other| composed(other) == name).min()?;
    Some(path.with_file_name(found))
}
