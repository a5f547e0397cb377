//! Typesets documents on threads with large stacks.

use super::listener::Listener;
use crate::assets::Assets;
use crate::diagnostics::{Redaction, Report, SourceMap, phrase};
use crate::parallel;
use crate::publish::{
    Form, ImageSources, Shown, Typesetter, dump, forget, given_by_theme, manuscript, publish,
};
use anyhow::Result;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// A document to typeset.
#[derive(Clone)]
pub struct Job {
    /// The path that problems show.
    pub path: String,
    /// The whole text, with front matter.
    pub text: String,
    /// The folder of its images.
    pub folder: PathBuf,
    /// The generated figures as SVG, by the path that its text refers to.
    pub figures: BTreeMap<String, String>,
    /// The requested formats.
    pub forms: Vec<Form>,
    /// Whether its text is checked even if no format is requested.
    pub checked: bool,
    /// The scorecard to attach to the PDF, as JSON.
    pub scorecard: Option<String>,
    /// Whether the Typst source is requested.
    pub dump: bool,
    /// Which texts of it messages must hide.
    pub redaction: Option<Redaction>,
}

/// A typeset document.
pub struct Published {
    /// Its bytes in each requested format.
    pub forms: Vec<(Form, Vec<u8>)>,
    /// Its Typst source with all assets, by path; empty if not requested.
    pub dump: BTreeMap<String, Vec<u8>>,
    /// The images in it that users supplied.
    pub shown: Vec<Shown>,
}

/// The result for one document, or why there is none.
struct Set<R> {
    /// The result.
    done: R,
    /// The problems found in it.
    report: Report,
    /// The texts that the problems point into.
    sources: SourceMap,
}

/// Typesets documents, reports their problems in order, and returns the result of each. In each
/// thread `job` makes a document just before typesetting and `done` hands it on just after, so that
/// no more documents are in memory than there are threads. `None` if any document fails, so that
/// nothing is written.
///
/// # Errors
/// If `job` or `done` fails.
pub fn set_each<'a, T: Send, R: Send>(
    pieces: Vec<T>,
    (typesetter, assets): (&Typesetter, &Assets),
    job: impl Fn(&T) -> Result<Cow<'a, Job>> + Sync,
    done: impl Fn(T, Published) -> Result<R> + Sync,
    listener: &dyn Listener,
) -> Result<Option<Vec<R>>> {
    let count = pieces.len();
    let step = listener.progress(count);
    let all: Vec<Result<Set<Option<R>>>> = parallel::each_of(pieces, |piece| {
        let set = set_document(typesetter, assets, job(&piece)?.as_ref());
        let Set { done: published, report, mut sources } = set;
        if report.iter().next().is_none() {
            sources = SourceMap::default();
        }
        let done = published.map(|published| done(piece, published)).transpose()?;
        forget(1);
        step();
        Ok(Set { done, report, sources })
    });
    drop(step);
    let mut out = Vec::new();
    for set in all {
        let set = set?;
        listener.problems(&set.report, &set.sources);
        out.extend(set.done);
    }
    if out.len() < count {
        listener.say(&phrase("nothing-written"));
        return Ok(None);
    }
    Ok(Some(out))
}

fn set_document(typesetter: &Typesetter, assets: &Assets, job: &Job) -> Set<Option<Published>> {
    let mut sources = SourceMap::default();
    let mut report = Report::default();
    if job.forms.is_empty() && !job.checked {
        let done = Published { forms: Vec::new(), dump: BTreeMap::new(), shown: Vec::new() };
        return Set { done: Some(done), report, sources };
    }
    job.redaction.iter().for_each(|redaction| sources.redact(redaction.clone()));
    let file = sources.add(&job.path, &job.text);
    let image_sources = ImageSources { figures: &job.figures, folder: &job.folder };
    // Images of the theme are only shown if something is typeset.
    let theme = match job.forms.is_empty() && !job.dump {
        true => Vec::new(),
        false => given_by_theme(assets, &job.forms, &mut report),
    };
    let sound = !report.has_errors();
    let read = manuscript(typesetter, file, image_sources, &sources, &mut report).filter(|_| sound);
    let done = read.and_then(|mut manuscript| {
        manuscript.scorecard.clone_from(&job.scorecard);
        let each = job.forms.iter().map(|form| {
            publish(*form, &manuscript, typesetter, assets, &mut sources, &mut report)
                .map(|bytes| (*form, bytes))
        });
        let forms = each.collect::<Option<_>>()?;
        let dump = if job.dump { dump(&manuscript, assets) } else { BTreeMap::new() };
        let mut shown = manuscript.given;
        shown.extend(theme);
        Some(Published { forms, dump, shown })
    });
    Set { done, report, sources }
}
