//! Who is told how the work goes, while it goes on.

use crate::diagnostics::{Code, Diagnostic, Phrase, Report, SourceMap, portable};
use std::path::Path;

/// Is told of problems and of progress. The command line prints them; a library may pass them over.
pub trait Listener: Sync {
    /// Problems, with the texts that they point into.
    fn problems(&self, _report: &Report, _sources: &SourceMap) {}

    /// How many problems there are, once they keep everything from being written.
    fn summary(&self, _report: &Report) {}

    /// What happened, in words of the program.
    fn say(&self, _phrase: &Phrase) {}

    /// A text to show as it stands: a difference between two texts.
    fn show(&self, _text: &str) {}

    /// So many documents are about to be set; what is given back is called after each, from any
    /// thread.
    fn progress(&self, _count: usize) -> Box<dyn Fn() + Send + Sync> {
        Box::new(|| {})
    }
}

/// Passes everything over.
#[derive(Debug, Clone, Copy)]
pub struct Silent;

impl Listener for Silent {}

/// Tells that another run is writing in a folder.
pub fn busy(folder: &Path, listener: &dyn Listener) {
    let mut report = Report::default();
    report.push(Diagnostic::of_file(Code::Busy, portable(folder)));
    listener.problems(&report, &SourceMap::default());
}
