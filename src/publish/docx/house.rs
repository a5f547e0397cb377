//! Takes styles, theme, fonts, lists, headers, footers and margins from a municipality's own Word
//! file (the model). Its text is not used.

use super::archive::{Archive, Fault};
use super::package::{Part, RELATION, Relation, Relations};
use crate::assets::Assets;
use crate::diagnostics::{Code, Report, SourceMap, phrase};
use crate::publish::office::links::address;
use crate::publish::office::pages::PageSize;
use crate::publish::office::slices::{Element, children, elements};
use crate::publish::shown::{Shown, shown};
use std::collections::BTreeMap;

const FOLDER: &str = "templates/word/";

/// The path prefix for parts of the model in messages and cases.
const MODEL: &str = "huisstijl/";

/// The maximum depth of relationships from part to part.
const DEEPEST: usize = 4;

/// The parts taken from a municipality's model.
#[derive(Debug, Default)]
pub struct House {
    pub styles: String,
    /// Its list definitions and their relationships.
    pub numbering: Option<(String, Relations)>,
    pub settings: Option<String>,
    /// The theme part, with its relationships.
    pub theme: Option<Part>,
    /// The font table part, with its relationships.
    pub fonts: Option<Part>,
    /// Its headers and footers: the element that refers to them, the pages they are for (`w:type`),
    /// and the path of the part.
    pub running: Vec<(&'static str, String, String)>,
    /// Its page size and margins.
    pub paper: Option<PageSize>,
    /// Whether its first page has its own header and footer.
    pub title_page: bool,
    /// The parts copied into the document, by path.
    pub parts: BTreeMap<String, Part>,
    /// The images among those parts, as supplied.
    pub pictures: Vec<Shown>,
}

/// Reads the model in the user's folder. `Ok(None)` if there is none; `Err` if it is unusable, with
/// the reason in the report.
pub fn find(
    assets: &Assets,
    sources: &mut SourceMap,
    report: &mut Report,
) -> Result<Option<House>, ()> {
    let named = |ending: &str| format!("{FOLDER}huisstijl.{ending}");
    let present = assets.list(FOLDER, "");
    let Some(path) =
        ["docx", "dotx", "docm", "dotm"].map(named).into_iter().find(|path| present.contains(path))
    else {
        return Ok(None);
    };
    let read = if path.ends_with('m') {
        Err(Fault::of(Code::HouseStyleMacros, phrase("name-ends-in-m")))
    } else {
        let bytes = assets.get(&path).unwrap_or_default().into_owned();
        Archive::open(bytes).and_then(read)
    };
    match read {
        Ok(house) => Ok(Some(house)),
        Err(fault) => {
            report.push(fault.diagnostic(&path, sources));
            Err(())
        }
    }
}

fn read(mut archive: Archive) -> Result<House, Fault> {
    let root = archive.relations("")?;
    let main = by_kind(&root, "officeDocument")
        .ok_or_else(|| Fault::of(Code::HouseStyleBroken, phrase("no-word-document")))?;
    let document = archive.word(main, "w:document")?;
    let relations = archive.relations(main)?;
    let mut house = House::default();
    let styles = by_kind(&relations, "styles")
        .ok_or_else(|| Fault::of(Code::HouseStyleBroken, phrase("no-styles")))?;
    house.styles = archive.word(styles, "w:styles")?;
    if let Some(path) = by_kind(&relations, "settings") {
        house.settings = Some(archive.word(path, "w:settings")?);
    }
    if let Some(path) = by_kind(&relations, "numbering") {
        let text = archive.word(path, "w:numbering")?;
        let own = house.follow(&mut archive, path, 0)?;
        house.numbering = Some((text, own));
    }
    if let Some(path) = by_kind(&relations, "theme") {
        house.theme = Some(house.part(&mut archive, path, "a:theme")?);
    }
    if let Some(path) = by_kind(&relations, "fontTable") {
        house.fonts = Some(house.part(&mut archive, path, "w:fonts")?);
    }
    house.section(&document, &relations, &mut archive)?;
    Ok(house)
}

/// The target of the first relationship of a kind.
fn by_kind<'a>(relations: &'a [Relation], kind: &str) -> Option<&'a str> {
    let full = format!("{RELATION}{kind}");
    relations.iter().find(|r| r.kind == full && !r.external).map(|r| r.target.as_str())
}

impl House {
    /// Reads an XML part and copies the targets of its relationships.
    fn part(&mut self, archive: &mut Archive, path: &str, root: &str) -> Result<Part, Fault> {
        let text = archive.word(path, root)?;
        let relations = self.follow(archive, path, 0)?;
        Ok(Part::xml(&archive.kind(path), text, relations))
    }

    /// The relationships of a part, whose targets are copied. Only pictures, fonts and links that a
    /// reader clicks are allowed: anything else could connect to the outside when the document is
    /// opened.
    fn follow(
        &mut self,
        archive: &mut Archive,
        part: &str,
        depth: usize,
    ) -> Result<Relations, Fault> {
        let mut out = Vec::new();
        for mut relation in archive.relations(part)? {
            let kind = relation.kind.strip_prefix(RELATION).unwrap_or(&relation.kind).to_owned();
            match (kind.as_str(), relation.external) {
                ("hyperlink", true) if address(&relation.target).is_some() => {
                    relation.target = address(&relation.target).unwrap_or_default();
                }
                ("image" | "font", false) if depth < DEEPEST => {
                    self.copy(archive, &relation.target.clone(), depth)?;
                    relation.target = format!("/{}", relation.target);
                }
                _ => {
                    let reason = phrase("link-out").with("kind", &kind);
                    let reason = reason.with("target", &relation.target);
                    return Err(Fault::in_part(Code::HouseStyleOutside, part, reason));
                }
            }
            out.push(relation);
        }
        Ok(Relations::of(out))
    }

