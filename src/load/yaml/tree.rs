//! A YAML file as a tree of values with their positions.

use crate::diagnostics::{FileId, Phrase, Span, phrase};
use crate::model::Located;
use crate::text::{composed, invisible};

/// A value of a YAML file, with its position.
#[derive(Debug, Clone)]
pub struct Node {
    pub span: Span,
    pub kind: Kind,
}

#[derive(Debug, Clone)]
pub enum Kind {
    /// No value, `~` or `null`.
    Null,
    /// A scalar: a plain one as typed, a quoted or block one as YAML interprets it.
    Scalar(String),
    List(Vec<Node>),
    /// Keys and their values, in order, including repeated keys.
    Mapping(Vec<(Node, Node)>),
}

impl Kind {
    /// A text as YAML reads it, typed like this.
    #[must_use]
    pub fn scalar(value: &str, typed: Option<&str>) -> Self {
        let meant = if typed.is_some_and(is_plain) { invisible::trimmed(value) } else { value };
        Self::Scalar(composed(meant).into_owned())
    }
}

/// Whether a scalar was typed without quotation marks, on one line.
pub fn is_plain(typed: &str) -> bool {
    !typed.starts_with(['"', '\'', '|', '>', ' ']) && !typed.trim_end().contains('\n')
}

impl Node {
    /// A value at the place that the parser gives: one of a mapping is its first key, and a list
    /// between brackets ends after them.
    #[must_use]
    pub fn placed(kind: Kind, (start, end): (usize, usize), file: FileId, text: &str) -> Self {
        let (mut start, mut end) = (start, end);
        match &kind {
            Kind::List(items) if text.get(start..).is_some_and(|rest| rest.starts_with('[')) => {
                let from = items.last().map_or(start, |item| item.span.end);
                let closing = text.get(from..).and_then(|rest| rest.find(']'));
                end = closing.map_or(end, |at| from + at + 1);
            }
            Kind::Mapping(pairs) => {
                if let Some((key, _)) = pairs.first() {
                    (start, end) = (key.span.start, key.span.end);
                }
            }
            _ => {}
        }
        Self { span: Span { file, start, end: end.max(start) }, kind }
    }

    /// The name of this kind of value in messages.
    #[must_use]
    pub fn describe(&self) -> Phrase {
        match self.kind {
            Kind::Null => phrase("found-nothing"),
            Kind::Scalar(_) => phrase("found-text"),
            Kind::List(_) => phrase("found-list"),
            Kind::Mapping(_) => phrase("found-mapping"),
        }
    }

    /// Whether it is a mapping with this key.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// The value of a key of a mapping.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Node> {
        let is = |key: &Node| matches!(&key.kind, Kind::Scalar(text) if text == name);
        match &self.kind {
            Kind::Mapping(pairs) => pairs.iter().find(|(key, _)| is(key)).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The text of a scalar.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar(text) => Some(text),
            _ => None,
        }
    }

    /// The last key of a mapping.
    #[must_use]
    pub fn last_key(&self) -> Option<&str> {
        match &self.kind {
            Kind::Mapping(pairs) => pairs.last().and_then(|(key, _)| key.text()),
            _ => None,
        }
    }

    /// All scalars in this value with their positions, excluding keys.
    pub fn scalars(&self, into: &mut Vec<Located<String>>) {
        match &self.kind {
            Kind::Null => {}
            Kind::Scalar(text) => into.push(Located { value: text.clone(), span: self.span }),
            Kind::List(items) => items.iter().for_each(|n| n.scalars(into)),
            Kind::Mapping(pairs) => pairs.iter().for_each(|(_, n)| n.scalars(into)),
        }
    }
}
