//! `rekenkamer merge`: merges two versions of a file of a case by key, as git asks of a driver.

use super::outcome::Outcome;
use super::{schema, tell};
use crate::assets::read;
use crate::diagnostics::{Diagnostic, phrase, portable};
use crate::files::write_alone;
use crate::load::{Loader, MergeWords};
use crate::pipeline::{assets, redaction};
use crate::privacy::Outgoing;
use anyhow::Result;
use std::path::{Path, PathBuf};

/// Arguments of `merge`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The version from which both come (%O)
    #[arg(value_name = "BASE")]
    base: PathBuf,
    /// Your version, which becomes the merged one (%A)
    #[arg(value_name = "OURS")]
    ours: PathBuf,
    /// The other version (%B)
    #[arg(value_name = "THEIRS")]
    theirs: PathBuf,
    /// The path of the file in the case, for messages (%P)
    #[arg(value_name = "PATH")]
    path: Option<String>,
}

/// Merges both versions into ours. With conflicts, their places are marked and told.
pub fn run(args: &Args) -> Result<Outcome> {
    let mut loader = Loader::new(assets());
    let mut bytes = Vec::new();
    for path in [&args.base, &args.ours, &args.theirs] {
        match read(path) {
            Ok(read) => bytes.push(read),
            Err(error) => loader.report.push(Diagnostic::unreadable(portable(path), &error)),
        }
    }
    if let [base, ours, theirs] = bytes.as_slice() {
        let path = args.path.clone().unwrap_or_else(|| portable(&args.ours));
        let [one, other, comments] =
            ["merge-ours", "merge-theirs", "merge-from"].map(|key| tell::words(&phrase(key)));
        let words = MergeWords { names: [&one, &other], comments: &comments };
        let merged = loader.merged_versions(&path, [base, ours, theirs], words);
        if let Some(content) = merged.content.filter(|content| content != ours) {
            // It is a file of the researchers' own, and stays where it is.
            let name = portable(&args.ours);
            for file in schema::without_secrets(vec![Outgoing::new(Path::new(""), &name, content)])
            {
                write_alone(&file)?;
            }
        }
        merged.notes.iter().for_each(tell::say);
    }
    redaction(&mut loader);
    tell::problems(&loader.report, &loader.sources);
    Ok(if loader.report.has_errors() { Outcome::Errors } else { Outcome::Fine })
}
