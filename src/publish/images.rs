//! The images of a nota: read from beside it, handed to Typst under names of our own.

use super::beside::{Missed, beside};
use super::{Shelf, Typesetter, glyphs, nested, raster, report_problems, sound};
use crate::assets::{read, sha256};
use crate::diagnostics::{Code, Fact, FileId, Phrase, Report, SourceMap, phrase};
use crate::markdown::{Block, Problem};
use image::ImageFormat;
use std::collections::BTreeMap;
use std::path::Path;

/// The most images of a document. A nota has some twenty; an annex of photographs some hundred.
const MOST: usize = 500;

/// The most bytes of all images together: they stand in memory at once, and go out by mail.
const MOST_BYTES: usize = 128 * 1024 * 1024;

/// The longest description of an image, in bytes: a PDF/A holds no longer string. (ISO 19005-2, 6.1.13.)
const MOST_DESCRIPTION: usize = 32_767;

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
fn ending(path: &str) -> Result<&'static str, Phrase> {
    let ending = Path::new(path).extension().map(|e| e.to_string_lossy().to_lowercase());
    let known = ending.and_then(|e| ENDINGS.into_iter().find(|known| *known == e));
    known.ok_or_else(|| phrase("image-ending"))
}

/// How the name of an image should end: a program that saves a JPEG as `.png` changes nothing in it.
fn true_ending(typed: &'static str, bytes: &[u8]) -> &'static str {
    match raster::format(bytes) {
        _ if typed == "svg" => typed,
        Some(ImageFormat::Png) => "png",
        Some(_) => "jpg",
        None => typed,
    }
}

fn shown_as(ending: &str, path: &str, bytes: &[u8]) -> Result<Shown, Phrase> {
    let clean = fit(ending, bytes)?;
    let pixels = ending != "svg" || sound::has_pixels(&String::from_utf8_lossy(&clean));
    Ok(Shown { path: path.to_owned(), sha256: sha256(bytes), pixels, bytes: clean })
}

/// An image that is sound, without anything but what draws it.
///
/// # Errors
/// What is wrong with it, as a phrase of the catalogue.
pub fn fit(ending: &str, bytes: &[u8]) -> Result<Vec<u8>, Phrase> {
    if let Some(fault) = sound::fault(ending, bytes) {
        return Err(fault);
    }
    match std::str::from_utf8(bytes).ok().filter(|_| ending == "svg") {
        Some(text) => nested::clean(text).map(String::into_bytes),
        None => raster::clean(bytes).ok_or_else(|| phrase("image-damaged")),
    }
}

/// The images of a document: as Typst finds them, and as they were given.
#[derive(Debug, Clone, Default)]
pub struct Collected {
    /// By the names under which the tree has them.
    pub images: BTreeMap<String, Vec<u8>>,
    /// Those that somebody laid beside the document.
    pub given: Vec<Shown>,
}

/// Reads every image, and points the tree at the names under which Typst finds them.
pub fn collect(
    typesetter: &Typesetter,
    blocks: &mut [Block],
    shelf: Shelf<'_>,
    file: FileId,
    sources: &SourceMap,
    report: &mut Report,
) -> Collected {
    let mut out = Collected::default();
    let mut missing = Vec::new();
    walk(typesetter, blocks, shelf, &mut missing, &mut out);
    report_problems(&missing, file, sources, report);
    out
}

/// The character of a drawing that no font has, as words of the catalogue.
fn strange(typesetter: &Typesetter, ending: &str, bytes: &[u8]) -> Option<Phrase> {
    let text = std::str::from_utf8(bytes).ok().filter(|_| ending == "svg")?;
    let strange = glyphs::strange(typesetter, &sound::letters(text))?;
    let code = format!("U+{:04X}", u32::from(strange));
    Some(phrase("image-character").with("code", code))
}

/// The bound that the images read so far pass, where they do.
fn too_many(read: &BTreeMap<String, Vec<u8>>) -> Option<String> {
    let bytes: usize = read.values().map(Vec::len).sum();
    match (read.len() > MOST, bytes > MOST_BYTES) {
        (true, _) => Some(MOST.to_string()),
        (_, true) => Some(format!("{} MiB", MOST_BYTES / (1024 * 1024))),
        _ => None,
    }
}

fn walk(
    typesetter: &Typesetter,
    blocks: &mut [Block],
    shelf: Shelf<'_>,
    missing: &mut Vec<Problem>,
    out: &mut Collected,
) {
    for block in blocks {
        match block {
            Block::Figure { src, line, alt, .. } => {
                if alt.len() > MOST_DESCRIPTION {
                    let facts = vec![("problem", "long".into())];
                    missing.push(Problem::of_line(Code::ImageWithoutText, *line, facts));
                }
                let number = out.images.len() + 1;
                match figure(typesetter, src, shelf) {
                    Ok((ending, image)) => {
                        let name = format!("/images/{number}.{ending}");
                        out.images.insert(name.clone(), image.bytes.clone());
                        if !shelf.figures.contains_key(&*src) {
                            out.given.push(image);
                        }
                        *src = name;
                        if let Some(most) = too_many(&out.images) {
                            let facts = vec![("most", most.into())];
                            missing.push(Problem::of_line(Code::TooManyImages, *line, facts));
                            return;
                        }
                    }
                    Err((code, mut facts)) => {
                        facts.push(("value", Fact::from(&*src)));
                        missing.push(Problem::of_line(code, *line, facts));
                    }
                }
            }
            Block::List { items, .. } | Block::Notes { items } => {
                items.iter_mut().for_each(|item| walk(typesetter, item, shelf, missing, out));
            }
            Block::Quote { c } | Block::Callout { c, .. } => {
                walk(typesetter, c, shelf, missing, out)
            }
            _ => {}
        }
    }
}

/// What is wrong with an image, and the facts for the message.
type Fault = (Code, Vec<(&'static str, Fact)>);

/// The ending of an image and what it shows, or what is wrong with it.
fn figure(
    typesetter: &Typesetter,
    src: &str,
    shelf: Shelf<'_>,
) -> Result<(&'static str, Shown), Fault> {
    let unfit = |reason: Phrase| (Code::ImageUnfit, vec![("reason", reason.into())]);
    let (path, bytes) = match shelf.figures.get(src) {
        Some(drawn) => (src.to_owned(), drawn.clone().into_bytes()),
        None => {
            let path = beside(shelf.folder, src).map_err(missed)?;
            let bytes = read(&shelf.folder.join(&path));
            (path, bytes.map_err(|_| missed(Missed::Missing(None)))?)
        }
    };
    let ending = true_ending(ending(&path).map_err(unfit)?, &bytes);
    let image = shown_as(ending, &path, &bytes).map_err(unfit)?;
    match strange(typesetter, ending, &image.bytes) {
        Some(fault) => Err(unfit(fault)),
        None => Ok((ending, image)),
    }
}

/// Why an image is not shown that is not there.
fn missed(missed: Missed) -> Fault {
    match missed {
        Missed::Outside => (Code::ImageOutside, Vec::new()),
        Missed::Missing(None) => (Code::ImageMissing, vec![("problem", "gone".into())]),
        Missed::Missing(Some(path)) => {
            // As it must stand in Markdown.
            let bare = !path.contains([' ', '(', ')', '%']);
            let path = if bare { path } else { format!("<{path}>") };
            (Code::ImageMissing, vec![("problem", "near".into()), ("expected", path.into())])
        }
    }
}
