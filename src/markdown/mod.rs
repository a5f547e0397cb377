//! Reads and writes Markdown: a whole nota as a tree, a single text field, and escaped plain text.
//!
//! comrak parses and writes; this module adds bounded nesting, judgements in table cells, callouts,
//! anchors, and fields that cannot affect the text around them.

mod badge;
mod callout;
mod columns;
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

pub use badge::{
    Badge, badge, begins, beside, is_symbol, keys as judgement_keys, level_badge, quarters,
};
pub use field::{FieldText, escape, field};
pub use head::{Head, conflict_marks, seal, split};
pub use kind::Kind;
pub use notes::{apart, lead};
pub use numbered::{Numbered, leading_number, number_paragraphs, read_numbers};
pub use parse::parse;
pub use problem::Problem;
pub use running::{NO_WORDS, Passage, passages};
pub use slips::refers_to_note;
pub use tree::{Alignment, Block, Column, Document, Holds, Inline, REMARK, plain};

use comrak::Options;
use comrak::html::Anchorizer;

/// The maximum nesting depth of lists and quotations in a text field.
pub const MOST_NESTING: usize = 8;

/// The maximum nesting depth of emphasis, links and the like.
const INLINE_NESTING: usize = 12;

/// The maximum nesting depth of blocks in a whole document, in which a field may be in a callout or
/// a list. Typst limits calls to a depth of 80, and each level takes a few.
const DOCUMENT_NESTING: usize = MOST_NESTING + 3;

/// The comrak options for a nota; callouts and front matter only exist in a whole document.
fn options(callouts: bool) -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    // Distinguishes a single tilde from two: text between single tildes keeps them.
    options.extension.subscript = true;
    options.extension.autolink = true;
    options.extension.footnotes = true;
    // So that a note without a reference is found and reported instead of dropped.
    options.parse.leave_footnote_definitions = true;
    options.extension.ofm_callouts = callouts;
    options.extension.front_matter_delimiter = callouts.then(|| "---".to_owned());
    options.render.width = 0;
    options.render.prefer_fenced = true;
    options
}

/// The comment that comrak writes between two adjacent lists; not text of the author.
const END_OF_LIST: &str = "<!-- end list -->";

/// The anchor of a heading, made from its Markdown text as any Markdown viewer does.
#[must_use]
pub fn anchor(heading: &str) -> String {
    Anchorizer::new().anchorize(heading)
}
