//! Checks that an image is what its name says, has a size that can be shown, and is self-contained.

use super::data_uri;
use crate::diagnostics::{Phrase, phrase};
use image::{ImageFormat, ImageReader};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use resvg::usvg::roxmltree::{Document, Node};
use resvg::usvg::{ImageHrefResolver, Options, Tree};
use std::io::Cursor;

/// The maximum number of pixels of an image: an A4 page at 600 dots per inch has 35 million, and
/// each takes four bytes of memory.
const MOST_PIXELS: u64 = 50_000_000;

/// The maximum nesting depth of elements in an SVG.
const DEEPEST: usize = 64;

/// The fault of an image, as a phrase of the catalogue; `None` if there is none.
pub fn fault(ending: &str, bytes: &[u8]) -> Option<Phrase> {
    let format = match ending {
        "svg" => {
            return std::str::from_utf8(bytes)
                .map_or_else(|_| Some(phrase("image-not-utf8")), drawing);
        }
        "png" => ImageFormat::Png,
        _ => ImageFormat::Jpeg,
    };
    let reader = || ImageReader::with_format(Cursor::new(bytes), format);
    match reader().into_dimensions() {
        Err(_) => Some(phrase("image-other-kind")),
        Ok((wide, high)) if u64::from(wide) * u64::from(high) > MOST_PIXELS => {
            Some(phrase("image-too-large"))
        }
        Ok(_) => reader().decode().is_err().then(|| phrase("image-damaged")),
    }
}

/// The fault of an SVG: not well formed, or not self-contained.
fn drawing(text: &str) -> Option<Phrase> {
    let mut reader = Reader::from_str(text);
    let (mut depth, mut root) = (0_usize, false);
    loop {
        let (element, opens) = match reader.read_event() {
            Err(_) => return Some(phrase("image-bad-xml")),
            Ok(Event::DocType(_)) => return Some(phrase("image-doctype")),
            Ok(Event::Eof) if depth > 0 || !root => return Some(phrase("image-bad-xml")),
            Ok(Event::Eof) => return whole(text),
            Ok(Event::End(_)) => {
                depth = depth.saturating_sub(1);
                continue;
            }
            Ok(Event::Text(text)) if reaches_out(&text) => {
                return Some(outward());
            }
            Ok(Event::CData(text)) if reaches_out(&text) => {
                return Some(outward());
            }
            Ok(Event::Start(element)) => (element, true),
            Ok(Event::Empty(element)) => (element, false),
            Ok(_) => continue,
        };
        if !root && element.local_name().as_ref() != "svg" {
            return Some(phrase("image-other-kind"));
        }
        root = true;
        depth += usize::from(opens);
        if depth > DEEPEST {
            return Some(phrase("image-too-deep"));
        }
        if let Some(fault) = element_fault(&element) {
            return Some(fault);
        }
    }
}

/// The text in the `text` elements of an SVG.
pub fn letters(text: &str) -> String {
    let shown = |node: &Node<'_, '_>| node.ancestors().any(|a| a.tag_name().name() == "text");
    let document = Document::parse(text).ok();
    let nodes = document.iter().flat_map(|d| d.descendants()).filter(shown);
    nodes.filter(Node::is_text).filter_map(|node| node.text()).collect()
}

/// Whether an SVG contains a raster image, at any depth; `true` also if that cannot be determined.
pub fn has_pixels(text: &str) -> bool {
    let Ok(document) = Document::parse(text) else { return true };
    let mut addresses = document.descendants().flat_map(|node| node.attributes());
    addresses.any(|attribute| match data_uri::file(attribute.value()) {
        Some(Ok(file)) => std::str::from_utf8(&file).map_or(true, has_pixels),
        Some(Err(_)) => true,
        None => false,
    })
}

/// Faults that only appear when the SVG is parsed as a drawing.
fn whole(text: &str) -> Option<Phrase> {
    let resolve_string = Box::new(|_: &str, _: &Options<'_>| None);
    let resolve_data = ImageHrefResolver::default_data_resolver();
    let image_href_resolver = ImageHrefResolver { resolve_data, resolve_string };
    let options = Options { image_href_resolver, ..Options::default() };
    Tree::from_str(text, &options).is_err().then(|| phrase("image-bad-svg"))
}

fn outward() -> Phrase {
    phrase("image-reaches-out")
}

fn element_fault(element: &BytesStart<'_>) -> Option<Phrase> {
    for attribute in element.attributes() {
        let Ok(attribute) = attribute else { return Some(phrase("image-bad-xml")) };
        let value = &attribute.value;
        let value = value.trim();
        let name = attribute.key.local_name();
        // A link (`a`) may lead outside: it is followed only when a reader clicks.
        let own = value.starts_with('#') || value.starts_with("data:image/");
        if name.as_ref() == "href" && !own && element.local_name().as_ref() != "a" {
            return Some(outward());
        }
        if reaches_out(value) {
            return Some(outward());
        }
    }
    None
}

/// Whether CSS in this text fetches anything from outside the image.
fn reaches_out(text: &str) -> bool {
    let low = text.to_ascii_lowercase();
    let fetched = low.split("url(").skip(1).any(|rest| {
        let target = rest.trim_start_matches(['"', '\'', ' ']);
        !(target.starts_with('#') || target.starts_with("data:"))
    });
    fetched || low.contains("@import")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(inner: &str) -> Option<Phrase> {
        fault("svg", format!("<svg xmlns='http://www.w3.org/2000/svg'>{inner}</svg>").as_bytes())
    }

    #[test]
    fn a_drawing_is_whole_in_itself() {
        assert_eq!(svg("<use href='#a'/><rect fill='url(#b)'/>"), None);
        for out in [
            "<image href='file:///etc/passwd'/>",
            "<image href='http://x.nl/a.png'/>",
            "<rect style='fill: url(http://x.nl/a)'/>",
            "<style>@import 'x.css';</style>",
            "<style><![CDATA[a{background:url(x)}]]></style>",
        ] {
            assert_eq!(svg(out), Some(phrase("image-reaches-out")), "{out}");
        }
        // No output format runs a script in it: in HTML it is an image, elsewhere outlines.
        assert_eq!(svg("<script>x</script>"), None);
        assert!(svg("<g>").is_some() && svg(&"<g>".repeat(99)).is_some());
        assert!(fault("svg", b"<!DOCTYPE a [<!ENTITY b 'c'>]><svg/>").is_some());
        assert!(fault("svg", b"<html/>").is_some() && fault("svg", b"").is_some());
    }

    #[test]
    fn a_name_does_not_lie_and_no_image_unpacks_without_end() {
        let mut png = Cursor::new(Vec::new());
        let written = image::GrayImage::new(10_000, 5_001).write_to(&mut png, ImageFormat::Png);
        assert!(written.is_ok());
        let png = png.into_inner();
        assert_eq!(fault("png", &png), Some(phrase("image-too-large")));
        assert!(fault("jpg", &png).is_some() && fault("png", b"GIF89a").is_some());
        assert!(fault("jpg", b"\xFF\xD8\xFF\xE0\0\0").is_some());
    }
}
