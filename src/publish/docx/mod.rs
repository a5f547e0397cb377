//! Publishes a document as a Word file for the officials who check the facts. Headings, lists,
//! tables and fields are Word's own, so that officials can find, change and comment on everything.

mod archive;
mod drawings;
mod front;
mod house;
mod inlines;
mod lists;
mod notes;
mod numbering;
mod package;
mod paragraph;
mod parts;
mod properties;
mod sections;
mod settings;
mod stylebook;
mod tables;
mod text_writer;
mod xml;

use super::manuscript::Manuscript;
use super::office::front::{LOGO, begins_page, bookmarks, has_front, logo};
use super::office::links::Bookmarks;
use super::office::look::{Look, fill};
use super::office::pages::{PageSize, Side, stretches};
use super::office::pictures::{Pictures, all_read};
use super::office::placement::Placement;
use super::office::slices::{self, Broken};
use super::office::tokens::{self, Tokens};
use super::shown::Shown;
use crate::assets::Assets;
use crate::diagnostics::{Code, Diagnostic, Report, SourceMap, library_says, phrase};
use crate::markdown::{Block, plain};
use crate::templates::{Language, Templates};
use archive::Fault;
use house::House;
use package::{Package, Part, RELATION, Relations, word_type};
use paragraph::Paragraph;
use parts::{ListView, View};
use sections::{Running, properties};
use stylebook::StyleBook;
use text_writer::TextWriter;
use xml::{ROOT, Xml};

/// Publishes a document as a Word file. `None` if an error prevents it; all problems are in the
/// report.
pub fn docx(
    manuscript: &Manuscript,
    assets: &Assets,
    sources: &mut SourceMap,
    report: &mut Report,
) -> Option<Vec<u8>> {
    let tokens = Tokens::read(assets, sources, report)?;
    let templates = Templates::new(Language::Word, assets, sources, report)?;
    let house = house::find(assets, sources, report).ok()?;
    let a4 = PageSize::a4(&tokens.word, manuscript.head.kind);
    let paper = house.as_ref().and_then(|h| h.paper).unwrap_or(a4);
    let mut builder = DocumentBuilder {
        manuscript,
        assets,
        templates,
        view: View::new(Look::new(&tokens, &manuscript.head), paper.text_width(Side::Upright)),
        tokens: &tokens,
        house: house.as_ref(),
        paper,
        sources,
        report,
        package: Package::default(),
        relations: Relations::default(),
    };
    builder.document()
}

/// The state of one document while it is assembled.
struct DocumentBuilder<'a> {
    manuscript: &'a Manuscript,
    assets: &'a Assets,
    templates: Templates,
    tokens: &'a Tokens,
    house: Option<&'a House>,
    paper: PageSize,
    view: View<'a>,
    sources: &'a mut SourceMap,
    report: &'a mut Report,
    package: Package,
    relations: Relations,
}

impl<'a> DocumentBuilder<'a> {
    fn document(&mut self) -> Option<Vec<u8>> {
        let styles = self.styles()?;
        if let Some((numbering, _)) = self.house.and_then(|h| h.numbering.as_ref()) {
            let (kind, list) = self.sound("word/numbering.xml", numbering, numbering::highest)?;
            (self.view.first_kind, self.view.first_list) = (kind + 1, list + 1);
        }
        let running = self.running(&styles)?;
        let (text, lists) = self.text(&styles, &running)?;
        self.view.lists = lists;
        self.shared(&styles)?;
        let main =
            Part::xml(&word_type("document.main"), text, std::mem::take(&mut self.relations));
        self.package.add("word/document.xml", main);
        for (path, part) in self.house.map(|h| &h.parts).into_iter().flatten() {
            self.package.add(path, part.clone());
        }
        let Manuscript { head, provenance, .. } = self.manuscript;
        let kind = "application/vnd.openxmlformats-package.core-properties+xml";
        let core = Part::xml(kind, properties::core(head, provenance), Relations::default());
        self.package.add("docProps/core.xml", core);
        let kind = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
        let app = Part::xml(kind, properties::app(head), Relations::default());
        self.package.add("docProps/app.xml", app);
        let core =
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
        let office = |kind: &str| format!("{RELATION}{kind}");
        let written = self.package.write(&[
            (&office("officeDocument"), "word/document.xml"),
            (core, "docProps/core.xml"),
            (&office("extended-properties"), "docProps/app.xml"),
        ]);
        written
            .map_err(|error| {
                let path = self.sources.path(self.manuscript.file);
                let diagnostic = Diagnostic::of_file(Code::WordFails, path);
                let reason = library_says(phrase("zip-unwritten"), "zip", &error.to_string());
                self.report.push(diagnostic.with("reason", reason));
            })
            .ok()
    }

    fn fill(&mut self, name: &str) -> Option<String> {
        fill(&format!("word/{name}"), &self.view, &mut self.templates, self.sources, self.report)
    }

    /// Applies a step to a part of the municipality's file; a fault goes to the report.
    fn sound<T>(
        &mut self,
        path: &str,
        text: &str,
        step: impl Fn(&str) -> Result<T, Broken>,
    ) -> Option<T> {
        step(text)
            .map_err(|broken| {
                let fault = Fault::broken(path, text, broken);
                self.report.push(fault.diagnostic("templates/word/huisstijl.docx", self.sources));
            })
            .ok()
    }

