//! The outcome of a subcommand.

/// The outcome of a subcommand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The command succeeded.
    Fine,
    /// Errors were found in the user's files.
    Errors,
}
