//! Holds the files of a dossier against what the sources of a case say of them. The dossier is no
//! part of the case: it stays with the researchers, and may be on another machine.

use super::loader::Loader;
use crate::assets::{outside, sha256_of_file};
use crate::diagnostics::{Code, Diagnostic, portable};
use crate::model::{Located, Source};
use std::io::ErrorKind;
use std::path::Path;

impl Loader {
    /// Reports files of the dossier that are missing, changed, or without a hash. `named` is the
    /// folder as the case names it; without one, the files stand in the case's own folder for
    /// material.
    pub(super) fn dossier(
        &mut self,
        folder: &Path,
        named: Option<&Located<String>>,
        sources: &[Source],
    ) {
        let Some(first) = sources.iter().find_map(|source| source.file.as_ref()) else { return };
        let place = named.map_or(first.span, |named| named.span);
        let dossier = folder.join(named.map_or(super::folder::MATERIAL, |named| &named.value));
        if !dossier.is_dir() {
            let diagnostic = Diagnostic::at(Code::DossierTold, place).with("problem", "away");
            self.report.push(diagnostic.with("value", portable(&dossier)));
            return;
        }
        for source in sources {
            let Some(file) = &source.file else { continue };
            if outside(&dossier, &file.value) {
                let diagnostic = Diagnostic::at(Code::FileOutside, file.span);
                self.report.push(diagnostic.with("value", &file.value));
                continue;
            }
            self.report.extend_some(held(source, file, &dossier.join(&file.value)));
        }
    }
}

/// What is wrong with the file of a source.
fn held(source: &Source, file: &Located<String>, path: &Path) -> Option<Diagnostic> {
    let about = |code, span| Diagnostic::at(code, span).with("source", &source.code);
    let differs = |problem: &'static str, span| {
        about(Code::DossierDiffers, span).with("problem", problem).with("value", &file.value)
    };
    let found = match sha256_of_file(path) {
        Ok(found) => found,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Some(differs("missing", file.span));
        }
        Err(error) => return Some(Diagnostic::unreadable(portable(path), &error)),
    };
    match &source.sha256 {
        None => {
            let diagnostic = about(Code::DossierTold, file.span).with("problem", "unhashed");
            Some(diagnostic.with("value", &file.value).with("found", found))
        }
        Some(hash) if hash.value.eq_ignore_ascii_case(&found) => None,
        Some(hash) => Some(differs("changed", hash.span).with("found", found)),
    }
}
