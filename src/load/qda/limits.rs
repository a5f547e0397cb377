//! How much a case takes over from a project.

use super::plan::QdaPlan;
use super::taking::Taking;
use crate::assets::MOST_BYTES;
use crate::diagnostics::{Code, Diagnostic, portable};
use crate::load::loader::Loader;
use std::path::Path;

/// Maximum number of passages that a case takes over. A study of forty interviews has some two
/// thousand.
const MOST_PASSAGES: usize = 10_000;

impl Loader {
    /// Whether a case can have so many passages; if not, that is reported.
    pub(super) fn is_few(&mut self, taking: &Taking<'_>, passages: usize) -> bool {
        let is_few = passages <= MOST_PASSAGES;
        if !is_few {
            let diagnostic = Diagnostic::of_file(Code::QdaTooMany, taking.shown.clone());
            let diagnostic = diagnostic.with("problem", "passages");
            let diagnostic = diagnostic.with("count", passages.to_string());
            self.report.push(diagnostic.with("most", MOST_PASSAGES.to_string()));
        }
        is_few
    }

    /// Reports the files that would become larger than what can be read again.
    pub(super) fn check_sizes(&mut self, plan: &QdaPlan) {
        let old = plan.revisions.iter().map(|revision| (&revision.path, &revision.new));
        for (path, text) in old.chain(plan.new.iter().map(|(path, text)| (path, text))) {
            self.is_small(path, text.len());
        }
    }

    /// Whether a file of so many bytes can be read again; if not, that is reported.
    pub(super) fn is_small(&mut self, path: &Path, bytes: usize) -> bool {
        const MIB: u64 = 1024 * 1024;
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        let is_small = bytes < MOST_BYTES;
        if !is_small {
            let diagnostic = Diagnostic::of_file(Code::QdaTooMany, portable(path));
            let diagnostic = diagnostic.with("problem", "bytes");
            let diagnostic = diagnostic.with("count", (bytes / MIB + 1).to_string());
            self.report.push(diagnostic.with("most", (MOST_BYTES / MIB).to_string()));
        }
        is_small
    }
}
