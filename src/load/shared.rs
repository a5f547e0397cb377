//! What a case takes from the file that it shares with other cases, `shared.yaml`: every value that
//! it does not have itself. Nothing is copied, so a change of that file reaches all its cases.

use super::folder::stray_copies;
use super::loader::Loader;
use super::raw::case::RawCase;
use super::raw::shared::RawShared;
use super::reading::{Files, Read};
use super::yaml::tree::{Kind, Node};
use crate::diagnostics::{Code, Diagnostic, FileId, Report, Span, phrase, portable};
use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

/// The usual name of the file.
pub const SHARED: &str = "shared.yaml";

/// The key of `case.yaml` that names the file.
const KEY: &str = "shared";

/// The keys that cases can share.
const KEYS: [&str; 4] = ["study", "plan", "frameworks", "addressees"];

impl Loader {
    /// A `case.yaml` with what it shares. `None` if the file that it names cannot be read.
    pub(super) fn with_shared(&mut self, read: Read, files: &mut Files<'_>) -> Option<Read> {
        let Some((name, place)) = named(&read.node) else { return Some(read) };
        if !files.folder.join(&name).is_file() {
            let missing = Diagnostic::at(Code::FileMissing, place);
            self.report.push(missing.with("help", phrase("shared-missing")));
            return None;
        }
        let bytes = self.bytes(&name, files.folder, Some(place))?;
        // All cases have one path for it.
        let path = short(files.folder, &name);
        self.shared_copies(&path);
        let shown = portable(&path);
        let Some(shared) = self.tree(&shown, &bytes) else {
            let places = self.report.iter().filter_map(|problem| problem.span);
            let own = places.map(|span| span.file).find(|f| self.sources.path(*f) == shown);
            self.shared.extend(own);
            return None;
        };
        shared.node.scalars(&mut self.texts);
        // The path is private to the researchers; the hash is not.
        files.hashes.insert(KEY.to_owned(), shared.hash.clone());
        self.shared.push(shared.file);
        // For keys that cannot be shared; the rest is read as a part of the case.
        self.raw::<RawShared>(&shared)?;
        let node = overlaid(&read.node, &shared, place);
        Some(Read { node, ..read })
    }

    /// Reports copies of a shared file that stand beside it.
    fn shared_copies(&mut self, path: &Path) {
        let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return };
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let known = [name.to_string_lossy().into_owned()];
        for copy in stray_copies(folder, &known) {
            let problem = Diagnostic::of_file(Code::StrayCopy, portable(path.with_file_name(copy)));
            let [name] = &known;
            self.report.push(problem.with("expected", name));
        }
    }

    /// The keys of a `case.yaml` that is being changed, with what it shares.
    pub(super) fn raw_shared(&mut self, read: &Read, folder: &Path) -> Option<RawCase> {
        let (file, node, hash) = (read.file, read.node.clone(), read.hash.clone());
        let read = Read { file, node, hash, whole: read.whole };
        let read = self.with_shared(read, &mut Files { folder, hashes: BTreeMap::new() })?;
        self.raw(&read)
    }

    /// The same for a file that is only looked at: no problem is reported, and no text kept.
    pub(super) fn quietly_shared(&mut self, node: Node, folder: &Path) -> Node {
        if named(&node).is_none() {
            return node;
        }
        let (report, texts) = (std::mem::take(&mut self.report), self.texts.len());
        let mut files = Files { folder, hashes: BTreeMap::new() };
        let (file, hash) = (node.span.file, String::new());
        let read = Read { file, node: node.clone(), hash, whole: true };
        let read = self.with_shared(read, &mut files);
        self.report = report;
        self.texts.truncate(texts);
        read.map_or(node, |read| read.node)
    }

    /// Makes all that a branch says of a shared file, which another branch read too, speak of one
    /// file: its problems are then told once.
    pub fn told_once(&mut self, branch: &mut Loader) {
        for file in std::mem::take(&mut branch.shared) {
            let path = branch.sources.path(file);
            let known = self.shared.iter().copied().find(|own| self.sources.path(*own) == path);
            let Some(known) = known else {
                self.shared.push(file);
                continue;
            };
            branch.report = moved(&branch.report, file, known);
            branch.texts.retain(|text| text.span.file != file);
            branch.own.retain(|own| own.text.span.file != file);
        }
    }
}

/// The same problems, with those in one file in another that has the same text.
fn moved(report: &Report, from: FileId, to: FileId) -> Report {
    let mut out = Report::default();
    for problem in report.iter() {
        let mut problem = problem.clone();
        let place = problem.span.as_mut().filter(|span| span.file == from);
        place.into_iter().for_each(|span| span.file = to);
        out.push(problem);
    }
    out
}

