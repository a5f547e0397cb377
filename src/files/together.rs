//! Several files of the user's own, written together: all of them or none.

use super::{Folder, above, beside, held, replaceable, sync_folder, write_bytes};
use crate::diagnostics::portable;
use crate::privacy::Cleared;
use anyhow::{Context as _, Result};
use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A file that replaces the one of these bytes, or that is not there yet.
pub struct Replacing {
    /// The file as it will be.
    pub file: Cleared,
    /// Its bytes as they were read.
    pub old: Option<Vec<u8>>,
}

impl Replacing {
    /// Where the file itself is, also behind a link.
    fn place(&self) -> std::io::Result<PathBuf> {
        let path = self.file.path();
        if self.old.is_some() { path.canonicalize() } else { Ok(path.to_owned()) }
    }

    /// Whether the file on disk is still the one that was read.
    fn holds(&self, place: &Path) -> std::io::Result<bool> {
        match &self.old {
            Some(old) => Ok(fs::read(place)? == *old),
            None => Ok(place.symlink_metadata().is_err()),
        }
    }

    /// Makes the new file beside the old one, with its permissions.
    fn ready(&self, place: &Path) -> std::io::Result<NamedTempFile> {
        let new = beside(place, |new| new.write_all(self.file.bytes()))?;
        if self.old.is_some() {
            let permissions = fs::metadata(place)?.permissions();
            if permissions.readonly() {
                return Err(ErrorKind::PermissionDenied.into());
            }
            fs::set_permissions(new.path(), permissions)?;
        }
        Ok(new)
    }

    /// Puts back what was there before.
    fn undo(&self, place: &Path) {
        // There is nothing left to do where this fails too.
        let _ = match &self.old {
            Some(old) => write_bytes(place, old),
            None => fs::remove_file(place),
        };
    }
}

impl Folder {
    /// Replaces and adds files of the user's own, all of them or none: each is whole beside its
    /// place before the first one is renamed. `None` if one of them changed after it was read.
    ///
    /// # Errors
    /// If the file system refuses, or a file is read-only; all files are then as they were.
    pub fn write_all(&self, files: &[Replacing]) -> Result<Option<Vec<PathBuf>>> {
        let mut ready = Vec::new();
        for one in files {
            let shown = || portable(one.file.path());
            self.holds(one.file.path())?;
            let place = one.place().with_context(shown)?;
            if !one.holds(&place).with_context(shown)? {
                return Ok(None);
            }
            replaceable(&place)?;
            ready.push((one, one.ready(&place).with_context(shown)?, place));
        }
        let mut done: Vec<(&Replacing, PathBuf)> = Vec::new();
        for (one, new, place) in ready {
            let renamed = match one.old {
                Some(_) => new.persist(&place),
                None => new.persist_noclobber(&place),
            };
            if let Err(error) = renamed {
                done.iter().for_each(|(one, place)| one.undo(place));
                return Err(held(error.error, &place)).with_context(|| portable(one.file.path()));
            }
            done.push((one, place));
        }
        for (_, place) in &done {
            sync_folder(above(place)).with_context(|| portable(place))?;
        }
        Ok(Some(files.iter().map(|one| one.file.path().to_owned()).collect()))
    }
}
