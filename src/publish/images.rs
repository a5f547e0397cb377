//! The images of a nota: read from beside it, handed to Typst under names of our own.

use super::{Shelf, Typesetter, glyphs, report_problems, sound};
use crate::assets::{outside, read};
use crate::diagnostics::{Code, FileId, Report, SourceMap};
use crate::markdown::{Block, Problem};
use std::collections::BTreeMap;
use std::path::Path;

/// The most images of a document. A nota has some twenty; an annex of photographs some hundred.
const MOST: usize = 500;

/// The most bytes of all images together: they stand in memory at once, and go out by mail.
const MOST_BYTES: usize = 128 * 1024 * 1024;

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

/// What is wrong with an image, in words; `None` where nothing is.
fn fault(typesetter: &Typesetter, ending: &str, bytes: &[u8]) -> Option<String> {
    if let Some(fault) = sound::fault(ending, bytes) {
        return Some(fault.to_owned());
    }
    let text = std::str::from_utf8(bytes).ok().filter(|_| ending == "svg")?;
    let strange = glyphs::strange(typesetter, &sound::letters(text))?;
    Some(format!("zij heeft teken U+{:04X}, dat niet in een PDF kan", u32::from(strange)))
}

/// What of the images read so far is too much to read another, as found and most.
fn too_many(read: &BTreeMap<String, Vec<u8>>) -> Option<(String, String)> {
    let bytes: usize = read.values().map(Vec::len).sum();
    let mib = |bytes: usize| format!("{} MiB", bytes / (1024 * 1024));
    match (read.len() > MOST, bytes > MOST_BYTES) {
        (true, _) => Some((format!("meer dan {MOST}"), MOST.to_string())),
        (_, true) => Some((format!("meer dan {}", mib(MOST_BYTES)), mib(MOST_BYTES))),
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
                let extension = Path::new(src.as_str()).extension().and_then(|e| e.to_str());
                let known = extension.filter(|e| matches!(*e, "svg" | "png" | "jpg" | "jpeg"));
                let drawn = shelf.figures.get(src.as_str()).map(|svg| svg.clone().into_bytes());
                if drawn.is_none() && outside(shelf.folder, src) {
                    let args = vec![("value", src.clone())];
                    let code = Code::ImageOutside;
                    missing.push(Problem { code, line: *line, column: 1, args });
                    continue;
                }
                let bytes = drawn.map_or_else(|| read(&shelf.folder.join(src.as_str())), Ok);
                let fault =
                    bytes.as_ref().ok().zip(known).and_then(|(b, e)| fault(typesetter, e, b));
                if let Some(fault) = fault {
                    let args = vec![("value", src.clone()), ("reason", fault)];
                    let code = Code::ImageUnfit;
                    missing.push(Problem { code, line: *line, column: 1, args });
                    continue;
                }
                match (bytes, known) {
                    (Ok(bytes), Some(extension)) => {
                        let name = format!("/images/{}.{extension}", out.len() + 1);
                        out.insert(name.clone(), bytes);
                        *src = name;
                        if let Some((found, most)) = too_many(out) {
                            let args = vec![("found", found), ("most", most)];
                            let code = Code::TooManyImages;
                            missing.push(Problem { code, line: *line, column: 1, args });
                            return;
                        }
                    }
                    _ => {
                        let args = vec![("value", src.clone())];
                        let code = Code::ImageMissing;
                        missing.push(Problem { code, line: *line, column: 1, args });
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
