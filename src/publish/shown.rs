//! An image as a document shows it: sound, and without anything but what draws it.

use super::{image_check, nested, raster};
use crate::assets::sha256;
use crate::diagnostics::{Phrase, phrase};
use image::ImageFormat;
use std::path::Path;

/// What the names of images end in.
const ENDINGS: [&str; 4] = ["svg", "png", "jpg", "jpeg"];

/// An image as somebody gave it, and as a document shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The path under which the document or the theme names it.
    pub path: String,
    /// SHA-256 of the file as it was given.
    pub sha256: String,
    /// Whether it has pixels, in which nothing can be searched.
    pub pixels: bool,
    /// What the document shows: nothing beside what draws it.
    pub bytes: Vec<u8>,
}

/// An image of the theme or of a model of Word, fit to be shown.
///
/// # Errors
/// What is wrong with it, as a phrase of the catalogue.
pub fn shown(path: &str, bytes: &[u8]) -> Result<Shown, Phrase> {
    shown_as(ending(path)?, path, bytes)
}

/// How the name of an image ends.
pub fn ending(path: &str) -> Result<&'static str, Phrase> {
    let ending = Path::new(path).extension().map(|e| e.to_string_lossy().to_lowercase());
    let known = ending.and_then(|e| ENDINGS.into_iter().find(|known| *known == e));
    known.ok_or_else(|| phrase("image-ending"))
}

/// How the name of an image should end: a program that saves a JPEG as `.png` changes nothing in it.
pub fn true_ending(typed: &'static str, bytes: &[u8]) -> &'static str {
    match raster::format(bytes) {
        _ if typed == "svg" => typed,
        Some(ImageFormat::Png) => "png",
        Some(_) => "jpg",
        None => typed,
    }
}

/// The same under an ending that its name may not have.
pub fn shown_as(ending: &str, path: &str, bytes: &[u8]) -> Result<Shown, Phrase> {
    let clean = fit(ending, bytes)?;
    let pixels = ending != "svg" || image_check::has_pixels(&String::from_utf8_lossy(&clean));
    Ok(Shown { path: path.to_owned(), sha256: sha256(bytes), pixels, bytes: clean })
}

/// An image that is sound, without anything but what draws it.
///
/// # Errors
/// What is wrong with it, as a phrase of the catalogue.
pub fn fit(ending: &str, bytes: &[u8]) -> Result<Vec<u8>, Phrase> {
    if let Some(fault) = image_check::fault(ending, bytes) {
        return Err(fault);
    }
    match std::str::from_utf8(bytes).ok().filter(|_| ending == "svg") {
        Some(text) => nested::clean(text).map(String::into_bytes),
        None => raster::clean(bytes).ok_or_else(|| phrase("image-damaged")),
    }
}
