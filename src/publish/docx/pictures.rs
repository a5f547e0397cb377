//! Images: SVG beside a PNG for programs that know none, PNG and JPEG as they are.

use super::package::Part;
use super::paragraph::{Form, field, run};
use super::pen::{Pen, Place};
use super::xml::Xml;
use crate::assets::Assets;
use crate::markdown::Inline;
use image::{ImageFormat, ImageReader};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, Options, Tree, WriteOptions};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

/// English Metric Units in a twentieth of a point.
const EMU: usize = 635;

/// The width of the PNG beside an SVG: 200 dots an inch over the text of an A4.
const DOTS: f32 = 1250.0;

/// The highest that the PNG gets.
const MOST_DOTS: f32 = 4000.0;

/// An image that was read.
struct Picture {
    /// Width and height, in any unit.
    size: (f64, f64),
    /// Where it stands in the package.
    path: String,
    /// The same as SVG, where it is one.
    vector: Option<String>,
}

/// The images of a document.
pub struct Pictures<'a> {
    read: BTreeMap<String, Option<Picture>>,
    files: BTreeMap<String, Cow<'a, [u8]>>,
    assets: &'a Assets,
    options: Option<Options<'static>>,
    /// The parts that they became.
    pub parts: Vec<(String, Part)>,
    /// How many stand in the text.
    count: usize,
    captions: usize,
    /// The lines of those that could not be read; 0 is the logo.
    pub broken: Vec<(usize, String)>,
}

impl<'a> Pictures<'a> {
    /// The images of a document, by the names under which its tree has them.
    pub fn new(files: &'a BTreeMap<String, Vec<u8>>, assets: &'a Assets) -> Self {
        let (read, parts, broken) = (BTreeMap::new(), Vec::new(), Vec::new());
        let files =
            files.iter().map(|(name, bytes)| (name.clone(), Cow::Borrowed(bytes.as_slice())));
        let files = files.collect();
        Self { read, files, assets, options: None, parts, count: 0, captions: 0, broken }
    }

    /// Adds an image that stands beside the document's own.
    pub fn add(&mut self, name: &str, bytes: Vec<u8>) {
        self.files.insert(name.to_owned(), Cow::Owned(bytes));
    }

    /// Whether there is an image of this name.
    pub fn has(&self, src: &str) -> bool {
        self.files.contains_key(src)
    }

    fn get(&mut self, src: &str) -> Option<&Picture> {
        if !self.read.contains_key(src) {
            let bytes = self.files.get(src).cloned().unwrap_or_default();
            let picture = self.load(&bytes);
            self.read.insert(src.to_owned(), picture);
        }
        self.read.get(src)?.as_ref()
    }

    fn load(&mut self, bytes: &[u8]) -> Option<Picture> {
        let number = self.parts.len() + 1;
        let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
        let Some(format) = reader.format() else { return self.vector(bytes, number) };
        let (wide, high) = reader.into_dimensions().ok()?;
        let size = (f64::from(wide), f64::from(high));
        let ending = if format == ImageFormat::Png { "png" } else { "jpeg" };
        let path = format!("word/media/rekenkamer{number}.{ending}");
        let part = Part::bytes(format.to_mime_type(), bytes.to_vec());
        self.parts.push((path.clone(), part));
        Some(Picture { size, path, vector: None })
    }

    /// An SVG, its text as outlines: on no other computer are the fonts that it was made with.
    fn vector(&mut self, bytes: &[u8], number: usize) -> Option<Picture> {
        let assets = self.assets;
        let options = self.options.get_or_insert_with(|| options(assets));
        let tree = std::str::from_utf8(bytes).ok().and_then(|t| Tree::from_str(t, options).ok())?;
        let size = tree.size();
        let scale = (DOTS / size.width()).min(MOST_DOTS / size.height());
        let dots = size.to_int_size().scale_by(scale)?;
        let mut pixmap = Pixmap::new(dots.width(), dots.height())?;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
        let png = pixmap.encode_png().ok()?;
        let svg = tree.to_string(&WriteOptions { preserve_text: false, ..WriteOptions::default() });
        let path = format!("word/media/rekenkamer{number}.png");
        let vector = format!("word/media/rekenkamer{number}.svg");
        self.parts.push((path.clone(), Part::bytes("image/png", png)));
        self.parts.push((vector.clone(), Part::bytes("image/svg+xml", svg.into_bytes())));
        let size = (f64::from(size.width()), f64::from(size.height()));
        Some(Picture { size, path, vector: Some(vector) })
    }
}

/// The fonts that the program carries, and no file or address that an SVG names.
fn options(assets: &Assets) -> Options<'static> {
    let mut options = Options::default();
    let fonts = Arc::make_mut(&mut options.fontdb);
    for path in assets.list("templates/fonts/", "") {
        if path.ends_with(".ttf") || path.ends_with(".otf") {
            fonts.load_font_data(assets.get(&path).unwrap_or_default().into_owned());
        }
    }
    fonts.set_sans_serif_family("Source Sans 3");
    fonts.set_serif_family("Source Serif 4 Display");
    fonts.set_monospace_family("Source Code Pro");
    options.font_family = "Source Sans 3".to_owned();
    options.languages = vec!["nl".to_owned()];
    options.image_href_resolver = ImageHrefResolver {
        resolve_data: ImageHrefResolver::default_data_resolver(),
        resolve_string: Box::new(|_, _| None),
    };
    options
}

impl Pen<'_> {
    /// A figure with its caption.
    pub fn figure(
        &mut self,
        (src, line): (&str, usize),
        alt: &str,
        caption: Option<&[Inline]>,
        place: Place,
    ) {
        let most = (place.width, self.figure_height);
        let (style, left, right) = place.style();
        let in_kader = place.kader.is_some();
        let (own, indent) = if in_kader { (style, (left, right)) } else { ("Figuur", (0, 0)) };
        let mut paragraph = self.paragraph(own, indent, place);
        paragraph.keep_next = caption.is_some();
        paragraph.after = caption.is_none().then_some(300);
        paragraph.open(&mut self.xml);
        self.picture((src, line), alt, most);
        self.xml.close("w:p");
        if let Some(caption) = caption {
            let own = if in_kader { style } else { "Caption" };
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

    /// An image in a run, as wide as there is room unless that makes it too high.
    pub fn picture(&mut self, (src, line): (&str, usize), alt: &str, most: (usize, usize)) {
        let Some(picture) = self.pictures.get(src) else {
            self.pictures.broken.push((line, src.to_owned()));
            return;
        };
        let share = picture.size.1 / picture.size.0;
        let emu = |twips: usize| {
            let twips = u32::try_from(twips).unwrap_or(u32::MAX);
            f64::from(twips) * f64::from(u32::try_from(EMU).unwrap_or(1))
        };
        let width = emu(most.0).min(emu(most.1) / share);
        let size = (format!("{:.0}", width.max(1.0)), format!("{:.0}", (width * share).max(1.0)));
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
    // Apart from those in headers of somebody else.
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
        // Word since 2016 shows the SVG; everything else the PNG.
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

/// The rectangle that an image fills.
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
