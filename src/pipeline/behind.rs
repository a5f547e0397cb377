//! Finds the cases of a document, which its front matter records, from any working folder.

use super::edits::BASIS;
use crate::diagnostics::{Code, Diagnostic, Phrase, phrase, portable};
use crate::load::{Guarding, Loader, STUDY};
use crate::markdown::{Head, Kind, split};
use crate::model::{Protected, spelled};
use crate::text::composed;
use crate::text::on_disk;
use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

/// Maximum depth of the search for a case by its name alone, as older documents record it.
const DEEPEST: usize = 4;

/// What the user specified about the cases of documents.
#[derive(Debug, Clone, Default)]
pub struct GivenCases {
    /// Their folders, if they cannot be found by themselves.
    pub cases: Vec<PathBuf>,
    /// Whether documents are typeset without a search for protected names.
    pub without_name_search: bool,
}

/// The protected names and checked images of the cases of a document.
#[derive(Default)]
pub struct Behind {
    /// Their folders, as given to other commands.
    pub cases: Vec<PathBuf>,
    /// The people who must not be named.
    pub protected: Protected,
    /// SHA-256 of the raster images that the researchers have checked.
    pub seen: Vec<String>,
}

/// The path of a case as its documents record it: relative to the working folder. `None` if there
/// is no relative path, such as to another drive.
pub fn recorded(case: &Path) -> Option<String> {
    from_here(case).map(|path| composed(&path).into_owned())
}

fn from_here(case: &Path) -> Option<String> {
    let plain = |part: Component<'_>| matches!(part, Component::Normal(_));
    if case.components().all(plain) && case.components().next().is_some() {
        return Some(portable(case.components().collect::<PathBuf>()));
    }
    let whole = dunce::canonicalize(case).ok()?;
    let here = dunce::canonicalize(".").ok()?;
    let name = whole.file_name()?;
    let above = whole.parent()?;
    let shared = above.components().zip(here.components()).take_while(|(a, b)| a == b).count();
    // Paths without a common ancestor are on different drives.
    (shared > 0).then_some(())?;
    let up = here.components().skip(shared).map(|_| Component::ParentDir);
    let down = above.components().skip(shared);
    Some(portable(up.chain(down).collect::<PathBuf>().join(name)))
}

/// The cases of a document. `None` if they cannot be found or read: then it is unknown whom the
/// document must not name, and the report says why.
pub fn behind(
    head: &Head,
    document: &Path,
    given: &GivenCases,
    loader: &mut Loader,
) -> Option<Behind> {
    let shown = portable(document);
    if given.without_name_search {
        let diagnostic = Diagnostic::of_file(Code::NamesNotChecked, shown);
        loader.report.push(diagnostic.with("value", &head.case));
        return Some(Behind::default());
    }
    let folders = match folders(head, document, given) {
        Ok(folders) => folders,
        Err(reason) => {
            let diagnostic = Diagnostic::of_file(Code::CaseNotFound, shown);
            loader.report.push(diagnostic.with("reason", reason));
            return None;
        }
    };
    let mut out = Behind::default();
    for folder in distinct(folders.into_iter().chain(generated_for(document))) {
        let study = folder.join(STUDY).is_file();
        let guarding = match study {
            true => loader.protected_people(&folder).map(Guarding::of_people),
            false => loader.guarding(&folder),
        }?;
        // Only a case given with `--case` is checked: the municipality or title of a recorded case
        // may have changed since.
        let about = guarding.about.filter(|_| given.cases.contains(&folder));
        if let Some((municipality, _)) = about.filter(|about| another(head, &folder, about)) {
            let reason = phrase("case-of-another")
                .with("municipality", &head.municipality)
                .with("case", portable(&folder))
                .with("other", municipality);
            let diagnostic = Diagnostic::of_file(Code::CaseNotFound, shown);
            loader.report.push(diagnostic.with("reason", reason));
            return None;
        }
        out.protected.extend(guarding.protected);
        out.seen.extend(guarding.pictures.into_iter().map(|picture| picture.sha256));
        out.cases.push(folder);
    }
    Some(out)
}

/// Whether a case is not the one of the document. Otherwise a wrong `--case` would search for the
/// wrong names. Either the folder name or the title of the study may have changed since, but not
/// both.
fn another(head: &Head, folder: &Path, (municipality, title): &(String, String)) -> bool {
    let whole = dunce::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let name = whole.file_name().map(|name| name.to_string_lossy().into_owned());
    let renamed = name.is_none_or(|name| composed(&name) != head.case);
    Kind::OF_CASE.contains(&head.kind)
        && (spelled(municipality) != spelled(&head.municipality)
            || renamed && composed(title.trim()) != head.title)
}

