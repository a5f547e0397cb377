//! XML that somebody else wrote, cut at its elements without changing a letter of them.

use crate::diagnostics::{Fact, Phrase, of_xml, phrase};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::ops::Range;

/// How deep elements may nest; Word itself stays far below.
const DEEPEST: usize = 200;

/// An element right below the root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Child {
    /// Its name, with its prefix.
    pub name: String,
    /// Its attributes, read.
    pub attributes: Vec<(String, String)>,
    /// Where it stands.
    pub range: Range<usize>,
}

impl Child {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        attribute(&self.attributes, name)
    }
}

/// A part, read as far as its first two floors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The root; its range is that of what stands in it.
    pub root: Child,
    /// The elements right below it.
    pub children: Vec<Child>,
}

/// Why some XML cannot be read, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The byte at which it shows.
    pub at: usize,
    /// Why.
    pub reason: Fact,
}

/// Reads a part. A document type is refused, as Word does: it could name files outside.
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

/// The five entities of XML itself, and characters by number.
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

/// The attributes of an element, their values as they are meant.
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

/// The value of an attribute in a list of them.
pub fn attribute<'a>(attributes: &'a [(String, String)], name: &str) -> Option<&'a str> {
    attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

/// An element anywhere in some XML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// How deep it lies, from 0.
    pub depth: usize,
    /// Its name, with its prefix.
    pub name: String,
    attributes: Vec<(String, String)>,
}

impl Element {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        attribute(&self.attributes, name)
    }
}

/// Every element of some XML, in order.
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
