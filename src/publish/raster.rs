//! Removes metadata of a camera, a program or a person from a PNG or JPEG.

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader};
use std::io::Cursor;

/// The first bytes of a PNG.
const PNG: &[u8] = b"\x89PNG\r\n\x1A\n";

/// The first bytes of a JPEG.
const JPEG: &[u8] = &[0xFF, 0xD8];

/// The PNG chunks that affect its appearance, with their maximum length in bytes.
const CHUNKS: [(&[u8; 4], usize); 11] = [
    (b"IHDR", 13),
    (b"PLTE", 768),
    (b"tRNS", 256),
    (b"gAMA", 4),
    (b"cHRM", 32),
    (b"sRGB", 1),
    (b"cICP", 4),
    (b"sBIT", 4),
    (b"pHYs", 9),
    (b"IDAT", usize::MAX),
    (b"IEND", 0),
];

/// The quality of a JPEG that is encoded again because it was rotated, in percent.
const QUALITY: u8 = 95;

/// The format of an image by its first bytes; `None` if a document may not show it.
pub fn format(bytes: &[u8]) -> Option<ImageFormat> {
    match bytes {
        _ if bytes.starts_with(PNG) => Some(ImageFormat::Png),
        _ if bytes.starts_with(JPEG) => Some(ImageFormat::Jpeg),
        _ => None,
    }
}

/// The image upright, with only the data that draws it and nothing after its end. A colour profile
/// is removed too: it can hold any text. `None` if the file is no readable PNG or JPEG.
pub fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let format = format(bytes)?;
    let turned = upright(format, bytes)?;
    let bytes = turned.as_deref().unwrap_or(bytes);
    match format {
        ImageFormat::Png => png(bytes),
        _ => jpeg(bytes),
    }
}

/// Whether an image holds only the data that draws it.
#[must_use]
pub fn is_clean(bytes: &[u8]) -> bool {
    clean(bytes).is_some_and(|clean| clean == bytes)
}

/// The image rotated as its orientation says; `Some(None)` if it already is upright.
fn upright(format: ImageFormat, bytes: &[u8]) -> Option<Option<Vec<u8>>> {
    let mut decoder = ImageReader::with_format(Cursor::new(bytes), format).into_decoder().ok()?;
    // No program rotates an image whose orientation is unreadable.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    if orientation == Orientation::NoTransforms {
        return Some(None);
    }
    let mut image = DynamicImage::from_decoder(decoder).ok()?;
    image.apply_orientation(orientation);
    let mut out = Cursor::new(Vec::new());
    match format {
        ImageFormat::Png => image.write_to(&mut out, format).ok()?,
        _ => {
            let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut out, QUALITY);
            image.write_with_encoder(encoder).ok()?;
        }
    }
    Some(Some(out.into_inner()))
}

fn png(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = PNG.to_vec();
    let mut rest = bytes.strip_prefix(PNG)?;
    loop {
        let (length, _) = rest.split_first_chunk()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let (chunk, after) = rest.split_at_checked(length.checked_add(12)?)?;
        let kind = chunk.get(4..8)?;
        if let Some((_, most)) = CHUNKS.iter().find(|(known, _)| *known == kind) {
            (length <= *most).then_some(())?;
            out.extend_from_slice(chunk);
        }
        if kind == b"IEND" {
            return Some(out);
        }
        rest = after;
    }
}

fn jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = JPEG.to_vec();
    let mut rest = bytes.strip_prefix(JPEG)?;
    loop {
        // Any number of fill bytes may precede a marker.
        let filled = rest.iter().take_while(|byte| **byte == 0xFF).count();
        (filled > 0).then_some(())?;
        let (marker, after) = rest.get(filled..)?.split_first()?;
        if *marker == 0xD9 {
            out.extend_from_slice(&[0xFF, 0xD9]);
            return Some(out);
        }
        let (length, _) = after.split_first_chunk()?;
        let (segment, after) = after.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
        let payload = segment.get(2..)?;
        match marker {
            0xE0 if payload.starts_with(b"JFIF\0") => {
                // Keeps version, unit and density, but no thumbnail.
                let known = payload.get(..12)?;
                out.extend_from_slice(&[0xFF, 0xE0, 0, 16]);
                out.extend_from_slice(known);
                out.extend_from_slice(&[0, 0]);
            }
            0xEE if payload.starts_with(b"Adobe") => {
                // The colour transform.
                let known = payload.get(..12)?;
                out.extend_from_slice(&[0xFF, 0xEE, 0, 14]);
                out.extend_from_slice(known);
            }
            0xE0..=0xEF | 0xFE => {}
            // Frames, tables and scans; an image has no other segments.
            0xC0..=0xCF | 0xDA..=0xDD => {
                out.extend_from_slice(&[0xFF, *marker]);
                out.extend_from_slice(segment);
            }
            _ => return None,
        }
        rest = after;
        if *marker == 0xDA {
            let scan = scan(rest);
            let (data, after) = rest.split_at_checked(scan)?;
            out.extend_from_slice(data);
            // A file from a camera that stopped early has no end marker.
            if after.is_empty() {
                out.extend_from_slice(&[0xFF, 0xD9]);
                return Some(out);
            }
            rest = after;
        }
    }
}

