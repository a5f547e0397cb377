//! `rekenkamer framework upgrade`: brings a case to the present version of its frameworks.

use crate::cli::names::existing_path;
use crate::cli::outcome::Outcome;
use crate::cli::{revise, tell};
use crate::diagnostics::{Phrase, phrase};
use crate::load::{Loader, Upgrade, Upgrades};
use crate::pipeline::assets;
use anyhow::Result;
use std::path::PathBuf;

/// Arguments of `framework upgrade`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the case, or of a study of many cases
    #[arg(value_name = "CASE", value_parser = existing_path())]
    case: PathBuf,
    /// Only this framework; all of the case without this
    #[arg(long, value_name = "FRAMEWORK")]
    framework: Option<String>,
    /// Write the changes; without this they are only shown
    #[arg(long)]
    write: bool,
}

/// Shows what changes, and writes it where that was asked for.
pub fn run(args: &Args) -> Result<Outcome> {
    let mut loader = Loader::new(assets());
    let Some(upgrades) = loader.upgrades(&args.case, args.framework.as_deref()) else {
        return Ok(revise::refused(&mut loader));
    };
    for framework in &upgrades.present {
        let key =
            if framework.version.is_empty() { "upgrade-no-version" } else { "upgrade-present" };
        let said = phrase(key).with("framework", &framework.id);
        tell::say(&said.with("version", &framework.version));
    }
    let Upgrades { done, files, mentions, .. } = upgrades;
    if files.is_empty() {
        return Ok(Outcome::Fine);
    }
    revise::show(&files, &[])?;
    for line in done.iter().flat_map(lines) {
        tell::result(&format!("{}\n", tell::words(&line)))?;
    }
    for mention in mentions {
        let said = phrase("upgrade-mention").with("path", mention.path).with("line", mention.line);
        tell::result(&format!("{}\n", tell::words(&said.with("code", mention.code))))?;
    }
    revise::store(&args.case, files, Vec::new(), args.write)
}

/// What becomes of the findings for a framework, a line each.
fn lines(upgrade: &Upgrade) -> Vec<Phrase> {
    let Upgrade { framework, from, new, changed, gone } = upgrade;
    let first = phrase("upgrade-of").with("framework", &framework.id).with("old", from);
    let mut out = vec![first.with("new", &framework.version)];
    let parts = [("upgrade-new", new), ("upgrade-changed", changed), ("upgrade-gone", gone)];
    for (key, codes) in parts.into_iter().filter(|(_, codes)| !codes.is_empty()) {
        out.push(phrase(key).with("codes", codes.join(", ")));
    }
    out
}
