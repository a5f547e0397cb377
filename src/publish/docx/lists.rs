//! Writes lists that Word itself numbers, nests and restarts.

use super::parts::ListView;
use super::text_writer::TextWriter;
use crate::markdown::Block;
use crate::publish::office::lists::{DEEPEST, hang, is_as_usual};
use crate::publish::office::placement::Placement;
use crate::publish::office::reading::{first_paragraph, is_tight};

impl TextWriter<'_> {
    /// Writes a list with its contents.
    pub fn list(&mut self, ordered: bool, start: usize, items: &[Vec<Block>], place: Placement) {
        let level = place.lists.min(DEEPEST);
        // Marks of a list in a list in a callout are indented by spaces in the mark, so that the
        // bar of the callout stays in place.
        let inset = place.callout.is_some_and(|(_, base)| base < place.left);
        let number = match (ordered, inset) {
            (true, _) => self.numbered(level, start, inset),
            (false, true) => self.bullets + 1,
            (false, false) => self.bullets,
        };
        let hang = hang(ordered);
        let inner = place.in_list(hang);
        let tight = is_tight(items);
        for item in items {
            let (first, rest) = first_paragraph(item);
            let style = match place.style() {
                ("Normal" | "ListContinue", ..) if ordered => "ListNumber",
                ("Normal" | "ListContinue", ..) => "ListBullet",
                (style, ..) => style,
            };
            let mut paragraph = self.paragraph(style, (0, 0), inner);
            paragraph.list = Some((level, number));
            // An indent that equals the one of the list style is not written, so that the style
            // stays in force.
            let as_usual = is_as_usual(inner, level, ordered);
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

    /// Adds a list definition, so that the numbering restarts.
    fn numbered(&mut self, level: usize, start: usize, inset: bool) -> usize {
        let number = self.bullets + 2 + self.lists.len();
        // Word's maximum (ST_DecimalNumber has 32 bits).
        let start = start.min(2_000_000_000);
        self.lists.push(ListView { number, level, start, inset });
        number
    }
}
