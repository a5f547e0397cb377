//! Prepares text in drawings for the limits of their renderer.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Escapes text for a drawing.
///
/// The renderer of drawings fails on a run of text that a fallback font shapes into a different
/// number of glyphs. Characters outside Latin, Greek and Cyrillic are therefore each in a span of
/// their own: class `emoji` for those in the emoji font, `other` for the rest.
pub fn text(text: &str) -> String {
    let own = |c: char| matches!(c, '\0'..='\u{52F}' | '\u{2000}'..='\u{206F}' | '€');
    let mut out = String::new();
    for c in single(text) {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            c if own(c) => out.push(c),
            '\u{1F000}'.. => out.push_str(&format!("<tspan class=\"emoji\">{c}</tspan>")),
            c => out.push_str(&format!("<tspan class=\"other\">{c}</tspan>")),
        }
    }
    out
}

/// Reduces a text to characters of one glyph each: the renderer loses which text any further glyphs
/// stand for, and a PDF that can be read aloud must not contain such glyphs. A combining mark is
/// composed with its letter or left out, a joined emoji is split, a flag becomes its letters.
fn single(text: &str) -> impl Iterator<Item = char> {
    text.nfc().filter(|c| !steers(*c) && !is_combining_mark(*c)).map(|c| match c {
        '\u{1F1E6}'..='\u{1F1FF}' => {
            let letter = u32::from(c) - 0x1F1E6 + u32::from('A');
            char::from_u32(letter).unwrap_or(c)
        }
        c => c,
    })
}

/// Joiners, variation selectors, skin tones, and the tags of a flag.
fn steers(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}'
        | '\u{E0000}'..='\u{E01EF}')
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn every_sign_is_one_glyph() {
        assert_eq!(
            text("a < b & e\u{301} ẹ\u{301}"),
            "a &lt; b &amp; é <tspan class=\"other\">ẹ</tspan>"
        );
        assert_eq!(text("1\u{FE0F}\u{20E3} 🇳🇱"), "1 NL");
        let emoji = |c: char| format!("<tspan class=\"emoji\">{c}</tspan>");
        assert_eq!(text("👩\u{200D}💻"), format!("{}{}", emoji('👩'), emoji('💻')));
        assert_eq!(text("👍🏽"), emoji('👍'));
    }
}
