//! Writes a comparison: everything is generated in memory first, then written file by file.

use super::factsheets;
use super::request::{CompareRequest, Format};
use crate::diagnostics::{Code, Diagnostic, Report, SourceMap, portable};
use crate::load::{Loader, STUDY};
use crate::markdown::Kind;
use crate::narrative::DocumentText;
use crate::pipeline::behind::recorded;
use crate::pipeline::document::{Document, Text, Written, settle_edits};
use crate::pipeline::ending::finish;
use crate::pipeline::listener::Listener;
use crate::pipeline::waiting::Waiting;
use crate::pipeline::{clearing, depfile, edits};
use crate::privacy::{Guard, Outgoing, Store, Unsearched};
use crate::publish::Form;
use anyhow::Result;
use serde::Serialize;
use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

/// File name without extension.
const STEM: &str = "vergelijking";

/// The end of the name of the table of all judgements.
pub const ROWS: &str = "-rijen.csv";

/// The name of the figures that a case can refer to.
pub const PEERS: &str = "peers.yaml";

/// The name of a file of the comparison, by its ending.
fn file(ending: &str) -> String {
    if ending == PEERS {
        return PEERS.to_owned();
    }
    let point = if ending.starts_with('-') { "" } else { "." };
    format!("{STEM}{point}{ending}")
}

/// Where the outputs of a comparison wait until all are ready: on disk, since those of thousands of
/// audits would not fit in memory together.
pub struct Place {
    pub folder: PathBuf,
    pub store: Store,
}

impl Place {
    /// The place for a comparison in these formats.
    ///
    /// # Errors
    /// If the file system refuses.
    pub fn of(request: &CompareRequest) -> Result<Self> {
        let folder = request.output.join(&request.name);
        let store = Store::of(1 + request.formats.len(), &folder)?;
        Ok(Self { folder, store })
    }

    /// Keeps a file with this ending.
    ///
    /// # Errors
    /// If the file system refuses.
    pub fn keep(&self, ending: &str, bytes: Vec<u8>) -> Result<Unsearched> {
        self.store.hold(Outgoing::new(&self.folder, &file(ending), bytes))
    }

    /// Keeps a file with this ending that is written piece by piece.
    ///
    /// # Errors
    /// If the file system refuses, or writing fails.
    pub fn keep_written(
        &self,
        ending: &str,
        write: impl FnOnce(&mut dyn Write) -> Result<()>,
    ) -> Result<Unsearched> {
        self.store.hold_written(self.folder.join(file(ending)), write)
    }

    /// Keeps a value as JSON.
    ///
    /// # Errors
    /// As [`Self::keep_written`].
    pub fn keep_json(&self, value: &impl Serialize) -> Result<Unsearched> {
        self.keep_written("json", |out| {
            serde_json::to_writer_pretty(&mut *out, value)?;
            Ok(out.write_all(b"\n")?)
        })
    }
}

/// The outputs in the formats asked for.
pub struct Outputs {
    /// The document in Markdown.
    pub nota: DocumentText,
    /// Pages of single municipalities, with the names of their files.
    pub factsheets: Vec<(String, DocumentText)>,
    /// Whether the document is also set as HTML; a comparison has an interactive page instead.
    pub html: bool,
    /// The tables, the page, and the figures that a case can refer to.
    pub files: Vec<Unsearched>,
}

impl Outputs {
    /// Records the case folders in the document, if all of them have a relative path.
    pub fn record(&mut self, folders: &[PathBuf]) {
        let recorded: Option<Vec<String>> = folders.iter().map(|f| recorded(f)).collect();
        let Some(cases) = recorded else { return };
        self.factsheets.iter_mut().for_each(|(_, text)| text.record(cases.clone()));
        self.nota.record(cases);
    }
}

