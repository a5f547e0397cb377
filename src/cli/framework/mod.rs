//! `rekenkamer framework`: makes a framework, lists those that there are, and brings a case to the
//! present version of its frameworks.

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
    /// Make a framework, empty or from a table in Excel, Word or CSV
    New(new::Args),
    /// List the frameworks that a case can use
    List,
    /// Bring a case to the present version of its frameworks
    Upgrade(upgrade::Args),
}

/// Makes or lists frameworks, or upgrades a case.
pub fn run(args: &Args) -> Result<Outcome> {
    match &args.action {
        Action::New(args) => new::run(args),
        Action::List => list::run(),
        Action::Upgrade(args) => upgrade::run(args),
    }
}
