//! A comparison as one page on a screen: readable and printable as it stands, and with a script
//! that filters, sorts and counts again what is already there.
//!
//! What a case says reaches the page as escaped text and never as style or script: both are whole
//! files of `templates/page/`, and the page's own policy lets a browser run nothing but those, by
//! their hashes. The script carries no data; it reads the tables.

mod style;

use crate::assets::Assets;
use crate::diagnostics::{Report, SourceMap};
use crate::templates::{Language, Templates, between_tags};
use crate::view::PageView;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// Where the page's own files stand.
const FOLDER: &str = "templates/page/";

/// The style sheet.
const STYLE: &str = "templates/page/style.css";

/// The page around the tables.
const TEMPLATE: &str = "page/vergelijking.html.jinja";

/// The parts of the script, in the order in which they build on each other.
const SCRIPT: [&str; 8] =
    ["numbers", "address", "table", "counts", "figures", "front", "drawer", "main"];

/// What the page's template sees.
#[derive(Serialize)]
struct Sheet<'a> {
    /// The comparison.
    page: &'a PageView<'a>,
    /// The style sheet, with the theme's colours in front.
    style: &'a str,
    /// Its hash, as the page's policy names it.
    style_hash: String,
    script: &'a str,
    script_hash: String,
    /// The hash of the files that the page is made with.
    made_with: String,
}

/// A comparison as HTML. `None` where a template or the tokens are in error.
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

/// The modules of the script as one: each imports only from those before it, so that the words
/// `import` and `export` fall away.
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

/// A hash as a policy names it (Content Security Policy, level 2).
fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text.as_bytes())))
}
