//! Extracts the texts of Markdown as rendered, block by block.

use super::part::Part;
use crate::diagnostics::phrase;
use crate::markdown::{Block, Inline, parse, plain};

/// The rendered text, and the targets of links and images.
pub fn parts(text: &str) -> Vec<Part> {
    let (mut seen, mut unseen) = (String::new(), String::new());
    blocks(&parse(text).blocks, &mut seen, &mut unseen);
    vec![Part::inside(phrase("place-text"), seen), Part::inside(phrase("place-reference"), unseen)]
}

fn blocks(all: &[Block], seen: &mut String, unseen: &mut String) {
    for block in all {
        match block {
            Block::Heading { c, .. } | Block::Para { c } => run(c, seen, unseen),
            Block::List { items, .. } | Block::Notes { items } => {
                items.iter().for_each(|b| blocks(b, seen, unseen))
            }
            Block::Quote { c } => blocks(c, seen, unseen),
            Block::Callout { title, c, .. } => {
                run(title, seen, unseen);
                blocks(c, seen, unseen);
            }
            Block::Code { text, .. } => apart(text, seen),
            Block::Table { header, rows, .. } => {
                header.iter().chain(rows.iter().flatten()).for_each(|c| run(c, seen, unseen));
            }
            Block::Rule => {}
            Block::Figure { src, alt, caption, .. } => {
                apart(alt, seen);
                apart(src, unseen);
                caption.iter().for_each(|c| run(c, seen, unseen));
            }
        }
    }
}

fn run(inlines: &[Inline], seen: &mut String, unseen: &mut String) {
    apart(&plain(inlines), seen);
    links(inlines, unseen);
}

fn links(inlines: &[Inline], into: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Link { url, c } => {
                apart(url, into);
                links(c, into);
            }
            Inline::Emph { c } | Inline::Strong { c } | Inline::Strike { c } => links(c, into),
            _ => {}
        }
    }
}

fn apart(text: &str, into: &mut String) {
    into.push_str(text);
    into.push_str("\n\n");
}
