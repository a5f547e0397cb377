//! Splits XML from a third party at its elements without changing a byte of them.

use crate::diagnostics::{Fact, Phrase, of_xml, phrase};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::ops::Range;

/// The maximum nesting depth of elements; Word itself stays far below it.
const DEEPEST: usize = 200;

/// A direct child of the root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Child {
    /// Its name, with its prefix.
    pub name: String,
    /// Its attributes, with entities resolved.
    pub attributes: Vec<(String, String)>,
    /// Its byte range in the XML; for a root, that of its content.
    pub range: Range<usize>,
}

impl Child {
    pub fn get(&self, name: &str) -> Option<&str> {
        attribute(&self.attributes, name)
    }
}

/// A part, read to a depth of two levels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The root; its range is that of its content.
    pub root: Child,
    /// The direct children of the root.
    pub children: Vec<Child>,
}

/// An error in XML, with its position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The byte offset of the error.
    pub at: usize,
    pub reason: Fact,
}

/// Reads a part. A document type declaration is refused, as in Word: it could refer to external
/// files.
pub fn children(xml: &str) -> Result<Part, Broken> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut depth = 0_usize;
    let mut root: Option<Child> = None;
    let mut children: Vec<Child> = Vec::new();
    loop {
        let start = position(reader.buffer_position());
        let at = |reason: Fact| Broken { at: start, reason };
        let broken = |why: Phrase| at(why.into());
        let event = reader.read_event().map_err(|e| at(of_xml(&e)))?;
        let end = position(reader.buffer_position());
        match event {
            Event::Start(element) => {
                let child = read(&element, start..end).map_err(at)?;
                match depth {
                    0 if root.is_some() => return Err(broken(phrase("xml-two-roots"))),
                    // The end tag is not known yet; it sets the end of the range below.
                    0 => root = Some(Child { range: end..xml.len(), ..child }),
                    1 => children.push(child),
                    DEEPEST => return Err(broken(phrase("xml-too-deep"))),
                    _ => {}
                }
                depth += 1;
            }
            Event::Empty(element) => {
                let child = read(&element, start..end).map_err(at)?;
                match depth {
                    0 if root.is_some() => return Err(broken(phrase("xml-two-roots"))),
                    0 => root = Some(Child { range: end..end, ..child }),
                    1 => children.push(child),
                    _ => {}
                }
            }
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                match (depth, root.as_mut(), children.last_mut()) {
                    // The root's range is its content, so it ends before the end tag; a child's
                    // includes the tag.
                    (0, Some(root), _) => root.range.end = start,
                    (1, _, Some(child)) => child.range.end = end,
                    _ => {}
                }
            }
            Event::DocType(_) => return Err(broken(phrase("xml-doctype"))),
            Event::GeneralRef(entity) if !known(&entity) => {
                return Err(at(phrase("xml-entity").with("name", &*entity).into()));
            }
            Event::Text(text) if depth == 0 && !text.trim().is_empty() => {
                return Err(broken(phrase("xml-text-outside")));
            }
            Event::Eof if depth > 0 => return Err(broken(phrase("xml-not-closed"))),
            Event::Eof => break,
            _ => {}
        }
    }
    let root = root.ok_or(Broken { at: 0, reason: phrase("xml-none").into() })?;
    Ok(Part { root, children })
}

/// Whether an entity is one of XML's five or a character reference.
fn known(entity: &str) -> bool {
    entity.starts_with('#') || matches!(entity, "amp" | "lt" | "gt" | "quot" | "apos")
}

fn position(at: u64) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

fn read(element: &BytesStart<'_>, range: Range<usize>) -> Result<Child, Fact> {
    let attributes = attributes(element)?;
    Ok(Child { name: element.name().as_ref().to_owned(), attributes, range })
}

/// The attributes of an element, with entities in their values resolved.
pub fn attributes(element: &BytesStart<'_>) -> Result<Vec<(String, String)>, Fact> {
    let mut out = Vec::new();
    for attribute in element.attributes() {
        let attribute = attribute.map_err(|e| of_xml(&e.into()))?;
        let value = quick_xml::escape::unescape(&attribute.value);
        let value = value.map_err(|e| of_xml(&e.into()))?;
        out.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
    Ok(out)
}

/// The value of the attribute with this name.
pub fn attribute<'a>(attributes: &'a [(String, String)], name: &str) -> Option<&'a str> {
    attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// Its nesting depth, from 0.
    pub depth: usize,
    /// Its name, with its prefix.
    pub name: String,
    attributes: Vec<(String, String)>,
}

impl Element {
    pub fn get(&self, name: &str) -> Option<&str> {
        attribute(&self.attributes, name)
    }
}

/// All elements in document order, up to the first error.
pub fn elements(xml: &str) -> Vec<Element> {
    let mut reader = Reader::from_str(xml);
    let mut depth = 0_usize;
    let mut out = Vec::new();
    let element = |depth, e: &BytesStart<'_>| Element {
        depth,
        name: e.name().as_ref().to_owned(),
        attributes: attributes(e).unwrap_or_default(),
    };
    loop {
        match reader.read_event() {
            Ok(Event::Start(e)) => {
                out.push(element(depth, &e));
                depth += 1;
            }
            Ok(Event::Empty(e)) => out.push(element(depth, &e)),
            Ok(Event::End(_)) => depth = depth.saturating_sub(1),
            Ok(Event::Eof) | Err(_) => return out,
            Ok(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_cut_at_its_elements() {
        let xml = "<?xml version=\"1.0\"?>\n<a x=\"1\"><b y=\"&lt;\"><c/></b>\n<d/></a>\n";
        let part = children(xml).unwrap();
        assert_eq!(part.root.get("x"), Some("1"));
        let cut: Vec<&str> = part.children.iter().map(|c| &xml[c.range.clone()]).collect();
        assert_eq!(cut, ["<b y=\"&lt;\"><c/></b>", "<d/>"]);
        assert_eq!(part.children[0].get("y"), Some("<"));
        assert_eq!(&xml[part.root.range], "<b y=\"&lt;\"><c/></b>\n<d/>");
    }

    #[test]
    fn what_is_not_well_formed_is_refused() {
        for xml in [
            "",
            "tekst",
            "<a>",
            "<a></b>",
            "<a/><b/>",
            "<a>&onbekend;</a>",
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
            "<a x=1/>",
            "<a x=\"1\" x=\"2\"/>",
        ] {
            assert!(children(xml).is_err(), "{xml}");
        }
        assert!(children(&format!("{}{}", "<a>".repeat(300), "</a>".repeat(300))).is_err());
    }
}