/// The document of the comparison with the files beside it, and the factsheets.
fn documents(
    request: &CompareRequest,
    outputs: Outputs,
    (guard, loader): (&Guard, &Loader),
    Place { folder, store }: &Place,
) -> Result<Vec<Document>> {
    let Outputs { nota, factsheets: sheets, html, files: beside } = outputs;
    let asked = |format: Format| request.formats.contains(&format);
    let pdf = asked(Format::Pdf).then_some(Form::Pdf);
    let all_inputs = inputs(request, &loader.sources);
    let seen: Vec<String> = loader.pictures.iter().map(|picture| picture.sha256.clone()).collect();
    let document = |stem: String, text: DocumentText| -> Result<Document> {
        Ok(Document {
            stem,
            kind: text.head.kind,
            text: Text::Written(Box::new(Waiting::new(text, store)?)),
            made: None,
            conflicts: Vec::new(),
            markdown: asked(Format::Md),
            forms: pdf.into_iter().collect(),
            checked: false,
            dump: false,
            beside: Vec::new(),
            scorecard: None,
            guard: guard.clone(),
            others: Guard::of_nothing(),
            seen: seen.clone(),
            typed_in: Vec::new(),
            private_folder: None,
            inputs: all_inputs.clone(),
            folder: folder.to_owned(),
        })
    };
    let main = document(STEM.to_owned(), nota)?;
    let forms = main.forms.iter().copied().chain(html.then_some(Form::Html)).collect();
    let mut documents = vec![Document { forms, beside, ..main }];
    for (stem, text) in sheets {
        // A page that was asked for is written, also where neither of its forms was.
        let own = document(stem, text)?;
        let forms = if own.markdown { own.forms.clone() } else { vec![Form::Pdf] };
        documents.push(Document { forms, ..own });
    }
    Ok(documents)
}

/// Writes a comparison, unless there is an error.
pub fn write(
    request: &CompareRequest,
    (outputs, place): (Outputs, &Place),
    guard: Guard,
    mut loader: Loader,
    listener: &dyn Listener,
) -> Result<Option<Written>> {
    let mut documents = documents(request, outputs, (&guard, &loader), place)?;
    let Loader { sources, report, .. } = &mut loader;
    settle_edits(&mut documents, request.options.on_edit, (sources, report), &place.store)?;
    if request.choices.anonymised {
        old_files(request, &documents, &place.folder, report);
    }
    finish(documents, &request.options, &mut loader, &place.store, listener)
}

/// The input files of a comparison. A coding study may be in a workbook, which is not in the source
/// map.
fn inputs(request: &CompareRequest, sources: &SourceMap) -> BTreeSet<PathBuf> {
    let studies = request.cases.iter().filter(|path| path.join(STUDY).is_file());
    let files = studies.filter_map(|folder| std::fs::read_dir(folder).ok()).flatten().flatten();
    let files = files.map(|entry| entry.path()).filter(|path| path.is_file());
    depfile::read(sources).into_iter().chain(files).collect()
}

/// Refuses files of an earlier run that this run does not replace: they would put names beside
/// anonymised output.
fn old_files(request: &CompareRequest, documents: &[Document], folder: &Path, report: &mut Report) {
    let forms = [
        (Format::Md, "md"),
        (Format::Pdf, "pdf"),
        (Format::Html, "html"),
        (Format::Json, "json"),
        (Format::Csv, "csv"),
        (Format::Rows, ROWS),
        (Format::Xlsx, "xlsx"),
        (Format::Ods, "ods"),
    ];
    let kept = forms.iter().filter(|(form, _)| !request.formats.contains(form));
    let names = kept.map(|(_, ending)| file(ending));
    // Output of `render` is not replaced by this command.
    let rendered = [Form::Html, Form::Docx, Form::Odt];
    let rendered = rendered.map(|form| clearing::file_name(STEM, Kind::Comparison, form));
    let mut beside = vec![PEERS.to_owned(), format!("{STEM}.nieuw.md")];
    beside.extend(rendered);
    let fresh = documents.iter().map(|document| document.stem.clone()).collect();
    beside.extend(factsheets::old(folder, &fresh));
    if !request.formats.contains(&Format::Md) {
        beside.push(format!("{}/{STEM}.md", edits::BASIS));
    }
    let old: Vec<String> = names.chain(beside).filter(|name| folder.join(name).exists()).collect();
    if !old.is_empty() {
        let diagnostic = Diagnostic::of_file(Code::OldFiles, portable(folder));
        report.push(diagnostic.with("value", old.join(", ")));
    }
}
