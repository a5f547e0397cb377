//! `rekenkamer nota`: from a case to its documents.

mod write;

use super::depfile::Depfile;
use super::edits::{self, OnEdit};
use super::names::there;
use super::prepare::{Prepared, Scored, assets, scored};
use super::release::{self, Batch, MARK};
use super::waiting::Waiting;
use super::{Outcome, stale, tell};
use crate::diagnostics::{Code, Diagnostic, Report, phrase, portable};
use crate::markdown::Kind;
use crate::output::{Guard, Outgoing, Pictures, Secluded, Spool, Typed, edited};
use crate::publish::{Form, Typesetter};
use anyhow::Result;
use clap::ValueEnum;
use std::collections::BTreeSet;
use std::path::PathBuf;

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
    #[arg(required = true, value_name = "CASE", value_parser = there())]
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
    paper: Waiting,
    /// The text as generated, where a merge changed it.
    made: Option<String>,
    /// The lines at which a merge found that both sides changed.
    conflicts: Vec<usize>,
    scorecard: Option<String>,
    guard: Guard,
    /// What the other cases of the call protect.
    others: Guard,
    /// SHA-256 of the images of pixels that the researchers looked at.
    seen: Vec<String>,
    typed_in: Vec<String>,
    secluded: Option<Secluded>,
    /// The files that were read for it.
    inputs: BTreeSet<PathBuf>,
}

impl Draft {
    fn path(&self) -> PathBuf {
        self.folder.join(format!("{}.md", self.stem))
    }

