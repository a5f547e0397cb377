//! Writing a comparison: everything in memory first, then file by file.

use super::{Args, Format};
use crate::cli::behind::recorded;
use crate::cli::depfile::{self, of_templates};
use crate::cli::edits;
use crate::cli::prepare::{assets, files_of};
use crate::cli::release;
use crate::cli::set::{Job, set_one};
use crate::cli::{Outcome, tell};
use crate::diagnostics::{Code, Diagnostic, Report, SourceMap, phrase, portable};
use crate::load::{Loader, STUDY};
use crate::markdown::Kind;
use crate::narrative::Paper;
use crate::output::{Cleared, Folder, Guard, Outgoing, Pictures, Typed, clear, clear_with, edited};
use crate::publish::{Form, Shown, Typesetter, check_texts};
use anyhow::Result;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The name of the files, without their ending.
const STEM: &str = "vergelijking";

/// What may be written.
pub struct Outputs {
    /// The document.
    pub nota: Paper,
    /// The page for a screen; a study that codes documents has its document there instead.
    pub page: Option<Vec<u8>>,
    /// All numbers.
    pub json: String,
    /// All tables.
    pub csv: Vec<u8>,
    /// All tables.
    pub xlsx: Vec<u8>,
    /// Figures that a case can name.
    pub peers: Option<String>,
}

impl Outputs {
    /// Records the folders of the cases behind the document, where paths lead to all of them.
    pub fn record(&mut self, folders: &[PathBuf]) {
        let recorded: Option<Vec<String>> = folders.iter().map(|f| recorded(f)).collect();
        recorded.into_iter().for_each(|cases| self.nota.record(cases));
    }

    /// The files in the forms that were asked for.
    fn files(self, args: &Args, made: &str, set: Forms, folder: &Path) -> Vec<Outgoing> {
        let mut out = Vec::new();
        let at = |ending: &str, bytes: Vec<u8>| {
            Outgoing::new(folder, &format!("{STEM}.{ending}"), bytes)
        };
        let asked = |format: Format| args.format.contains(&format);
        if asked(Format::Md) {
            out.extend(files_of(&self.nota, folder, STEM));
            out.extend(edits::basis(made, folder, STEM));
        }
        out.extend(set.into_iter().map(|(form, bytes)| at(form.ending(), bytes)));
        out.extend(self.page.map(|bytes| at(Form::Html.ending(), bytes)));
        let tables = [
            (Format::Json, "json", self.json.into_bytes()),
            (Format::Csv, "csv", self.csv),
            (Format::Xlsx, "xlsx", self.xlsx),
        ];
        let tables = tables.into_iter().filter(|(format, ..)| asked(*format));
        out.extend(tables.map(|(_, ending, bytes)| at(ending, bytes)));
        out.extend(self.peers.map(|peers| Outgoing::new(folder, "peers.yaml", peers)));
        out
    }
}

/// Writes a comparison, unless something is in error.
pub fn write(
    args: &Args,
    mut outputs: Outputs,
    guard: &Guard,
    mut loader: Loader,
) -> Result<Outcome> {
    let folder = args.output.join(&args.name);
    let path = folder.join(format!("{STEM}.md"));
    let made = outputs.nota.text();
    let mut conflicts = Vec::new();
    let markdown = args.format.contains(&Format::Md);
    if edited(&path) && !(args.on_edit.force && markdown) {
        let Loader { sources, report, .. } = &mut loader;
        match args.on_edit.merge && markdown {
            true => conflicts = edits::merge(&mut outputs.nota, &path, sources, report),
            false => report.push(edits::refusal(&path)),
        }
    }
    if args.anonymise {
        old_files(args, &folder, &mut loader.report);
    }
    // What `check` refuses is refused in every form.
    let typesetter = Typesetter::new(&assets());
    check_texts(&typesetter, &loader.texts, &loader.sources, &mut loader.report);
    if edits::only_edits(&loader.report) {
        return offer(made, &path, guard, loader);
    }
    if loader.report.has_errors() {
        return super::refused(&loader);
    }
    let forms = if conflicts.is_empty() { forms(args, &outputs) } else { Vec::new() };
    let Some((set, shown)) = set(forms, &outputs.nota, &path, &folder, guard)? else {
        return Ok(Outcome::Errors);
    };
    let Loader { sources, report, texts, pictures, .. } = &mut loader;
    let seen = pictures.iter().map(|picture| picture.sha256.clone()).collect();
    let pictures = Pictures { shown, seen };
    let typed = Typed { texts, sources, folders: &[] };
    let files = outputs.files(args, &made, set, &folder);
    let passed = clear_with(&[guard], &pictures, files, &typed, report);
    let Some(files) = passed else {
        return super::refused(&loader);
    };
    tell::problems(&loader.report, &loader.sources);
    let paths = || files.iter().map(Cleared::path);
    let rule = || vec![release::rule(paths(), inputs(args, &loader.sources))];
    if !args.depfile.write(rule, [guard])? {
        return Ok(Outcome::Errors);
    }
    let Some(open) = Folder::open(&folder)? else {
        tell::busy(&folder);
        return Ok(Outcome::Errors);
    };
    if args.format.contains(&Format::Md) && edited(&path) {
        let kept = open.keep(STEM, "md")?;
        tell::say(&phrase("edited-comparison-kept").with("path", portable(kept)));
    }
    let mut written = Vec::new();
    release::write(&open, &files, &mut written)?;
    if markdown && conflicts.is_empty() {
        edits::settle(args.on_edit, &open, STEM)?;
    }
    edits::tell_conflicts(&path, &conflicts);
    let done = tell::written(&written)?;
    Ok(if conflicts.is_empty() { done } else { Outcome::Errors })
}

