//! The texts of the files that a run reads, and places in them.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// Identifies a file read in this run, by its part of the run and its place in the order of
/// reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct FileId {
    part: usize,
    place: usize,
}

/// A range of a file, in bytes of its text (without byte order mark).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file that contains it.
    pub file: FileId,
    /// The offset of the first byte.
    pub start: usize,
    /// The offset after the last byte.
    pub end: usize,
}

impl Span {
    /// A part of this span; `start` and `end` are relative to its own start.
    #[must_use]
    pub fn part(self, start: usize, end: usize) -> Span {
        Span {
            file: self.file,
            start: (self.start + start).min(self.end),
            end: (self.start + end).min(self.end),
        }
    }
}

/// A line and a column, both from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineColumn {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1, not the byte.
    pub column: usize,
}

struct SourceFile {
    path: String,
    text: String,
    /// The byte offset of each line.
    lines: Vec<usize>,
}

/// Tests whether a text contains confidential data.
pub type Redaction = Arc<dyn Fn(&str) -> bool + Send + Sync>;

/// The texts of all files that a run read.
///
/// A run that reads cases on several threads gives each thread its own map with its own part, and
/// merges them afterwards: a span refers to the same file before and after.
#[derive(Default)]
pub struct SourceMap {
    part: usize,
    parts: BTreeMap<usize, Vec<SourceFile>>,
    redaction: Option<Redaction>,
}

impl fmt::Debug for SourceMap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SourceMap").field("files", &self.files().count()).finish_non_exhaustive()
    }
}

impl SourceMap {
    /// An empty map for a part of this run; parts are ordered by `number`.
    #[must_use]
    pub fn branch(&self, number: usize) -> Self {
        Self { part: self.part + 1 + number, ..Self::default() }
    }

    /// Merges the files of another part. Files added afterwards come after them.
    pub fn absorb(&mut self, other: Self) {
        self.part = self.part.max(other.part + 1);
        self.parts.extend(other.parts);
    }

    /// Adds a file. `text` must not begin with a byte order mark.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) -> FileId {
        let files = self.parts.entry(self.part).or_default();
        let text = text.into();
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(ends).collect();
        files.push(SourceFile { path: path.into(), text, lines });
        FileId { part: self.part, place: files.len() - 1 }
    }

    /// Forgets the texts of all files so far, but not their paths: for files about which there is nothing
    /// to tell, when there are thousands.
    pub fn forget_texts(&mut self) {
        for file in self.parts.values_mut().flatten() {
            (file.text, file.lines) = (String::new(), Vec::new());
        }
    }

    fn files(&self) -> impl Iterator<Item = &SourceFile> {
        self.parts.values().flatten()
    }

    fn file(&self, id: FileId) -> Option<&SourceFile> {
        self.parts.get(&id.part)?.get(id.place)
    }

    /// Hides from all messages what the redaction finds.
    pub fn redact(&mut self, redaction: Redaction) {
        self.redaction = Some(redaction);
    }

    /// Whether a text contains confidential data.
    #[must_use]
    pub fn hides(&self, text: &str) -> bool {
        self.redaction.as_ref().is_some_and(|redaction| redaction(text))
    }

    /// The path of a file as the user would type it.
    #[must_use]
    pub fn path(&self, file: FileId) -> &str {
        self.file(file).map_or("", |f| f.path.as_str())
    }

    /// The paths of all files, in the order of reading.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files().map(|f| f.path.as_str())
    }

    /// The files whose paths begin with one of these prefixes, in the order of reading.
    pub fn under<'a>(&'a self, folders: &'a [String]) -> impl Iterator<Item = FileId> + 'a {
        let part = |(part, files): (&usize, &'a Vec<SourceFile>)| {
            let part = *part;
            files.iter().enumerate().map(move |(place, file)| (FileId { part, place }, file))
        };
        let here = |file: &SourceFile| folders.iter().any(|folder| file.path.starts_with(folder));
        let all = self.parts.iter().flat_map(part);
        all.filter(move |(_, file)| here(file)).map(|(id, _)| id)
    }

    /// The whole text of a file; empty if the file is unknown.
    #[must_use]
    pub fn text(&self, file: FileId) -> &str {
        self.file(file).map_or("", |f| f.text.as_str())
    }

    /// The text of a span.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text(span.file).get(span.start..span.end).unwrap_or("")
    }

    /// The line and column of the start of a span.
    #[must_use]
    pub fn line_column(&self, span: Span) -> LineColumn {
        let lines = self.file(span.file).map_or(&[][..], |file| file.lines.as_slice());
        let line = lines.partition_point(|start| *start <= span.start).max(1);
        let start = lines.get(line - 1).copied().unwrap_or(0);
        let before = self.text(span.file).get(start..span.start).unwrap_or("");
        LineColumn { line, column: before.chars().count() + 1 }
    }

    /// The span extended to whole lines, without the last line end.
    #[must_use]
    pub fn whole_lines(&self, span: Span) -> Span {
        let text = self.text(span.file);
        let start = text.get(..span.start).and_then(|t| t.rfind('\n')).map_or(0, |at| at + 1);
        let rest = text.get(span.end.max(span.start)..).unwrap_or("");
        let end = text.len() - rest.len() + rest.find('\n').unwrap_or(rest.len());
        Span { start, end, ..span }
    }
}
