//! Publishes a document as an OpenDocument text, the open standard for documents that are worked on.
//! Headings, lists, tables, notes and references are those of the format, as in the Word file.

mod automatic;
mod drawings;
mod front;
mod inlines;
mod lists;
mod open_list;
mod package;
mod tables;
mod text_writer;

pub use inlines::characters;

use super::manuscript::Manuscript;
use super::office::front::{LOGO, begins_page, bookmarks, has_front, logo};
use super::office::links::Bookmarks;
use super::office::look::{Look, fill};
use super::office::pages::{PageSize, Side, stretches};
use super::office::pictures::{Pictures, all_read};
use super::office::placement::Placement;
use super::office::tokens::{Tokens, whole};
use super::office::xml::Xml;
use crate::assets::Assets;
use crate::diagnostics::{Code, Diagnostic, Report, SourceMap, library_says, phrase};
use crate::markdown::{Block, plain};
use crate::templates::{Language, Templates};
use automatic::Automatic;
use package::{ROOT, TEXT, VERSION, meta, package};
use serde::Serialize;
use text_writer::TextWriter;

/// Writes an OpenDocument file that is no text: of this kind, with these parts. `root` is what the root
/// element of a part begins with.
///
/// # Errors
/// If a part is larger than a zip can hold.
pub fn opendocument(
    kind: &str,
    parts: impl FnOnce(&[(&str, &str)]) -> Vec<(&'static str, String)>,
) -> zip::result::ZipResult<Vec<u8>> {
    package(kind, &parts(&ROOT), &[])
}

/// The data for the templates in `templates/odt/`.
#[derive(Serialize)]
struct View<'a> {
    #[serde(flatten)]
    look: Look<'a>,
    version: &'a str,
    pages: [PageView; 2],
    /// The space below a paragraph of body text, in twentieths of a point.
    below: usize,
}

/// A kind of page; lengths in twentieths of a point.
#[derive(Serialize)]
struct PageView {
    name: &'static str,
    width: usize,
    height: usize,
    /// Top, right, bottom, left.
    margins: [usize; 4],
    /// The distance from the edge of the paper to the header and to the footer.
    running: [usize; 2],
    /// The width of the text.
    text: usize,
}

/// The name of the page of the cover in `styles.xml`, which has no header and footer.
const COVER: &str = "Omslag";

fn page_name(side: Side) -> &'static str {
    match side {
        Side::Upright => "Standard",
        Side::Lying => "Dwars",
    }
}

fn page(paper: PageSize, side: Side) -> PageView {
    let PageSize { width, height, margins, running } = paper.turned(side);
    let text = paper.text_width(side);
    PageView { name: page_name(side), width, height, margins, running, text }
}

/// Publishes a document as an OpenDocument text. `None` if an error prevents it; all problems are in
/// the report.
pub fn odt(
    manuscript: &Manuscript,
    assets: &Assets,
    sources: &mut SourceMap,
    report: &mut Report,
) -> Option<Vec<u8>> {
    let tokens = Tokens::read(assets, sources, report)?;
    let mut templates = Templates::new(Language::Word, assets, sources, report)?;
    let paper = PageSize::a4(&tokens.word, manuscript.head.kind);
    let look = Look::new(&tokens, &manuscript.head);
    let pages = [Side::Upright, Side::Lying].map(|side| page(paper, side));
    let below = if has_front(manuscript.head.kind) { 140 } else { 60 };
    let view = View { look, version: VERSION, pages, below };
    let mut filled = |name: &str| fill(name, &view, &mut templates, sources, report);
    let (styles, settings) = (filled("odt/styles")?, filled("odt/settings")?);
    let logo = logo(&tokens.logo, assets);
    let mut pictures = Pictures::new("Pictures/", &manuscript.images, assets);
    if let Some((_, bytes)) = &logo {
        pictures.add(LOGO, bytes.clone());
    }
    let (content, Pictures { parts, broken, .. }) =
        content(manuscript, &tokens, (paper, below), pictures);
    let logo = logo.map(|(path, _)| path).unwrap_or_default();
    if !all_read(&broken, &logo, manuscript.file, sources, report) {
        return None;
    }
    let meta = meta(&manuscript.head, &manuscript.provenance);
    let texts = [
        ("content.xml", content),
        ("meta.xml", meta),
        ("settings.xml", settings),
        ("styles.xml", styles),
    ];
    let fails = |error: zip::result::ZipError| {
        let diagnostic = Diagnostic::of_file(Code::WordFails, sources.path(manuscript.file));
        let reason = library_says(phrase("zip-unwritten"), "zip", &error.to_string());
        report.push(diagnostic.with("reason", reason));
    };
    package(TEXT, &texts, &parts).map_err(fails).ok()
}

