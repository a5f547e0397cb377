//! Writes the cover, the table of contents and the provenance.

use super::text_writer::TextWriter;
use crate::markdown::Block;
use crate::publish::manuscript::Manuscript;
use crate::publish::office::front::{LOGO, cover_lines, entries, logo_on_cover, provenance_lines};
use crate::publish::office::placement::Placement;
use crate::publish::office::tokens::Logo;

impl TextWriter<'_> {
    /// Writes the cover. A summary is one page, so its title is on that page.
    pub fn cover(&mut self, manuscript: &Manuscript, logo: &Logo) {
        let place = Placement::page(self.width);
        for (style, text) in cover_lines(manuscript) {
            let paragraph = self.paragraph(style, (0, 0), place);
            self.line(&paragraph, &text);
        }
        if self.pictures.has(LOGO) {
            let (alt, size) = logo_on_cover(logo, &manuscript.head, self.width);
            let mut paragraph = self.paragraph("Figuur", (0, 0), place);
            paragraph.spaced(900, 60);
            self.open("text:p", &[], &paragraph);
            self.picture((LOGO, 0), alt, size);
            self.xml.close("text:p");
        }
    }

    /// Writes the table of contents. Its page numbers are references, which an office program
    /// fills in by itself when it opens the document.
    pub fn contents(&mut self, blocks: &[Block]) {
        let entries = entries(blocks);
        let Some(deepest) = entries.iter().map(|e| e.level).max() else { return };
        let deepest = deepest.to_string();
        self.xml.open("text:table-of-content", &[("text:name", "Inhoud")]);
        self.xml.open("text:table-of-content-source", &[("text:outline-level", &deepest)]);
        let heading = ("text:style-name", "Contents_20_Heading");
        self.xml.leaf("text:index-title-template", &[heading], "Inhoud");
        for level in ["1", "2"] {
            let style = format!("Contents_20_{level}");
            let about = [("text:outline-level", level), ("text:style-name", &*style)];
            self.xml.open("text:table-of-content-entry-template", &about);
            self.xml.empty("text:index-entry-link-start", &[]);
            self.xml.empty("text:index-entry-text", &[]);
            let tab = [("style:type", "right"), ("style:leader-char", ".")];
            self.xml.empty("text:index-entry-tab-stop", &tab);
            self.xml.empty("text:index-entry-page-number", &[]);
            self.xml.empty("text:index-entry-link-end", &[]);
            self.xml.close("text:table-of-content-entry-template");
        }
        self.xml.close("text:table-of-content-source");
        self.xml.open("text:index-body", &[]);
        self.xml.open("text:index-title", &[("text:name", "Inhoud_Kop")]);
        let mut heading = self.paragraph("TOCHeading", (0, 0), Placement::page(self.width));
        heading.own.push(("fo:break-before", "page".to_owned()));
        self.line(&heading, "Inhoud");
        self.xml.close("text:index-title");
        for entry in &entries {
            let name = self.bookmarks.name(entry.id).map(str::to_owned).unwrap_or_default();
            let style = format!("TOC{}", entry.level);
            let paragraph = self.paragraph(&style, (0, 0), Placement::page(self.width));
            self.open("text:p", &[], &paragraph);
            let target = format!("#{name}");
            let link = [("xlink:type", "simple"), ("xlink:href", &*target)];
            let looks =
                ["text:style-name", "text:visited-style-name"].map(|n| (n, "Index_20_Link"));
            self.xml.open("text:a", &[link, looks].concat());
            self.text(&entry.text);
            self.xml.empty("text:tab", &[]);
            let page = [("text:reference-format", "page"), ("text:ref-name", &*name)];
            self.xml.empty("text:bookmark-ref", &page);
            self.xml.close("text:a");
            self.xml.close("text:p");
        }
        self.xml.close("text:index-body");
        self.xml.close("text:table-of-content");
    }

    /// Writes the provenance of the document.
    pub fn provenance(&mut self, manuscript: &Manuscript) {
        let place = Placement::page(self.width);
        let rule = self.paragraph("Scheiding", (0, 0), place);
        self.line(&rule, "");
        let lines = provenance_lines(manuscript);
        for (index, line) in lines.iter().enumerate() {
            let mut paragraph = self.paragraph("Herkomst", (0, 0), place);
            paragraph.keep_next(index + 1 < lines.len());
            self.line(&paragraph, line);
        }
    }
}
