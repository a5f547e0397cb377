//! Setting documents on threads with large stacks.

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

/// A document to set.
#[derive(Clone)]
pub struct Job {
    /// The path under which problems name it.
    pub path: String,
    /// Its whole text, with its head.
    pub text: String,
    /// Where its images stand.
    pub folder: PathBuf,
    /// The figures that were drawn for it, by the path under which it names them.
    pub figures: BTreeMap<String, String>,
    /// In which forms.
    pub forms: Vec<Form>,
    /// Whether its text is checked also where no form is asked for.
    pub checked: bool,
    /// The scorecard that travels inside the PDF.
    pub scorecard: Option<String>,
    /// Whether the page description is asked for too.
    pub dump: bool,
    /// What problems may not tell of it.
    pub redaction: Option<Redaction>,
}

/// A published document.
pub struct Published {
    /// Its bytes in each form.
    pub forms: Vec<(Form, Vec<u8>)>,
    /// Its page description with all that it needs, by path; empty where nobody asked.
    pub dump: BTreeMap<String, Vec<u8>>,
    /// The images in it that somebody gave.
    pub shown: Vec<Shown>,
}

/// A document that was set, or why not.
struct Set<R> {
    /// What became of it; nothing where it could not be set.
    done: R,
    /// The problems.
    report: Report,
    /// The texts that the problems point into.
    sources: SourceMap,
}

/// Sets documents, tells their problems in order, and gives what became of each. `job` makes a
/// document just before it is set, and `done` hands it on just after, in the same thread, so that
/// no more of them are in memory than there are threads. `None` where any of them could not be
/// set, so that nothing is written.
///
/// # Errors
/// Those of `job` and `done`.
pub fn set_each<'a, T: Send, R: Send>(
    pieces: Vec<T>,
    assets: &Assets,
    job: impl Fn(&T) -> Result<Cow<'a, Job>> + Sync,
    done: impl Fn(T, Published) -> Result<R> + Sync,
    listener: &dyn Listener,
) -> Result<Option<Vec<R>>> {
    let typesetter = Typesetter::new(assets);
    let count = pieces.len();
    let step = listener.progress(count);
    let all: Vec<Result<Set<Option<R>>>> = parallel::each_of(pieces, |piece| {
        let set = one(&typesetter, assets, job(&piece)?.as_ref());
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

fn one(typesetter: &Typesetter, assets: &Assets, job: &Job) -> Set<Option<Published>> {
    let mut sources = SourceMap::default();
    let mut report = Report::default();
    if job.forms.is_empty() && !job.checked {
        let done = Published { forms: Vec::new(), dump: BTreeMap::new(), shown: Vec::new() };
        return Set { done: Some(done), report, sources };
    }
    job.redaction.iter().for_each(|redaction| sources.redact(redaction.clone()));
    let file = sources.add(&job.path, &job.text);
    let image_sources = ImageSources { figures: &job.figures, folder: &job.folder };
    // Of the theme, only what is set shows anything.
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
