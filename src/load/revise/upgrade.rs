//! A case that goes to the present version of its frameworks.

use super::fate::Fate;
use super::opened::{Opened, Revision};
use super::references::references;
use crate::diagnostics::{Code, Diagnostic, Span, portable};
use crate::load::chosen::unknown;
use crate::load::loader::{Loader, cx};
use crate::load::no_case::no_single_case;
use crate::load::parts::parts;
use crate::load::raw::Context;
use crate::load::raw::Text;
use crate::load::raw::case::{Chosen, RawCase, RawChosen, RawFindings};
use crate::load::shared::study_folder;
use crate::model::{EarlierVersion, Framework};
use std::path::Path;
use std::sync::Arc;

/// What becomes of the findings for one framework.
#[derive(Debug)]
pub struct Upgrade {
    pub framework: Arc<Framework>,
    /// The version with which the case was made.
    pub from: String,
    /// Criteria that the case does not have yet.
    pub new: Vec<String>,
    /// Criteria under the same code, whose findings must be looked at again.
    pub changed: Vec<String>,
    /// Codes in the case that are no criterion any more.
    pub gone: Vec<String>,
}

/// A code with another name now, in a text that the researchers worded.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mention {
    pub path: String,
    /// From 1.
    pub line: usize,
    pub code: String,
}

/// What becomes of a case.
#[derive(Debug, Default)]
pub struct Upgrades {
    pub done: Vec<Upgrade>,
    /// Frameworks whose present version the case uses already.
    pub present: Vec<Arc<Framework>>,
    /// The files that change.
    pub files: Vec<Revision>,
    /// Where texts name codes that have another name now; those stay as they are.
    pub mentions: Vec<Mention>,
}

/// A file of findings.
struct Part {
    file: Opened,
    version: Text,
    /// The codes of criteria in it.
    records: Vec<(String, Span)>,
}

/// A framework that moves, with its files of findings that have the earlier version.
pub(super) struct Moving {
    pub(super) framework: Arc<Framework>,
    pub(super) from: EarlierVersion,
    parts: Vec<Part>,
    /// The codes with which the case, or what it shares, chooses among its criteria.
    pub(super) chosen: Vec<(String, Span)>,
    /// Whether other files of its findings have the present version.
    partly: bool,
}

impl Moving {
    /// The place of its version in the first file that moves.
    pub(super) fn version(&self) -> Option<Span> {
        self.parts.first().map(|part| part.version.span)
    }

    /// The codes of the earlier version that have another name now.
    pub(super) fn renamed(&self) -> impl Iterator<Item = String> {
        let pairs = self.from.criteria.iter().filter(|(now, then)| now != then);
        pairs.map(|(_, then)| then.clone())
    }

    /// The codes of its criteria in the findings and in the choice of the case.
    fn codes(&self) -> impl Iterator<Item = &(String, Span)> {
        self.parts.iter().flat_map(|part| &part.records).chain(&self.chosen)
    }

    /// Whether a reference in the case is one to this framework.
    fn has(&self, code: &str) -> bool {
        let own = || self.codes().any(|(own, _)| own == code);
        self.from.criteria.values().any(|then| then == code) || own()
    }

    /// The codes of the case with this fate, each once.
    fn with_fate(&self, fate: Fate<'_>) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        for (code, _) in self.codes() {
            if Fate::of(code, &self.framework, &self.from) == fate && !out.contains(code) {
                out.push(code.clone());
            }
        }
        out
    }

    fn summary(&self) -> Upgrade {
        let changed = self.with_fate(Fate::Changed);
        let criteria = self.framework.criteria.iter().map(|c| c.id.clone());
        let new = criteria.filter(|id| !self.from.criteria.contains_key(id));
        Upgrade {
            framework: self.framework.clone(),
            from: self.from.version.clone(),
            new: new.filter(|id| !changed.contains(id)).collect(),
            changed,
            gone: self.with_fate(Fate::Gone),
        }
    }
}

/// What a framework of a case is to this upgrade.
enum Found {
    Present(Arc<Framework>),
    Moves(Box<Moving>),
}

/// A case as it is read for an upgrade.
pub(super) struct Planned {
    pub(super) case: Opened,
    references: Vec<Text>,
    pub(super) moving: Vec<Moving>,
    /// Frameworks that stay as they are.
    others: Vec<Arc<Framework>>,
    pub(super) upgrades: Upgrades,
}

impl Loader {
    /// Plans to bring a case, or all cases of a study, to the present version of its frameworks, or of
    /// one of them. `None` if all stays as it is; why, is reported.
    pub fn upgrades(&mut self, folder: &Path, only: Option<&str>) -> Option<Upgrades> {
        if let Some(study) = study_folder(folder).filter(|_| folder.is_dir()) {
            return self.study_upgrades(&study, only);
        }
        let planned = self.planned(folder, only)?;
        self.only_own_choices(&planned);
        if self.report.has_errors() {
            return None;
        }
        let upgrades = self.moved(planned);
        Some(upgrades).filter(|_| !self.report.has_errors())
    }

