//! The input of Typst: the theme, the fonts, and one document as data.

use super::theme;
use crate::assets::Assets;
use std::collections::{BTreeMap, HashMap};
use std::sync::{LazyLock, OnceLock};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::layout::Abs;
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook, FontFlags, FontInstance, FontVariant, FontVariations};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

/// The main file for Typst: it passes the document to the theme's one function.
pub(super) const MAIN: &str = "#import \"/theme/theme.typ\": nota\n\
    #nota(json(\"/document.json\"), toml(\"/theme/tokens.toml\"))\n";

/// Shared by all documents, so that Typst's caches stay valid.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// The theme and the fonts, read once per run.
pub struct Typesetter {
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    theme: HashMap<FileId, ThemeFile>,
    main: Source,
    document: FileId,
    /// Whether the fonts have every character from the space to the tilde.
    plain: bool,
    /// For each code point below [`USUAL`], whether any font has it.
    usual: Vec<bool>,
}

/// The number of code points in the table of usual characters: it includes the punctuation and the
/// currency signs.
const USUAL: usize = 0x2100;

/// A file of the theme: its path for the user and its bytes, parsed once when Typst asks for it.
struct ThemeFile {
    path: String,
    bytes: Bytes,
    source: OnceLock<Source>,
}

impl Typesetter {
    #[must_use]
    pub fn new(assets: &Assets) -> Self {
        let mut fonts = Vec::new();
        for path in assets.list("templates/fonts/", "") {
            if path.ends_with(".ttf") || path.ends_with(".otf") {
                let bytes = assets.get(&path).unwrap_or_default();
                fonts.extend(Font::iter(Bytes::new(bytes)));
            }
        }
        let mut theme = HashMap::new();
        for path in assets.list("templates/theme/", "") {
            if let Some(bytes) = theme::file(assets, &path)
                && let Some(id) = id(path.trim_start_matches("templates"))
            {
                let (bytes, source) = (Bytes::new(bytes), OnceLock::new());
                theme.insert(id, ThemeFile { path, bytes, source });
            }
        }
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        let mut usual = vec![false; USUAL];
        for character in fonts.iter().flat_map(|font| font.info().coverage.iter()) {
            if let Some(covered) = usize::try_from(character).ok().and_then(|c| usual.get_mut(c)) {
                *covered = true;
            }
        }
        let plain = (b' '..=b'~').all(|c| usual.get(usize::from(c)) == Some(&true));
        let main = Source::new(file("/main.typ"), MAIN.to_owned());
        Self { book, fonts, theme, main, document: file("/document.json"), plain, usual }
    }

    /// Whether the fonts have every character from the space to the tilde.
    pub(super) fn covers_plain(&self) -> bool {
        self.plain
    }

    /// Whether any font has this character.
    #[must_use]
    pub fn covers(&self, character: char) -> bool {
        let number = u32::from(character);
        let known = usize::try_from(number).ok().and_then(|place| self.usual.get(place));
        known.copied().unwrap_or_else(|| any_covers(&self.fonts, number))
    }

    /// Whether one text font has both a letter and the mark on it: Typst takes both from the same
    /// font, and never from a code font.
    pub(super) fn joins(&self, letter: char, mark: char) -> bool {
        let of_text = |font: &&Font| !font.info().flags.contains(FontFlags::MONOSPACE);
        // The coverage of a font includes characters that have an empty glyph.
        let has = |font: &FontInstance, c: char| {
            font.ttf().glyph_index(c).is_some_and(|glyph| glyph.0 > 0)
        };
        let (variant, size) = (FontVariant::default(), Abs::pt(10.0));
        let ready =
            |font: &Font| font.clone().instantiate(variant, size, &FontVariations::default());
        self.fonts.iter().filter(of_text).map(ready).any(|f| has(&f, letter) && has(&f, mark))
    }

    /// The path in the user's folder and the text of a file of the theme.
    pub fn theme_file(&self, id: FileId) -> Option<(&str, String)> {
        let file = self.theme.get(&id)?;
        Some((&file.path, String::from_utf8_lossy(&file.bytes).into_owned()))
    }

    pub fn world(&self, json: Vec<u8>, images: BTreeMap<String, Vec<u8>>) -> DocumentWorld<'_> {
        let named = images.into_iter();
        let images = named.map(|(name, bytes)| (file(&name), Bytes::new(bytes))).collect();
        DocumentWorld { shared: self, json: Bytes::new(json), images }
    }
}

fn any_covers(fonts: &[Font], character: u32) -> bool {
    fonts.iter().any(|f| f.info().coverage.contains(character))
}

fn id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}

/// The id of a path that the program chose.
fn file(path: &str) -> FileId {
    #[expect(clippy::expect_used, reason = "constant paths that are valid by their form")]
    id(path).expect("a valid virtual path")
}

/// The Typst world of one document.
pub struct DocumentWorld<'a> {
    shared: &'a Typesetter,
    json: Bytes,
    images: HashMap<FileId, Bytes>,
}

impl World for DocumentWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shared.book
    }

    fn main(&self) -> FileId {
        self.shared.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.shared.main.id() {
            return Ok(self.shared.main.clone());
        }
        let file = self.shared.theme.get(&id);
        if let Some(source) = file.and_then(|file| file.source.get()) {
            return Ok(source.clone());
        }
        let bytes = self.file(id)?;
        let text = std::str::from_utf8(&bytes).map_err(|_| FileError::NotSource)?;
        let source = Source::new(id, text.to_owned());
        Ok(file.map_or(source.clone(), |file| file.source.get_or_init(|| source).clone()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.shared.document {
            return Ok(self.json.clone());
        }
        let theme = self.shared.theme.get(&id).map(|f| &f.bytes);
        let found = theme.or_else(|| self.images.get(&id)).cloned();
        found.ok_or_else(|| FileError::NotFound(id.vpath().get_without_slash().into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shared.fonts.get(index).cloned()
    }

    /// No clock: the theme takes the document's date from the case.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