/// The cases recorded in the generated copy beside the document, so that an edited front matter
/// cannot drop the protected names of a case.
fn generated_for(document: &Path) -> Vec<PathBuf> {
    let (folder, name) = (document.parent(), document.file_name());
    let copy = folder.zip(name).map(|(folder, name)| folder.join(BASIS).join(name));
    let text = copy.and_then(|path| std::fs::read_to_string(path).ok()).unwrap_or_default();
    let head = split(&text).0.and_then(|yaml| Head::parse(yaml).ok()).unwrap_or_default();
    let recorded: Vec<PathBuf> =
        head.cases.iter().flatten().filter_map(|case| relative(case)).collect();
    let starts = starts(document);
    distinct(recorded.iter().flat_map(|case| starts.iter().map(move |start| start.join(case))))
}

/// The folders of the cases, or the reason why they are unknown.
fn folders(head: &Head, document: &Path, given: &GivenCases) -> Result<Vec<PathBuf>, Phrase> {
    if let Some(none) = given.cases.iter().find(|folder| !is_case(folder)) {
        return Err(phrase("case-not-there").with("case", portable(none)));
    }
    let of_case = Kind::OF_CASE.contains(&head.kind);
    if of_case && !is_name(&head.case) {
        return Err(phrase("case-no-name").with("case", &head.case));
    }
    if !given.cases.is_empty() {
        return Ok(given.cases.clone());
    }
    let starts = starts(document);
    match &head.cases {
        Some(cases) if !(of_case && cases.is_empty()) => {
            let mut out = Vec::new();
            for case in cases {
                let path =
                    relative(case).ok_or_else(|| phrase("case-no-name").with("case", case))?;
                if of_case && !path.ends_with(&head.case) {
                    let differ = phrase("case-other-name").with("case", &head.case);
                    return Err(differ.with("path", case));
                }
                let found = distinct(starts.iter().map(|start| start.join(&path)));
                if found.is_empty() {
                    return Err(phrase("case-not-there").with("case", case));
                }
                out.extend(found);
            }
            Ok(distinct(out.into_iter()))
        }
        // Documents of earlier versions record only the name.
        None if of_case => {
            let mut found = Vec::new();
            starts.iter().for_each(|start| named(&start.join("cases"), &head.case, 0, &mut found));
            let found = distinct(found.into_iter());
            let none = || phrase("case-not-there").with("case", &head.case);
            (!found.is_empty()).then_some(found).ok_or_else(none)
        }
        _ => Err(phrase("cases-not-recorded")),
    }
}

/// The folders to which a recorded path may be relative: the working folder, and every folder above
/// the document.
fn starts(document: &Path) -> Vec<PathBuf> {
    let whole = std::path::absolute(document).unwrap_or_else(|_| document.to_owned());
    let above = whole.ancestors().skip(1).map(Path::to_owned);
    std::iter::once(PathBuf::new()).chain(above).collect()
}

/// The folders among these that are cases, without duplicates, each under its first path.
fn distinct(folders: impl Iterator<Item = PathBuf>) -> Vec<PathBuf> {
    let mut known = BTreeSet::new();
    let mut new =
        |folder: &PathBuf| dunce::canonicalize(folder).is_ok_and(|whole| known.insert(whole));
    folders.map(on_disk).filter(|folder| is_case(folder)).filter(&mut new).collect()
}

fn is_case(folder: &Path) -> bool {
    folder.join("case.yaml").is_file() || folder.join(STUDY).is_file()
}

/// Whether this is a plain folder name, not a path.
fn is_name(case: &str) -> bool {
    !case.trim().is_empty()
        && !case.contains(['/', '\\', ':', '\0'])
        && !case.chars().all(|c| c == '.' || c.is_whitespace())
}

/// A recorded relative path, also with the separators of Windows. `None` for anything else.
fn relative(case: &str) -> Option<PathBuf> {
    let path = case.replace('\\', "/");
    let (above, name) = path.rsplit_once('/').unwrap_or(("", &path));
    let steps = above.is_empty() || above.split('/').all(|step| step == ".." || is_name(step));
    (is_name(name) && steps).then(|| PathBuf::from(path))
}

/// Adds all folders with this name below a folder.
fn named(folder: &Path, name: &str, depth: usize, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if !path.is_dir() {
            continue;
        }
        if composed(&entry.file_name().to_string_lossy()) == name {
            into.push(path);
        } else if depth < DEEPEST && !path.is_symlink() {
            named(&path, name, depth + 1, into);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recorded_path_leads_down_or_up_and_ends_in_a_name() {
        for path in ["cases/x", "x", "cases\\regio\\x", "../../elders/x"] {
            assert!(relative(path).is_some(), "{path}");
        }
        for path in ["", ".", "..", "cases/..", "/cases/x", "C:\\cases\\x", "C:/x", "a//x", " "] {
            assert_eq!(relative(path), None, "{path}");
        }
    }

    #[test]
    fn a_case_is_recorded_from_the_working_folder() {
        assert_eq!(recorded(Path::new("cases/regio/x/")), Some("cases/regio/x".to_owned()));
        let here = dunce::canonicalize(".").unwrap_or_default();
        let name = here.file_name().unwrap_or_default().to_string_lossy().into_owned();
        assert_eq!(recorded(Path::new(".")), Some(format!("../{name}")));
        assert_eq!(recorded(&here.join("src/cli")), Some("src/cli".to_owned()));
    }
}
