//! What Word files and OpenDocument texts share: the tokens and styles of the house, pages, widths
//! of columns, images, links, and what a text asks of its layout.

pub mod callouts;
pub mod front;
pub mod links;
pub mod lists;
pub mod look;
pub mod pages;
pub mod pictures;
pub mod placement;
pub mod reading;
pub mod slices;
pub mod tokens;
pub mod widths;
pub mod xml;
pub mod zipped;
