//! `rekenkamer framework`: makes a framework, and lists those that there are.

pub mod list;
mod new;

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
    /// Make a framework, empty or from a table in Excel, Word or CSV
    New(new::Args),
    /// List the frameworks that a case can use
    List,
}

/// Makes or lists frameworks.
pub fn run(args: &Args) -> Result<Outcome> {
    match &args.action {
        Action::New(args) => new::run(args),
        Action::List => list::run(),
    }
}
