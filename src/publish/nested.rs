//! Checks images and fonts embedded in an SVG as strictly as separate files, and removes their
//! metadata.

use super::{data_uri, font, image_check, raster};
use crate::diagnostics::{Phrase, phrase};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use image::ImageFormat;
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

/// The maximum nesting depth of drawings in drawings.
const DEEPEST: usize = 3;

/// The drawing with each embedded image checked and without metadata.
///
/// # Errors
/// The first fault, as a phrase of the catalogue.
pub fn clean(svg: &str) -> Result<String, Phrase> {
    within(svg, 0)
}

fn within(svg: &str, depth: usize) -> Result<String, Phrase> {
    if depth > DEEPEST {
        return Err(phrase("image-too-deep"));
    }
    let mut reader = Reader::from_str(svg);
    let (mut out, mut from) = (String::new(), 0);
    loop {
        let event = reader.read_event().map_err(|_| phrase("image-bad-xml"))?;
        let until = usize::try_from(reader.buffer_position()).unwrap_or(svg.len());
        let source = svg.get(from..until).unwrap_or("");
        from = until;
        match event {
            Event::Eof => {
                out.push_str(source);
                return Ok(out);
            }
            Event::Start(tag) | Event::Empty(tag) => out.push_str(&element(&tag, source, depth)?),
            Event::Text(text) => {
                style(&text)?;
                out.push_str(source);
            }
            Event::CData(text) => {
                style(&text)?;
                out.push_str(source);
            }
            // A reference to an external style sheet; no output format uses it.
            Event::PI(_) => {}
            _ => out.push_str(source),
        }
    }
}

/// An element with each embedded file in its attributes checked and without metadata.
fn element(tag: &BytesStart<'_>, source: &str, depth: usize) -> Result<String, Phrase> {
    // Only browsers show these.
    if tag.local_name().as_ref() == "foreignObject" {
        return Err(phrase("image-foreign"));
    }
    let mut out = source.to_owned();
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|_| phrase("image-bad-xml"))?;
        let name = attribute.key.local_name();
        let typed: &str = &attribute.value;
        let value = unescape(typed).map_err(|_| phrase("image-bad-xml"))?;
        if name.as_ref() == "systemLanguage" {
            return Err(phrase("image-languages"));
        }
        if !matches!(name.as_ref(), "href" | "src") {
            style(&value)?;
        } else if let Some(file) = data_uri::file(&value) {
            let file = file.map_err(|_| phrase("image-nested-unread"))?;
            out = out.replacen(typed, &address(&file, depth)?, 1);
        }
    }
    Ok(out)
}

/// The `data:` URI of an image without its metadata.
fn address(file: &[u8], depth: usize) -> Result<String, Phrase> {
    let (kind, clean) = match raster::format(file) {
        Some(ImageFormat::Png) => ("png", pixels("png", file)?),
        Some(_) => ("jpeg", pixels("jpg", file)?),
        None => {
            let text = std::str::from_utf8(file).map_err(|_| phrase("image-nested-kind"))?;
            if let Some(fault) = image_check::fault("svg", file) {
                return Err(fault);
            }
            // A PDF omits the text of a drawing within a drawing.
            if !image_check::letters(text).trim().is_empty() {
                return Err(phrase("image-nested-text"));
            }
            ("svg+xml", within(text, depth + 1)?.into_bytes())
        }
    };
    Ok(format!("data:image/{kind};base64,{}", STANDARD.encode(clean)))
}

/// A raster image, checked and without metadata.
fn pixels(ending: &str, bytes: &[u8]) -> Result<Vec<u8>, Phrase> {
    match image_check::fault(ending, bytes) {
        Some(fault) => Err(fault),
        None => raster::clean(bytes).ok_or_else(|| phrase("image-damaged")),
    }
}

/// Checks that files embedded in CSS are fonts.
fn style(css: &str) -> Result<(), Phrase> {
    for file in data_uri::of_css(css).filter_map(data_uri::file) {
        let file = file.map_err(|_| phrase("image-nested-unread"))?;
        if !font::is_font(&file) {
            return Err(phrase("image-nested-kind"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(inner: &str) -> String {
        format!("<svg xmlns='http://www.w3.org/2000/svg'>{inner}</svg>")
    }

    fn image(kind: &str, bytes: &[u8]) -> String {
        svg(&format!("<image href=\"data:image/{kind};base64,{}\"/>", STANDARD.encode(bytes)))
    }

    fn picture(with_text: &[u8]) -> Vec<u8> {
        let mut out = std::io::Cursor::new(Vec::new());
        assert!(image::GrayImage::new(2, 2).write_to(&mut out, ImageFormat::Png).is_ok());
        [&out.into_inner(), with_text].concat()
    }

    #[test]
    fn an_image_in_a_drawing_loses_what_does_not_draw_it_at_any_depth() {
        let (plain, with_text) = (image("png", &picture(b"")), image("png", &picture(b"Ysolde")));
        assert_eq!(clean(&with_text), Ok(plain.clone()));
        let (outer, with_text) =
            (image("svg+xml", plain.as_bytes()), image("svg+xml", with_text.as_bytes()));
        assert_eq!(clean(&with_text), Ok(outer));
        let mut deep = plain;
        for _ in 0..6 {
            deep = image("svg+xml", deep.as_bytes());
        }
        assert_eq!(clean(&deep), Err(phrase("image-too-deep")));
    }

    #[test]
    fn a_line_break_in_an_address_hides_nothing() {
        let whole = STANDARD.encode(picture(b"Ysolde"));
        let (first, rest) = whole.split_at(40);
        for between in ["\n", "&#10;", " ", "&#xA;  "] {
            let with_text =
                svg(&format!("<image href='data:image/png;base64, {first}{between}{rest}'/>"));
            let clean = clean(&with_text).unwrap_or_default();
            assert!(clean.contains(&STANDARD.encode(picture(b""))), "{between}: {clean}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_refused_by_its_reason() {
        for (inner, reason) in [
            ("<image href='data:image/png;base64,!'/>", "image-nested-unread"),
            ("<image href='data:image/gif;base64,R0lGODlh/w=='/>", "image-nested-kind"),
            (
                "<image href='data:image/svg+xml,%3Csvg xmlns=\"http://www.w3.org/2000/svg\"%3E%3Ctext%3EYsolde%3C/text%3E%3C/svg%3E'/>",
                "image-nested-text",
            ),
            (
                "<style>@font-face{src:url(data:font/otf;base64,T1RUTw==)}</style>",
                "image-nested-kind",
            ),
            ("<rect style=\"fill:url('data:text/plain,Ysolde')\"/>", "image-nested-kind"),
            ("<foreignObject><p>Ysolde</p></foreignObject>", "image-foreign"),
            ("<switch><text systemLanguage='nl'>Ysolde</text></switch>", "image-languages"),
        ] {
            assert_eq!(clean(&svg(inner)), Err(phrase(reason)), "{inner}");
        }
    }
}
