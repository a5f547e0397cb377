//! Where the images of a document come from.

use std::collections::BTreeMap;
use std::path::Path;

/// Where the images of a document are found.
#[derive(Debug, Clone, Copy)]
pub struct ImageSources<'a> {
    /// Figures that were just drawn, by the path under which the document names them.
    pub figures: &'a BTreeMap<String, String>,
    /// The folder of the document, for all other images.
    pub folder: &'a Path,
}
