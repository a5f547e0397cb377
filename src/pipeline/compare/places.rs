//! Finds the place for a message about a comparison: the audit that differs from the others.

use crate::compare::Entrant;
use crate::diagnostics::{Code, Diagnostic, Span, portable};
use crate::load::Loader;
use crate::model::{Framework, LeftOut, LeftOutReason, Period};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// An audit in the comparison.
struct Audit {
    municipality: String,
    period: Period,
    /// Where the end of its period was typed; `None` for a scorecard.
    period_end: Option<Span>,
    /// The path of its `case.yaml` or scorecard.
    file: String,
}

/// The places of the audits of a comparison.
pub struct Places {
    /// The first path given on the command line.
    given: String,
    audits: Vec<Audit>,
}

impl Places {
    /// A collection without audits.
    pub fn new(given: &[PathBuf]) -> Self {
        let given = given.first().map_or_else(String::new, portable);
        Self { given, audits: Vec::new() }
    }

    /// Adds an audit to the collection.
    pub fn note(&mut self, entrant: &Entrant, period_end: Option<Span>) {
        let file = match entrant.by_scorecard {
            true => entrant.path.clone(),
            false => portable(Path::new(&entrant.path).join("case.yaml")),
        };
        let municipality = entrant.card.municipality.name.clone();
        let period = entrant.period;
        self.audits.push(Audit { municipality, period, period_end, file });
    }

    /// A problem with the comparison as a whole.
    pub fn whole(&self, code: Code) -> Diagnostic {
        Diagnostic::of_file(code, &self.given)
    }

    /// A problem with a period, placed at the audit that has it.
    pub fn period(&self, code: Code, period: Period) -> Diagnostic {
        match self.audits.iter().find(|audit| audit.period == period) {
            Some(Audit { period_end: Some(span), .. }) => Diagnostic::at(code, *span),
            Some(audit) => Diagnostic::of_file(code, &audit.file),
            None => self.whole(code),
        }
    }

    /// A problem with a part of an audit that could not be compared, placed at its name in the
    /// case. It has no place if the municipality is anonymised.
    pub fn left_out(
        &self,
        one: &LeftOut,
        frameworks: &BTreeMap<String, Arc<Framework>>,
        loader: &Loader,
    ) -> Diagnostic {
        let code = Code::NotCompared;
        let Some(audit) = self.audits.iter().find(|audit| {
            let told_apart = format!("{} (", audit.municipality);
            audit.municipality == one.what || one.what.starts_with(&told_apart)
        }) else {
            return self.whole(code);
        };
        let name = match &one.reason {
            LeftOutReason::LoneFigure(figure) | LeftOutReason::OlderFigure(figure) => figure,
            LeftOutReason::Invalid => &one.what,
            LeftOutReason::OnlyOne(title)
            | LeftOutReason::OtherVersion(title, ..)
            | LeftOutReason::OtherText(title)
            | LeftOutReason::OnlyOnce(title)
            | LeftOutReason::NoCounterpart(title, ..) => {
                frameworks.values().find(|f| f.title == *title).map_or(title, |f| &f.id)
            }
        };
        let here = |span: Span| loader.sources.path(span.file) == audit.file;
        let typed = loader.texts.iter().find(|text| here(text.span) && text.value.trim() == name);
        match typed {
            Some(text) => Diagnostic::at(code, text.span),
            None => Diagnostic::of_file(code, &audit.file),
        }
    }
}
