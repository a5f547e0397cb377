//! Extracted texts with their places in a file, and the recursion into nested files.

use crate::diagnostics::{Fact, Phrase, phrase};
use crate::publish::{data_uri, from_base64, urls_of_css};

/// Maximum nesting of files within files, such as a scorecard in a PDF, or an image in a drawing in
/// a Word file.
const DEEPEST: usize = 8;

/// The shortest run of printable bytes in a binary file that is extracted as text.
const SHORTEST: usize = 6;

/// A file, or a part of one, whose texts cannot be read, with the reason as a phrase of the
/// catalogue.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unread(pub Phrase);

/// All texts of a file, or the reason why they cannot be read.
pub type Parts = Result<Vec<Part>, Unread>;

pub fn unread(why: &'static str) -> Unread {
    Unread(phrase(why))
}

/// The place of a text in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// In the lines of a plain text file.
    Lines,
    /// On a page, numbered from 1.
    Page(usize),
    /// In a part of the file, as messages name that part.
    Inside(Fact),
    /// In binary data, such as that of an image.
    Bytes,
    /// In the name of the file.
    Name,
}

/// An extracted text with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub place: Place,
    pub text: String,
}

impl Part {
    /// A text in a named part of a file.
    pub fn inside(what: impl Into<Fact>, text: impl Into<String>) -> Self {
        Self { place: Place::Inside(what.into()), text: text.into() }
    }

    /// The same text, seen from the enclosing file: `what` replaces the place, except for bytes.
    pub fn within(self, what: impl Into<Fact>) -> Self {
        let place = match self.place {
            Place::Bytes => Place::Bytes,
            _ => Place::Inside(what.into()),
        };
        Self { place, ..self }
    }
}

/// Reads nested files: the current depth, and the function that reads one.
#[derive(Clone, Copy)]
pub struct Nested {
    depth: usize,
    read: fn(&str, &[u8], Nested) -> Parts,
}

impl Nested {
    /// For a top-level file.
    pub fn new(read: fn(&str, &[u8], Nested) -> Parts) -> Self {
        Self { depth: 0, read }
    }

    /// The texts of a file nested in this one.
    pub fn file(self, name: &str, bytes: &[u8]) -> Parts {
        if self.depth == DEEPEST {
            return Err(unread("unread-depth"));
        }
        (self.read)(name, bytes, Self { depth: self.depth + 1, ..self })
    }

    /// The texts of a file embedded as a `data:` address, such as an image. `None` for any other
    /// address, which is plain text.
    pub fn embedded(self, address: &str) -> Option<Parts> {
        let file = data_uri(address)?.map_err(|_| unread("unread-address"));
        Some(file.and_then(|bytes| self.inner(&bytes)))
    }

    /// The texts of the files embedded in a style sheet.
    pub fn styled(self, css: &str) -> Parts {
        let files = urls_of_css(css).filter_map(|address| self.embedded(address));
        Ok(files.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
    }

    /// The texts of base64 data in a text outside a `data:` address. Data that is not valid base64
    /// is plain text, which was searched already.
    pub fn loose(self, text: &str) -> Parts {
        const MARK: &str = ";base64,";
        let mut out = Vec::new();
        for (at, _) in text.match_indices(MARK) {
            let rest = text.get(at + MARK.len()..).unwrap_or("");
            let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "+/=".contains(c)));
            let coded = rest.get(..end.unwrap_or(rest.len())).unwrap_or("");
            if let Ok(bytes) = from_base64(coded.as_bytes()) {
                out.extend(self.inner(&bytes)?);
            }
        }
        Ok(out)
    }

    /// The texts of a file embedded in a text.
    fn inner(self, bytes: &[u8]) -> Parts {
        let parts = self.file("", bytes)?.into_iter();
        Ok(parts.map(|part| part.within(phrase("place-embedded"))).collect())
    }
}

/// All strings of a JSON file, unescaped.
pub fn json(text: &str) -> Option<Part> {
    fn strings(value: &serde_json::Value, into: &mut String) {
        match value {
            serde_json::Value::String(text) => {
                into.push_str(text);
                into.push_str("\n\n");
            }
            serde_json::Value::Array(items) => items.iter().for_each(|v| strings(v, into)),
            serde_json::Value::Object(pairs) => pairs.iter().for_each(|(key, v)| {
                into.push_str(key);
                into.push_str("\n\n");
                strings(v, into);
            }),
            _ => {}
        }
    }
    let value = serde_json::from_str(text).ok()?;
    let mut out = String::new();
    strings(&value, &mut out);
    Some(Part::inside(phrase("place-value"), out))
}

/// The printable runs in a binary file, such as camera metadata in a photograph.
pub fn printable(bytes: &[u8]) -> String {
    let mut out = String::new();
    let plain = |b: &u8| matches!(b, 0x20..=0x7E) || *b >= 0xC0;
    for run in bytes.split(|b| !plain(b)).filter(|run| run.len() >= SHORTEST) {
        let read = std::str::from_utf8(run).map(str::to_owned);
        out.push_str(&read.unwrap_or_else(|_| latin(run)));
        out.push_str("\n\n");
    }
    out
}

/// Decodes Latin-1.
pub fn latin(bytes: &[u8]) -> String {
    bytes.iter().map(|b| char::from(*b)).collect()
}
