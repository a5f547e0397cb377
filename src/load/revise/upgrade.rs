//! A case that goes to the present version of its frameworks.

use super::fate::Fate;
use super::opened::{Opened, Revision};
use super::references::references;
use crate::diagnostics::{Code, Diagnostic, Span, portable};
use crate::load::chosen::unknown;
use crate::load::loader::{Loader, cx};
use crate::load::no_case::no_case;
use crate::load::parts::parts;
use crate::load::raw::Context;
use crate::load::raw::Text;
use crate::load::raw::case::{Chosen, RawCase, RawChosen, RawFindings};
use crate::model::{EarlierVersion, Framework, Located};
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

/// A framework that moves, with its files of findings.
struct Moving {
    framework: Arc<Framework>,
    from: EarlierVersion,
    parts: Vec<Part>,
    /// The codes with which `case.yaml` chooses among its criteria.
    chosen: Vec<(String, Span)>,
}

impl Moving {
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

impl Loader {
    /// Plans to bring a case to the present version of its frameworks, or of one of them. `None` if
    /// the case stays as it is; why, is reported.
    pub fn upgrades(&mut self, folder: &Path, only: Option<&str>) -> Option<Upgrades> {
        if !folder.join("case.yaml").is_file() {
            self.report.push(no_case(folder));
            return None;
        }
        // For the names that no message may show.
        self.protected(folder, None);
        let file = self.opened("case.yaml", folder)?;
        let raw = self.raw_shared(&file.read, folder)?;
        let used = self.used(&raw, only, &file)?;
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
            self.mentions(folder, &file, &moving, &mut upgrades.mentions);
            self.moved(file, references(raw), moving, &others, &mut upgrades);
        }
        Some(upgrades).filter(|_| !self.report.has_errors())
    }

    /// Gives all files of a case their present versions and codes.
    fn moved(
        &mut self,
        mut file: Opened,
        references: Vec<Text>,
        mut moving: Vec<Moving>,
        others: &[Arc<Framework>],
        upgrades: &mut Upgrades,
    ) {
        self.refer(&mut file, references, &moving, others);
        moving.iter_mut().for_each(|one| self.rename(one, &mut file));
        upgrades.done = moving.iter().map(Moving::summary).collect();
        let parts = moving.into_iter().flat_map(|one| one.parts);
        let findings = parts.filter_map(|part| part.file.revision());
        upgrades.files = file.revision().into_iter().chain(findings).collect();
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
        let pairs = moving.iter().flat_map(|one| &one.from.criteria);
        let old = pairs.filter(|(now, then)| now != then).map(|(_, then)| then.clone());
        let old: Vec<String> = old.collect();
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
        let old = |part: &&Part| part.version.value.as_ref() != Some(&framework.version);
        let Some(first) = found.iter().find(old) else {
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
        Some(Found::Moves(Box::new(Moving { framework, from, parts: found, chosen })))
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

    /// Gives the references in `case.yaml` their present codes.
    fn refer(
        &mut self,
        file: &mut Opened,
        references: Vec<Text>,
        moving: &[Moving],
        others: &[Arc<Framework>],
    ) {
        for (typed, span) in references.into_iter().filter_map(code) {
            let other = others.iter().any(|framework| framework.criterion(&typed).is_some());
            let own = moving.iter().find(|one| one.has(&typed)).filter(|_| !other);
            own.iter()
                .for_each(|own| self.recode(file, (&typed, span), (&own.framework, &own.from)));
        }
    }

    /// Gives the findings for a framework its present version and codes, and the choice in
    /// `case.yaml` its present codes.
    fn rename(&mut self, one: &mut Moving, case: &mut Opened) {
        let Moving { framework, from, parts, chosen } = one;
        for Part { file, version, records } in parts {
            self.replace(file, version.span, &framework.version);
            for (typed, span) in records {
                self.recode(file, (typed, *span), (framework, from));
            }
        }
        for (typed, span) in chosen {
            self.recode(case, (typed, *span), (framework, from));
        }
    }

    /// Gives one code its present form. A code of a criterion that is gone, which is now the code of
    /// another one, is reported.
    fn recode(
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

    /// Where the texts of a file name codes that have another name now.
    fn mentioned(&self, file: &Opened, codes: &[String], into: &mut Vec<Mention>) {
        let mut texts = Vec::new();
        file.read.node.scalars(&mut texts);
        for Located { value, span } in texts {
            // A code by itself is a reference.
            if codes.contains(&value) {
                continue;
            }
            let typed = self.sources.slice(span);
            let path = portable(self.sources.path(span.file));
            for code in codes {
                for at in places(typed, code) {
                    let span = Span { start: span.start + at, ..span };
                    let line = self.sources.line_column(span).line;
                    into.push(Mention { path: path.clone(), line, code: code.clone() });
                }
            }
        }
    }
}

/// A code that was typed, with its position.
fn code<K>(text: Text<K>) -> Option<(String, Span)> {
    text.value.map(|value| (value, text.span))
}

/// Where a text names a code, and not as a part of another one.
fn places(text: &str, code: &str) -> Vec<usize> {
    let inside = |c: char| c.is_alphanumeric() || c == '-';
    let apart = |at: &usize| {
        let before = text.get(..*at).and_then(|before| before.chars().next_back());
        let behind = text.get(at + code.len()..).and_then(|behind| behind.chars().next());
        !before.is_some_and(inside) && !behind.is_some_and(inside)
    };
    text.match_indices(code).map(|(at, _)| at).filter(apart).collect()
}
