//! A zip, around an office document or around the files of a publication.

use chrono::{Datelike as _, NaiveDate};
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// A file in a zip: its path, whether it is compressed, and its bytes.
pub type File<'a> = (&'a str, CompressionMethod, &'a [u8]);

/// Writes a zip. The same files give the same bytes: order and times are fixed.
///
/// # Errors
/// If a file is larger than a zip can hold.
pub fn zipped<'a>(files: impl Iterator<Item = File<'a>>) -> zip::result::ZipResult<Vec<u8>> {
    // Java takes the first moment of 1980 for a time that a zip cannot hold, and its ODF Validator
    // then sees one too many fields.
    let time = DateTime::from_date_and_time(1980, 1, 1, 12, 0, 0).unwrap_or_default();
    written(files, time)
}

/// Writes a zip of files that are not parts of one document, with a day as their time.
///
/// # Errors
/// If a file is larger than a zip can hold.
pub fn zipped_on<'a>(
    files: impl Iterator<Item = (&'a str, &'a [u8])>,
    day: NaiveDate,
) -> zip::result::ZipResult<Vec<u8>> {
    let small = |part: u32| u8::try_from(part).unwrap_or(1);
    let year = u16::try_from(day.year()).unwrap_or(1980);
    let time = DateTime::from_date_and_time(year, small(day.month()), small(day.day()), 12, 0, 0);
    let files = files.map(|(path, bytes)| (path, CompressionMethod::Deflated, bytes));
    written(files, time.unwrap_or_default())
}

fn written<'a>(
    files: impl Iterator<Item = File<'a>>,
    time: DateTime,
) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, method, bytes) in files {
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(time)
            .system(System::Dos);
        zip.start_file(path, options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
