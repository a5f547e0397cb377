//! One round of `watch`: from the current case to its document, with the state kept between rounds.

use super::clearing::{Batch, old_files};
use super::edits::basis;
use super::filled::files_of;
use super::prepare::{Prepared, add_new, assets, scored};
use super::stale::other_case;
use crate::diagnostics::{Code, Diagnostic, Report, SourceMap, portable};
use crate::files::{Folder, edited};
use crate::markdown::Kind;
use crate::narrative::DocumentText;
use crate::preview::{Preview, Showing};
use crate::privacy::{Cleared, Guard, Outgoing, Pictures, Typed};
use crate::publish::{
    Form, ImageSources, Layout, PageImages, Shown, Typesetter, forget, given_by_theme, lay_out,
    manuscript,
};
use anyhow::Result;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Number of rounds for which Typst keeps unused cache entries: enough to undo some edits, but
/// bounded over a day's work.
const MEMORY: usize = 8;

/// Attempts to lock a folder in which another command is writing.
const TRIES: usize = 20;
const PAUSE: Duration = Duration::from_millis(50);

/// The result of a round for the document.
pub enum Became {
    /// Its changed files were written.
    Written,
    /// It has not changed.
    Unchanged,
    /// The one on disk was edited by hand, and is kept.
    Kept,
    /// Errors prevent typesetting.
    Errors,
    /// Another command is writing in its folder.
    Busy,
    /// The file system refused: no permission, or a full disk.
    Failed(anyhow::Error),
}

/// The outcome of a round, to be reported.
pub struct Round {
    /// The problems found.
    pub report: Report,
    /// The texts that they point into.
    pub sources: SourceMap,
    /// The result for the document.
    pub became: Became,
    /// The path of its PDF, which need not exist.
    pub pdf: Option<PathBuf>,
    /// Whether there is a preview.
    pub previewed: bool,
    /// Time since the change was noticed.
    pub took: Duration,
}

/// The report of a round for the user.
pub struct Message {
    /// The result in one line.
    pub line: String,
    /// The errors and warnings as plain text.
    pub problems: String,
}

/// The state kept between rounds.
pub struct Workbench {
    case: PathBuf,
    kind: Kind,
    output: PathBuf,
    typesetter: Typesetter,
    images: PageImages,
    showing: Showing,
    /// The bytes of the files that this watch wrote, by path.
    written: BTreeMap<PathBuf, Vec<u8>>,
    /// The folder of the document; `None` until the case could be read.
    folder: Option<PathBuf>,
    read: BTreeSet<PathBuf>,
}

/// A typeset document.
struct Set<'a> {
    document: DocumentText,
    /// The images in it that users supplied.
    shown: Vec<Shown>,
    layout: Layout<'a>,
    pdf: Vec<u8>,
}

impl Set<'_> {
    /// All files to write: text, figures, merge base and PDF.
    fn files(&self, folder: &Path) -> Vec<Outgoing> {
        let stem = self.document.head.kind.stem();
        let mut files = files_of(&self.document, folder, stem);
        files.extend(basis(&self.document.text(), folder, stem));
        files.push(Outgoing::new(folder, &format!("{stem}.pdf"), self.pdf.as_slice()));
        files
    }
}

impl Workbench {
    /// The initial state for one document of one case.
    pub fn new(case: &Path, kind: Kind, output: &Path) -> Self {
        Self {
            case: case.to_owned(),
            kind,
            output: output.to_owned(),
            typesetter: Typesetter::new(&assets()),
            images: PageImages::default(),
            showing: Showing::default(),
            written: BTreeMap::new(),
            folder: None,
            read: BTreeSet::new(),
        }
    }

    /// Reloads the theme and the fonts.
    pub fn take_theme(&mut self) {
        self.typesetter = Typesetter::new(&assets());
    }

    /// The files that the last round read, or looked for in vain.
    pub fn read(&self) -> BTreeSet<PathBuf> {
        self.read.clone()
    }

