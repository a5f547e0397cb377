//! The embedded files, and the user's own files that take precedence over them.
//!
//! A folder's own `frameworks/` or `templates/` takes precedence over the embedded one, file by
//! file.

mod read;

pub use read::{MOST_BYTES, linked_out, outside, read, sha256_of_file};

use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The SHA-256 of some bytes, in hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

fn hexadecimal(hash: &[u8]) -> String {
    hash.iter().map(|b| format!("{b:02x}")).collect()
}

/// Computes the SHA-256 of many texts with a common beginning, which is hashed only once.
pub struct Sha256After(Sha256);

impl Sha256After {
    /// Hashes the common beginning.
    #[must_use]
    pub fn new(beginning: &[u8]) -> Self {
        Self(Sha256::new_with_prefix(beginning))
    }

    /// The hash of the beginning followed by these bytes, in hexadecimal.
    #[must_use]
    pub fn of(&self, bytes: &[u8]) -> String {
        hexadecimal(&self.0.clone().chain_update(bytes).finalize())
    }
}

#[derive(RustEmbed)]
#[folder = "frameworks/"]
#[prefix = "frameworks/"]
struct Frameworks;

#[derive(RustEmbed)]
#[folder = "templates/"]
#[prefix = "templates/"]
struct Templates;

/// The embedded files, with those of a working folder taking precedence.
#[derive(Debug, Clone)]
pub struct Assets {
    root: Option<PathBuf>,
}

impl Assets {
    /// The files of a working folder, which take precedence over the embedded ones.
    #[must_use]
    pub fn over(root: &Path) -> Self {
        Self { root: Some(root.to_owned()) }
    }

    /// Only the embedded files.
    #[must_use]
    pub fn embedded() -> Self {
        Self { root: None }
    }

    /// Whether the working folder has templates of its own, changed or not.
    #[must_use]
    pub fn has_own_templates(&self) -> bool {
        self.root.as_ref().is_some_and(|root| root.join("templates").exists())
    }

    /// The file at a path such as `frameworks/bibob.yaml`; `None` where a symbolic link or `..`
    /// leads out of its folder.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<Cow<'static, [u8]>> {
        if self.strays(path) {
            return None;
        }
        if let Some(root) = &self.root
            && let Ok(bytes) = read(&root.join(path))
        {
            return Some(Cow::Owned(bytes));
        }
        Frameworks::get(path).or_else(|| Templates::get(path)).map(|file| file.data)
    }

    /// Whether a path leads out of its folder, such as `templates/`, which may itself be a link.
    #[must_use]
    pub fn strays(&self, path: &str) -> bool {
        let (Some(root), Some((top, rest))) = (&self.root, path.split_once('/')) else {
            return false;
        };
        outside(&root.join(top), rest)
    }

    /// The SHA-256 of a file, or one over the names and the SHA-256 of all files under a prefix, in
    /// hexadecimal.
    #[must_use]
    pub fn digest(&self, prefix: &str) -> String {
        if let Some(hash) = self.hash(prefix) {
            return hash;
        }
        let line = |path: String| format!("{path} {}\n", self.hash(&path).unwrap_or_default());
        let all: String = self.list(prefix, "").into_iter().map(line).collect();
        sha256(all.as_bytes())
    }

    /// The SHA-256 of a file. That of an embedded one is known since the program was built.
    fn hash(&self, path: &str) -> Option<String> {
        if self.strays(path) {
            return None;
        }
        let own = self.root.as_ref().and_then(|root| read(&root.join(path)).ok());
        if let Some(bytes) = own {
            return Some(sha256(&bytes));
        }
        let embedded = Frameworks::get(path).or_else(|| Templates::get(path))?;
        Some(hexadecimal(&embedded.metadata.sha256_hash()))
    }

    /// The paths of all files that begin with `prefix` and end with `suffix`, sorted.
    #[must_use]
    pub fn list(&self, prefix: &str, suffix: &str) -> Vec<String> {
        let mut all: BTreeSet<String> =
            Frameworks::iter().chain(Templates::iter()).map(Cow::into_owned).collect();
        if let Some(root) = &self.root {
            let folder = prefix.trim_end_matches('/');
            own_files(&root.join(folder), folder, DEEPEST, &mut all);
        }
        all.into_iter().filter(|p| p.starts_with(prefix) && p.ends_with(suffix)).collect()
    }
}

/// Maximum depth of folders in which the user's own files are found: symbolic links may be
/// circular.
const DEEPEST: usize = 6;

/// Adds the paths of all files in a folder and its subfolders, written with `/`.
fn own_files(folder: &Path, shown: &str, deeper: usize, into: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let Some(name) = entry.file_name().to_str().map(|n| format!("{shown}/{n}")) else {
            continue;
        };
        if entry.path().is_dir() {
            if deeper > 0 {
                own_files(&entry.path(), &name, deeper - 1, into);
            }
        } else {
            into.insert(name);
        }
    }
}
