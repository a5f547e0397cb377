//! `rekenkamer import` of a copy of a file of a case, as a synchronising drive makes one.

use super::outcome::Outcome;
use super::{revise, tell};
use crate::diagnostics::phrase;
use crate::load::{Choice, Loader, study_folder};
use anyhow::Result;
use clap::ValueEnum;
use std::path::Path;

/// Which of two files counts where both say something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Keep {
    /// What the case has
    Case,
    /// What the copy has
    Copy,
}

/// Whether a file is a copy of one of a case, by its name; also one that a merge or an editor left,
/// such as `case.yaml.orig`.
pub fn is_copy(file: &Path) -> bool {
    let name = file.file_name().map(|name| name.to_string_lossy().to_lowercase());
    name.is_some_and(|name| name.contains(".yaml") || name.contains(".yml"))
}

/// Shows what a copy adds to a case, and writes it where that was asked for.
pub fn copy(case: &Path, file: &Path, keep: Option<Keep>, write: bool) -> Result<Outcome> {
    let choice = match keep {
        None => Choice::Neither,
        Some(Keep::Case) => Choice::Ours,
        Some(Keep::Copy) => Choice::Theirs,
    };
    let mut loader = Loader::new(crate::pipeline::assets());
    let above = tell::words(&phrase("merge-from-copy"));
    let Some(taken) = loader.copy_taken(case, file, choice, &above) else {
        return Ok(revise::refused(&mut loader));
    };
    let is_study = study_folder(case).is_some();
    let undecided = loader.report.has_errors();
    let revisions = Vec::from_iter(taken.revision);
    if revisions.is_empty() && !undecided {
        tell::say(&phrase(if is_study { "import-shared-nothing" } else { "import-copy-nothing" }));
        return Ok(Outcome::Fine);
    }
    revise::show(&revisions, &[])?;
    if taken.comments > 0 {
        tell::say(&phrase("merge-comments").with("count", taken.comments));
    }
    if undecided {
        return Ok(revise::refused(&mut loader));
    }
    let done = revise::store(case, revisions, Vec::new(), write)?;
    if write && done == Outcome::Fine {
        tell::say(&phrase(if is_study { "import-shared-remove" } else { "import-copy-remove" }));
    }
    Ok(done)
}
