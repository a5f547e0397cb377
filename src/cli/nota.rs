//! `rekenkamer nota`: from a case to its documents.

use super::prepare::{Prepared, Scored, assets, scored};
use super::set::{Job, Published, set_all};
use super::{Outcome, tell};
use crate::diagnostics::{Code, Diagnostic, Report};
use crate::markdown::Kind;
use crate::narrative::Paper;
use crate::output::{Folder, edited};
use crate::publish::{Form, Typesetter};
use anyhow::Result;
use clap::ValueEnum;
use std::path::PathBuf;

/// Which document is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Document {
    /// De bestuurlijke nota
    Nota,
    /// De nota van bevindingen, norm voor norm
    Report,
    /// Eén bladzijde
    Summary,
    /// Welke bron iets zegt over welke norm
    Matrix,
}

/// For which stage of the audit the nota van bevindingen is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Stage {
    /// Ambtelijk wederhoor: zonder conclusies en aanbevelingen, met genummerde alinea's
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
    /// PDF/UA-1 en PDF/A-2a
    Pdf,
    /// Eén toegankelijk HTML-bestand
    Html,
    /// Word
    Docx,
}

/// Arguments of `nota`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// De mappen van de cases
    #[arg(required = true, value_name = "CASE")]
    cases: Vec<PathBuf>,
    /// Welke documenten, met komma's ertussen
    #[arg(
        long,
        value_enum,
        value_delimiter = ',',
        default_value = "nota",
        value_name = "DOCUMENT"
    )]
    document: Vec<Document>,
    /// Maak van de nota van bevindingen de versie voor deze stap
    #[arg(long, value_enum, value_name = "STAP")]
    stage: Option<Stage>,
    /// In welke vormen, met komma's ertussen
    #[arg(long, value_enum, value_delimiter = ',', default_value = "md,pdf", value_name = "VORM")]
    format: Vec<Format>,
    /// De map waarin voor elke case een map komt
    #[arg(long, value_name = "MAP", default_value = "output")]
    output: PathBuf,
    /// Bewaar een met de hand bewerkt document onder een andere naam en schrijf een nieuw
    #[arg(long)]
    replace: bool,
    /// Neem de scorekaart op in de PDF (dan PDF/A-3a), zodat een ander ermee kan vergelijken
    #[arg(long)]
    attach: bool,
    /// Schrijf ook alles waarmee Typst het document zet, voor wie de vormgeving aanpast
    #[arg(long)]
    dump: bool,
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
}

/// A document on its way to its folder.
struct Draft {
    folder: PathBuf,
    kind: Kind,
    paper: Paper,
    scorecard: Option<String>,
}

impl Draft {
    fn path(&self) -> PathBuf {
        self.folder.join(format!("{}.md", self.kind.stem()))
    }
}

/// Writes documents of cases. Where any case has an error, nothing is written.
pub fn run(args: &Args) -> Result<Outcome> {
    let mut prepared = scored(&args.cases);
    prepared.report.extend_some(misplaced_stage(args.stage, &args.document));
    if !prepared.has_errors() {
        prepared.check_texts(&Typesetter::new(&assets()));
    }
    let folders: Vec<PathBuf> =
        prepared.cases.iter().map(|c| args.output.join(&c.case.name)).collect();
    refuse_same_names(&folders, &mut prepared.report);
    let cards = scorecards(args, &mut prepared)?;
    let mut drafts = Vec::new();
    if !prepared.has_errors() {
        for kind in args.kinds() {
            let papers = prepared.papers(kind).into_iter().zip(folders.iter().zip(&cards));
            let each = papers.filter_map(|(paper, (folder, card))| {
                let (folder, scorecard) = (folder.clone(), card.clone());
                Some(Draft { folder, kind, paper: paper?, scorecard })
            });
            drafts.extend(each);
        }
    }
    // A PDF alone would not agree with an edited text beside it.
    let kept_aside = args.replace && args.markdown();
    for path in drafts.iter().map(Draft::path).filter(|path| !kept_aside && edited(path)) {
        let shown = path.display().to_string();
        let diagnostic = Diagnostic::of_file(Code::EditedByHand, &shown).with("path", shown);
        prepared.report.push(diagnostic);
    }
    tell::problems(&prepared.report, &prepared.sources);
    if prepared.has_errors() {
        tell::line(&tell::summary(&prepared.report.sorted()));
        tell::line("er is niets geschreven");
        return Ok(Outcome::Errors);
    }
    write(args, &drafts)
}

/// The scorecards that travel inside the PDFs, for each case one; they hold no protected name.
fn scorecards(args: &Args, prepared: &mut Prepared) -> Result<Vec<Option<String>>> {
    if !args.attach {
        return Ok(prepared.cases.iter().map(|_| None).collect());
    }
    super::score::guard(prepared)?;
    let card = |c: &Scored| Ok(Some(serde_json::to_string_pretty(&c.scorecard)?));
    prepared.cases.iter().map(card).collect()
}

fn write(args: &Args, drafts: &[Draft]) -> Result<Outcome> {
    let job = |draft: &Draft| Job {
        path: draft.path().display().to_string(),
        text: draft.paper.text(),
        folder: draft.folder.clone(),
        figures: draft.paper.figures.clone(),
        forms: args.forms(),
        scorecard: draft.scorecard.clone(),
        dump: args.dump,
    };
    let jobs: Vec<Job> = drafts.iter().map(job).collect();
    let Some(published) = set_all(&jobs, &assets())? else {
        return Ok(Outcome::Errors);
    };
    let mut written = Vec::new();
    for (draft, forms) in drafts.iter().zip(&published) {
        if !write_one(args, draft, forms, &mut written)? {
            return Ok(Outcome::Errors);
        }
    }
    tell::written(&written)
}

/// Only the nota van bevindingen goes through stages.
pub fn misplaced_stage(stage: Option<Stage>, documents: &[Document]) -> Option<Diagnostic> {
    if stage.is_none() || documents.contains(&Document::Report) {
        return None;
    }
    let diagnostic = Diagnostic::of_file(Code::NoUse, "--stage").with("value", "--stage");
    Some(diagnostic.with("what", "een ander document dan `report`"))
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
    draft: &Draft,
    published: &Published,
    written: &mut Vec<PathBuf>,
) -> Result<bool> {
    let Some(folder) = Folder::open(&draft.folder)? else {
        tell::busy(&draft.folder);
        return Ok(false);
    };
    let stem = draft.kind.stem();
    if args.markdown() {
        if edited(&draft.path()) {
            let kept = folder.keep(stem, "md")?;
            tell::line(&format!("de bewerkte nota staat nu in {}", kept.display()));
        }
        written.push(folder.write(&format!("{stem}.md"), draft.paper.text().as_bytes())?);
        // The Markdown shows its figures from beside it.
        for (path, svg) in &draft.paper.figures {
            folder.write(path, svg.as_bytes())?;
        }
    }
    for (form, bytes) in &published.forms {
        written.push(folder.write(&format!("{stem}.{}", form.ending()), bytes)?);
    }
    for (path, bytes) in &published.dump {
        let path = folder.write(&format!("zetwerk-{stem}/{path}"), bytes)?;
        if path.ends_with("main.typ") {
            written.push(path);
        }
    }
    Ok(true)
}
