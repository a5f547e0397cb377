//! Letting documents leave: through the gate, or into a folder of the researchers' own.

use super::depfile::Rule;
use super::edits::BASIS;
use super::set::Published;
use crate::diagnostics::{Code, Diagnostic, Report, portable};
use crate::markdown::Kind;
use crate::output::{
    Cleared, Exposed, Folder, Guard, Outgoing, Secluded, Typed, clear, replaceable, secluded,
};
use crate::publish::Form;
use anyhow::Result;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The mark of an internal document in the name of its file.
pub const MARK: &str = "intern-";

/// What leaves together.
pub struct Batch {
    /// The files.
    pub files: Vec<Outgoing>,
    /// What they may not tell.
    pub guard: Guard,
    /// Paths of files whose texts came into them; empty for any.
    pub typed_in: Vec<String>,
    /// Proof that names may stand in them.
    pub secluded: Option<Secluded>,
}

impl Batch {
    /// Lets its files pass; `None` where something protected stands in one.
    pub fn clear(self, typed: &Typed<'_>, report: &mut Report) -> Option<Vec<Cleared>> {
        if let Some(proof) = &self.secluded {
            let pass = |file| Cleared::internal(file, proof);
            return Some(self.files.into_iter().map(pass).collect());
        }
        let typed = Typed { folders: &self.typed_in, ..*typed };
        clear(&self.guard, self.files, &typed, report)
    }
}

/// Proof that a folder is for the researchers alone, or the reason why it is not, in the report.
pub fn own_folder(folder: &Path, report: &mut Report) -> Option<Secluded> {
    let shown = portable(folder);
    match secluded(folder) {
        Ok(proof) => Some(proof),
        Err(Exposed::Kept) => {
            report.push(Diagnostic::of_file(Code::NotIgnored, shown));
            None
        }
        Err(Exposed::Unknown(reason)) => {
            report.push(Diagnostic::of_file(Code::GitSilent, shown).with("reason", reason));
            None
        }
    }
}

/// The name of a document that was set. The document of a comparison as HTML stands beside the
/// page, which has the plain name.
pub fn file_name(stem: &str, kind: Kind, form: Form) -> String {
    let beside = if kind == Kind::Comparison && form == Form::Html { "-document" } else { "" };
    format!("{stem}{beside}.{}", form.ending())
}

/// A published document as files: its forms, and its page description where asked.
pub fn files_of(published: Published, folder: &Path, stem: &str) -> Vec<Outgoing> {
    let forms = published
        .forms
        .into_iter()
        .map(|(form, bytes)| Outgoing::new(folder, &format!("{stem}.{}", form.ending()), bytes));
    let dump = published
        .dump
        .into_iter()
        .map(|(path, bytes)| Outgoing::new(folder, &format!("zetwerk-{stem}/{path}"), bytes));
    forms.chain(dump).collect()
}

/// Writes files, and names the ones that a user asked for.
pub fn write(folder: &Folder, files: &[Cleared], written: &mut Vec<PathBuf>) -> Result<()> {
    files.iter().try_for_each(|file| replaceable(file.path()))?;
    for file in files {
        let path = folder.write(file)?;
        if asked_for(&path) {
            written.push(path);
        }
    }
    Ok(())
}

/// Whether a file was asked for, and does not only belong to one that was.
pub fn asked_for(path: &Path) -> bool {
    let inner = path.iter().any(|part| part.to_string_lossy().starts_with("zetwerk-"));
    let kept = path.iter().any(|part| part == BASIS);
    let drawing = path.extension().is_some_and(|e| e == "svg");
    path.ends_with("main.typ") || !(inner || kept || drawing)
}

/// What the files that were asked for depend on.
pub fn rule<'a>(paths: impl Iterator<Item = &'a Path>, inputs: BTreeSet<PathBuf>) -> Rule {
    let targets = paths.filter(|path| asked_for(path));
    Rule { targets: targets.map(Path::to_owned).collect(), inputs }
}
