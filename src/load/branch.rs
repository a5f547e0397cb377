//! Reading many cases on all cores: each with its own loader, merged in the order of the cases.

use super::loader::{Loader, Reads};
use crate::diagnostics::Report;
use crate::model::Protected;
use crate::parallel;
use std::collections::BTreeMap;

impl Loader {
    /// Does the work for each piece with a branch of this loader, and returns the results with
    /// their branches, in the order of the pieces. Problems, texts and files stay in the branches,
    /// until [`Loader::absorb`].
    ///
    /// The first piece reads the frameworks that it needs, and all others share them. A piece that
    /// needs one that was not read yet is retried in the next round, in which the first such piece
    /// reads the frameworks that it needs.
    pub fn each<T: Sync, R: Send>(
        &mut self,
        pieces: &[T],
        work: impl Fn(&mut Loader, &T) -> R + Sync,
    ) -> Vec<(R, Loader)> {
        let mut done: BTreeMap<usize, (R, Loader)> = BTreeMap::new();
        let mut open: Vec<(usize, &T)> = pieces.iter().enumerate().collect();
        while !open.is_empty() {
            let (place, piece) = open.remove(0);
            let mut branch = self.branch(place, Reads::All);
            let result = work(&mut branch, piece);
            self.frameworks.clone_from(&branch.frameworks);
            done.insert(place, (result, branch));
            let tried = parallel::each(&open, |(place, piece)| {
                let mut branch = self.branch(*place, Reads::Known);
                let result = work(&mut branch, piece);
                (branch.reads != Reads::Missed).then_some((result, branch))
            });
            let mut missed = Vec::new();
            for (one, tried) in open.into_iter().zip(tried) {
                match tried {
                    Some(found) => drop(done.insert(one.0, found)),
                    None => missed.push(one),
                }
            }
            open = missed;
        }
        done.into_values().collect()
    }

    /// A loader for one part of the run, which shares the frameworks that this loader has read.
    fn branch(&self, number: usize, reads: Reads) -> Loader {
        Loader {
            sources: self.sources.branch(number),
            report: Report::default(),
            texts: Vec::new(),
            own: Vec::new(),
            secrets: Protected::default(),
            pictures: Vec::new(),
            only_checks: self.only_checks,
            assets: self.assets.clone(),
            frameworks: self.frameworks.clone(),
            ids: self.ids.clone(),
            reads,
            suppressed: Vec::new(),
            partial: Vec::new(),
            shared: Vec::new(),
        }
    }

    /// Merges the texts, problems and files of a branch into this loader.
    pub fn absorb(&mut self, mut branch: Loader) {
        self.told_once(&mut branch);
        self.sources.absorb(branch.sources);
        self.report.extend(branch.report);
        self.texts.extend(branch.texts);
        self.own.extend(branch.own);
        self.secrets.extend(branch.secrets);
        self.pictures.extend(branch.pictures);
        self.frameworks.extend(branch.frameworks);
    }
}
