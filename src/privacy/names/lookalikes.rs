//! Letters that look like Latin ones.

use unicode_security::confusable_detection::skeleton;

/// The Latin letters that Unicode calls small capitals, in alphabetical order, and the small kra.
/// Unicode does not list them as confusable, but lists Cyrillic letters as confusable with them.
const SMALL_CAPITALS: [(char, char); 26] = [
    ('ᴀ', 'a'),
    ('ʙ', 'b'),
    ('ᴄ', 'c'),
    ('ᴅ', 'd'),
    ('ᴇ', 'e'),
    ('ꜰ', 'f'),
    ('ɢ', 'g'),
    ('ʜ', 'h'),
    ('ɪ', 'i'),
    ('ᴊ', 'j'),
    ('ᴋ', 'k'),
    ('ĸ', 'k'),
    ('ʟ', 'l'),
    ('ᴍ', 'm'),
    ('ɴ', 'n'),
    ('ᴏ', 'o'),
    ('ᴘ', 'p'),
    ('ꞯ', 'q'),
    ('ʀ', 'r'),
    ('ꜱ', 's'),
    ('ᴛ', 't'),
    ('ᴜ', 'u'),
    ('ᴠ', 'v'),
    ('ᴡ', 'w'),
    ('ʏ', 'y'),
    ('ᴢ', 'z'),
];

/// The Latin letter that a letter of another script looks like (Unicode Technical Standard 39,
/// confusables), else the letter itself.
#[must_use]
pub fn latin(c: char) -> char {
    if c.is_ascii() || !c.is_alphabetic() {
        return c;
    }
    let capital =
        |c: char| SMALL_CAPITALS.iter().find(|(small, _)| *small == c).map(|(_, plain)| *plain);
    if let Some(plain) = capital(c) {
        return plain;
    }
    let mut buffer = [0; 4];
    let mut looks = skeleton(c.encode_utf8(&mut buffer));
    let (Some(one), None) = (looks.next(), looks.next()) else { return c };
    let plain = capital(one).or_else(|| one.is_ascii_alphabetic().then_some(one));
    match plain {
        Some(plain) if c.is_uppercase() => plain.to_ascii_uppercase(),
        Some(plain) => plain,
        None => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_other_scripts_are_read_as_they_look() {
        let read = |text: &str| text.chars().map(latin).collect::<String>();
        assert_eq!(read("Ве\u{440}sсhuυr"), "Bepschuur");
        assert_eq!(read("ʀɪᴋᴋᴇʀꜱ"), "rikkers");
        assert_eq!(read("Rik\u{43a}ersdonck"), "Rikkersdonck");
        assert_eq!(read("Müller & Петрова"), "Müller & Пetpoba");
    }
}
