//! The images of a nota: read from beside it, handed to Typst under names of our own.

use super::{Shelf, Typesetter, glyphs, report_problems, sound};
use crate::assets::{outside, read};
use crate::diagnostics::{Code, Fact, FileId, Phrase, Report, SourceMap, phrase};
use crate::markdown::{Block, Problem};
use std::collections::BTreeMap;
use std::path::Path;

/// The most images of a document. A nota has some twenty; an annex of photographs some hundred.
const MOST: usize = 500;

/// The most bytes of all images together: they stand in memory at once, and go out by mail.
const MOST_BYTES: usize = 128 * 1024 * 1024;

/// What the names of images end in.
const ENDINGS: [&str; 4] = ["svg", "png", "jpg", "jpeg"];

/// Reads every image, and points the tree at the names under which Typst finds them.
pub fn collect(
    typesetter: &Typesetter,
    blocks: &mut [Block],
    shelf: Shelf<'_>,
    file: FileId,
    sources: &SourceMap,
    report: &mut Report,
) -> BTreeMap<String, Vec<u8>> {
    let mut out = BTreeMap::new();
    let mut missing = Vec::new();
    walk(typesetter, blocks, shelf, &mut missing, &mut out);
    report_problems(&missing, file, sources, report);
    out
}

/// What is wrong with an image, as words of the catalogue; `None` where nothing is.
fn fault(typesetter: &Typesetter, ending: &str, bytes: &[u8]) -> Option<Phrase> {
    if let Some(fault) = sound::fault(ending, bytes) {
        return Some(fault);
    }
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
    out: &mut BTreeMap<String, Vec<u8>>,
) {
    for block in blocks {
        match block {
            Block::Figure { src, line, .. } => {
                let number = out.len() + 1;
                match figure(typesetter, src, shelf) {
                    Ok((ending, bytes)) => {
                        let name = format!("/images/{number}.{ending}");
                        out.insert(name.clone(), bytes);
                        *src = name;
                        if let Some(most) = too_many(out) {
                            let facts = vec![("most", most.into())];
                            missing.push(Problem::of_line(Code::TooManyImages, *line, facts));
                            return;
                        }
                    }
                    Err((code, reason)) => {
                        let mut facts = vec![("value", Fact::from(&*src))];
                        facts.extend(reason.map(|reason| ("reason", reason.into())));
                        missing.push(Problem::of_line(code, *line, facts));
                    }
                }
            }
            Block::List { items, .. } => {
                items.iter_mut().for_each(|item| walk(typesetter, item, shelf, missing, out));
            }
            Block::Quote { c } | Block::Callout { c, .. } => {
                walk(typesetter, c, shelf, missing, out)
            }
            _ => {}
        }
    }
}

/// What is wrong with an image, and why where the code does not say it.
type Fault = (Code, Option<Phrase>);

/// The ending and the bytes of an image, or what is wrong with it.
fn figure(
    typesetter: &Typesetter,
    src: &str,
    shelf: Shelf<'_>,
) -> Result<(&'static str, Vec<u8>), Fault> {
    let ending = Path::new(src).extension().map(|e| e.to_string_lossy().to_lowercase());
    let known = ending.and_then(|e| ENDINGS.into_iter().find(|known| *known == e));
    let bytes = match shelf.figures.get(src) {
        Some(drawn) => drawn.clone().into_bytes(),
        None if outside(shelf.folder, src) => return Err((Code::ImageOutside, None)),
        None => read(&shelf.folder.join(src)).map_err(|_| (Code::ImageMissing, None))?,
    };
    let Some(known) = known else {
        return Err((Code::ImageUnfit, Some(phrase("image-ending"))));
    };
    match fault(typesetter, known, &bytes) {
        Some(fault) => Err((Code::ImageUnfit, Some(fault))),
        None => Ok((known, bytes)),
    }
}
