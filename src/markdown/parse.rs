//! Parses a whole nota from Markdown into the document tree.

use super::badge::key_of_text;
use super::callout::{COLOPHON, callout_label};
use super::columns::{columns, is_matrix};
use super::lines::keep_items_apart;
use super::marks::typed_sign;
use super::notes::{Notes, label};
use super::problem::{Problem, place};
use super::slips::Typed;
use super::tree::{Alignment, Block, Document, Inline, REMARK, plain};
use super::{DOCUMENT_NESTING, END_OF_LIST, INLINE_NESTING, is_symbol, options};
use crate::diagnostics::{Code, Fact, nearest};
use comrak::html::Anchorizer;
use comrak::nodes::{ListType, Node, NodeValue, TableAlignment};
use comrak::{Arena, parse_document};
use std::collections::{BTreeMap, BTreeSet};

/// Parses a nota. HTML becomes literal text; what a durable, accessible document cannot contain is
/// listed in [`Document::problems`].
#[must_use]
pub fn parse(text: &str) -> Document {
    let arena = Arena::new();
    let root = parse_document(&arena, text, &options(true));
    let mut walk = Walk::default();
    let typed = Typed::new(text);
    walk.problems = root.descendants().flat_map(|node| typed.slips(node)).collect();
    root.descendants().for_each(keep_items_apart);
    // Before the notes: the walk numbers them in the order of their first references.
    let mut blocks = walk.blocks(root, 0);
    let notes = walk.notes(&Notes::of(root).by_label());
    if !notes.is_empty() {
        blocks.push(Block::Notes { items: notes });
    }
    // Only now: a link may point to a heading further on.
    for (url, place) in std::mem::take(&mut walk.links) {
        if !walk.anchors.contains(&url) {
            let mut facts = vec![("value", format!("#{url}").into())];
            let near = nearest(&url, walk.anchors.iter().map(String::as_str));
            facts.extend(near.map(|near| ("nearest", format!("#{near}").into())));
            walk.problem(Code::BrokenLink, place, facts);
        }
    }
    Document { blocks, problems: walk.problems }
}

/// A line, a column, and the last column if it is on the same line.
type Place = (usize, usize, Option<usize>);

#[derive(Default)]
struct Walk {
    problems: Vec<Problem>,
    anchorizer: Anchorizer,
    anchors: BTreeSet<String>,
    links: Vec<(String, Place)>,
    last_heading: u8,
    has_colophon: bool,
    /// The labels of notes, in the order of the first references to them.
    notes: Vec<String>,
}

impl Walk {
    fn problem(
        &mut self,
        code: Code,
        (line, column, last): Place,
        facts: Vec<(&'static str, Fact)>,
    ) {
        self.problems.push(Problem { code, line, column, last, facts });
    }

    fn at(&mut self, node: Node<'_>, code: Code, facts: Vec<(&'static str, Fact)>) {
        self.problem(code, place(node), facts);
    }

    fn blocks(&mut self, parent: Node<'_>, depth: usize) -> Vec<Block> {
        if depth > DOCUMENT_NESTING {
            self.at(parent, Code::TooDeep, vec![("most", DOCUMENT_NESTING.to_string().into())]);
            return Vec::new();
        }
        parent.children().filter_map(|child| self.block(child, depth)).collect()
    }

