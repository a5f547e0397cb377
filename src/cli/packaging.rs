//! Generates files for packages of the program: shell completions and manual pages.

use super::language::language;
use super::outcome::Outcome;
use super::{help, tell};
use crate::diagnostics::portable;
use anyhow::{Context as _, Result};
use clap::Command;
use clap_complete::Shell;
use std::path::PathBuf;

/// Arguments of `completions`.
#[derive(Debug, clap::Args)]
pub struct Completions {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    shell: Shell,
}

/// Arguments of `manual-pages`.
#[derive(Debug, clap::Args)]
pub struct ManualPages {
    /// The folder for the pages; it must be there
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
}

/// Prints the script with which a shell completes commands.
pub fn completions(args: &Completions, command: Command) -> Result<Outcome> {
    let mut script = Vec::new();
    let mut command = help::spoken(command, language());
    clap_complete::generate(args.shell, &mut command, "rekenkamer", &mut script);
    tell::result(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Fine)
}

/// Writes a manual page of each command.
pub fn manual_pages(args: &ManualPages, command: Command) -> Result<Outcome> {
    clap_mangen::generate_to(help::spoken(command, language()), &args.folder)
        .with_context(|| portable(&args.folder))?;
    Ok(Outcome::Fine)
}
