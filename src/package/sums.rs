//! The checksums of a publication, in the form that `sha256sum --check` reads.

use super::file::File;
use crate::assets::sha256;

/// The name of the file with the checksums.
pub const SUMS: &str = "SHA256SUMS";

/// A line for each file: its SHA-256 and its path.
pub fn sums(files: &[File]) -> String {
    files.iter().map(|file| format!("{}  {}\n", sha256(&file.bytes), file.path)).collect()
}

/// The paths that checksums name, and their own.
#[must_use]
pub fn listed(sums: &str) -> Vec<&str> {
    let paths = sums.lines().filter_map(|line| line.split_once("  ").map(|(_, path)| path));
    paths.chain([SUMS]).collect()
}