    fn block(&mut self, node: Node<'_>, depth: usize) -> Option<Block> {
        let value = node.data().value.clone();
        Some(match value {
            // The head is parsed separately.
            NodeValue::FrontMatter(_) => return None,
            NodeValue::Heading(heading) => self.heading(node, heading.level),
            NodeValue::Paragraph => self.paragraph(node)?,
            NodeValue::List(list) => Block::List {
                ordered: list.list_type == ListType::Ordered,
                start: list.start,
                items: node.children().map(|item| self.blocks(item, depth + 1)).collect(),
            },
            NodeValue::BlockQuote => Block::Quote { c: self.blocks(node, depth + 1) },
            NodeValue::Callout(callout) => {
                if callout.callout_type == COLOPHON && depth == 0 {
                    self.one_colophon(node);
                }
                let title = node
                    .children()
                    .find(|c| matches!(c.data().value, NodeValue::CalloutTitle))
                    .map(|c| self.inlines(c));
                Block::Callout {
                    label: callout_label(&callout.callout_type),
                    kind: callout.callout_type.clone(),
                    title: title.unwrap_or_default(),
                    c: self.blocks(node, depth + 1),
                }
            }
            NodeValue::CalloutTitle | NodeValue::FootnoteDefinition(_) => return None,
            NodeValue::CodeBlock(code) => {
                let lang = code.info.split_whitespace().next().map(str::to_owned);
                Block::Code { text: code.literal.trim_end().to_owned(), lang }
            }
            NodeValue::HtmlBlock(html) if html.literal.trim() == END_OF_LIST => return None,
            NodeValue::HtmlBlock(html) => {
                self.at(node, Code::HtmlInText, Vec::new());
                Block::Para { c: literal(html.literal.trim_end()) }
            }
            NodeValue::ThematicBreak => Block::Rule,
            NodeValue::Table(table) => self.table(node, &table.alignments),
            _ => Block::Para { c: self.inlines(node) },
        })
    }

    fn one_colophon(&mut self, node: Node<'_>) {
        if std::mem::replace(&mut self.has_colophon, true) {
            let (line, column, _) = place(node);
            self.problem(
                Code::CalloutMisread,
                (line, column, None),
                vec![("problem", "twice".into())],
            );
        }
    }

    /// The notes with a reference, in the order of their numbers.
    fn notes(&mut self, by_label: &BTreeMap<String, Node<'_>>) -> Vec<Vec<Block>> {
        let mut out = Vec::new();
        // A reference within a note is an error that has been reported.
        while let Some(label) = self.notes.get(out.len()) {
            let note = by_label.get(label).copied();
            out.push(note.map(|note| self.blocks(note, 0)).unwrap_or_default());
        }
        out
    }

    fn note(&mut self, node: Node<'_>) -> Inline {
        let label = label(node);
        let known = self.notes.iter().position(|other| *other == label);
        let number = known.unwrap_or(self.notes.len()) + 1;
        if known.is_none() {
            self.notes.push(label);
        }
        Inline::Note { number, first: known.is_none() }
    }

    fn heading(&mut self, node: Node<'_>, level: u8) -> Block {
        let c = self.inlines(node);
        let text = plain(&c);
        if level > self.last_heading + 1 || text.trim().is_empty() {
            let problem = if text.trim().is_empty() { "empty" } else { "skips" };
            let facts = vec![
                ("problem", problem.into()),
                ("found", level.to_string().into()),
                ("expected", (self.last_heading + 1).min(6).to_string().into()),
            ];
            self.at(node, Code::HeadingOrder, facts);
        }
        self.last_heading = level;
        // [`held_together`] replaced this space; in the source it is an ordinary one.
        let id = self.anchorizer.anchorize(&text.replace('\u{a0}', " "));
        self.anchors.insert(id.clone());
        Block::Heading { level, id, c }
    }

    /// A paragraph, or a figure if it consists of an image only.
    fn paragraph(&mut self, node: Node<'_>) -> Option<Block> {
        let only = node.first_child().filter(|n| n.next_sibling().is_none());
        if let Some(image) = only
            && let NodeValue::Image(link) = image.data().value.clone()
        {
            let alt = plain(&self.inlines(image));
            if alt.trim().is_empty() {
                self.at(image, Code::ImageWithoutText, vec![("problem", "none".into())]);
            }
            let caption = (!link.title.is_empty()).then(|| literal(&link.title));
            let line = image.data().sourcepos.start.line;
            return Some(Block::Figure { src: link.url, alt, caption, line });
        }
        let c = self.inlines(node);
        (!c.is_empty()).then_some(Block::Para { c })
    }

    fn table(&mut self, node: Node<'_>, alignments: &[TableAlignment]) -> Block {
        let align: Vec<Alignment> = alignments
            .iter()
            .map(|a| match a {
                TableAlignment::None => Alignment::None,
                TableAlignment::Left => Alignment::Left,
                TableAlignment::Center => Alignment::Center,
                TableAlignment::Right => Alignment::Right,
            })
            .collect();
        let mut rows: Vec<Vec<Vec<Inline>>> = node
            .children()
            .map(|row| row.children().map(|cell| self.cell(cell)).collect())
            .collect();
        let header = if rows.is_empty() { Vec::new() } else { rows.remove(0) };
        let columns = columns(&header, &rows, &align);
        let matrix = is_matrix(&header, &rows);
        Block::Table { columns, matrix, header, rows }
    }

