//! Writes the cover, the table of contents and the provenance.

use super::paragraph::{Form, Paragraph, run};
use super::text_writer::{TextWriter, contents_mark};
use super::xml::Xml;
use crate::markdown::Block;
use crate::publish::manuscript::Manuscript;
use crate::publish::office::front::{
    LOGO, cover_lines, entries, has_front, logo_on_cover, provenance_lines,
};
use crate::publish::office::placement::Placement;
use crate::publish::office::tokens::Logo;

impl TextWriter<'_> {
    /// Writes the cover. A summary is one page, so its title is on that page.
    pub fn cover(&mut self, manuscript: &Manuscript, logo: &Logo, width: usize) {
        let Manuscript { head, .. } = manuscript;
        let place = Placement::page(width);
        // A title style of the municipality's own is not on our panel.
        let own_title = self.styles.is_theirs("Title");
        for (style, text) in cover_lines(manuscript) {
            let style = if style == "OmslagSoort" && own_title { "OmslagRegel" } else { style };
            let mut paragraph = self.paragraph(style, (0, 0), place);
            let at_top = style == "OmslagSoort" && !has_front(head.kind);
            paragraph.before = at_top.then_some(0);
            paragraph.write(&mut self.xml, &text);
        }
        if self.pictures.has(LOGO) {
            let (alt, size) = logo_on_cover(logo, head, width);
            let mut paragraph = self.paragraph("Figuur", (0, 0), place);
            paragraph.before = Some(900);
            paragraph.open(&mut self.xml);
            self.picture((LOGO, 0), alt, size);
            self.xml.close("w:p");
        }
    }

    /// Writes the table of contents: a filled-in field that Word updates on request.
    ///
    /// The field is not marked as out of date, and the settings do not ask for an update: either
    /// makes Word ask on opening whether fields may refer to other files. Only Word knows the page
    /// numbers, so they appear with the first update; until then there are none, so none is wrong.
    pub fn contents(&mut self, blocks: &[Block], width: usize) {
        let entries = entries(blocks);
        let Some(deepest) = entries.iter().map(|e| e.level).max() else { return };
        self.xml.open("w:sdt", &[]);
        self.xml.open("w:sdtPr", &[]);
        self.xml.open("w:docPartObj", &[]);
        self.xml.value("w:docPartGallery", "Table of Contents");
        self.xml.empty("w:docPartUnique", &[]);
        self.xml.close("w:docPartObj");
        self.xml.close("w:sdtPr");
        self.xml.open("w:sdtContent", &[]);
        let mut heading = self.paragraph("TOCHeading", (0, 0), Placement::page(width));
        heading.page_break = true;
        // If the municipality numbers its chapters, this heading must not be numbered.
        let derived = self.styles.is_borrowed() && !self.styles.is_theirs("TOCHeading");
        heading.list = derived.then_some((0, 0));
        heading.write(&mut self.xml, "Inhoud");
        let last = entries.len() - 1;
        for (index, entry) in entries.iter().enumerate() {
            let style = self.styles.id(&format!("TOC{}", entry.level));
            Paragraph::of(&style).open(&mut self.xml);
            if index == 0 {
                mark(&mut self.xml, "begin");
                self.xml.open("w:r", &[]);
                let instruction = format!(" TOC \\o \"1-{deepest}\" \\h \\z \\u ");
                self.xml.leaf("w:instrText", &[("xml:space", "preserve")], &instruction);
                self.xml.close("w:r");
                mark(&mut self.xml, "separate");
            }
            let anchor = contents_mark(entry.id);
            self.xml.open("w:hyperlink", &[("w:anchor", &anchor), ("w:history", "1")]);
            run(&mut self.xml, &Form::default(), &entry.text);
            self.xml.close("w:hyperlink");
            if index == last {
                mark(&mut self.xml, "end");
            }
            self.xml.close("w:p");
        }
        self.xml.close("w:sdtContent");
        self.xml.close("w:sdt");
    }

    /// Writes the provenance of the document.
    pub fn provenance(&mut self, manuscript: &Manuscript, width: usize) {
        let place = Placement::page(width);
        let rule = self.paragraph("Scheiding", (0, 0), place);
        rule.write(&mut self.xml, "");
        let lines = provenance_lines(manuscript);
        for (index, line) in lines.iter().enumerate() {
            let mut paragraph = self.paragraph("Herkomst", (0, 0), place);
            paragraph.keep_next = index + 1 < lines.len();
            paragraph.write(&mut self.xml, line);
        }
    }
}

fn mark(xml: &mut Xml, kind: &str) {
    xml.open("w:r", &[]);
    xml.empty("w:fldChar", &[("w:fldCharType", kind)]);
    xml.close("w:r");
}
