//! `rekenkamer render`: sets any nota.md again, also one edited by hand.

use super::behind::{Behind, Given, behind};
use super::depfile::{self, Depfile, Rule, of_templates};
use super::names::there;
use super::prepare::{assets, veil};
use super::privacy;
use super::release::{self, Batch, own_folder};
use super::set::{Job, Published, set_each};
use super::{Outcome, stale, tell};
use crate::diagnostics::{
    Code, Diagnostic, FileId, Report, Span, foreign, is_utf16, phrase, portable,
};
use crate::load::Loader;
use crate::markdown::{Head, Kind, seal, split};
use crate::model::{Located, Protected};
use crate::output::{
    Cleared, Folder, Guard, Kept, Outgoing, Pictures, Searched, Secluded, Spool, Typed, replaceable,
};
use crate::publish::Form;
use crate::text::composed;
use anyhow::Result;
use clap::ValueEnum;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Arguments of `render`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The files to set
    #[arg(required = true, value_name = "NOTA.MD", value_parser = there())]
    files: Vec<PathBuf>,
    /// In which forms, separated by commas
    #[arg(long, value_enum, value_delimiter = ',', default_value = "pdf")]
    format: Vec<Format>,
    #[command(flatten)]
    given: Given,
    #[command(flatten)]
    depfile: Depfile,
}

/// In which form a document is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// PDF/UA-1 and PDF/A-2a
    Pdf,
    /// One accessible HTML file
    Html,
    /// Word
    Docx,
}

impl Args {
    /// The forms, each once.
    fn forms(&self) -> Vec<Form> {
        let asked = |(format, form)| self.format.contains(&format).then_some(form);
        let all =
            [(Format::Pdf, Form::Pdf), (Format::Html, Form::Html), (Format::Docx, Form::Docx)];
        all.into_iter().filter_map(asked).collect()
    }
}

/// A document to set again, and what it may not tell.
struct Draft {
    job: Job,
    /// The names of its files, without their ending.
    stem: String,
    kind: Kind,
    guard: Guard,
    behind: Behind,
    municipality: String,
    secluded: Option<Secluded>,
}

/// Sets notas; each comes beside its Markdown.
pub fn run(args: &Args) -> Result<Outcome> {
    let mut loader = Loader::new(assets());
    let drafts: Vec<Draft> =
        args.files.iter().filter_map(|file| draft(file, args, &mut loader)).collect();
    veil(&mut loader);
    tell::problems(&loader.report, &loader.sources);
    if loader.report.has_errors() {
        tell::line(&tell::summary(&loader.report.sorted()));
        tell::say(&phrase("nothing-written"));
        return Ok(Outcome::Errors);
    }
    let spool = Spool::beside(drafts.first().map_or(Path::new("."), |draft| &draft.job.folder))?;
    let typed = Typed { texts: &[], sources: &loader.sources, folders: &[] };
    let others = others(&drafts);
    let set = set_each(
        drafts.iter().collect(),
        &assets(),
        |draft: &&Draft| Ok(Cow::Borrowed(&draft.job)),
        |draft, published| draft.pass(published, &others, &typed, &spool),
    );
    let Some(set) = set? else {
        return Ok(Outcome::Errors);
    };
    let mut report = Report::default();
    let mut passed: Vec<(&Draft, Vec<Kept>)> = Vec::new();
    for (draft, (files, told)) in drafts.iter().zip(set) {
        report.extend(told);
        passed.extend(files.map(|files| (draft, files)));
    }
    let fresh: BTreeSet<PathBuf> = passed
        .iter()
        .flat_map(|(draft, files)| {
            let set = files.iter().map(|file| file.path().to_owned());
            set.chain([PathBuf::from(&draft.job.path)])
        })
        .collect();
    for (draft, _) in &passed {
        release::old_files(&draft.job.folder, &fresh, &draft.guard, &mut report);
    }
    tell::problems(&report, &loader.sources);
    if report.has_errors() || passed.len() < drafts.len() {
        tell::say(&phrase("nothing-written"));
        return Ok(Outcome::Errors);
    }
    let guards = drafts.iter().map(|draft| &draft.guard);
    if !args.depfile.write(|| rules(&passed, &loader), guards)? {
        return Ok(Outcome::Errors);
    }
    let paths = passed.iter().flat_map(|(_, files)| files).map(Kept::path);
    paths.into_iter().try_for_each(replaceable)?;
    let mut written = Vec::new();
    for (draft, files) in passed {
        let files = files.iter().map(|kept| spool.back(kept));
        if !write(&draft.job.folder, files, &mut written)? {
            return Ok(Outcome::Errors);
        }
    }
    tell::written(&written)
}

