//! `rekenkamer nota`: from a case to its documents.

use super::depfile::{Depfile, of_templates};
use super::edits::{self, OnEdit};
use super::prepare::{Prepared, Scored, add_new, assets, files_of, scored};
use super::release::{self, Batch, MARK};
use super::set::{Job, Published, set_all};
use super::{Outcome, tell};
use crate::crew;
use crate::diagnostics::{Code, Diagnostic, Report, phrase};
use crate::markdown::Kind;
use crate::narrative::Paper;
use crate::output::{Cleared, Folder, Guard, Outgoing, Secluded, Typed, edited};
use crate::publish::{Form, Typesetter};
use anyhow::Result;
use clap::ValueEnum;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Which document is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Document {
    /// The report for the council
    Nota,
    /// The report of findings, criterion by criterion
    Report,
    /// One page
    Summary,
    /// Which source says something about which criterion
    Matrix,
}

/// For which stage of the audit the nota van bevindingen is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Stage {
    /// Hearing of officials: without conclusions and recommendations, with numbered paragraphs
    Hearing,
}

impl Document {
    /// Its kind, for a stage of the audit.
    pub fn kind(self, stage: Option<Stage>) -> Kind {
        match (self, stage) {
            (Self::Nota, _) => Kind::Nota,
            (Self::Report, None) => Kind::Report,
            (Self::Report, Some(Stage::Hearing)) => Kind::Hearing,
            (Self::Summary, _) => Kind::Summary,
            (Self::Matrix, _) => Kind::Matrix,
        }
    }
}

/// In which form a document is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Markdown
    Md,
    /// PDF/UA-1 and PDF/A-2a
    Pdf,
    /// One accessible HTML file
    Html,
    /// Word
    Docx,
}

/// Arguments of `nota`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folders of the cases
    #[arg(required = true, value_name = "CASE")]
    cases: Vec<PathBuf>,
    /// Which documents, separated by commas
    #[arg(
        long,
        value_enum,
        value_delimiter = ',',
        default_value = "nota",
        default_value_if("internal", "true", "matrix"),
        value_name = "DOCUMENT"
    )]
    document: Vec<Document>,
    /// Make the version of the report of findings for this stage
    #[arg(long, value_enum, value_name = "STAGE")]
    stage: Option<Stage>,
    /// In which forms, separated by commas
    #[arg(
        long,
        value_enum,
        value_delimiter = ',',
        default_value = "md,pdf",
        value_name = "FORMAT"
    )]
    format: Vec<Format>,
    /// The folder in which each case gets a folder
    #[arg(long, value_name = "FOLDER", default_value = "output")]
    output: PathBuf,
    #[command(flatten)]
    on_edit: OnEdit,
    /// Put the scorecard into the PDF (then PDF/A-3a), so that others can compare with it
    #[arg(long)]
    attach: bool,
    /// Make the matrix of sources or the report of findings for your own use, with the names behind
    /// the codes of sources; only in a folder that git ignores
    #[arg(long, conflicts_with_all = ["attach", "stage"])]
    internal: bool,
    /// Write everything with which Typst sets the document too, for who changes the theme
    #[arg(long)]
    dump: bool,
    #[command(flatten)]
    depfile: Depfile,
}

impl Args {
    /// The documents, each once.
    fn kinds(&self) -> Vec<Kind> {
        let all = Document::value_variants().iter();
        all.filter(|d| self.document.contains(d)).map(|d| d.kind(self.stage)).collect()
    }

    /// The forms beside Markdown, each once.
    fn forms(&self) -> Vec<Form> {
        let all =
            [(Format::Pdf, Form::Pdf), (Format::Html, Form::Html), (Format::Docx, Form::Docx)];
        let asked = |(format, form)| self.format.contains(&format).then_some(form);
        all.into_iter().filter_map(asked).collect()
    }

    fn markdown(&self) -> bool {
        self.format.contains(&Format::Md)
    }

    /// What only a public document, or only an internal one, can be.
    fn refuse_internal(&self, report: &mut Report) {
        if !self.internal {
            return;
        }
        let unfit = [
            (self.document.contains(&Document::Nota), "--document nota"),
            (self.document.contains(&Document::Summary), "--document summary"),
            // Their pages do not carry the mark.
            (self.format.contains(&Format::Html), "--format html"),
            (self.format.contains(&Format::Docx), "--format docx"),
        ];
        for (_, option) in unfit.into_iter().filter(|(given, _)| *given) {
            let diagnostic = Diagnostic::of_file(Code::NoUse, option).with("value", option);
            report.push(diagnostic.with("what", phrase("what-internal")));
        }
    }
}

/// A document on its way to its folder.
struct Draft {
    folder: PathBuf,
    stem: String,
    paper: Paper,
    /// The text as generated, before any merge.
    made: String,
    /// The lines at which a merge found that both sides changed.
    conflicts: Vec<usize>,
    scorecard: Option<String>,
    guard: Guard,
    typed_in: Vec<String>,
    secluded: Option<Secluded>,
    /// The files that were read for it.
    inputs: BTreeSet<PathBuf>,
}

