//! What a subcommand came to.

/// What a subcommand came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All went well.
    Fine,
    /// Errors were found in the user's files.
    Errors,
}