    /// The text as generated, before any merge.
    fn made(&self, spool: &Spool) -> Result<String> {
        match &self.made {
            Some(made) => Ok(made.clone()),
            None => Ok(self.paper.paper(spool)?.text()),
        }
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
    refuse_other_cases(args, &folders, &mut prepared);
    let own: Vec<Option<Secluded>> = match args.internal {
        true => folders.iter().map(|f| release::own_folder(f, &mut prepared.report)).collect(),
        false => folders.iter().map(|_| None).collect(),
    };
    if told_errors(&prepared) {
        tell::say(&phrase("nothing-written"));
        return Ok(Outcome::Errors);
    }
    let spool = Spool::beside(&args.output)?;
    let mut drafts = drafts(args, &mut prepared, &folders, &own, &spool)?;
    prepared.hold_final();
    if !prepared.has_errors() {
        settle_edits(args, &mut drafts, &mut prepared, &spool)?;
    }
    if told_errors(&prepared) {
        if edits::only_edits(&prepared.report) {
            return offer(drafts, prepared, &spool);
        }
        tell::say(&phrase("nothing-written"));
        return Ok(Outcome::Errors);
    }
    tell::problems(&prepared.report, &prepared.sources);
    write::write(args, drafts, prepared, &spool)
}

/// Tells all problems where there is any error.
fn told_errors(prepared: &Prepared) -> bool {
    if prepared.has_errors() {
        tell::problems(&prepared.report, &prepared.sources);
        tell::line(&tell::summary(&prepared.report.sorted()));
    }
    prepared.has_errors()
}

/// Merges each text that was edited by hand, or refuses to write over it.
fn settle_edits(
    args: &Args,
    drafts: &mut [Draft],
    prepared: &mut Prepared,
    spool: &Spool,
) -> Result<()> {
    // A PDF alone would not agree with an edited text beside it.
    let kept_aside = args.on_edit.force && args.markdown();
    for draft in drafts.iter_mut().filter(|draft| !kept_aside && edited(&draft.path())) {
        let path = draft.path();
        let Prepared { sources, report, .. } = &mut *prepared;
        match args.on_edit.merge && args.markdown() {
            true => {
                let mut paper = draft.paper.paper(spool)?;
                draft.made = Some(paper.text());
                draft.conflicts = edits::merge(&mut paper, &path, sources, report);
                draft.paper = Waiting::new(paper, spool)?;
            }
            false => report.push(edits::refusal(&path)),
        }
    }
    Ok(())
}

/// Puts the new text beside each that was edited by hand; nothing else is written.
fn offer(drafts: Vec<Draft>, prepared: Prepared, spool: &Spool) -> Result<Outcome> {
    let Prepared { sources, texts, mut report, .. } = prepared;
    let typed = Typed { texts: &texts, sources: &sources, folders: &[] };
    for draft in drafts.into_iter().filter(|draft| edited(&draft.path())) {
        let own = draft.path();
        let path = edits::beside(&draft.folder, &draft.stem);
        let guard = draft.guard.clone();
        let made = draft.made(spool)?;
        let Draft { guard: own_guard, others, typed_in, secluded, .. } = draft;
        let pictures = Pictures::default();
        let files = vec![Outgoing { path, bytes: made.into_bytes() }];
        let batch = Batch { files, guard: own_guard, others, pictures, typed_in, secluded };
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
    spool: &Spool,
) -> Result<Vec<Draft>> {
    let card = |c: &Scored| match args.attach {
        true => serde_json::to_string_pretty(&c.scorecard).map(Some),
        false => Ok(None),
    };
    let cards: Vec<Option<String>> = prepared.cases.iter().map(card).collect::<Result<_, _>>()?;
    let others = prepared.others();
    let mut out = Vec::new();
    for kind in args.kinds() {
        let put_away = |paper| Waiting::new(paper, spool);
        let papers = prepared.papers_for(kind, args.internal, put_away);
        let papers = papers.into_iter().map(Option::transpose).collect::<Result<Vec<_>>>()?;
        let mark = if args.internal { MARK } else { "" };
        let places = folders.iter().zip(&cards).zip(own.iter().zip(&others));
        let each = papers.into_iter().zip(&prepared.cases).zip(places);
        out.extend(each.filter_map(|((paper, scored), ((folder, card), (own, others)))| {
            let paper = paper?;
            Some(Draft {
                folder: folder.clone(),
                stem: format!("{mark}{}", kind.stem()),
                made: None,
                paper,
                conflicts: Vec::new(),
                scorecard: card.clone(),
                guard: scored.guard(),
                others: others.clone(),
                seen: scored.seen(),
                typed_in: scored.folders.clone(),
                secluded: own.clone(),
                inputs: scored.inputs(),
            })
        }));
    }
    Ok(out)
}

/// Only the nota van bevindingen goes through stages.
pub fn misplaced_stage(stage: Option<Stage>, documents: &[Document]) -> Option<Diagnostic> {
    if stage.is_none() || documents.contains(&Document::Report) {
        return None;
    }
    let diagnostic = Diagnostic::of_file(Code::NoUse, "--stage").with("value", "--stage");
    Some(diagnostic.with("what", phrase("what-other-document")))
}

/// The document of a case that another call made, under the same folder name, stays.
fn refuse_other_cases(args: &Args, folders: &[PathBuf], prepared: &mut Prepared) {
    let mark = if args.internal { MARK } else { "" };
    let Prepared { cases, report, .. } = prepared;
    for (folder, scored) in folders.iter().zip(cases) {
        for kind in args.kinds() {
            let path = folder.join(format!("{mark}{}.md", kind.stem()));
            report.extend_some(stale::other_case(&path, scored.recorded.as_deref()));
        }
    }
}

/// Two cases of one name would write in one folder.
fn refuse_same_names(folders: &[PathBuf], report: &mut Report) {
    for (index, folder) in folders.iter().enumerate() {
        if folders.iter().take(index).any(|other| other == folder) {
            let name = folder.file_name().map(|n| n.to_string_lossy().into_owned());
            let diagnostic = Diagnostic::of_file(Code::SameName, portable(folder));
            report.push(diagnostic.with("value", name.unwrap_or_default()));
        }
    }
}
