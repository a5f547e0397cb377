//! Text as typed: its characters, and the position of each of them in its file.

mod composed;
pub mod invisible;
mod places;
mod wording;

pub use composed::{composed, on_disk};
pub use places::Places;
pub use wording::{Wording, wordings};
