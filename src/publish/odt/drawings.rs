//! Writes figures, each with its caption.

use super::text_writer::TextWriter;
use crate::markdown::Inline;
use crate::publish::office::placement::Placement;

impl TextWriter<'_> {
    pub fn figure(
        &mut self,
        (src, line): (&str, usize),
        alt: &str,
        caption: Option<&[Inline]>,
        place: Placement,
    ) {
        let (style, left, right) = place.style();
        let in_callout = place.callout.is_some();
        let (own, indent) = if in_callout { (style, (left, right)) } else { ("Figuur", (0, 0)) };
        let mut paragraph = self.paragraph(own, indent, place);
        paragraph.keep_next(caption.is_some());
        self.open("text:p", &[], &paragraph);
        self.picture((src, line), alt, (place.width, self.figure_height));
        self.xml.close("text:p");
        if let Some(caption) = caption {
            let own = if in_callout { style } else { "Caption" };
            let paragraph = self.paragraph(own, indent, place);
            self.open("text:p", &[], &paragraph);
            self.pictures.captions += 1;
            let number = self.pictures.captions.to_string();
            self.text("Figuur ");
            self.xml.leaf(
                "text:sequence",
                &[
                    ("text:name", "Figuur"),
                    ("text:formula", "ooow:Figuur+1"),
                    ("style:num-format", "1"),
                ],
                &number,
            );
            self.text(": ");
            self.inlines(caption);
            self.xml.close("text:p");
        }
    }

    /// Writes an image in the line. Programs that show no SVG take the PNG behind it.
    pub fn picture(&mut self, (src, line): (&str, usize), alt: &str, most: (usize, usize)) {
        let Some(picture) = self.pictures.get(src) else {
            self.pictures.broken.push((line, src.to_owned()));
            return;
        };
        let (width, height) = picture.fitted(most);
        let [width, height] = [width, height].map(|l| format!("{:.2}pt", (l / 20.0).max(0.1)));
        let files: Vec<String> = picture.vector.iter().chain([&picture.path]).cloned().collect();
        self.pictures.count += 1;
        self.xml.open(
            "draw:frame",
            &[
                ("draw:style-name", "Graphics"),
                ("draw:name", &format!("Beeld {}", self.pictures.count)),
                ("text:anchor-type", "as-char"),
                ("svg:width", &width),
                ("svg:height", &height),
            ],
        );
        for path in files {
            let about = [("xlink:href", path.as_str()), ("xlink:type", "simple")];
            let shown = [("xlink:show", "embed"), ("xlink:actuate", "onLoad")];
            self.xml.empty("draw:image", &[about, shown].concat());
        }
        self.xml.leaf("svg:desc", &[], alt);
        self.xml.close("draw:frame");
        self.blank = false;
    }
}
