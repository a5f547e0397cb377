//! A document that has been read and checked: the input of every publisher.

use super::image_sources::ImageSources;
use super::problems::report_problems;
use super::shown::Shown;
use super::world::Typesetter;
use super::{glyphs, images};
use crate::diagnostics::{Code, Diagnostic, FileId, Report, SourceMap, Span};
use crate::markdown::{Block, Head, Kind, conflict_marks, parse, read_numbers, seal, split};
use std::collections::BTreeMap;

/// The file name of the scorecard attached to a PDF.
pub const ATTACHED: &str = "scorekaart.json";

/// The maximum [`size`] of a document: about two thousand pages, which take a minute to typeset.
const MOST: usize = 40_000;

/// A document, its text as a tree and its images in memory.
#[derive(Debug, Clone)]
pub struct Manuscript {
    /// Its file; problems are reported there.
    pub file: FileId,
    /// Its front matter.
    pub head: Head,
    /// Whether it was edited after it was generated.
    pub edited: bool,
    /// The program and version that made it, and its check number.
    pub provenance: String,
    pub blocks: Vec<Block>,
    /// Its images, by their names in the tree.
    pub images: BTreeMap<String, Vec<u8>>,
    /// The images from its own folder, as opposed to drawn figures.
    pub given: Vec<Shown>,
    /// The scorecard as JSON, to be attached to a PDF.
    pub scorecard: Option<String>,
}

/// Reads a document, whose text is `file` in `sources`. `None` if an error prevents publication;
/// all problems are in the report.
pub fn manuscript(
    typesetter: &Typesetter,
    file: FileId,
    image_sources: ImageSources<'_>,
    sources: &SourceMap,
    report: &mut Report,
) -> Option<Manuscript> {
    let text = sources.text(file);
    let (yaml, body) = split(text);
    let head = match yaml.map_or(Err("title".to_owned()), Head::parse) {
        Ok(head) => head,
        Err(key) => {
            let typed = format!("\n{key}:");
            let in_head = |yaml: &&str| format!("\n{yaml}").contains(&typed);
            let start = yaml.filter(in_head).and_then(|_| text.find(&typed)).map_or(0, |at| at + 1);
            let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or("");
            let span = Span { file, start, end: start + line.len() };
            report.push(Diagnostic::at(Code::NoFrontMatter, span).with("key", key));
            return None;
        }
    };
    let marks = conflict_marks(text);
    if !marks.is_empty() {
        let each = marks.into_iter().map(|(start, end)| Span { file, start, end });
        each.for_each(|span| report.push(Diagnostic::at(Code::ConflictMarks, span)));
        return None;
    }
    let hash = seal(&head, body);
    let mut document = parse(text);
    if head.kind == Kind::Hearing {
        read_numbers(&mut document.blocks);
    }
    let mut found = Report::default();
    let long = size(&document.blocks) + body.len() / 1_000;
    if long > MOST {
        let diagnostic = Diagnostic::of_file(Code::DocumentTooLong, sources.path(file));
        let diagnostic = diagnostic.with("found", long.to_string());
        report.push(diagnostic.with("most", MOST.to_string()));
        return None;
    }
    report_problems(&document.problems, file, sources, &mut found);
    glyphs::check_document(typesetter, (&head, &document.blocks), file, sources, &mut found);
    let images::Collected { images, given } =
        images::collect(typesetter, &mut document.blocks, image_sources, file, sources, &mut found);
    // Only the errors of this document count, not those already in `report`.
    let broken = found.has_errors();
    report.extend(found);
    if broken {
        return None;
    }
    let mark = hash.get(..12).unwrap_or(&hash);
    Some(Manuscript {
        file,
        edited: hash != head.seal,
        provenance: format!("Gemaakt met rekenkamer {}; controlegetal {mark}", head.version),
        blocks: document.blocks,
        head,
        images,
        given,
        scorecard: None,
    })
}

/// The number of blocks and cells in a text, at any depth.
fn size(blocks: &[Block]) -> usize {
    let one = |block: &Block| match block {
        Block::List { items, .. } | Block::Notes { items } => {
            items.iter().map(|item| 1 + size(item)).sum()
        }
        Block::Quote { c } | Block::Callout { c, .. } => size(c),
        Block::Table { rows, header, .. } => header.len() * (1 + rows.len()),
        _ => 0,
    };
    blocks.iter().map(|block| 1 + one(block)).sum()
}
