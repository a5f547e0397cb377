//! A copy of a file of a case, as a synchronising drive makes one, and what it changes in that file.

use super::opened::{Change as Shown, Opened, Revision};
use crate::assets::read;
use crate::diagnostics::{Code, Diagnostic, FileId, Span, is_confidential, portable};
use crate::load::copies::{entries, likeness};
use crate::load::edit::{self, Lines, Value};
use crate::load::hearing::HEARING;
use crate::load::loader::Loader;
use crate::load::merge::{
    Change, Choice, Part, Places, What, on_a_line, problem, shown, together, with_comments,
};
use crate::load::no_case::no_single_case;
use crate::load::parts::copied;
use crate::load::raw::case::{RawCase, RawFindings, RawSources, RawSubFindings};
use crate::load::raw::hearing::RawHearing;
use crate::load::raw::shared::RawShared;
use crate::load::reading::Read;
use crate::load::shared::{SHARED, study_folder};
use crate::load::yaml::tree::Node;
use std::path::Path;

/// What a copy changes in a case.
pub struct CopyTaken {
    /// `None` if the case has all of it already.
    pub revision: Option<Revision>,
    /// The comments of the copy that will stand at the end of the file.
    pub comments: usize,
}

impl Loader {
    /// The changes of a case by a copy of one of its files, without those at which the two say
    /// something else; these are in the report. `None` if the copy cannot be read; why, is reported.
    /// `above` is the line above comments of the copy.
    pub fn copy_taken(
        &mut self,
        folder: &Path,
        copy: &Path,
        choice: Choice,
        above: &str,
    ) -> Option<CopyTaken> {
        let is_study = study_folder(folder).is_some();
        if !folder.join("case.yaml").is_file() && !is_study {
            self.report.push(no_single_case(folder));
            return None;
        }
        let path = portable(copy);
        let refused = |problem: &'static str| {
            Diagnostic::of_file(Code::NoCopy, &path).with("problem", problem)
        };
        if is_confidential(&path) {
            self.report.push(refused("names"));
            return None;
        }
        // For the names that no message may show.
        self.protected(folder, None);
        let bytes = match read(copy) {
            Ok(bytes) => bytes,
            Err(error) => {
                self.report.push(Diagnostic::unreadable(path, &error));
                return None;
            }
        };
        let tree = self.tree(&path, &bytes)?;
        let theirs = String::from_utf8(bytes).ok()?;
        let own_name = copy.file_name().map(|name| name.to_string_lossy().into_owned());
        // What cases share is in no case itself, and stands in the folder above them.
        let is_shared = likeness(&own_name.unwrap_or_default(), &[SHARED.to_owned()]).is_some();
        if is_shared && !is_study {
            self.report.push(refused("shared").with("expected", SHARED));
            return None;
        }
        let found = match is_study {
            true => is_shared.then(|| SHARED.to_owned()),
            false => original(folder, copy, &tree.node),
        };
        let Some(name) = found else {
            self.report.push(refused(if is_study { "case" } else { "unknown" }));
            return None;
        };
        let own = folder.join(&name);
        if !own.is_file() {
            self.report.push(refused("nothing").with("expected", &name));
            return None;
        }
        if own.canonicalize().ok() == copy.canonicalize().ok() {
            self.report.push(refused("itself").with("expected", &name));
            return None;
        }
        let file = self.opened(&name, folder)?;
        if of_framework(&file.read.node) != of_framework(&tree.node) {
            self.report.push(refused("other").with("expected", &name));
            return None;
        }
        if !self.fits(&name, &tree) {
            return None;
        }
        self.taken(file, &theirs, choice, above)
    }

    /// Whether a copy has only keys and kinds of values that the file has; if not, reports those that
    /// it has not.
    fn fits(&mut self, name: &str, copy: &Read) -> bool {
        let before = std::mem::take(&mut self.report);
        match name {
            "case.yaml" => drop(self.raw::<RawCase>(copy)),
            "sources.yaml" => drop(self.raw::<RawSources>(copy)),
            "findings/sub-questions.yaml" => drop(self.raw::<RawSubFindings>(copy)),
            HEARING => drop(self.raw::<RawHearing>(copy)),
            SHARED => drop(self.raw::<RawShared>(copy)),
            _ => drop(self.raw::<RawFindings>(copy)),
        }
        let fits = !self.report.has_errors();
        let found = std::mem::replace(&mut self.report, before);
        if !fits {
            self.report.extend(found);
        }
        fits
    }

    fn taken(
        &mut self,
        file: Opened,
        theirs: &str,
        choice: Choice,
        above: &str,
    ) -> Option<CopyTaken> {
        let ours = file.text.clone();
        let place = file.read.node.span;
        let (Ok(root), Ok(done)) = (edit::value(&ours), together(None, [&ours, theirs], choice))
        else {
            let diagnostic = Diagnostic::at(Code::NotMerged, place);
            self.report.push(diagnostic.with("problem", "keys"));
            return None;
        };
        let mut before = Located::of(&ours, &root);
        for conflict in &done.conflicts {
            let at = self.line(place.file, before.line_of(&conflict.place));
            self.report.push(problem(conflict, "import-choose", |code| Diagnostic::at(code, at)));
        }
        let text = with_comments(&done.text, &done.lost, above);
        let proved = edit::value(&text).ok().zip(edit::value(&done.text).ok());
        let new = proved.filter(|(with, without)| with == without).map(|(with, _)| with)?;
        let mut after = Located::of(&text, &new);
        let each = done.changes.iter().map(|change| in_words(change, &mut before, &mut after));
        let changes: Vec<Shown> = each.collect();
        let comments = done.lost.len();
        Some(CopyTaken { revision: file.changed_to(text.clone(), changes), comments })
    }

    /// What stands on a line, from 1.
    fn line(&self, file: FileId, line: usize) -> Span {
        let text = self.sources.text(file);
        let above: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
        let own = text.get(above..).and_then(|rest| rest.lines().next()).unwrap_or("");
        let start = above + own.len() - own.trim_start().len();
        Span { file, start, end: above + own.len() }
    }
}