impl Draft {
    fn path(&self) -> PathBuf {
        self.folder.join(format!("{}.md", self.stem))
    }
}

/// Writes documents of cases. Where any case has an error, nothing is written.
pub fn run(args: &Args) -> Result<Outcome> {
    let mut prepared = scored(&args.cases);
    prepared.report.extend_some(misplaced_stage(args.stage, &args.document));
    args.refuse_internal(&mut prepared.report);
    if !prepared.has_errors() {
        prepared.check_texts(&Typesetter::new(&assets()));
    }
    let folders: Vec<PathBuf> =
        prepared.cases.iter().map(|c| args.output.join(&c.case.name)).collect();
    refuse_same_names(&folders, &mut prepared.report);
    let own: Vec<Option<Secluded>> = match args.internal {
        true => folders.iter().map(|f| release::own_folder(f, &mut prepared.report)).collect(),
        false => folders.iter().map(|_| None).collect(),
    };
    let mut drafts = match prepared.has_errors() {
        true => Vec::new(),
        false => drafts(args, &mut prepared, &folders, &own)?,
    };
    // A PDF alone would not agree with an edited text beside it.
    let kept_aside = args.on_edit.force && args.markdown();
    for draft in drafts.iter_mut().filter(|draft| !kept_aside && edited(&draft.path())) {
        let path = draft.path();
        let Prepared { sources, report, .. } = &mut prepared;
        match args.on_edit.merge && args.markdown() {
            true => draft.conflicts = edits::merge(&mut draft.paper, &path, sources, report),
            false => report.push(edits::refusal(&path)),
        }
    }
    tell::problems(&prepared.report, &prepared.sources);
    if prepared.has_errors() {
        tell::line(&tell::summary(&prepared.report.sorted()));
        if edits::only_edits(&prepared.report) {
            return offer(drafts, prepared);
        }
        tell::say(&phrase("nothing-written"));
        return Ok(Outcome::Errors);
    }
    write(args, drafts, prepared)
}

/// Puts the new text beside each that was edited by hand; nothing else is written.
fn offer(drafts: Vec<Draft>, prepared: Prepared) -> Result<Outcome> {
    let Prepared { sources, texts, mut report, .. } = prepared;
    let typed = Typed { texts: &texts, sources: &sources, folders: &[] };
    for draft in drafts.into_iter().filter(|draft| edited(&draft.path())) {
        let own = draft.path();
        let path = edits::beside(&draft.folder, &draft.stem);
        let guard = draft.guard.clone();
        let Draft { made, guard: own_guard, typed_in, secluded, .. } = draft;
        let files = vec![Outgoing { path, bytes: made.into_bytes() }];
        let batch = Batch { files, guard: own_guard, typed_in, secluded };
        for file in batch.clear(&typed, &mut report).into_iter().flatten() {
            if !edits::offer(&own, &file, &guard)? {
                return Ok(Outcome::Errors);
            }
        }
    }
    tell::say(&phrase("nothing-else-written"));
    Ok(Outcome::Errors)
}

/// Every document that was asked for, of every case.
fn drafts(
    args: &Args,
    prepared: &mut Prepared,
    folders: &[PathBuf],
    own: &[Option<Secluded>],
) -> Result<Vec<Draft>> {
    let card = |c: &Scored| match args.attach {
        true => serde_json::to_string_pretty(&c.scorecard).map(Some),
        false => Ok(None),
    };
    let cards: Vec<Option<String>> = prepared.cases.iter().map(card).collect::<Result<_, _>>()?;
    let mut out = Vec::new();
    for kind in args.kinds() {
        let papers = prepared.papers_for(kind, args.internal);
        let mark = if args.internal { MARK } else { "" };
        let places = folders.iter().zip(&cards).zip(own);
        let each = papers.into_iter().zip(&prepared.cases).zip(places);
        out.extend(each.filter_map(|((paper, scored), ((folder, card), own))| {
            let paper = paper?;
            Some(Draft {
                folder: folder.clone(),
                stem: format!("{mark}{}", kind.stem()),
                made: paper.text(),
                paper,
                conflicts: Vec::new(),
                scorecard: card.clone(),
                guard: scored.guard(),
                typed_in: scored.folders.clone(),
                secluded: *own,
                inputs: scored.inputs(),
            })
        }));
    }
    Ok(out)
}

/// A document that passed the gate or did not.
struct Passed {
    folder: PathBuf,
    stem: String,
    conflicts: Vec<usize>,
    guard: Guard,
    inputs: BTreeSet<PathBuf>,
    files: Option<Vec<Cleared>>,
}

