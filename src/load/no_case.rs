//! Why a path is not the folder of a case: often it is a folder or file inside one.

use super::folder;
use super::joint::{JOINT, joint_folder};
use super::shared::SHARED;
use crate::assets::read;
use crate::diagnostics::{CURLY_QUOTES, Code, Diagnostic, nearest, phrase, portable};
use std::path::{Path, PathBuf};

/// The usual folder of cases.
const FOLDER: &str = "cases";

/// Maximum number of cases that a message names.
const SHOWN: usize = 3;

/// Depth of the files of a case below its folder: `findings/` is one level.
const LAYERS: usize = 2;

/// Reports that there is no case at a path; if the path is inside a case, names the folder of that
/// case.
#[must_use]
pub fn no_case(path: &Path) -> Diagnostic {
    missing(path, joint_folder(path))
}

/// The same for a command on one case, which has no use for a joint study as a whole.
#[must_use]
pub fn no_single_case(path: &Path) -> Diagnostic {
    missing(path, None)
}

fn missing(path: &Path, joint: Option<PathBuf>) -> Diagnostic {
    let above = path.ancestors().skip(1).take(LAYERS).map(|above| match above {
        here if here.as_os_str().is_empty() => Path::new("."),
        above => above,
    });
    let case = above.filter(|_| path.exists()).find(|above| is_case(above));
    let help = match (case, joint) {
        (Some(case), _) => {
            let help = if path.is_file() { "give-the-folder" } else { "give-the-case" };
            phrase(help).with("folder", portable(case))
        }
        (None, Some(folder)) => phrase("joint-is-compared").with("folder", portable(folder)),
        (None, None) if is_yaml(path) && !path.exists() => phrase("no-such-file"),
        (None, None) if is_value(path) => phrase("list-in-quotes"),
        (None, None) if shared_is_away(path) => phrase("study-without-shared"),
        (None, None) => match (folder::renamed_case(path), meant(path), cases_in(path)) {
            (Some(file), ..) => phrase("rename-to-case").with("file", file),
            (_, Some(case), _) => phrase("did-you-mean").with("value", portable(case)),
            (.., Some(cases)) => phrase("choose-a-case").with("cases", cases),
            _ => phrase("make-a-case"),
        },
    };
    Diagnostic::of_file(Code::NoCase, portable(path)).with("help", help)
}

/// Whether a path is a YAML file outside any case, and so can hold a framework or a codebook.
#[must_use]
pub fn is_framework_file(path: &Path) -> bool {
    let mut above = path.ancestors().skip(1).take(LAYERS);
    let study = path.with_file_name("study.yaml").is_file();
    is_yaml(path) && path.is_file() && !path.ends_with(JOINT) && !study && !above.any(is_case)
}

fn is_yaml(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("yaml"))
}

/// The case probably meant by a mistyped path: with other slashes, quotation marks, without
/// `cases/`, or with names that are nearly right.
fn meant(path: &Path) -> Option<PathBuf> {
    let marks = |c: char| CURLY_QUOTES.contains(&c) || matches!(c, '"' | '\'') || c.is_whitespace();
    let typed = path.to_str()?.trim_matches(marks).replace('\\', "/");
    let typed = Path::new(&typed);
    let exact = [typed.to_owned(), Path::new(FOLDER).join(typed)].into_iter().find(|p| is_case(p));
    let near = |typed: &Path| nearly(typed).filter(|path| is_case(path));
    exact.or_else(|| near(typed)).or_else(|| near(&Path::new(FOLDER).join(typed)))
}

/// A path with each missing part replaced by the folder with the nearest name.
fn nearly(path: &Path) -> Option<PathBuf> {
    let mut found = PathBuf::new();
    for part in path.components() {
        let next = found.join(part);
        if next.exists() {
            found = next;
            continue;
        }
        let names = folders(&found);
        found.push(nearest(part.as_os_str().to_str()?, names.iter().map(String::as_str))?);
    }
    Some(found)
}

/// The first cases in a folder, if any.
fn cases_in(path: &Path) -> Option<String> {
    let all: Vec<String> = folders(path)
        .into_iter()
        .map(|name| path.join(name))
        .filter(|path| is_case(path))
        .map(|path| format!("`{}`", portable(path)))
        .collect();
    let more = if all.len() > SHOWN { ", …" } else { "" };
    let shown = all.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", ");
    (!all.is_empty()).then(|| format!("{shown}{more}"))
}

/// Whether cases in a folder name a `shared.yaml` in it, and it is not there.
fn shared_is_away(path: &Path) -> bool {
    let name = format!("../{SHARED}");
    let names_it = |folder: &String| {
        let case = read(&path.join(folder).join("case.yaml")).unwrap_or_default();
        let text = String::from_utf8_lossy(&case);
        let mut values = text.lines().filter_map(|line| line.strip_prefix("shared:"));
        values.any(|value| value.trim().trim_matches(['"', '\'']).starts_with(&name))
    };
    !path.join(SHARED).is_file() && folders(path).iter().any(names_it)
}

fn is_case(path: &Path) -> bool {
    path.join("case.yaml").is_file()
}

/// The names of the subfolders, sorted.
fn folders(path: &Path) -> Vec<String> {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    let entries = std::fs::read_dir(path).into_iter().flatten().flatten();
    let names = entries.filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> =
        names.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    names
}

/// Whether a path that does not exist is a value of `--format` or `--document`: PowerShell splits
/// `md,pdf` into two words.
fn is_value(path: &Path) -> bool {
    const VALUES: [&str; 11] =
        ["md", "pdf", "html", "docx", "odt", "svg", "csv", "xlsx", "nota", "summary", "matrix"];
    let typed = path.to_str().unwrap_or("").to_lowercase();
    VALUES.contains(&typed.as_str()) && !path.exists()
}
