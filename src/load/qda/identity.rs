//! Whether the codes, documents and passages of a project can be told apart. Passages belong to codes
//! and documents by GUIDs: where one is absent or given twice, words would become evidence of
//! something else, or of a conversation with somebody else.

use super::medium::Medium;
use super::refusal::Refusal;
use super::xml::{Element, one_line};
use crate::diagnostics::{Phrase, phrase};
use std::collections::{BTreeMap, BTreeSet};

/// A code, document or passage in messages, by its number and line.
fn at(key: &'static str, number: usize, element: &Element) -> Phrase {
    phrase(key).with("number", number).with("line", element.line.to_string())
}

/// Refuses a codebook without codes, or with a code without a name: neither can become norms.
pub fn check_codebook(root: &Element) -> Result<(), Refusal> {
    let mut codes = Vec::new();
    root.first("Codes").into_iter().for_each(|top| add_codes(top, &mut codes));
    if codes.is_empty() {
        return Err(Refusal::of("no-code"));
    }
    let unnamed =
        codes.into_iter().zip(1..).find(|(code, _)| one_line(code.get("name")).is_empty());
    match unnamed {
        Some((code, number)) => {
            Err(Refusal::of("unnamed-code").with("what", at("qda-at-code", number, code)))
        }
        None => Ok(()),
    }
}

/// Refuses a project with a code, document or passage without a GUID of its own, or a code without a
/// name.
pub fn check(root: &Element) -> Result<(), Refusal> {
    let mut codes = Vec::new();
    let book = root.first("CodeBook").and_then(|book| book.first("Codes"));
    book.into_iter().for_each(|top| add_codes(top, &mut codes));
    let mut known = BTreeMap::new();
    for (code, number) in codes.into_iter().zip(1..) {
        let place = at("qda-at-code", number, code);
        if one_line(code.get("name")).is_empty() {
            return Err(Refusal::of("unnamed").with("what", place));
        }
        own(code, place, &mut known)?;
    }
    let sources = root.first("Sources").into_iter().flat_map(|sources| &sources.children);
    let sources: Vec<&Element> = sources.filter(|source| Medium::of(source).is_some()).collect();
    let mut known = BTreeMap::new();
    for (source, number) in sources.iter().zip(1..) {
        own(source, at("qda-at-document", number, source), &mut known)?;
    }
    let mut known = BTreeMap::new();
    for (source, document) in sources.iter().zip(1..) {
        let mut parts = Vec::new();
        add_parts(source, &mut parts);
        // A part of a PDF or a recording stands there again, as a part of its text.
        let mut kinds: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for (part, number) in parts.into_iter().zip(1..) {
            let kinds = kinds.entry(part.guid("guid")).or_default();
            let is_new = kinds.is_empty();
            if !kinds.insert(&part.name) || is_new {
                let place = at("qda-at-passage", number, part).with("document", document);
                own(part, place, &mut known)?;
            }
        }
    }
    Ok(())
}

/// Adds an element to those with a GUID of their own.
fn own(
    element: &Element,
    place: Phrase,
    known: &mut BTreeMap<String, Phrase>,
) -> Result<(), Refusal> {
    let guid = element.guid("guid");
    let refused = Refusal::of("guid").with("what", place.clone());
    if guid.is_empty() {
        return Err(refused.with("other", "none"));
    }
    match known.insert(guid, place) {
        Some(other) => Err(refused.with("other", other)),
        None => Ok(()),
    }
}

/// Adds the codes in an element, each before those that are part of it.
fn add_codes<'x>(above: &'x Element, out: &mut Vec<&'x Element>) {
    for code in above.all("Code") {
        out.push(code);
        add_codes(code, out);
    }
}

/// Adds what is coded in a document.
fn add_parts<'x>(above: &'x Element, out: &mut Vec<&'x Element>) {
    for child in &above.children {
        let is_coded = child.name == "Coding" || child.first("Coding").is_some();
        match child.name.as_str() {
            "Coding" => out.push(child),
            name if name.ends_with("Selection") => out.extend(is_coded.then_some(child)),
            _ => add_parts(child, out),
        }
    }
}
