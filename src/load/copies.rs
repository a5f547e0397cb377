//! Copies of files under other names, as synchronising drives, merges and people make them.

use std::path::Path;

/// Endings that a merge, an editor or a manual copy adds to a name.
const LEFT_OVER: [&str; 9] =
    [".orig", ".rej", ".bak", ".old", ".mine", ".theirs", ".base", ".copy", ".kopie"];

/// Words at the start of a name that mark a copy.
const COPY_WORDS: [&str; 6] = ["kopie", "copy", "conflict", "backup", "oud", "nieuw"];

/// The relation of a file under another name to a known file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    /// The file itself, under a name that is not read.
    Renamed,
    /// A copy of the file, or a leftover of a merge.
    Copy,
}

/// The known file that a name resembles, and its relation to that file.
pub fn likeness<'a>(name: &str, known: &'a [String]) -> Option<(Likeness, &'a str)> {
    let mut stem = name.to_lowercase();
    let (mut left_over, mut yaml) = (false, false);
    loop {
        let ending = LEFT_OVER.iter().find(|ending| stem.ends_with(**ending));
        let end = match ending {
            Some(ending) => ending,
            None if stem.ends_with(".txt") => ".txt",
            None => break,
        };
        left_over |= ending.is_some();
        stem.truncate(stem.len() - end.len());
    }
    for ending in [".yaml", ".yml"] {
        if let Some(short) = stem.strip_suffix(ending) {
            (stem, yaml) = (short.to_owned(), true);
            break;
        }
    }
    let of = |file: &str| file.trim_end_matches(".yaml").to_lowercase();
    if let Some(same) = known.iter().find(|file| of(file) == stem) {
        let likeness = if left_over { Likeness::Copy } else { Likeness::Renamed };
        return Some((likeness, same));
    }
    let copies = |file: &&String| yaml && is_copy(&stem, &of(file));
    let copied = known.iter().filter(copies).max_by_key(|file| file.len())?;
    Some((Likeness::Copy, copied))
}

/// Whether a name is that of a file with a suffix, as in `case (1)` and `sources-LAPTOP-7`, or with
/// a word for a copy in front, as in `kopie van case`.
pub fn is_copy(stem: &str, of: &str) -> bool {
    if let Some(rest) = stem.strip_prefix(of) {
        let apart = rest.starts_with(|c: char| !c.is_alphanumeric());
        return apart || rest.chars().all(|c| c.is_ascii_digit());
    }
    let before = stem.strip_suffix(of).unwrap_or("");
    before.ends_with(|c: char| !c.is_alphanumeric())
        && COPY_WORDS.iter().any(|word| before.contains(word))
}

/// The names in a folder, sorted.
pub fn entries(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Vec<String> {
        ["case.yaml", "sources.yaml", "fte-capacity.yaml"].map(str::to_owned).to_vec()
    }

    #[test]
    fn a_copy_is_known_by_what_a_drive_a_system_or_a_hand_puts_around_the_name() {
        for (name, of) in [
            ("sources (1).yaml", "sources.yaml"),
            ("case - kopie.yaml", "case.yaml"),
            ("case - kopie (2).yaml", "case.yaml"),
            ("case - Copy.yaml", "case.yaml"),
            ("Kopie van case.yaml", "case.yaml"),
            ("Copy of sources.yaml", "sources.yaml"),
            ("Kopie van Fte-Capacity.yaml", "fte-capacity.yaml"),
            ("fte-capacity-LAPTOP-7.yaml", "fte-capacity.yaml"),
            ("sources-DESKTOP-3K2J.yml", "sources.yaml"),
            ("sources (conflicted copy 2026-11-28 101010).yaml", "sources.yaml"),
            ("sources (Anna's conflicted copy 2026-11-28).yaml", "sources.yaml"),
            ("case (conflicterende kopie van Anna 2026-11-28).yaml", "case.yaml"),
            ("case.sync-conflict-20261128-101010-ABCDEFG.yaml", "case.yaml"),
            ("case_conflict-20261128.yaml", "case.yaml"),
            ("case2.yaml", "case.yaml"),
            ("case.yaml.orig", "case.yaml"),
            ("case.yaml.rej", "case.yaml"),
            ("case_BACKUP_1234.yaml", "case.yaml"),
            ("case.yaml.bak", "case.yaml"),
            ("oude sources.yaml", "sources.yaml"),
        ] {
            assert_eq!(likeness(name, &known()), Some((Likeness::Copy, of)), "{name}");
        }
    }

    #[test]
    fn a_file_under_a_name_that_nothing_reads_is_not_a_copy() {
        for name in ["case.yaml.txt", "Case.yaml", "CASE.YAML", "case.yml", "case.txt", "case"] {
            assert_eq!(likeness(name, &known()), Some((Likeness::Renamed, "case.yaml")), "{name}");
        }
        for name in ["casestudy.yaml", "bronnen.yaml", "case.pdf", "case (1).pdf", "mijn case.yaml"]
        {
            assert_eq!(likeness(name, &known()), None, "{name}");
        }
    }
}
