//! The functions that the targets call, one a kind of input: the same that `cargo test` calls.

#[path = "../../tests/it/fuzzing/entries/mod.rs"]
pub mod entries;
