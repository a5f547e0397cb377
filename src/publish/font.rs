//! Recognises complete font files; the first bytes alone are not enough.

/// The size in bytes of an entry in the table directory of a font.
const ENTRY: usize = 16;

/// Whether this is a complete font: TrueType, OpenType, a collection of them, or WOFF.
#[must_use]
pub fn is_font(bytes: &[u8]) -> bool {
    match bytes.first_chunk() {
        Some(b"\0\x01\0\0" | b"OTTO" | b"true") => tables(bytes, 0).unwrap_or(false),
        Some(b"ttcf") => collection(bytes).unwrap_or(false),
        Some(b"wOFF" | b"wOF2") => long(bytes, 8) == Some(bytes.len()),
        _ => false,
    }
}

/// Whether each font of a collection is complete.
fn collection(bytes: &[u8]) -> Option<bool> {
    let count = long(bytes, 8)?;
    let whole = |index: usize| tables(bytes, long(bytes, 12 + 4 * index)?);
    Some((1..=64).contains(&count) && (0..count).all(|index| whole(index).unwrap_or(false)))
}

/// Whether all tables that a font lists are within the file, and one of them maps characters.
fn tables(bytes: &[u8], at: usize) -> Option<bool> {
    let count = usize::from(u16::from_be_bytes(*bytes.get(at + 4..)?.first_chunk()?));
    let mut maps = false;
    for index in 0..count {
        let entry = at + 12 + ENTRY * index;
        maps |= bytes.get(entry..entry + 4)? == b"cmap";
        bytes.get(long(bytes, entry + 8)?..)?.get(..long(bytes, entry + 12)?)?;
    }
    Some(maps)
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?)).ok()
}

#[cfg(test)]
mod tests {
    use super::is_font;
    use crate::assets::Assets;

    #[test]
    fn a_font_is_whole_and_its_beginning_alone_is_none() {
        let assets = Assets::embedded();
        let fonts = assets.list("templates/fonts/", ".ttf");
        assert!(!fonts.is_empty());
        for path in fonts.iter().chain(&assets.list("templates/fonts/", ".otf")) {
            assert!(is_font(&assets.get(path).unwrap_or_default()), "{path}");
        }
        for begin in ["OTTO", "true", "\0\u{1}\0\0", "ttcf", "wOFF", "wOF2"] {
            let text = format!("{begin} Ysolde Rikkersdonck woont in de Dorpsstraat");
            assert!(!is_font(text.as_bytes()), "{begin}");
        }
    }
}
