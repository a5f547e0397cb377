//! Writes blocks as HTML.

use super::inlines::{inlines, note_anchor, reference_anchor};
use crate::markdown::{Alignment, Block, Column, Inline, plain};
use crate::publish::anchors::{Anchors, anchors};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use quick_xml::escape::escape;
use std::collections::{BTreeMap, BTreeSet};

/// The kinds of callout that the style sheet styles.
const KINDS: [&str; 13] = [
    "kantlijn",
    "colofon",
    "oogopslag",
    "observatie",
    "concept",
    "reconstructie",
    "fictief",
    "conclusie",
    "norm",
    "let-op",
    "important",
    "warning",
    "caution",
];

/// Writes blocks; numbers tables and keeps ids unique.
pub struct Writer<'a> {
    images: &'a BTreeMap<String, Vec<u8>>,
    anchors: Anchors,
    heading: String,
    tables: usize,
    /// The paragraph numbers that already have an id.
    numbers: BTreeSet<String>,
}

impl<'a> Writer<'a> {
    pub fn new(blocks: &[Block], images: &'a BTreeMap<String, Vec<u8>>) -> Self {
        let anchors = anchors(blocks);
        let (heading, numbers) = (String::new(), BTreeSet::new());
        Self { images, anchors, heading, tables: 0, numbers }
    }

    fn inlines(&self, run: &[Inline]) -> String {
        inlines(run, &self.anchors)
    }

    /// Writes blocks in order.
    pub fn blocks(&mut self, blocks: &[Block]) -> String {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &Block) -> String {
        match block {
            Block::Heading { level, id, c } => {
                self.heading = plain(c);
                // Only the title of the document is a heading of level 1.
                let level = (level + 1).min(6);
                format!("<h{level} id=\"{}\">{}</h{level}>\n", escape(id), self.inlines(c))
            }
            Block::Para { c } => self.paragraph(c),
            Block::List { ordered, start, items } => self.list(*ordered, *start, items),
            Block::Notes { items } => self.notes(items),
            Block::Quote { c } => format!("<blockquote>\n{}</blockquote>\n", self.blocks(c)),
            Block::Callout { kind, label, title, c } => self.callout((kind, label), title, c),
            Block::Code { text, .. } => {
                format!("<pre tabindex=\"0\"><code>{}</code></pre>\n", escape(text))
            }
            Block::Table { columns, header, rows, .. } => self.table(columns, header, rows),
            Block::Rule => "<hr>\n".to_owned(),
            Block::Figure { src, alt, caption, .. } => self.figure(src, alt, caption.as_deref()),
        }
    }

    fn list(&mut self, ordered: bool, start: usize, items: &[Vec<Block>]) -> String {
        let mut inner = String::new();
        for item in items {
            let body = match item.split_first() {
                // The first paragraph of an item needs no `<p>`.
                Some((Block::Para { c }, rest)) => {
                    format!("{}\n{}", self.inlines(c), self.blocks(rest))
                }
                _ => self.blocks(item),
            };
            inner.push_str(&format!("<li>{}</li>\n", body.trim_end()));
        }
        match ordered {
            true if start != 1 => format!("<ol start=\"{start}\">\n{inner}</ol>\n"),
            true => format!("<ol>\n{inner}</ol>\n"),
            false => format!("<ul>\n{inner}</ul>\n"),
        }
    }

    /// Writes the footnotes, each with a link back to its first reference.
    fn notes(&mut self, items: &[Vec<Block>]) -> String {
        let mut inner = String::new();
        for (number, item) in (1..).zip(items) {
            let (anchor, back) = (note_anchor(number), reference_anchor(number));
            let text = self.blocks(item);
            inner.push_str(&format!(
                "<li id=\"{anchor}\">{text}<p class=\"back\"><a href=\"#{back}\" role=\"doc-backlink\" \
                 aria-label=\"Terug naar de tekst bij noot {number}\">terug</a></p></li>\n"
            ));
        }
        format!(
            "<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"noot:kop\">\n\
             <h2 id=\"noot:kop\">Noten</h2>\n<ol>\n{inner}</ol>\n</section>\n"
        )
    }

