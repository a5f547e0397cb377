//! Writes footnotes as Word's own: a separate part, numbered by Word.

use super::package::{Part, Relations, word_type};
use super::paragraph;
use super::paragraph::{Form, Paragraph};
use super::text_writer::TextWriter;
use super::xml::{ROOT, Xml};
use crate::markdown::Block;
use crate::publish::office::placement::Placement;
use crate::publish::office::reading::first_paragraph;

pub const PART: &str = "word/footnotes.xml";

/// The separator lines above footnotes, which Word requires as notes of their own.
const LINES: [(&str, &str, &str); 2] =
    [("-1", "separator", "w:separator"), ("0", "continuationSeparator", "w:continuationSeparator")];

impl TextWriter<'_> {
    /// Writes the reference in the text. Word numbers a note once, so a second reference is a field
    /// that shows the number of the first.
    pub fn note_reference(&mut self, number: usize, first: bool) {
        let name = format!("_RefNoot{number}");
        let form = Form { style: Some(self.styles.id("FootnoteReference")), ..Form::default() };
        if !first {
            let instruction = format!(" NOTEREF {name} \\f \\h ");
            self.xml.open("w:fldSimple", &[("w:instr", &instruction)]);
            paragraph::run(&mut self.xml, &form, &number.to_string());
            self.xml.close("w:fldSimple");
            return;
        }
        let mark = self.marks.to_string();
        self.marks += 1;
        self.xml.empty("w:bookmarkStart", &[("w:id", &mark), ("w:name", &name)]);
        paragraph::sign(&mut self.xml, &form, |xml| {
            xml.empty("w:footnoteReference", &[("w:id", &number.to_string())]);
        });
        self.xml.empty("w:bookmarkEnd", &[("w:id", &mark)]);
    }

    /// Writes the footnotes to their own part.
    pub fn notes(&mut self, items: &[Vec<Block>], width: usize) {
        let text = std::mem::replace(&mut self.xml, Xml::part());
        let relations = std::mem::take(&mut self.relations);
        self.xml.open("w:footnotes", &ROOT);
        for (id, kind, line) in LINES {
            self.xml.open("w:footnote", &[("w:type", kind), ("w:id", id)]);
            Paragraph::of(&self.styles.id("FootnoteText")).open(&mut self.xml);
            paragraph::sign(&mut self.xml, &Form::default(), |xml| xml.empty(line, &[]));
            self.xml.close("w:p");
            self.xml.close("w:footnote");
        }
        for (number, item) in (1..).zip(items) {
            self.xml.open("w:footnote", &[("w:id", &i32::to_string(&number))]);
            self.note(item, Placement { noted: true, ..Placement::page(width) });
            self.xml.close("w:footnote");
        }
        self.xml.close("w:footnotes");
        let written = std::mem::replace(&mut self.xml, text).finish();
        let own: Relations = std::mem::replace(&mut self.relations, relations);
        self.footnotes = Some(Part::xml(&word_type("footnotes"), written, own));
    }

    /// Writes a note; its first paragraph begins with its number.
    fn note(&mut self, blocks: &[Block], place: Placement) {
        let (first, rest) = first_paragraph(blocks);
        let paragraph = self.paragraph("FootnoteText", (0, 0), place);
        paragraph.open(&mut self.xml);
        let form = Form { style: Some(self.styles.id("FootnoteReference")), ..Form::default() };
        paragraph::sign(&mut self.xml, &form, |xml| xml.empty("w:footnoteRef", &[]));
        paragraph::run(&mut self.xml, &Form::default(), " ");
        self.inlines(first, &Form::default());
        self.xml.close("w:p");
        self.blocks(rest, place);
        if self.after_table {
            // Word requires a paragraph at the end of a note.
            self.paragraph("FootnoteText", (0, 0), place).write(&mut self.xml, "");
        }
    }
}
