//! From what templates see to a nota in Markdown.
//!
//! Templates are MiniJinja, and the user's own trusted code, but bounded in work and depth.
//! Every value that a template prints is escaped as plain text, unless it passes through the
//! filter `md`, which fields with normalised Markdown do.

mod drafted;
mod environment;
mod scaffold;
mod tidy;

pub use drafted::check_drafts;
pub use scaffold::scaffold;

use crate::assets::Assets;
use crate::diagnostics::{Report, SourceMap};
use crate::markdown::{Head, seal};
use crate::view::{CodingView, ComparisonView, DraftView, NotaView};
use environment::Templates;
use serde::Serialize;

/// What a nota is called in its head.
pub const NOTA: &str = "Bestuurlijke nota";

/// A nota as text: the head and the Markdown below it.
#[derive(Debug, Clone)]
pub struct Nota {
    /// What publishers must know.
    pub head: Head,
    /// The Markdown.
    pub body: String,
}

impl Nota {
    /// The whole file.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{}\n{}", self.head.write(), self.body)
    }
}

/// Fills the nota's template. Where the researchers worded no conclusions or recommendations,
/// drafted ones take their place, marked as drafts. `None` where a template is in error.
pub fn nota(
    mut view: NotaView,
    drafts: &[Vec<DraftView>],
    assets: &Assets,
    sources: &mut SourceMap,
    report: &mut Report,
) -> Option<Nota> {
    let mut templates = Templates::new(assets, sources, report)?;
    drafted::complete(&mut view, drafts, &templates, report)?;
    view.inputs.extend(made_with("nota.md.jinja", assets));
    let head = Head {
        document: NOTA.to_owned(),
        subtitle: view.subtitle.clone(),
        municipality: view.municipality.clone(),
        commissioner: view.commissioner.clone(),
        date_parts: view.date_parts,
        case: view.case.clone(),
        ..front(&view.title, &view.date, (&view.status, &view.status_text), &view.version)
    };
    fill("nota.md.jinja", &view, head, &mut templates, report)
}

/// Fills the template of a comparison. `name` is the folder that it is written in.
pub fn comparison(
    mut view: ComparisonView,
    name: &str,
    assets: &Assets,
    sources: &mut SourceMap,
    report: &mut Report,
) -> Option<Nota> {
    let mut templates = Templates::new(assets, sources, report)?;
    view.inputs.extend(made_with("vergelijking.md.jinja", assets));
    let head = Head {
        document: "Vergelijking".to_owned(),
        subtitle: Some(view.subtitle.clone()).filter(|s| !s.is_empty()),
        municipality: match view.count {
            1 => "1 gemeente".to_owned(),
            count => format!("{count} gemeenten"),
        },
        commissioner: view.commissioners.clone(),
        date_parts: view.date_parts,
        case: name.to_owned(),
        ..front(&view.title, &view.date, (&view.status, &view.status_text), &view.version)
    };
    fill("vergelijking.md.jinja", &view, head, &mut templates, report)
}

/// Fills the template of a study that codes documents.
pub fn coding(
    mut view: CodingView,
    name: &str,
    assets: &Assets,
    sources: &mut SourceMap,
    report: &mut Report,
) -> Option<Nota> {
    let mut templates = Templates::new(assets, sources, report)?;
    view.inputs.extend(made_with("codeerstudie.md.jinja", assets));
    let head = Head {
        document: "Codeerstudie".to_owned(),
        subtitle: view.subtitle.clone(),
        municipality: format!("{} gemeenten", view.count),
        commissioner: view.commissioner.clone(),
        date_parts: view.date_parts,
        case: name.to_owned(),
        ..front(&view.title, &view.date, (&view.status, &view.status_text), &view.version)
    };
    fill("codeerstudie.md.jinja", &view, head, &mut templates, report)
}

/// What the heads of all documents take from their view.
fn front(title: &str, date: &str, status: (&str, &str), version: &str) -> Head {
    Head {
        title: title.to_owned(),
        date: date.to_owned(),
        status: status.0.to_owned(),
        status_text: status.1.to_owned(),
        lang: "nl".to_owned(),
        version: version.to_owned(),
        ..Head::default()
    }
}

/// The hashes of what a document is made with: its template, the partials, the theme.
fn made_with(template: &str, assets: &Assets) -> Vec<(String, String)> {
    let own = format!("templates/{template}");
    let parts = [own.as_str(), "templates/partials/", "templates/theme/"];
    parts.map(|part| (part.to_owned(), assets.digest(part))).into()
}

/// Fills a template and seals it with its head.
fn fill(
    template: &str,
    view: &impl Serialize,
    mut head: Head,
    templates: &mut Templates,
    report: &mut Report,
) -> Option<Nota> {
    let body = templates.render(template, view, report)?;
    let body = tidy::tidy(&body);
    head.seal = seal(&head, &body);
    Some(Nota { head, body })
}
