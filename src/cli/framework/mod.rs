//! `rekenkamer framework`: makes a framework, lists those that there are, and brings a case to the
//! present version of its frameworks.

mod codebook;
pub mod list;
mod new;
mod upgrade;

use super::outcome::Outcome;
use anyhow::Result;
use clap::Subcommand;

/// Arguments of `framework`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Make a framework, empty, from a table in Excel, Word or CSV, or from a codebook
    New(new::Args),
    /// Write a framework as a codebook for an analysis program (.qdc)
    Codebook(codebook::Args),
    /// List the frameworks that a case can use
    List,
    /// Bring a case to the present version of its frameworks
    Upgrade(upgrade::Args),
}

/// Makes, writes or lists frameworks, or upgrades a case.
pub fn run(args: &Args) -> Result<Outcome> {
    match &args.action {
        Action::New(args) => new::run(args),
        Action::Codebook(args) => codebook::run(args),
        Action::List => list::run(),
        Action::Upgrade(args) => upgrade::run(args),
    }
}
