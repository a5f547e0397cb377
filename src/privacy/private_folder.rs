//! Checks that a folder stays on the researchers' own machine: outside any repository, or ignored
//! by git. Only there may a file contain the names of the people behind the codes.

use crate::diagnostics::{Fact, cause, library_says, phrase};
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Stdio};

/// Proof that git does not track a folder: its path with all links resolved.
#[derive(Debug, Clone)]
pub struct PrivateFolder(PathBuf);

impl PrivateFolder {
    /// Whether a file would be inside this folder, with all links resolved.
    #[must_use]
    pub fn covers(&self, file: &Path) -> bool {
        whole(file).is_ok_and(|file| file.starts_with(&self.0) && file != self.0)
    }
}

/// A path with all links resolved, also if its last parts do not exist yet.
fn whole(path: &Path) -> std::io::Result<PathBuf> {
    let absolute = std::path::absolute(path)?;
    let (base, rest) = existing(&absolute);
    // Parts that do not exist cannot be links, but `..` among them could lead out of the folder.
    if rest.components().any(|part| !matches!(part, Component::Normal(_))) {
        return Err(std::io::ErrorKind::InvalidInput.into());
    }
    // Git does not accept the verbatim (`\\?\`) form of Windows paths.
    let base = dunce::canonicalize(base)?;
    // Joined to nothing, the path of a file would end like that of a folder.
    Ok(if rest.as_os_str().is_empty() { base } else { base.join(rest) })
}

/// Why a folder is not private.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotPrivate {
    /// Git would track its files.
    Kept,
    /// Git could not be run or did not answer; with the reason.
    Unknown(Fact),
}

/// Asks git whether a folder is ignored. A folder outside every repository needs no git. The folder
/// need not exist yet.
///
/// # Errors
/// If git would track the files of the folder, or cannot be asked.
pub fn private_folder(folder: &Path) -> Result<PrivateFolder, NotPrivate> {
    // A trailing slash tells git that a path that does not exist yet is a folder.
    ignored(folder, "/").map(PrivateFolder)
}

/// Asks git whether a file is ignored, as [`private_folder`] does for a folder.
///
/// # Errors
/// If git would track the file, or cannot be asked.
pub fn private_file(file: &Path) -> Result<(), NotPrivate> {
    ignored(file, "").map(|_| ())
}

/// Asks git whether a path is ignored, and gives it with all links resolved. `end` stands behind it.
fn ignored(path: &Path, end: &str) -> Result<PathBuf, NotPrivate> {
    // Links are resolved: the actual location of the file counts.
    let whole = whole(path).map_err(|e| NotPrivate::Unknown(cause(&e)))?;
    if !whole.ancestors().any(|above| above.join(".git").exists()) {
        return Ok(whole);
    }
    // Git begins in a folder that is there.
    let (base, _) = existing(whole.parent().unwrap_or(&whole));
    let mut asked = whole.clone().into_os_string();
    asked.push(end);
    let mut command = Command::new("git");
    // Variables of the environment that point at another repository must not count.
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR"] {
        command.env_remove(name);
    }
    let done = command
        .arg("-C")
        .arg(base)
        .args(["check-ignore", "--quiet", "--"])
        .arg(&asked)
        .stdin(Stdio::null())
        .output()
        .map_err(|e| NotPrivate::Unknown(no_git(&e)))?;
    match done.status.code() {
        Some(0) => Ok(whole),
        Some(1) => Err(NotPrivate::Kept),
        _ => Err(NotPrivate::Unknown(of_git(&String::from_utf8_lossy(&done.stderr)))),
    }
}

fn no_git(error: &std::io::Error) -> Fact {
    match error.kind() {
        std::io::ErrorKind::NotFound => phrase("git-missing").into(),
        _ => cause(error),
    }
}

/// The reason why git failed.
fn of_git(said: &str) -> Fact {
    if said.contains("dubious ownership") {
        return phrase("git-other-owner").into();
    }
    library_says(phrase("git-refuses"), "git", said.lines().next().unwrap_or_default())
}

/// Splits a path into the part that exists and the rest.
fn existing(path: &Path) -> (&Path, PathBuf) {
    // A dangling link exists too: a file written through it would be created elsewhere.
    let there = path.ancestors().find(|p| p.symlink_metadata().is_ok()).unwrap_or(path);
    (there, path.strip_prefix(there).map(Path::to_owned).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::{Language, said};

    #[test]
    fn why_git_is_silent_is_told_in_words_of_the_program() {
        let message =
            |fact: Fact| said(&phrase("machine-failed").with("reason", fact), Language::Dutch);
        let owner = "fatal: detected dubious ownership in repository at 'P:/onderzoek'\nTo add an";
        assert_eq!(
            [message(of_git(owner)), message(of_git("fatal: not a git repository"))],
            [
                "fout: de computer liet dit niet toe: git vertrouwt deze map niet, omdat zij van een \
                 andere gebruiker is",
                "fout: de computer liet dit niet toe: git geeft geen antwoord (melding van git: \
                 fatal: not a git repository)",
            ]
        );
        assert_eq!(no_git(&std::io::ErrorKind::NotFound.into()), phrase("git-missing").into());
    }

    #[cfg(unix)]
    #[test]
    fn a_proof_is_of_the_folder_that_was_asked_about_and_of_no_other() -> std::io::Result<()> {
        let (own, other) = (tempfile::tempdir()?, tempfile::tempdir()?);
        let Ok(proof) = private_folder(&own.path().join("uit")) else {
            return Err(std::io::ErrorKind::Other.into());
        };
        assert!(proof.covers(&own.path().join("uit/x/nota.md")));
        for file in ["nota.md", "uit", "uit/../nota.md", "uit2/nota.md"] {
            assert!(!proof.covers(&own.path().join(file)), "{file}");
        }
        // A link in the folder leads out of it.
        std::fs::create_dir(own.path().join("uit"))?;
        std::os::unix::fs::symlink(other.path(), own.path().join("uit/weg"))?;
        std::os::unix::fs::symlink("nergens", own.path().join("uit/dood"))?;
        assert!(!proof.covers(&own.path().join("uit/weg/nota.md")));
        assert!(!proof.covers(&own.path().join("uit/dood/nota.md")));
        Ok(())
    }
}
