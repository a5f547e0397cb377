//! Where documents wait outside memory: texts until they are set, files until all of a call have
//! passed the gate.

use super::gate::Cleared;
use crate::diagnostics::portable;
use anyhow::{Context as _, Result};
use std::fs::File;
use std::io::{ErrorKind, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// One temporary file without a name, which goes with the process, however that ends.
pub struct Spool {
    file: Mutex<File>,
}

/// Where a text waits.
pub struct Place {
    start: u64,
    length: usize,
}

/// A file that passed the gate and waits.
pub struct Kept {
    path: PathBuf,
    place: Place,
}

impl Kept {
    /// Where it is to be written.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Spool {
    /// A spool on the disk on which `folder` is or will be: what waits there must fit there anyway.
    ///
    /// # Errors
    /// Where the machine does not let us.
    pub fn beside(folder: &Path) -> Result<Self> {
        let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
        let there = whole.ancestors().find(|path| path.is_dir()).unwrap_or(Path::new("."));
        let file = tempfile::tempfile_in(there).with_context(|| portable(there))?;
        Ok(Self { file: Mutex::new(file) })
    }

    /// Puts away files that passed.
    ///
    /// # Errors
    /// Where the machine does not let us.
    pub fn keep(&self, files: Vec<Cleared>) -> Result<Vec<Kept>> {
        let keep = |file: Cleared| {
            let place = self.put(file.bytes());
            let place = place.with_context(|| portable(file.path()))?;
            Ok(Kept { path: file.path().to_owned(), place })
        };
        files.into_iter().map(keep).collect()
    }

    /// A file as it passed.
    ///
    /// # Errors
    /// Where the machine does not let us.
    pub fn back(&self, kept: &Kept) -> Result<Cleared> {
        let bytes = self.take(&kept.place).with_context(|| portable(&kept.path))?;
        Ok(Cleared::again(kept.path.clone(), bytes))
    }

    /// Puts away what still has to be worked on. It is no file yet, and nobody else can read it.
    ///
    /// # Errors
    /// Where the machine does not let us.
    pub fn put(&self, bytes: &[u8]) -> std::io::Result<Place> {
        let mut file = self.file.lock().map_err(|_| ErrorKind::Other)?;
        let start = file.seek(SeekFrom::End(0))?;
        file.write_all(bytes)?;
        Ok(Place { start, length: bytes.len() })
    }

    /// What was put away.
    ///
    /// # Errors
    /// Where the machine does not let us.
    pub fn take(&self, place: &Place) -> std::io::Result<Vec<u8>> {
        let mut bytes = vec![0; place.length];
        let mut file = self.file.lock().map_err(|_| ErrorKind::Other)?;
        file.seek(SeekFrom::Start(place.start))?;
        file.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_away_comes_back_and_leaves_no_file() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let spool = Spool::beside(&folder.path().join("a/b"))?;
        let (one, none) = (spool.put(b"een")?, spool.put(b"")?);
        let file = Cleared::again(folder.path().join("c.md"), b"twee".to_vec());
        let kept = spool.keep(vec![file])?;
        assert_eq!(spool.take(&one)?, b"een");
        assert!(spool.take(&none)?.is_empty());
        let back = kept.iter().map(|kept| spool.back(kept)).collect::<Result<Vec<_>>>()?;
        let back: Vec<_> = back.iter().map(|file| (file.path(), file.bytes())).collect();
        assert_eq!(back, [(folder.path().join("c.md").as_path(), b"twee".as_slice())]);
        assert_eq!(std::fs::read_dir(folder.path())?.count(), 0);
        Ok(())
    }
}
