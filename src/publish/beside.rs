//! Finds the file beside a document that a path refers to. A path in Markdown may be
//! percent-encoded (`mijn%20foto.png`), and the characters of a name may be in composed or
//! decomposed form.

use crate::assets::outside;
use percent_encoding::percent_decode_str;
use std::path::Path;
use unicode_normalization::UnicodeNormalization as _;

/// Why a path refers to no usable file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missed {
    /// The path leads out of the folder.
    Outside,
    /// There is no such file. Holds the path of a file that differs only in case or in slashes.
    Missing(Option<String>),
}

/// The path, relative to the folder, of the file that `typed` refers to.
///
/// # Errors
/// If there is no such file, or if it is outside the folder.
pub fn beside(folder: &Path, typed: &str) -> Result<String, Missed> {
    let decoded = percent_decode_str(typed).decode_utf8_lossy();
    let there = |path: &&str| !outside(folder, path) && folder.join(path).is_file();
    if let Some(path) = [typed, &decoded].into_iter().find(there) {
        return Ok(path.to_owned());
    }
    let composed = |name: &str| name.nfc().collect::<String>();
    if let Some(path) = walked(folder, &decoded, composed) {
        return Ok(path);
    }
    // Once its backslashes are slashes, a Windows drive or server path is recognised as outside; no
    // folder begins like one.
    let slashed = decoded.replace('\\', "/");
    if outside(folder, &slashed) {
        return Err(Missed::Outside);
    }
    Err(Missed::Missing(walked(folder, &slashed, |name| composed(name).to_lowercase())))
}

/// The path of the file whose folders and name equal those of `path` after `form` is applied to
/// both.
fn walked(folder: &Path, path: &str, form: impl Fn(&str) -> String) -> Option<String> {
    if outside(folder, path) {
        return None;
    }
    let mut found = String::new();
    for part in path.split('/').filter(|part| !matches!(*part, "" | ".")) {
        let entries = std::fs::read_dir(folder.join(&found)).ok()?;
        let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
        let same = |name: &String| name == part || form(name) == form(part);
        // An exact match comes first, then the first name in order.
        let name = names.filter(same).min_by_key(|name| (name != part, name.clone()))?;
        found = if found.is_empty() { name } else { format!("{found}/{name}") };
    }
    (!outside(folder, &found) && folder.join(&found).is_file()).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[&str]) -> Option<tempfile::TempDir> {
        let folder = tempfile::tempdir().ok()?;
        for file in files {
            let path = folder.path().join(file);
            std::fs::create_dir_all(path.parent()?).ok()?;
            std::fs::write(path, "").ok()?;
        }
        Some(folder)
    }

    #[test]
    fn a_path_may_be_an_address_and_its_letters_composed_or_not() {
        let files = ["figuren/mijn foto.png", "figuren/cafe\u{301}.png", "50%25.png", "50%.png"];
        let Some(folder) = folder(&files) else { return assert!(files.is_empty()) };
        let found = |typed: &str| beside(folder.path(), typed);
        for (typed, file) in [
            ("figuren/mijn foto.png", "figuren/mijn foto.png"),
            ("figuren/mijn%20foto.png", "figuren/mijn foto.png"),
            ("./figuren/mijn%20foto.png", "./figuren/mijn foto.png"),
            ("figuren/café.png", "figuren/cafe\u{301}.png"),
            ("figuren/caf%C3%A9.png", "figuren/cafe\u{301}.png"),
            ("50%25.png", "50%25.png"),
            ("50%.png", "50%.png"),
        ] {
            assert_eq!(found(typed), Ok(file.to_owned()), "{typed}");
        }
    }

    #[test]
    fn what_differs_in_capitals_or_slashes_alone_is_named() {
        let files = ["figuren/Kaart.PNG"];
        let Some(folder) = folder(&files) else { return assert!(files.is_empty()) };
        let near = Missed::Missing(Some("figuren/Kaart.PNG".to_owned()));
        let found = |typed: &str| beside(folder.path(), typed);
        assert_eq!(found(r"figuren\Kaart.PNG"), Err(near));
        for typed in ["figuren/plan.png", "Kaart.PNG"] {
            assert_eq!(found(typed), Err(Missed::Missing(None)), "{typed}");
        }
        for typed in ["../kaart.png", "..%2Fkaart.png", r"C:\kaart.png", r"\\server\kaart.png"] {
            assert_eq!(found(typed), Err(Missed::Outside), "{typed}");
        }
    }
}
