//! Why the machine did not let us, in words instead of numbers of an operating system.

use super::{Fact, phrase};
use std::io::{Error, ErrorKind};

/// The cause of a failure of the machine. One that is not known here keeps the system's own words.
#[must_use]
pub fn cause(error: &Error) -> Fact {
    let known = match error.kind() {
        ErrorKind::StorageFull => phrase("disk-full"),
        ErrorKind::QuotaExceeded => phrase("quota-full"),
        ErrorKind::FileTooLarge => phrase("file-grows"),
        ErrorKind::ReadOnlyFilesystem => phrase("read-only"),
        ErrorKind::PermissionDenied => phrase("no-permission"),
        ErrorKind::NotADirectory => phrase("not-a-folder"),
        ErrorKind::IsADirectory => phrase("is-a-folder"),
        ErrorKind::NotFound => phrase("not-there"),
        ErrorKind::AlreadyExists => phrase("already-there"),
        ErrorKind::InvalidFilename => phrase("no-name-here"),
        ErrorKind::Unsupported => phrase("no-ordinary-file"),
        _ => return error.to_string().into(),
    };
    known.into()
}