/// Writes the text; returns it with the images that it shows.
fn content<'a>(
    manuscript: &'a Manuscript,
    tokens: &'a Tokens,
    (paper, below): (PageSize, usize),
    pictures: Pictures<'a>,
) -> (String, Pictures<'a>) {
    let Manuscript { head, blocks, .. } = manuscript;
    // Three type sizes for tables, in half points: the largest in which a table fits is used.
    let table = whole(tokens.word.table * 2.0);
    let mut writer = TextWriter {
        xml: Xml::fragment(),
        automatic: Automatic::default(),
        colours: &tokens.colour,
        bookmarks: Bookmarks::default(),
        pictures,
        notes: match blocks.last() {
            Some(Block::Notes { items }) => items,
            _ => &[],
        },
        heading: String::new(),
        tables: 0,
        width: paper.text_width(Side::Upright),
        figure_height: paper.text_height(Side::Upright) * 4 / 5,
        table_sizes: [0, 2, 5].map(|less| table.saturating_sub(less).max(8)),
        page: Some(if has_front(head.kind) { COVER } else { page_name(Side::Upright) }),
        gap: false,
        below,
        lists: Vec::new(),
        blank: true,
    };
    bookmarks(blocks, &mut writer.bookmarks);
    writer.cover(manuscript, &tokens.logo);
    chapters(&mut writer, manuscript, paper);
    writer.provenance(manuscript);
    let TextWriter { xml: text, automatic, pictures, .. } = writer;
    let mut xml = Xml::part();
    xml.open("office:document-content", &ROOT);
    xml.open("office:automatic-styles", &[]);
    xml.raw(&automatic.xml);
    xml.close("office:automatic-styles");
    xml.open("office:body", &[]);
    xml.open("office:text", &[]);
    xml.open("text:sequence-decls", &[]);
    let figures = [("text:display-outline-level", "0"), ("text:name", "Figuur")];
    xml.empty("text:sequence-decl", &figures);
    xml.close("text:sequence-decls");
    xml.raw(&text.finish());
    ["office:text", "office:body", "office:document-content"].iter().for_each(|n| xml.close(n));
    (xml.finish(), pictures)
}

/// Writes the text after the cover, in portrait or landscape as its parts need.
fn chapters(writer: &mut TextWriter<'_>, manuscript: &Manuscript, paper: PageSize) {
    let Manuscript { head, blocks, .. } = manuscript;
    let first = blocks.iter().position(|b| matches!(b, Block::Heading { .. }));
    let (notice, chapters) = blocks.split_at(first.unwrap_or(0));
    let mut fresh = has_front(head.kind);
    if fresh {
        writer.contents(blocks);
    }
    writer.blocks(notice, Placement::page(writer.width));
    let mut chapter = String::new();
    let mut side = Side::Upright;
    for (next, stretch) in stretches(chapters, head.kind) {
        if next != side {
            side = next;
            writer.page = Some(page_name(side));
            fresh = false;
        }
        let place = Placement::page(paper.text_width(side));
        writer.figure_height = paper.text_height(side) * 4 / 5;
        for (index, block) in stretch.iter().enumerate() {
            if let Block::Heading { level: 1, id, c } = block {
                let words = plain(c);
                let begins = fresh || begins_page(head.kind, &words, &chapter);
                writer.heading(1, id, c, begins && writer.page.is_none(), place);
                chapter = words;
            } else {
                writer.block(block, stretch.get(index + 1), place);
            }
            fresh = false;
        }
    }
}
