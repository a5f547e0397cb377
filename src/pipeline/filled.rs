//! The documents of prepared cases, filled in Markdown; and which of them `check` fills.

use super::prepare::{Prepared, add_new, assets};
use super::scored::Scored;
use crate::diagnostics::{Report, phrase};
use crate::markdown::Kind;
use crate::model::{Case, Proposal};
use crate::narrative::{DocumentText, Writer};
use crate::parallel;
use crate::privacy::{Outgoing, Searched, Typed};
use crate::publish::forget;
use crate::view::{self, CaseView};
use std::path::Path;
use std::sync::Arc;

/// Up to so many bytes of typed text and so many norms, no document of a case comes near the limits
/// of a template.
const MUCH_TEXT: usize = 256 * 1024;
const MANY_NORMS: usize = 1_000;

/// Up to this number of cases the search results per paragraph stay cached until the documents are
/// typeset.
const FEW: usize = 8;

impl Prepared {
    /// Reports what only the filled documents of a case show. None is filled of a case that has
    /// nothing to show there: the program's own templates fit each case that could be read.
    pub fn check_documents(&mut self) {
        let own_templates = assets().has_own_templates();
        let may_tell = |scored: &Scored| own_templates || self.may_tell(scored);
        let wanted: Vec<bool> = self.cases.iter().map(may_tell).collect();
        for kind in self.telling() {
            self.documents_of(kind, false, &wanted, drop);
        }
    }

    /// Whether the documents of a case may hold a protected name, a drafted sentence that cannot be
    /// filled, or more than a template may do.
    fn may_tell(&self, scored: &Scored) -> bool {
        let case = &scored.case;
        let drafted = case.conclusions.is_empty() || case.recommendations.is_empty();
        let texts = self.texts.get(scored.texts.clone()).unwrap_or_default();
        let typed: usize = texts.iter().map(|text| text.value.len()).sum();
        let norms: usize = case.frameworks.iter().map(|f| f.criteria.len()).sum();
        !case.protected.is_empty() || drafted || typed > MUCH_TEXT || norms > MANY_NORMS
    }

    /// The kinds of documents that together hold every text of the cases.
    fn telling(&self) -> Vec<Kind> {
        let any = |holds: fn(&Case) -> bool| self.cases.iter().any(|scored| holds(&scored.case));
        let more = [
            (Kind::HearingAnswers, any(|case| case.hearing.is_some())),
            (Kind::Plan, any(|case| case.plan.is_some())),
            (Kind::Proposal, any(|case| case.proposal != Proposal::default())),
        ];
        let more = more.into_iter().filter_map(|(kind, holds)| holds.then_some(kind));
        [Kind::Nota, Kind::Report, Kind::Accounting].into_iter().chain(more).collect()
    }

    /// The document of every case, in order. A protected name in one is an error. `None` for a
    /// document that could not be made.
    pub fn documents(&mut self, kind: Kind) -> Vec<Option<DocumentText>> {
        self.documents_for(kind, false, |document| document)
    }

    /// The result of `keep` for each document, called in the thread that wrote it. `internal` gives
    /// the internal version, with names.
    pub fn documents_for<T: Send>(
        &mut self,
        kind: Kind,
        internal: bool,
        keep: impl Fn(DocumentText) -> T + Sync,
    ) -> Vec<Option<T>> {
        let all = vec![true; self.cases.len()];
        self.documents_of(kind, internal, &all, keep)
    }

    /// The same for the wanted cases; `None` for the others.
    pub(super) fn documents_of<T: Send>(
        &mut self,
        kind: Kind,
        internal: bool,
        wanted: &[bool],
        keep: impl Fn(DocumentText) -> T + Sync,
    ) -> Vec<Option<T>> {
        let Some(filling) = self.filling().filter(|_| wanted.contains(&true)) else {
            return self.cases.iter().map(|_| None).collect();
        };
        let writer = Writer::of(kind, Arc::clone(&filling.templates), &assets());
        let cases: Vec<(&Scored, bool)> = self.cases.iter().zip(wanted.iter().copied()).collect();
        let made = parallel::each(&cases, |(scored, wanted)| {
            let mut problems = Report::default();
            if !wanted {
                return (None, problems, None);
            }
            let view = view(scored, kind, internal, !self.without_judgements);
            let drafts = view::drafts(&scored.case, &scored.scorecard);
            let drawn = filling.charts.draw(&view.charts(), &mut problems);
            let mut document = writer.document(view, &drafts, &mut problems);
            if let (Some(document), Some(drawn)) = (&mut document, drawn) {
                document.show(drawn);
            }
            if let (Some(document), Some(case)) = (&mut document, &scored.recorded) {
                document.record(vec![case.clone()]);
            }
            let open = document.as_ref().filter(|_| !internal);
            let found = open.map(|document| self.search(scored, document, kind));
            if self.cases.len() > FEW {
                forget(1);
            }
            (document.map(&keep), problems, found)
        });
        let mut out = Vec::new();
        for (document, problems, found) in made {
            self.report.extend(problems);
            found.into_iter().for_each(|found| add_new(found, &mut self.report));
            out.push(document);
        }
        out
    }

    /// Searches a document for protected names.
    fn search(&self, scored: &Scored, document: &DocumentText, kind: Kind) -> Report {
        let mut found = Report::default();
        let mut searched = Searched::of_text(match kind {
            Kind::Nota => phrase("text-of-nota"),
            _ => phrase("text-of-document"),
        });
        let guard = scored.guard();
        let folder = Path::new("output").join(&scored.case.name);
        let files = files_of(document, &folder, kind.stem());
        files.iter().for_each(|file| searched.look(&guard, file));
        let typed = Typed { texts: &self.texts, sources: &self.sources, folders: &scored.folders };
        searched.report_finds(&guard, &typed, &mut found);
        found
    }
}

/// The data of a case for the templates.
fn view(scored: &Scored, kind: Kind, internal: bool, judged: bool) -> CaseView {
    let mut view = view::case(&scored.case, &scored.scorecard, kind);
    let sent = scored.case.hearing.as_ref().and_then(|hearing| hearing.heard.as_ref());
    view.judged = sent.map_or(judged, |sent| sent.judgements);
    view.internal = internal.then(|| view::internal(&scored.case));
    view
}

/// The files of a document: its Markdown and its figures.
pub fn files_of(document: &DocumentText, folder: &Path, stem: &str) -> Vec<Outgoing> {
    let text = Outgoing::new(folder, &format!("{stem}.md"), document.text());
    let figures =
        document.figures.iter().map(|(path, svg)| Outgoing::new(folder, path, svg.as_str()));
    std::iter::once(text).chain(figures).collect()
}
