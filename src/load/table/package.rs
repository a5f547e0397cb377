//! The XML files in a workbook or a Word document, which are zip files.

use crate::assets::MOST_BYTES;
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;
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

/// The files of the sheets of an Excel workbook, by the names of the sheets.
pub fn sheet_files(bytes: &[u8]) -> anyhow::Result<BTreeMap<String, String>> {
    let attributes = |file: &str, element: &str, names: [&str; 2]| {
        let mut out = BTreeMap::new();
        walk(&part(bytes, file).unwrap_or_default(), |mark| {
            if let Mark::Open(name, tag) = mark
                && name == element
            {
                out.extend(attribute(tag, names[0]).zip(attribute(tag, names[1])));
            }
            Ok(())
        })?;
        anyhow::Ok(out)
    };
    let ids = attributes("xl/workbook.xml", "sheet", ["name", "id"])?;
    let files = attributes("xl/_rels/workbook.xml.rels", "Relationship", ["Id", "Target"])?;
    let file = |(sheet, id): (String, String)| {
        let file = files.get(&id)?;
        Some((sheet, file.strip_prefix('/').map_or_else(|| format!("xl/{file}"), str::to_owned)))
    };
    Ok(ids.into_iter().filter_map(file).collect())
}

/// The first cell of a sheet's file that holds this error, such as `E2`.
pub fn first_error(bytes: &[u8], file: &str, sign: &str) -> anyhow::Result<Option<String>> {
    let (mut found, mut cell, mut value) = (None, None, String::new());
    walk(&part(bytes, file)?, |mark| {
        match mark {
            Mark::Open("c", tag) => {
                let is_error = attribute(tag, "t").is_some_and(|kind| kind == "e");
                cell = attribute(tag, "r").filter(|_| is_error && found.is_none());
            }
            Mark::Open("v", _) => value.clear(),
            Mark::Text(text) if cell.is_some() => value.push_str(text),
            Mark::Close("v") if value.trim() == sign => found = found.take().or(cell.take()),
            _ => {}
        }
        Ok(())
    })?;
    Ok(found)
}

/// Whether cells of a workbook of Excel or OpenDocument have comments.
pub fn has_comments(bytes: &[u8]) -> bool {
    const OF_EXCEL: [&str; 2] = ["xl/comments", "xl/threadedComments/"];
    let of_excel = ZipArchive::new(Cursor::new(bytes)).is_ok_and(|mut zip| {
        (0..zip.len()).any(|at| {
            let name =
                zip.by_index_raw(at).ok().and_then(|part| Some(part.name().ok()?.into_owned()));
            name.is_some_and(|name| OF_EXCEL.iter().any(|start| name.starts_with(start)))
        })
    });
    of_excel || part(bytes, "content.xml").is_ok_and(|text| text.contains("<office:annotation"))
}
