//! The images of a nota: read from beside it, handed to Typst under names of our own.

use super::{Shelf, report_problems, sound};
use crate::assets::{outside, read};
use crate::diagnostics::{Code, FileId, Report, SourceMap};
use crate::markdown::{Block, Problem};
use std::collections::BTreeMap;
use std::path::Path;

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

fn walk(
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
                let fault = bytes.as_ref().ok().zip(known).and_then(|(b, e)| sound::fault(e, b));
                if let Some(fault) = fault {
                    let args = vec![("value", src.clone()), ("reason", fault.to_owned())];
                    let code = Code::ImageUnfit;
                    missing.push(Problem { code, line: *line, column: 1, args });
                    continue;
                }
                match (bytes, known) {
                    (Ok(bytes), Some(extension)) => {
                        let name = format!("/images/{}.{extension}", out.len() + 1);
                        out.insert(name.clone(), bytes);
                        *src = name;
                    }
                    _ => {
                        let args = vec![("value", src.clone())];
                        let code = Code::ImageMissing;
                        missing.push(Problem { code, line: *line, column: 1, args });
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
