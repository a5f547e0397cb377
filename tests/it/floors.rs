//! Imports run downward only: each room may use the rooms beneath it, never those above.

#![expect(clippy::expect_used, reason = "the sources of this package are there")]

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from the ground up; those on one line do not use each other.
const FLOORS: [&[&str]; 14] = [
    &["assets", "crew", "diagnostics"],
    &["markdown"],
    &["model"],
    &["text"],
    &["score"],
    &["load"],
    &["compare", "editorial", "grounds"],
    &["view"],
    &["templates"],
    &["figures", "narrative", "page", "sheets"],
    &["publish"],
    &["output", "preview"],
    &["cli"],
    &["lib"],
];

fn floor(room: &str) -> usize {
    FLOORS
        .iter()
        .position(|f| f.contains(&room))
        .unwrap_or_else(|| panic!("room `{room}` has no floor"))
}

fn files(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("src is there").flatten() {
        if entry.path().is_dir() {
            files(&entry.path(), into);
        } else if entry.path().extension().is_some_and(|e| e == "rs") {
            into.push(entry.path());
        }
    }
}

/// The rooms that a file names: `use crate::{a, b::c}`, `crate::a::b`, over several lines too.
fn rooms(text: &str) -> Vec<String> {
    let code: String =
        text.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut out = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let group = group.split(';').next().unwrap_or("");
            let mut depth = 0;
            let mut word = String::new();
            for c in group.chars() {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    ',' if depth == 0 => out.push(std::mem::take(&mut word)),
                    c if depth == 0 && (c.is_alphanumeric() || c == '_' || c == ':') => {
                        word.push(c)
                    }
                    _ => {}
                }
            }
            out.push(word);
        } else {
            out.push(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
        }
    }
    out.into_iter()
        .map(|w| w.split(':').next().unwrap_or("").to_owned())
        .filter(|w| w.chars().next().is_some_and(char::is_lowercase))
        .collect()
}

#[test]
fn imports_run_downward_only() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    files(&src, &mut all);
    let mut seen = 0;
    for file in all {
        let path = file.strip_prefix(&src).expect("under src");
        let first = path.iter().next().and_then(|p| p.to_str()).expect("a name");
        if first.ends_with(".rs") {
            continue;
        }
        let text = fs::read_to_string(&file).expect("readable");
        for used in rooms(&text) {
            seen += 1;
            let climbs = used != first && floor(&used) >= floor(first);
            assert!(
                !climbs,
                "{} (floor {}) uses `{used}` (floor {})",
                path.display(),
                floor(first),
                floor(&used)
            );
        }
    }
    assert!(seen > 50, "only {seen} imports were found, so the reading of them is broken");
}

#[test]
fn a_climbing_import_would_be_seen() {
    assert_eq!(rooms("use crate::{narrative, view::{a, b}};"), ["narrative", "view"]);
    assert_eq!(rooms("let x = crate::load::y();"), ["load"]);
    assert_eq!(rooms("// crate::cli\nuse $crate::diagnostics::Span;"), ["diagnostics"]);
}
