//! What may stand in a file of a format, as its declaration says it.

use serde_json::Value;

/// What may stand in a place of a file.
#[derive(Debug)]
pub enum Shape {
    /// A scalar, with what a schema says of it.
    Text(Value),
    /// Anything.
    Any,
    /// A list of so many items at least.
    List(Box<Shape>, usize),
    /// A mapping whose keys the user chooses.
    Map(Box<Shape>),
    /// This shape, or one word in its place.
    OrWord(&'static str, Box<Shape>),
    /// A mapping with the keys of the format, by the name of its struct.
    Keys(&'static str, Vec<Key>),
}

/// A key of the format.
#[derive(Debug)]
pub struct Key {
    /// As it is written.
    pub name: &'static str,
    /// What stands behind it.
    pub shape: Shape,
    /// Whether it must be there.
    pub must: bool,
}
