//! Writes the text of a document as OpenDocument, block by block.

use super::automatic::{Automatic, Family, points};
use super::open_list::OpenList;
use crate::markdown::{Block, Inline, plain};
use crate::publish::office::callouts;
use crate::publish::office::links::Bookmarks;
use crate::publish::office::pictures::Pictures;
use crate::publish::office::placement::{CALLOUT_INDENT, Placement};
use crate::publish::office::reading::{callout_kind, is_kept_whole, stays_with};
use crate::publish::office::tokens::Colours;
use crate::publish::office::xml::Xml;

/// The space below a callout, in twentieths of a point: its own paragraphs have none.
const GAP: usize = 240;

/// A paragraph: its style, and what differs from that.
#[derive(Debug, Clone, Default)]
pub struct Paragraph {
    /// The name of its style.
    pub style: String,
    /// Properties that differ from the style.
    pub own: Vec<(&'static str, String)>,
    /// The position of a tab stop behind the left margin, in twentieths of a point. The text then
    /// begins with tabs: this indents it while the bar of a callout stays in place.
    pub tab: Option<usize>,
    /// The kind of page that begins with it.
    pub page: Option<&'static str>,
}

impl Paragraph {
    pub fn keep_next(&mut self, on: bool) {
        if on {
            self.own.push(("fo:keep-with-next", "always".to_owned()));
        }
    }

    /// Sets the space above and below. LibreOffice takes both from the style or neither.
    pub fn spaced(&mut self, above: usize, below: usize) {
        self.own.push(("fo:margin-top", points(above)));
        self.own.push(("fo:margin-bottom", points(below)));
    }
}

/// Writes the text, and collects the styles and images that it needs.
pub struct TextWriter<'a> {
    /// The XML written so far.
    pub xml: Xml,
    pub automatic: Automatic,
    pub colours: &'a Colours,
    /// The bookmarks of headings, for links and the table of contents.
    pub bookmarks: Bookmarks,
    pub pictures: Pictures<'a>,
    /// The text of the footnotes, in the order of their numbers.
    pub notes: &'a [Vec<Block>],
    /// The last heading, used in the names of tables.
    pub heading: String,
    /// The number of tables written.
    pub tables: usize,
    /// The width of the text in portrait, in twentieths of a point.
    pub width: usize,
    /// The maximum height of a figure, in twentieths of a point.
    pub figure_height: usize,
    /// The type sizes of the three styles of table text, in half points.
    pub table_sizes: [usize; 3],
    /// The kind of page that the next paragraph or table begins.
    pub page: Option<&'static str>,
    /// The space below a paragraph of body text, in twentieths of a point.
    pub below: usize,
    /// Whether the next paragraph needs space above it.
    pub gap: bool,
    /// The lists around the text that is written.
    pub lists: Vec<OpenList>,
    /// Whether a space would be lost here: at the start of a paragraph or behind another space.
    pub blank: bool,
}