/// The number of bytes in a scan before the next marker that is not part of it.
fn scan(bytes: &[u8]) -> usize {
    let marker = |pair: &[u8]| pair[0] == 0xFF && !matches!(pair[1], 0 | 0xD0..=0xD7 | 0xFF);
    bytes.windows(2).position(marker).unwrap_or(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Rgb, RgbImage};

    fn picture(format: ImageFormat) -> Vec<u8> {
        let mut image = RgbImage::new(8, 4);
        image.put_pixel(0, 0, Rgb([255, 255, 255]));
        let mut out = Cursor::new(Vec::new());
        assert!(DynamicImage::ImageRgb8(image).write_to(&mut out, format).is_ok());
        out.into_inner()
    }

    fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
        let length = u32::try_from(data.len()).unwrap_or(0).to_be_bytes();
        [&length[..], kind, data, &[0, 0, 0, 0]].concat()
    }

    fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len() + 2).unwrap_or(0).to_be_bytes();
        [&[0xFF, marker], &length[..], data].concat()
    }

    #[test]
    fn a_png_keeps_the_chunks_that_draw_and_nothing_else() {
        let plain = picture(ImageFormat::Png);
        let (head, rest) = plain.split_at(33);
        let texts = [
            chunk(b"tEXt", b"Author\0Ysolde Rikkersdonck"),
            chunk(b"zTXt", b"Author\0\0compressed"),
            chunk(b"iTXt", b"Author\0\x01\0\0\0compressed"),
            chunk(b"iCCP", b"profile\0\0compressed"),
        ];
        let with_text = [head, &texts.concat(), rest, b"Ysolde Rikkersdonck"].concat();
        assert_eq!(clean(&with_text), Some(plain.clone()));
        assert!(is_clean(&plain) && !is_clean(&with_text));
    }

    #[test]
    fn a_jpeg_keeps_its_tables_and_scans_and_nothing_else() {
        let plain = picture(ImageFormat::Jpeg);
        let (head, rest) = plain.split_at(2);
        let texts = [
            segment(0xFE, b"Ysolde Rikkersdonck"),
            segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>Ysolde Rikkersdonck</x>"),
            segment(0xE2, b"ICC_PROFILE\0\x01\x01Ysolde"),
            segment(0xED, b"Photoshop 3.0\0Ysolde"),
        ];
        let with_text = [head, &texts.concat(), rest, b"Ysolde Rikkersdonck"].concat();
        assert_eq!(clean(&with_text), clean(&plain));
        assert!(clean(&plain).is_some_and(|clean| is_clean(&clean)));
        assert!(!is_clean(&with_text));
    }

    /// The EXIF data holds only an orientation: a quarter turn to the right.
    #[test]
    fn a_photograph_is_turned_upright_before_its_orientation_goes() {
        let exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
        let plain = picture(ImageFormat::Jpeg);
        let (head, rest) = plain.split_at(2);
        let turned = clean(&[head, &segment(0xE1, exif), rest].concat()).unwrap_or_default();
        let size = |bytes: &[u8]| {
            let reader = ImageReader::with_format(Cursor::new(bytes), ImageFormat::Jpeg);
            reader.into_dimensions().ok()
        };
        assert_eq!((size(&plain), size(&turned)), (Some((8, 4)), Some((4, 8))));
        assert!(is_clean(&turned));
    }

    #[test]
    fn what_is_cut_off_or_of_another_kind_is_not_passed_on() {
        let (png, jpeg) = (picture(ImageFormat::Png), picture(ImageFormat::Jpeg));
        for bytes in [&png[..40], &jpeg[..12], b"GIF89a", b"RIFF", b"BM", b"OTTO", b""] {
            assert_eq!(clean(bytes), None);
        }
    }
}
