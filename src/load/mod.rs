//! Finds and reads cases and frameworks: from files to valid values, every problem reported.
//!
//! A file is read as a tree with places (`yaml`), then as a `Raw*` struct whose fields are all
//! optional (`raw`), then validated. Each step reports what it finds and goes on with the rest.

mod accepted;
mod again;
mod attached;
mod blame;
mod branch;
mod case;
mod chosen;
mod codebook;
mod coding;
mod composed;
mod conducted;
mod files;
mod findings;
mod flow;
mod folder;
mod follow_up;
mod framework;
mod grid;
mod guess;
mod misread;
mod mistake;
mod no_case;
mod odd;
mod partial;
mod peers;
mod pictures;
mod places;
mod protected;
mod published;
mod raw;
mod raw_case;
mod raw_coding;
mod raw_framework;
mod raw_scorecard;
mod reactions;
mod reading;
pub mod schema;
mod scorecard;
mod sources;
mod syntax;
mod values;
mod verdict_bounds;
mod versions;
mod wording;
mod wordlist;
mod words;
mod yaml;

pub use coding::STUDY;
pub use composed::{composed, on_disk};
pub use files::Loader;
pub use guess::date as meant_date;
pub use no_case::no_case;
pub use odd::unseen;
pub use peers::PEERS_FORMAT;
pub use places::Places;
pub use protected::Guarding;
pub use reading::texts_under;
pub use wording::{Wording, wordings};