    fn styles(&mut self) -> Option<StyleBook> {
        let ours = self.fill("styles")?;
        let colours = self.tokens.colour.clone();
        let Some(house) = self.house else { return Some(StyleBook::own(ours, colours)) };
        self.sound("word/styles.xml", &house.styles, |theirs| {
            StyleBook::borrowed(theirs, &ours, colours.clone())
        })
    }

    /// Adds a part and its relationship to the document; returns the id of the relationship.
    fn add(&mut self, kind: &str, path: &str, part: Part) -> String {
        self.package.add(path, part);
        self.relations.id(kind, &format!("/{path}"), false)
    }

    /// Adds the parts that depend on the text only through its lists.
    fn shared(&mut self, styles: &StyleBook) -> Option<()> {
        let xml =
            |kind: &str, text: String| Part::xml(&word_type(kind), text, Relations::default());
        self.add("styles", "word/styles.xml", xml("styles", styles.xml.clone()));
        let house = self.house;
        let mut numbering = xml("numbering", self.fill("numbering")?);
        if let Some((theirs, relations)) = house.and_then(|h| h.numbering.as_ref()) {
            let ours = String::from_utf8_lossy(&numbering.bytes).into_owned();
            let both = |theirs: &str| numbering::merged(theirs, &ours);
            numbering.bytes = self.sound("word/numbering.xml", theirs, both)?.into_bytes();
            numbering.relations = relations.clone();
        }
        self.add("numbering", "word/numbering.xml", numbering);
        let mut settings = self.fill("settings")?;
        if let Some(theirs) = house.and_then(|h| h.settings.as_ref()) {
            let both = |theirs: &str| settings::merged(theirs, &settings);
            settings = self.sound("word/settings.xml", theirs, both)?;
        }
        self.add("settings", "word/settings.xml", xml("settings", settings));
        let fonts = match house.and_then(|h| h.fonts.clone()) {
            Some(part) => part,
            None => xml("fontTable", self.fill("fontTable")?),
        };
        self.add("fontTable", "word/fontTable.xml", fonts);
        let theme = match house.and_then(|h| h.theme.clone()) {
            Some(part) => part,
            None => {
                let kind = "application/vnd.openxmlformats-officedocument.theme+xml";
                Part::xml(kind, self.fill("theme")?, Relations::default())
            }
        };
        self.add("theme", "word/theme/theme1.xml", theme);
        Some(())
    }

    /// Adds the headers and footers: the municipality's where it has them, otherwise ours.
    fn running(&mut self, styles: &StyleBook) -> Option<Running> {
        let house = self.house;
        let mut out =
            Running { title_page: has_front(self.manuscript.head.kind), ..Running::default() };
        if let Some(house) = house.filter(|h| !h.running.is_empty()) {
            out.title_page = house.title_page;
        }
        for (element, name, root) in
            [("w:headerReference", "header", "w:hdr"), ("w:footerReference", "footer", "w:ftr")]
        {
            let theirs: Vec<_> =
                house.into_iter().flat_map(|h| &h.running).filter(|r| r.0 == element).collect();
            for (_, pages, path) in &theirs {
                let mut part = house.and_then(|h| h.parts.get(path)).cloned()?;
                if root == "w:ftr" {
                    part.bytes = self.with_status(&part.bytes, styles);
                }
                let id = self.add(name, path, part);
                out.upright.push((element, pages.clone(), id.clone()));
                out.lying.push((element, pages.clone(), id));
            }
            if !theirs.is_empty() {
                continue;
            }
            for side in [Side::Upright, Side::Lying] {
                self.view.width = self.paper.text_width(side);
                let path = match side {
                    Side::Upright => format!("word/{name}-rekenkamer.xml"),
                    Side::Lying => format!("word/{name}-rekenkamer-dwars.xml"),
                };
                let text = styles.renamed(&self.fill(name)?);
                let part = Part::xml(&word_type(name), text, Relations::default());
                let id = self.add(name, &path, part);
                let list = match side {
                    Side::Upright => &mut out.upright,
                    Side::Lying => &mut out.lying,
                };
                list.push((element, "default".to_owned(), id.clone()));
                if house.is_some() {
                    // The municipality's settings may distinguish odd from even pages.
                    list.push((element, "even".to_owned(), id));
                }
            }
            self.view.width = self.paper.text_width(Side::Upright);
        }
        Some(out)
    }

    /// Appends the status to a footer of the municipality, unless the status is final.
    fn with_status(&self, footer: &[u8], styles: &StyleBook) -> Vec<u8> {
        let head = &self.manuscript.head;
        let text = String::from_utf8_lossy(footer).into_owned();
        let end = slices::children(&text).map_or(text.len(), |part| part.root.range.end);
        if head.status == "definitief" {
            return footer.to_vec();
        }
        let mut xml = Xml::fragment();
        let form = paragraph::Form { style: Some(styles.id("Status")), ..Default::default() };
        Paragraph::of(&styles.id("Footer")).open(&mut xml);
        paragraph::run(&mut xml, &form, &head.status_text);
        xml.close("w:p");
        let (before, after) = text.split_at_checked(end).unwrap_or((&text, ""));
        [before, &xml.finish(), after].concat().into_bytes()
    }

