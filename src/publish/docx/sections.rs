//! Sections: portrait or landscape, margins, headers and footers.

use super::xml::Xml;
use crate::publish::office::pages::{PageSize, Side};

/// The headers and footers of sections by orientation, and whether the first page has its own.
#[derive(Debug, Clone, Default)]
pub struct Running {
    /// In portrait: `w:headerReference` or `w:footerReference`, type and relationship id.
    pub upright: Vec<(&'static str, String, String)>,
    /// In landscape, likewise.
    pub lying: Vec<(&'static str, String, String)>,
    /// Whether the first page of the document has its own header and footer.
    pub title_page: bool,
}

/// The properties of a section, in the order of the schema (CT_SectPr).
pub fn properties(paper: PageSize, side: Side, running: &Running, first: bool) -> String {
    let mut xml = Xml::fragment();
    xml.open("w:sectPr", &[]);
    let references = match side {
        Side::Upright => &running.upright,
        Side::Lying => &running.lying,
    };
    for (element, kind, id) in references {
        xml.empty(element, &[("w:type", kind), ("r:id", id)]);
    }
    xml.value("w:type", "nextPage");
    let turned = paper.turned(side);
    let (width, height) = (turned.width.to_string(), turned.height.to_string());
    let mut size = vec![("w:w", &*width), ("w:h", &*height)];
    if side == Side::Lying {
        size.push(("w:orient", "landscape"));
    }
    xml.empty("w:pgSz", &size);
    let [top, right, bottom, left] = turned.margins.map(|m| m.to_string());
    let [header, footer] = paper.running.map(|m| m.to_string());
    xml.empty(
        "w:pgMar",
        &[
            ("w:top", &top),
            ("w:right", &right),
            ("w:bottom", &bottom),
            ("w:left", &left),
            ("w:header", &header),
            ("w:footer", &footer),
            ("w:gutter", "0"),
        ],
    );
    if first && running.title_page {
        xml.empty("w:titlePg", &[]);
    }
    xml.close("w:sectPr");
    xml.finish()
}
