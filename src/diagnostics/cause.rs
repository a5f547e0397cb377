//! The causes of system failures, in words instead of error numbers.

use super::{Fact, phrase};
use std::io::{Error, ErrorKind};

/// `ERROR_SHARING_VIOLATION` of Windows: another program holds the file.
const HELD: i32 = 32;
/// `ERROR_LOCK_VIOLATION` of Windows: another program holds a part of the file.
const LOCKED: i32 = 33;

/// `ERROR_IO_DEVICE` of Windows: the disk gave an error.
const BAD_DISK: i32 = 1117;
/// `EIO` of all other systems: the disk gave an error.
const BAD_INPUT_OUTPUT: i32 = 5;

/// The cause of a system failure. If it is not known here, the system's own message is included.
#[must_use]
pub fn cause(error: &Error) -> Fact {
    if cfg!(windows) && matches!(error.raw_os_error(), Some(HELD | LOCKED)) {
        return phrase("open-elsewhere").into();
    }
    if error.raw_os_error() == Some(if cfg!(windows) { BAD_DISK } else { BAD_INPUT_OUTPUT }) {
        return phrase("disk-fails").into();
    }
    let known = match error.kind() {
        ErrorKind::ResourceBusy => phrase("open-elsewhere"),
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
        ErrorKind::OutOfMemory => phrase("memory-full"),
        ErrorKind::NetworkDown
        | ErrorKind::NetworkUnreachable
        | ErrorKind::HostUnreachable
        | ErrorKind::StaleNetworkFileHandle
        | ErrorKind::ConnectionReset
        | ErrorKind::TimedOut => phrase("network-gone"),
        ErrorKind::Unsupported => phrase("no-ordinary-file"),
        _ => phrase("system-says").with("reason", error.to_string()),
    };
    known.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::{Language, said};

    #[test]
    fn what_the_system_says_is_told_in_words_of_the_program() {
        let message = |error: &Error| {
            said(&phrase("machine-failed").with("reason", cause(error)), Language::Dutch)
        };
        for (kind, words) in [
            (ErrorKind::TimedOut, "het netwerk of de netwerkschijf antwoordt niet"),
            (
                ErrorKind::OutOfMemory,
                "het geheugen van de computer is vol; sluit andere programma's",
            ),
            (ErrorKind::InvalidData, "het systeem meldt `invalid data`"),
        ] {
            assert_eq!(
                message(&kind.into()),
                format!("fout: de computer liet dit niet toe: {words}"),
                "{kind:?}"
            );
        }
        let disk =
            Error::from_raw_os_error(if cfg!(windows) { BAD_DISK } else { BAD_INPUT_OUTPUT });
        assert_eq!(
            message(&disk),
            "fout: de computer liet dit niet toe: de schijf geeft een fout; is het een usb-stick of \
             netwerkschijf, sluit die dan opnieuw aan"
        );
    }
}
