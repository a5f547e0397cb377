//! What a subcommand came to.

/// What a subcommand came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The command succeeded.
    Fine,
    /// Errors were found in the user's files.
    Errors,
}
