//! Writes figures, each with its caption.

use super::paragraph::{Form, field, run};
use super::text_writer::TextWriter;
use super::xml::Xml;
use crate::markdown::Inline;
use crate::publish::office::placement::Placement;

/// English Metric Units in a twentieth of a point.
const EMU: f64 = 635.0;

impl TextWriter<'_> {
    pub fn figure(
        &mut self,
        (src, line): (&str, usize),
        alt: &str,
        caption: Option<&[Inline]>,
        place: Placement,
    ) {
        let most = (place.width, self.figure_height);
        let (style, left, right) = place.style();
        let in_callout = place.callout.is_some();
        let (own, indent) = if in_callout { (style, (left, right)) } else { ("Figuur", (0, 0)) };
        let mut paragraph = self.paragraph(own, indent, place);
        paragraph.keep_next = caption.is_some();
        paragraph.after = caption.is_none().then_some(300);
        paragraph.open(&mut self.xml);
        self.picture((src, line), alt, most);
        self.xml.close("w:p");
        if let Some(caption) = caption {
            let own = if in_callout { style } else { "Caption" };
            let paragraph = self.paragraph(own, indent, place);
            paragraph.open(&mut self.xml);
            self.pictures.captions += 1;
            let number = self.pictures.captions.to_string();
            run(&mut self.xml, &Form::default(), "Figuur ");
            field(&mut self.xml, " SEQ Figuur \\* ARABIC ", &number);
            run(&mut self.xml, &Form::default(), ": ");
            self.inlines(caption, &Form::default());
            self.xml.close("w:p");
        }
    }

    /// Writes an image in a run: as wide as `most` allows, or narrower if it would be too high.
    pub fn picture(&mut self, (src, line): (&str, usize), alt: &str, most: (usize, usize)) {
        let Some(picture) = self.pictures.get(src) else {
            self.pictures.broken.push((line, src.to_owned()));
            return;
        };
        let (width, height) = picture.fitted(most);
        let emu = |length: f64| format!("{:.0}", (length * EMU).max(1.0));
        let size = (emu(width), emu(height));
        let bitmap = self.relations.id("image", &format!("/{}", picture.path), false);
        let vector = picture.vector.as_ref().map(|path| format!("/{path}"));
        let vector = vector.map(|path| self.relations.id("image", &path, false));
        self.pictures.count += 1;
        let number = self.pictures.count;
        drawing(&mut self.xml, number, alt, &size, &bitmap, vector.as_deref());
    }
}

const A: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";

const PIC: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";

fn drawing(
    xml: &mut Xml,
    number: usize,
    alt: &str,
    (width, height): &(String, String),
    bitmap: &str,
    vector: Option<&str>,
) {
    let name = format!("Figuur {number}");
    // Keeps the ids apart from those in the municipality's headers.
    let number = (1000 + number).to_string();
    let described = [("id", &*number), ("name", &*name), ("descr", alt)];
    let extent = [("cx", width.as_str()), ("cy", height.as_str())];
    xml.open("w:r", &[]);
    xml.open("w:drawing", &[]);
    xml.open("wp:inline", &[("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")]);
    xml.empty("wp:extent", &extent);
    xml.empty("wp:docPr", &described);
    xml.open("wp:cNvGraphicFramePr", &[]);
    xml.empty("a:graphicFrameLocks", &[("xmlns:a", A), ("noChangeAspect", "1")]);
    xml.close("wp:cNvGraphicFramePr");
    xml.open("a:graphic", &[("xmlns:a", A)]);
    xml.open("a:graphicData", &[("uri", PIC)]);
    xml.open("pic:pic", &[("xmlns:pic", PIC)]);
    xml.open("pic:nvPicPr", &[]);
    xml.empty("pic:cNvPr", &described);
    xml.empty("pic:cNvPicPr", &[]);
    xml.close("pic:nvPicPr");
    xml.open("pic:blipFill", &[]);
    xml.open("a:blip", &[("r:embed", bitmap)]);
    if let Some(vector) = vector {
        // Word 2016 and later show the SVG; other programs show the PNG.
        xml.open("a:extLst", &[]);
        xml.open("a:ext", &[("uri", "{96DAC541-7B7A-43D3-8B79-37D633B846F1}")]);
        let namespace = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";
        xml.empty("asvg:svgBlip", &[("xmlns:asvg", namespace), ("r:embed", vector)]);
        xml.close("a:ext");
        xml.close("a:extLst");
    }
    xml.close("a:blip");
    xml.open("a:stretch", &[]);
    xml.empty("a:fillRect", &[]);
    xml.close("a:stretch");
    xml.close("pic:blipFill");
    frame(xml, &extent);
    for name in ["pic:pic", "a:graphicData", "a:graphic", "wp:inline", "w:drawing", "w:r"] {
        xml.close(name);
    }
}

/// Writes the rectangle that an image fills.
fn frame(xml: &mut Xml, extent: &[(&str, &str)]) {
    xml.open("pic:spPr", &[]);
    xml.open("a:xfrm", &[]);
    xml.empty("a:off", &[("x", "0"), ("y", "0")]);
    xml.empty("a:ext", extent);
    xml.close("a:xfrm");
    xml.open("a:prstGeom", &[("prst", "rect")]);
    xml.empty("a:avLst", &[]);
    xml.close("a:prstGeom");
    xml.close("pic:spPr");
}
