//! Shows what a command changes in the files of a case, and writes it where that was asked for.

use super::outcome::Outcome;
use super::tell::Terminal;
use super::{schema, tell};
use crate::diagnostics::{phrase, portable};
use crate::files::{Folder, Replacing};
use crate::load::{Change, Loader, Revision, SHARED, study_folder};
use crate::pipeline::{busy, redaction};
use crate::privacy::Outgoing;
use anyhow::Result;
use std::path::Path;

/// Prints the changes of each file, a line each, and the names of new files.
pub fn show(revisions: &[Revision], new: &[Outgoing]) -> Result<()> {
    for Revision { path, changes, .. } in revisions {
        tell::result(&format!("{}\n", portable(path)))?;
        for Change { line, old, new } in changes {
            let said = match old {
                Some(old) => phrase("revise-changed").with("old", old),
                None => phrase("revise-added"),
            };
            let said = said.with("line", *line).with("new", new);
            tell::result(&format!("  {}\n", tell::words(&said)))?;
        }
    }
    for file in new {
        let said = phrase("revise-new-file").with("path", portable(&file.path));
        tell::result(&format!("{}\n", tell::words(&said)))?;
    }
    Ok(())
}

/// Writes changed and new files of a case or study, all or none; without `write`, says how to.
pub fn store(
    case: &Path,
    revisions: Vec<Revision>,
    new: Vec<Outgoing>,
    write: bool,
) -> Result<Outcome> {
    if !write {
        tell::say(&phrase("revise-not-yet"));
        return Ok(Outcome::Fine);
    }
    let Some(folder) = Folder::open(case)? else {
        busy(case, &Terminal);
        return Ok(Outcome::Errors);
    };
    let written = match study_folder(case) {
        None => "revise-written",
        Some(_) if new.is_empty() && revisions.iter().all(|one| one.path.ends_with(SHARED)) => {
            "revise-written-shared"
        }
        Some(_) => "revise-written-study",
    };
    let changed = revisions.into_iter().map(|Revision { path, old, new, .. }| {
        let name = path.strip_prefix(case).map(portable).unwrap_or_default();
        (Outgoing::new(case, &name, new), Some(old))
    });
    let files = changed.chain(new.into_iter().map(|file| (file, None)));
    // They are files of the researchers' own, and stay in the case.
    let files = files.flat_map(|(file, old)| {
        let cleared = schema::without_secrets(vec![file]);
        cleared.into_iter().map(move |file| Replacing { file, old: old.clone() })
    });
    if folder.write_all(&files.collect::<Vec<_>>())?.is_none() {
        tell::say(&phrase("revise-meanwhile"));
        return Ok(Outcome::Errors);
    }
    tell::say(&phrase(written).with("case", tell::pasted(case)));
    Ok(Outcome::Fine)
}

/// Prints why nothing is changed.
pub fn refused(loader: &mut Loader) -> Outcome {
    redaction(loader);
    tell::problems(&loader.report, &loader.sources);
    Outcome::Errors
}
