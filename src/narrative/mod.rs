//! Writes documents in Markdown from the views that templates receive.
//!
//! Every value that a template prints is escaped as plain text, unless it passes through the filter
//! `md`, which is for fields with normalised Markdown.

mod drafted;
mod glance;
mod scaffold;
mod tidy;

pub use drafted::check_drafts;
pub use scaffold::{
    NewFramework, NewMapping, NewNorm, new_framework, new_mapping, scaffold, shared,
};

use crate::assets::{Assets, sha256};
use crate::diagnostics::{Report, SourceMap};
use crate::markdown::{Head, Kind, Numbered, number_paragraphs, seal};
use crate::templates::{Language, Templates};
use crate::view::{CaseView, CodingView, ComparisonView, DraftView, FactsheetView, RegisterView};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A document as text: the head, the Markdown after it, and the figures in it.
#[derive(Debug, Clone)]
pub struct DocumentText {
    /// The metadata for publishers.
    pub head: Head,
    pub body: String,
    /// The figures as SVG, by the path that the Markdown uses for them.
    pub figures: BTreeMap<String, String>,
    /// The paragraphs with a number, in a text for the hearing.
    pub paragraphs: Vec<Numbered>,
}

impl DocumentText {
    /// The text of the file: head and Markdown.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{}\n{}", self.head.write(), self.body)
    }

    /// Records the folders of the cases that it is based on, as paths relative to the working
    /// directory, and renews the seal.
    pub fn record(&mut self, cases: Vec<String>) {
        self.head.cases = Some(cases);
        self.head.seal = seal(&self.head, &self.body);
    }

    /// All of its texts that are published: the file and the figures.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        std::iter::once(self.text()).chain(self.figures.values().cloned()).collect()
    }

    /// Adds the figures that the text refers to; others are dropped.
    pub fn show(&mut self, drawn: BTreeMap<String, String>) {
        let named = |path: &String| self.body.contains(&format!("]({path} "));
        let shown: Vec<_> = drawn.into_iter().filter(|(path, _)| named(path)).collect();
        self.figures.extend(shown);
    }
}

/// Writes documents of one kind; the templates are read once.
pub struct Writer {
    kind: Kind,
    templates: Arc<Templates>,
    made_with: Vec<(String, String)>,
}

impl Writer {
    /// Reads the templates. `None` if there is an error in one.
    pub fn new(
        kind: Kind,
        assets: &Assets,
        sources: &mut SourceMap,
        report: &mut Report,
    ) -> Option<Self> {
        let templates = Templates::new(Language::Markdown, assets, sources, report)?;
        Some(Self::of(kind, Arc::new(templates), assets))
    }

    /// Writes with templates that were read before from the same assets.
    #[must_use]
    pub fn of(kind: Kind, templates: Arc<Templates>, assets: &Assets) -> Self {
        Self { kind, templates, made_with: made_with(kind, assets) }
    }

    /// Fills the template of a document of a case. If the researchers wrote no conclusions or
    /// recommendations, drafts take their place, marked as such. `None` if there is an error in a
    /// template.
    pub fn document(
        &self,
        mut view: CaseView,
        drafts: &[Vec<DraftView>],
        report: &mut Report,
    ) -> Option<DocumentText> {
        drafted::complete(&mut view, drafts, &self.templates, report)?;
        view.glance = glance::glance(&view);
        let files = view.inputs.iter().map(|(name, hash)| format!("{name} {hash}\n"));
        let inputs = sha256(files.collect::<String>().as_bytes());
        view.inputs.extend(self.made_with.iter().cloned());
        let document = match &view.internal {
            Some(internal) => format!("{}, {}", self.kind.title(), internal.mark),
            None => self.kind.title().to_owned(),
        };
        let state = (view.status.as_str(), view.status_text.as_str());
        let head = Head {
            document,
            internal: view.internal.is_some(),
            subtitle: view.subtitle.clone(),
            municipality: view.body.label.clone(),
            commissioner: view.commissioner.clone(),
            date_parts: view.date_parts,
            case: view.case.clone(),
            inputs,
            ..front(self.kind, &view.title, &view.date, state, &view.version)
        };
        if view.heard.is_some() && matches!(self.kind, Kind::HearingAnswers | Kind::HearingChanges)
        {
            let now = self.numbered(&view, report)?.1;
            view.heard.iter_mut().for_each(|heard| heard.compare(&now));
        }
        if self.kind == Kind::Hearing {
            let (body, paragraphs) = self.numbered(&view, report)?;
            return Some(DocumentText { paragraphs, ..sealed(head, body) });
        }
        self.fill(&view, head, report)
    }

