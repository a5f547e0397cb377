//! Formats paths for output.

use std::path::Path;

/// A path with `/` as separator on every system, so that messages, documents and generated files
/// are equal everywhere. Windows accepts such a path too.
#[must_use]
pub fn portable(path: impl AsRef<Path>) -> String {
    let shown = path.as_ref().display().to_string();
    if std::path::MAIN_SEPARATOR == '\\' { shown.replace('\\', "/") } else { shown }
}
