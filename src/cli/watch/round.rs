//! What became of one round, and the words for it.

use crate::cli::language::language;
use crate::cli::tell;
use crate::diagnostics::{Fact, Report, Severity, SourceMap, Style, phrase, portable, render};
use std::path::PathBuf;
use std::time::Duration;

/// What became of the document.
pub enum Became {
    /// It was written.
    Written,
    /// It is as it was.
    Unchanged,
    /// The one on disk was edited by hand and stays.
    Kept,
    /// Errors keep it from being set.
    Errors,
    /// Another command is writing there.
    Busy,
    /// The machine failed us.
    Failed(anyhow::Error),
}

/// A round, to be told.
pub struct Round {
    /// The problems.
    pub report: Report,
    /// The texts that they point into.
    pub sources: SourceMap,
    /// What became of the document.
    pub became: Became,
    /// Where its PDF stands, or would.
    pub pdf: Option<PathBuf>,
    /// Whether there is a preview to see it in.
    pub previewed: bool,
    /// How long it took since the change was noticed.
    pub took: Duration,
}

impl Round {
    /// How it went, in a line.
    pub fn line(&self) -> String {
        let pdf = self.pdf.as_ref().map(portable);
        let there = self.pdf.as_ref().is_some_and(|path| path.is_file());
        let name = pdf.map_or_else(|| phrase("the-document").into(), Fact::from);
        let line = match &self.became {
            Became::Written => phrase("round-written"),
            Became::Unchanged => phrase("round-unchanged"),
            Became::Kept if self.previewed => phrase("round-kept-previewed"),
            Became::Kept => phrase("round-kept"),
            Became::Errors => {
                let line = if there { phrase("round-errors") } else { phrase("round-never-set") };
                line.with("found", tell::summary(&self.report.sorted()))
            }
            Became::Busy => phrase("round-busy"),
            Became::Failed(error) => return tell::reason(error),
        };
        let took = self.took.as_millis().to_string();
        tell::words(&line.with("name", name).with("took", took))
    }

    /// The errors and warnings as plain text.
    pub fn problems(&self) -> String {
        let mut found = self.report.sorted();
        found.retain(|diagnostic| diagnostic.severity() != Severity::Todo);
        render(&found, &self.sources, Style::Plain, language())
    }
}
