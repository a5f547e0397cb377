//! The sources of a document's images.

use std::collections::BTreeMap;
use std::path::Path;

/// Where to look for the images of a document.
#[derive(Debug, Clone, Copy)]
pub struct ImageSources<'a> {
    /// Figures drawn in this run, as SVG, by the path that the document uses for them.
    pub figures: &'a BTreeMap<String, String>,
    /// The folder of the document, for all other images.
    pub folder: &'a Path,
}
