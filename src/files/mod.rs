//! The only module that writes files: under a lock, atomically, never over a user's edits, and only
//! a [`Cleared`] or a [`StoredFile`].

mod together;

use crate::assets::sha256;
use crate::diagnostics::{phrase, portable};
use crate::markdown::{Head, seal, split};
use crate::privacy::{Cleared, Store, StoredFile};
use anyhow::{Context as _, Result};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::NamedTempFile;
pub use together::Replacing;

/// Prefix of the names of temporary files.
const TEMPORARY: &str = ".rekenkamer-";

/// A folder locked by this run: no other run writes in it.
pub struct Folder {
    path: PathBuf,
    _lock: File,
}

impl Folder {
    /// Locks a folder for writing, and creates it if needed. `None` if another run has the lock.
    ///
    /// # Errors
    /// If the file system refuses.
    pub fn open(path: &Path) -> Result<Option<Self>> {
        fs::create_dir_all(path).with_context(|| portable(path))?;
        let lock_path = lock_path(path);
        let lock = lock_file(&lock_path).with_context(|| portable(&lock_path))?;
        match lock.try_lock() {
            Ok(()) => {
                sweep(path, true);
                Ok(Some(Self { path: path.to_owned(), _lock: lock }))
            }
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error).with_context(|| portable(&lock_path)),
        }
    }

    /// Writes a file atomically: a reader sees the old text or the new one, never a part.
    ///
    /// # Errors
    /// If the file system refuses; the old file is then unchanged. Also if the file is in another
    /// folder.
    pub fn write(&self, file: &Cleared) -> Result<PathBuf> {
        let path = file.path();
        self.holds(path)?;
        write_whole(file)
    }

    /// Writes a file from a store atomically, without reading it into memory.
    ///
    /// # Errors
    /// If the file is not in this folder, or the file system refuses.
    pub fn write_stored(&self, file: &StoredFile, store: &Store) -> Result<()> {
        let path = file.path();
        self.holds(path)?;
        write_by(path, |new| store.copy(file, new)).with_context(|| portable(path))
    }

    fn holds(&self, path: &Path) -> Result<()> {
        match path.starts_with(&self.path) {
            true => Ok(()),
            false => Err(phrase("outside-folder").with("path", portable(path)).into()),
        }
    }

    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Deletes a file that the program wrote.
    ///
    /// # Errors
    /// If the file system refuses.
    pub fn remove(&self, path: &Path) -> Result<()> {
        self.holds(path)?;
        fs::remove_file(path).with_context(|| portable(path))
    }

    /// Keeps a file under the first free numbered name as well, such as `nota.bewerkt-1.md`. The
    /// original name remains until the new file replaces it, so that a complete file exists at
    /// every instant.
    ///
    /// # Errors
    /// If the file system refuses.
    pub fn keep(&self, stem: &str, extension: &str) -> Result<PathBuf> {
        let from = self.path.join(format!("{stem}.{extension}"));
        let mut number = 1;
        loop {
            let to = self.path.join(format!("{stem}.bewerkt-{number}.{extension}"));
            match self.copy(&from, &to) {
                Ok(()) => return Ok(to),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => number += 1,
                Err(error) => return Err(error).with_context(|| portable(to)),
            }
        }
    }

    /// Creates a hard link to a file, or a copy if the file system has no hard links.
    fn copy(&self, from: &Path, to: &Path) -> std::io::Result<()> {
        match fs::hard_link(from, to) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => {
                let mut new = tempfile::Builder::new().prefix(TEMPORARY).tempfile_in(&self.path)?;
                std::io::copy(&mut File::open(from)?, new.as_file_mut())?;
                new.as_file().sync_all()?;
                readable_by_all(new.path())?;
                new.persist_noclobber(to).map_err(|e| e.error)?;
                Ok(())
            }
            done => done,
        }
    }
}

