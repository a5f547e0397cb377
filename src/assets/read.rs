//! Reading user files, with a size limit.

use sha2::{Digest as _, Sha256};
use std::fs::File;
use std::io::{BufReader, Error, ErrorKind, Read as _, Result};
use std::path::{Component, Path};

/// Maximum size of a case file, a scorecard or a nota, in bytes.
pub const MOST_BYTES: u64 = 32 * 1024 * 1024;

/// The bytes of a file, at most [`MOST_BYTES`]. A device or a pipe, which may never end, is
/// refused.
///
/// # Errors
/// If it cannot be read; `FileTooLarge` if it is larger, `Unsupported` if it is not a regular file.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    let known = path.metadata()?;
    if !known.is_file() && !known.is_dir() {
        return Err(Error::from(ErrorKind::Unsupported));
    }
    let mut bytes = Vec::new();
    // The size in the metadata is not used: the file may grow while it is read.
    File::open(path)?.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    match u64::try_from(bytes.len()).is_ok_and(|length| length <= MOST_BYTES) {
        true => Ok(bytes),
        false => Err(Error::from(ErrorKind::FileTooLarge)),
    }
}

/// The SHA-256 of a file of any size, in hexadecimal.
///
/// # Errors
/// If it cannot be read, or is no regular file.
pub fn sha256_of_file(path: &Path) -> Result<String> {
    if !path.metadata()?.is_file() {
        return Err(Error::from(ErrorKind::Unsupported));
    }
    let (mut file, mut digest) = (BufReader::new(File::open(path)?), Sha256::new());
    let mut part = vec![0; 1 << 16];
    loop {
        let many = file.read(&mut part)?;
        if many == 0 {
            break;
        }
        digest.update(part.get(..many).unwrap_or_default());
    }
    Ok(digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Whether a typed path leads out of a folder: by itself, as an address, or by a symbolic link. For
/// a path that does not exist, no link is followed.
#[must_use]
pub fn outside(folder: &Path, typed: &str) -> bool {
    let inner = |part| matches!(part, Component::Normal(_) | Component::CurDir);
    let address = typed.contains(':') || typed.contains('\\') || typed.starts_with('/');
    address || !Path::new(typed).components().all(inner) || linked_out(folder, typed)
}

/// Whether symbolic links lead out of a folder.
#[must_use]
pub fn linked_out(folder: &Path, path: &str) -> bool {
    match (folder.canonicalize(), folder.join(path).canonicalize()) {
        (Ok(folder), Ok(file)) => !file.starts_with(folder),
        _ => false,
    }
}
