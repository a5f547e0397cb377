//! Paths as they are printed.

use std::path::Path;

/// A path with `/` between its parts, on every system: so messages, documents and files for other
/// programs are the same everywhere. Windows reads such a path too.
#[must_use]
pub fn portable(path: impl AsRef<Path>) -> String {
    let shown = path.as_ref().display().to_string();
    if std::path::MAIN_SEPARATOR == '\\' { shown.replace('\\', "/") } else { shown }
}
