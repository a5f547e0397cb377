//! The shape of the values in a format, as its declaration gives it.

use serde_json::Value;

/// The permitted shape of a value.
#[derive(Debug)]
pub enum Shape {
    /// A scalar, with its JSON schema.
    Text(Value),
    /// Any value.
    Any,
    /// A list with a minimum number of items.
    List(Box<Shape>, usize),
    /// A mapping with keys chosen by the user.
    Map(Box<Shape>),
    /// This shape, or a scalar with this JSON schema instead.
    OrScalar(Value, Box<Shape>),
    /// A mapping with the keys of the format, with the name of its struct.
    Keys(&'static str, Vec<Key>),
}

/// A key of the format.
#[derive(Debug)]
pub struct Key {
    /// As written in the file.
    pub name: &'static str,
    /// The shape of its value.
    pub shape: Shape,
    /// Whether it is required.
    pub must: bool,
}
