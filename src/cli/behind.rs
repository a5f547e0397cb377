//! The case behind a document.

use crate::diagnostics::portable;
use std::path::{Component, Path, PathBuf};

/// The path of a case as its documents record it: from the working folder. `None` where no such
/// path leads to it, as from another drive.
pub fn recorded(case: &Path) -> Option<String> {
    let plain = |part: Component<'_>| matches!(part, Component::Normal(_));
    if case.components().all(plain) && case.components().next().is_some() {
        return Some(portable(case.components().collect::<PathBuf>()));
    }
    let whole = dunce::canonicalize(case).ok()?;
    let here = dunce::canonicalize(".").ok()?;
    let name = whole.file_name()?;
    let above = whole.parent()?;
    let shared = above.components().zip(here.components()).take_while(|(a, b)| a == b).count();
    // Nothing in common but another drive, or not even that.
    (shared > 0).then_some(())?;
    let up = here.components().skip(shared).map(|_| Component::ParentDir);
    let down = above.components().skip(shared);
    Some(portable(up.chain(down).collect::<PathBuf>().join(name)))
}