    /// Typesets and writes the current document, reports the result, and then draws its pages for
    /// the preview.
    pub fn round(
        &mut self,
        noticed: Instant,
        preview: Option<&Preview>,
        tell: impl FnOnce(&Round) -> Message,
    ) {
        let mut prepared = scored(std::slice::from_ref(&self.case));
        prepared.check_texts(&self.typesetter);
        let document = match prepared.has_errors() {
            true => None,
            false => prepared.documents(self.kind).pop().flatten(),
        };
        prepared.hold_final();
        if let Some(scored) = prepared.cases.first() {
            self.folder = Some(self.output.join(&scored.case.name));
        }
        let scored = prepared.cases.pop();
        let Prepared { mut sources, mut report, texts, .. } = prepared;
        let draft = document.zip(self.folder.as_deref()).filter(|_| !report.has_errors());
        let set = draft.and_then(|(document, folder)| {
            let set = set(&self.typesetter, document, folder, &mut sources, &mut report)?;
            let guard = scored.as_ref()?.guard();
            let typed_in = scored.as_ref()?.folders.clone();
            let pictures = Pictures { shown: set.shown.clone(), seen: scored.as_ref()?.seen() };
            let (files, others) = (set.files(folder), Guard::of_nothing());
            let batch = Batch { files, guard, others, pictures, typed_in, private_folder: None };
            let typed = Typed { texts: &texts, sources: &sources, folders: &[] };
            let mut found = Report::default();
            let cleared = batch.clear(&typed, &mut found);
            add_new(found, &mut report);
            Some((set, cleared?))
        });
        let first = self.written.is_empty();
        let became = match (&set, &self.folder) {
            (Some((set, files)), Some(folder)) => {
                let became = write(set, files, folder, &mut self.written, &mut report);
                if let (true, Some(scored)) = (first, &scored) {
                    // Files of earlier runs can be large, so they are searched only once.
                    let fresh = files.iter().map(|file| file.path().to_owned()).collect();
                    old_files(folder, &fresh, &scored.guard(), &mut report);
                }
                became
            }
            _ => Ok(Became::Errors),
        };
        let set = set.map(|(set, _)| set);
        self.read = read(&sources, &report, set.as_ref(), self.folder.as_deref());
        let became = became.unwrap_or_else(Became::Failed);
        let pdf = self.folder.as_ref().map(|f| f.join(format!("{}.pdf", self.kind.stem())));
        let (previewed, took) = (preview.is_some(), noticed.elapsed());
        let round = Round { report, sources, became, pdf, previewed, took };
        let message = tell(&round);
        let new = set.is_some();
        if let Some(preview) = preview {
            self.showing.status = message.line;
            self.showing.problems = message.problems;
            self.showing.stale = !new;
            if let Some(Set { document, layout, pdf, .. }) = set {
                let title = document.head.document.to_lowercase();
                self.showing.title = format!("{}: {title}", document.head.municipality);
                self.showing.pages = self.images.draw(&layout);
                self.showing.pdf = Some(Arc::new(pdf));
            }
            preview.show(&self.showing);
        }
        // A round with errors does not age the cache, because it typesets nothing.
        if new {
            forget(MEMORY);
        }
    }
}

fn set<'a>(
    typesetter: &'a Typesetter,
    document: DocumentText,
    folder: &Path,
    sources: &mut SourceMap,
    report: &mut Report,
) -> Option<Set<'a>> {
    let path = folder.join(format!("{}.md", document.head.kind.stem()));
    let file = sources.add(portable(path), document.text());
    let image_sources = ImageSources { figures: &document.figures, folder };
    let mut shown = given_by_theme(&assets(), &[Form::Pdf], report);
    let manuscript = manuscript(typesetter, file, image_sources, sources, report)?;
    if report.has_errors() {
        return None;
    }
    shown.extend(manuscript.given.iter().cloned());
    let layout = lay_out(typesetter, &manuscript, sources, report)?;
    let pdf = layout.pdf(sources, report)?;
    Some(Set { document, shown, layout, pdf })
}

/// Writes the files that changed. As `nota` does, it writes nothing if the text was edited by hand.
fn write(
    set: &Set<'_>,
    files: &[Cleared],
    folder: &Path,
    written: &mut BTreeMap<PathBuf, Vec<u8>>,
    report: &mut Report,
) -> Result<Became> {
    let stem = set.document.head.kind.stem();
    let markdown = folder.join(format!("{stem}.md"));
    let own = set.document.head.cases.iter().flatten().next();
    if let Some(other) = other_case(&markdown, own.map(String::as_str)) {
        report.push(other);
        return Ok(Became::Errors);
    }
    if edited(&markdown) {
        // `render` may have written the PDF of the edited text, so nothing counts as up to date.
        written.clear();
        let shown = portable(markdown);
        report.push(Diagnostic::of_file(Code::EditedByHand, &shown).with("path", shown));
        return Ok(Became::Kept);
    }
    let unchanged = |file: &&Cleared| {
        let known = written.get(file.path());
        known.is_some_and(|known| known == file.bytes()) && file.path().is_file()
    };
    let new: Vec<&Cleared> = files.iter().filter(|file| !unchanged(file)).collect();
    if new.is_empty() {
        return Ok(Became::Unchanged);
    }
    let Some(open) = opened(folder)? else { return Ok(Became::Busy) };
    for file in new {
        written.insert(open.write(file)?, file.bytes().to_vec());
    }
    Ok(Became::Written)
}

/// Opens a folder for writing. Other commands lock it only briefly, so it tries again.
fn opened(path: &Path) -> Result<Option<Folder>> {
    for _ in 0..TRIES {
        if let Some(folder) = Folder::open(path)? {
            return Ok(Some(folder));
        }
        std::thread::sleep(PAUSE);
    }
    Folder::open(path)
}

/// The input files of a document, and the images that it missed.
fn read(
    sources: &SourceMap,
    report: &Report,
    set: Option<&Set<'_>>,
    folder: Option<&Path>,
) -> BTreeSet<PathBuf> {
    let mut out: BTreeSet<PathBuf> = sources.paths().map(PathBuf::from).collect();
    let Some(folder) = folder else { return out };
    // Files that the program writes itself are not inputs.
    out.retain(|path| !path.starts_with(folder));
    for missing in report.iter().filter(|d| d.code == Code::ImageMissing) {
        out.extend(missing.typed("value").map(|value| folder.join(value)));
    }
    let drawn = |name: &Path| {
        let name = name.to_string_lossy();
        set.is_some_and(|set| set.document.figures.contains_key(name.as_ref()))
    };
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let image = path.extension().and_then(|e| e.to_str());
        let image = image.is_some_and(|e| matches!(e, "svg" | "png" | "jpg" | "jpeg"));
        if image && !drawn(Path::new(&entry.file_name())) {
            out.insert(path);
        }
    }
    out
}
