//! `rekenkamer import`: takes over what somebody else filled in, in a form that came back.

use super::names::existing_path;
use super::outcome::Outcome;
use super::{revise, tell};
use crate::diagnostics::phrase;
use crate::load::Loader;
use crate::pipeline::{assets, hearing_now};
use anyhow::Result;
use std::path::PathBuf;

/// Arguments of `import`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the case
    #[arg(value_name = "CASE", value_parser = existing_path())]
    case: PathBuf,
    /// The Word file with the form that came back
    #[arg(value_name = "FILE", value_parser = existing_path())]
    file: PathBuf,
    /// The role of whoever sent the remarks on a hearing, as in hearing.yaml
    #[arg(long, value_name = "ROLE")]
    by: Option<String>,
    /// Write the changes; without this they are only shown
    #[arg(long)]
    write: bool,
}

/// Shows what a returned form changes in a case, and writes it where that was asked for.
pub fn run(args: &Args) -> Result<Outcome> {
    let now = || hearing_now(&args.case, false).1;
    let mut loader = Loader::new(assets());
    let Some(returned) = loader.returned(&args.case, &args.file, args.by.as_deref(), &now) else {
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
