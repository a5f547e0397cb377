//! Why the machine did not let us, in words instead of numbers of an operating system.

use std::io::{Error, ErrorKind};

/// The cause of a failure of the machine. One that is not known here keeps the system's own words.
#[must_use]
pub fn cause(error: &Error) -> String {
    let known = match error.kind() {
        ErrorKind::StorageFull => "de schijf is vol",
        ErrorKind::QuotaExceeded => "de ruimte die u op deze schijf hebt is op",
        ErrorKind::FileTooLarge => "het bestand wordt groter dan hier mag",
        ErrorKind::ReadOnlyFilesystem => "deze schijf is alleen te lezen",
        ErrorKind::PermissionDenied => "u hebt hier geen toestemming voor",
        ErrorKind::NotADirectory => "een deel van dit pad is een bestand en geen map",
        ErrorKind::IsADirectory => "hier staat een map met die naam",
        ErrorKind::NotFound => "dit bestaat niet",
        ErrorKind::AlreadyExists => "dit bestaat al",
        ErrorKind::InvalidFilename => "deze naam kan niet op deze schijf",
        _ => return error.to_string(),
    };
    known.to_owned()
}
