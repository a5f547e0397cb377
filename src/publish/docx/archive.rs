//! Reads a Word file from a third party; nothing in it is trusted to be small, complete or
//! harmless.

use super::package::Relation;
use crate::diagnostics::{Code, Diagnostic, Fact, SourceMap, Span, phrase};
use crate::publish::office::slices::{Broken, children};
use crate::templates::clean;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// The maximum number of bytes unpacked from one file; a house style with its pictures takes a few
/// mebibytes.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// The maximum number of parts in a file.
const MOST_PARTS: usize = 2000;

/// Why a file is unusable; becomes a [`Diagnostic`] once the file is known.
#[derive(Debug, Clone)]
pub struct Fault {
    code: Code,
    part: Option<String>,
    text: Option<(String, usize)>,
    reason: Fact,
}

impl Fault {
    /// A fault of the file as a whole.
    pub fn of(code: Code, reason: impl Into<Fact>) -> Self {
        Self { code, part: None, text: None, reason: reason.into() }
    }

    /// A fault of one part.
    pub fn in_part(code: Code, part: &str, reason: impl Into<Fact>) -> Self {
        Self { part: Some(part.to_owned()), ..Self::of(code, reason) }
    }

    /// A part whose XML is not well formed, with the position of the error.
    pub fn broken(part: &str, text: &str, broken: Broken) -> Self {
        let text = Some((text.to_owned(), broken.at));
        Self { text, ..Self::in_part(Code::HouseStyleBroken, part, broken.reason) }
    }

    /// The diagnostic for the user.
    pub fn diagnostic(self, file: &str, sources: &mut SourceMap) -> Diagnostic {
        let path = match &self.part {
            Some(part) => format!("{file}/{part}"),
            None => file.to_owned(),
        };
        let diagnostic = match self.text {
            Some((text, at)) => {
                let file = sources.add(path, text);
                Diagnostic::at(self.code, Span { file, start: at, end: at })
            }
            None => Diagnostic::of_file(self.code, path),
        };
        diagnostic.with("reason", self.reason)
    }
}

pub struct Archive {
    zip: ZipArchive<Cursor<Vec<u8>>>,
    left: u64,
    /// The content types: by `/path` for parts, by `.ending` for extensions.
    types: BTreeMap<String, String>,
}

impl Archive {
    /// Opens a file; refuses one with macros.
    pub fn open(bytes: Vec<u8>) -> Result<Self, Fault> {
        let zip = ZipArchive::new(Cursor::new(bytes))
            .map_err(|_| Fault::of(Code::HouseStyleBroken, phrase("no-zip")))?;
        if zip.len() > MOST_PARTS {
            let reason = phrase("many-parts").with("count", zip.len()).with("most", MOST_PARTS);
            return Err(Fault::of(Code::HouseStyleTooLarge, reason));
        }
        let names = || zip.file_names().flatten();
        let macros = |name: &str| {
            let name = name.to_lowercase();
            name.contains("vbaproject") || name.contains("vbadata") || name.contains("/activex/")
        };
        if let Some(name) = names().find(|name| macros(name)) {
            return Err(Fault::of(Code::HouseStyleMacros, name.into_owned()));
        }
        let mut out = Self { zip, left: MOST_BYTES, types: BTreeMap::new() };
        let path = "[Content_Types].xml";
        let text = out.text(path)?;
        let part = children(&text).map_err(|b| Fault::broken(path, &text, b))?;
        for child in part.children {
            let key = match (child.get("PartName"), child.get("Extension")) {
                (Some(part), _) => part.to_lowercase(),
                (_, Some(ending)) => format!(".{}", ending.to_lowercase()),
                _ => continue,
            };
            let kind = child.get("ContentType").unwrap_or_default().to_owned();
            if kind.contains("macroEnabled") || kind.contains("vbaProject") {
                return Err(Fault::of(Code::HouseStyleMacros, kind));
            }
            out.types.insert(key, kind);
        }
        Ok(out)
    }

    pub fn has(&self, path: &str) -> bool {
        self.zip.index_for_name(path).is_some()
    }

    /// The content type of a part; empty if unknown.
    pub fn kind(&self, path: &str) -> String {
        let ending = path.rsplit_once('.').map_or(String::new(), |(_, e)| e.to_lowercase());
        let own = self.types.get(&format!("/{}", path.to_lowercase()));
        own.or_else(|| self.types.get(&format!(".{ending}"))).cloned().unwrap_or_default()
    }

