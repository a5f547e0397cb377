//! One round: from the case as it stands to its document, with all that is kept between rounds.

use super::round::{Became, Round};
use crate::cli::prepare::{Prepared, assets, scored};
use crate::diagnostics::{Code, Diagnostic, Report, SourceMap};
use crate::markdown::Kind;
use crate::narrative::Paper;
use crate::output::{Folder, edited};
use crate::preview::{Preview, Showing};
use crate::publish::{Layout, PageImages, Shelf, Typesetter, forget, lay_out, manuscript};
use anyhow::Result;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// For how many documents Typst keeps what it did not use again: enough to go back over some
/// edits, and bounded over a day's work.
const MEMORY: usize = 8;

/// How often, and with what pauses, is tried to write where another command is writing.
const TRIES: usize = 20;
const PAUSE: Duration = Duration::from_millis(50);

/// What is kept between rounds.
pub struct Workbench {
    case: PathBuf,
    kind: Kind,
    output: PathBuf,
    typesetter: Typesetter,
    images: PageImages,
    showing: Showing,
    /// What this watch wrote, by path.
    written: BTreeMap<PathBuf, Vec<u8>>,
    /// The folder of the document, once the case could be read.
    folder: Option<PathBuf>,
    read: BTreeSet<PathBuf>,
}

/// A document that was set.
struct Set<'a> {
    paper: Paper,
    layout: Layout<'a>,
    pdf: Vec<u8>,
}

impl Workbench {
    /// A workbench for one document of one case.
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

    /// Reads the theme and the fonts anew.
    pub fn take_theme(&mut self) {
        self.typesetter = Typesetter::new(&assets());
    }

    /// The files that the last round read or missed.
    pub fn read(&self) -> BTreeSet<PathBuf> {
        self.read.clone()
    }

    /// Sets and writes the document as it stands now, tells what became of it, and then draws its
    /// pages for the preview.
    pub fn round(
        &mut self,
        noticed: Instant,
        preview: Option<&Preview>,
        tell: impl FnOnce(&Round),
    ) {
        let mut prepared = scored(std::slice::from_ref(&self.case));
        prepared.check_texts(&self.typesetter);
        let paper = match prepared.has_errors() {
            true => None,
            false => prepared.papers(self.kind).pop().flatten(),
        };
        if let Some(scored) = prepared.cases.first() {
            self.folder = Some(self.output.join(&scored.case.name));
        }
        let Prepared { mut sources, mut report, .. } = prepared;
        let draft = paper.zip(self.folder.as_deref()).filter(|_| !report.has_errors());
        let set = draft.and_then(|(paper, folder)| {
            set(&self.typesetter, paper, folder, &mut sources, &mut report)
        });
        let became = match (&set, &self.folder) {
            (Some(set), Some(folder)) => write(set, folder, &mut self.written, &mut report),
            _ => Ok(Became::Errors),
        };
        self.read = read(&sources, &report, set.as_ref(), self.folder.as_deref());
        let became = became.unwrap_or_else(Became::Failed);
        let pdf = self.folder.as_ref().map(|f| f.join(format!("{}.pdf", self.kind.stem())));
        let (previewed, took) = (preview.is_some(), noticed.elapsed());
        let round = Round { report, sources, became, pdf, previewed, took };
        tell(&round);
        let new = set.is_some();
        if let Some(preview) = preview {
            self.showing.status = round.line();
            self.showing.problems = round.problems();
            self.showing.stale = !new;
            if let Some(Set { paper, layout, pdf }) = set {
                let document = paper.head.document.to_lowercase();
                self.showing.title = format!("{}: {document}", paper.head.municipality);
                self.showing.pages = self.images.draw(&layout);
                self.showing.pdf = Some(Arc::new(pdf));
            }
            preview.show(&self.showing);
        }
        // While there are errors nothing is set, and nothing grows old.
        if new {
            forget(MEMORY);
        }
    }
}

fn set<'a>(
    typesetter: &'a Typesetter,
    paper: Paper,
    folder: &Path,
    sources: &mut SourceMap,
    report: &mut Report,
) -> Option<Set<'a>> {
    let path = folder.join(format!("{}.md", paper.head.kind.stem()));
    let file = sources.add(path.display().to_string(), paper.text());
    let shelf = Shelf { figures: &paper.figures, folder };
    let manuscript = manuscript(typesetter, file, shelf, sources, report)?;
    let layout = lay_out(typesetter, &manuscript, sources, report)?;
    let pdf = layout.pdf(sources, report)?;
    Some(Set { paper, layout, pdf })
}

/// Writes what is not there yet, as `nota` does: nothing where the text was edited by hand.
fn write(
    set: &Set<'_>,
    folder: &Path,
    written: &mut BTreeMap<PathBuf, Vec<u8>>,
    report: &mut Report,
) -> Result<Became> {
    let stem = set.paper.head.kind.stem();
    let markdown = folder.join(format!("{stem}.md"));
    if edited(&markdown) {
        // The PDF may be of the edited text by now.
        written.clear();
        let shown = markdown.display().to_string();
        report.push(Diagnostic::of_file(Code::EditedByHand, &shown).with("path", shown));
        return Ok(Became::Kept);
    }
    let text = set.paper.text();
    let figures = set.paper.figures.iter().map(|(path, svg)| (path.clone(), svg.as_bytes()));
    let all: Vec<(String, &[u8])> = std::iter::once((format!("{stem}.md"), text.as_bytes()))
        .chain(figures)
        .chain([(format!("{stem}.pdf"), set.pdf.as_slice())])
        .collect();
    let there = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        written.get(&path).is_some_and(|known| known == bytes) && path.is_file()
    };
    if all.iter().all(|(name, bytes)| there(name, bytes)) {
        return Ok(Became::Unchanged);
    }
    let Some(open) = opened(folder)? else { return Ok(Became::Busy) };
    for (name, bytes) in all {
        let path = open.write(&name, bytes)?;
        written.insert(path, bytes.to_vec());
    }
    Ok(Became::Written)
}

/// Opens a folder for writing; another command needs it for a moment only.
fn opened(path: &Path) -> Result<Option<Folder>> {
    for _ in 0..TRIES {
        if let Some(folder) = Folder::open(path)? {
            return Ok(Some(folder));
        }
        std::thread::sleep(PAUSE);
    }
    Folder::open(path)
}

/// The files that a document was made of, and the images that it missed.
fn read(
    sources: &SourceMap,
    report: &Report,
    set: Option<&Set<'_>>,
    folder: Option<&Path>,
) -> BTreeSet<PathBuf> {
    let mut out: BTreeSet<PathBuf> = sources.paths().map(PathBuf::from).collect();
    let Some(folder) = folder else { return out };
    // What the program writes itself is no change.
    out.retain(|path| !path.starts_with(folder));
    for missing in report.iter().filter(|d| d.code == Code::ImageMissing) {
        let named = missing.args.iter().filter(|(name, _)| *name == "value");
        out.extend(named.map(|(_, value)| folder.join(value)));
    }
    let drawn = |name: &Path| {
        let name = name.to_string_lossy();
        set.is_some_and(|set| set.paper.figures.contains_key(name.as_ref()))
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
