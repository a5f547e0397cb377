//! From a file's bytes to a tree, with its hash and the positions of its texts.

use super::loader::{Loader, cx};
use super::raw::{Context, Raw};
use super::yaml;
use super::yaml::tree::{Kind, Node};
use crate::assets::{linked_out, sha256};
use crate::diagnostics::{
    CONFIDENTIAL, Code, Diagnostic, FileId, Span, foreign, is_utf16, phrase, portable,
};
use crate::text::composed;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

/// Maximum number of control characters reported per file.
const MOST_CONTROLS: usize = 20;

/// The files of a case that were read: their hashes and the positions of their texts.
pub(super) struct Files<'a> {
    pub(super) folder: &'a Path,
    pub(super) hashes: BTreeMap<String, String>,
}

/// A file that was read: its tree, its hash, its id.
pub(super) struct Read {
    pub(super) file: FileId,
    pub(super) node: Node,
    pub(super) hash: String,
    /// Whether no entry was left out as invalid YAML.
    pub(super) whole: bool,
}

impl Loader {
    /// A file of the working folder or of the program itself; a path that leads out of its folder
    /// is reported.
    pub(super) fn asset(&mut self, path: &str) -> Option<Cow<'static, [u8]>> {
        if self.assets.strays(path) {
            self.report.push(Diagnostic::of_file(Code::FileOutside, path).with("value", path));
        }
        self.assets.get(path)
    }

    /// The bytes of a file that a case or study has, or refers to at `named`. The path is relative
    /// to that folder; the file may also be elsewhere in the working folder, where `compare` writes
    /// figures of peers, but not outside it.
    pub(super) fn bytes(
        &mut self,
        name: &str,
        folder: &Path,
        named: Option<Span>,
    ) -> Option<Vec<u8>> {
        let path = folder.join(name);
        let shown = portable(&path);
        let address = name.contains(':') || name.contains('\\') || name.starts_with('/');
        if address || (linked_out(folder, name) && linked_out(Path::new("."), &shown)) {
            let diagnostic = match named {
                Some(span) => Diagnostic::at(Code::FileOutside, span),
                None => Diagnostic::of_file(Code::FileOutside, shown),
            };
            self.report.push(diagnostic.with("value", name));
            return None;
        }
        match crate::assets::read(&path) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                let link = path.is_symlink();
                let help = phrase(if link { "leads-nowhere" } else { "file-described" });
                let help = help.with("name", name);
                self.report.push(Diagnostic::of_file(Code::FileMissing, shown).with("help", help));
                None
            }
            Err(error) => {
                self.report.push(Diagnostic::unreadable(shown, &error));
                None
            }
        }
    }

    /// Reads a file of a case, and records its hash and the positions of its texts.
    pub(super) fn file(&mut self, name: &str, files: &mut Files<'_>) -> Option<Read> {
        self.named(name, None, files)
    }

    /// The same for a file that is referred to at a position.
    pub(super) fn named(
        &mut self,
        name: &str,
        place: Option<Span>,
        files: &mut Files<'_>,
    ) -> Option<Read> {
        let bytes = self.bytes(name, files.folder, place)?;
        let shown = portable(files.folder.join(name));
        let read = self.tree(&shown, &bytes)?;
        files.hashes.insert(name.to_owned(), read.hash.clone());
        if name != CONFIDENTIAL {
            read.node.scalars(&mut self.texts);
        }
        Some(read)
    }

    /// The same, but entries that are not valid YAML may be left out; those are reported.
    pub(super) fn part(&mut self, name: &str, files: &mut Files<'_>) -> Option<Read> {
        let bytes = self.bytes(name, files.folder, None)?;
        let read = self.tree_or_part(&portable(files.folder.join(name)), &bytes)?;
        files.hashes.insert(name.to_owned(), read.hash.clone());
        read.node.scalars(&mut self.texts);
        self.partial.extend((!read.whole).then_some(read.file));
        Some(read)
    }

    /// Parses a file's bytes into a tree. A byte order mark is dropped; Windows line ends may stay.
    pub(super) fn tree(&mut self, path: &str, bytes: &[u8]) -> Option<Read> {
        self.tree_or_part(path, bytes).filter(|read| read.whole)
    }

    fn tree_or_part(&mut self, path: &str, bytes: &[u8]) -> Option<Read> {
        let hash = sha256(bytes);
        let file = self.text(path, bytes)?;
        let text = self.sources.text(file);
        if text.trim().is_empty() {
            self.report.push(Diagnostic::of_file(Code::FileEmpty, path));
            return None;
        }
        if self.has_controls(file) {
            return None;
        }
        let (node, whole) = yaml::parse_part(file, &self.sources, &mut self.report)?;
        if matches!(node.kind, Kind::Null) {
            if !whole {
                return None;
            }
            self.report.push(Diagnostic::of_file(Code::FileEmpty, path));
            return None;
        }
        Some(Read { file, node, hash, whole })
    }

    /// A file's bytes as text; the first byte that is not UTF-8 is reported at its position.
    pub(super) fn text(&mut self, path: &str, bytes: &[u8]) -> Option<FileId> {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let file = |code| Diagnostic::of_file(code, path);
        if let Some(kind) = foreign(bytes) {
            let help = phrase("foreign-help").with("name", path.rsplit('/').next().unwrap_or(path));
            self.report.push(file(Code::ForeignFile).with("kind", kind).with("help", help));
            return None;
        }
        if is_utf16(bytes) {
            self.report.push(file(Code::NotUtf8).with("help", phrase("utf16-help")));
            return None;
        }
        match std::str::from_utf8(bytes) {
            Ok(text) => Some(self.sources.add(path, composed(text))),
            Err(error) => {
                let lossy = String::from_utf8_lossy(bytes);
                let start = error.valid_up_to();
                let end = start + '\u{FFFD}'.len_utf8();
                let file = self.sources.add(path, lossy);
                let diagnostic = Diagnostic::at(Code::NotUtf8, Span { file, start, end });
                self.report.push(diagnostic.with("help", phrase("windows-help")));
                None
            }
        }
    }

    /// Reports control characters, which YAML does not allow, each at its position. A file that was
    /// only partly written contains thousands of them, of which the first ones are reported.
    pub(super) fn has_controls(&mut self, file: FileId) -> bool {
        let found: Vec<(usize, char)> = self
            .sources
            .text(file)
            .char_indices()
            .filter(|(_, c)| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{85}'))
            .take(MOST_CONTROLS)
            .collect();
        for (start, character) in &found {
            let span = Span { file, start: *start, end: start + character.len_utf8() };
            let code = format!("U+{:04X}", u32::from(*character));
            self.report.push(Diagnostic::at(Code::ForbiddenCharacter, span).with("code", code));
        }
        !found.is_empty()
    }

    pub(super) fn raw<T: Raw>(&mut self, read: &Read) -> Option<T> {
        let mut cx = cx!(self);
        T::read(&read.node, &mut cx)
    }
}
