//! A file of a case that is being changed.

use crate::diagnostics::{Code, Diagnostic, Span, phrase, portable};
use crate::load::edit::{self, EditError, Refusal, Step, Value};
use crate::load::loader::Loader;
use crate::load::reading::Read;
use crate::load::yaml::tree::{Kind, Node};
use std::path::{Path, PathBuf};

/// A change of one value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The line of the value, from 1.
    pub line: usize,
    /// What stood there; `None` for something new.
    pub old: Option<String>,
    pub new: String,
}

/// A file of a case as it is, and as it will be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    pub path: PathBuf,
    /// The bytes that were read.
    pub old: Vec<u8>,
    pub new: String,
    /// In order of their lines.
    pub changes: Vec<Change>,
}

/// A file of a case that was read whole, and the changes of it so far.
pub struct Opened {
    path: PathBuf,
    bytes: Vec<u8>,
    /// The text with the changes so far.
    pub text: String,
    changes: Vec<Change>,
    pub read: Read,
}

impl Loader {
    /// Opens a file of a case. A file that is not valid as a whole is reported.
    pub(in crate::load) fn opened(&mut self, name: &str, folder: &Path) -> Option<Opened> {
        let path = folder.join(name);
        let bytes = self.bytes(name, folder, None)?;
        let read = self.tree(&portable(&path), &bytes)?;
        let text = String::from_utf8(bytes.clone()).ok()?;
        Some(Opened { path, bytes, text, changes: Vec::new(), read })
    }

    /// Replaces the text at a position by another one. What cannot be replaced is
    /// reported.
    pub(super) fn replace(&mut self, file: &mut Opened, span: Span, new: &str) {
        let way = way(&file.read.node, span).unwrap_or_default();
        match edit::set(&file.text, &way, &Value::Text(new.to_owned())) {
            Ok(text) => file.text = text,
            Err(error) => return self.report.push(refused(&error, span, new)),
        }
        let line = self.sources.line_column(span).line;
        let old = Some(self.sources.slice(span).to_owned());
        file.changes.push(Change { line, old, new: new.to_owned() });
    }

    /// Adds an item to the end of the list of a key. What cannot be added is reported at `span`.
    /// `shown` is the item in words.
    pub(in crate::load) fn add(
        &mut self,
        file: &mut Opened,
        (key, span): (&str, Span),
        (value, shown): (&Value, String),
    ) {
        let done = edit::append(&file.text, &[Step::Key(key)], value);
        self.take(file, done, span, (None, shown));
    }

    /// Takes the outcome of an edit, with what stood there and what stands there now, in words. An
    /// edit that was refused is reported at `span`.
    pub(in crate::load) fn take(
        &mut self,
        file: &mut Opened,
        done: Result<String, EditError>,
        span: Span,
        (old, new): (Option<String>, String),
    ) {
        match done {
            Ok(text) => {
                let same = file.text.bytes().zip(text.bytes()).take_while(|(a, b)| a == b).count();
                let above = text.bytes().take(same).filter(|byte| *byte == b'\n').count();
                file.changes.push(Change { line: above + 1, old, new });
                file.text = text;
            }
            Err(error) => self.report.push(refused(&error, span, &new)),
        }
    }
}

impl Loader {
    /// Takes the outcome of an edit that added several items, each with its value at a key that tells
    /// them apart, and in words.
    pub(in crate::load) fn take_each(
        &mut self,
        file: &mut Opened,
        done: Result<String, EditError>,
        span: Span,
        (key, ids): (&str, &[String]),
        shown: Vec<String>,
    ) {
        let text = match done {
            Ok(text) => text,
            Err(error) => {
                let first = shown.first().map_or("", String::as_str);
                return self.report.push(refused(&error, span, first));
            }
        };
        let ends: Vec<&str> = text.lines().map(str::trim_end).collect();
        for (id, new) in ids.iter().zip(shown) {
            let own = format!(" {key}: {id}");
            let line = ends.iter().rposition(|line| line.ends_with(&own)).unwrap_or(0) + 1;
            file.changes.push(Change { line, old: None, new });
        }
        file.text = text;
    }
}

impl Opened {
    /// Whether it is the file of this name in the folder of the case.
    pub fn is_named(&self, name: &str) -> bool {
        self.path.ends_with(name)
    }

    /// The file with another text as a whole, and what is new in it, in words.
    pub fn rewritten(self, text: String, new: String) -> Revision {
        let changes = vec![Change { line: 1, old: None, new }];
        Revision { path: self.path, old: self.bytes, new: text, changes }
    }

    /// The file with another text, and what changes in it.
    pub fn changed_to(mut self, text: String, changes: Vec<Change>) -> Option<Revision> {
        (self.text, self.changes) = (text, changes);
        self.revision()
    }

    /// The file as it is and as it will be; `None` if it stays as it is.
    pub fn revision(mut self) -> Option<Revision> {
        self.changes.sort_by_key(|change| change.line);
        let Self { path, bytes: old, text: new, changes, .. } = self;
        (!changes.is_empty()).then_some(Revision { path, old, new, changes })
    }
}

/// Why a file cannot be changed at a position.
fn refused(error: &EditError, span: Span, new: &str) -> Diagnostic {
    let reason = phrase(match error {
        EditError::Refused(Refusal::Reference) => "edit-reference",
        EditError::Refused(Refusal::Tab) => "edit-tab",
        _ => "edit-other",
    });
    Diagnostic::at(Code::NotEditable, span).with("reason", reason).with("value", new)
}

/// The way from the top of a file to the scalar at a position.
fn way(node: &Node, span: Span) -> Option<Vec<Step<'_>>> {
    match &node.kind {
        Kind::Scalar(_) => (node.span == span).then(Vec::new),
        Kind::List(items) => {
            (0..).zip(items).find_map(|(index, item)| behind(Step::Item(index), item, span))
        }
        Kind::Mapping(pairs) => pairs.iter().find_map(|(key, value)| match &key.kind {
            Kind::Scalar(name) => behind(Step::Key(name), value, span),
            _ => None,
        }),
        Kind::Null => None,
    }
}

/// The way to the scalar at a position through a step.
fn behind<'n>(step: Step<'n>, below: &'n Node, span: Span) -> Option<Vec<Step<'n>>> {
    let mut way = way(below, span)?;
    way.insert(0, step);
    Some(way)
}
