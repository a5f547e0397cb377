//! The XML files in a workbook or a Word document, which are zip files.

use crate::assets::MOST_BYTES;
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// The text of a file in a zip file, at most the maximum size of a workbook.
pub fn part(bytes: &[u8], name: &str) -> anyhow::Result<String> {
    let (mut zip, mut text) = (ZipArchive::new(Cursor::new(bytes))?, String::new());
    zip.by_name(name)?.take(4 * MOST_BYTES).read_to_string(&mut text)?;
    Ok(text)
}

/// A step through XML; elements have their name without prefix.
pub enum Mark<'t> {
    Open(&'t str, &'t BytesStart<'t>),
    Close(&'t str),
    Text(&'t str),
}

/// Walks through XML. An entity that is not of XML itself is left out, so none expands.
pub fn walk(xml: &str, mut each: impl FnMut(Mark<'_>) -> anyhow::Result<()>) -> anyhow::Result<()> {
    let mut reader = Reader::from_str(xml.trim_start_matches('\u{FEFF}'));
    reader.config_mut().expand_empty_elements = true;
    loop {
        match reader.read_event()? {
            Event::Eof => return Ok(()),
            Event::Start(tag) => each(Mark::Open(tag.local_name().as_ref(), &tag))?,
            Event::End(tag) => each(Mark::Close(tag.local_name().as_ref()))?,
            Event::Text(text) => each(Mark::Text(&text))?,
            Event::CData(text) => each(Mark::Text(&text))?,
            Event::GeneralRef(name) => {
                each(Mark::Text(&unescape(&format!("&{};", &*name)).unwrap_or_default()))?;
            }
            _ => {}
        }
    }
}

/// An attribute, by its name without prefix.
pub fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = tag.attributes();
    let mut all = all.with_checks(false).flatten();
    let found = all.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(unescape(&found.value).ok()?.into_owned())
}

/// The values of all attributes with this name, of whatever prefix.
pub fn all(tag: &BytesStart<'_>, name: &str) -> Vec<String> {
    let mut all = tag.attributes();
    let named = all.with_checks(false).flatten().filter(|a| a.key.local_name().as_ref() == name);
    named.map(|attribute| attribute.value.to_string()).collect()
}

/// An attribute that counts something; 1 where it is absent.
pub fn count(tag: &BytesStart<'_>, name: &str) -> usize {
    attribute(tag, name).and_then(|value| value.parse().ok()).unwrap_or(1).max(1)
}
