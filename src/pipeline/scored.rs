//! A case with its outcome, and what its documents need to know of it.

use crate::model::{Case, Framework, Scorecard};
use crate::privacy::Guard;
use std::collections::BTreeSet;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

/// A case with its scorecard.
pub struct Scored {
    /// The case.
    pub case: Case,
    /// Its outcome.
    pub scorecard: Scorecard,
    /// How many warnings about its reasoning it accepts.
    pub accepted: usize,
    /// The folders whose texts come into its documents.
    pub folders: Vec<String>,
    /// Its folder, as its documents record it.
    pub recorded: Option<String>,
    /// The files that were read for it alone.
    pub read: BTreeSet<PathBuf>,
    /// Where the texts that were typed for it stand among those of all cases.
    pub texts: Range<usize>,
}

impl Scored {
    /// The files that were read for its outcome: its own, and its frameworks.
    pub fn inputs(&self) -> BTreeSet<PathBuf> {
        let path = |f: &Arc<Framework>| PathBuf::from(format!("frameworks/{}.yaml", f.id));
        let frameworks = self.case.frameworks.iter().map(path).filter(|path| path.is_file());
        self.read.iter().cloned().chain(frameworks).collect()
    }

    /// What its documents may not tell.
    pub fn guard(&self) -> Guard {
        Guard::of_case(&self.case)
    }

    /// SHA-256 of the images of pixels that its researchers looked at.
    pub fn seen(&self) -> Vec<String> {
        self.case.pictures.iter().map(|picture| picture.sha256.clone()).collect()
    }
}