/// The file of the case of which a file is a copy, by what it holds and then by its name.
fn original(folder: &Path, copy: &Path, node: &Node) -> Option<String> {
    if let Some(framework) = of_framework(node) {
        let main = format!("{framework}.yaml");
        let name = copy.file_name().map(|name| name.to_string_lossy().into_owned());
        let parts = entries(&folder.join("findings"));
        let part = name.as_ref().and_then(|name| copied(name, &parts));
        return Some(format!("findings/{}", part.unwrap_or(&main)));
    }
    let file = [
        ("study", "case.yaml"),
        ("sources", "sources.yaml"),
        ("sub-questions", "findings/sub-questions.yaml"),
        ("remarks", HEARING),
        ("respondents", HEARING),
    ];
    let own = file.iter().find(|(key, _)| node.has(key));
    own.map(|(_, name)| (*name).to_owned())
}

/// The framework of a file of findings.
fn of_framework(node: &Node) -> Option<&str> {
    node.get("framework").and_then(Node::text)
}

/// A text in which places are looked up.
struct Located<'a> {
    text: &'a str,
    lines: Option<Lines<'a>>,
    places: Places<'a>,
}

impl<'a> Located<'a> {
    fn of(text: &'a str, root: &'a Value) -> Self {
        Self { text, lines: Lines::of(text), places: Places::of(root) }
    }

    /// The line, from 1, on which a place or what is around it begins.
    fn line_of(&mut self, place: &[Part]) -> usize {
        let lines = (1..=place.len()).rev().find_map(|length| {
            let (around, _) = place.split_at(length);
            self.lines.as_ref()?.at(&self.places.way(around)?)
        });
        let start = lines.map_or(0, |lines| lines.start);
        self.text.get(..start).unwrap_or("").matches('\n').count() + 1
    }
}

fn in_words(change: &Change, before: &mut Located<'_>, after: &mut Located<'_>) -> Shown {
    let place = shown(&change.place);
    let said = |value: &Value| format!("{place}: {}", on_a_line(value));
    let old = before.places.find(&change.place).map(|(_, old)| said(old));
    let new = match &change.what {
        What::Set(value) | What::Insert(_, value) | What::Add(_, value) => said(value),
        What::Remove => place.clone(),
    };
    Shown { line: after.line_of(&change.place), old, new }
}
