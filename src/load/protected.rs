//! Validates `confidential.yaml`, which lists what must not be published.

use super::body;
use super::loader::{Loader, cx};
use super::pictures::pictures;
use super::raw::case::{RawCase, RawConfidential, RawPerson, RawSecret, RawSomeoneElse};
use super::raw::kinds::YesNo;
use super::raw::{Context, List, Raw, Text};
use super::reading::Files;
use super::yaml;
use crate::diagnostics::{
    CONFIDENTIAL, Code, Diagnostic, FileId, PASSAGES, Report, Severity, Span, is_confidential,
    portable,
};
use crate::model::{Label, Person, Picture, Protected, Secret, SomeoneElse};
use std::collections::BTreeMap;
use std::io::{ErrorKind, Read as _};
use std::path::Path;

/// Depth of folders below a case in which copies of its key file are looked for.
const LAYERS: usize = 3;

/// What a document of a case may not reveal, and which images it may show.
pub struct Guarding {
    /// The people and texts that must not be named.
    pub protected: Protected,
    /// Bitmap images that the researchers checked.
    pub pictures: Vec<Picture>,
    /// What the audited body is called, and the title of the study, if they could be read.
    pub about: Option<(String, String)>,
}

impl Guarding {
    /// Only protected names, where there are no images to check.
    #[must_use]
    pub fn of_people(protected: Protected) -> Self {
        Self { protected, pictures: Vec::new(), about: None }
    }
}

/// Minimum number of letters and digits of a text to search for.
const FEWEST: usize = 2;

/// Maximum number of characters of a name or text: a pasted report would make the search slow.
const MOST: usize = 500;

/// Number of bytes that show whether a file is a list of names.
const BEGIN: u64 = 4096;

impl Loader {
    /// What must not be revealed, from a case's `confidential.yaml` alone, even if the rest of the
    /// case has errors. `None` where that file exists and cannot be read.
    pub fn protected_people(&mut self, folder: &Path) -> Option<Protected> {
        let before = self.report.count(Severity::Error);
        self.misnamed_names(folder);
        let protected = self.protected(folder, None);
        (self.report.count(Severity::Error) == before).then_some(protected)
    }

    /// What a document of a case may not reveal, from its files alone, even if the rest of the case
    /// has errors. `None` where that cannot be determined; the report says why.
    pub fn guarding(&mut self, folder: &Path) -> Option<Guarding> {
        let before = self.report.count(Severity::Error);
        let protected = self.protected_people(folder)?;
        let bytes = self.bytes("case.yaml", folder, None)?;
        let file = self.text(&portable(folder.join("case.yaml")), &bytes)?;
        // Errors in the file do not prevent an edited text from being typeset.
        let mut unread = Report::default();
        let node = yaml::parse(file, &self.sources, &mut unread);
        let node = node.map(|node| self.quietly_shared(node, folder));
        let (mut suppressed, mut own) = (Vec::new(), Vec::new());
        let mut cx = Context {
            sources: &self.sources,
            report: &mut unread,
            suppressed: &mut suppressed,
            own: &mut own,
        };
        let raw = node.and_then(|node| RawCase::read(&node, &mut cx));
        let (pictures, said, about) = match raw {
            Some(raw) => {
                let label = body::label(raw.municipality, raw.body);
                let title = raw.study.and_then(|s| s.title.known()).and_then(|t| t.value);
                let about = label.zip(title);
                let said = [raw.key_file.known(), raw.passages_file.known()];
                (pictures(raw.pictures, &mut cx), said, about)
            }
            None => {
                let text = self.sources.text(file);
                let said = ["key-file:", "passages-file:"].map(|key| said_in(text, key, file));
                (Vec::new(), said, None)
            }
        };
        self.guarded_files_said(folder, said.each_ref().map(Option::as_ref), &protected);
        let whole = self.report.count(Severity::Error) == before;
        whole.then_some(Guarding { protected, pictures, about })
    }

    /// Checks what a case says of its key file and of its file of passages against the files present.
    /// A clone has neither, because git does not keep them, and would protect nobody.
    pub(super) fn guarded_files_said(
        &mut self,
        folder: &Path,
        said: [Option<&Text<YesNo>>; 2],
        protected: &Protected,
    ) {
        let files = [(CONFIDENTIAL, "names"), (PASSAGES, "passages")];
        for ((name, what), said) in files.into_iter().zip(said) {
            let there = folder.join(name).symlink_metadata().is_ok();
            let is_yes =
                |text: &&Text<YesNo>| text.value.as_deref().is_none_or(|v| v.trim() != "false");
            match (said.filter(is_yes), there) {
                (Some(text), false) => {
                    let code =
                        if self.only_checks { Code::KeyFileElsewhere } else { Code::KeyFileAway };
                    self.report.push(Diagnostic::at(code, text.span).with("what", what));
                }
                (None, true) if name == CONFIDENTIAL && !protected.is_empty() => {
                    let path = portable(folder.join("case.yaml"));
                    self.report.push(Diagnostic::of_file(Code::KeyFileUnsaid, path));
                }
                _ => {}
            }
        }
    }

