//! Finds and reads cases and frameworks: from files to valid values, every problem reported.
//!
//! A file is read as a tree with places (`yaml`), then as a `Raw*` struct whose fields are all
//! optional (`raw`), then validated. Each step reports what it finds and goes on with the rest.

mod case;
mod chosen;
mod files;
mod findings;
mod framework;
mod raw;
mod raw_case;
mod raw_framework;
mod reading;
mod sources;
mod values;
mod words;
mod yaml;

pub use files::Loader;
