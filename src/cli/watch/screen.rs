//! What the user sees of a watch: on a terminal each round takes the place of the one before.

use super::round::Round;
use crate::cli::tell;
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
        let mut head = format!("let op {}; stop met Ctrl-C", case.display());
        if let Some(address) = preview {
            head.push_str(&format!("\nvoorbeeld: {address}"));
        }
        tell::line(&head);
        Self { clears: std::io::stderr().is_terminal(), head }
    }

    /// Tells a round: its problems as `check` shows them, and how it went.
    pub fn show(&self, round: &Round) {
        if self.clears {
            tell::line(&format!("{CLEAR}{}\n", self.head));
        }
        tell::problems(&round.report, &round.sources);
        tell::line(&round.line());
    }

    /// Tells why the system does not tell of changes.
    pub fn no_events(&self, reason: &str) {
        tell::line(&format!(
            "wijzigingen worden niet gemeld ({reason}); elke seconde wordt gekeken of er een is"
        ));
    }

    /// Tells that the program itself failed on what it read.
    pub fn broke(&self) {
        tell::line(
            "het zetten brak af door een fout in het programma; het wacht op de volgende wijziging",
        );
    }
}