/// Writes a single file atomically, in a folder in which other runs may write: a reader sees the
/// old text or the new one, never a part. If two runs write the same file, the last one wins.
/// Temporary files of killed runs beside it are deleted.
///
/// # Errors
/// If the file system refuses; the old file is then unchanged.
pub fn write_alone(file: &Cleared) -> Result<PathBuf> {
    sweep(above(file.path()), false);
    write_whole(file)
}

/// Creates a folder with files atomically, even if the run is killed or the disk is full: it is
/// made under a temporary name beside its destination, and then renamed. `None` if the destination
/// is taken by then.
///
/// # Errors
/// If the file system refuses; the folder then does not exist.
pub fn write_new_folder(path: &Path, files: &[Cleared]) -> Result<Option<Vec<PathBuf>>> {
    let (shown, beside) = (|| portable(path), above(path));
    fs::create_dir_all(beside).with_context(shown)?;
    sweep(beside, false);
    let new = tempfile::Builder::new().prefix(TEMPORARY).tempdir_in(beside).with_context(shown)?;
    let mut written = Vec::new();
    for file in files {
        let inside = file.path().strip_prefix(path).with_context(|| portable(file.path()))?;
        write_bytes(&new.path().join(inside), file.bytes())
            .with_context(|| portable(file.path()))?;
        written.push(file.path().to_owned());
    }
    open_to_all(new.path()).with_context(shown)?;
    // An empty folder is replaced; the working folder of the run cannot be.
    if path.is_dir() && fs::remove_dir(path).is_err() {
        let own = new.path().file_name();
        let strange = |entry: &fs::DirEntry| Some(entry.file_name().as_os_str()) != own;
        if fs::read_dir(path).with_context(shown)?.flatten().any(|entry| strange(&entry)) {
            return Ok(None);
        }
        return move_into(new.path(), path).with_context(shown).map(|()| Some(written));
    }
    match fs::rename(new.path(), path) {
        Ok(()) => _ = new.keep(),
        Err(_) if path.exists() => return Ok(None),
        Err(error) => return Err(error).with_context(shown),
    }
    sync_folder(beside).with_context(shown)?;
    Ok(Some(written))
}

/// Moves the contents of one folder into another. `case.yaml`, which makes the folder a case, is
/// moved last.
fn move_into(from: &Path, to: &Path) -> std::io::Result<()> {
    let mut names: Vec<_> = fs::read_dir(from)?.flatten().map(|entry| entry.file_name()).collect();
    names.sort_by_key(|name| name == "case.yaml");
    names.into_iter().try_for_each(|name| fs::rename(from.join(&name), to.join(&name)))
}

/// The parent of a path; `.` if it has none.
fn above(path: &Path) -> &Path {
    path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Writes a file atomically: to a temporary file beside it, and then renames that.
fn write_whole(file: &Cleared) -> Result<PathBuf> {
    let path = file.path();
    write_bytes(path, file.bytes()).with_context(|| portable(path))?;
    Ok(path.to_owned())
}

fn write_bytes(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    write_by(path, |file| file.write_all(bytes))
}

fn write_by(
    path: &Path,
    fill: impl FnOnce(&mut File) -> std::io::Result<()>,
) -> std::io::Result<()> {
    beside(path, fill)?.persist(path).map_err(|e| held(e.error, path))?;
    // The rename must survive a power cut as the bytes do.
    sync_folder(above(path))
}

/// Writes a temporary file beside a path, whole, to be renamed to it.
fn beside(
    path: &Path,
    fill: impl FnOnce(&mut File) -> std::io::Result<()>,
) -> std::io::Result<NamedTempFile> {
    let folder = above(path);
    fs::create_dir_all(folder)?;
    let mut new = tempfile::Builder::new().prefix(TEMPORARY).tempfile_in(folder)?;
    fill(new.as_file_mut())?;
    new.as_file().sync_all()?;
    readable_by_all(new.path())?;
    Ok(new)
}

/// Writes a file that is not there yet, whole or not at all; false if it is there after all.
///
/// # Errors
/// If the file system refuses.
pub fn write_new(file: &Cleared) -> Result<bool> {
    let path = file.path();
    let made = beside(path, |new| new.write_all(file.bytes())).with_context(|| portable(path))?;
    match made.persist_noclobber(path) {
        Ok(_) => sync_folder(above(path)).with_context(|| portable(path)).map(|()| true),
        Err(error) if error.error.kind() == ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error.error).with_context(|| portable(path)),
    }
}

