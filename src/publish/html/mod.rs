//! Publishes a document as one accessible HTML file: no script, no external requests, images
//! embedded.
//!
//! The page around the text is a template with one style sheet; both take colours and type from the
//! theme's tokens. The text itself is written block by block, with everything escaped.

mod blocks;
mod inlines;

use super::manuscript::Manuscript;
use super::theme;
use crate::assets::Assets;
use crate::diagnostics::{Code, Diagnostic, Report, SourceMap};
use crate::markdown::{Block, Head, plain};
use crate::templates::{Language, TOKENS, Templates, between_tags, css_string};
use blocks::{Writer, image};
use serde::Serialize;

/// The style sheet of a page.
pub const STYLE: &str = "templates/html/style.css";

/// The data for the page's template.
#[derive(Serialize)]
struct Page<'a> {
    head: &'a Head,
    edited: bool,
    provenance: &'a str,
    style: &'a str,
    /// The status, as a CSS string.
    status_css: String,
    /// The logo as a `data:` URI, and its alternative text.
    logo: Option<(String, String)>,
    tokens: &'a toml::Table,
    /// The anchor and title of each chapter.
    chapters: Vec<(&'a str, String)>,
    /// The text before the first chapter, as HTML.
    before: String,
    /// The chapters, as HTML.
    body: String,
}

/// Publishes a document as HTML. `None` if there is an error in the template or the tokens.
pub fn html(
    manuscript: &Manuscript,
    assets: &Assets,
    sources: &mut SourceMap,
    report: &mut Report,
) -> Option<Vec<u8>> {
    let (templates, tokens) = Templates::with_tokens(Language::Html, assets, sources, report)?;
    let blocks = &manuscript.blocks;
    let first = blocks.iter().position(|b| matches!(b, Block::Heading { .. }));
    let (before, chapters) = blocks.split_at(first.unwrap_or(0));
    let mut writer = Writer::new(blocks, &manuscript.images);
    let page = Page {
        head: &manuscript.head,
        edited: manuscript.edited,
        provenance: &manuscript.provenance,
        style: &between_tags(assets, STYLE),
        status_css: css_string(&manuscript.head.status_text),
        logo: logo(&tokens, assets, report)?,
        tokens: &tokens,
        chapters: chapters.iter().filter_map(chapter).collect(),
        before: writer.blocks(before),
        body: writer.blocks(chapters),
    };
    templates.render("html/page.html.jinja", &page, report).map(String::into_bytes)
}

fn chapter(block: &Block) -> Option<(&str, String)> {
    match block {
        Block::Heading { level: 1, id, c } => Some((id, plain(c))),
        _ => None,
    }
}

/// The logo that the tokens name. `None` if its file is missing, which is reported.
fn logo(
    tokens: &toml::Table,
    assets: &Assets,
    report: &mut Report,
) -> Option<Option<(String, String)>> {
    let text = |key: &str| tokens.get("logo")?.get(key)?.as_str();
    let Some(path) = text("path") else { return Some(None) };
    let whole = format!("templates/theme/{path}");
    let Some(bytes) = theme::file(assets, &whole) else {
        report.push(Diagnostic::of_file(Code::ImageMissing, TOKENS).with("value", path));
        return None;
    };
    Some(Some((image(path, &bytes), text("alt").unwrap_or_default().to_owned())))
}