    fn cell(&mut self, node: Node<'_>) -> Vec<Inline> {
        let c = self.inlines(node);
        let text = plain(&c);
        let (judgement, remark) = text.split_once(REMARK).unwrap_or((&text, ""));
        let Some(key) = key_of_text(judgement) else { return c };
        let (level, v) = (key.to_owned(), judgement.trim().replace('\u{a0}', " "));
        let mut out = vec![Inline::Judgement { level, v, remark: remark.to_owned() }];
        out.extend(c.into_iter().filter(|inline| matches!(inline, Inline::Note { .. })));
        out
    }

    fn inlines(&mut self, parent: Node<'_>) -> Vec<Inline> {
        let mut out = Vec::new();
        // Counts block ancestors too, hence more than `INLINE_NESTING` are allowed; `take` bounds
        // the work.
        if parent.ancestors().take(INLINE_NESTING * 4).count() > INLINE_NESTING * 3 {
            self.at(parent, Code::TooDeep, vec![("most", INLINE_NESTING.to_string().into())]);
            return out;
        }
        for child in parent.children() {
            if let Some(sign) = typed_sign(child) {
                push_text(&mut out, sign);
                out.extend(self.inlines(child));
                push_text(&mut out, sign);
                continue;
            }
            let value = child.data().value.clone();
            match value {
                NodeValue::Text(text) => push_text(&mut out, &text),
                NodeValue::SoftBreak => out.push(Inline::Soft),
                NodeValue::LineBreak => out.push(Inline::Break),
                NodeValue::Code(code) => out.push(Inline::Code { v: code.literal.clone() }),
                NodeValue::HtmlInline(html) => {
                    self.at(child, Code::HtmlInText, Vec::new());
                    push_text(&mut out, &html);
                }
                NodeValue::FootnoteReference(_) => out.push(self.note(child)),
                NodeValue::Emph => out.push(Inline::Emph { c: self.inlines(child) }),
                NodeValue::Strong => out.push(Inline::Strong { c: self.inlines(child) }),
                NodeValue::Strikethrough => out.push(Inline::Strike { c: self.inlines(child) }),
                // Only an address that is safe to follow becomes a link.
                NodeValue::Link(link) if !followable(&link.url) => {
                    out.extend(self.inlines(child));
                }
                NodeValue::Link(link) => {
                    if let Some(anchor) = link.url.strip_prefix('#') {
                        self.links.push((anchor.to_owned(), place(child)));
                    }
                    let mut c = self.inlines(child);
                    if let Some(Inline::Text { v }) = c.last_mut() {
                        // Typst cannot handle a soft hyphen at the end of a link.
                        v.truncate(v.trim_end_matches('\u{ad}').len());
                    }
                    out.push(Inline::Link { url: link.url.clone(), c });
                }
                NodeValue::Image(_) => {
                    self.at(child, Code::ImageInText, vec![("where", "line".into())]);
                    out.extend(self.inlines(child));
                }
                _ => out.extend(self.inlines(child)),
            }
        }
        out
    }
}

fn followable(url: &str) -> bool {
    ["#", "https://", "http://", "mailto:"].iter().any(|start| url.starts_with(start))
}

/// The text with a non-breaking space between each judgement's symbol and its word.
fn held_together(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let held = c == ' ' && out.ends_with(is_symbol);
        out.push(if held { '\u{a0}' } else { c });
    }
    out
}

fn push_text(out: &mut Vec<Inline>, text: &str) {
    let text = held_together(text);
    if let Some(Inline::Text { v }) = out.last_mut() {
        v.push_str(&text);
    } else {
        out.push(Inline::Text { v: text });
    }
}

/// Text line by line, without parsing it as Markdown.
fn literal(text: &str) -> Vec<Inline> {
    let mut out = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if index > 0 {
            out.push(Inline::Break);
        }
        out.push(Inline::Text { v: line.trim().to_owned() });
    }
    out
}