    /// What a case's key file protects. Without `codes`, the sources are not known and every code
    /// is accepted.
    pub(super) fn protected(&mut self, folder: &Path, codes: Option<&[&str]>) -> Protected {
        let mut found = self.key_file(folder, codes);
        found.also.extend(self.said_in_confidence(folder));
        self.secrets.extend(found.clone());
        found
    }

    fn key_file(&mut self, folder: &Path, codes: Option<&[&str]>) -> Protected {
        // A broken link is a key file too: the drive with the names is not mounted.
        if let Err(error) = folder.join(CONFIDENTIAL).symlink_metadata() {
            if error.kind() != ErrorKind::NotFound {
                let path = portable(folder.join(CONFIDENTIAL));
                self.report.push(Diagnostic::unreadable(path, &error));
            }
            return Protected::default();
        }
        if codes.is_none() {
            self.suppressed.push(Code::UnknownSource);
        }
        let mut files = Files { folder, hashes: BTreeMap::new() };
        let read = self.file(CONFIDENTIAL, &mut files);
        let raw = read.and_then(|r| self.raw::<RawConfidential>(&r));
        let mut cx = cx!(self);
        let found = raw.map(|raw| protected(raw, codes.unwrap_or_default(), &mut cx));
        found.unwrap_or_default()
    }

    /// Reports lists of names under another file name, which would protect nobody, and may name
    /// people whom the key file does not.
    pub(super) fn misnamed_names(&mut self, folder: &Path) {
        let mut open = vec![(folder.to_owned(), 0)];
        while let Some((inside, depth)) = open.pop() {
            let entries = std::fs::read_dir(&inside).into_iter().flatten().flatten();
            for entry in entries {
                let name = entry.file_name().to_string_lossy().into_owned();
                let path = entry.path();
                if path.is_dir() && !path.is_symlink() && depth < LAYERS {
                    open.push((path, depth + 1));
                } else if (is_copy(&name)
                    && (![CONFIDENTIAL, PASSAGES].contains(&name.as_str()) || depth > 0))
                    || (depth == 0 && lists_people(&path, &name))
                {
                    // Only its ending is different.
                    let ending = name.to_lowercase() == "confidential.yml";
                    let code = if ending { Code::OtherEnding } else { Code::KeyFileCopy };
                    let diagnostic = Diagnostic::of_file(code, portable(&path));
                    self.report.push(diagnostic.with("expected", CONFIDENTIAL));
                }
            }
        }
    }
}

/// Whether a file with another name than those of a case contains names, as `vertrouwelijk.yaml`
/// would.
pub(super) fn lists_people(path: &Path, name: &str) -> bool {
    let text = [".yaml", ".yml", ".txt"].iter().any(|ending| name.to_lowercase().ends_with(ending));
    if !text || is_confidential(name) {
        return false;
    }
    let mut begin = Vec::new();
    let read = std::fs::File::open(path).map(|file| file.take(BEGIN));
    let whole = read.and_then(|mut file| file.read_to_end(&mut begin)).is_ok();
    let text = String::from_utf8_lossy(&begin);
    whole && text.lines().any(|line| line.trim_end() == "people:")
}

/// Whether the name of a file is that of a list of names. Temporary files of an editor are
/// excluded, because the user did not make them.
fn is_copy(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let swap = name.starts_with('.') && matches!(ending, "swp" | "swo" | "swx");
    is_confidential(name) && !swap && !name.starts_with(".#")
}

/// The line in which a case file that is not valid YAML says that it has a key file.
fn said_in(text: &str, key: &str, file: FileId) -> Option<Text<YesNo>> {
    let at = if text.starts_with(key) { 0 } else { text.find(&format!("\n{key}"))? + 1 };
    let value = text.get(at + key.len()..)?.lines().next()?.trim().to_owned();
    Some(Text::new(Some(value), Span { file, start: at, end: at + key.len() }))
}

fn protected(raw: RawConfidential, sources: &[&str], cx: &mut Context<'_>) -> Protected {
    // A file with only other secrets needs no list of people.
    let people = match raw.also.is_some() {
        true => raw.people.known(),
        false => cx.need(raw.people.asked_for()),
    };
    let people = people.into_iter().flat_map(|l| l.items);
    let also = raw.also.into_iter().flat_map(|l| l.items);
    let others = raw.someone_else.into_iter().flat_map(|l| l.items);
    Protected {
        people: people.filter_map(|p| person(p, sources, cx)).collect(),
        also: also.filter_map(|s| secret(s, cx)).collect(),
        someone_else: others.filter_map(|o| someone_else(o, cx)).collect(),
    }
}

