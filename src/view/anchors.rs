//! The anchors of headings that other parts of a document refer to.

use super::words;
use crate::markdown::anchor;
use crate::model::{Case, SourceKind};

/// The anchor in the annex of sources of the group that contains a source.
pub fn source_anchor(case: &Case, code: &str) -> String {
    let kind = case.source(code).map_or(SourceKind::Document, |s| s.kind);
    anchor(words::source_kind(kind).1)
}

/// The anchor of a finding's heading.
pub fn finding_anchor(id: &str) -> String {
    anchor(&format!("Bevinding {id}"))
}
