//! The available frameworks, and those that a case uses.

use super::choice::{self, Used};
use super::framework;
use super::loader::Reads;
use super::loader::{Loader, cx};
use super::raw::case::{Chosen, RawCase};
use super::raw::framework::RawFramework;
use super::raw::{Context, Raw, Text};
use crate::diagnostics::{Code, Diagnostic, Span, nearest, portable};
use crate::model::{Framework, Located};
use std::path::Path;
use std::sync::Arc;

impl Loader {
    /// The ids of all available frameworks.
    #[must_use]
    pub fn framework_ids(&self) -> Arc<[String]> {
        let name = |path: String| {
            let name = path.strip_prefix("frameworks/")?.strip_suffix(".yaml")?;
            // Codebooks are in a separate folder.
            (!name.contains('/')).then(|| name.to_owned())
        };
        let list = || self.assets.list("frameworks/", ".yaml");
        self.ids.get_or_init(|| list().into_iter().filter_map(name).collect()).clone()
    }

    /// The framework with this id; each is read once.
    pub fn framework(&mut self, id: &str) -> Option<Arc<Framework>> {
        if let Some(known) = self.frameworks.get(id) {
            return known.clone();
        }
        if self.reads != Reads::All {
            self.reads = Reads::Missed;
            return None;
        }
        let path = format!("frameworks/{id}.yaml");
        let framework = self.asset(&path).and_then(|bytes| {
            let read = self.tree(&path, &bytes)?;
            read.node.scalars(&mut self.texts);
            let mut cx = cx!(self);
            let raw = RawFramework::read(&read.node, &mut cx)?;
            framework::validate(raw, id, read.hash, &mut cx).map(Arc::new)
        });
        self.frameworks.insert(id.to_owned(), framework.clone());
        framework
    }

    /// Reads a file with a framework or a codebook by itself. Only a framework is returned; the
    /// problems of both are in the report.
    pub fn framework_file(&mut self, path: &Path) -> Option<Arc<Framework>> {
        let id = path.file_stem()?.to_str()?;
        // One that cases find too is read once for all.
        if portable(path) == format!("frameworks/{id}.yaml") {
            return self.framework(id);
        }
        let folder = path.parent()?;
        let bytes = self.bytes(path.file_name()?.to_str()?, folder, None)?;
        self.framework_of(&portable(path), id, &bytes)
    }

    /// Reads the text of a framework or a codebook that is called `id`.
    pub fn framework_of(&mut self, path: &str, id: &str, bytes: &[u8]) -> Option<Arc<Framework>> {
        let read = self.tree(path, bytes)?;
        read.node.scalars(&mut self.texts);
        if read.node.has("questions") {
            self.codebook_of(&read, id);
            return None;
        }
        let mut cx = cx!(self);
        let raw = RawFramework::read(&read.node, &mut cx)?;
        framework::validate(raw, id, read.hash, &mut cx).map(Arc::new)
    }

    /// The valid frameworks among those that the case uses.
    pub(super) fn chosen(&mut self, raw: &RawCase) -> Vec<Used> {
        let mut cx = cx!(self);
        let Some(list) = cx.need(raw.frameworks.clone()) else {
            return Vec::new();
        };
        let known = self.framework_ids();
        let mut out: Vec<Used> = Vec::new();
        for Chosen(item) in list.items {
            let mut cx = cx!(self);
            let Some(Text { value: Some(id), span, .. }) = cx.value(item.id.clone()) else {
                continue;
            };
            if out.iter().any(|used| used.whole.id == id) {
                let diagnostic = Diagnostic::at(Code::DuplicateId, span);
                self.report.push(diagnostic.with("value", id).with("where", "`frameworks`"));
                continue;
            }
            if !known.contains(&id) {
                self.report.push(unknown(&id, span, &known));
                continue;
            }
            let Some(framework) = self.framework(&id) else { continue };
            let mut cx = cx!(self);
            let located = Located { value: id, span };
            let Some(used) = choice::used(item, located, framework, &mut cx) else { continue };
            let twice = used.framework.criteria.iter().find_map(|c| {
                let other = out.iter().find(|u| u.framework.criterion(&c.id).is_some())?;
                Some((c.id.clone(), other.whole.id.clone()))
            });
            if let Some((criterion, other)) = twice {
                let diagnostic = Diagnostic::at(Code::DuplicateId, span);
                self.report.push(diagnostic.with("value", criterion).with("where", other));
                continue;
            }
            out.push(used);
        }
        out
    }
}

/// A framework that does not exist.
pub(super) fn unknown(id: &str, span: Span, known: &[String]) -> Diagnostic {
    Diagnostic::at(Code::UnknownFramework, span)
        .with("value", id)
        .with("known", known.join(", "))
        .with_some("nearest", nearest(id, known.iter().map(String::as_str)))
}