    fn copy(&mut self, archive: &mut Archive, path: &str, depth: usize) -> Result<(), Fault> {
        if self.parts.contains_key(path) {
            return Ok(());
        }
        let kind = archive.kind(path);
        let font = "application/vnd.openxmlformats-officedocument.obfuscatedFont";
        if !(kind.starts_with("image/") || kind == font || kind.starts_with("application/x-font")) {
            let reason = phrase("part-of-kind").with("kind", &kind);
            return Err(Fault::in_part(Code::HouseStyleOutside, path, reason));
        }
        let mut bytes = archive.bytes(path)?;
        if let Some(kind) = kind.strip_prefix("image/") {
            bytes = self.picture(path, kind, &bytes)?;
        }
        let relations = self.follow(archive, path, depth + 1)?;
        self.parts.insert(path.to_owned(), Part { kind, bytes, relations });
        Ok(())
    }

    /// An image stripped of everything but its drawing. Windows metafiles and the like are refused:
    /// they hold hidden text, and no other program shows them.
    fn picture(&mut self, path: &str, kind: &str, bytes: &[u8]) -> Result<Vec<u8>, Fault> {
        let ending = match kind {
            "png" => "png",
            "jpeg" | "jpg" => "jpg",
            "svg+xml" => "svg",
            _ => {
                let reason = phrase("picture-of-kind").with("kind", kind);
                return Err(Fault::in_part(Code::HouseStyleOutside, path, reason));
            }
        };
        // The name of a part may be wrong; Word goes by its content type.
        let image = shown(&format!("{MODEL}{path}.{ending}"), bytes)
            .map_err(|reason| Fault::in_part(Code::HouseStyleBroken, path, reason))?;
        let clean = image.bytes.clone();
        self.pictures.push(Shown { path: format!("{MODEL}{path}"), ..image });
        Ok(clean)
    }

    /// Reads the last section of the document: its page size, headers and footers.
    fn section(
        &mut self,
        document: &str,
        relations: &[Relation],
        archive: &mut Archive,
    ) -> Result<(), Fault> {
        let body = children(document).ok().and_then(|part| {
            let body = part.children.into_iter().find(|c| c.name == "w:body")?;
            document.get(body.range)
        });
        let Some(last) = body.and_then(|body| {
            let part = children(body).ok()?;
            let section = part.children.into_iter().rev().find(|c| c.name == "w:sectPr")?;
            body.get(section.range)
        }) else {
            return Ok(());
        };
        for element in elements(last).iter().filter(|e| e.depth == 1) {
            match element.name.as_str() {
                "w:titlePg" => {
                    self.title_page = !matches!(element.get("w:val"), Some("0" | "false" | "off"));
                }
                "w:headerReference" => {
                    self.run_along(("w:headerReference", "w:hdr"), element, relations, archive)?;
                }
                "w:footerReference" => {
                    self.run_along(("w:footerReference", "w:ftr"), element, relations, archive)?;
                }
                _ => {}
            }
        }
        self.paper = paper(&elements(last));
        Ok(())
    }

    /// Reads a header or footer that the section refers to.
    fn run_along(
        &mut self,
        (name, root): (&'static str, &str),
        element: &Element,
        relations: &[Relation],
        archive: &mut Archive,
    ) -> Result<(), Fault> {
        let pages = element.get("w:type").unwrap_or("default").to_owned();
        let id = element.get("r:id").unwrap_or_default();
        let Some(relation) = relations.iter().find(|r| r.id == id) else { return Ok(()) };
        let part = self.part(archive, &relation.target, root)?;
        self.parts.insert(relation.target.clone(), part);
        self.running.push((name, pages, relation.target.clone()));
        Ok(())
    }
}

/// The page size and margins of a section.
fn paper(section: &[Element]) -> Option<PageSize> {
    let find = |name: &str| section.iter().find(|e| e.depth == 1 && e.name == name);
    let (size, margins) = (find("w:pgSz")?, find("w:pgMar")?);
    let number = |element: &Element, key: &str| element.get(key)?.parse::<usize>().ok();
    let (width, height) = (number(size, "w:w")?, number(size, "w:h")?);
    let [top, right, bottom, left] =
        ["w:top", "w:right", "w:bottom", "w:left"].map(|key| number(margins, key));
    let running = ["w:header", "w:footer"].map(|key| number(margins, key).unwrap_or(700));
    sensible(width.min(height), width.max(height), [top?, right?, bottom?, left?], running)
}

/// The page size if text fits on it; anything else is taken for a mistake, and A4 is used.
fn sensible(
    width: usize,
    height: usize,
    margins: [usize; 4],
    running: [usize; 2],
) -> Option<PageSize> {
    let [top, right, bottom, left] = margins;
    let fits = (5000..=31680).contains(&width)
        && height <= 31680
        && left + right + 3000 <= width
        && top + bottom + 3000 <= height;
    fits.then_some(PageSize { width, height, margins, running })
}
