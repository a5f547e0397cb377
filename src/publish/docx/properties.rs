//! Writes the metadata that Word shows in its list of files and under the properties.

use super::xml::Xml;
use crate::markdown::Head;
use crate::publish::office::front::{keywords, moment};

/// The core properties, which every office program reads. The dates are those of the document.
pub fn core(head: &Head, provenance: &str) -> String {
    let mut xml = Xml::part();
    xml.open(
        "cp:coreProperties",
        &[
            ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", "http://purl.org/dc/terms/"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ],
    );
    for (name, text) in [
        ("dc:title", head.title.as_str()),
        ("dc:subject", head.subtitle.as_deref().unwrap_or("")),
        ("dc:creator", head.commissioned_by()),
        ("cp:keywords", &keywords(head).join("; ")),
        ("dc:description", provenance),
        ("cp:lastModifiedBy", head.commissioned_by()),
    ] {
        xml.leaf(name, &[], text);
    }
    if let Some(moment) = moment(head) {
        for name in ["dcterms:created", "dcterms:modified"] {
            xml.leaf(name, &[("xsi:type", "dcterms:W3CDTF")], &format!("{moment}Z"));
        }
    }
    xml.leaf("cp:category", &[], &head.document);
    xml.leaf("cp:contentStatus", &[], &head.status_text);
    xml.leaf("dc:language", &[], "nl-NL");
    xml.close("cp:coreProperties");
    xml.finish()
}

/// The extended properties.
pub fn app(head: &Head) -> String {
    let mut xml = Xml::part();
    let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    xml.open("Properties", &[("xmlns", namespace)]);
    xml.leaf("Application", &[], &format!("rekenkamer {}", head.version));
    xml.leaf("Company", &[], head.commissioned_by());
    xml.close("Properties");
    xml.finish()
}
