//! Files in a case's folder that are not part of the case: copies, leftovers, files of other
//! programs. A file that nothing reads may be a colleague's work, so it is reported.

use super::copies::{Likeness, entries, likeness};
use super::hearing::{HEARD, HEARING, is_heard};
use super::loader::Loader;
use super::parts::{copied, part_of};
use super::protected::lists_people;
use crate::diagnostics::{Code, Diagnostic, Phrase, nearest, phrase, portable};
use crate::model::Framework;
use crate::text::composed;
use std::path::Path;
use std::sync::Arc;

/// The folder of a case for the researchers' other material; nothing in it is read.
pub const MATERIAL: &str = "materiaal";

/// The file that makes a folder a case.
const CASE: &str = "case.yaml";

const FOLDERS: [&str; 2] = ["findings", MATERIAL];

/// The folders that a run inside a case creates or reads there.
const WORKING: [&str; 3] = ["output", "frameworks", "templates"];

/// File name endings of documents in which findings may have been typed.
const TYPED_ELSEWHERE: [&str; 14] = [
    "xlsx", "xlsm", "xls", "ods", "csv", "tsv", "docx", "docm", "doc", "odt", "rtf", "txt", "md",
    "json",
];

/// The name of the file that was probably meant to be `case.yaml`, in a folder without one.
pub fn renamed_case(folder: &Path) -> Option<String> {
    let known = [CASE.to_owned()];
    entries(folder).into_iter().find(|name| {
        !passed_over(name) && folder.join(name).is_file() && likeness(name, &known).is_some()
    })
}

/// The names of copies of known files in a folder.
pub(super) fn stray_copies(folder: &Path, known: &[String]) -> Vec<String> {
    let is_copy = |name: &String| {
        let like = likeness(name, known).is_some_and(|(likeness, _)| likeness == Likeness::Copy);
        like && !passed_over(name) && folder.join(name).is_file()
    };
    entries(folder).into_iter().filter(is_copy).collect()
}

/// Whether a file is ignored: files of systems and editors, and all hidden files.
fn passed_over(name: &str) -> bool {
    let lower = name.to_lowercase();
    let system = ["thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r", "__macosx"];
    let ending = ["~", ".swp", ".swo", ".tmp", ".part", ".crdownload"];
    lower.starts_with(['.', '~', '#'])
        || system.contains(&lower.as_str())
        || ending.iter().any(|ending| lower.ends_with(ending))
}

/// What to do with a file that is not read.
fn advice(near: Option<&str>) -> Phrase {
    near.map_or_else(|| phrase("to-material"), |near| phrase("stray-meant").with("nearest", near))
}

/// The diagnostic for a file that resembles a known one, if it does. On a case-insensitive file
/// system, a name that differs in case only is the known file itself.
fn like(folder: &Path, name: &str, known: &[String], there: &[String]) -> Option<Diagnostic> {
    let (likeness, of) = likeness(name, known)?;
    let path = portable(folder.join(name));
    let in_place = there.iter().any(|other| other == of);
    let itself = !in_place && folder.join(of).exists() && name.eq_ignore_ascii_case(of);
    let code = match likeness {
        Likeness::Renamed if !in_place => Code::OtherEnding,
        _ => Code::StrayCopy,
    };
    (!itself).then(|| Diagnostic::of_file(code, path).with("expected", of))
}

impl Loader {
    /// Reports the files in the folder of a case that are not read. `frameworks` are those that the
    /// case uses; `None` where not all of them are known.
    pub(super) fn strays(&mut self, folder: &Path, frameworks: Option<&[Arc<Framework>]>) {
        self.stray_parts(folder);
        self.stray_findings(&folder.join("findings"), frameworks);
    }

    fn stray_parts(&mut self, folder: &Path) {
        let there = entries(folder);
        let known = [CASE, "sources.yaml", HEARING, HEARD].map(str::to_owned);
        let ids = self.framework_ids();
        for name in there.iter().filter(|name| !passed_over(name)) {
            let path = folder.join(name);
            // A list of names is handled separately.
            let names = name.to_lowercase().contains("confidential") || lists_people(&path, name);
            if known.contains(name) || names || is_heard(name) {
                continue;
            }
            if path.is_dir() {
                self.stray_folder(folder, name, &there);
                continue;
            }
            let findings = name.strip_suffix(".yaml").is_some_and(|id| ids.iter().any(|k| k == id));
            let diagnostic = if findings {
                let right = format!("findings/{name}");
                Diagnostic::of_file(Code::OtherEnding, portable(&path)).with("expected", right)
            } else if let Some(diagnostic) = like(folder, name, &known, &there) {
                diagnostic
            } else if self.is_named(name) {
                continue;
            } else {
                let missing = known.iter().filter(|file| !there.contains(file));
                let near = nearest(name, missing.map(String::as_str));
                Diagnostic::of_file(Code::StrayFile, portable(&path)).with("help", advice(near))
            };
            self.report.push(diagnostic);
        }
    }

