//! The images of a nota: read from beside it, handed to Typst under names of our own.

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

/// The most images of a document. A nota has some twenty; an annex of photographs some hundred.
const MOST: usize = 500;

/// The most bytes of all images together: they stand in memory at once, and go out by mail.
const MOST_BYTES: usize = 128 * 1024 * 1024;

/// The longest description of an image, in bytes: a PDF/A holds no longer string. (ISO 19005-2, 6.1.13.)
const MOST_DESCRIPTION: usize = 32_767;

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

/// The character of a drawing that no font has, as words of the catalogue.
fn strange(typesetter: &Typesetter, ending: &str, bytes: &[u8]) -> Option<Phrase> {
    let text = std::str::from_utf8(bytes).ok().filter(|_| ending == "svg")?;
    let strange = glyphs::strange(typesetter, &image_check::letters(text))?;
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

/// What is wrong with an image, and the facts for the message.
type Fault = (Code, Vec<(&'static str, Fact)>);

/// The ending of an image and what it shows, or what is wrong with it.
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
