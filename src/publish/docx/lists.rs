//! Lists that Word itself numbers, nests and starts anew.

use super::parts::ListView;
use super::text_writer::{Placement, TextWriter};
use crate::markdown::{Block, plain};

/// How far the text of a bulleted and of a numbered list stands in from its mark.
const HANG: (usize, usize) = (340, 420);

/// The deepest level that Word knows, from 0.
const DEEPEST: usize = 8;

impl TextWriter<'_> {
    /// A list, and all that is in it.
    pub fn list(&mut self, ordered: bool, start: usize, items: &[Vec<Block>], place: Placement) {
        let level = place.lists.min(DEEPEST);
        // A list in a list in a callout has marks that stand in by themselves: the bar stays put.
        let inset = place.callout.is_some_and(|(_, base)| base < place.left);
        let number = match (ordered, inset) {
            (true, _) => self.numbered(level, start, inset),
            (false, true) => self.bullets + 1,
            (false, false) => self.bullets,
        };
        let hang = if ordered { HANG.1 } else { HANG.0 };
        let inner = Placement { lists: place.lists + 1, ..place.within(hang, 0) };
        let tight = is_tight(items);
        for item in items {
            let (first, rest) = match item.split_first() {
                Some((Block::Para { c }, rest)) => (c.as_slice(), rest),
                // A mark must stand somewhere, also before a table or another list.
                _ => (&[][..], item.as_slice()),
            };
            let style = match place.style() {
                ("Normal" | "ListContinue", ..) if ordered => "ListNumber",
                ("Normal" | "ListContinue", ..) => "ListBullet",
                (style, ..) => style,
            };
            let mut paragraph = self.paragraph(style, (0, 0), inner);
            paragraph.list = Some((level, number));
            let usual = (level + 1) * HANG.0 + if ordered { HANG.1 - HANG.0 } else { 0 };
            let as_usual = inner.left == usual && inner.right == 0;
            match place.callout {
                Some((_, base)) => {
                    paragraph.indent = Some((inner.left, inner.right, inner.left - base));
                    paragraph.tab = Some((inner.left, false));
                }
                None => {
                    paragraph.indent = (!as_usual).then_some((inner.left, inner.right, hang));
                }
            }
            if !tight && place.callout.is_none() {
                paragraph.contextual = Some(false);
            }
            paragraph.keep_next = matches!(rest.first(), Some(Block::List { .. }));
            self.filled(&paragraph, first);
            self.blocks(rest, inner);
        }
    }

    /// A numbered list of its own, so that it starts anew.
    fn numbered(&mut self, level: usize, start: usize, inset: bool) -> usize {
        let number = self.bullets + 2 + self.lists.len();
        // Word counts no further (ST_DecimalNumber is of 32 bits).
        let start = start.min(2_000_000_000);
        self.lists.push(ListView { number, level, start, inset });
        number
    }
}

/// Whether each item is one short paragraph, at most with lists below it.
fn is_tight(items: &[Vec<Block>]) -> bool {
    items.iter().all(|item| match item.split_first() {
        Some((Block::Para { c }, rest)) => {
            plain(c).chars().count() < 200 && rest.iter().all(|b| matches!(b, Block::List { .. }))
        }
        Some((_, rest)) => rest.is_empty(),
        None => true,
    })
}
