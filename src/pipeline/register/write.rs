//! Writes a register: everything is generated in memory first, then written file by file.

use super::request::{RegisterFormat, RegisterRequest};
use crate::load::Loader;
use crate::narrative::DocumentText;
use crate::pipeline::behind::recorded;
use crate::pipeline::depfile;
use crate::pipeline::document::{Document, Text, Written, settle_edits};
use crate::pipeline::ending::finish;
use crate::pipeline::listener::Listener;
use crate::pipeline::waiting::Waiting;
use crate::privacy::{Guard, Outgoing, Store};
use crate::publish::Form;
use anyhow::Result;
use std::path::{Path, PathBuf};

/// The outputs; those that were not asked for are empty.
pub struct Outputs {
    /// The document in Markdown.
    pub text: DocumentText,
    /// The recommendations as JSON.
    pub json: String,
    /// All tables, as the bytes of this format.
    pub csv: Vec<u8>,
    /// All tables, as the bytes of this format.
    pub xlsx: Vec<u8>,
    /// All tables, as the bytes of this format.
    pub ods: Vec<u8>,
}

impl Outputs {
    /// Records the case folders in the document, if all of them have a relative path.
    pub fn record(&mut self, folders: &[PathBuf]) {
        let cases: Option<Vec<String>> = folders.iter().map(|folder| recorded(folder)).collect();
        if let Some(cases) = cases {
            self.text.record(cases);
        }
    }

    /// The tables in the requested formats.
    fn files(&mut self, request: &RegisterRequest, folder: &Path) -> Vec<Outgoing> {
        let stem = request.kind().stem();
        let tables = [
            (RegisterFormat::Json, "json", std::mem::take(&mut self.json).into_bytes()),
            (RegisterFormat::Csv, "csv", std::mem::take(&mut self.csv)),
            (RegisterFormat::Xlsx, "xlsx", std::mem::take(&mut self.xlsx)),
            (RegisterFormat::Ods, "ods", std::mem::take(&mut self.ods)),
        ];
        let asked = tables.into_iter().filter(|(format, ..)| request.formats.contains(format));
        let file = |(_, ending, bytes)| Outgoing::new(folder, &format!("{stem}.{ending}"), bytes);
        asked.map(file).collect()
    }
}

/// The document of the register with the files beside it.
fn document(
    request: &RegisterRequest,
    mut outputs: Outputs,
    (guard, loader): (Guard, &Loader),
    folder: &Path,
    store: &Store,
) -> Result<Document> {
    let form = |format: &RegisterFormat| match format {
        RegisterFormat::Form(form) => Some(*form),
        _ => None,
    };
    let beside = outputs.files(request, folder).into_iter().map(|file| store.hold(file));
    Ok(Document {
        beside: beside.collect::<Result<_>>()?,
        stem: request.kind().stem().to_owned(),
        kind: request.kind(),
        text: Text::Written(Box::new(Waiting::new(outputs.text, store)?)),
        made: None,
        conflicts: Vec::new(),
        markdown: request.formats.contains(&RegisterFormat::Md),
        forms: request.formats.iter().filter_map(form).collect::<Vec<Form>>(),
        checked: true,
        dump: false,
        scorecard: None,
        guard,
        others: Guard::of_nothing(),
        seen: loader.pictures.iter().map(|picture| picture.sha256.clone()).collect(),
        typed_in: Vec::new(),
        private_folder: None,
        inputs: depfile::read(&loader.sources),
        folder: folder.to_owned(),
    })
}

/// Writes a register, unless there is an error.
pub fn write(
    request: &RegisterRequest,
    outputs: Outputs,
    guard: Guard,
    mut loader: Loader,
    listener: &dyn Listener,
) -> Result<Option<Written>> {
    let folder = request.output.join(&request.name);
    let store = Store::of(1, &folder)?;
    let mut documents = vec![document(request, outputs, (guard, &loader), &folder, &store)?];
    let Loader { sources, report, .. } = &mut loader;
    settle_edits(&mut documents, request.options.on_edit, (sources, report), &store)?;
    finish(documents, &request.options, &mut loader, &store, listener)
}
