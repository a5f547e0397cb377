//! A framework that is added to a case.

use super::opened::Revision;
use crate::diagnostics::{Code, Diagnostic, Span, portable};
use crate::load::edit::{self, Step, Value};
use crate::load::loader::{Loader, cx};
use crate::load::no_case::no_single_case;
use crate::load::parts::parts;
use crate::load::raw::Context;
use crate::load::raw::case::Chosen;
use crate::model::Framework;
use std::path::Path;
use std::sync::Arc;

/// A framework that a case will use, with the codes of the criteria that were chosen; none for all.
type Asked = (Arc<Framework>, Vec<String>);

impl Loader {
    /// The `case.yaml` of a case with more frameworks. `None` if it stays as it is; why, is
    /// reported.
    pub fn with_frameworks(&mut self, folder: &Path, asked: &[Asked]) -> Option<Revision> {
        if !folder.join("case.yaml").is_file() {
            self.report.push(no_single_case(folder));
            return None;
        }
        // For the names that no message may show.
        self.protected(folder, None);
        let mut file = self.opened("case.yaml", folder)?;
        let raw = self.raw_shared(&file.read, folder)?;
        let mut cx = cx!(self);
        let list = cx.need(raw.frameworks)?;
        let place = list.items.last().map_or(file.read.node.span, |Chosen(last)| last.span);
        let mut used = Vec::new();
        for Chosen(item) in list.items {
            let mut cx = cx!(self);
            let Some(id) = cx.value(item.id) else { continue };
            let (Some(value), span) = (id.value, id.span) else { continue };
            self.clashes(&value, span, asked);
            used.push(value);
        }
        // A case that shares its frameworks with others has no list of its own yet.
        let mut listed = file.read.node.has("frameworks");
        for (framework, chosen) in asked.iter().filter(|(f, _)| !used.contains(&f.id)) {
            self.no_findings_yet(folder, &framework.id);
            let item = entry(framework, chosen);
            let shown = match chosen.is_empty() {
                true => framework.id.clone(),
                false => format!("{}: {}", framework.id, chosen.join(", ")),
            };
            let done = match std::mem::replace(&mut listed, true) {
                true => edit::append(&file.text, &[Step::Key("frameworks")], &item),
                false => {
                    let list = Value::List(vec![item]);
                    edit::insert(&file.text, &[], "frameworks", &list, Some("shared"))
                }
            };
            self.take(&mut file, done, place, (None, shown));
        }
        file.revision().filter(|_| !self.report.has_errors())
    }

    /// Reports a framework that the case has already, or one with criteria of the same codes.
    fn clashes(&mut self, used: &str, span: Span, asked: &[Asked]) {
        if asked.iter().any(|(framework, _)| framework.id == used) {
            self.report.push(Diagnostic::at(Code::FrameworkInCase, span).with("value", used));
            return;
        }
        let known = self.framework_ids().iter().any(|id| id == used);
        let Some(own) = self.framework(used).filter(|_| known) else { return };
        for (framework, chosen) in asked {
            let kept = |id: &&str| chosen.is_empty() || chosen.iter().any(|c| c == id);
            let mut ids = framework.criteria.iter().map(|c| c.id.as_str()).filter(kept);
            if let Some(twice) = ids.find(|id| own.criterion(id).is_some()) {
                let diagnostic = Diagnostic::at(Code::DuplicateId, span).with("value", twice);
                self.report.push(diagnostic.with("where", format!("`{}`", framework.id)));
            }
        }
    }

    /// Reports findings for a framework that are there before the case uses it.
    fn no_findings_yet(&mut self, folder: &Path, id: &str) {
        for name in parts(folder, id).into_iter().chain([format!("findings/{id}.yml")]) {
            let path = folder.join(name);
            if path.symlink_metadata().is_ok() {
                self.report.push(Diagnostic::of_file(Code::FindingsExist, portable(path)));
            }
        }
    }
}

/// A framework as `case.yaml` names it.
fn entry(framework: &Framework, chosen: &[String]) -> Value {
    let id = Value::Text(framework.id.clone());
    if chosen.is_empty() {
        return id;
    }
    let codes = chosen.iter().map(|code| Value::Text(code.clone())).collect();
    Value::Map(vec![
        ("id".to_owned(), id),
        ("criteria".to_owned(), Value::List(codes)),
        // Why only these is for the researchers to say.
        ("reason".to_owned(), Value::Plain(String::new())),
    ])
}
