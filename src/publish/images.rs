//! The images of a nota: read from beside it, handed to Typst under names of our own.

use super::{Shelf, report_problems, sound};
use crate::assets::read;
use crate::diagnostics::{Code, FileId, Report, SourceMap};
use crate::markdown::{Block, Problem};
use std::collections::BTreeMap;
use std::path::{Component, Path};

/// What the names of images end in.
const ENDINGS: [&str; 4] = ["svg", "png", "jpg", "jpeg"];

/// Reads every image, and points the tree at the names under which Typst finds them.
pub fn collect(
    blocks: &mut [Block],
    shelf: Shelf<'_>,
    file: FileId,
    sources: &SourceMap,
    report: &mut Report,
) -> BTreeMap<String, Vec<u8>> {
    let mut out = BTreeMap::new();
    let mut missing = Vec::new();
    walk(blocks, shelf, &mut missing, &mut out);
    report_problems(&missing, file, sources, report);
    out
}

/// Whether a path leads out of a folder: by itself, as an address, or by a symbolic link.
fn outside(folder: &Path, src: &str) -> bool {
    let inner = |part| matches!(part, Component::Normal(_) | Component::CurDir);
    let address = src.contains(':') || src.contains('\\') || src.starts_with('/');
    if address || !Path::new(src).components().all(inner) {
        return true;
    }
    match (folder.canonicalize(), folder.join(src).canonicalize()) {
        (Ok(folder), Ok(file)) => !file.starts_with(folder),
        // What is not there is told as missing.
        _ => false,
    }
}

fn walk(
    blocks: &mut [Block],
    shelf: Shelf<'_>,
    missing: &mut Vec<Problem>,
    out: &mut BTreeMap<String, Vec<u8>>,
) {
    for block in blocks {
        match block {
            Block::Figure { src, line, .. } => {
                let number = out.len() + 1;
                match figure(src, shelf) {
                    Ok((ending, bytes)) => {
                        let name = format!("/images/{number}.{ending}");
                        out.insert(name.clone(), bytes);
                        *src = name;
                    }
                    Err((code, reason)) => {
                        let mut args = vec![("value", src.clone())];
                        args.extend(reason.map(|reason| ("reason", reason.to_owned())));
                        missing.push(Problem::of_line(code, *line, args));
                    }
                }
            }
            Block::List { items, .. } => {
                items.iter_mut().for_each(|item| walk(item, shelf, missing, out));
            }
            Block::Quote { c } | Block::Callout { c, .. } => walk(c, shelf, missing, out),
            _ => {}
        }
    }
}

/// What is wrong with an image, and why, where the message says so.
type Fault = (Code, Option<&'static str>);

/// The ending and the bytes of an image, or what is wrong with it.
fn figure(src: &str, shelf: Shelf<'_>) -> Result<(&'static str, Vec<u8>), Fault> {
    let ending = Path::new(src).extension().map(|e| e.to_string_lossy().to_lowercase());
    let known = ending.and_then(|e| ENDINGS.into_iter().find(|known| *known == e));
    let bytes = match shelf.figures.get(src) {
        Some(drawn) => drawn.clone().into_bytes(),
        None if outside(shelf.folder, src) => return Err((Code::ImageOutside, None)),
        None => read(&shelf.folder.join(src)).map_err(|_| (Code::ImageMissing, None))?,
    };
    let Some(known) = known else {
        let reason = "haar naam eindigt niet op `.svg`, `.png`, `.jpg` of `.jpeg`";
        return Err((Code::ImageUnfit, Some(reason)));
    };
    match sound::fault(known, &bytes) {
        Some(fault) => Err((Code::ImageUnfit, Some(fault))),
        None => Ok((known, bytes)),
    }
}
