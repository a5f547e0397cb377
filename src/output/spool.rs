//! Where files that passed the gate wait until all of a call have, outside memory.

use super::gate::Cleared;
use anyhow::{Context as _, Result, anyhow};
use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// One temporary file without a name, which goes with the process, however that ends.
pub struct Spool {
    file: Mutex<File>,
}

/// A file that waits there.
pub struct Kept {
    path: PathBuf,
    start: u64,
    length: usize,
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
        let file = tempfile::tempfile_in(there).with_context(|| there.display().to_string())?;
        Ok(Self { file: Mutex::new(file) })
    }

    /// Puts files away.
    ///
    /// # Errors
    /// Where the machine does not let us.
    pub fn keep(&self, files: Vec<Cleared>) -> Result<Vec<Kept>> {
        files.into_iter().map(|file| self.keep_one(&file)).collect()
    }

    fn keep_one(&self, cleared: &Cleared) -> Result<Kept> {
        let path = cleared.path().to_owned();
        let bytes = cleared.bytes();
        let put = || -> std::io::Result<u64> {
            let mut file = self.file.lock().map_err(|_| std::io::ErrorKind::Other)?;
            let start = file.seek(SeekFrom::End(0))?;
            file.write_all(bytes)?;
            Ok(start)
        };
        let start = put().with_context(|| path.display().to_string())?;
        Ok(Kept { path, start, length: bytes.len() })
    }

    /// A file as it was put away.
    ///
    /// # Errors
    /// Where the machine does not let us.
    pub fn take(&self, kept: &Kept) -> Result<Cleared> {
        let mut file = self.file.lock().map_err(|_| anyhow!("{}", kept.path.display()))?;
        let mut bytes = vec![0; kept.length];
        let read = file.seek(SeekFrom::Start(kept.start)).and_then(|_| file.read_exact(&mut bytes));
        read.with_context(|| kept.path.display().to_string())?;
        Ok(Cleared::again(kept.path.clone(), bytes))
    }
}
