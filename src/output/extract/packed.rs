//! The texts of a file that is an archive of files: Word, Excel.

use super::{Part, Place, within};
use crate::diagnostics::phrase;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The texts of each file in it, their names, and what the archive says of itself.
pub fn parts(bytes: &[u8], depth: usize) -> Vec<Part> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return vec![Part { place: Place::Bytes, text: super::printable(bytes) }];
    };
    let mut out = vec![Part::inside(phrase("place-comment"), super::latin(archive.comment()))];
    for index in 0..archive.len() {
        let Ok(mut file) = archive.by_index(index) else { continue };
        let name = file.name().map(|n| n.into_owned()).unwrap_or_default();
        let mut bytes = Vec::new();
        if file.read_to_end(&mut bytes).is_err() {
            continue;
        }
        out.push(Part::inside(phrase("place-part-name"), name.clone()));
        out.extend(within(&name, &bytes, depth + 1).into_iter().map(|part| part.within(&name)));
    }
    out
}
