//! Makes the documents of cases, from case folders to output files.

use super::clearing::{MARK, own_folder};
use super::document::{Document, Known, Options, Text, Written, offer, settle_edits, write};
use super::hearing::check_as_sent;
use super::listener::Listener;
use super::prepare::{Prepared, assets, scored};
use super::scored::Scored;
use super::waiting::Waiting;
use super::{edits, stale};
use crate::diagnostics::{Code, Diagnostic, Report, phrase, portable};
use crate::markdown::Kind;
use crate::privacy::{PrivateFolder, Store};
use crate::publish::{Form, Typesetter};
use anyhow::Result;
use std::path::PathBuf;

/// Which documents to make of which cases, and in which formats.
#[derive(Debug, Clone)]
pub struct Request {
    /// The folders of the cases.
    pub cases: Vec<PathBuf>,
    /// The kinds of document.
    pub kinds: Vec<Kind>,
    /// Whether the Markdown is written.
    pub markdown: bool,
    /// The other formats.
    pub forms: Vec<Form>,
    /// The folder in which each case gets its own folder.
    pub output: PathBuf,
    /// Whether the scorecard is attached to the PDF.
    pub attach: bool,
    /// Whether they are internal: with the names behind source codes.
    pub internal: bool,
    /// Whether a text for the hearing leaves judgements out, unless it was sent before.
    pub without_judgements: bool,
    /// Whether the Typst source and its assets are written too.
    pub dump: bool,
    /// The options shared by all documents.
    pub options: Options,
}

impl Request {
    /// A request for the nota of one case in Markdown and as a PDF, in a folder of its own in
    /// `output`.
    #[must_use]
    pub fn nota(case: impl Into<PathBuf>, output: impl Into<PathBuf>) -> Self {
        Self {
            cases: vec![case.into()],
            kinds: vec![Kind::Nota],
            markdown: true,
            forms: vec![Form::Pdf],
            output: output.into(),
            attach: false,
            internal: false,
            without_judgements: false,
            dump: false,
            options: Options::default(),
        }
    }

    fn mark(&self) -> &'static str {
        if self.internal { MARK } else { "" }
    }
}

/// Makes documents of cases. If there is any error, it is reported to the listener, nothing is
/// written, and the result is `None`.
///
/// # Errors
/// If the file system refuses.
pub fn documents(
    request: &Request,
    unfit: Vec<Diagnostic>,
    listener: &dyn Listener,
) -> Result<Option<Written>> {
    let mut prepared = scored(&request.cases);
    prepared.without_judgements = request.without_judgements;
    unfit.into_iter().for_each(|diagnostic| prepared.report.push(diagnostic));
    let typesetter = &Typesetter::new(&assets());
    if !prepared.has_errors() {
        prepared.check_texts(typesetter);
    }
    let folders: Vec<PathBuf> =
        prepared.cases.iter().map(|c| request.output.join(&c.case.name)).collect();
    refuse_same_names(&folders, &mut prepared.report);
    refuse_other_cases(request, &folders, &mut prepared);
    let own: Vec<Option<PrivateFolder>> = match request.internal {
        true => folders.iter().map(|f| own_folder(f, &mut prepared.report)).collect(),
        false => folders.iter().map(|_| None).collect(),
    };
    if report_errors(&prepared, listener) {
        listener.say(&phrase("nothing-written"));
        return Ok(None);
    }
    let store = Store::of(prepared.cases.len(), &request.output)?;
    let mut drafts = drafts(request, &mut prepared, &folders, &own, &store)?;
    prepared.hold_final();
    if !prepared.has_errors() {
        let Prepared { sources, report, .. } = &mut prepared;
        settle_edits(&mut drafts, request.options.on_edit, (sources, report), &store)?;
    }
    let refused = report_errors(&prepared, listener);
    // The cases are no longer needed, and typesetting needs the memory.
    let Prepared { sources, report, texts, .. } = prepared.without_cases();
    let known = Known { sources: &sources, texts: &texts, reported: &report, typesetter };
    if refused && edits::only_edits(&report) {
        offer(drafts, &known, &store, listener)?;
        return Ok(None);
    }
    if refused {
        listener.say(&phrase("nothing-written"));
        return Ok(None);
    }
    listener.problems(&report, &sources);
    write(drafts, &request.options, &known, &store, listener)
}

