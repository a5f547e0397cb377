//! Reads the images of a nota from its folder and gives them the names under which Typst finds
//! them.

use super::beside::{Missed, beside};
use super::image_sources::ImageSources;
use super::problems::report_problems;
use super::shown::{Shown, ending, shown_as, true_ending};
use super::world::Typesetter;
use super::{glyphs, image_check};
use crate::assets::read;
use crate::diagnostics::{Code, Fact, FileId, Phrase, Report, SourceMap, phrase};
use crate::markdown::{Block, Problem};
use std::collections::BTreeMap;

/// The maximum number of images in a document. A nota has about twenty; an annex of photographs
/// about a hundred.
const MOST: usize = 500;

/// The maximum size of all images together, in bytes: they are in memory at the same time, and the
/// document is sent by mail.
const MOST_BYTES: usize = 128 * 1024 * 1024;

/// The maximum length of the description of an image, in bytes: PDF/A does not allow a longer
/// string (ISO 19005-2, 6.1.13).
const MOST_DESCRIPTION: usize = 32_767;

/// The images of a document: under the names for Typst, and as supplied.
#[derive(Debug, Clone, Default)]
pub struct Collected {
    /// The images by their names in the tree.
    pub images: BTreeMap<String, Vec<u8>>,
    /// The images from the folder of the document, as opposed to drawn figures.
    pub given: Vec<Shown>,
}

/// Reads every image, and replaces the paths in the tree by the names for Typst.
pub fn collect(
    typesetter: &Typesetter,
    blocks: &mut [Block],
    image_sources: ImageSources<'_>,
    file: FileId,
    sources: &SourceMap,
    report: &mut Report,
) -> Collected {
    let mut out = Collected::default();
    let mut missing = Vec::new();
    walk(typesetter, blocks, image_sources, &mut missing, &mut out);
    report_problems(&missing, file, sources, report);
    out
}

/// The first character in an SVG that a PDF cannot show, as a phrase of the catalogue.
fn strange(typesetter: &Typesetter, ending: &str, bytes: &[u8]) -> Option<Phrase> {
    let text = std::str::from_utf8(bytes).ok().filter(|_| ending == "svg")?;
    let strange = glyphs::strange(typesetter, &image_check::letters(text))?;
    let code = format!("U+{:04X}", u32::from(strange));
    Some(phrase("image-character").with("code", code))
}

/// The limit that the images read so far exceed, if any.
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
    image_sources: ImageSources<'_>,
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
                match figure(typesetter, src, image_sources) {
                    Ok((ending, image)) => {
                        let name = format!("/images/{number}.{ending}");
                        out.images.insert(name.clone(), image.bytes.clone());
                        if !image_sources.figures.contains_key(&*src) {
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
                items
                    .iter_mut()
                    .for_each(|item| walk(typesetter, item, image_sources, missing, out));
            }
            Block::Quote { c } | Block::Callout { c, .. } => {
                walk(typesetter, c, image_sources, missing, out)
            }
            _ => {}
        }
    }
}

/// A problem with an image, with the facts for the message.
type Fault = (Code, Vec<(&'static str, Fact)>);

/// Reads one image; returns it with the extension that fits its content.
fn figure(
    typesetter: &Typesetter,
    src: &str,
    image_sources: ImageSources<'_>,
) -> Result<(&'static str, Shown), Fault> {
    let unfit = |reason: Phrase| (Code::ImageUnfit, vec![("reason", reason.into())]);
    let (path, bytes) = match image_sources.figures.get(src) {
        Some(drawn) => (src.to_owned(), drawn.clone().into_bytes()),
        None => {
            let path = beside(image_sources.folder, src).map_err(missed)?;
            let bytes = read(&image_sources.folder.join(&path));
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

/// The problem of an image whose path refers to no usable file.
fn missed(missed: Missed) -> Fault {
    match missed {
        Missed::Outside => (Code::ImageOutside, Vec::new()),
        Missed::Missing(None) => (Code::ImageMissing, vec![("problem", "gone".into())]),
        Missed::Missing(Some(path)) => {
            // The path as it must be written in Markdown.
            let bare = !path.contains([' ', '(', ')', '%']);
            let path = if bare { path } else { format!("<{path}>") };
            (Code::ImageMissing, vec![("problem", "near".into()), ("expected", path.into())])
        }
    }
}
