//! Holds documents until all of a call are ready: texts until they are typeset, files until all may
//! be written. One document is kept in memory; several would not fit there and are kept on disk.

use super::outgoing::{Cleared, Outgoing};
use super::private_folder::PrivateFolder;
use crate::diagnostics::portable;
use anyhow::{Context as _, Result};
use std::fs::File;
use std::io::{BufWriter, ErrorKind, Read, Seek as _, SeekFrom, Write};
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

/// A file in the store that was not searched yet.
pub struct Unsearched(StoredFile);

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

    /// A file for internal use, as [`Cleared::internal`]; else its path.
    ///
    /// # Errors
    /// The path, if it is outside the private folder.
    pub fn internal(file: Unsearched, proof: &PrivateFolder) -> Result<Self, PathBuf> {
        if proof.covers(&file.0.path) { Ok(file.0) } else { Err(file.0.path) }
    }
}

impl Unsearched {
    /// The file that it is after a search that found nothing.
    pub(super) fn cleared(self) -> StoredFile {
        self.0
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

    /// Stores a file that is to be searched.
    ///
    /// # Errors
    /// If the file system refuses.
    pub fn hold(&self, file: Outgoing) -> Result<Unsearched> {
        let Outgoing { path, bytes } = file;
        let bytes = self.put(bytes).with_context(|| portable(&path))?;
        Ok(Unsearched(StoredFile { path, bytes }))
    }

    /// The same for a file that is written piece by piece, so that it is never in memory whole where
    /// the store is on disk.
    ///
    /// # Errors
    /// If the file system refuses, or writing fails.
    pub fn hold_written(
        &self,
        path: PathBuf,
        write: impl FnOnce(&mut dyn Write) -> Result<()>,
    ) -> Result<Unsearched> {
        let Some(file) = &self.file else {
            let mut bytes = Vec::new();
            write(&mut bytes)?;
            return self.hold(Outgoing { path, bytes });
        };
        let mut file = file.lock().map_err(|_| std::io::Error::from(ErrorKind::Other))?;
        let start = file.seek(SeekFrom::End(0))?;
        let mut out = BufWriter::new(&mut *file);
        write(&mut out)?;
        out.flush().with_context(|| portable(&path))?;
        drop(out);
        let length = usize::try_from(file.stream_position()? - start)?;
        Ok(Unsearched(StoredFile { path, bytes: Stored(Bytes::Disk { start, length }) }))
    }

    /// Reads a file back to search it.
    ///
    /// # Errors
    /// If the file system refuses.
    pub(super) fn to_search(&self, file: &Unsearched) -> Result<Outgoing> {
        let Cleared { path, bytes } = self.back(&file.0)?;
        Ok(Outgoing { path, bytes })
    }

    /// Reads a cleared file back.
    ///
    /// # Errors
    /// If the file system refuses.
    pub fn back(&self, stored: &StoredFile) -> Result<Cleared> {
        let bytes = self.take(&stored.bytes).with_context(|| portable(&stored.path))?;
        Ok(Cleared { path: stored.path.clone(), bytes })
    }

    /// Copies a cleared file to where it is written.
    ///
    /// # Errors
    /// If the file system refuses.
    pub fn copy(&self, stored: &StoredFile, out: &mut impl Write) -> std::io::Result<()> {
        match (&stored.bytes.0, &self.file) {
            (Bytes::Memory(bytes), _) => out.write_all(bytes),
            (Bytes::Disk { .. }, None) => Err(ErrorKind::NotFound.into()),
            (Bytes::Disk { start, length }, Some(file)) => {
                let mut file = file.lock().map_err(|_| ErrorKind::Other)?;
                file.seek(SeekFrom::Start(*start))?;
                let length = u64::try_from(*length).unwrap_or(u64::MAX);
                std::io::copy(&mut Read::by_ref(&mut *file).take(length), out)?;
                Ok(())
            }
        }
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
            let held = store.hold(Outgoing { path: path.clone(), bytes: b"twee".to_vec() })?;
            let pieces = |out: &mut dyn Write| Ok(out.write_all(b"drie")?);
            let written = store.hold_written(path.clone(), pieces)?;
            assert_eq!(store.take(&one)?, b"een");
            assert!(store.take(&none)?.is_empty());
            for (held, bytes) in [(held, b"twee"), (written, b"drie")] {
                let stored = held.cleared();
                let (back, mut copy) = (store.back(&stored)?, Vec::new());
                store.copy(&stored, &mut copy)?;
                assert_eq!((back.path(), back.bytes()), (path.as_path(), bytes.as_slice()));
                assert_eq!(copy, bytes);
            }
            assert_eq!(std::fs::read_dir(folder.path())?.count(), 0);
        }
        Ok(())
    }
}
