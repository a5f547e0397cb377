//! Writes the cover, the table of contents and the provenance.

use super::links::Bookmarks;
use super::paragraph::{Form, Paragraph, run};
use super::text_writer::{Placement, TextWriter, contents_mark};
use super::tokens::{Logo, twips};
use super::xml::Xml;
use crate::markdown::{Block, Kind, plain};
use crate::publish::manuscript::Manuscript;

/// With more entries than this, the table of contents lists chapters only.
const MOST_ENTRIES: usize = 32;

struct Entry<'a> {
    level: u8,
    id: &'a str,
    text: String,
}

/// Adds the bookmarks of all headings, also those in quotations, callouts, lists and notes.
pub fn bookmarks(blocks: &[Block], into: &mut Bookmarks) {
    for block in blocks {
        match block {
            Block::Heading { id, .. } => into.add(id),
            Block::Quote { c } | Block::Callout { c, .. } => bookmarks(c, into),
            Block::List { items, .. } | Block::Notes { items } => {
                items.iter().for_each(|item| bookmarks(item, into))
            }
            _ => {}
        }
    }
}

impl TextWriter<'_> {
    /// Writes the cover. A summary is one page, so its title is on that page.
    pub fn cover(&mut self, manuscript: &Manuscript, logo: &Logo, width: usize) {
        let Manuscript { head, .. } = manuscript;
        let place = Placement::page(width);
        let styles = self.styles;
        let mut line = |style: &str, text: &str| {
            if !text.trim().is_empty() {
                let mut paragraph = self.paragraph(style, (0, 0), place);
                let at_top = style == "OmslagSoort" && !has_front(head.kind);
                paragraph.before = at_top.then_some(0);
                paragraph.write(&mut self.xml, text);
            }
        };
        // A title style of the municipality's own is not on our panel.
        let own_title = styles.is_theirs("Title");
        line(if own_title { "OmslagRegel" } else { "OmslagSoort" }, &head.document);
        line("Title", &head.title);
        line("Subtitle", head.subtitle.as_deref().unwrap_or(""));
        if head.status != "definitief" {
            line("OmslagStatus", &head.status_text);
        }
        let whose = Some(head.municipality.as_str()).filter(|name| *name != head.commissioned_by());
        let lines: Vec<&str> =
            whose.into_iter().chain([head.commissioned_by(), &head.date]).collect();
        if has_front(head.kind) {
            lines.iter().for_each(|text| line("OmslagRegel", text));
        } else {
            line("OmslagRegel", &lines.join(" · "));
        }
        if manuscript.edited {
            line("OmslagRegel", EDITED);
        }
        if self.pictures.has(LOGO) {
            let alt = logo.alt.as_deref().unwrap_or(head.commissioned_by());
            let wide = logo.width.unwrap_or(38.0).clamp(5.0, 150.0);
            let mut paragraph = self.paragraph("Figuur", (0, 0), place);
            paragraph.before = Some(900);
            paragraph.open(&mut self.xml);
            self.picture((LOGO, 0), alt, (twips(wide).min(width), twips(60.0)));
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
        let Manuscript { head, edited, provenance, .. } = manuscript;
        let place = Placement::page(width);
        let rule = self.paragraph("Scheiding", (0, 0), place);
        rule.write(&mut self.xml, "");
        let mut lines = vec![
            format!("{} – {}", head.document, head.title),
            format!("{}, {}", head.commissioned_by(), head.date),
            head.status_text.clone(),
        ];
        if *edited {
            lines.push(EDITED.to_owned());
        }
        lines.push(provenance.clone());
        if !has_front(head.kind) {
            lines = vec![lines.join(" · ")];
        }
        for (index, line) in lines.iter().enumerate() {
            let mut paragraph = self.paragraph("Herkomst", (0, 0), place);
            paragraph.keep_next = index + 1 < lines.len();
            paragraph.write(&mut self.xml, line);
        }
    }
}

pub const LOGO: &str = "/logo";

const EDITED: &str = "Bewerkt na generatie: de tekst is na het opmaken met de hand bewerkt.";

/// The headings in the table of contents: chapters, and their sections unless there are too many.
fn entries(blocks: &[Block]) -> Vec<Entry<'_>> {
    let all: Vec<Entry<'_>> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { level, id, c } if *level <= 2 => {
                let text = plain(c).trim().to_owned();
                (!text.is_empty()).then_some(Entry { level: *level, id, text })
            }
            _ => None,
        })
        .collect();
    if all.len() <= MOST_ENTRIES {
        return all;
    }
    all.into_iter().filter(|entry| entry.level == 1).collect()
}

fn mark(xml: &mut Xml, kind: &str) {
    xml.open("w:r", &[]);
    xml.empty("w:fldChar", &[("w:fldCharType", kind)]);
    xml.close("w:r");
}

/// Whether a document has a cover page and a table of contents: a summary is one page.
pub fn has_front(kind: Kind) -> bool {
    !kind.is_one_page()
}

/// Whether a chapter begins on a new page: an annex, the page at a glance and the chapter after it;
/// in a comparison and a coding study every chapter.
pub fn begins_page(kind: Kind, words: &str, before: &str) -> bool {
    let lower = words.trim().to_lowercase();
    let glance = "in één oogopslag";
    if !has_front(kind) {
        return false;
    }
    matches!(kind, Kind::Comparison | Kind::CodingStudy)
        || lower.starts_with("bijlage")
        || lower.starts_with(glance)
        || before.trim().to_lowercase().starts_with(glance)
}