/// Checks that a file can be replaced. On Windows a program that has it open prevents that; if one
/// file is held, none of the call is written. On other systems a file can always be replaced.
///
/// # Errors
/// If another program holds the file.
pub fn replaceable(path: &Path) -> Result<()> {
    if cfg!(windows) && path.is_file() {
        let opened = OpenOptions::new().write(true).open(path);
        opened.map_err(|error| held(error, path)).with_context(|| portable(path))?;
    }
    Ok(())
}

/// Windows reports a file that another program holds as permission denied; this makes it a busy
/// file.
fn held(error: std::io::Error, path: &Path) -> std::io::Error {
    let held = cfg!(windows) && error.kind() == ErrorKind::PermissionDenied && path.is_file();
    if held { ErrorKind::ResourceBusy.into() } else { error }
}

/// Minimum age of a temporary file that counts as left by a killed run.
const LEFT_OVER: Duration = Duration::from_secs(600);

/// Deletes old temporary files and folders that killed runs left in a folder, and with `deeper`
/// also in its subfolders. Only names with our own prefix are deleted.
fn sweep(folder: &Path, deeper: bool) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let Ok(known) = entry.path().symlink_metadata() else { continue };
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let random = name.strip_prefix(TEMPORARY).unwrap_or("");
        let ours = random.len() == 6 && random.bytes().all(|b| b.is_ascii_alphanumeric());
        let age = known.modified().ok().and_then(|at| at.elapsed().ok());
        if ours && age.is_some_and(|age| age > LEFT_OVER) {
            // Failure to delete is harmless.
            let _ = match known.is_dir() {
                true => fs::remove_dir_all(entry.path()),
                false => fs::remove_file(entry.path()),
            };
        } else if known.is_dir() && deeper {
            sweep(&entry.path(), false);
        }
    }
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> std::io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> std::io::Result<()> {
    Ok(())
}

/// The lock file of a folder. It is among the system's temporary files, so that the user's own
/// folder stays clean. It is never deleted, because two later runs could then lock two different
/// files.
fn lock_path(folder: &Path) -> PathBuf {
    let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let name = sha256(whole.as_os_str().as_encoded_bytes());
    std::env::temp_dir().join(format!("rekenkamer-{}.lock", name.get(..16).unwrap_or("")))
}

/// Opens a lock file, and creates it if needed. It is opened for reading, which is enough to lock
/// it: so the file of one user serves every other user of the same folder, and systems that guard
/// shared folders refuse others an open that could create it.
fn lock_file(path: &Path) -> std::io::Result<File> {
    match File::open(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        opened => return opened,
    }
    let made = OpenOptions::new().read(true).write(true).create_new(true).open(path);
    match made {
        Ok(made) => readable_by_all(path).map(|()| made),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => File::open(path),
        failed => failed,
    }
}

/// Temporary folders are private to their owner; a new case gets the usual permissions.
#[cfg(unix)]
fn open_to_all(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn open_to_all(_: &Path) -> std::io::Result<()> {
    Ok(())
}

/// Temporary files are private to their owner; published files are readable by all.
#[cfg(unix)]
fn readable_by_all(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable_by_all(_: &Path) -> std::io::Result<()> {
    Ok(())
}

/// Whether a nota on disk differs from what the program wrote: edited, or by another author.
#[must_use]
pub fn edited(path: &Path) -> bool {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        // An unreadable file, such as one that another program holds, may be somebody's work.
        Err(error) => {
            return !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory);
        }
    };
    let text = String::from_utf8_lossy(&bytes);
    let (yaml, body) = split(&text);
    match yaml.map(Head::parse) {
        Some(Ok(head)) => seal(&head, body) != head.seal,
        _ => true,
    }
}
