//! Text as typed: its characters, and the position of each of them in its file.

mod composed;
pub mod invisible;
mod places;
mod wording;

pub use composed::{composed, on_disk};
pub use places::Places;
pub use wording::{Wording, wordings};

/// A text on one line, with one space between its words.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
