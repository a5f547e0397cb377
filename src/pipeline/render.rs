//! Typesets a document again from its Markdown, also if it was edited by hand.

use super::behind::{Behind, GivenCases, behind};
use super::clearing::own_folder;
use super::depfile;
use super::document::{Document, Known, Options, Text, Written, write};
use super::listener::Listener;
use super::prepare::{assets, redaction};
use super::{privacy, stale};
use crate::diagnostics::{
    Code, Diagnostic, FileId, Report, Span, foreign, is_utf16, phrase, portable,
};
use crate::load::Loader;
use crate::markdown::{Head, Kind, seal, split};
use crate::model::{Located, Protected};
use crate::privacy::{Guard, Outgoing, PrivateFolder, Searched, Store, Typed};
use crate::publish::{Form, Typesetter};
use crate::text::composed;
use anyhow::Result;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Which documents to typeset again, and in which formats.
#[derive(Debug, Clone)]
pub struct RenderRequest {
    /// The Markdown files. Output is written beside them.
    pub files: Vec<PathBuf>,
    /// The output formats.
    pub forms: Vec<Form>,
    /// What the user specified about their cases.
    pub given: GivenCases,
    /// The options shared by all documents.
    pub options: Options,
}

/// A document to typeset again, with its protected names.
struct Draft {
    path: PathBuf,
    text: String,
    folder: PathBuf,
    stem: String,
    kind: Kind,
    guard: Guard,
    behind: Behind,
    municipality: String,
    private_folder: Option<PrivateFolder>,
}

/// Typesets documents again. If there is any error, it is reported to the listener, nothing is
/// written, and the result is `None`.
///
/// # Errors
/// If the file system refuses.
pub fn render(request: &RenderRequest, listener: &dyn Listener) -> Result<Option<Written>> {
    let mut loader = Loader::new(assets());
    let files = request.files.iter();
    let drafts: Vec<Draft> =
        files.filter_map(|file| draft(file, request, &mut loader, listener)).collect();
    redaction(&mut loader);
    listener.problems(&loader.report, &loader.sources);
    if loader.report.has_errors() {
        listener.summary(&loader.report);
        listener.say(&phrase("nothing-written"));
        return Ok(None);
    }
    let store = Store::of(drafts.len(), drafts.first().map_or(Path::new("."), |d| &d.folder))?;
    let others = others(&drafts);
    let keys = keys(&drafts, &loader);
    let documents = drafts.into_iter().map(|draft| draft.document(request, &others, &keys));
    let nothing = Report::default();
    let typesetter = &Typesetter::new(&assets());
    let known = Known { sources: &loader.sources, texts: &[], reported: &nothing, typesetter };
    write(documents.collect(), &request.options, &known, &store, listener)
}

impl Draft {
    fn document(
        self,
        request: &RenderRequest,
        others: &Guard,
        keys: &BTreeSet<PathBuf>,
    ) -> Document {
        let images = match request.options.depfile {
            Some(_) => depfile::images(&self.text, &self.folder),
            None => BTreeSet::new(),
        };
        let inputs = images.into_iter().chain([self.path.clone()]).chain(keys.iter().cloned());
        Document {
            folder: self.folder,
            stem: self.stem,
            kind: self.kind,
            text: Text::Given(self.path, self.text),
            made: None,
            conflicts: Vec::new(),
            markdown: false,
            forms: request.forms.clone(),
            checked: true,
            dump: false,
            beside: Vec::new(),
            scorecard: None,
            guard: self.guard,
            others: others.clone(),
            seen: self.behind.seen,
            typed_in: Vec::new(),
            private_folder: self.private_folder,
            inputs: inputs.collect(),
        }
    }
}

/// The input files other than the documents, such as the key files of their cases.
fn keys(drafts: &[Draft], loader: &Loader) -> BTreeSet<PathBuf> {
    let texts: BTreeSet<PathBuf> = drafts.iter().map(|d| portable(&d.path).into()).collect();
    depfile::read(&loader.sources).difference(&texts).cloned().collect()
}

/// The protected names of all cases of the call, for searching every document; none for a single
/// document.
fn others(drafts: &[Draft]) -> Guard {
    if drafts.len() < 2 {
        return Guard::of_nothing();
    }
    let mut protected = Protected::default();
    drafts.iter().for_each(|draft| protected.extend(draft.behind.protected.clone()));
    let towns: Vec<&str> = drafts.iter().map(|draft| draft.municipality.as_str()).collect();
    Guard::of(&protected, &towns)
}

/// The text of a document that somebody edited, after it was held against its case. `None` if it
/// cannot be read; the reason is in the loader's report.
pub fn edited_text(
    path: &Path,
    request: &RenderRequest,
    loader: &mut Loader,
    listener: &dyn Listener,
) -> Option<String> {
    draft(path, request, loader, listener).map(|draft| draft.text)
}

