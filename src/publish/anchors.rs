//! The headings of a document that a link may lead to.

use crate::markdown::{Block, plain};
use std::collections::BTreeSet;

/// The anchors of headings.
pub type Anchors = BTreeSet<String>;

/// The anchors of all headings with text, also of those in quotations, lists and notes.
pub fn anchors(blocks: &[Block]) -> Anchors {
    let mut out = Anchors::new();
    blocks.iter().for_each(|block| collect(block, &mut out));
    out
}

fn collect(block: &Block, into: &mut Anchors) {
    match block {
        Block::Heading { id, c, .. } if !plain(c).trim().is_empty() => {
            into.insert(id.clone());
        }
        Block::Quote { c } | Block::Callout { c, .. } => c.iter().for_each(|b| collect(b, into)),
        Block::List { items, .. } | Block::Notes { items } => {
            items.iter().flatten().for_each(|b| collect(b, into))
        }
        _ => {}
    }
}
