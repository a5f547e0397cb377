//! The text of a document as WordprocessingML, block by block.

use super::callouts::{self, CalloutStyle};
use super::links::Bookmarks;
use super::package::{Part, Relations};
use super::paragraph::{Form, Paragraph, line_break, run};
use super::parts::ListView;
use super::pictures::Pictures;
use super::stylebook::StyleBook;
use super::xml::Xml;
use crate::markdown::{Block, Inline, plain};

/// How far the text of a callout stands in, on the left and on the right, as its style says.
pub const CALLOUT_INDENT: (usize, usize) = (200, 200);

/// How far a quotation stands in, as its style says.
const QUOTE: usize = 340;

/// Where a block stands.
#[derive(Debug, Clone, Copy)]
pub struct Placement {
    /// How far in from the left margin, in twentieths of a point.
    pub left: usize,
    /// How far in from the right margin.
    pub right: usize,
    /// The width that is left.
    pub width: usize,
    /// How many lists it stands in.
    pub lists: usize,
    /// The callout that it stands in, and how far in the text of that one stands.
    pub callout: Option<(&'static CalloutStyle, usize)>,
    /// Whether it is quoted.
    pub quoted: bool,
    /// Whether it stands in a footnote.
    pub noted: bool,
}

impl Placement {
    /// The whole width of the text.
    pub fn page(width: usize) -> Self {
        Self { left: 0, right: 0, width, lists: 0, callout: None, quoted: false, noted: false }
    }

    /// The same, further in.
    pub fn within(self, left: usize, right: usize) -> Self {
        Self {
            left: self.left + left,
            right: self.right + right,
            width: self.width.saturating_sub(left + right).max(1000),
            ..self
        }
    }

    /// The style of a paragraph here, and how far in that style stands by itself.
    pub fn style(self) -> (&'static str, usize, usize) {
        match self.callout {
            Some((callout, _)) => (callout.id, CALLOUT_INDENT.0, CALLOUT_INDENT.1),
            None if self.quoted => ("Quote", QUOTE, 0),
            None if self.noted => ("FootnoteText", 0, 0),
            None if self.lists > 0 => ("ListContinue", 0, 0),
            None => ("Normal", 0, 0),
        }
    }
}

/// What writes the text, and all that the text brings along.
pub struct TextWriter<'a> {
    /// The text so far.
    pub xml: Xml,
    /// The styles, by the names that the program knows them by.
    pub styles: &'a StyleBook,
    /// What the text leads to.
    pub relations: Relations,
    /// The part with the footnotes, where there are any.
    pub footnotes: Option<Part>,
    /// The numbered lists.
    pub lists: Vec<ListView>,
    /// The number of the bulleted list.
    pub bullets: usize,
    /// The headings that links lead to.
    pub bookmarks: Bookmarks,
    /// The images.
    pub pictures: Pictures<'a>,
    /// The last heading, by which a table is called.
    pub heading: String,
    /// How many bookmarks were set.
    pub marks: usize,
    /// How many tables were set.
    pub tables: usize,
    /// The highest that a figure gets.
    pub figure_height: usize,
    /// The sizes of the three styles of text in tables, in half points.
    pub table_sizes: [usize; 3],
    /// Whether the last thing was a table: two in a row would flow together.
    pub after_table: bool,
    /// Whether the next paragraph stands clear of what is above it.
    pub gap: bool,
}

/// The room under a table, a callout or code, where the next paragraph brings none.
const GAP: usize = 240;

impl TextWriter<'_> {
    /// A paragraph of a style, with what the place asks for.
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

    /// Blocks, one after the other.
    pub fn blocks(&mut self, blocks: &[Block], place: Placement) {
        for (index, block) in blocks.iter().enumerate() {
            self.block(block, blocks.get(index + 1), place);
        }
    }

    /// One block; `next` decides what it stays with on a page.
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
            Block::Quote { c } => {
                self.blocks(c, Placement { quoted: true, ..place.within(QUOTE, 0) })
            }
            Block::Callout { kind, label, title, c } => {
                self.callout((kind, label), title, c, place);
            }
            Block::Code { text, .. } => self.code(text, place),
            Block::Table { align, header, rows } => self.table(align, header, rows, place),
            Block::Rule => {
                let paragraph = self.paragraph("Scheiding", (0, 0), place);
                paragraph.write(&mut self.xml, "");
            }
            Block::Figure { src, alt, caption, line } => {
                self.figure((src, *line), alt, caption.as_deref(), place);
            }
        }
    }

    /// A paragraph with its text.
    pub fn filled(&mut self, paragraph: &Paragraph, text: &[Inline]) {
        paragraph.open(&mut self.xml);
        self.inlines(text, &Form::default());
        self.xml.close("w:p");
    }

    /// A heading, with the bookmarks by which contents and links find it.
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
        let inner = place.within(CALLOUT_INDENT.0, CALLOUT_INDENT.1);
        let inner = Placement { callout: Some((callout, inner.left)), quoted: false, ..inner };
        let mut head = self.paragraph(&format!("{}Kop", callout.id), CALLOUT_INDENT, inner);
        head.keep_next = !c.is_empty();
        head.open(&mut self.xml);
        let words = plain(title).trim().to_lowercase();
        // 'Observatie 3' says its kind itself, and so does the chapter 'In één oogopslag'.
        let lower = word.to_lowercase();
        let says_itself = words.starts_with(&lower)
            || (!words.is_empty() && self.heading.trim().to_lowercase() == lower);
        if !says_itself {
            let form = Form { style: Some(self.styles.id("KaderSoort")), ..Form::default() };
            run(&mut self.xml, &form, word);
            if !words.is_empty() {
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
        paragraph.keep_lines = text.lines().count() <= 15;
        paragraph.open(&mut self.xml);
        run(&mut self.xml, &Form::default(), text);
        self.xml.close("w:p");
    }
}

/// The bookmark by which the table of contents finds a heading. Word makes these anew when it
/// updates the table, so links in the text have their own.
pub fn contents_mark(id: &str) -> String {
    // Forty characters at most, and no two alike.
    let digest = crate::assets::sha256(id.as_bytes());
    format!("_Toc{}", digest.get(..16).unwrap_or(&digest))
}

/// A paragraph that announces what follows, such as a bold line above a list, or that a note on
/// itself follows.
fn stays_with(c: &[Inline], next: Option<&Block>) -> bool {
    match next {
        None => false,
        Some(_) if matches!(c, [Inline::Strong { .. }]) => true,
        Some(Block::Para { c: note }) => is_note(note) && !is_note(c),
        Some(
            Block::List { .. } | Block::Table { .. } | Block::Figure { .. } | Block::Code { .. },
        ) => plain(c).trim_end().ends_with(':'),
        Some(_) => false,
    }
}

/// A paragraph that is emphasised as a whole, such as what a conclusion rests on.
fn is_note(c: &[Inline]) -> bool {
    matches!(c, [Inline::Emph { .. }])
}

/// '2.1 Opzet', 'Bijlage B', 'CA-1 Omvang': a municipality's style must not number it again.
fn has_own_number(text: &str) -> bool {
    let word = text.split_whitespace().next().unwrap_or("");
    word.eq_ignore_ascii_case("bijlage") || word.chars().any(|c| c.is_ascii_digit())
}
