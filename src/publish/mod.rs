//! From the Markdown tree to what is published. The tree goes to Typst as data, never as markup.

mod beside;
mod data_uri;
mod docx;
mod dump;
mod font;
mod glyphs;
mod html;
mod images;
mod kept;
mod manuscript;
mod nested;
mod pages;
mod pdf;
mod raster;
mod sound;
mod theme;
mod world;

pub use beside::beside;
pub use data_uri::{decoded as from_base64, file as data_uri, of_css as urls_of_css};
pub use dump::dump;
pub use font::is_font;
pub use glyphs::{check_document, check_texts};
pub use images::Shown;
pub use manuscript::{ATTACHED, Manuscript, Shelf, manuscript};
pub use pages::{PageImage, PageImages};
pub use pdf::{Layout, description, forget, lay_out};

pub use raster::is_clean;
pub use theme::given as given_by_theme;
pub use world::Typesetter;

use crate::assets::Assets;
use crate::diagnostics::{Diagnostic, FileId, Report, SourceMap, Span};
use crate::markdown::Problem;
use pdf::pdf;

/// A form in which a document is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// PDF/UA-1 and PDF/A-2a.
    Pdf,
    /// One accessible HTML file.
    Html,
    /// Word.
    Docx,
}

impl Form {
    /// How the names of its files end.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Docx => "docx",
        }
    }
}

/// Publishes a document in one form. `None` where an error keeps it from it; all problems stand in
/// the report.
///
/// Runs in a thread with [`crate::crew::STACK`].
pub fn publish(
    form: Form,
    manuscript: &Manuscript,
    typesetter: &Typesetter,
    assets: &Assets,
    sources: &mut SourceMap,
    report: &mut Report,
) -> Option<Vec<u8>> {
    match form {
        Form::Pdf => pdf(typesetter, manuscript, sources, report),
        Form::Html => html::html(manuscript, assets, sources, report),
        Form::Docx => docx::docx(manuscript, assets, sources, report),
    }
}

/// Reports what is wrong in a nota at its line and column.
fn report_problems(problems: &[Problem], file: FileId, sources: &SourceMap, report: &mut Report) {
    for problem in problems {
        let text = sources.text(file);
        let line: usize =
            text.split_inclusive('\n').take(problem.line.saturating_sub(1)).map(str::len).sum();
        let start = line + problem.column.saturating_sub(1);
        let rest = text.get(start..).unwrap_or("");
        let end = start + rest.find('\n').unwrap_or(rest.len());
        let end = problem.last.map_or(end, |last| (line + last).clamp(start, end));
        let mut diagnostic = Diagnostic::at(problem.code, Span { file, start, end });
        diagnostic.facts.clone_from(&problem.facts);
        report.push(diagnostic);
    }
}
