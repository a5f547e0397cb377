//! The loader: reads cases and frameworks, and holds their texts, problems and known frameworks.

use crate::assets::Assets;
use crate::diagnostics::{Code, FileId, Report, SourceMap};
use crate::model::{Framework, Located, OwnText, Picture, Protected};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// Reads cases and frameworks; keeps the texts and the problems.
pub struct Loader {
    /// The texts of all files read so far.
    pub sources: SourceMap,
    pub report: Report,
    /// Every typed text with its position. Escapes are resolved in the value; the source at the
    /// position may contain them.
    pub texts: Vec<Located<String>>,
    /// The texts that the researchers of a case worded themselves.
    pub own: Vec<OwnText>,
    /// Everything that no message of this run may reveal: what all key files protect, including
    /// those of cases with errors.
    pub secrets: Protected,
    /// The bitmap images that the researchers of all cases checked.
    pub pictures: Vec<Picture>,
    /// Whether nothing is published: then a key file in another location is not an error.
    pub only_checks: bool,
    pub(super) assets: Assets,
    /// The frameworks read so far, shared with the cases that use them; `None` for an invalid one.
    pub(super) frameworks: BTreeMap<String, Option<Arc<Framework>>>,
    /// The ids of all available frameworks, computed on first use.
    pub(super) ids: OnceLock<Arc<[String]>>,
    /// Whether this loader may read frameworks, and whether it needed one that it may not read.
    pub(super) reads: Reads,
    pub(super) suppressed: Vec<Code>,
    /// Files with entries that were left out because they are not valid YAML.
    pub(super) partial: Vec<FileId>,
    /// The files that cases share, once each.
    pub(super) shared: Vec<FileId>,
}

/// The frameworks that a loader may read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reads {
    All,
    /// Only those that were read before, so that none is read, and its problems reported, twice.
    Known,
    /// A framework was requested that was not read before, so the work has to be done again.
    Missed,
}

impl Loader {
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
            suppressed: Vec::new(),
            partial: Vec::new(),
            shared: Vec::new(),
        }
    }
}

/// Borrows the shared state of reading and validation from a loader, leaving its other fields free.
macro_rules! cx {
    ($loader:ident) => {
        Context {
            sources: &$loader.sources,
            report: &mut $loader.report,
            suppressed: &mut $loader.suppressed,
            own: &mut $loader.own,
        }
    };
}
pub(super) use cx;
