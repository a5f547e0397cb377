//! Unicode normalisation: one form for one text, however it was typed.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use unicode_normalization::{UnicodeNormalization as _, is_nfc};

/// A text in NFC, with each letter and its marks as one character, so that text typed on a Mac is
/// the same text.
#[must_use]
pub fn composed(text: &str) -> Cow<'_, str> {
    if is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// A typed path as the disk has it: where a folder or file does not exist, the one whose name
/// differs only in Unicode normalisation. If the path exists, or nothing matches, it is returned as
/// typed.
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

/// The first entry of a folder whose normalised name equals that of a path.
fn namesake(folder: &Path, path: &Path) -> Option<PathBuf> {
    let name = composed(path.file_name()?.to_str()?);
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let entries = std::fs::read_dir(folder).ok()?.flatten();
    let same = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let found = same.filter(|other| composed(other) == name).min()?;
    Some(path.with_file_name(found))
}
