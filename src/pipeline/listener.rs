//! The interface for problems and progress while the work is in progress.

use crate::diagnostics::{Code, Diagnostic, Phrase, Report, SourceMap, portable};
use std::path::Path;

/// Receives problems and progress. The command line prints them; a library may ignore them.
pub trait Listener: Sync {
    /// Receives problems, with the texts that they point into.
    fn problems(&self, _report: &Report, _sources: &SourceMap) {}

    /// Receives problems of which each must be seen, also those that other commands only count.
    fn every_problem(&self, report: &Report, sources: &SourceMap) {
        self.problems(report, sources);
    }

    /// Receives all problems when they prevent writing, to print their number.
    fn summary(&self, _report: &Report) {}

    /// Receives a message from the catalogue.
    fn say(&self, _phrase: &Phrase) {}

    /// Receives a text to show literally: a diff of two texts.
    fn show(&self, _text: &str) {}

    /// Begins typesetting of `count` documents. The returned function is called after each, from
    /// any thread.
    fn progress(&self, _count: usize) -> Box<dyn Fn() + Send + Sync> {
        Box::new(|| {})
    }
}

/// A listener that ignores everything.
#[derive(Debug, Clone, Copy)]
pub struct Silent;

impl Listener for Silent {}

/// Reports that another run is writing in a folder.
pub fn busy(folder: &Path, listener: &dyn Listener) {
    let mut report = Report::default();
    report.push(Diagnostic::of_file(Code::Busy, portable(folder)));
    listener.problems(&report, &SourceMap::default());
}
