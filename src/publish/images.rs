//! The images of a nota: read from beside it, handed to Typst under names of our own.

use crate::diagnostics::{Code, Diagnostic, FileId, Report, Span};
use crate::markdown::Block;
use std::collections::BTreeMap;
use std::path::Path;

/// Reads every image, and points the tree at the names under which Typst finds them.
pub fn collect(
    blocks: &mut [Block],
    folder: &Path,
    file: FileId,
    report: &mut Report,
) -> BTreeMap<String, Vec<u8>> {
    let mut out = BTreeMap::new();
    walk(blocks, folder, file, report, &mut out);
    out
}

fn walk(
    blocks: &mut [Block],
    folder: &Path,
    file: FileId,
    report: &mut Report,
    out: &mut BTreeMap<String, Vec<u8>>,
) {
    for block in blocks {
        match block {
            Block::Figure { src, .. } => {
                let extension = Path::new(src.as_str()).extension().and_then(|e| e.to_str());
                let known = extension.filter(|e| matches!(*e, "svg" | "png" | "jpg" | "jpeg"));
                match (std::fs::read(folder.join(src.as_str())), known) {
                    (Ok(bytes), Some(extension)) => {
                        let name = format!("/images/{}.{extension}", out.len() + 1);
                        out.insert(name.clone(), bytes);
                        *src = name;
                    }
                    _ => {
                        let span = Span { file, start: 0, end: 0 };
                        let diagnostic = Diagnostic::at(Code::ImageMissing, span);
                        report.push(diagnostic.with("value", src.as_str()));
                    }
                }
            }
            Block::List { items, .. } => {
                items.iter_mut().for_each(|item| walk(item, folder, file, report, out));
            }
            Block::Quote { c } | Block::Callout { c, .. } => walk(c, folder, file, report, out),
            _ => {}
        }
    }
}
