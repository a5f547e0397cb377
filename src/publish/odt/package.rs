//! The package around the parts: a zip with a manifest, and the metadata.

use crate::markdown::Head;
use crate::publish::office::front::{keywords, moment};
use crate::publish::office::pictures::ImageFile;
use crate::publish::office::xml::{Attributes, Xml};
use crate::publish::office::zipped::zipped;
use zip::CompressionMethod;

/// The version of OpenDocument that is written.
pub const VERSION: &str = "1.3";

/// The kind of a text.
pub const TEXT: &str = "application/vnd.oasis.opendocument.text";

/// The namespaces of the root element of a part.
pub const ROOT: [(&str, &str); 12] = [
    ("xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
    ("xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
    ("xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
    ("xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
    ("xmlns:draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"),
    ("xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
    ("xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
    ("xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"),
    ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ("xmlns:ooow", "http://openoffice.org/2004/writer"),
    ("office:version", VERSION),
];

/// The metadata that office programs show under the properties. The dates are those of the document.
pub fn meta(head: &Head, provenance: &str) -> String {
    let mut xml = Xml::part();
    xml.open("office:document-meta", &ROOT);
    xml.open("office:meta", &[]);
    let creator = head.commissioned_by();
    let words = keywords(head).map(|word| ("meta:keyword", word));
    let generator = format!("rekenkamer/{}", head.version);
    let texts = [
        ("meta:generator", generator.as_str()),
        ("dc:title", &head.title),
        ("dc:description", provenance),
        ("dc:subject", head.subtitle.as_deref().unwrap_or("")),
        ("meta:initial-creator", creator),
        ("dc:creator", creator),
        ("dc:language", "nl-NL"),
    ];
    texts.iter().chain(&words).for_each(|(name, text)| xml.leaf(name, &[], text));
    if let Some(moment) = moment(head) {
        ["meta:creation-date", "dc:date"].iter().for_each(|name| xml.leaf(name, &[], &moment));
    }
    xml.close("office:meta");
    xml.close("office:document-meta");
    xml.finish()
}

/// Writes the file: its parts, by path, and its images. The same input gives the same bytes.
///
/// # Errors
/// If a part is larger than a zip can hold.
pub fn package(
    kind: &str,
    parts: &[(&str, String)],
    images: &[ImageFile],
) -> zip::result::ZipResult<Vec<u8>> {
    let manifest = manifest(kind, parts, images);
    let (stored, packed) = (CompressionMethod::Stored, CompressionMethod::Deflated);
    // Programs that know a file by its first bytes look for an uncompressed type there.
    let first = [
        ("mimetype", stored, kind.as_bytes()),
        ("META-INF/manifest.xml", packed, manifest.as_bytes()),
    ];
    let parts = parts.iter().map(|(path, text)| (*path, packed, text.as_bytes()));
    let images = images.iter().map(|image| (&*image.path, packed, &*image.bytes));
    zipped(first.into_iter().chain(parts).chain(images))
}

fn manifest(kind: &str, parts: &[(&str, String)], images: &[ImageFile]) -> String {
    let mut xml = Xml::part();
    let namespace = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
    let version = ("manifest:version", VERSION);
    xml.open("manifest:manifest", &[("xmlns:manifest", namespace), version]);
    let mut entry = |path: &str, kind: &str, more: Attributes<'_>| {
        let about = [("manifest:full-path", path), ("manifest:media-type", kind)];
        xml.empty("manifest:file-entry", &[&about[..], more].concat());
    };
    entry("/", kind, &[version]);
    parts.iter().for_each(|(path, _)| entry(path, "text/xml", &[]));
    images.iter().for_each(|image| entry(&image.path, image.kind, &[]));
    xml.close("manifest:manifest");
    xml.finish()
}