/// A document in some forms, each with its bytes.
type Forms = Vec<(Form, Vec<u8>)>;

/// In which forms the document itself is set.
fn forms(args: &Args, outputs: &Outputs) -> Vec<Form> {
    let asked = |format: Format| args.format.contains(&format);
    let document = asked(Format::Html) && outputs.page.is_none();
    let pdf = asked(Format::Pdf).then_some(Form::Pdf);
    pdf.into_iter().chain(document.then_some(Form::Html)).collect()
}

/// The document in these forms, and the images in it that somebody gave; `None` where it could not be set, which is told.
fn set(
    forms: Vec<Form>,
    nota: &Paper,
    path: &Path,
    folder: &Path,
    guard: &Guard,
) -> Result<Option<(Forms, Vec<Shown>)>> {
    if forms.is_empty() {
        return Ok(Some((Vec::new(), Vec::new())));
    }
    let veil = guard.clone();
    let job = Job {
        path: portable(path),
        text: nota.text(),
        folder: folder.to_owned(),
        figures: nota.figures.clone(),
        forms,
        scorecard: None,
        dump: false,
        veil: Some(Arc::new(move |text: &str| veil.finds(text))),
    };
    Ok(set_one(&job, &assets())?.map(|set| (set.forms, set.shown)))
}

/// The files that a comparison was made of. A coding study may stand in a workbook, which is no
/// text.
fn inputs(args: &Args, sources: &SourceMap) -> BTreeSet<PathBuf> {
    let studies = args.cases.iter().filter(|path| path.join(STUDY).is_file());
    let files = studies.filter_map(|folder| std::fs::read_dir(folder).ok()).flatten().flatten();
    let files = files.map(|entry| entry.path()).filter(|path| path.is_file());
    depfile::read(sources).into_iter().chain(of_templates(&assets())).chain(files).collect()
}

/// Puts the new text beside the one that was edited by hand; nothing else is written.
fn offer(made: String, path: &Path, guard: &Guard, mut loader: Loader) -> Result<Outcome> {
    let Loader { sources, report, texts, .. } = &mut loader;
    let typed = Typed { texts, sources, folders: &[] };
    let folder = path.parent().unwrap_or(Path::new("."));
    let new = Outgoing { path: edits::beside(folder, STEM), bytes: made.into_bytes() };
    let passed = clear(guard, vec![new], &typed, report);
    let Some(files) = passed else {
        return super::refused(&loader);
    };
    tell::problems(&loader.report, &loader.sources);
    for file in &files {
        if !edits::offer(path, file, guard)? {
            return Ok(Outcome::Errors);
        }
    }
    tell::say(&phrase("nothing-else-written"));
    Ok(Outcome::Errors)
}

/// What an earlier run left in the folder and this one does not replace would stand, with names,
/// beside what is anonymous.
fn old_files(args: &Args, folder: &Path, report: &mut Report) {
    let forms = [
        (Format::Md, "md"),
        (Format::Pdf, "pdf"),
        (Format::Html, "html"),
        (Format::Json, "json"),
        (Format::Csv, "csv"),
        (Format::Xlsx, "xlsx"),
    ];
    let kept = forms.iter().filter(|(form, _)| !args.format.contains(form));
    let names = kept.map(|(_, ending)| format!("{STEM}.{ending}"));
    // What `render` makes of a comparison is replaced by none of these.
    let rendered = [Form::Html, Form::Docx];
    let rendered = rendered.map(|form| release::file_name(STEM, Kind::Comparison, form));
    let mut beside = vec!["peers.yaml".to_owned(), format!("{STEM}.nieuw.md")];
    beside.extend(rendered);
    if !args.format.contains(&Format::Md) {
        beside.push(format!("{}/{STEM}.md", edits::BASIS));
    }
    let old: Vec<String> = names.chain(beside).filter(|name| folder.join(name).exists()).collect();
    if !old.is_empty() {
        let diagnostic = Diagnostic::of_file(Code::OldFiles, portable(folder));
        report.push(diagnostic.with("value", old.join(", ")));
    }
}
