//! Checks a joint study together with the cases and scorecards in its folder.

use super::expanded::expanded;
use super::privacy;
use super::scored::Scored;
use crate::diagnostics::{Report, portable};
use crate::load::{JOINT, Joined, Loader, joint_folder};
use crate::model::Scorecard;
use crate::privacy::{Guard, Outgoing, Searched, Typed};
use std::path::{Path, PathBuf};

/// The folder of a joint study, and what is in it.
pub struct Joint {
    folder: PathBuf,
    /// Folders of cases, and files of scorecards.
    members: Vec<PathBuf>,
}

impl Joint {
    /// `None` where the path is neither the folder nor the file of a joint study.
    pub fn at(path: &Path, report: &mut Report) -> Option<Self> {
        let folder = joint_folder(path)?;
        let members = expanded(&folder, report);
        Some(Self { folder, members })
    }

    /// The folders of its cases.
    pub fn cases(&self) -> impl Iterator<Item = &PathBuf> {
        self.members.iter().filter(|member| !member.is_file())
    }

    /// Checks its file against these cases, as far as they are its own: references, personal data
    /// and protected names.
    pub fn check(&self, cases: &[Scored], loader: &mut Loader) {
        let (cards, whole) = self.cards(cases, loader);
        let cards: Vec<&Scorecard> = cards.iter().collect();
        let from = loader.texts.len();
        let study = loader.joint_study(&self.folder, &Joined::of(&cards, whole));
        let Loader { texts, sources, report, secrets, .. } = loader;
        let typed = texts.get(from..).unwrap_or_default();
        let colophon = study.map(|joint| joint.study.colofon);
        privacy::check_texts(typed, colophon.unwrap_or_default().as_str(), sources, report);
        let towns: Vec<&str> = cards.iter().map(|card| card.municipality.name.as_str()).collect();
        let guard = Guard::of(secrets, &towns);
        let mut searched = Searched::default();
        // A comment is in no document.
        if let Some(named) = typed.iter().find(|text| guard.finds(&text.value)) {
            let file = sources.text(named.span.file);
            searched.look(&guard, &Outgoing::new(&self.folder, JOINT, file));
        }
        let folders = [portable(self.folder.join(JOINT))];
        searched.report_finds(&guard, &Typed { texts: typed, sources, folders: &folders }, report);
    }

    /// The scorecards of its cases and in its files, and whether none is missing.
    fn cards(&self, cases: &[Scored], loader: &mut Loader) -> (Vec<Scorecard>, bool) {
        let folders: Vec<String> = self.cases().map(|case| portable(case.join(""))).collect();
        let own = cases.iter().filter(|case| case.folders.iter().any(|f| folders.contains(f)));
        let mut cards: Vec<Scorecard> = own.map(|case| case.scorecard.clone()).collect();
        let mut whole = cards.len() == folders.len();
        for file in self.members.iter().filter(|member| member.is_file()) {
            let read = loader.scorecards(file);
            whole &= !read.is_empty();
            cards.extend(read);
        }
        (cards, whole)
    }
}
