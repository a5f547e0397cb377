//! A document that was read and found fit to publish: what every publisher starts from.

use super::image_sources::ImageSources;
use super::problems::report_problems;
use super::shown::Shown;
use super::world::Typesetter;
use super::{glyphs, images};
use crate::diagnostics::{Code, Diagnostic, FileId, Report, SourceMap, Span};
use crate::markdown::{Block, Head, Kind, conflict_marks, parse, read_numbers, seal, split};
use std::collections::BTreeMap;

/// The name of a scorecard inside a PDF.
pub const ATTACHED: &str = "scorekaart.json";

/// The largest size of a document, by [`size`]: some two thousand pages, which take a minute to set.
const MOST: usize = 40_000;

/// A document, its text as a tree and its images in memory.
#[derive(Debug, Clone)]
pub struct Manuscript {
    /// Its file, where problems with it are told.
    pub file: FileId,
    /// What is known of it beside its text.
    pub head: Head,
    /// Whether somebody edited it after it was generated.
    pub edited: bool,
    /// By what it was made, and its check number.
    pub provenance: String,
    /// Its text.
    pub blocks: Vec<Block>,
    /// Its images, by the names under which the tree has them.
    pub images: BTreeMap<String, Vec<u8>>,
    /// Those of them that somebody laid beside it.
    pub given: Vec<Shown>,
    /// The scorecard as JSON, to travel inside a PDF.
    pub scorecard: Option<String>,
}

/// Reads a document. `file` is its text in `sources`. `None` where an error keeps it from being
/// published; all problems stand in the report.
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
            let span = Span { file, start: 0, end: text.find('\n').unwrap_or(text.len()) };
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

/// How many blocks and cells a text has, at any depth.
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
