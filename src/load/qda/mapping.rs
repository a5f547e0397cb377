//! The mapping of codes to norms and sub-questions.

use super::guarded::{Guarded, Taken};
use super::project::Passage;
use super::taking::{Leaving, Taking, in_locator};
use super::xml::one_line;
use crate::diagnostics::{Code, Diagnostic, Span, nearest, portable};
use crate::load::loader::{Loader, cx};
use crate::load::raw::Context;
use crate::load::raw::qda::{RawMappedCode, RawMapping};
use crate::model::Case;

/// A code of the project with the norms and sub-questions that it says something about.
pub struct Mapped {
    pub path: String,
    /// The GUIDs of all codes with this name.
    pub guids: Vec<String>,
    pub targets: Vec<Target>,
    pub span: Span,
}

/// A norm or a sub-question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    pub id: String,
    /// The file of its findings.
    pub file: String,
    /// The key of the list that it stands in.
    pub list: &'static str,
}

/// The norms and sub-questions of a case, each with what it says.
pub fn targets(case: &Case) -> Vec<(Target, String)> {
    let mut out = Vec::new();
    for framework in &case.frameworks {
        let file = format!("findings/{}.yaml", framework.id);
        for criterion in &framework.criteria {
            let (id, file) = (criterion.id.clone(), file.clone());
            out.push((Target { id, file, list: "criteria" }, criterion.name.clone()));
        }
    }
    for question in &case.study.sub_questions {
        let (id, file) = (question.id.clone(), "findings/sub-questions.yaml".to_owned());
        out.push((Target { id, file, list: "sub-questions" }, question.question.clone()));
    }
    out
}

impl Mapped {
    /// The GUID of a code of this name that a passage has.
    pub fn guid_in(&self, passage: &Passage) -> Option<&String> {
        self.guids.iter().find(|guid| passage.codes.contains(guid))
    }

    /// What comes into the case where passages have this code.
    pub fn leaving(&self) -> Leaving {
        Leaving { kind: "code", text: in_locator(&self.path), span: self.span }
    }

    /// Whether a passage was taken over with this code, whatever its name was then. A guarded
    /// file of an earlier version has no GUIDs of codes.
    pub fn is_of(&self, taken: &Taken) -> bool {
        match &taken.code_guid {
            Some(guid) => self.guids.contains(guid),
            None => self.path == taken.code,
        }
    }
}

impl Loader {
    /// Reads the mapping, in its order. What is wrong in it is reported.
    pub(super) fn mapping(
        &mut self,
        taking: &Taking<'_>,
        guarded: &Guarded,
    ) -> Option<Vec<Mapped>> {
        let shown = portable(taking.codes);
        let bytes = match crate::assets::read(taking.codes) {
            Ok(bytes) => bytes,
            Err(error) => {
                self.report.push(Diagnostic::unreadable(shown, &error));
                return None;
            }
        };
        let read = self.tree(&shown, &bytes)?;
        let raw = self.raw::<RawMapping>(&read)?;
        let mut cx = cx!(self);
        let items = cx.need(raw.codes)?.items;
        let mut out: Vec<Mapped> = Vec::new();
        for item in items {
            let Some(mapped) = mapped(item, (taking, guarded), &mut cx) else { continue };
            if out.iter().any(|other| other.path == mapped.path) {
                let diagnostic = Diagnostic::at(Code::DuplicateId, mapped.span);
                cx.push(diagnostic.with("value", &mapped.path).with("where", "codes"));
            }
            out.push(mapped);
        }
        (!self.report.has_errors()).then_some(out)
    }
}

fn mapped(
    raw: RawMappedCode,
    (taking, guarded): (&Taking<'_>, &Guarded),
    cx: &mut Context<'_>,
) -> Option<Mapped> {
    let _span = raw.span;
    let code = cx.value(raw.code)?;
    let path = one_line(&code.value?);
    let codes = &taking.project.codes;
    let guids = codes.iter().filter(|known| known.path == path).map(|known| known.guid.clone());
    let guids: Vec<String> = guids.collect();
    if guids.is_empty() {
        // A code that was taken over before may have another name now.
        let before = guarded.passages.iter().find(|taken| taken.code == path);
        let guid = before.and_then(|taken| taken.code_guid.as_ref());
        let renamed = codes.iter().find(|known| Some(&known.guid) == guid);
        let renamed = renamed.map(|known| known.path.as_str());
        let near = renamed.or_else(|| nearest(&path, codes.iter().map(|c| c.path.as_str())));
        let diagnostic = Diagnostic::at(Code::QdaCodeUnknown, code.span).with("value", &path);
        cx.push(diagnostic.with_some("nearest", near));
    }
    let known = targets(&taking.case);
    let ids: Vec<&str> = known.iter().map(|(target, _)| target.id.as_str()).collect();
    let named = cx.references(raw.to, &ids, Code::QdaTargetUnknown);
    let mut targets: Vec<Target> = Vec::new();
    for id in named {
        let found = known.iter().find(|(target, _)| target.id == id).map(|(target, _)| target);
        targets.extend(found.filter(|target| !targets.contains(target)).cloned());
    }
    Some(Mapped { path, guids, targets, span: code.span })
}
