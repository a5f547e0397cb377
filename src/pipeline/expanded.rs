//! Finds the cases and scorecards in a folder.

use crate::assets::linked_out;
use crate::diagnostics::{Code, Diagnostic, Phrase, Report, phrase, portable};
use crate::load::{STUDY, study_folder};
use std::path::{Path, PathBuf};

/// Maximum depth of the search for them; levels for year and province are usual.
const DEEPEST: usize = 8;

/// Expands a folder to the cases and scorecards in it and in its subfolders, sorted by name. A
/// coding study is included, so that it is not skipped silently. A link to a case elsewhere and
/// endless nesting are reported.
pub fn expanded(path: &Path, report: &mut Report) -> Vec<PathBuf> {
    let own = |p: &Path| p.join("case.yaml").is_file() || p.join(STUDY).is_file();
    if !path.is_dir() || own(path) {
        return vec![path.to_owned()];
    }
    let mut found = Vec::new();
    let mut open = vec![(path.to_owned(), 0)];
    while let Some((folder, depth)) = open.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let inside = entry.path();
            // A hidden entry can be the leftover of a killed run, so it is not a case.
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            let card = inside.is_file() && inside.extension().is_some_and(|e| e == "json");
            let name = portable(inside.strip_prefix(path).unwrap_or(&inside));
            if (card || own(&inside)) && linked_out(path, &name) {
                let diagnostic = Diagnostic::of_file(Code::FileOutside, portable(path));
                report.push(diagnostic.with("value", name));
            } else if card || own(&inside) {
                found.push(inside);
            } else if inside.is_dir() && !inside.is_symlink() {
                if depth == DEEPEST {
                    report.push(too_many(&folder, phrase("layers-of-folders"), DEEPEST));
                    break;
                }
                open.push((inside, depth + 1));
            }
        }
    }
    found.sort();
    if found.is_empty() { vec![path.to_owned()] } else { found }
}

/// These paths, with the cases of a study in the place of its folder or of the file that they share.
pub fn with_cases(paths: &[PathBuf], report: &mut Report) -> Vec<PathBuf> {
    let mut out = Vec::new();
    for path in paths {
        let Some(study) = study_folder(path) else {
            out.push(path.clone());
            continue;
        };
        // A pattern such as `*` gives the file and its cases.
        let own = expanded(&study, report).into_iter();
        out.extend(own.filter(|case| case.join("case.yaml").is_file() && !paths.contains(case)));
    }
    out
}

fn too_many(folder: &Path, what: Phrase, most: usize) -> Diagnostic {
    let diagnostic = Diagnostic::of_file(Code::TooMany, portable(folder));
    let found = phrase("more-than").with("most", most.to_string());
    diagnostic.with("what", what).with("found", found).with("most", most.to_string())
}
