//! Publishes the Markdown tree as PDF, HTML, Word or OpenDocument. Typst receives the tree as data, never as
//! markup.

mod anchors;
mod beside;
mod data_uri;
mod docx;
mod dump;
mod font;
mod form;
mod given;
mod glyphs;
mod html;
mod image_check;
mod image_sources;
mod images;
mod lengths;
mod manuscript;
mod nested;

mod odt;
mod office;
mod pages;
mod pdf;
mod problems;
mod raster;
mod shown;
mod theme;
mod unbroken;
mod world;

pub use beside::beside;
pub use data_uri::{decoded as from_base64, file as data_uri, of_css as urls_of_css};
pub use dump::dump;
pub use font::is_font;
pub use form::Form;
pub use given::given as given_by_theme;
pub use glyphs::{check_document, check_texts};
pub use html::STYLE;
pub use image_sources::ImageSources;
pub use manuscript::{ATTACHED, Manuscript, manuscript};
pub use odt::{characters, opendocument};
pub use office::xml::Xml;
pub use office::zipped::zipped_on as zipped;
pub use pages::{PageImage, PageImages};
pub use pdf::{Layout, description, forget, lay_out};
pub use raster::is_clean;
pub use shown::Shown;
pub use world::Typesetter;

use crate::assets::Assets;
use crate::diagnostics::{Report, SourceMap};
use pdf::pdf;

/// Publishes a document in one form. `None` if an error prevents it; all problems are in the
/// report.
///
/// Must run in a thread with [`crate::parallel::STACK`].
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
        Form::Odt => odt::odt(manuscript, assets, sources, report),
    }
}
