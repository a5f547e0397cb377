//! Checks the states of recommendations in files of their own.

use super::privacy;
use super::scored::Scored;
use crate::diagnostics::portable;
use crate::load::Loader;
use crate::model::Case;
use crate::privacy::{Guard, Outgoing, Searched, Typed};
use std::path::PathBuf;

/// Checks files with states against these cases and those beside them: references, years, personal
/// data and protected names.
pub fn check(files: &[PathBuf], cases: &[Scored], loader: &mut Loader) {
    let from = loader.texts.len();
    let own: Vec<&Case> = cases.iter().map(|scored| &scored.case).collect();
    loader.states(files, &own);
    let Loader { texts, sources, report, secrets, .. } = loader;
    let typed = texts.get(from..).unwrap_or_default();
    privacy::check_texts(typed, "", sources, report);
    let towns: Vec<&str> = own.iter().map(|case| case.body.name.as_str()).collect();
    let guard = Guard::of(secrets, &towns);
    for file in files {
        let path = portable(file);
        let mut searched = Searched::default();
        let mut of_file = typed.iter().filter(|text| sources.path(text.span.file) == path);
        // A comment is in no document.
        if let Some(named) = of_file.find(|text| guard.finds(&text.value)) {
            let folder = file.parent().unwrap_or(file);
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            let text = sources.text(named.span.file);
            searched.look(&guard, &Outgoing::new(folder, &name, text));
        }
        searched.report_finds(&guard, &Typed { texts: typed, sources, folders: &[path] }, report);
    }
}
