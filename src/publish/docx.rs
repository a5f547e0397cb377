//! A Word file.

use super::Manuscript;
use crate::assets::Assets;
use crate::diagnostics::{Report, SourceMap};

/// A Word file of a document.
pub fn docx(
    _manuscript: &Manuscript,
    _assets: &Assets,
    _sources: &mut SourceMap,
    _report: &mut Report,
) -> Option<Vec<u8>> {
    None
}
