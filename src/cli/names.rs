//! Parses paths and folder names on the command line: existing files are found in any Unicode
//! spelling, and new names must be valid on every system.

use super::tell;
use crate::diagnostics::phrase;
use crate::model::is_device;
use crate::text::on_disk;
use clap::builder::{PathBufValueParser, TypedValueParser};
use std::path::{Component, PathBuf};

/// Parser for the path of an existing file or folder.
pub fn existing_path() -> impl TypedValueParser<Value = PathBuf> {
    PathBufValueParser::new().map(on_disk)
}

/// Parses the path of a new folder, whose own name must be valid on every system.
pub fn new_folder(text: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    match path.components().next_back() {
        Some(Component::Normal(name)) if !everywhere(&name.to_string_lossy()) => {
            Err(refusal(&name.to_string_lossy()))
        }
        _ => Ok(path),
    }
}

/// Parses the name of one folder, which must be valid on every system.
pub fn folder_name(text: &str) -> Result<String, String> {
    let apart = text.contains(['/', '\\']) || text.trim().is_empty() || text.starts_with('.');
    match apart {
        true => Err(tell::words(&phrase("usage-folder"))),
        false if everywhere(text) => Ok(text.to_owned()),
        false => Err(refusal(text)),
    }
}

fn refusal(name: &str) -> String {
    tell::words(&phrase("usage-name").with("name", name))
}

/// Whether a folder name is valid on Windows too.
fn everywhere(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or("").trim_end().to_lowercase();
    let signs = |c: char| "<>:\"|?*\\".contains(c) || c.is_control();
    !is_device(&stem) && !name.contains(signs) && !name.ends_with(['.', ' '])
}

#[cfg(test)]
mod tests {
    use super::everywhere;

    #[test]
    fn windows_cannot_have_the_names_of_devices_nor_some_signs() {
        for name in ["con", "CON", "nul.txt", "Aux ", "com1", "a:b", "wat?", "map.", "map ", "a\tb"]
        {
            assert!(!everywhere(name), "{name}");
        }
        for name in ["con-2026", "console", "'s-Hertogenbosch", "Mijn onderzoek é", ".map", "com10"]
        {
            assert!(everywhere(name), "{name}");
        }
    }
}