fn person(raw: RawPerson, sources: &[&str], cx: &mut Context<'_>) -> Option<Person> {
    let span = raw.span;
    let what = label(raw.what.clone().known(), cx);
    let label = match (raw.source.is_some(), what) {
        (false, Some(what)) => Some(Label::What(what)),
        (false, None) => {
            cx.push(Diagnostic::at(Code::CannotProtect, span).with("problem", "nobody"));
            None
        }
        (true, _) => {
            let source = cx.value(raw.source.asked_for());
            cx.reference(source, sources, Code::UnknownSource).map(Label::Source)
        }
    };
    let name_span = raw.name.as_ref().map_or(span, |n| n.span);
    let name = cx.text(raw.name);
    let aliases = texts(raw.aliases.into_iter(), cx);
    let function = cx.text_some(raw.function);
    let alone = cx.word(raw.surname_alone);
    let found = !name.is_empty() && searchable(&name, name_span, cx);
    let all = aliases.iter().chain([&name]);
    discreet(raw.what.as_ref(), all, cx);
    // A person whose source is not known is protected all the same.
    let label = label.unwrap_or_else(|| Label::What("een bron".to_owned()));
    found.then_some(Person { label, name, aliases, function, alone })
}

fn someone_else(raw: RawSomeoneElse, cx: &mut Context<'_>) -> Option<SomeoneElse> {
    let _span = raw.span;
    let text = cx.text(raw.text);
    let reason = cx.text(raw.reason);
    let whole = !text.is_empty() && !reason.is_empty();
    whole.then_some(SomeoneElse { text, reason })
}

fn secret(raw: RawSecret, cx: &mut Context<'_>) -> Option<Secret> {
    let _span = raw.span;
    let what = cx.value(raw.what);
    let list = cx.need(raw.texts);
    let texts = texts(list.into_iter(), cx);
    discreet(what.as_ref(), texts.iter(), cx);
    let label = Label::What(label(what, cx).unwrap_or_else(|| "een tekst".to_owned()));
    (!texts.is_empty()).then_some(Secret { label, texts })
}

/// Texts to search for, each of which is searchable.
fn texts(raw: impl Iterator<Item = List<Text>>, cx: &mut Context<'_>) -> Vec<String> {
    let mut out = Vec::new();
    for item in raw.flat_map(|l| l.items) {
        let span = item.span;
        let item = cx.present(item, "-");
        if let Some(text) = cx.text_some(item)
            && searchable(&text, span, cx)
        {
            out.push(text);
        }
    }
    out
}

/// How messages refer to something.
fn label(raw: Option<Text>, cx: &mut Context<'_>) -> Option<String> {
    cx.text_some(raw)
}

/// Why a text cannot be searched for: one with hardly any letters would match everywhere or nowhere.
fn unsearchable(text: &str) -> Option<&'static str> {
    match (plain(text).chars().count(), text.chars().count()) {
        (few, _) if few < FEWEST => Some("short"),
        (_, many) if many > MOST => Some("long"),
        _ => None,
    }
}

/// Whether a text can be searched for.
pub(super) fn is_searchable(text: &str) -> bool {
    unsearchable(text).is_none()
}

fn searchable(text: &str, span: Span, cx: &mut Context<'_>) -> bool {
    let Some(problem) = unsearchable(text) else { return true };
    let diagnostic = Diagnostic::at(Code::CannotProtect, span).with("problem", problem);
    cx.push(diagnostic.with("most", MOST.to_string()));
    false
}

/// Checks that `what`, which messages print, does not reveal what it protects.
fn discreet<'a>(
    what: Option<&Text>,
    protected: impl Iterator<Item = &'a String>,
    cx: &mut Context<'_>,
) {
    let Some(Text { value: Some(what), span, .. }) = what else { return };
    if protected.filter(|t| !t.is_empty()).any(|text| tells(what, text)) {
        cx.push(Diagnostic::at(Code::CannotProtect, *span).with("problem", "tells"));
    }
}

/// Whether a description says what it protects.
pub(super) fn tells(what: &str, text: &str) -> bool {
    let said = plain(what);
    let last = text.split(|c: char| !c.is_alphanumeric()).rfind(|w| w.chars().count() > 3);
    let words = [plain(text), last.map(plain).unwrap_or_default()];
    words.iter().any(|w| w.chars().count() >= FEWEST && said.contains(w.as_str()))
}

fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