    /// Reads what a case has for the frameworks that are to be upgraded.
    pub(super) fn planned(&mut self, folder: &Path, only: Option<&str>) -> Option<Planned> {
        if !folder.join("case.yaml").is_file() {
            self.report.push(no_single_case(folder));
            return None;
        }
        // For the names that no message may show.
        self.protected(folder, None);
        let case = self.opened("case.yaml", folder)?;
        let raw = self.raw_shared(&case.read, folder)?;
        let used = self.used(&raw, only, &case)?;
        let (mut moving, mut upgrades, mut others) = (Vec::new(), Upgrades::default(), Vec::new());
        for (chosen, framework, asked) in used {
            if !asked {
                others.push(framework);
                continue;
            }
            match self.look_up(chosen, framework, folder) {
                Some(Found::Present(framework)) => {
                    others.push(framework.clone());
                    upgrades.present.push(framework);
                }
                Some(Found::Moves(one)) => moving.push(*one),
                None => {}
            }
        }
        if !moving.is_empty() && !self.report.has_errors() {
            self.mentions(folder, &case, &moving, &mut upgrades.mentions);
        }
        Some(Planned { case, references: references(raw), moving, others, upgrades })
    }

    /// Gives all files of a case their present versions and codes.
    pub(super) fn moved(&mut self, planned: Planned) -> Upgrades {
        let Planned { case: mut file, references, mut moving, others, mut upgrades } = planned;
        if moving.is_empty() {
            return upgrades;
        }
        let references = self.refers(references, &moving, &others);
        for (at, one) in moving.iter_mut().enumerate() {
            let own = references.iter().filter(|(index, _)| *index == at).map(|(_, code)| code);
            self.rename(one, &mut file, own.cloned().collect());
        }
        upgrades.done = moving.iter().map(Moving::summary).collect();
        let parts = moving.into_iter().flat_map(|one| one.parts);
        let findings = parts.filter_map(|part| part.file.revision());
        upgrades.files = file.revision().into_iter().chain(findings).collect();
        upgrades
    }

    /// Where the texts of a case name codes that have another name now.
    fn mentions(
        &mut self,
        folder: &Path,
        case: &Opened,
        moving: &[Moving],
        into: &mut Vec<Mention>,
    ) {
        let name = "findings/sub-questions.yaml";
        let there = folder.join(name).exists();
        let sub = if there { self.opened(name, folder) } else { None };
        let old: Vec<String> = moving.iter().flat_map(Moving::renamed).collect();
        let findings = moving.iter().flat_map(|one| &one.parts).map(|part| &part.file);
        for file in [case].into_iter().chain(&sub).chain(findings) {
            self.mentioned(file, &old, into);
        }
        into.sort();
    }

    /// The frameworks of a case, each with whether it was asked for.
    fn used(
        &mut self,
        raw: &RawCase,
        only: Option<&str>,
        file: &Opened,
    ) -> Option<Vec<(RawChosen, Arc<Framework>, bool)>> {
        let mut cx = cx!(self);
        let list = cx.need(raw.frameworks.clone())?;
        let known = self.framework_ids();
        let (mut out, mut names) = (Vec::new(), Vec::new());
        for Chosen(item) in list.items {
            let mut cx = cx!(self);
            let Some(id) = cx.value(item.id.clone()) else { continue };
            let (Some(value), span) = (id.value, id.span) else { continue };
            names.push(value.clone());
            let asked = only.is_none_or(|only| only == value);
            if !known.contains(&value) && asked {
                self.report.push(unknown(&value, span, &known));
            } else if known.contains(&value) {
                out.extend(self.framework(&value).map(|framework| (item, framework, asked)));
            }
        }
        if let Some(only) = only.filter(|only| !names.iter().any(|name| name == only)) {
            let diagnostic = Diagnostic::at(Code::FrameworkNotInCase, file.read.node.span);
            self.report.push(diagnostic.with("value", only).with("known", names.join(", ")));
        }
        Some(out)
    }

