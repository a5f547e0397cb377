//! Recognises files of other programs by their first bytes, and files that were only partly saved.

use super::{Phrase, phrase};

/// Number of successive zero bytes that no typed text contains.
const ZEROS: usize = 8;

/// The kind of file, if it is not text.
#[must_use]
pub fn foreign(bytes: &[u8]) -> Option<Phrase> {
    let holds = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    let start = bytes.get(..512.min(bytes.len())).unwrap_or(bytes);
    let text = String::from_utf8_lossy(start).trim_start().to_lowercase();
    let kind = match () {
        () if !bytes.is_empty() && bytes.iter().all(|b| *b == 0) => phrase("foreign-zeros"),
        () if bytes.starts_with(b"PK\x03\x04") && holds(b"word/") => phrase("foreign-word"),
        () if bytes.starts_with(b"PK\x03\x04") && holds(b"xl/") => phrase("foreign-workbook"),
        () if bytes.starts_with(b"PK\x03\x04") => phrase("foreign-zip"),
        () if bytes.starts_with(b"\xD0\xCF\x11\xE0") => phrase("foreign-old-office"),
        () if bytes.starts_with(b"%PDF") => phrase("foreign-pdf"),
        () if bytes.starts_with(b"{\\rtf") => phrase("foreign-rtf"),
        () if bytes.starts_with(b"\x89PNG") || bytes.starts_with(b"\xFF\xD8\xFF") => {
            phrase("foreign-image")
        }
        () if text.starts_with("<!doctype html") || text.starts_with("<html") => {
            phrase("foreign-page")
        }
        // An interrupted save leaves a part of the file filled with zeros.
        () if bytes.contains(&0) && holds(&[0; ZEROS]) => phrase("foreign-half"),
        () => return None,
    };
    Some(kind)
}

/// Whether these bytes are UTF-16 text, which older versions of Notepad call `Unicode`.
#[must_use]
pub fn is_utf16(bytes: &[u8]) -> bool {
    let marked = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    let start = bytes.get(..256.min(bytes.len())).unwrap_or(bytes);
    // In UTF-16, every other byte of Latin letters is zero.
    let zeros = |odd: usize| {
        let every = start.iter().skip(odd).step_by(2);
        every.clone().count() > 1 && every.filter(|b| **b != 0).count() == 0
    };
    let all = start.iter().all(|b| *b == 0);
    marked || (!all && (zeros(0) || zeros(1)))
}
