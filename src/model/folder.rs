//! The name of the folder of a case, from the name of its body.

use super::body::BodyKind;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Maximum number of letters of such a name: paths on Windows have a maximum too.
const MOST_LETTERS: usize = 60;

/// Names of devices, which Windows reserves.
const DEVICES: [&str; 22] = [
    "aux", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt1",
    "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul", "prn",
];

/// Whether Windows reserves a name, in small letters and without an extension.
#[must_use]
pub fn is_device(name: &str) -> bool {
    DEVICES.contains(&name)
}

/// A name that is valid on every system: small letters without marks, digits and hyphens. A province
/// and a water board have their noun in it, as many share their name with a municipality. Empty for
/// a name without a letter of this alphabet.
#[must_use]
pub fn folder_of(kind: BodyKind, name: &str) -> String {
    let letters = kind.label(name).to_lowercase();
    let letters = letters.nfkd().filter(|c| !is_combining_mark(*c));
    let mut out = String::new();
    for letter in letters {
        match letter {
            'a'..='z' | '0'..='9' => out.push(letter),
            'ø' => out.push('o'),
            'æ' => out.push_str("ae"),
            'ß' => out.push_str("ss"),
            '\'' | '’' | '.' => {}
            _ if out.is_empty() || out.ends_with('-') => {}
            _ => out.push('-'),
        }
    }
    out.truncate(MOST_LETTERS);
    let own = out.trim_end_matches('-').to_owned();
    if is_device(&own) { format!("{own}-{}", kind.key()) } else { own }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_named_after_its_body_on_every_system() {
        for (kind, name, folder) in [
            (BodyKind::Gemeente, "'s-Hertogenbosch", "s-hertogenbosch"),
            (BodyKind::Gemeente, "’s-Gravenhage", "s-gravenhage"),
            (BodyKind::Gemeente, "Súdwest-Fryslân", "sudwest-fryslan"),
            (BodyKind::Gemeente, "Bergen (NH.)", "bergen-nh"),
            (BodyKind::Gemeente, "Nuenar c.a. / Oost", "nuenar-ca-oost"),
            (BodyKind::Gemeente, "Utrecht", "utrecht"),
            (BodyKind::Provincie, "Utrecht", "provincie-utrecht"),
            (BodyKind::Waterschap, "Waterschap Rivierenland", "waterschap-rivierenland"),
            (BodyKind::Waterschap, "Wetterskip Fryslân", "wetterskip-fryslan"),
            (BodyKind::Gemeente, "Con", "con-gemeente"),
            (BodyKind::Gemeente, "北京", ""),
        ] {
            assert_eq!(folder_of(kind, name), folder, "{name}");
        }
    }
}
