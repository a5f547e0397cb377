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
use crate::view::{DraftView, NotaView};
use environment::Templates;

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
    for part in ["templates/nota.md.jinja", "templates/partials/", "templates/theme/"] {
        view.inputs.push((part.to_owned(), assets.digest(part)));
    }
    let body = templates.render("nota.md.jinja", &view, report)?;
    let body = tidy::tidy(&body);
    let mut head = Head {
        document: "Bestuurlijke nota".to_owned(),
        title: view.title.clone(),
        subtitle: view.subtitle.clone(),
        municipality: view.municipality.clone(),
        commissioner: view.commissioner.clone(),
        date: view.date.clone(),
        date_parts: view.date_parts,
        status: view.status.clone(),
        status_text: view.status_text.clone(),
        lang: "nl".to_owned(),
        case: view.case.clone(),
        version: view.version.clone(),
        seal: String::new(),
    };
    head.seal = seal(&head, &body);
    Some(Nota { head, body })
}
