//! Publishes a comparison as one web page: readable and printable without its script, which
//! filters, sorts and recounts what is already on the page.
//!
//! The content of cases is on the page as escaped text, never as style or script: those are whole
//! files of `templates/page/`, and the page's Content Security Policy lets a browser run only
//! those, by their hashes. The script contains no data; it reads the tables.

mod style;

use crate::assets::Assets;
use crate::diagnostics::{Report, SourceMap};
use crate::templates::{Language, Templates, between_tags};
use crate::view::PageView;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// The folder with the page's own files.
const FOLDER: &str = "templates/page/";

const STYLE: &str = "templates/page/style.css";

/// The template of the page around the tables.
const TEMPLATE: &str = "page/vergelijking.html.jinja";

/// The modules of the script, in the order of their dependencies.
const SCRIPT: [&str; 9] =
    ["numbers", "address", "table", "counts", "figures", "front", "answer", "drawer", "main"];

/// The data for the page's template.
#[derive(Serialize)]
struct Sheet<'a> {
    page: &'a PageView<'a>,
    /// The style sheet, preceded by the theme's colours.
    style: &'a str,
    /// The hash of the style sheet for the page's policy.
    style_hash: String,
    script: &'a str,
    script_hash: String,
    /// The hash of all files in `templates/page/`.
    made_with: String,
}

/// Publishes a comparison as HTML. `None` if there is an error in a template or the tokens.
pub fn html(
    page: &PageView<'_>,
    assets: &Assets,
    sources: &mut SourceMap,
    report: &mut Report,
) -> Option<Vec<u8>> {
    let (templates, tokens) = Templates::with_tokens(Language::Html, assets, sources, report)?;
    let style = style::style(&tokens, &between_tags(assets, STYLE), &page.text.status_text);
    let script = script(assets);
    let sheet = Sheet {
        page,
        style_hash: hash(&style),
        style: &style,
        script_hash: hash(&script),
        script: &script,
        made_with: assets.digest(FOLDER),
    };
    templates.render(TEMPLATE, &sheet, report).map(String::into_bytes)
}

/// Joins the modules of the script: each imports only from earlier ones, so the `import` lines and
/// the word `export` can be dropped.
fn script(assets: &Assets) -> String {
    let mut out = String::new();
    for name in SCRIPT {
        for line in between_tags(assets, &format!("{FOLDER}script/{name}.mjs")).lines() {
            if !line.starts_with("import ") {
                out.push_str(line.strip_prefix("export ").unwrap_or(line));
                out.push('\n');
            }
        }
    }
    out
}

/// A hash in the notation of a Content Security Policy (level 2).
fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text.as_bytes())))
}
