//! One accessible HTML file: no script, no outside request, images inside.
//!
//! The page around the text is a template, its looks are one style sheet, and both take colours
//! and type from the theme's tokens. The text itself is written block by block, everything escaped.

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

/// The style sheet.
const STYLE: &str = "templates/html/style.css";

/// What the page's template sees.
#[derive(Serialize)]
struct Page<'a> {
    head: &'a Head,
    edited: bool,
    provenance: &'a str,
    /// The style sheet.
    style: &'a str,
    /// The status, as a string of CSS.
    status_css: String,
    /// The logo as an address of an image, and what it shows.
    logo: Option<(String, String)>,
    /// The theme's tokens.
    tokens: &'a toml::Table,
    /// The chapters: anchor and title.
    chapters: Vec<(&'a str, String)>,
    /// What stands before the first chapter, as HTML.
    before: String,
    /// The chapters, as HTML.
    body: String,
}

/// A document as HTML. `None` where the template or the tokens are in error.
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

/// The logo that the tokens name. `None` where its file is not there; the report says so.
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
