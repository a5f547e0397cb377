//! A YAML file as a tree of values with their positions.

use crate::diagnostics::{Phrase, Span, phrase};
use crate::model::Located;

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

impl Node {
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
        let is = |key: &Node| matches!(&key.kind, Kind::Scalar(text) if text == name);
        matches!(&self.kind, Kind::Mapping(pairs) if pairs.iter().any(|(key, _)| is(key)))
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
