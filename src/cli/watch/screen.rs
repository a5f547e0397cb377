//! The terminal output of a watch: on a terminal each round replaces the previous one.

use crate::cli::tell;
use crate::diagnostics::{Fact, phrase, portable};
use crate::pipeline::{Message, Round};
use std::io::IsTerminal;
use std::path::Path;

/// Escape sequence that clears the screen and moves to its top; the scrollback is kept.
const CLEAR: &str = "\x1b[2J\x1b[H";

/// Prints the rounds.
pub struct Screen {
    clears: bool,
    head: String,
}

impl Screen {
    /// Prints that the watch starts, and the address of the preview.
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

    /// Prints a round: its problems as `check` shows them, and the result.
    pub fn show(&self, round: &Round, message: &Message) {
        if self.clears {
            tell::line(&format!("{CLEAR}{}\n", self.head));
        }
        tell::problems(&round.report, &round.sources);
        tell::line(&message.line);
    }

    /// Prints why the system sends no events.
    pub fn no_events(&self, reason: Fact) {
        tell::say(&phrase("no-events").with("reason", reason));
    }

    /// Prints that the program itself failed on its input.
    pub fn broke(&self) {
        tell::say(&phrase("round-broke"));
    }
}