    /// The text for the hearing, with the paragraphs that have a number. Those that were sent
    /// before keep theirs.
    fn numbered(&self, view: &CaseView, report: &mut Report) -> Option<(String, Vec<Numbered>)> {
        let view = CaseView { hearing: true, ..view.clone() };
        let body = self.templates.render(Kind::Hearing.template(), &view, report)?;
        let sent = view.heard.and_then(|heard| heard.heard).unwrap_or_default();
        Some(number_paragraphs(&tidy::tidy(&body), &sent))
    }

    /// Fills the template of a comparison. `name` is the folder to which it is written.
    pub fn comparison(
        &self,
        mut view: ComparisonView,
        name: &str,
        report: &mut Report,
    ) -> Option<DocumentText> {
        view.inputs.extend(self.made_with.iter().cloned());
        let state = (view.status.as_str(), view.status_text.as_str());
        let document = match view.joint {
            Some(_) => "Gezamenlijk rapport",
            None => self.kind.title(),
        };
        let head = Head {
            document: document.to_owned(),
            subtitle: Some(view.subtitle.clone()).filter(|s| !s.is_empty()),
            municipality: match view.count {
                1 => format!("1 {}", view.kind.noun),
                count => format!("{count} {}", view.kind.plural),
            },
            commissioner: view.commissioners.clone(),
            date_parts: view.date_parts,
            case: name.to_owned(),
            ..front(self.kind, &view.title, &view.date, state, &view.version)
        };
        self.fill(&view, head, report)
    }

    /// Fills the template of a factsheet. `name` is the folder to which it is written.
    pub fn factsheet(
        &self,
        view: &FactsheetView,
        name: &str,
        report: &mut Report,
    ) -> Option<DocumentText> {
        let state = (view.status.as_str(), view.status_text.as_str());
        let title = format!(
            "{} naast {}",
            view.name,
            match view.class.as_str() {
                "" => format!("de andere {}", view.kind.plural),
                _ => format!("{} klasse", view.kind.possessive),
            }
        );
        let head = Head {
            municipality: view.name.clone(),
            commissioner: view.commissioners.clone(),
            date_parts: view.date_parts,
            case: name.to_owned(),
            ..front(self.kind, &title, &view.date, state, &view.version)
        };
        self.fill(view, head, report)
    }

    /// Fills the template of a coding study. `name` is the folder to which it is written.
    pub fn coding(
        &self,
        mut view: CodingView,
        name: &str,
        report: &mut Report,
    ) -> Option<DocumentText> {
        view.inputs.extend(self.made_with.iter().cloned());
        let state = (view.status.as_str(), view.status_text.as_str());
        let head = Head {
            subtitle: view.subtitle.clone(),
            municipality: format!("{} gemeenten", view.count),
            commissioner: view.commissioner.clone(),
            date_parts: view.date_parts,
            case: name.to_owned(),
            ..front(self.kind, &view.title, &view.date, state, &view.version)
        };
        self.fill(&view, head, report)
    }

    /// Fills the template of a register. `name` is the folder to which it is written.
    pub fn register(
        &self,
        mut view: RegisterView,
        name: &str,
        report: &mut Report,
    ) -> Option<DocumentText> {
        view.inputs.extend(self.made_with.iter().cloned());
        let state = (view.status.as_str(), view.status_text.as_str());
        let head = Head {
            municipality: view.bodies.clone(),
            commissioner: view.commissioners.clone(),
            date_parts: view.date_parts,
            case: name.to_owned(),
            ..front(self.kind, &view.title, &view.date, state, &view.version)
        };
        self.fill(&view, head, report)
    }

    /// Fills a template, and seals the text with its head.
    fn fill(&self, view: &impl Serialize, head: Head, report: &mut Report) -> Option<DocumentText> {
        let body = self.templates.render(head.kind.template(), view, report)?;
        Some(sealed(head, tidy::tidy(&body)))
    }
}

/// A text with its head, sealed.
fn sealed(mut head: Head, body: String) -> DocumentText {
    head.seal = seal(&head, &body);
    DocumentText { head, body, figures: BTreeMap::new(), paragraphs: Vec::new() }
}

/// The part of a head that every document takes from its view.
fn front(kind: Kind, title: &str, date: &str, status: (&str, &str), version: &str) -> Head {
    Head {
        kind,
        document: kind.title().to_owned(),
        title: title.to_owned(),
        date: date.to_owned(),
        status: status.0.to_owned(),
        status_text: status.1.to_owned(),
        lang: "nl".to_owned(),
        version: version.to_owned(),
        ..Head::default()
    }
}

/// The hashes of the inputs from the program: the template of the document, the partials, the
/// theme.
fn made_with(kind: Kind, assets: &Assets) -> Vec<(String, String)> {
    let own = format!("templates/{}", kind.template());
    let parts = [own.as_str(), "templates/partials/", "templates/theme/"];
    parts.map(|part| (part.to_owned(), assets.digest(part))).into()
}
