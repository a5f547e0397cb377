//! Exports a document as files for the plain Typst compiler.

use super::Manuscript;
use super::pdf::description;
use super::theme;
use super::world::MAIN;
use crate::assets::Assets;
use std::collections::BTreeMap;

/// The page description, theme, fonts and images, by path. In a folder with these files,
/// `typst compile --font-path fonts main.typ` produces the same pages.
#[must_use]
pub fn dump(manuscript: &Manuscript, assets: &Assets) -> BTreeMap<String, Vec<u8>> {
    let mut out = BTreeMap::new();
    out.insert("main.typ".to_owned(), MAIN.as_bytes().to_vec());
    out.insert("document.json".to_owned(), description(manuscript));
    for folder in ["templates/theme/", "templates/fonts/"] {
        for path in assets.list(folder, "") {
            let bytes = theme::file(assets, &path).unwrap_or_default();
            out.insert(path.trim_start_matches("templates/").to_owned(), bytes);
        }
    }
    let images = manuscript.images.iter();
    out.extend(
        images.map(|(path, bytes)| (path.trim_start_matches('/').to_owned(), bytes.clone())),
    );
    if let Some(card) = &manuscript.scorecard {
        out.insert(super::ATTACHED.to_owned(), card.clone().into_bytes());
    }
    out
}