fn draft(
    path: &Path,
    request: &RenderRequest,
    loader: &mut Loader,
    listener: &dyn Listener,
) -> Option<Draft> {
    let Loader { sources, report, .. } = loader;
    let shown = portable(path);
    let bytes = match crate::assets::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let help = phrase("give-a-nota");
            report.push(Diagnostic::of_file(Code::FileMissing, shown).with("help", help));
            return None;
        }
        Err(_) if path.is_dir() => {
            let help = phrase("render-folder").with("path", portable(path.join("nota.md")));
            report.push(
                Diagnostic::of_file(Code::ForeignFile, shown)
                    .with("kind", phrase("foreign-folder"))
                    .with("help", help),
            );
            return None;
        }
        Err(error) => {
            report.push(Diagnostic::unreadable(shown, &error));
            return None;
        }
    };
    if let Some(kind) = foreign(&bytes) {
        let nota = portable(path.with_extension("md"));
        let help = phrase("render-foreign").with("path", nota);
        let diagnostic = Diagnostic::of_file(Code::ForeignFile, shown).with("kind", kind);
        report.push(diagnostic.with("help", help));
        return None;
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    let Ok(text) =
        std::str::from_utf8(bytes).map(|t| composed(&t.replace("\r\n", "\n")).into_owned())
    else {
        let file = sources.add(shown, String::from_utf8_lossy(bytes));
        let start = String::from_utf8_lossy(bytes).find('\u{FFFD}').unwrap_or(0);
        let help = if is_utf16(bytes) { "utf16-help" } else { "windows-help" };
        let diagnostic = Diagnostic::at(Code::NotUtf8, Span { file, start, end: start + 3 });
        report.push(diagnostic.with("help", phrase(help)));
        return None;
    };
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let (yaml, body) = split(&text);
    let (mut behind, mut municipality) = (Behind::default(), String::new());
    let mut private_folder = None;
    let mut kind = Kind::default();
    if let Some(Ok(head)) = yaml.map(Head::parse) {
        let edited = seal(&head, body) != head.seal;
        if edited {
            listener.say(&phrase("edited-after").with("path", &shown));
        }
        let file = sources.add(&shown, &text);
        if head.internal {
            private_folder = own_folder(folder, report);
            refuse_unmarked(&request.forms, report);
        } else if edited {
            privacy::check_edited(file, sources, report);
        }
        behind = hold_against_case((&head, edited, file), &request.given, loader)?;
        (kind, municipality) = (head.kind, head.municipality);
    }
    let guard = Guard::of(&behind.protected, &[&municipality]);
    let stem = path.file_stem().map_or("nota".into(), |s| s.to_string_lossy().into_owned());
    let folder = folder.to_owned();
    Some(Draft {
        path: path.to_owned(),
        text,
        folder,
        stem,
        kind,
        guard,
        behind,
        municipality,
        private_folder,
    })
}

/// Refuses formats other than PDF for an internal document: only its pages carry the mark.
fn refuse_unmarked(forms: &[Form], report: &mut Report) {
    for form in forms.iter().filter(|form| **form != Form::Pdf) {
        let option = format!("--format {}", form.ending());
        let diagnostic = Diagnostic::of_file(Code::NoUse, &option).with("value", &option);
        report.push(diagnostic.with("what", phrase("what-internal")));
    }
}

/// Collects the protected names of the cases of a document, even if a case has errors, and reports
/// judgements and figures that were edited. Returns the protected names and the checked images;
/// `None` if they cannot be known, for the reason in the report.
fn hold_against_case(
    (head, edited, file): (&Head, bool, FileId),
    given: &GivenCases,
    loader: &mut Loader,
) -> Option<Behind> {
    let shown = loader.sources.path(file).to_owned();
    let behind = behind(head, Path::new(&shown), given, loader)?;
    if !head.internal {
        search_text(&Guard::of(&behind.protected, &[&head.municipality]), file, loader);
    }
    // A comparison has no single case to compare it with.
    if !Kind::OF_CASE.contains(&head.kind) {
        if edited {
            loader.report.push(Diagnostic::of_file(Code::NotHeldAgainst, shown));
        }
        return Some(behind);
    }
    if let [case] = behind.cases.as_slice() {
        stale::hold(case, head, edited, file, loader);
    }
    Some(behind)
}

/// Searches the text of a document before typesetting, so that messages can point at the line of a
/// name.
fn search_text(guard: &Guard, file: FileId, loader: &mut Loader) {
    let Loader { sources, report, .. } = loader;
    let path = PathBuf::from(sources.path(file));
    let mut searched = Searched::default();
    searched.look(guard, &Outgoing { path, bytes: sources.text(file).into() });
    if searched.stops() {
        let value = sources.text(file).to_owned();
        let span = Span { file, start: 0, end: value.len() };
        let texts = [Located { value, span }];
        let typed = Typed { texts: &texts, sources, folders: &[] };
        searched.report_finds(guard, &typed, report);
    }
}