/// The folder of the cases that share a file, where a path is that folder or that file.
#[must_use]
pub fn study_folder(path: &Path) -> Option<PathBuf> {
    if path.join(SHARED).is_file() && !path.join("case.yaml").is_file() {
        return Some(path.to_owned());
    }
    let above = path.parent().filter(|_| path.ends_with(SHARED) && path.is_file())?;
    Some(if above.as_os_str().is_empty() { PathBuf::from(".") } else { above.to_owned() })
}

/// The path of a file that is named from a folder, without the steps up.
fn short(folder: &Path, name: &str) -> PathBuf {
    let (mut folder, mut name) = (folder, name);
    while let (Some(rest), Some(Component::Normal(_))) =
        (name.strip_prefix("../"), folder.components().next_back())
    {
        let above = folder.parent().unwrap_or(Path::new(""));
        (folder, name) = (above, rest);
    }
    folder.join(name)
}

/// The file that a case names, and where it does.
fn named(case: &Node) -> Option<(String, Span)> {
    let value = case.get(KEY)?;
    let name = value.text().filter(|name| !name.trim().is_empty())?;
    Some((name.to_owned(), value.span))
}

/// The tree of a case with the values of the shared file that it lacks. What is still to be filled in
/// for a question that only the shared file has is told where the case names that file, at `place`.
fn overlaid(case: &Node, shared: &Read, place: Span) -> Node {
    let Kind::Mapping(pairs) = &shared.node.kind else { return case.clone() };
    let can_be_shared = |(key, _): &&(Node, Node)| key.text().is_some_and(|k| KEYS.contains(&k));
    let kind = Kind::Mapping(pairs.iter().filter(can_be_shared).cloned().collect());
    let mut node = merged(case, &Node { kind, ..shared.node.clone() });
    if let Some(study) = part(&mut node, "study") {
        let questions = part(study, "sub-questions").into_iter().flat_map(items);
        let ids = questions.filter_map(|question| part(question, "id"));
        ids.filter(|id| id.span.file == shared.file).for_each(|id| id.span = place);
        let central = part(study, "central-question");
        let central = central.filter(|question| question.span.file == shared.file);
        central.into_iter().for_each(|question| question.span = place);
    }
    node
}

/// A value of a case over that of the shared file. Keys are taken together, and so are lists whose
/// items have an id; of any other value the case has its own or none.
fn merged(own: &Node, shared: &Node) -> Node {
    let kind = match (&own.kind, &shared.kind) {
        (Kind::Null, _) => return shared.clone(),
        (Kind::Mapping(pairs), Kind::Mapping(others)) => {
            let both = |(key, value): &(Node, Node)| {
                let other = key.text().and_then(|name| shared.get(name));
                (key.clone(), other.map_or_else(|| value.clone(), |other| merged(value, other)))
            };
            let lacks = |(key, _): &&(Node, Node)| !key.text().is_some_and(|name| own.has(name));
            let rest = others.iter().filter(lacks).cloned();
            Kind::Mapping(pairs.iter().map(both).chain(rest).collect())
        }
        (Kind::List(items), Kind::List(others)) if with_ids(items) && with_ids(others) => {
            let same = |other: &Node| items.iter().find(|item| id(item) == id(other));
            let both =
                |other: &Node| same(other).map_or_else(|| other.clone(), |own| merged(own, other));
            let own_alone = |item: &&Node| !others.iter().any(|other| id(other) == id(item));
            let rest = items.iter().filter(own_alone).cloned();
            Kind::List(others.iter().map(both).chain(rest).collect())
        }
        _ => return own.clone(),
    };
    Node { span: own.span, kind }
}

fn with_ids(items: &[Node]) -> bool {
    items.iter().all(|item| id(item).is_some())
}

/// The id of an item, which may be all of it.
fn id(item: &Node) -> Option<&str> {
    item.get("id").unwrap_or(item).text()
}

fn part<'n>(node: &'n mut Node, name: &str) -> Option<&'n mut Node> {
    let Kind::Mapping(pairs) = &mut node.kind else { return None };
    let pair = pairs.iter_mut().find(|(key, _)| key.text() == Some(name));
    pair.map(|(_, value)| value)
}

fn items(node: &mut Node) -> std::slice::IterMut<'_, Node> {
    match &mut node.kind {
        Kind::List(items) => items.iter_mut(),
        _ => Default::default(),
    }
}
