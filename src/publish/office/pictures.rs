//! Prepares the images of an office document: PNG and JPEG unchanged, and each SVG with a PNG for programs that do not
//! support SVG.

use crate::assets::Assets;
use crate::diagnostics::{Code, Diagnostic, FileId, Report, SourceMap, phrase};
use crate::markdown::Problem;
use crate::publish::problems::report_problems;
use image::{ImageFormat, ImageReader};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, Options, Tree, WriteOptions};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

/// The width in pixels of the PNG for an SVG: 200 dots per inch over the text width of A4.
const DOTS: f32 = 1250.0;

/// The maximum height of that PNG, in pixels.
const MOST_DOTS: f32 = 4000.0;

/// An image that has been read.
pub struct Picture {
    /// Width and height; only their ratio matters.
    size: (f64, f64),
    /// Its path in the package.
    pub path: String,
    /// The path of the SVG, if the image is one.
    pub vector: Option<String>,
}

impl Picture {
    /// Its width and height in twentieths of a point: as wide as `most` allows, or narrower if it
    /// would be too high.
    pub fn fitted(&self, most: (usize, usize)) -> (f64, f64) {
        let share = self.size.1 / self.size.0;
        let length = |twips: usize| f64::from(u32::try_from(twips).unwrap_or(u32::MAX));
        let width = length(most.0).min(length(most.1) / share);
        (width, width * share)
    }
}

/// An image as it is in the package.
pub struct ImageFile {
    pub path: String,
    /// Its media type.
    pub kind: &'static str,
    pub bytes: Vec<u8>,
}

/// The images of a document.
pub struct Pictures<'a> {
    read: BTreeMap<String, Option<Picture>>,
    files: BTreeMap<String, Cow<'a, [u8]>>,
    assets: &'a Assets,
    options: Option<Options<'static>>,
    /// The folder of the images in the package, with a slash behind it.
    folder: &'static str,
    /// The files made from them.
    pub parts: Vec<ImageFile>,
    /// The number of images in the text.
    pub count: usize,
    /// The number of images with a caption.
    pub captions: usize,
    /// The line and the name of each image that could not be read; line 0 is the logo.
    pub broken: Vec<(usize, String)>,
}

impl<'a> Pictures<'a> {
    /// Takes the images of a document, by the names in its tree.
    pub fn new(
        folder: &'static str,
        files: &'a BTreeMap<String, Vec<u8>>,
        assets: &'a Assets,
    ) -> Self {
        let (read, parts, broken) = (BTreeMap::new(), Vec::new(), Vec::new());
        let files =
            files.iter().map(|(name, bytes)| (name.clone(), Cow::Borrowed(bytes.as_slice())));
        let files = files.collect();
        Self { read, files, assets, options: None, folder, parts, count: 0, captions: 0, broken }
    }

    /// Adds an image that is not one of the document's own.
    pub fn add(&mut self, name: &str, bytes: Vec<u8>) {
        self.files.insert(name.to_owned(), Cow::Owned(bytes));
    }

    pub fn has(&self, src: &str) -> bool {
        self.files.contains_key(src)
    }

    pub fn get(&mut self, src: &str) -> Option<&Picture> {
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
        let path = format!("{}rekenkamer{number}.{ending}", self.folder);
        let kind = format.to_mime_type();
        self.parts.push(ImageFile { path: path.clone(), kind, bytes: bytes.to_vec() });
        Some(Picture { size, path, vector: None })
    }

    /// Adds an SVG with its text as outlines, because other computers lack the fonts that it was
    /// made with.
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
        let path = format!("{}rekenkamer{number}.png", self.folder);
        let vector = format!("{}rekenkamer{number}.svg", self.folder);
        self.parts.push(ImageFile { path: path.clone(), kind: "image/png", bytes: png });
        let (kind, bytes) = ("image/svg+xml", svg.into_bytes());
        self.parts.push(ImageFile { path: vector.clone(), kind, bytes });
        let size = (f64::from(size.width()), f64::from(size.height()));
        Some(Picture { size, path, vector: Some(vector) })
    }
}

/// Reports the images that could not be read (see [`Pictures::broken`]); `false` if there are any.
pub fn all_read(
    broken: &[(usize, String)],
    logo: &str,
    file: FileId,
    sources: &SourceMap,
    report: &mut Report,
) -> bool {
    if let Some((_, src)) = broken.iter().find(|(line, _)| *line == 0) {
        let diagnostic = Diagnostic::of_file(Code::ImageUnfit, logo).with("value", src);
        report.push(diagnostic.with("reason", phrase("image-damaged")));
        return false;
    }
    let problem = |(line, src): &(usize, String)| {
        let facts = vec![("value", src.clone().into()), ("reason", phrase("image-damaged").into())];
        Problem::of_line(Code::ImageUnfit, *line, facts)
    };
    let problems: Vec<Problem> = broken.iter().map(problem).collect();
    report_problems(&problems, file, sources, report);
    problems.is_empty()
}

/// Options with the embedded fonts only, which resolve no file or address in an SVG.
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
