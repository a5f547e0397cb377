//! Writes the text of a document as WordprocessingML, block by block.

use super::package::{Part, Relations};
use super::paragraph::{Form, Paragraph, line_break, run};
use super::parts::ListView;
use super::stylebook::StyleBook;
use super::xml::Xml;
use crate::markdown::{Block, Inline, plain};
use crate::publish::office::callouts;
use crate::publish::office::links::Bookmarks;
use crate::publish::office::pictures::Pictures;
use crate::publish::office::placement::{CALLOUT_INDENT, Placement};
use crate::publish::office::reading::{callout_kind, is_kept_whole, stays_with};

/// Writes the text, and collects the parts and relationships that it needs.
pub struct TextWriter<'a> {
    /// The XML written so far.
    pub xml: Xml,
    /// The styles, by our ids.
    pub styles: &'a StyleBook,
    /// The relationships of the text.
    pub relations: Relations,
    /// The part with the footnotes, if there are any.
    pub footnotes: Option<Part>,
    pub lists: Vec<ListView>,
    /// The number of the bulleted list.
    pub bullets: usize,
    /// The bookmarks of headings, for links.
    pub bookmarks: Bookmarks,
    pub pictures: Pictures<'a>,
    /// The last heading, used in the names of tables.
    pub heading: String,
    /// The number of bookmarks written.
    pub marks: usize,
    /// The number of tables written.
    pub tables: usize,
    /// The maximum height of a figure, in twentieths of a point.
    pub figure_height: usize,
    /// The type sizes of the three styles of table text, in half points.
    pub table_sizes: [usize; 3],
    /// Whether the last block was a table: Word joins two tables in a row.
    pub after_table: bool,
    /// Whether the next paragraph needs space above it.
    pub gap: bool,
}

/// The space below a table, a callout or code if the next paragraph's style brings none, in
/// twentieths of a point.
const GAP: usize = 240;

impl TextWriter<'_> {
    /// A paragraph of a style with the indents of its place; `own` holds the indents of the style.
    pub fn paragraph(&mut self, style: &str, own: (usize, usize), place: Placement) -> Paragraph {
        let mut out = Paragraph::of(&self.styles.id(style));
        if (place.left, place.right) != own {
            out.indent = Some((place.left, place.right, 0));
        }
        if let Some((_, base)) = place.callout.filter(|(_, base)| *base < place.left) {
            out.indent = Some((place.left, place.right, place.left - base));
            out.tab = Some((place.left, true));
        }
        let brings = style.starts_with("Heading") || style.ends_with("Kop");
        if std::mem::take(&mut self.gap) && !brings && place.callout.is_none() {
            out.before = Some(GAP);
        }
        self.after_table = false;
        out
    }

    /// Writes blocks in order.
    pub fn blocks(&mut self, blocks: &[Block], place: Placement) {
        for (index, block) in blocks.iter().enumerate() {
            self.block(block, blocks.get(index + 1), place);
        }
    }

    /// Writes one block; it may be kept on one page with `next`.
    pub fn block(&mut self, block: &Block, next: Option<&Block>, place: Placement) {
        match block {
            Block::Heading { level, id, c } => self.heading(*level, id, c, false, place),
            Block::Para { c } => {
                let (style, left, right) = place.style();
                let mut paragraph = self.paragraph(style, (left, right), place);
                paragraph.keep_next = stays_with(c, next);
                self.filled(&paragraph, c);
            }
            Block::List { ordered, start, items } => self.list(*ordered, *start, items, place),
            Block::Notes { items } => self.notes(items, place.width),
            Block::Quote { c } => self.blocks(c, place.in_quote()),
            Block::Callout { kind, label, title, c } => {
                self.callout((kind, label), title, c, place);
            }
            Block::Code { text, .. } => self.code(text, place),
            Block::Table { columns, header, rows, .. } => {
                self.table(columns, header, rows, place);
            }
            Block::Rule => {
                let paragraph = self.paragraph("Scheiding", (0, 0), place);
                paragraph.write(&mut self.xml, "");
            }
            Block::Figure { src, alt, caption, line } => {
                self.figure((src, *line), alt, caption.as_deref(), place);
            }
        }
    }

    /// Writes a paragraph with its text.
    pub fn filled(&mut self, paragraph: &Paragraph, text: &[Inline]) {
        paragraph.open(&mut self.xml);
        self.inlines(text, &Form::default());
        self.xml.close("w:p");
    }

    /// Writes a heading, with the bookmarks for the table of contents and for links.
    pub fn heading(&mut self, level: u8, id: &str, c: &[Inline], new_page: bool, place: Placement) {
        let text = plain(c);
        if text.trim().is_empty() {
            return;
        }
        let mut paragraph = self.paragraph(&format!("Heading{level}"), (0, 0), place);
        paragraph.page_break = new_page;
        paragraph.before = new_page.then_some(0);
        if self.styles.is_borrowed() && has_own_number(&text) {
            paragraph.list = Some((0, 0));
        }
        paragraph.open(&mut self.xml);
        let names = [Some(contents_mark(id)), self.bookmarks.name(id).map(str::to_owned)];
        let first = self.marks;
        for name in names.iter().flatten() {
            let number = self.marks.to_string();
            self.xml.empty("w:bookmarkStart", &[("w:id", &number), ("w:name", name)]);
            self.marks += 1;
        }
        self.inlines(c, &Form::default());
        for number in first..self.marks {
            self.xml.empty("w:bookmarkEnd", &[("w:id", &number.to_string())]);
        }
        self.xml.close("w:p");
        self.heading = text;
    }

    fn callout(
        &mut self,
        (kind, word): (&str, &str),
        title: &[Inline],
        c: &[Block],
        place: Placement,
    ) {
        let callout = callouts::of_kind(kind);
        let inner = place.in_callout(callout);
        let mut head = self.paragraph(&format!("{}Kop", callout.id), CALLOUT_INDENT, inner);
        head.keep_next = !c.is_empty();
        head.open(&mut self.xml);
        if let Some(word) = callout_kind(word, title, &self.heading) {
            let form = Form { style: Some(self.styles.id("KaderSoort")), ..Form::default() };
            run(&mut self.xml, &form, word);
            if !plain(title).trim().is_empty() {
                line_break(&mut self.xml);
            }
        }
        self.inlines(title, &Form::default());
        self.xml.close("w:p");
        self.blocks(c, inner);
        self.gap = true;
    }

    fn code(&mut self, text: &str, place: Placement) {
        if text.is_empty() {
            return;
        }
        let inner = place.within(140, 140);
        let mut paragraph = self.paragraph("Codeblok", (140, 140), inner);
        paragraph.keep_lines = is_kept_whole(text);
        paragraph.open(&mut self.xml);
        run(&mut self.xml, &Form::default(), text);
        self.xml.close("w:p");
    }
}

/// The bookmark of a heading for the table of contents. Word replaces these bookmarks when it
/// updates the table, so links in the text have their own.
pub fn contents_mark(id: &str) -> String {
    // Word allows at most forty characters, and the name must be unique.
    let digest = crate::assets::sha256(id.as_bytes());
    format!("_Toc{}", digest.get(..16).unwrap_or(&digest))
}

/// Whether a heading has its own number ('2.1 Opzet', 'Bijlage B', 'CA-1 Omvang'), so that a
/// municipality's style must not number it again.
fn has_own_number(text: &str) -> bool {
    let word = text.split_whitespace().next().unwrap_or("");
    word.eq_ignore_ascii_case("bijlage") || word.chars().any(|c| c.is_ascii_digit())
}
