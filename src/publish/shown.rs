//! Images as a document shows them: checked, and without metadata.

use super::{image_check, nested, raster};
use crate::assets::sha256;
use crate::diagnostics::{Phrase, phrase};
use image::ImageFormat;
use std::path::Path;

/// The file extensions of images.
const ENDINGS: [&str; 4] = ["svg", "png", "jpg", "jpeg"];

/// An image as supplied and as a document shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The path that the document or the theme uses for it.
    pub path: String,
    /// SHA-256 of the file as supplied.
    pub sha256: String,
    /// Whether it contains pixels, which cannot be searched for text.
    pub pixels: bool,
    /// The file that the document contains, with only the data that draws it.
    pub bytes: Vec<u8>,
}

/// Checks and cleans an image of the theme or of a model for Word.
///
/// # Errors
/// The fault of the image, as a phrase of the catalogue.
pub fn shown(path: &str, bytes: &[u8]) -> Result<Shown, Phrase> {
    shown_as(ending(path)?, path, bytes)
}

/// The file extension of an image; an error if it is not one of an image.
pub fn ending(path: &str) -> Result<&'static str, Phrase> {
    let ending = Path::new(path).extension().map(|e| e.to_string_lossy().to_lowercase());
    let known = ending.and_then(|e| ENDINGS.into_iter().find(|known| *known == e));
    known.ok_or_else(|| phrase("image-ending"))
}

/// The extension that fits the content: a JPEG saved as `.png` by some program is still a JPEG.
pub fn true_ending(typed: &'static str, bytes: &[u8]) -> &'static str {
    match raster::format(bytes) {
        _ if typed == "svg" => typed,
        Some(ImageFormat::Png) => "png",
        Some(_) => "jpg",
        None => typed,
    }
}

/// Like [`shown`], with an extension that may differ from the one in the path.
pub fn shown_as(ending: &str, path: &str, bytes: &[u8]) -> Result<Shown, Phrase> {
    let clean = fit(ending, bytes)?;
    let pixels = ending != "svg" || image_check::has_pixels(&String::from_utf8_lossy(&clean));
    Ok(Shown { path: path.to_owned(), sha256: sha256(bytes), pixels, bytes: clean })
}

/// Checks an image and removes everything but the data that draws it.
///
/// # Errors
/// The fault of the image, as a phrase of the catalogue.
pub fn fit(ending: &str, bytes: &[u8]) -> Result<Vec<u8>, Phrase> {
    if let Some(fault) = image_check::fault(ending, bytes) {
        return Err(fault);
    }
    match std::str::from_utf8(bytes).ok().filter(|_| ending == "svg") {
        Some(text) => nested::clean(text).map(String::into_bytes),
        None => raster::clean(bytes).ok_or_else(|| phrase("image-damaged")),
    }
}