impl TextWriter<'_> {
    /// A paragraph of a style with the indents of its place; `own` holds the indents of the style.
    pub fn paragraph(&mut self, style: &str, own: (usize, usize), place: Placement) -> Paragraph {
        let mut out = Paragraph { style: style_name(style), ..Paragraph::default() };
        out.page = self.page.take();
        // Other styles bring space of their own.
        let plain = matches!(style, "Normal" | "Quote") || style.starts_with("List");
        if std::mem::take(&mut self.gap) && plain && place.callout.is_none() {
            out.spaced(GAP, self.below);
            if matches!(style, "ListBullet" | "ListNumber") {
                out.own.push(("style:contextual-spacing", "true".to_owned()));
            }
        }
        let edge = padding(style);
        if (place.left, place.right) != own {
            out.own.push(("fo:margin-left", points(place.left.saturating_sub(edge))));
            out.own.push(("fo:margin-right", points(place.right.saturating_sub(edge.min(own.1)))));
        }
        if let Some((_, base)) = place.callout.filter(|(_, base)| *base < place.left) {
            out.own.push(("fo:text-indent", format!("-{}", points(place.left - base))));
            // LibreOffice passes over a stop that is exactly where the text begins.
            out.tab = Some(edge + 10);
        }
        out
    }

    /// Opens a paragraph or heading.
    pub fn open(&mut self, element: &str, attributes: &[(&str, &str)], paragraph: &Paragraph) {
        let Paragraph { style, own, tab, page } = paragraph;
        let mut name = style.clone();
        if !own.is_empty() || tab.is_some() || page.is_some() {
            let own: Vec<(&str, &str)> = own.iter().map(|(k, v)| (*k, v.as_str())).collect();
            let mut about = vec![("style:parent-style-name", style.as_str())];
            about.extend(page.map(|page| ("style:master-page-name", page)));
            name = self.automatic.style(Family::Paragraph, &about, &own, |xml| {
                if let Some(at) = tab {
                    xml.open("style:tab-stops", &[]);
                    xml.empty("style:tab-stop", &[("style:position", &points(*at))]);
                    xml.close("style:tab-stops");
                }
            });
        }
        self.xml.open(element, &[&[("text:style-name", name.as_str())], attributes].concat());
        self.blank = true;
        if tab.is_some() {
            if self.lists.is_empty() {
                // Outside lists a tab halts at the margin first, before the padding of the border.
                self.xml.empty("text:tab", &[]);
            }
            self.xml.empty("text:tab", &[]);
        }
    }

    /// Writes a paragraph with its text.
    pub fn filled(&mut self, paragraph: &Paragraph, text: &[Inline]) {
        self.open("text:p", &[], paragraph);
        self.inlines(text);
        self.xml.close("text:p");
    }

    /// Writes a paragraph of plain text.
    pub fn line(&mut self, paragraph: &Paragraph, text: &str) {
        self.open("text:p", &[], paragraph);
        self.text(text);
        self.xml.close("text:p");
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
                paragraph.keep_next(stays_with(c, next));
                self.filled(&paragraph, c);
            }
            Block::List { ordered, start, items } => self.list(*ordered, *start, items, place),
            // Each note stands where the text first refers to it.
            Block::Notes { .. } => {}
            Block::Quote { c } => self.blocks(c, place.in_quote()),
            Block::Callout { kind, label, title, c } => {
                self.callout((kind, label), title, c, place);
            }
            Block::Code { text, .. } => self.code(text, place),
            Block::Table { columns, header, rows, .. } => {
                self.outside_lists(|writer| writer.table(columns, header, rows, place));
            }
            Block::Rule => {
                let paragraph = self.paragraph("Scheiding", (0, 0), place);
                self.line(&paragraph, "");
            }
            Block::Figure { src, alt, caption, line } => {
                self.figure((src, *line), alt, caption.as_deref(), place);
            }
        }
    }

    /// Writes a heading, with the bookmark for the table of contents and for links.
    pub fn heading(&mut self, level: u8, id: &str, c: &[Inline], new_page: bool, place: Placement) {
        let text = plain(c);
        if text.trim().is_empty() {
            return;
        }
        let mut paragraph = self.paragraph(&format!("Heading{level}"), (0, 0), place);
        if new_page {
            paragraph.own.push(("fo:break-before", "page".to_owned()));
        }
        self.open("text:h", &[("text:outline-level", &level.to_string())], &paragraph);
        let name = self.bookmarks.name(id).map(str::to_owned).unwrap_or_default();
        self.xml.empty("text:bookmark-start", &[("text:name", &name)]);
        self.inlines(c);
        self.xml.empty("text:bookmark-end", &[("text:name", &name)]);
        self.xml.close("text:h");
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
        let head = self.paragraph(&format!("{}Kop", callout.id), CALLOUT_INDENT, inner);
        self.open("text:p", &[], &head);
        if let Some(word) = callout_kind(word, title, &self.heading) {
            self.span("KaderSoort", |writer| writer.text(word));
            if !plain(title).trim().is_empty() {
                self.line_break();
            }
        }
        self.inlines(title);
        self.xml.close("text:p");
        self.blocks(c, inner);
        self.gap = true;
    }

    fn code(&mut self, text: &str, place: Placement) {
        if text.is_empty() {
            return;
        }
        let mut paragraph = self.paragraph("Codeblok", (140, 140), place.within(140, 140));
        if is_kept_whole(text) {
            paragraph.own.push(("fo:keep-together", "always".to_owned()));
        }
        self.line(&paragraph, text.trim_end_matches('\n'));
    }
}

/// The width of the border and the padding of a style, in twentieths of a point: OpenDocument counts
/// an indent to the border, and [`Placement`] counts it to the text.
pub fn padding(style: &str) -> usize {
    match style {
        "Quote" => 200,
        "Codeblok" => 120,
        style if style.starts_with("Kader") => CALLOUT_INDENT.0,
        _ => 0,
    }
}

/// The name that office programs know for one of our styles; others keep their own.
fn style_name(ours: &str) -> String {
    match ours {
        "Normal" => "Text_20_body",
        "ListContinue" => "List_20_Contents",
        "Quote" => "Quotations",
        "FootnoteText" => "Footnote",
        "TOCHeading" => "Contents_20_Heading",
        _ => match ours.strip_prefix("Heading").or_else(|| ours.strip_prefix("TOC")) {
            Some(level) if ours.starts_with('T') => return format!("Contents_20_{level}"),
            Some(level) => return format!("Heading_20_{level}"),
            None => ours,
        },
    }
    .to_owned()
}
