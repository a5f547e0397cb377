//! Codebooks: the nominal questions of a study of documents.

use super::loader::{Loader, cx};
use super::raw::Context;
use super::raw::coding::{RawCategory, RawCodebook, RawCodedQuestion};
use super::reading::Read;
use super::values::Ids;
use super::versions::version;
use crate::diagnostics::{Code, Diagnostic, phrase};
use crate::model::{Category, Codebook, CodedQuestion};

/// The folder of the codebooks.
const FOLDER: &str = "frameworks/coding/";

impl Loader {
    /// The ids of all available codebooks.
    pub(super) fn codebook_ids(&self) -> Vec<String> {
        let name =
            |path: String| Some(path.strip_prefix(FOLDER)?.strip_suffix(".yaml")?.to_owned());
        self.assets.list(FOLDER, ".yaml").into_iter().filter_map(name).collect()
    }

    /// The codebook with this id.
    pub(super) fn codebook(&mut self, id: &str) -> Option<Codebook> {
        let path = format!("{FOLDER}{id}.yaml");
        let bytes = self.asset(&path)?;
        let read = self.tree(&path, &bytes)?;
        read.node.scalars(&mut self.texts);
        self.codebook_of(&read, id)
    }

    /// The codebook in a file with this name.
    pub(super) fn codebook_of(&mut self, read: &Read, name: &str) -> Option<Codebook> {
        let raw = self.raw::<RawCodebook>(read)?;
        let mut cx = cx!(self);
        validate(raw, name, read.hash.clone(), &mut cx)
    }
}

fn validate(raw: RawCodebook, name: &str, hash: String, cx: &mut Context<'_>) -> Option<Codebook> {
    let _span = raw.span;
    let id = cx.value(raw.id);
    if let Some(id) = id.filter(|id| id.value.as_deref() != Some(name)) {
        let help = phrase("id-of-codebook").with("name", name);
        let diagnostic = Diagnostic::at(Code::BadId, id.span);
        let value = id.value.unwrap_or_default();
        cx.push(diagnostic.with("value", value).with("help", help));
    }
    let title = cx.text(raw.title);
    let version = cx.value(raw.version).and_then(|v| version(v, cx));
    let date = cx.value(raw.date).and_then(|d| cx.date(d));
    let description = cx.markdown(raw.description);
    let mut ids = Ids::default();
    let list = cx.need(raw.questions)?;
    let many = list.items.len();
    let questions: Vec<CodedQuestion> =
        list.items.into_iter().filter_map(|q| question(q, &mut ids, cx)).collect();
    if questions.len() < many {
        return None;
    }
    Some(Codebook {
        id: name.to_owned(),
        title,
        version: version?,
        date: date?,
        description,
        questions,
        hash,
    })
}

fn question(raw: RawCodedQuestion, ids: &mut Ids, cx: &mut Context<'_>) -> Option<CodedQuestion> {
    let _span = raw.span;
    let id = cx.id(raw.id);
    if let Some(id) = &id {
        ids.note(id, cx);
    }
    let name = cx.text(raw.name);
    let question = cx.text(raw.question);
    let explanation = cx.markdown_some(raw.explanation);
    let per = cx.text_some(raw.per);
    let mut known = Ids::default();
    let list = cx.need(raw.categories)?;
    let categories: Vec<Category> =
        list.items.into_iter().filter_map(|c| category(c, &mut known, cx)).collect();
    Some(CodedQuestion { id: id?.value, name, question, explanation, per, categories })
}

fn category(raw: RawCategory, ids: &mut Ids, cx: &mut Context<'_>) -> Option<Category> {
    let id = cx.id(raw.id);
    if let Some(id) = &id {
        ids.note(id, cx);
    }
    let label = cx.text(raw.label);
    let combines = raw.combines.map(|l| l.items).unwrap_or_default();
    let combines = combines.into_iter().filter_map(|t| cx.text_some(Some(t))).collect();
    Some(Category { id: id?.value, label, combines })
}
