//! Files before and after their search.

use super::private_folder::PrivateFolder;
use std::path::{Path, PathBuf};

/// A file to be written, not searched yet.
pub struct Outgoing {
    pub path: PathBuf,
    pub bytes: Vec<u8>,
}

impl Outgoing {
    /// A file of this name in a folder.
    #[must_use]
    pub fn new(folder: &Path, name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: folder.join(name), bytes: bytes.into() }
    }
}

/// A file that may be written. Only this room constructs it, after a search.
pub struct Cleared {
    pub(super) path: PathBuf,
    pub(super) bytes: Vec<u8>,
}

impl Cleared {
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// A file for internal use. It may contain names, because it stays in a private folder. `None`
    /// if its path is outside that folder.
    #[must_use]
    pub fn internal(file: Outgoing, proof: &PrivateFolder) -> Option<Self> {
        proof.covers(&file.path).then_some(Self { path: file.path, bytes: file.bytes })
    }
}
