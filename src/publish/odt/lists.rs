//! Writes lists that an office program itself numbers, nests and restarts.

use super::automatic::{ListPlace, points};
use super::open_list::OpenList;
use super::text_writer::{TextWriter, padding};
use crate::markdown::Block;
use crate::publish::office::lists::{DEEPEST, MARK, hang, is_as_usual};
use crate::publish::office::placement::Placement;
use crate::publish::office::reading::{first_paragraph, is_tight};

/// The largest number at which LibreOffice begins a list.
const MOST: usize = 32_000;

impl TextWriter<'_> {
    /// Writes a list with its contents.
    pub fn list(&mut self, ordered: bool, start: usize, items: &[Vec<Block>], place: Placement) {
        let hang = hang(ordered);
        let inner = place.in_list(hang);
        let level = place.lists.min(DEEPEST);
        let style = match (place.style().0, ordered, is_tight(items)) {
            ("Normal" | "ListContinue" | "FootnoteText", true, true) => "ListNumber",
            ("Normal" | "ListContinue" | "FootnoteText", true, false) => "ListNumberRuim",
            ("Normal" | "ListContinue" | "FootnoteText", false, true) => "ListBullet",
            ("Normal" | "ListContinue" | "FootnoteText", false, false) => "ListBulletRuim",
            (style, ..) => style,
        };
        // The indents of the common list styles stand in `styles.xml`.
        let as_usual = is_as_usual(inner, level, ordered) && padding(style) == 0;
        let left = inner.left.saturating_sub(padding(style));
        let (mark, inset) = match place.callout {
            Some((_, base)) => (inner.left - base, (place.left - base) / MARK),
            None => (hang, 0),
        };
        let list = match (as_usual, ordered) {
            (true, true) => "Numbering_20_1".to_owned(),
            (true, false) => "List_20_1".to_owned(),
            (false, _) => {
                let (hang, text) = (mark, left + padding(style));
                self.automatic.list(&ListPlace { level, ordered, inset, left, hang, text })
            }
        };
        self.lists.push(OpenList { style: list, next: start, says_number: true, within: "" });
        self.open_list();
        for item in items {
            self.open_item(ordered);
            let (first, rest) = first_paragraph(item);
            // The list itself brings the indent where it is the usual one.
            let flat = Placement { left: 0, right: 0, callout: None, ..inner };
            let mut paragraph = self.paragraph(style, (0, 0), flat);
            if !as_usual {
                paragraph.own.push(("fo:margin-left", points(left)));
                paragraph.own.push(("fo:text-indent", format!("-{}", points(mark))));
            }
            paragraph.keep_next(matches!(rest.first(), Some(Block::List { .. })));
            self.filled(&paragraph, first);
            self.blocks(rest, inner);
            self.close_item();
        }
        self.xml.close("text:list");
        self.lists.pop();
    }

    fn open_list(&mut self) {
        let style = self.lists.last().map(|list| list.style.as_str()).unwrap_or_default();
        self.xml.open("text:list", &[("text:style-name", style)]);
    }

    fn open_item(&mut self, ordered: bool) {
        let Some(list) = self.lists.last_mut() else { return };
        let start = list.next.min(MOST).to_string();
        let says_number = std::mem::take(&mut list.says_number) && ordered;
        list.next = list.next.saturating_add(1);
        list.within = "text:list-item";
        let start = [("text:start-value", start.as_str())];
        self.xml.open("text:list-item", if says_number { &start } else { &[] });
    }

    fn close_item(&mut self) {
        let within = self.lists.last().map(|list| list.within).unwrap_or_default();
        self.xml.close(within);
    }

    /// Writes what OpenDocument does not allow in a list, such as a table: closes the lists around
    /// it and goes on with them behind it.
    pub fn outside_lists(&mut self, write: impl FnOnce(&mut Self)) {
        for list in self.lists.iter().rev() {
            self.xml.close(list.within);
            self.xml.close("text:list");
        }
        let lists = std::mem::take(&mut self.lists);
        write(self);
        for mut list in lists {
            list.says_number = true;
            // A header is an item without a mark.
            list.within = "text:list-header";
            self.lists.push(list);
            self.open_list();
            self.xml.open("text:list-header", &[]);
        }
    }
}