    /// Reads the findings for a framework, and looks up how they go to its present version.
    fn look_up(
        &mut self,
        chosen: RawChosen,
        framework: Arc<Framework>,
        folder: &Path,
    ) -> Option<Found> {
        let mut found = Vec::new();
        for name in parts(folder, &framework.id) {
            found.extend(self.part_of_findings(&name, &framework, folder)?);
        }
        let is_present = |part: &Part| part.version.value.as_ref() == Some(&framework.version);
        let (present, found): (Vec<_>, Vec<_>) = found.into_iter().partition(is_present);
        let Some(first) = found.first() else {
            return Some(Found::Present(framework));
        };
        let (typed, version) =
            (first.version.value.clone().unwrap_or_default(), first.version.span);
        if let Some(other) = found.iter().find(|part| part.version.value.as_ref() != Some(&typed)) {
            let diagnostic = Diagnostic::at(Code::VersionDiffers, other.version.span)
                .with("found", other.version.value.clone().unwrap_or_default())
                .with("expected", typed);
            self.report.push(diagnostic);
            return None;
        }
        let Some(from) = framework.earlier.iter().find(|e| e.version == typed).cloned() else {
            let diagnostic = Diagnostic::at(Code::VersionWithoutMapping, version)
                .with("value", &framework.id)
                .with("found", typed)
                .with("expected", &framework.version);
            self.report.push(diagnostic);
            return None;
        };
        let criteria = chosen.criteria.into_iter().chain(chosen.without);
        let chosen = criteria.flat_map(|list| list.items).filter_map(code).collect();
        let partly = !present.is_empty();
        Some(Found::Moves(Box::new(Moving { framework, from, parts: found, chosen, partly })))
    }

    /// Reads a file of findings; an empty answer if it names no version and needs none.
    fn part_of_findings(
        &mut self,
        name: &str,
        framework: &Framework,
        folder: &Path,
    ) -> Option<Option<Part>> {
        let file = self.opened(name, folder)?;
        let raw = self.raw::<RawFindings>(&file.read)?;
        let version = match framework.version.is_empty() {
            true => raw.version.known(),
            false => Some(cx!(self).value(raw.version.asked_for())?),
        };
        let Some(version) = version.filter(|version| version.value.is_some()) else {
            return Some(None);
        };
        let items = raw.criteria.into_iter().flat_map(|list| list.items);
        let records = items.filter_map(|record| code(record.id.known()?)).collect();
        let (value, span) = (version.value, version.span);
        Some(Some(Part { file, version: Text::new(value, span), records }))
    }

    /// The references in `case.yaml`, each with the index of the framework that moves and has it.
    fn refers(
        &self,
        references: Vec<Text>,
        moving: &[Moving],
        others: &[Arc<Framework>],
    ) -> Vec<(usize, (String, Span))> {
        let mut out = Vec::new();
        for (typed, span) in references.into_iter().filter_map(code) {
            let other = others.iter().any(|framework| framework.criterion(&typed).is_some());
            let own = moving.iter().position(|one| one.has(&typed)).filter(|_| !other);
            out.extend(own.map(|own| (own, (typed, span))));
        }
        out
    }

    /// Gives the findings for a framework its present version and codes, and what refers to it in
    /// `case.yaml` its present codes. What is chosen in a shared file stays as it is.
    fn rename(&mut self, one: &mut Moving, case: &mut Opened, references: Vec<(String, Span)>) {
        let own = one.chosen.iter().filter(|(_, span)| span.file == case.read.file).cloned();
        let in_case: Vec<(String, Span)> = references.into_iter().chain(own).collect();
        let path = portable(self.sources.path(case.read.file));
        let present = one.partly && self.are_present(&in_case, one, &path);
        let Moving { framework, from, parts, .. } = one;
        for Part { file, version, records } in parts {
            self.replace(file, version.span, &framework.version);
            for (typed, span) in records {
                self.recode(file, (typed, *span), (framework, from));
            }
        }
        for (typed, span) in in_case.into_iter().filter(|_| !present) {
            self.recode(case, (&typed, span), (framework, from));
        }
    }

    /// Whether codes are those of the present version already, where some findings have that version
    /// and others do not. What cannot be seen is reported.
    pub(super) fn are_present(
        &mut self,
        codes: &[(String, Span)],
        one: &Moving,
        path: &str,
    ) -> bool {
        let present = Fate::are_present(codes.iter().map(|(c, _)| c), &one.framework, &one.from);
        if let (None, Some(place)) = (present, one.version()) {
            self.report.push(
                Diagnostic::at(Code::ChoiceShared, place)
                    .with("problem", "partly")
                    .with("value", &one.framework.id)
                    .with("expected", &one.framework.version)
                    .with("where", path),
            );
        }
        present.unwrap_or(true)
    }

    /// Gives one code its present form. A code of a criterion that is gone, which is now the code of
    /// another one, is reported.
    pub(super) fn recode(
        &mut self,
        file: &mut Opened,
        (typed, span): (&str, Span),
        (framework, from): (&Framework, &EarlierVersion),
    ) {
        match Fate::of(typed, framework, from) {
            Fate::Stays(now) if now != typed => self.replace(file, span, now),
            Fate::Taken => {
                let diagnostic = Diagnostic::at(Code::CodeTaken, span)
                    .with("value", typed)
                    .with("found", &from.version)
                    .with("expected", &framework.version)
                    .with_some("other", from.criteria.get(typed));
                self.report.push(diagnostic);
            }
            Fate::Stays(_) | Fate::Changed | Fate::Gone => {}
        }
    }
}

/// A code that was typed, with its position.
fn code<K>(text: Text<K>) -> Option<(String, Span)> {
    text.value.map(|value| (value, text.span))
}
