//! Where things stand in a document: the anchors of headings that others refer to.

use super::words;
use crate::markdown::anchor;
use crate::model::{Case, SourceKind};

/// The anchor of the annex of sources where a source of this code stands.
pub fn source_anchor(case: &Case, code: &str) -> String {
    let kind = case.source(code).map_or(SourceKind::Document, |s| s.kind);
    anchor(words::source_kind(kind).1)
}

/// The anchor of a finding's heading.
pub fn finding_anchor(id: &str) -> String {
    anchor(&format!("Bevinding {id}"))
}
