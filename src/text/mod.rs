//! Text as somebody typed it: its characters, and where each of them stands in its file.

mod composed;
pub mod invisible;
mod places;
mod wording;

pub use composed::{composed, on_disk};
pub use places::Places;
pub use wording::{Wording, wordings};
