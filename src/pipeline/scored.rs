//! A scored case, and the data that its documents need.

use crate::model::{Case, Framework, Scorecard};
use crate::privacy::Guard;
use std::collections::BTreeSet;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

/// A case, its scorecard, and where its texts came from.
pub struct Scored {
    /// The case as read.
    pub case: Case,
    /// The scorecard of the case.
    pub scorecard: Scorecard,
    /// Number of warnings about its reasoning that it accepts.
    pub accepted: usize,
    /// Path prefixes of the files whose texts are in its documents.
    pub folders: Vec<String>,
    /// Its folder, relative to the working folder, as its documents record it.
    pub recorded: Option<String>,
    /// The files that were read for this case only.
    pub read: BTreeSet<PathBuf>,
    /// The range of its texts among the typed texts of all cases.
    pub texts: Range<usize>,
}

impl Scored {
    /// All input files of its scorecard: its own, and its frameworks.
    pub fn inputs(&self) -> BTreeSet<PathBuf> {
        let path = |f: &Arc<Framework>| PathBuf::from(format!("frameworks/{}.yaml", f.id));
        let frameworks = self.case.frameworks.iter().map(path).filter(|path| path.is_file());
        self.read.iter().cloned().chain(frameworks).collect()
    }

    /// A guard for its protected names.
    pub fn guard(&self) -> Guard {
        Guard::of_case(&self.case)
    }

    /// SHA-256 of the raster images that its researchers have checked.
    pub fn seen(&self) -> Vec<String> {
        self.case.pictures.iter().map(|picture| picture.sha256.clone()).collect()
    }
}
