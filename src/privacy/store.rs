//! Holds documents until all of a call are ready: texts until they are typeset, files until all may
//! be written. One document is kept in memory; several would not fit there and are kept on disk.

use super::clearing::Cleared;
use crate::diagnostics::portable;
use anyhow::{Context as _, Result};
use std::fs::File;
use std::io::{ErrorKind, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// Memory, or one anonymous temporary file, which disappears when the process ends for any reason.
pub struct Store {
    file: Option<Mutex<File>>,
}

/// Stored data.
pub struct Stored(Bytes);

enum Bytes {
    Memory(Vec<u8>),
    Disk { start: u64, length: usize },
}

/// A cleared file in the store.
pub struct StoredFile {
    path: PathBuf,
    bytes: Stored,
}

impl StoredFile {
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Store {
    /// A store for this number of documents. On disk, it uses the disk of `folder`, which need not
    /// exist yet: the documents must fit there anyway.
    ///
    /// # Errors
    /// If the file system refuses.
    pub fn of(documents: usize, folder: &Path) -> Result<Self> {
        if documents < 2 {
            return Ok(Self { file: None });
        }
        let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
        let there = whole.ancestors().find(|path| path.is_dir()).unwrap_or(Path::new("."));
        let file = tempfile::tempfile_in(there).with_context(|| portable(there))?;
        Ok(Self { file: Some(Mutex::new(file)) })
    }

    /// Stores cleared files.
    ///
    /// # Errors
    /// If the file system refuses.
    pub fn keep(&self, files: Vec<Cleared>) -> Result<Vec<StoredFile>> {
        let keep = |file: Cleared| {
            let Cleared { path, bytes } = file;
            let bytes = self.put(bytes).with_context(|| portable(&path))?;
            Ok(StoredFile { path, bytes })
        };
        files.into_iter().map(keep).collect()
    }

    /// Reads a cleared file back.
    ///
    /// # Errors
    /// If the file system refuses.
    pub fn back(&self, stored: &StoredFile) -> Result<Cleared> {
        let bytes = self.take(&stored.bytes).with_context(|| portable(&stored.path))?;
        Ok(Cleared { path: stored.path.clone(), bytes })
    }

    /// Stores data that is not a finished file. No other process can read it.
    ///
    /// # Errors
    /// If the file system refuses.
    pub fn put(&self, bytes: Vec<u8>) -> std::io::Result<Stored> {
        let Some(file) = &self.file else { return Ok(Stored(Bytes::Memory(bytes))) };
        let mut file = file.lock().map_err(|_| ErrorKind::Other)?;
        let start = file.seek(SeekFrom::End(0))?;
        file.write_all(&bytes)?;
        Ok(Stored(Bytes::Disk { start, length: bytes.len() }))
    }

    /// Reads stored data back.
    ///
    /// # Errors
    /// If the file system refuses.
    pub fn take(&self, stored: &Stored) -> std::io::Result<Vec<u8>> {
        match (&stored.0, &self.file) {
            (Bytes::Memory(bytes), _) => Ok(bytes.clone()),
            (Bytes::Disk { .. }, None) => Err(ErrorKind::NotFound.into()),
            (Bytes::Disk { start, length }, Some(file)) => {
                let mut bytes = vec![0; *length];
                let mut file = file.lock().map_err(|_| ErrorKind::Other)?;
                file.seek(SeekFrom::Start(*start))?;
                file.read_exact(&mut bytes)?;
                Ok(bytes)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_away_comes_back_and_leaves_no_file() -> Result<()> {
        for documents in [1, 2] {
            let folder = tempfile::tempdir()?;
            let store = Store::of(documents, &folder.path().join("a/b"))?;
            let (one, none) = (store.put(b"een".to_vec())?, store.put(Vec::new())?);
            let path = folder.path().join("c.md");
            let kept = store.keep(vec![Cleared { path: path.clone(), bytes: b"twee".to_vec() }])?;
            assert_eq!(store.take(&one)?, b"een");
            assert!(store.take(&none)?.is_empty());
            let back = kept.iter().map(|kept| store.back(kept)).collect::<Result<Vec<_>>>()?;
            let back: Vec<_> = back.iter().map(|file| (file.path(), file.bytes())).collect();
            assert_eq!(back, [(path.as_path(), b"twee".as_slice())]);
            assert_eq!(std::fs::read_dir(folder.path())?.count(), 0);
        }
        Ok(())
    }
}
