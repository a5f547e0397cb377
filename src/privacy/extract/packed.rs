//! Extracts the texts of ZIP-based formats: Word and Excel.

use super::part::{Nested, Part, Parts, Unread, latin, unread};
use crate::diagnostics::phrase;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The texts of each file in the archive, the file names, and the archive's comments.
pub fn parts(bytes: &[u8], nested: Nested) -> Parts {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| unread("unread-zip"))?;
    let mut out = vec![Part::inside(phrase("place-comment"), latin(archive.comment()))];
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).map_err(|_| unread("unread-zip"))?;
        let name = file.name().map_err(|_| unread("unread-zip"))?.into_owned();
        let mut bytes = Vec::new();
        let part = || Unread(phrase("unread-part").with("name", &name));
        file.read_to_end(&mut bytes).map_err(|_| part())?;
        out.push(Part::inside(phrase("place-part-name"), name.clone()));
        out.extend(nested.file(&name, &bytes)?.into_iter().map(|part| part.within(&name)));
    }
    Ok(out)
}
