//! Whether a folder stays on the researchers' own machine: outside any repository, or ignored by
//! git. Only there may a file stand that names the people behind the codes.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Proof that a folder is no part of what git keeps.
#[derive(Debug, Clone, Copy)]
pub struct Secluded(());

/// Why a folder will not do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exposed {
    /// Git would keep what stands in it.
    Kept,
    /// Git could not be asked; why.
    Unknown(String),
}

/// Asks git whether a folder is ignored. A folder outside every repository is fine without git. The
/// folder need not be there yet.
///
/// # Errors
/// Where git would keep what stands in the folder, or cannot be asked.
pub fn secluded(folder: &Path) -> Result<Secluded, Exposed> {
    let absolute = std::path::absolute(folder).map_err(|e| Exposed::Unknown(e.to_string()))?;
    let (base, rest) = existing(&absolute);
    // Links are followed: what counts is where the file comes to lie.
    // Git does not read the long form that Windows gives a path.
    let base = dunce::canonicalize(base).map_err(|e| Exposed::Unknown(e.to_string()))?;
    if !base.ancestors().any(|above| above.join(".git").exists()) {
        return Ok(Secluded(()));
    }
    // A folder that is not there yet is told from a file by the slash at its end.
    let whole = if rest.as_os_str().is_empty() { base.clone() } else { base.join(rest) };
    let mut asked = whole.into_os_string();
    asked.push("/");
    let mut command = Command::new("git");
    // What the surroundings say of another repository does not count here.
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR"] {
        command.env_remove(name);
    }
    let done = command
        .arg("-C")
        .arg(&base)
        .args(["check-ignore", "--quiet", "--"])
        .arg(&asked)
        .stdin(Stdio::null())
        .output()
        .map_err(|e| Exposed::Unknown(e.to_string()))?;
    match done.status.code() {
        Some(0) => Ok(Secluded(())),
        Some(1) => Err(Exposed::Kept),
        _ => {
            let said = String::from_utf8_lossy(&done.stderr);
            Err(Exposed::Unknown(said.lines().next().unwrap_or("git").to_owned()))
        }
    }
}

/// The part of a path that is there, and the rest.
fn existing(path: &Path) -> (&Path, PathBuf) {
    let there = path.ancestors().find(|p| p.exists()).unwrap_or(path);
    (there, path.strip_prefix(there).map(Path::to_owned).unwrap_or_default())
}
