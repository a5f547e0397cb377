//! What an edit is made of: the way to a value, a new value, and why a text stays as it is.

use crate::diagnostics::{Report, SourceMap, Span};
use crate::load::yaml::parse;
use crate::load::yaml::syntax::divided;
use crate::load::yaml::tree::{Kind, Node};
use crate::text::composed;
use crate::text::invisible::trimmed;
use std::ops::Range;

/// A step from a list or mapping to a value in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'a> {
    /// The value of a key.
    Key(&'a str),
    /// An item of a list, from 0.
    Item(usize),
}

/// A value to write.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// A text, in quotes or on lines of its own where it needs them.
    Text(String),
    /// An identifier, number, date or other word, written as it is.
    Plain(String),
    /// A list.
    List(Vec<Value>),
    /// Keys with their values, in order.
    Map(Vec<(String, Value)>),
}

/// Why a text was not changed. Ranges are in bytes, without byte order mark, as in a [`Span`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditError {
    /// The list or mapping in this range has no such item or key.
    NotFound(Range<usize>),
    /// The value in this range is not the list or mapping that is needed.
    NotThisKind(Range<usize>),
    /// The new text would not be read as meant.
    Unproven,
    /// A text that is not edited, or not in this way.
    Refused(Refusal),
}

/// What is not edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Text that is not valid YAML.
    Invalid,
    /// More than one document.
    Documents,
    /// A tab between values.
    Tab,
    /// An anchor, an alias or a tag.
    Reference,
    /// Other YAML that is seldom typed: a key behind `?`, a list as a key.
    Unknown,
    /// A key that is there already, or twice.
    Duplicate,
    /// The document as a whole, or the only key or item of a document.
    Whole,
    /// An edit that would remove a comment on another value.
    Comment,
}

impl Value {
    /// A tree of the parser, with texts only: what has no value is an empty word.
    pub(in crate::load) fn of(node: &Node) -> Self {
        let name = |key: &Node| match &key.kind {
            Kind::Scalar(name) => name.clone(),
            _ => String::from('\0'),
        };
        match &node.kind {
            Kind::Null => Self::Plain(String::new()),
            Kind::Scalar(text) => Self::Text(text.clone()).as_read(),
            Kind::List(items) => Self::List(items.iter().map(Self::of).collect()),
            Kind::Mapping(pairs) => {
                Self::Map(pairs.iter().map(|(key, value)| (name(key), Self::of(value))).collect())
            }
        }
    }

    /// The value as the parser will read it.
    pub(super) fn as_read(&self) -> Self {
        match self {
            Self::Plain(word) if matches!(word.as_str(), "" | "~" | "null" | "Null" | "NULL") => {
                Self::Plain(String::new())
            }
            Self::Plain(word) => Self::Text(composed(trimmed(word)).into_owned()),
            Self::Text(text) => {
                // The parser does not keep the line end behind the only line of a block.
                let line = text.trim_end_matches('\n');
                Self::Text(composed(if line.contains('\n') { text } else { line }).into_owned())
            }
            Self::List(items) => Self::List(items.iter().map(Self::as_read).collect()),
            Self::Map(pairs) => Self::Map(
                pairs.iter().map(|(k, v)| (composed(k).into_owned(), v.as_read())).collect(),
            ),
        }
    }

    /// The value at the end of a path, to change it.
    pub(in crate::load) fn at(&mut self, path: &[Step<'_>]) -> Option<&mut Self> {
        path.iter().try_fold(self, |value, step| match (value, step) {
            (Self::List(items), Step::Item(index)) => items.get_mut(*index),
            (Self::Map(pairs), Step::Key(name)) => {
                pairs.iter_mut().find(|(key, _)| key == name).map(|(_, value)| value)
            }
            _ => None,
        })
    }

    /// Whether the value fits on a line, also between brackets.
    pub(super) fn is_short(&self) -> bool {
        let line = |value: &Self| match value {
            Self::Text(text) | Self::Plain(text) => !text.contains('\n'),
            Self::List(_) | Self::Map(_) => false,
        };
        match self {
            Self::List(items) => items.iter().all(line),
            Self::Map(pairs) => pairs.iter().all(|(_, value)| line(value)),
            scalar => line(scalar),
        }
    }
}

/// The tree of a text that is valid as a whole.
pub(in crate::load) fn read(text: &str) -> Result<Node, EditError> {
    let mut sources = SourceMap::default();
    let file = sources.add("", text);
    parse(file, &sources, &mut Report::default()).ok_or_else(|| {
        let several = divided(text, Span { file, start: 0, end: text.len() }).is_some();
        EditError::Refused(if several { Refusal::Documents } else { Refusal::Invalid })
    })
}
