//! Whether an image is what its name says, of a size that can be shown, and whole in itself.

use crate::diagnostics::{Phrase, phrase};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// The most pixels of an image: what unpacks to more takes the memory of the computer.
const MOST_PIXELS: u64 = 100_000_000;

/// How deep the elements of an SVG may nest.
const DEEPEST: usize = 64;

/// What is wrong with an image, as a phrase of the catalogue; `None` where nothing is.
pub fn fault(ending: &str, bytes: &[u8]) -> Option<Phrase> {
    let size = match ending {
        "svg" => {
            return std::str::from_utf8(bytes)
                .map_or_else(|_| Some(phrase("image-not-utf8")), drawing);
        }
        "png" => png(bytes),
        _ => jpeg(bytes),
    };
    match size {
        None => Some(phrase("image-other-kind")),
        Some((0, _) | (_, 0)) => Some(phrase("image-empty")),
        Some((wide, high)) => {
            (u64::from(wide) * u64::from(high) > MOST_PIXELS).then(|| phrase("image-too-large"))
        }
    }
}

fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    let rest = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let number = |at: usize| Some(u32::from_be_bytes(rest.get(at..at + 4)?.try_into().ok()?));
    (rest.get(4..8)? == b"IHDR").then_some((number(8)?, number(12)?))
}

/// The size in the first frame header of a JPEG.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    bytes.strip_prefix(b"\xFF\xD8\xFF")?;
    let number = |at: usize| Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?));
    let mut at = 2;
    loop {
        if *bytes.get(at)? != 0xFF {
            return None;
        }
        match *bytes.get(at + 1)? {
            0xFF => at += 1,
            0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => {
                return Some((u32::from(number(at + 7)?), u32::from(number(at + 5)?)));
            }
            _ => at += 2 + usize::from(number(at + 2)?),
        }
    }
}

/// What is wrong with an SVG: not well formed, or not whole in itself.
fn drawing(text: &str) -> Option<Phrase> {
    let mut reader = Reader::from_str(text);
    let (mut depth, mut root) = (0_usize, false);
    loop {
        let (element, opens) = match reader.read_event() {
            Err(_) => return Some(phrase("image-bad-xml")),
            Ok(Event::DocType(_)) => return Some(phrase("image-doctype")),
            Ok(Event::Eof) if depth > 0 || !root => return Some(phrase("image-bad-xml")),
            Ok(Event::Eof) => return None,
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

fn outward() -> Phrase {
    phrase("image-reaches-out")
}

fn element_fault(element: &BytesStart<'_>) -> Option<Phrase> {
    for attribute in element.attributes() {
        let Ok(attribute) = attribute else { return Some(phrase("image-bad-xml")) };
        let value = &attribute.value;
        let value = value.trim();
        let name = attribute.key.local_name();
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

/// Whether CSS in this text fetches anything that does not stand in the image.
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
        // No form runs a script: it is an image there, or outlines.
        assert_eq!(svg("<script>x</script>"), None);
        assert!(svg("<g>").is_some() && svg(&"<g>".repeat(99)).is_some());
        assert!(fault("svg", b"<!DOCTYPE a [<!ENTITY b 'c'>]><svg/>").is_some());
        assert!(fault("svg", b"<html/>").is_some() && fault("svg", b"").is_some());
    }

    #[test]
    fn a_name_does_not_lie_and_no_image_unpacks_without_end() {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        png.extend([0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF]);
        assert_eq!(fault("png", &png), Some(phrase("image-too-large")));
        assert!(fault("jpg", &png).is_some() && fault("png", b"GIF89a").is_some());
        assert!(fault("jpg", b"\xFF\xD8\xFF\xE0\0\0").is_some());
    }
}
