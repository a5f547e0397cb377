//! `rekenkamer nota`: from a case to `nota.md` and `nota.pdf`.

use super::prepare::{assets, scored};
use super::set::{Job, set_all};
use super::{Outcome, tell};
use crate::diagnostics::{Code, Diagnostic, Report};
use crate::narrative::Nota;
use crate::output::{Folder, edited};
use crate::publish::Typesetter;
use anyhow::Result;
use clap::ValueEnum;
use std::path::{Path, PathBuf};

/// In which form the nota is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Markdown
    Md,
    /// PDF/UA-1 en PDF/A-2a
    Pdf,
}

/// Arguments of `nota`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// De mappen van de cases
    #[arg(required = true, value_name = "CASE")]
    cases: Vec<PathBuf>,
    /// In welke vormen, met komma's ertussen
    #[arg(long, value_enum, value_delimiter = ',', default_value = "md,pdf")]
    format: Vec<Format>,
    /// De map waarin voor elke case een map komt
    #[arg(long, value_name = "MAP", default_value = "output")]
    output: PathBuf,
    /// Bewaar een met de hand bewerkte nota onder een andere naam en schrijf een nieuwe
    #[arg(long)]
    replace: bool,
}

/// Writes the notas of cases. Where any case has an error, nothing is written.
pub fn run(args: &Args) -> Result<Outcome> {
    let mut prepared = scored(&args.cases);
    if !prepared.has_errors() {
        prepared.check_texts(&Typesetter::new(&assets()));
    }
    let notas = if prepared.has_errors() { Vec::new() } else { prepared.notas() };
    let folders: Vec<PathBuf> =
        prepared.cases.iter().map(|c| args.output.join(&c.case.name)).collect();
    refuse_same_names(&folders, &mut prepared.report);
    for folder in &folders {
        let path = folder.join("nota.md");
        // A PDF alone would not agree with the edited text beside it.
        let kept_aside = args.replace && args.format.contains(&Format::Md);
        if !kept_aside && edited(&path) {
            let shown = path.display().to_string();
            let diagnostic = Diagnostic::of_file(Code::EditedByHand, &shown).with("path", shown);
            prepared.report.push(diagnostic);
        }
    }
    tell::problems(&prepared.report, &prepared.sources);
    let notas: Option<Vec<Nota>> = notas.into_iter().collect();
    let Some(notas) = notas.filter(|_| !prepared.has_errors()) else {
        tell::line(&tell::summary(&prepared.report.sorted()));
        tell::line("er is niets geschreven");
        return Ok(Outcome::Errors);
    };
    write(args, &folders, &notas)
}

fn write(args: &Args, folders: &[PathBuf], notas: &[Nota]) -> Result<Outcome> {
    let mut pdfs = Vec::new();
    if args.format.contains(&Format::Pdf) {
        let jobs: Vec<Job> = folders
            .iter()
            .zip(notas)
            .map(|(folder, nota)| Job {
                path: folder.join("nota.md").display().to_string(),
                text: nota.text(),
                folder: folder.clone(),
            })
            .collect();
        match set_all(&jobs, &assets())? {
            Some(set) => pdfs = set,
            None => return Ok(Outcome::Errors),
        }
    }
    let mut written = Vec::new();
    for (index, (folder, nota)) in folders.iter().zip(notas).enumerate() {
        if !write_one(args, folder, nota, pdfs.get(index), &mut written)? {
            return Ok(Outcome::Errors);
        }
    }
    tell::written(&written)
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

/// Writes the files of one case; `false` where another run is writing there.
fn write_one(
    args: &Args,
    path: &Path,
    nota: &Nota,
    pdf: Option<&Vec<u8>>,
    written: &mut Vec<PathBuf>,
) -> Result<bool> {
    let Some(folder) = Folder::open(path)? else {
        tell::busy(path);
        return Ok(false);
    };
    if args.format.contains(&Format::Md) {
        if edited(&path.join("nota.md")) {
            let kept = folder.keep("nota", "md")?;
            tell::line(&format!("de bewerkte nota staat nu in {}", kept.display()));
        }
        written.push(folder.write("nota.md", nota.text().as_bytes())?);
    }
    if let Some(pdf) = pdf {
        written.push(folder.write("nota.pdf", pdf)?);
    }
    Ok(true)
}
