//! Takes over coded passages from a program for qualitative analysis: ATLAS.ti, MAXQDA, NVivo and
//! others, in the exchange format REFI-QDA 1.5.
//!
//! [`package`] opens the file, [`xml`] and [`project`] read what was coded, [`identity`] refuses what
//! cannot be told apart, and [`passage`] finds each passage in its text. [`mapping`] and [`guarded`]
//! are the two files that the researchers fill in; [`plan`] makes the changes of the case. What people
//! said stands in the guarded file alone.

mod blank;
mod evidence;
mod groups;
mod guarded;
mod identity;
mod keys;
mod limits;
mod mapping;
mod medium;
mod package;
mod passage;
mod place;
mod plan;
mod project;
mod refusal;
mod spoken;
mod taking;
mod xml;

pub use blank::BlankMapping;
pub use plan::QdaPlan;
pub use taking::{Leaving, in_locator};

use super::loader::Loader;
use crate::diagnostics::{Phrase, Report, phrase, portable};
use package::Package;
use project::Project;
pub(super) use project::QdaCode;
pub(super) use refusal::Refusal;
use std::collections::BTreeSet;
use std::path::Path;
use taking::Taking;

/// What comes of a project.
pub enum Qda {
    /// There is no mapping yet: the files to fill in, none of which is there.
    Blank(BlankMapping),
    Plan(QdaPlan),
}

impl Loader {
    /// What a project of an analysis program changes in a case, by the mapping of its codes. `None`
    /// if something is wrong, which is reported.
    pub fn qda(&mut self, folder: &Path, file: &Path, codes: &Path) -> Option<Qda> {
        let case = self.case(folder);
        let case = case.filter(|_| !self.report.has_errors())?;
        // What is still to be filled in is for `check` to tell.
        self.report = Report::default();
        let shown = portable(file);
        let read = Package::open(file).and_then(|mut package| {
            let text = package.project()?;
            Ok((project::read(&text)?, package))
        });
        let (mut project, mut package) = match read {
            Ok(read) => read,
            Err(refused) => {
                self.report.push(refused.diagnostic(&shown));
                return None;
            }
        };
        let found = match passage::find(&mut project, &mut package) {
            Ok(found) => found,
            Err(refused) => {
                self.report.push(refused.diagnostic(&shown));
                return None;
            }
        };
        let notes = told(&project, found);
        let mut taking = Taking { folder, case, project, shown, codes, notes };
        let guarded = self.guarded(folder, &mut taking)?;
        match codes.symlink_metadata() {
            Err(_) => Some(Qda::Blank(blank::blank(&taking, &guarded))),
            Ok(_) => self.plan(taking, guarded).map(Qda::Plan),
        }
    }
}

/// The codes in a codebook. In one of this program, all are part of a code for the framework, which
/// is left out.
pub(super) fn codebook(text: &str) -> Result<Vec<QdaCode>, Refusal> {
    let root = xml::read(text, "CodeBook")?;
    identity::check_codebook(&root)?;
    let own = root.get("origin") == "rekenkamer";
    let mut codes = project::codes(&root);
    if own {
        codes.retain(|code| !code.above.is_empty());
        codes.iter_mut().for_each(|code| drop(code.above.remove(0)));
    }
    Ok(codes)
}

/// What is told of a project as a whole.
fn told(project: &Project, found: passage::Found) -> Vec<Phrase> {
    let passages: usize = project.documents.iter().map(|d| d.passages.len()).sum();
    let whole = phrase("qda-project").with("origin", &project.origin);
    let whole = whole.with("codes", project.codes.len()).with("documents", project.documents.len());
    let mut notes = vec![whole.with("passages", passages)];
    notes.extend(found.notes);
    let known: BTreeSet<&str> = project.codes.iter().map(|code| code.guid.as_str()).collect();
    let all = project.documents.iter().flat_map(|document| &document.passages);
    let lost = all.filter(|p| p.codes.iter().any(|code| !known.contains(code.as_str()))).count();
    if lost > 0 {
        notes.push(phrase("qda-code-lost").with("count", lost));
    }
    if project.memos > 0 {
        notes.push(phrase("qda-memos").with("count", project.memos));
    }
    notes
}
