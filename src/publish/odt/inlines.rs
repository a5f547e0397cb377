//! Writes inline text.

use super::text_writer::TextWriter;
use crate::markdown::{Block, Inline, is_symbol};
use crate::publish::office::links::address;
use crate::publish::office::look::judgement_style;
use crate::publish::office::placement::Placement;
use crate::publish::office::reading::link_text;
use crate::publish::office::xml::Xml;
use crate::publish::unbroken::unbroken;

impl TextWriter<'_> {
    pub fn inlines(&mut self, list: &[Inline]) {
        for inline in list {
            match inline {
                Inline::Text { v } => self.text(&unbroken(v)),
                Inline::Soft => self.text(" "),
                Inline::Break => self.line_break(),
                Inline::Emph { c } => self.span("Emphasis", |writer| writer.inlines(c)),
                Inline::Strong { c } => self.span("Strong_20_Emphasis", |writer| writer.inlines(c)),
                Inline::Strike { c } => self.span("Doorgehaald", |writer| writer.inlines(c)),
                Inline::Code { v } => self.span("Source_20_Text", |writer| writer.text(v)),
                Inline::Judgement { level, v, remark } => {
                    self.span(&judgement_style(level), |writer| writer.text(v));
                    if !remark.is_empty() {
                        self.line_break();
                        self.span("Opmerking", |writer| writer.text(remark));
                    }
                }
                Inline::Number { n } => self.text(&format!("[{n}] ")),
                Inline::Note { number, first } => self.note(*number, *first),
                Inline::Link { url, c } => self.link(url, c),
            }
        }
    }

    /// Writes text in a character style.
    pub fn span(&mut self, style: &str, write: impl FnOnce(&mut Self)) {
        self.xml.open("text:span", &[("text:style-name", style)]);
        write(self);
        self.xml.close("text:span");
    }

    pub fn line_break(&mut self) {
        self.xml.empty("text:line-break", &[]);
        self.blank = true;
    }

    /// Writes text. Symbols of judgements get their own font.
    pub fn text(&mut self, text: &str) {
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let symbol = is_symbol(first);
            let end = rest.find(|c| is_symbol(c) != symbol).unwrap_or(rest.len());
            let (part, after) = rest.split_at(end);
            if symbol {
                self.span("Symbool", |writer| writer.characters(part));
            } else {
                self.characters(part);
            }
            rest = after;
        }
    }

    fn characters(&mut self, text: &str) {
        characters(&mut self.xml, text, &mut self.blank);
    }

    fn link(&mut self, url: &str, c: &[Inline]) {
        let target = match url.strip_prefix('#') {
            Some(anchor) => self.bookmarks.name(anchor).map(|name| format!("#{name}")),
            None => address(url),
        };
        let text = link_text(url, c);
        let Some(target) = target else { return self.inlines(&text) };
        let style = "Internet_20_link";
        self.xml.open(
            "text:a",
            &[
                ("xlink:type", "simple"),
                ("xlink:href", &target),
                ("text:style-name", style),
                ("text:visited-style-name", "Visited_20_Internet_20_Link"),
            ],
        );
        self.span(style, |writer| writer.inlines(&text));
        self.xml.close("text:a");
    }

    /// Writes a footnote where the text first refers to it; a later reference shows its number.
    fn note(&mut self, number: usize, first: bool) {
        let (id, shown) = (format!("noot{number}"), number.to_string());
        if !first {
            let kind = ("text:note-class", "footnote");
            let about = [kind, ("text:reference-format", "text"), ("text:ref-name", &*id)];
            self.span("Footnote_20_anchor", |w| w.xml.leaf("text:note-ref", &about, &shown));
            return;
        }
        let text = number.checked_sub(1).and_then(|at| self.notes.get(at));
        let text: &[Block] = text.map_or(&[], Vec::as_slice);
        // A note may stand in a list or in a callout, and is itself in neither.
        let lists = std::mem::take(&mut self.lists);
        let gap = std::mem::take(&mut self.gap);
        self.xml.open("text:note", &[("text:id", &id), ("text:note-class", "footnote")]);
        self.xml.leaf("text:note-citation", &[], &shown);
        self.xml.open("text:note-body", &[]);
        self.blocks(text, Placement { noted: true, ..Placement::page(self.width) });
        self.xml.close("text:note-body");
        self.xml.close("text:note");
        (self.lists, self.gap, self.blank) = (lists, gap, false);
    }
}

/// Writes characters of a paragraph; tabs, line ends and spaces that would be lost become elements.
/// `blank` is whether a space stands before them, or the begin of a line.
pub fn characters(xml: &mut Xml, text: &str, blank: &mut bool) {
    let mut plain = String::new();
    for c in text.chars() {
        let space = matches!(c, ' ' | '\r');
        let element = match c {
            '\t' => "text:tab",
            '\n' => "text:line-break",
            _ if space && *blank => "text:s",
            _ => {
                plain.push(if space { ' ' } else { c });
                *blank = space;
                continue;
            }
        };
        xml.text(&std::mem::take(&mut plain));
        xml.empty(element, &[]);
        *blank = c != '\t';
    }
    xml.text(&plain);
}
