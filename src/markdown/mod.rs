//! Markdown in and out: a whole nota as a tree, a text field by itself, plain text escaped.
//!
//! Parsing and writing are comrak's; this room adds what the house needs around it: bounded
//! depth, judgements in table cells, callouts, anchors, and fields that cannot reach out.

mod badge;
mod callout;
mod field;
mod head;
mod kind;
mod lines;
mod marks;
mod notes;
mod numbered;
mod parse;
mod problem;
mod running;
mod slips;
mod tree;

pub use badge::{BADGES, Badge, badge, badge_of_text, is_symbol};
pub use field::{FieldText, escape, field};
pub use head::{Head, conflict_marks, seal, split};
pub use kind::Kind;
pub use notes::{apart, lead};
pub use numbered::{number_paragraphs, read_numbers};
pub use parse::parse;
pub use problem::Problem;
pub use running::{NO_WORDS, Passage, passages};
pub use slips::refers_to_note;
pub use tree::{Alignment, Block, Document, Inline, plain};

use comrak::Options;
use comrak::html::Anchorizer;

/// How deep lists and quotations may nest in a text field.
pub const MOST_NESTING: usize = 8;

/// How deep emphasis, links and the like may nest.
const INLINE_NESTING: usize = 12;

/// The same for a whole document, in which a field may stand in a callout or a list. Typst's calls
/// stop at 80, and each level costs a few.
const DOCUMENT_NESTING: usize = MOST_NESTING + 3;

/// The extensions that a nota uses.
fn options(callouts: bool) -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    // Tells a single tilde from two: what stands between single ones is text with its tildes.
    options.extension.subscript = true;
    options.extension.autolink = true;
    options.extension.footnotes = true;
    // So that a note that nothing refers to is seen and told, and not left out.
    options.parse.leave_footnote_definitions = true;
    options.extension.ofm_callouts = callouts;
    options.extension.front_matter_delimiter = callouts.then(|| "---".to_owned());
    options.render.width = 0;
    options.render.prefer_fenced = true;
    options
}

/// The comment by which comrak keeps two neighbouring lists apart; not text of anybody.
const END_OF_LIST: &str = "<!-- end list -->";

/// The anchor of a heading, as any Markdown viewer makes it of the written text.
#[must_use]
pub fn anchor(heading: &str) -> String {
    Anchorizer::new().anchorize(heading)
}
