//! One accessible HTML file.

use super::Manuscript;
use crate::assets::Assets;
use crate::diagnostics::{Report, SourceMap};

/// One accessible HTML file of a document.
pub fn html(
    _manuscript: &Manuscript,
    _assets: &Assets,
    _sources: &mut SourceMap,
    _report: &mut Report,
) -> Option<Vec<u8>> {
    None
}
