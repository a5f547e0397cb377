//! The data of the parts that are templates in `templates/word/`.

use crate::publish::office::look::Look;
use serde::Serialize;

/// The data for the templates of parts.
#[derive(Serialize)]
pub struct View<'a> {
    #[serde(flatten)]
    look: Look<'a>,
    /// Whether there are footnotes.
    pub notes: bool,
    /// The numbered lists, each with its own number.
    pub lists: Vec<ListView>,
    /// The first free number for a list definition.
    pub first_kind: usize,
    /// The first free number for a list.
    pub first_list: usize,
    /// The width of the text, in twentieths of a point.
    pub width: usize,
}

/// A numbered list.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct ListView {
    /// The number by which paragraphs refer to it.
    pub number: usize,
    /// The nesting level, from 0.
    pub level: usize,
    /// Its first number.
    pub start: usize,
    /// Whether its marks are indented by spaces, for a list in a list in a callout.
    pub inset: bool,
}

impl<'a> View<'a> {
    /// The data of a document, before its lists are known.
    pub fn new(look: Look<'a>, width: usize) -> Self {
        Self { look, notes: false, lists: Vec::new(), first_kind: 1, first_list: 1, width }
    }
}