    /// The bytes of a part. The size that the zip declares is not trusted.
    pub fn bytes(&mut self, path: &str) -> Result<Vec<u8>, Fault> {
        let broken = |reason: Fact| Fault::in_part(Code::HouseStyleBroken, path, reason);
        let mut file = match self.zip.by_name(path) {
            Ok(file) => file,
            Err(zip::result::ZipError::FileNotFound) => {
                return Err(broken(phrase("part-missing").into()));
            }
            Err(_) => return Err(broken(phrase("part-damaged").into())),
        };
        let mut out = Vec::new();
        let read = file.by_ref().take(self.left + 1).read_to_end(&mut out);
        read.map_err(|_| broken(phrase("part-damaged").into()))?;
        let length = u64::try_from(out.len()).unwrap_or(u64::MAX);
        if length > self.left {
            let most = (MOST_BYTES / 1024 / 1024).to_string();
            let reason = phrase("unpacked-too-large").with("most", most);
            return Err(Fault::in_part(Code::HouseStyleTooLarge, path, reason));
        }
        self.left -= length;
        Ok(out)
    }

    /// The text of a part, without its byte order mark.
    pub fn text(&mut self, path: &str) -> Result<String, Fault> {
        let bytes = self.bytes(path)?;
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
        let broken = |reason| Fault::in_part(Code::HouseStyleBroken, path, reason);
        let text = std::str::from_utf8(bytes).map_err(|_| broken(phrase("no-utf8")))?;
        match clean(text) {
            Cow::Borrowed(text) => Ok(text.to_owned()),
            Cow::Owned(_) => Err(broken(phrase("xml-character"))),
        }
    }

    /// The XML of a Word part; its root element must be `root`.
    pub fn word(&mut self, path: &str, root: &str) -> Result<String, Fault> {
        let text = self.text(path)?;
        let part = children(&text).map_err(|b| Fault::broken(path, &text, b))?;
        let (prefix, _) = root.split_once(':').unwrap_or(("w", root));
        let namespace = part.root.get(&format!("xmlns:{prefix}")).unwrap_or_default();
        if part.root.name != root || !NAMESPACES.contains(&namespace) {
            let reason = phrase("other-root").with("name", root).into();
            return Err(Fault::broken(path, &text, Broken { at: 0, reason }));
        }
        Ok(text)
    }

    /// The relationships of a part; internal targets become paths from the root of the file.
    pub fn relations(&mut self, part: &str) -> Result<Vec<Relation>, Fault> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let path = format!("{folder}/_rels/{name}.rels");
        let path = path.trim_start_matches('/');
        if !self.has(path) {
            return Ok(Vec::new());
        }
        let text = self.text(path)?;
        let read = children(&text).map_err(|b| Fault::broken(path, &text, b))?;
        let relation = |child: &crate::publish::office::slices::Child| {
            let external = child.get("TargetMode") == Some("External");
            let target = child.get("Target")?;
            Some(Relation {
                id: child.get("Id")?.to_owned(),
                kind: child.get("Type")?.to_owned(),
                target: if external { target.to_owned() } else { resolved(folder, target) },
                external,
            })
        };
        Ok(read.children.iter().filter_map(relation).collect())
    }
}

/// The namespaces of the root prefixes in a file that Word saves in its usual (transitional) way.
const NAMESPACES: [&str; 2] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://schemas.openxmlformats.org/drawingml/2006/main",
];

/// Resolves a target relative to the folder of its part.
fn resolved(folder: &str, target: &str) -> String {
    let whole = match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("{folder}/{target}"),
    };
    let mut out: Vec<&str> = Vec::new();
    for step in whole.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(out.pop()),
            step => out.push(step),
        }
    }
    out.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_never_leaves_the_file() {
        assert_eq!(resolved("word", "media/a.png"), "word/media/a.png");
        assert_eq!(resolved("word/x", "../media/a.png"), "word/media/a.png");
        assert_eq!(resolved("word", "/word/a.xml"), "word/a.xml");
        assert_eq!(resolved("word", "../../../etc/passwd"), "etc/passwd");
    }
}
