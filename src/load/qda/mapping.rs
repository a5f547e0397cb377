//! The mapping of codes to norms and sub-questions.

use super::taking::Taking;
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

impl Loader {
    /// Reads the mapping, in its order. What is wrong in it is reported.
    pub(super) fn mapping(&mut self, taking: &Taking<'_>) -> Option<Vec<Mapped>> {
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
            let Some(mapped) = mapped(item, taking, &mut cx) else { continue };
            let (mapped, span) = mapped;
            if out.iter().any(|other| other.path == mapped.path) {
                let diagnostic = Diagnostic::at(Code::DuplicateId, span);
                cx.push(diagnostic.with("value", &mapped.path).with("where", "codes"));
            }
            out.push(mapped);
        }
        (!self.report.has_errors()).then_some(out)
    }
}

fn mapped(raw: RawMappedCode, taking: &Taking<'_>, cx: &mut Context<'_>) -> Option<(Mapped, Span)> {
    let _span = raw.span;
    let code = cx.value(raw.code)?;
    let path = one_line(&code.value?);
    let codes = &taking.project.codes;
    let guids = codes.iter().filter(|known| known.path == path).map(|known| known.guid.clone());
    let guids: Vec<String> = guids.collect();
    if guids.is_empty() {
        let near = nearest(&path, codes.iter().map(|known| known.path.as_str()));
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
    Some((Mapped { path, guids, targets }, code.span))
}
