//! What became of one round, and the words for it.

use crate::cli::tell;
use crate::diagnostics::{Report, Severity, SourceMap, Style, render};
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
        let pdf = self.pdf.as_ref().map(|path| path.display().to_string());
        let there = self.pdf.as_ref().is_some_and(|path| path.is_file());
        let name = pdf.unwrap_or_else(|| "het document".to_owned());
        let took = self.took.as_millis();
        match &self.became {
            Became::Written => format!("{name} gezet in {took} ms"),
            Became::Unchanged => format!("{name} blijft gelijk; nagekeken in {took} ms"),
            Became::Kept => {
                let new = match self.previewed {
                    true => "de nieuwe versie staat in het voorbeeld",
                    false => "er is niets geschreven",
                };
                format!("{name} en de bewerkte tekst blijven zoals ze zijn; {new}")
            }
            Became::Errors => {
                let found = tell::summary(&self.report.sorted());
                let kept = if there { "blijft zoals zij was" } else { "is nog niet gezet" };
                format!("{found}; {name} {kept}; nagekeken in {took} ms")
            }
            Became::Busy => format!("{name} is niet geschreven: een andere opdracht schrijft daar"),
            Became::Failed(error) => tell::reason(error),
        }
    }

    /// The errors and warnings as plain text.
    pub fn problems(&self) -> String {
        let mut found = self.report.sorted();
        found.retain(|diagnostic| diagnostic.severity() != Severity::Todo);
        render(&found, &self.sources, Style::Plain)
    }
}
