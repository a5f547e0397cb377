//! A YAML file as a tree of values with their places.

use crate::diagnostics::{Phrase, Span, phrase};
use crate::model::Located;

/// A value of a YAML file, with its place.
#[derive(Debug, Clone)]
pub struct Node {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
}

/// What a value is.
#[derive(Debug, Clone)]
pub enum Kind {
    /// Nothing, `~` or `null`.
    Null,
    /// A scalar: a plain one as typed, a quoted or block one as meant.
    Scalar(String),
    List(Vec<Node>),
    /// Keys and their values, in order, with repetitions.
    Mapping(Vec<(Node, Node)>),
}

impl Node {
    /// What a reader calls this kind of value.
    #[must_use]
    pub fn describe(&self) -> Phrase {
        match self.kind {
            Kind::Null => phrase("found-nothing"),
            Kind::Scalar(_) => phrase("found-text"),
            Kind::List(_) => phrase("found-list"),
            Kind::Mapping(_) => phrase("found-mapping"),
        }
    }

    /// All scalars in this value with their places, keys left out.
    pub fn scalars(&self, into: &mut Vec<Located<String>>) {
        match &self.kind {
            Kind::Null => {}
            Kind::Scalar(text) => into.push(Located { value: text.clone(), span: self.span }),
            Kind::List(items) => items.iter().for_each(|n| n.scalars(into)),
            Kind::Mapping(pairs) => pairs.iter().for_each(|(_, n)| n.scalars(into)),
        }
    }
}
