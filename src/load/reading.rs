//! From a file's bytes to a tree, with its hash and the places of its texts.

use super::files::Loader;
use super::raw::{Context, Raw};
use super::yaml;
use crate::assets::sha256;
use crate::diagnostics::{CONFIDENTIAL, Code, Diagnostic, FileId, Span, phrase};
use std::collections::BTreeMap;
use std::path::Path;

/// What reading and validating share, out of a loader whose other fields stay free.
macro_rules! cx {
    ($loader:ident) => {
        Context {
            sources: &$loader.sources,
            report: &mut $loader.report,
            silent: &mut $loader.silent,
            failed: &mut $loader.failed,
            own: &mut $loader.own,
        }
    };
}
pub(super) use cx;

/// The files of a case that were read: their hashes and the places of their texts.
pub(super) struct Files<'a> {
    pub(super) folder: &'a Path,
    pub(super) hashes: BTreeMap<String, String>,
}

/// A file that was read: its tree, its hash, its id.
pub(super) struct Read {
    pub(super) file: FileId,
    pub(super) node: yaml::Node,
    pub(super) hash: String,
}

impl Loader {
    /// Reads a file of a case, notes its hash and the places of its texts.
    pub(super) fn file(&mut self, name: &str, files: &mut Files<'_>) -> Option<Read> {
        let path = files.folder.join(name);
        let shown = path.display().to_string();
        let bytes = match crate::assets::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                let help = phrase("file-described").with("name", name);
                self.report.push(Diagnostic::of_file(Code::FileMissing, shown).with("help", help));
                return None;
            }
            Err(error) => {
                self.report.push(Diagnostic::unreadable(shown, &error));
                return None;
            }
        };
        let read = self.tree(&shown, &bytes)?;
        files.hashes.insert(name.to_owned(), read.hash.clone());
        if name != CONFIDENTIAL {
            read.node.scalars(&mut self.texts);
        }
        Some(read)
    }

    /// A file's bytes as text, without a byte order mark; the first that is no UTF-8 is told.
    pub(super) fn text<'b>(&mut self, path: &str, bytes: &'b [u8]) -> Option<&'b str> {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) => Some(text),
            Err(error) => {
                let lossy = String::from_utf8_lossy(bytes);
                let start = error.valid_up_to();
                let end = start + '\u{FFFD}'.len_utf8();
                let file = self.sources.add(path, lossy);
                self.report.push(Diagnostic::at(Code::NotUtf8, Span { file, start, end }));
                None
            }
        }
    }

    /// A file's bytes as a tree. Windows line ends may stay.
    pub(super) fn tree(&mut self, path: &str, bytes: &[u8]) -> Option<Read> {
        let hash = sha256(bytes);
        let text = self.text(path, bytes)?;
        let file = self.sources.add(path, text);
        if text.trim().is_empty() {
            self.report.push(Diagnostic::of_file(Code::FileEmpty, path));
            return None;
        }
        if self.has_controls(file) {
            return None;
        }
        let node = yaml::parse(file, &self.sources, &mut self.report)?;
        if matches!(node.kind, yaml::Kind::Null) {
            self.report.push(Diagnostic::of_file(Code::FileEmpty, path));
            return None;
        }
        Some(Read { file, node, hash })
    }

    /// Reports control characters, which YAML has no place for, each where it stands.
    pub(super) fn has_controls(&mut self, file: FileId) -> bool {
        let found: Vec<(usize, char)> = self
            .sources
            .text(file)
            .char_indices()
            .filter(|(_, c)| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{85}'))
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
