//! All cases of a study that go to the present version of their frameworks, with the choice of norms in
//! the file that they share.

use super::fate::Fate;
use super::opened::Opened;
use super::upgrade::{Moving, Planned, Upgrade, Upgrades};
use crate::diagnostics::{Code, Diagnostic, Span, portable};
use crate::load::copies::entries;
use crate::load::loader::Loader;
use crate::load::shared::SHARED;
use std::path::Path;

impl Loader {
    /// Plans to bring all cases of a study to the present version of their frameworks.
    pub(super) fn study_upgrades(&mut self, study: &Path, only: Option<&str>) -> Option<Upgrades> {
        let mut shared = self.opened(SHARED, study)?;
        let cases = entries(study).into_iter().map(|name| study.join(name));
        let cases = cases.filter(|case| case.join("case.yaml").is_file());
        let planned: Vec<Planned> = cases.filter_map(|case| self.planned(&case, only)).collect();
        if self.report.has_errors() {
            return None;
        }
        self.share(&planned, &mut shared);
        let mut out = Upgrades::default();
        let old = planned.iter().flat_map(|case| &case.moving).flat_map(Moving::renamed);
        let mut old: Vec<String> = old.collect();
        old.sort();
        old.dedup();
        self.mentioned(&shared, &old, &mut out.mentions);
        out.files.extend(shared.revision());
        for case in planned {
            let Upgrades { done, present, files, mentions } = self.moved(case);
            out.files.extend(files);
            out.mentions.extend(mentions);
            done.into_iter().for_each(|one| add(&mut out.done, one));
            let known = |id: &str| out.present.iter().any(|known| known.id == id);
            let new: Vec<_> = present.into_iter().filter(|one| !known(&one.id)).collect();
            out.present.extend(new);
        }
        out.present.retain(|one| !out.done.iter().any(|done| done.framework.id == one.id));
        out.mentions.sort();
        out.mentions.dedup();
        Some(out).filter(|_| !self.report.has_errors())
    }

    /// Gives the choice of norms in a shared file its present codes.
    fn share(&mut self, planned: &[Planned], shared: &mut Opened) {
        let mut first: Vec<&Moving> = Vec::new();
        for (case, one) in
            planned.iter().flat_map(|case| case.moving.iter().map(move |m| (case, m)))
        {
            let Some(known) = first.iter().find(|known| known.framework.id == one.framework.id)
            else {
                if self.share_one(planned, (case, one), shared) {
                    first.push(one);
                }
                continue;
            };
            if known.from.version != one.from.version && !shared_codes(case, one).is_empty() {
                self.report.extend_some(one.version().map(|place| {
                    Diagnostic::at(Code::VersionDiffers, place)
                        .with("found", &one.from.version)
                        .with("expected", &known.from.version)
                }));
            }
        }
    }

    /// The same for one framework; whether the case shares its choice of norms.
    fn share_one(
        &mut self,
        planned: &[Planned],
        (case, one): (&Planned, &Moving),
        shared: &mut Opened,
    ) -> bool {
        let codes = shared_codes(case, one);
        // Every case read the file for itself; it has the same text in each.
        let file = shared.read.file;
        let own: Vec<(String, Span)> =
            codes.into_iter().map(|(code, span)| (code, Span { file, ..span })).collect();
        let id = &one.framework.id;
        let partly =
            planned.iter().flat_map(|case| &case.upgrades.present).any(|other| other.id == *id);
        let path = portable(self.sources.path(file));
        if !(partly && self.are_present(&own, one, &path)) {
            for (code, span) in &own {
                self.recode(shared, (code, *span), (&one.framework, &one.from));
            }
        }
        !own.is_empty()
    }

    /// Reports a choice in a shared file that would have to change: it holds for other cases too.
    pub(super) fn only_own_choices(&mut self, case: &Planned) {
        for one in &case.moving {
            let codes = shared_codes(case, one);
            let changes = codes.iter().find(|(code, _)| {
                matches!(Fate::of(code, &one.framework, &one.from),
                    Fate::Stays(now) if now != code)
            });
            let Some((_, place)) = changes else { continue };
            let path = Path::new(self.sources.path(place.file));
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
            let folder = portable(folder.unwrap_or(Path::new(".")));
            let problem = Diagnostic::at(Code::ChoiceShared, *place)
                .with("problem", "shared")
                .with("value", &one.framework.id)
                .with("where", folder);
            self.report.push(problem);
        }
    }
}

/// The codes of a framework that the file shared by the cases chooses.
fn shared_codes(case: &Planned, one: &Moving) -> Vec<(String, Span)> {
    let elsewhere = |(_, span): &&(String, Span)| span.file != case.case.read.file;
    one.chosen.iter().filter(elsewhere).cloned().collect()
}

/// Adds what becomes of the findings of one more case.
fn add(all: &mut Vec<Upgrade>, one: Upgrade) {
    let same =
        |known: &&mut Upgrade| known.framework.id == one.framework.id && known.from == one.from;
    let Some(known) = all.iter_mut().find(same) else { return all.push(one) };
    for (codes, more) in [(&mut known.changed, one.changed), (&mut known.gone, one.gone)] {
        let new: Vec<String> = more.into_iter().filter(|code| !codes.contains(code)).collect();
        codes.extend(new);
    }
    known.new.retain(|code| !known.changed.contains(code));
}
