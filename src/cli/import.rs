//! `rekenkamer import`: takes over what somebody else filled in, in a form or workbook that came back,
//! or what was coded in an analysis program.

use super::names::existing_path;
use super::outcome::Outcome;
use super::{qda, revise, take, tell};
use crate::diagnostics::{Code, Diagnostic, phrase};
use crate::load::{Book, Loader};
use crate::pipeline::{assets, hearing_now, merged};
use anyhow::Result;
use std::path::PathBuf;

/// Arguments of `import`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the case
    #[arg(value_name = "CASE", value_parser = existing_path())]
    case: PathBuf,
    /// The Word file with the form that came back, the workbook of the case, a copy of a YAML file of
    /// the case, or a project of an analysis program (.qdpx)
    #[arg(value_name = "FILE", value_parser = existing_path())]
    file: PathBuf,
    /// The role of whoever sent the remarks on a hearing, as in hearing.yaml
    #[arg(long, value_name = "ROLE")]
    by: Option<String>,
    /// Delete this entry, of which the row was taken out of the workbook; can be given more often
    #[arg(long, value_name = "CODE")]
    delete: Vec<String>,
    /// What counts where the case and a copy of its file both say something else
    #[arg(long, value_name = "WHICH", conflicts_with_all = ["by", "delete"])]
    keep: Option<take::Keep>,
    /// Which code of a project belongs to which norm or sub-question; made if it is not there
    #[arg(long, value_name = "MAPPING")]
    codes: Option<PathBuf>,
    /// Write the changes; without this they are only shown
    #[arg(long)]
    write: bool,
}

/// Shows what a returned file changes in a case, and writes it where that was asked for.
pub fn run(args: &Args) -> Result<Outcome> {
    let (is_copy, is_project) = (take::is_copy(&args.file), qda::is_project(&args.file));
    let without_use = [
        (args.keep.is_some() && !is_copy, "--keep", "what-no-copy"),
        (args.codes.is_some() && !is_project, "--codes", "what-codes"),
    ];
    if let Some((_, option, what)) = without_use.into_iter().find(|(given, ..)| *given) {
        let mut loader = Loader::new(assets());
        no_use(&mut loader, option, what);
        return Ok(revise::refused(&mut loader));
    }
    if is_copy {
        return take::copy(&args.case, &args.file, args.keep, args.write);
    }
    if is_project {
        return project(args);
    }
    let ending = args.file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let is_sheet = matches!(ending.as_deref(), Some("xlsx" | "ods" | "xlsm" | "xls"));
    let book = is_sheet.then(|| Book::open(&args.file)).filter(Book::is_of_case);
    if let Some(book) = book {
        return workbook(args, book);
    }
    let now = || hearing_now(&args.case, false).1;
    let mut loader = Loader::new(assets());
    if !args.delete.is_empty() {
        no_use(&mut loader, "--delete", "what-form");
    }
    let returned = loader.returned(&args.case, &args.file, args.by.as_deref(), &now);
    let Some(returned) = returned.filter(|_| args.delete.is_empty()) else {
        return Ok(revise::refused(&mut loader));
    };
    returned.notes.iter().for_each(tell::say);
    let Some(revision) = returned.revision else {
        tell::say(&phrase("import-nothing"));
        return Ok(Outcome::Fine);
    };
    let revisions = vec![revision];
    revise::show(&revisions, &[])?;
    revise::store(&args.case, revisions, Vec::new(), args.write)
}

/// Shows what a project of an analysis program changes in a case.
fn project(args: &Args) -> Result<Outcome> {
    let mut loader = Loader::new(assets());
    if args.by.is_some() {
        no_use(&mut loader, "--by", "what-qda");
    }
    if !args.delete.is_empty() {
        no_use(&mut loader, "--delete", "what-qda");
    }
    if loader.report.has_errors() {
        return Ok(revise::refused(&mut loader));
    }
    qda::run(&args.case, &args.file, args.codes.as_deref(), args.write)
}

/// Shows what the workbook of a case changes in it.
fn workbook(args: &Args, book: Book) -> Result<Outcome> {
    let mut loader = Loader::new(assets());
    if args.by.is_some() {
        no_use(&mut loader, "--by", "what-workbook");
        return Ok(revise::refused(&mut loader));
    }
    let Some(merged) = merged(&mut loader, &args.case, (&args.file, book), &args.delete) else {
        return Ok(revise::refused(&mut loader));
    };
    merged.notes.iter().for_each(tell::say);
    if merged.revisions.is_empty() {
        tell::say(&phrase("import-nothing"));
        return Ok(Outcome::Fine);
    }
    revise::show(&merged.revisions, &[])?;
    revise::store(&args.case, merged.revisions, Vec::new(), args.write)
}

/// Reports an option that this kind of file has no use for.
fn no_use(loader: &mut Loader, option: &'static str, what: &'static str) {
    let diagnostic = Diagnostic::of_file(Code::NoUse, option).with("value", option);
    loader.report.push(diagnostic.with("what", phrase(what)));
}