    fn stray_folder(&mut self, folder: &Path, name: &str, there: &[String]) {
        let here = || folder.canonicalize().ok() == std::env::current_dir().ok();
        let own = FOLDERS.contains(&name) || (WORKING.contains(&name) && here());
        let itself = folder.join("findings").exists() && !there.iter().any(|n| n == "findings");
        let itself = itself && name.eq_ignore_ascii_case("findings");
        if own || itself || self.is_named(name) {
            return;
        }
        let mut missing = FOLDERS.into_iter().filter(|known| !there.iter().any(|n| n == known));
        let near = match name.to_lowercase().as_str() {
            // The Dutch word for the folder.
            "bevindingen" => missing.find(|known| *known == "findings"),
            _ => nearest(name, missing),
        };
        let diagnostic = Diagnostic::of_file(Code::StrayFolder, portable(folder.join(name)));
        self.report.push(diagnostic.with("help", advice(near)));
    }

    /// Whether a text of the case refers to a file or its folder: an image, or the figures of
    /// peers.
    fn is_named(&self, name: &str) -> bool {
        let forms = [name.to_owned(), name.replace(' ', "%20")];
        let image = |text: &str, form: &str| {
            let mut starts = text.match_indices("](").map(|(at, mark)| at + mark.len());
            starts.any(|at| {
                let target = text.get(at..).unwrap_or("").trim_start_matches(['<', '.', '/']);
                target.starts_with(form)
            })
        };
        let path = |text: &str| {
            let rest = text.trim().strip_prefix(name);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let names = |text: &str| path(text) || forms.iter().any(|form| image(text, form));
        self.texts.iter().any(|text| names(&text.value))
    }

    /// Reports findings in a file that the case does not use, which would otherwise be lost
    /// silently.
    fn stray_findings(&mut self, folder: &Path, frameworks: Option<&[Arc<Framework>]>) {
        let ids = self.framework_ids();
        let there = entries(folder);
        let mut known: Vec<String> = ids.iter().map(|id| format!("{id}.yaml")).collect();
        known.push("sub-questions.yaml".to_owned());
        let is_known = |id: &str| ids.iter().any(|known| known == id);
        for name in there.iter().filter(|name| !passed_over(name)) {
            let path = folder.join(name);
            let problem = |code| Diagnostic::of_file(code, portable(&path));
            let chosen = |id: &str| {
                let all = frameworks.into_iter().flatten();
                all.into_iter().any(|framework| framework.id == id)
            };
            let id = name.strip_suffix(".yaml");
            let diagnostic = if path.is_dir() {
                problem(Code::StrayFolder).with("help", advice(None))
            } else if let Some(of) = copied(name, &there) {
                problem(Code::StrayCopy).with("expected", of)
            } else if known.contains(name) || part_of(name).is_some_and(&is_known) {
                let id = part_of(name).or(id).unwrap_or_default();
                if frameworks.is_none() || id == "sub-questions" || chosen(id) {
                    continue;
                }
                problem(Code::FrameworkNotChosen).with("value", id)
            } else if let Some(diagnostic) = like(folder, name, &known, &there) {
                diagnostic
            } else if let Some(id) = id {
                if frameworks.is_none() {
                    continue;
                }
                let near = nearest(id, ids.iter().map(String::as_str));
                problem(Code::UnknownFramework)
                    .with("value", id)
                    .with("known", ids.join(", "))
                    .with_some("nearest", near)
            } else {
                let ending = path.extension().and_then(|ending| ending.to_str());
                let ending = ending.unwrap_or_default().to_lowercase();
                let typed = TYPED_ELSEWHERE.contains(&ending.as_str());
                match typed {
                    true => problem(Code::UnreadFindings),
                    false => problem(Code::StrayFile).with("help", advice(None)),
                }
            };
            self.report.push(diagnostic);
        }
    }
}

/// The name of a case: that of its folder, also where the path is `.`.
pub(super) fn name_of(folder: &Path) -> String {
    let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    whole
        .file_name()
        .map_or_else(|| "case".to_owned(), |n| composed(&n.to_string_lossy()).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_systems_and_editors_leave_is_passed_over() {
        for name in [
            "~$fte-capacity.yaml",
            "~$case.docx",
            ".~lock.case.yaml#",
            ".DS_Store",
            "Thumbs.db",
            "desktop.ini",
            "Desktop.ini",
            ".case.yaml.swp",
            "case.yaml~",
            "#case.yaml#",
            "~WRL0001.tmp",
            ".gitignore",
        ] {
            assert!(passed_over(name), "{name}");
        }
        assert!(!passed_over("case.yaml") && !passed_over("sources (1).yaml"));
    }
}
