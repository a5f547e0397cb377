//! The files with the findings of a framework: `bibob.yaml`, and beside it such as
//! `bibob+interviews.yaml`, so that two people can work on one framework without sharing a file.

use super::copies::{entries, is_copy};
use std::path::Path;

/// What stands between the id of the framework and the name of a part. No id has it, and no
/// synchronising drive puts it into a name.
const MARK: char = '+';

/// The framework of a file of findings by its name, if the file is a part beside the main one.
pub fn part_of(name: &str) -> Option<&str> {
    let (framework, rest) = name.strip_suffix(".yaml")?.split_once(MARK)?;
    (!rest.is_empty()).then_some(framework)
}

/// The files with the findings of a framework: the main one, and the parts by name.
pub fn parts(folder: &Path, framework: &str) -> Vec<String> {
    let there = entries(&folder.join("findings"));
    let own = |name: &&String| part_of(name) == Some(framework) && copied(name, &there).is_none();
    let mut out: Vec<String> = there.iter().filter(own).map(|n| format!("findings/{n}")).collect();
    let main = format!("findings/{framework}.yaml");
    // Whoever has parts alone needs no main file.
    if out.is_empty() || folder.join(&main).exists() {
        out.insert(0, main);
    }
    out
}

/// The part of which a file is a copy, by its name.
pub fn copied<'a>(name: &str, there: &'a [String]) -> Option<&'a str> {
    let stem = |name: &str| name.trim_end_matches(".yaml").to_lowercase();
    let parts = there.iter().filter(|other| part_of(other).is_some() && *other != name);
    let copied = parts.filter(|other| is_copy(&stem(name), &stem(other)));
    copied.max_by_key(|other| other.len()).map(String::as_str)
}