/// Sets all documents, lets all of them pass the gate, and only then writes the first.
fn write(args: &Args, drafts: Vec<Draft>, prepared: Prepared) -> Result<Outcome> {
    let jobs: Vec<Job> = drafts.iter().map(|draft| job(args, draft)).collect();
    let Some(published) = set_all(&jobs, &assets()) else {
        return Ok(Outcome::Errors);
    };
    drop(jobs);
    let Prepared { sources, report: told, texts, .. } = prepared;
    let typed = Typed { texts: &texts, sources: &sources, folders: &[] };
    let set = drafts.into_iter().zip(published).collect();
    let (passed, reports): (Vec<Passed>, Vec<Report>) =
        crew::each_of(set, |(draft, published)| pass(args, draft, published, &typed))
            .into_iter()
            .unzip();
    // What stood in the text was told before; a form may hold more than the text.
    let mut all = told.clone();
    reports.into_iter().for_each(|report| add_new(report, &mut all));
    let mut fresh = Report::default();
    all.iter().skip(told.iter().count()).for_each(|d| fresh.push(d.clone()));
    tell::problems(&fresh, &sources);
    if fresh.has_errors() || passed.iter().any(|one| one.files.is_none()) {
        tell::say(&phrase("nothing-written"));
        return Ok(Outcome::Errors);
    }
    finish(args, passed)
}

/// Lets one document with all that belongs to it pass the gate.
fn pass(args: &Args, draft: Draft, set: Published, typed: &Typed<'_>) -> (Passed, Report) {
    let mut report = Report::default();
    let mut files = Vec::new();
    if args.markdown() {
        files.extend(files_of(&draft.paper, &draft.folder, &draft.stem));
        files.extend(edits::basis(&draft.made, &draft.folder, &draft.stem));
    }
    files.extend(release::files_of(set, &draft.folder, &draft.stem));
    let Draft { folder, stem, guard, typed_in, secluded, conflicts, inputs, .. } = draft;
    let files = Batch { files, guard: guard.clone(), typed_in, secluded }.clear(typed, &mut report);
    (Passed { folder, stem, conflicts, guard, inputs, files }, report)
}

/// Writes what passed.
fn finish(args: &Args, passed: Vec<Passed>) -> Result<Outcome> {
    let rules = || {
        let templates = of_templates(&assets());
        let inputs = |one: &Passed| one.inputs.union(&templates).cloned().collect();
        let rule = |one: &Passed| Some(release::rule(one.files.as_deref()?, inputs(one)));
        passed.iter().filter_map(rule).collect()
    };
    if !args.depfile.write(rules, passed.iter().map(|one| &one.guard))? {
        return Ok(Outcome::Errors);
    }
    let mut written = Vec::new();
    let mut settled = true;
    for Passed { folder, stem, conflicts, files, .. } in passed {
        let files = files.unwrap_or_default();
        if !write_one(args, &folder, &stem, &files, &mut written)? {
            return Ok(Outcome::Errors);
        }
        settled &= conflicts.is_empty();
        edits::tell_conflicts(&folder.join(format!("{stem}.md")), &conflicts);
    }
    let done = tell::written(&written)?;
    Ok(if settled { done } else { Outcome::Errors })
}

fn job(args: &Args, draft: &Draft) -> Job {
    let guard = draft.guard.clone();
    let settled = draft.conflicts.is_empty();
    Job {
        path: draft.path().display().to_string(),
        // Marks of a merge are for the researcher to settle; only what was made can be set now.
        text: if settled { draft.paper.text() } else { draft.made.clone() },
        folder: draft.folder.clone(),
        figures: draft.paper.figures.clone(),
        forms: if settled { args.forms() } else { Vec::new() },
        scorecard: draft.scorecard.clone(),
        dump: args.dump,
        veil: Some(Arc::new(move |text: &str| guard.finds(text))),
    }
}

/// Only the nota van bevindingen goes through stages.
pub fn misplaced_stage(stage: Option<Stage>, documents: &[Document]) -> Option<Diagnostic> {
    if stage.is_none() || documents.contains(&Document::Report) {
        return None;
    }
    let diagnostic = Diagnostic::of_file(Code::NoUse, "--stage").with("value", "--stage");
    Some(diagnostic.with("what", phrase("what-other-document")))
}

/// Two cases of one name would write in one folder.
fn refuse_same_names(folders: &[PathBuf], report: &mut Report) {
    for (index, folder) in folders.iter().enumerate() {
        if folders.iter().take(index).any(|other| other == folder) {
            let name = folder.file_name().map(|n| n.to_string_lossy().into_owned());
            let diagnostic = Diagnostic::of_file(Code::SameName, folder.display().to_string());
            report.push(diagnostic.with("value", name.unwrap_or_default()));
        }
    }
}

/// Writes the files of one document; `false` where another run is writing there.
fn write_one(
    args: &Args,
    path: &Path,
    stem: &str,
    files: &[Cleared],
    written: &mut Vec<PathBuf>,
) -> Result<bool> {
    let Some(folder) = Folder::open(path)? else {
        tell::busy(path);
        return Ok(false);
    };
    if args.markdown() && edited(&path.join(format!("{stem}.md"))) {
        let kept = folder.keep(stem, "md")?;
        tell::say(&phrase("edited-nota-kept").with("path", kept.display().to_string()));
    }
    release::write(&folder, files, written)?;
    Ok(true)
}