impl Draft {
    /// Lets what was set pass the gate, and puts it away; nothing where the gate stops it.
    fn pass(
        &self,
        published: Published,
        others: &Guard,
        typed: &Typed<'_>,
        spool: &Spool,
    ) -> Result<(Option<Vec<Kept>>, Report)> {
        let mut report = Report::default();
        let file = |(form, bytes)| {
            let name = release::file_name(&self.stem, self.kind, form);
            Outgoing::new(&self.job.folder, &name, bytes)
        };
        let pictures = Pictures { shown: published.shown, seen: self.behind.seen.clone() };
        let files = published.forms.into_iter().map(file).collect();
        let (guard, others, secluded) = (self.guard.clone(), others.clone(), self.secluded.clone());
        let batch = Batch { files, guard, others, pictures, typed_in: Vec::new(), secluded };
        let files = batch.clear(typed, &mut report);
        Ok((files.map(|files| spool.keep(files)).transpose()?, report))
    }
}

/// What all cases of the call protect, for the document of every other one; nothing for one alone.
fn others(drafts: &[Draft]) -> Guard {
    if drafts.len() < 2 {
        return Guard::of_nothing();
    }
    let mut protected = Protected::default();
    drafts.iter().for_each(|draft| protected.extend(draft.behind.protected.clone()));
    let towns: Vec<&str> = drafts.iter().map(|draft| draft.municipality.as_str()).collect();
    Guard::of(&protected, &towns)
}

/// What each document depends on: its text, its images, and the key file of its case.
fn rules(passed: &[(&Draft, Vec<Kept>)], loader: &Loader) -> Vec<Rule> {
    let shared: BTreeSet<PathBuf> = of_templates(&assets());
    let texts = passed.iter().map(|(draft, _)| draft.job.path.clone().into());
    let texts: BTreeSet<PathBuf> = texts.collect();
    let keys: BTreeSet<PathBuf> =
        depfile::read(&loader.sources).difference(&texts).cloned().collect();
    let rule = |(Draft { job, .. }, files): &(&Draft, Vec<Kept>)| {
        let own =
            depfile::images(&job.text, &job.folder).into_iter().chain([job.path.clone().into()]);
        let inputs = own.chain(shared.iter().cloned()).chain(keys.iter().cloned());
        release::rule(files.iter().map(Kept::path), inputs.collect())
    };
    passed.iter().map(rule).collect()
}

fn draft(path: &Path, args: &Args, loader: &mut Loader) -> Option<Draft> {
    let forms = args.forms();
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
    let mut secluded = None;
    let mut kind = Kind::default();
    if let Some(Ok(head)) = yaml.map(Head::parse) {
        let edited = seal(&head, body) != head.seal;
        if edited {
            tell::say(&phrase("edited-after").with("path", &shown));
        }
        let file = sources.add(&shown, &text);
        if head.internal {
            secluded = own_folder(folder, report);
            refuse_unmarked(&forms, report);
        } else if edited {
            privacy::check_edited(file, sources, report);
        }
        behind = hold_against_case((&head, edited, file), &args.given, loader)?;
        (kind, municipality) = (head.kind, head.municipality);
    }
    let guard = Guard::of(&behind.protected, &[&municipality]);
    let veil = guard.clone();
    let job = Job {
        path: shown,
        text,
        folder: folder.to_owned(),
        figures: BTreeMap::new(),
        forms,
        scorecard: None,
        dump: false,
        veil: Some(Arc::new(move |text: &str| veil.finds(text))),
    };
    let stem = path.file_stem().map_or("nota".into(), |s| s.to_string_lossy().into_owned());
    Some(Draft { job, stem, kind, guard, behind, municipality, secluded })
}

/// Only the pages of a PDF carry the mark of an internal document.
fn refuse_unmarked(forms: &[Form], report: &mut Report) {
    for form in forms.iter().filter(|form| **form != Form::Pdf) {
        let option = format!("--format {}", form.ending());
        let diagnostic = Diagnostic::of_file(Code::NoUse, &option).with("value", &option);
        report.push(diagnostic.with("what", phrase("what-internal")));
    }
}

/// The protected names of the cases behind a document stay protected, also while a case is in
/// error; judgements and figures that an edit changed are pointed out. Gives what the document may
/// not tell and may show; nothing where that cannot be known, which stands in the report.
fn hold_against_case(
    (head, edited, file): (&Head, bool, FileId),
    given: &Given,
    loader: &mut Loader,
) -> Option<Behind> {
    let shown = loader.sources.path(file).to_owned();
    let behind = behind(head, Path::new(&shown), given, loader)?;
    if !head.internal {
        search_text(&Guard::of(&behind.protected, &[&head.municipality]), file, loader);
    }
    // A comparison has no one case behind it.
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

/// Searches the text of a document before anything is set: it tells where a name stands.
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
        searched.tell(guard, &typed, report);
    }
}

/// Writes a document in its forms; `false` where another run is writing there.
fn write(
    path: &Path,
    mut files: impl Iterator<Item = Result<Cleared>>,
    written: &mut Vec<PathBuf>,
) -> Result<bool> {
    let Some(folder) = Folder::open(path)? else {
        tell::busy(path);
        return Ok(false);
    };
    files.try_for_each(|file| release::write(&folder, &[file?], written))?;
    Ok(true)
}