    /// Writes the text and adds its footnotes and images; returns the XML and the numbered lists.
    fn text(&mut self, styles: &StyleBook, running: &Running) -> Option<(String, Vec<ListView>)> {
        let Manuscript { head, blocks, .. } = self.manuscript;
        let mut pictures = Pictures::new("word/media/", &self.manuscript.images, self.assets);
        let logo = logo(&self.tokens.logo, self.assets);
        if let Some((_, bytes)) = &logo {
            pictures.add(LOGO, bytes.clone());
        }
        // Three type sizes for tables, in half points: the largest in which a table fits is used.
        let table = tokens::whole(self.tokens.word.table * 2.0);
        let mut writer = TextWriter {
            xml: Xml::part(),
            styles,
            relations: std::mem::take(&mut self.relations),
            footnotes: None,
            lists: Vec::new(),
            bullets: self.view.first_list,
            bookmarks: Bookmarks::default(),
            pictures,
            heading: String::new(),
            marks: 0,
            tables: 0,
            figure_height: self.paper.text_height(Side::Upright) * 4 / 5,
            table_sizes: [0, 2, 5].map(|less| table.saturating_sub(less).max(8)),
            after_table: false,
            gap: false,
        };
        bookmarks(blocks, &mut writer.bookmarks);
        writer.xml.open("w:document", &ROOT);
        writer.xml.open("w:body", &[]);
        writer.cover(self.manuscript, &self.tokens.logo, self.paper.text_width(Side::Upright));
        Stretches { paper: self.paper, running, kind: head.kind }
            .write(&mut writer, self.manuscript);
        writer.xml.close("w:body");
        writer.xml.close("w:document");
        let TextWriter { xml, relations, footnotes, lists, pictures, .. } = writer;
        self.relations = relations;
        self.view.notes = footnotes.is_some();
        if let Some(part) = footnotes {
            self.add("footnotes", notes::PART, part);
        }
        let Pictures { parts, broken, .. } = pictures;
        for image in parts {
            self.package.add(&image.path, Part::bytes(image.kind, image.bytes));
        }
        let logo = logo.map(|(path, _)| path).unwrap_or_default();
        let whole = all_read(&broken, &logo, self.manuscript.file, self.sources, self.report);
        whole.then(|| (xml.finish(), lists))
    }
}

/// The images in the municipality's model; none if there is no model or it is unusable.
pub fn house_pictures(assets: &Assets) -> Vec<Shown> {
    let house = house::find(assets, &mut SourceMap::default(), &mut Report::default());
    house.ok().flatten().map(|house| house.pictures).unwrap_or_default()
}

/// Writes the text after the cover, in portrait or landscape as its parts need.
struct Stretches<'a> {
    paper: PageSize,
    running: &'a Running,
    kind: crate::markdown::Kind,
}

impl Stretches<'_> {
    fn write(&self, writer: &mut TextWriter<'_>, manuscript: &Manuscript) {
        let blocks = &manuscript.blocks;
        let first = blocks.iter().position(|b| matches!(b, Block::Heading { .. }));
        let (notice, chapters) = blocks.split_at(first.unwrap_or(0));
        let upright = self.paper.text_width(Side::Upright);
        if has_front(self.kind) {
            writer.contents(blocks, upright);
        }
        writer.blocks(notice, Placement::page(upright));
        let mut side = Side::Upright;
        let mut chapter = String::new();
        let mut fresh = has_front(self.kind);
        let mut sections = 0;
        // A section's properties are in its last paragraph, so a section is closed when the next
        // stretch has another orientation.
        for (next, stretch) in stretches(chapters, self.kind) {
            if next != side {
                self.end(writer, side, sections);
                sections += 1;
                side = next;
                fresh = false;
            }
            let place = Placement::page(self.paper.text_width(side));
            writer.figure_height = self.paper.text_height(side) * 4 / 5;
            for (index, block) in stretch.iter().enumerate() {
                if let Block::Heading { level: 1, id, c } = block {
                    let words = plain(c);
                    let new_page = fresh || begins_page(self.kind, &words, &chapter);
                    writer.heading(1, id, c, new_page, place);
                    chapter = words;
                } else {
                    writer.block(block, stretch.get(index + 1), place);
                }
                fresh = false;
            }
        }
        writer.provenance(manuscript, self.paper.text_width(side));
        writer.xml.raw(&properties(self.paper, side, self.running, sections == 0));
    }

    /// Ends a section with a paragraph of its own.
    fn end(&self, writer: &mut TextWriter<'_>, side: Side, sections: usize) {
        let mut paragraph = Paragraph::of(&writer.styles.id("Tussenruimte"));
        paragraph.section = Some(properties(self.paper, side, self.running, sections == 0));
        paragraph.write(&mut writer.xml, "");
        writer.after_table = false;
        writer.gap = false;
    }
}