    fn callout(&mut self, (kind, label): (&str, &str), title: &[Inline], c: &[Block]) -> String {
        let class = KINDS.iter().find(|known| **known == kind).map_or("kader", |known| known);
        let words = plain(title);
        let own = words.trim().to_lowercase();
        let named = own.starts_with(&label.to_lowercase());
        let head = match (own.is_empty(), named) {
            (true, _) => format!("<p class=\"label\">{}</p>\n", escape(label)),
            (_, true) => format!("<p class=\"label\">{}</p>\n", self.inlines(title)),
            // The page at a glance is under a heading of the same name.
            _ if self.heading == label => {
                format!("<p class=\"title\">{}</p>\n", self.inlines(title))
            }
            _ => {
                let (label, title) = (escape(label), self.inlines(title));
                format!("<p class=\"label\">{label}</p>\n<p class=\"title\">{title}</p>\n")
            }
        };
        format!("<div class=\"callout {class}\" role=\"note\">\n{head}{}</div>\n", self.blocks(c))
    }

    fn table(
        &mut self,
        columns: &[Column],
        header: &[Vec<Inline>],
        rows: &[Vec<Vec<Inline>>],
    ) -> String {
        self.tables += 1;
        let class = |at: usize| match columns.get(at).map(|column| column.align) {
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::Center) => " class=\"center\"",
            _ => "",
        };
        // The first column names the rows, unless it is sometimes empty.
        let named = header.len() > 1
            && rows.iter().all(|r| r.first().is_some_and(|c| !plain(c).trim().is_empty()));
        let mut head = String::new();
        for (at, cell) in header.iter().enumerate() {
            let text = self.inlines(cell);
            head.push_str(&match text.trim().is_empty() {
                // An empty cell is not a header.
                true => "<td></td>".to_owned(),
                false => format!("<th scope=\"col\"{}>{text}</th>", class(at)),
            });
        }
        let mut body = String::new();
        for row in rows {
            body.push_str("<tr>");
            for at in 0..header.len() {
                let cell = row.get(at).map_or_else(String::new, |c| self.inlines(c));
                let class = class(at);
                body.push_str(&match named && at == 0 {
                    true => format!("<th scope=\"row\"{class}>{cell}</th>"),
                    false => format!("<td{class}>{cell}</td>"),
                });
            }
            body.push_str("</tr>\n");
        }
        let label = format!("Tabel {} bij: {}", self.tables, self.heading);
        let matrix = if header.len() > 7 { " matrix" } else { "" };
        format!(
            "<div class=\"table{matrix}\" role=\"group\" aria-label=\"{}\" tabindex=\"0\">\n<table>\n\
             <thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n</div>\n",
            escape(&label)
        )
    }

    fn figure(&self, src: &str, alt: &str, caption: Option<&[Inline]>) -> String {
        let bytes = self.images.get(src).map_or(&[][..], Vec::as_slice);
        let data = image(src, bytes);
        let caption = caption
            .map(|c| format!("<figcaption>{}</figcaption>\n", self.inlines(c)))
            .unwrap_or_default();
        format!("<figure>\n<img src=\"{data}\" alt=\"{}\">\n{caption}</figure>\n", escape(alt))
    }

    /// Writes a paragraph. One with a number gets an id for links.
    fn paragraph(&mut self, c: &[Inline]) -> String {
        if let Some((Inline::Number { n: number }, rest)) = c.split_first() {
            // After an edit two paragraphs may have the same number; only the first gets the id.
            let id = match self.numbers.insert(number.clone()) {
                true => format!(" id=\"alinea:{number}\""),
                false => String::new(),
            };
            return format!(
                "<p class=\"numbered\"{id}><span class=\"nr\">[{number}]</span> {}</p>\n",
                self.inlines(rest)
            );
        }
        format!("<p>{}</p>\n", self.inlines(c))
    }
}

/// An image as a `data:` URI. In an `<img>`, unlike in the page itself, a script in a drawing never
/// runs.
pub fn image(name: &str, bytes: &[u8]) -> String {
    let kind = match name.rsplit('.').next() {
        Some("svg") => "svg+xml",
        Some("png") => "png",
        _ => "jpeg",
    };
    format!("data:image/{kind};base64,{}", STANDARD.encode(bytes))
}