/// Reports all problems if there is any error; returns whether there is.
fn report_errors(prepared: &Prepared, listener: &dyn Listener) -> bool {
    if prepared.has_errors() {
        listener.problems(&prepared.report, &prepared.sources);
        listener.summary(&prepared.report);
    }
    prepared.has_errors()
}

/// Every requested document of every case.
fn drafts(
    request: &Request,
    prepared: &mut Prepared,
    folders: &[PathBuf],
    own: &[Option<PrivateFolder>],
    store: &Store,
) -> Result<Vec<Document>> {
    let card = |c: &Scored| match request.attach {
        true => serde_json::to_string_pretty(&c.scorecard).map(Some),
        false => Ok(None),
    };
    let cards: Vec<Option<String>> = prepared.cases.iter().map(card).collect::<Result<_, _>>()?;
    if request.kinds.contains(&Kind::Hearing) {
        check_as_sent(prepared);
    }
    let others = prepared.others();
    let mut out = Vec::new();
    for &kind in &request.kinds {
        nothing_to_write(prepared, kind);
        let put_away = |document| Waiting::new(document, store);
        let documents = prepared.documents_for(kind, request.internal, put_away);
        let documents = documents.into_iter().map(Option::transpose).collect::<Result<Vec<_>>>()?;
        let places = folders.iter().zip(&cards).zip(own.iter().zip(&others));
        let each = documents.into_iter().zip(&prepared.cases).zip(places);
        out.extend(each.filter_map(|((document, scored), ((folder, card), (own, others)))| {
            Some(Document {
                folder: folder.clone(),
                stem: format!("{}{}", request.mark(), kind.stem()),
                kind,
                text: Text::Written(Box::new(document?)),
                made: None,
                conflicts: Vec::new(),
                markdown: request.markdown,
                forms: request.forms.clone(),
                checked: true,
                dump: request.dump,
                beside: Vec::new(),
                scorecard: card.clone(),
                guard: scored.guard(),
                others: others.clone(),
                seen: scored.seen(),
                typed_in: scored.folders.clone(),
                private_folder: own.clone(),
                inputs: scored.inputs(),
            })
        }));
    }
    Ok(out)
}

/// Warns of a document for which a case has nothing to say yet.
fn nothing_to_write(prepared: &mut Prepared, kind: Kind) {
    for scored in &prepared.cases {
        let case = &scored.case;
        let problem = match kind {
            Kind::Plan if case.plan.is_none() => "plan",
            Kind::Letters if !case.sources.iter().any(|source| source.awaits_agreement()) => {
                "letters"
            }
            Kind::Reaction if case.recommendations.is_empty() => "reaction",
            Kind::Proposal
                if case.recommendations.is_empty() && case.proposal.points.is_empty() =>
            {
                "proposal"
            }
            _ => continue,
        };
        let path = scored.folders.first().map(|folder| format!("{folder}case.yaml"));
        let diagnostic = Diagnostic::of_file(Code::NothingToWrite, path.unwrap_or_default());
        prepared.report.push(diagnostic.with("problem", problem));
    }
}

/// Refuses to overwrite a document of another case with the same folder name.
fn refuse_other_cases(request: &Request, folders: &[PathBuf], prepared: &mut Prepared) {
    let Prepared { cases, report, .. } = prepared;
    for (folder, scored) in folders.iter().zip(cases) {
        for kind in &request.kinds {
            let path = folder.join(format!("{}{}.md", request.mark(), kind.stem()));
            report.extend_some(stale::other_case(&path, scored.recorded.as_deref()));
        }
    }
}

/// Refuses cases of the same name, which would write to the same folder.
fn refuse_same_names(folders: &[PathBuf], report: &mut Report) {
    for (index, folder) in folders.iter().enumerate() {
        if folders.iter().take(index).any(|other| other == folder) {
            let name = folder.file_name().map(|n| n.to_string_lossy().into_owned());
            let diagnostic = Diagnostic::of_file(Code::SameName, portable(folder));
            report.push(diagnostic.with("value", name.unwrap_or_default()));
        }
    }
}
