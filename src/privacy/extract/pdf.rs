//! Extracts the texts of a PDF: the pages as laid out, and everything else: metadata, bookmarks,
//! alternative text, links, attached files.

use super::part::{Nested, Part, Parts, Place, Unread, latin, printable, unread};
use super::pdf_text::{decoded, page_text};
use crate::diagnostics::{Phrase, phrase};
use crate::publish::is_clean;
use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, Stream};
use hayro_syntax::page::Page;
use std::collections::BTreeMap;

/// Maximum nesting of objects.
const DEEPEST: usize = 64;

pub fn parts(bytes: &[u8], nested: Nested) -> Parts {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|_| unread("unread-pdf"))?;
    let mut out = pages(&pdf)?;
    let mut strings: BTreeMap<&'static str, String> = BTreeMap::new();
    for object in pdf.objects() {
        if let Object::Stream(stream) = &object {
            out.extend(stream_parts(stream, nested)?);
        }
        collect(&object, "", 0, &mut strings)?;
    }
    out.extend(strings.into_iter().map(|(what, text)| Part::inside(phrase(what), text)));
    Ok(out)
}

/// The texts of the pages. They are read on all cores, so that `watch` does not have to wait for
/// this.
fn pages(pdf: &Pdf) -> Parts {
    let pages = pdf.pages();
    if pages.is_empty() {
        return Err(unread("unread-pdf"));
    }
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let share = pages.len().div_ceil(cores).max(1);
    let read = |(index, page): (usize, &Page<'_>)| {
        let why = || Unread(phrase("unread-page").with("page", index + 1));
        let content = content(page).ok_or_else(why)?;
        let text = page_text(content, page.resources()).ok_or_else(why)?;
        Ok(Part { place: Place::Page(index + 1), text })
    };
    std::thread::scope(|scope| {
        let numbered: Vec<(usize, &Page<'_>)> = pages.iter().enumerate().collect();
        let shares: Vec<_> = numbered
            .chunks(share)
            .map(|some| {
                let some = some.to_vec();
                scope.spawn(move || some.into_iter().map(read).collect::<Parts>())
            })
            .collect();
        // A panic must not count as a searched page.
        let all = |share: std::thread::Result<Parts>| match share {
            Ok(parts) => parts,
            Err(panic) => std::panic::resume_unwind(panic),
        };
        let parts = shares.into_iter().map(|share| all(share.join()));
        Ok(parts.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
    })
}

/// The content stream of a page. `None` if a part of it cannot be read. A page without content has
/// no `Contents` key.
fn content<'a>(page: &'a Page<'_>) -> Option<&'a [u8]> {
    const KEY: &[u8] = b"Contents";
    if !page.raw().contains_key(KEY) {
        return Some(&[]);
    }
    if let Some(streams) = page.raw().get::<Array<'_>>(KEY) {
        let read = streams.iter::<Stream<'_>>().filter(|stream| stream.decoded().is_ok());
        (read.count() == streams.raw_iter().count()).then_some(())?;
    }
    page.page_stream()
}

/// The texts of a stream that is not page content: XML metadata, an attached file, camera metadata.
fn stream_parts(stream: &Stream<'_>, nested: Nested) -> Parts {
    let dict = stream.dict();
    let named = |key: &str| dict.get::<Name<'_>>(key).map(|n| latin(n.as_ref()));
    let (kind, subtype) = (named("Type"), named("Subtype"));
    let decoded = || stream.decoded().map_err(|_| unread("unread-stream"));
    match (kind.as_deref(), subtype.as_deref()) {
        (Some("Metadata"), _) => {
            Ok(relabel(nested.file("x.xml", &decoded()?)?, phrase("place-metadata")))
        }
        (Some("EmbeddedFile"), _) => {
            // The format is recognised by the bytes; only JSON needs a name, because it looks like
            // plain text.
            let bytes = decoded()?;
            let name =
                if bytes.starts_with(b"{") || bytes.starts_with(b"[") { "x.json" } else { "" };
            Ok(relabel(nested.file(name, &bytes)?, phrase("place-attachment")))
        }
        (_, Some("Image")) => {
            let raw = stream.raw_data();
            // A JPEG is stored in the PDF as the original file, metadata included.
            if raw.starts_with(&[0xFF, 0xD8]) && !is_clean(&raw) {
                return Err(unread("unread-picture"));
            }
            Ok(vec![Part { place: Place::Bytes, text: printable(&raw) }])
        }
        _ => Ok(Vec::new()),
    }
}

fn relabel(parts: Vec<Part>, what: Phrase) -> Vec<Part> {
    parts.into_iter().map(|part| part.within(what.clone())).collect()
}

/// Collects all strings in an object under the name that messages use. Referenced objects are
/// visited by themselves.
fn collect(
    object: &Object<'_>,
    key: &'static str,
    depth: usize,
    into: &mut BTreeMap<&'static str, String>,
) -> Result<(), Unread> {
    if depth > DEEPEST {
        return Err(unread("unread-depth"));
    }
    match object {
        Object::String(text) => {
            let all = into.entry(if key.is_empty() { "place-other" } else { key }).or_default();
            all.push_str(&decoded(text.as_bytes()));
            all.push_str("\n\n");
            Ok(())
        }
        Object::Array(items) => items.raw_iter().try_for_each(|item| owned(item, key, depth, into)),
        Object::Dict(dict) => entries(dict, key, depth, into),
        Object::Stream(stream) => entries(stream.dict(), key, depth, into),
        _ => Ok(()),
    }
}

fn entries(
    dict: &Dict<'_>,
    above: &'static str,
    depth: usize,
    into: &mut BTreeMap<&'static str, String>,
) -> Result<(), Unread> {
    for (name, value) in dict.entries() {
        let key = match name.as_ref() {
            b"Alt" => "place-alternative",
            b"ActualText" | b"E" => "place-spoken",
            b"Author" | b"Title" | b"Subject" | b"Keywords" | b"Creator" | b"Producer" => {
                "place-property"
            }
            b"URI" => "place-link",
            b"F" | b"UF" | b"Desc" => "place-attachment-name",
            _ => above,
        };
        owned(value, key, depth, into)?;
    }
    Ok(())
}

fn owned(
    value: MaybeRef<Object<'_>>,
    key: &'static str,
    depth: usize,
    into: &mut BTreeMap<&'static str, String>,
) -> Result<(), Unread> {
    match value {
        MaybeRef::NotRef(object) => collect(&object, key, depth + 1, into),
        MaybeRef::Ref(_) => Ok(()),
    }
}
