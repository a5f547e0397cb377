//! What the user sees of a watch: on a terminal each round takes the place of the one before.

use crate::cli::tell;
use crate::diagnostics::{Fact, phrase, portable};
use crate::pipeline::{Round, Told};
use std::io::IsTerminal;
use std::path::Path;

/// Clears a terminal and begins at its top; what scrolled out of it stays.
const CLEAR: &str = "\x1b[2J\x1b[H";

/// The place where rounds are told.
pub struct Screen {
    clears: bool,
    head: String,
}

impl Screen {
    /// Tells that the watch begins, and where the preview is.
    pub fn new(case: &Path, preview: Option<&str>) -> Self {
        let begun = phrase("watching").with("case", portable(case));
        let mut head = tell::words(&begun);
        if let Some(address) = preview {
            let preview = tell::words(&phrase("preview-at").with("address", address));
            head.push_str(&format!("\n{preview}"));
        }
        tell::line(&head);
        Self { clears: std::io::stderr().is_terminal() && tell::escapes(), head }
    }

    /// Tells a round: its problems as `check` shows them, and how it went.
    pub fn show(&self, round: &Round, told: &Told) {
        if self.clears {
            tell::line(&format!("{CLEAR}{}\n", self.head));
        }
        tell::problems(&round.report, &round.sources);
        tell::line(&told.line);
    }

    /// Tells why the system does not tell of changes.
    pub fn no_events(&self, reason: Fact) {
        tell::say(&phrase("no-events").with("reason", reason));
    }

    /// Tells that the program itself failed on what it read.
    pub fn broke(&self) {
        tell::say(&phrase("round-broke"));
    }
}
