//! The XML of a project or a codebook as a tree. It comes from outside: nothing in it is expanded or
//! fetched, and it is bounded.

use super::refusal::Refusal;
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

/// Maximum number of elements within each other; a deep hierarchy of codes has some ten.
const MOST_LAYERS: usize = 200;

/// Maximum number of elements; a project with a hundred thousand passages has some four hundred
/// thousand.
const MOST_ELEMENTS: usize = 2_000_000;

/// An element, by its name without prefix.
#[derive(Debug, Default)]
pub struct Element {
    pub name: String,
    attributes: Vec<(String, String)>,
    pub children: Vec<Element>,
    /// The text directly in it.
    pub text: String,
    /// The line on which it begins, from 1.
    pub line: usize,
}

impl Element {
    /// An attribute, without the spaces around it; empty where it is absent.
    pub fn get(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|(own, _)| own == name);
        found.map_or("", |(_, value)| value.trim())
    }

    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    pub fn first<'a>(&'a self, name: &'a str) -> Option<&'a Element> {
        self.all(name).next()
    }

    /// A GUID in one form: programs write it in capitals or not, with or without braces.
    pub fn guid(&self, name: &str) -> String {
        self.get(name).trim_matches(['{', '}']).to_uppercase()
    }
}

/// Reads XML whose outermost element has this name.
pub fn read(text: &str, root: &str) -> Result<Element, Refusal> {
    let text = text.trim_start_matches('\u{FEFF}');
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let (mut open, mut whole, mut many): (Vec<Element>, Option<Element>, usize) = (vec![], None, 0);
    let (mut from, mut line) = (0, 1);
    loop {
        let event = reader.read_event();
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let end = line + ends(text, from, at);
        let broken = || Refusal::of("xml").with("line", end.to_string());
        match event.map_err(|_| broken())? {
            Event::Eof => break,
            Event::DocType(_) => return Err(Refusal::of("doctype")),
            Event::Start(tag) => {
                many += 1;
                if open.len() >= MOST_LAYERS || many > MOST_ELEMENTS || whole.is_some() {
                    return Err(broken());
                }
                open.push(element(&tag, line).ok_or_else(broken)?);
            }
            Event::End(_) => {
                let done = open.pop().ok_or_else(broken)?;
                match open.last_mut() {
                    Some(above) => above.children.push(done),
                    None => whole = Some(done),
                }
            }
            Event::Text(part) => add(&mut open, &part),
            Event::CData(part) => add(&mut open, &part),
            Event::GeneralRef(name) => {
                let meant = unescape(&format!("&{};", &*name)).map_err(|_| broken())?.into_owned();
                add(&mut open, &meant);
            }
            _ => {}
        }
        (from, line) = (at, end);
    }
    match whole.filter(|_| open.is_empty()) {
        Some(found) if found.name == root => Ok(found),
        Some(found) => Err(Refusal::of("root").with("value", found.name).with("expected", root)),
        None => {
            Err(Refusal::of("xml").with("line", (line + ends(text, from, text.len())).to_string()))
        }
    }
}

fn element(tag: &BytesStart<'_>, line: usize) -> Option<Element> {
    let mut attributes = Vec::new();
    for attribute in tag.attributes() {
        let attribute = attribute.ok()?;
        let value = unescape(&attribute.value).ok()?.into_owned();
        attributes.push((attribute.key.local_name().as_ref().to_owned(), value));
    }
    let name = tag.local_name().as_ref().to_owned();
    Some(Element { name, attributes, line, ..Element::default() })
}

fn add(open: &mut [Element], text: &str) {
    if let Some(last) = open.last_mut() {
        last.text.push_str(text);
    }
}

/// Number of line ends between two bytes of a text.
fn ends(text: &str, from: usize, to: usize) -> usize {
    let part = text.as_bytes().get(from..to.min(text.len())).unwrap_or_default();
    part.iter().filter(|byte| **byte == b'\n').count()
}

/// A text on one line, without characters that nobody sees.
pub fn one_line(text: &str) -> String {
    let seen = |c: char| if c.is_control() { ' ' } else { c };
    let text: String = text.chars().map(seen).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
