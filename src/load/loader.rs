//! What reads cases and frameworks: the texts and problems so far, and the frameworks that are known.

use crate::assets::Assets;
use crate::diagnostics::{Code, FileId, Report, SourceMap};
use crate::model::{Framework, Located, OwnText, Picture, Protected};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// Reads cases and frameworks; keeps the texts and the problems.
pub struct Loader {
    /// The texts of all files that were read.
    pub sources: SourceMap,
    /// The problems found so far.
    pub report: Report,
    /// Every text that was typed, with its place: what it means, where its place may hold escapes.
    pub texts: Vec<Located<String>>,
    /// Those that the researchers of a case worded themselves.
    pub own: Vec<OwnText>,
    /// What no message of this run may tell: what all key files protect, also those of cases in
    /// error.
    pub secrets: Protected,
    /// The images of pixels that the researchers of all cases looked at.
    pub pictures: Vec<Picture>,
    /// Whether nothing is published: then a key file that is elsewhere stops nothing.
    pub only_checks: bool,
    pub(super) assets: Assets,
    /// The frameworks that were read, shared with the cases that use them.
    pub(super) frameworks: BTreeMap<String, Option<Arc<Framework>>>,
    /// The ids of all that there are, once asked for.
    pub(super) ids: OnceLock<Arc<[String]>>,
    /// What became of a framework that was not read yet, where this loader may not read one.
    pub(super) reads: Reads,
    pub(super) silent: Vec<Code>,
    /// Files of which entries were left out for being no YAML.
    pub(super) partial: Vec<FileId>,
}

/// Which frameworks a loader may read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reads {
    /// Any.
    All,
    /// Only those that were read before, so that none is read, and its problems told, twice.
    Known,
    /// A framework was asked for that was not read before, so the work has to be done again.
    Missed,
}

impl Loader {
    /// A loader that takes frameworks from these files.
    #[must_use]
    pub fn new(assets: Assets) -> Self {
        Self {
            sources: SourceMap::default(),
            report: Report::default(),
            texts: Vec::new(),
            own: Vec::new(),
            secrets: Protected::default(),
            pictures: Vec::new(),
            only_checks: false,
            assets,
            frameworks: BTreeMap::new(),
            ids: OnceLock::new(),
            reads: Reads::All,
            silent: Vec::new(),
            partial: Vec::new(),
        }
    }
}

/// What reading and validating share, out of a loader whose other fields stay free.
macro_rules! cx {
    ($loader:ident) => {
        Context {
            sources: &$loader.sources,
            report: &mut $loader.report,
            silent: &mut $loader.silent,
            own: &mut $loader.own,
        }
    };
}
pub(super) use cx;
