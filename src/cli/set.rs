//! Setting documents on threads with large stacks, with progress on a terminal.

use super::tell;
use crate::assets::Assets;
use crate::diagnostics::{Report, SourceMap, Veil, phrase};
use crate::publish::{Form, STACK, Shelf, Typesetter, dump, manuscript, publish};
use anyhow::{Result, anyhow};
use indicatif::{ProgressBar, ProgressStyle};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A document to set.
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
    /// The scorecard that travels inside the PDF.
    pub scorecard: Option<String>,
    /// Whether the page description is asked for too.
    pub dump: bool,
    /// What problems may not tell of it.
    pub veil: Option<Veil>,
}

/// A published document.
pub struct Published {
    /// Its bytes in each form.
    pub forms: Vec<(Form, Vec<u8>)>,
    /// Its page description with all that it needs, by path; empty where nobody asked.
    pub dump: BTreeMap<String, Vec<u8>>,
}

/// A document that was set, or why not.
struct Set {
    /// The document in all its forms.
    published: Option<Published>,
    /// The problems.
    report: Report,
    /// The texts that the problems point into.
    sources: SourceMap,
}

/// Sets documents, tells their problems in order, and gives each in its forms. `None` where any of
/// them could not be set, so that nothing is written.
pub fn set_all(jobs: &[Job], assets: &Assets) -> Result<Option<Vec<Published>>> {
    let mut done: Vec<Option<Set>> = jobs.iter().map(|_| None).collect();
    set(jobs, assets, |index, set| {
        if let Some(place) = done.get_mut(index) {
            *place = Some(set);
        }
        Ok(())
    })?;
    let mut out = Vec::new();
    for set in done.into_iter().flatten() {
        tell::problems(&set.report, &set.sources);
        out.extend(set.published);
    }
    if out.len() < jobs.len() {
        tell::say(&phrase("nothing-written"));
        return Ok(None);
    }
    Ok(Some(out))
}

/// Sets documents, and hands each to `done` with its place in the list, one at a time.
fn set(
    jobs: &[Job],
    assets: &Assets,
    done: impl FnMut(usize, Set) -> Result<()> + Send,
) -> Result<()> {
    let typesetter = Typesetter::new(assets);
    let next = AtomicUsize::new(0);
    let state = Mutex::new((done, Ok(())));
    let bar = progress(jobs.len());
    let work = || {
        while let Some((index, job)) = take(jobs, &next) {
            let set = one(&typesetter, assets, job);
            let Ok(mut state) = state.lock() else { return };
            let (done, result) = &mut *state;
            if result.is_ok() {
                *result = done(index, set);
            }
            bar.inc(1);
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(jobs.len());
    std::thread::scope(|scope| -> Result<()> {
        for _ in 0..threads {
            std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work)?;
        }
        Ok(())
    })?;
    bar.finish_and_clear();
    state.into_inner().map_err(|_| anyhow!(tell::words(&phrase("setting-broke"))))?.1
}

fn take<'a>(jobs: &'a [Job], next: &AtomicUsize) -> Option<(usize, &'a Job)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    jobs.get(index).map(|job| (index, job))
}

fn one(typesetter: &Typesetter, assets: &Assets, job: &Job) -> Set {
    let mut sources = SourceMap::default();
    let mut report = Report::default();
    job.veil.iter().for_each(|veil| sources.veil(veil.clone()));
    let file = sources.add(&job.path, &job.text);
    let shelf = Shelf { figures: &job.figures, folder: &job.folder };
    let read = manuscript(typesetter, file, shelf, &sources, &mut report);
    let published = read.and_then(|mut manuscript| {
        manuscript.scorecard.clone_from(&job.scorecard);
        let each = job.forms.iter().map(|form| {
            publish(*form, &manuscript, typesetter, assets, &mut sources, &mut report)
                .map(|bytes| (*form, bytes))
        });
        let forms = each.collect::<Option<_>>()?;
        let dump = if job.dump { dump(&manuscript, assets) } else { BTreeMap::new() };
        Some(Published { forms, dump })
    });
    Set { published, report, sources }
}

/// A bar for more than one document; it hides itself where stderr is no terminal.
fn progress(jobs: usize) -> ProgressBar {
    if jobs < 2 {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(u64::try_from(jobs).unwrap_or(0));
    let style = ProgressStyle::with_template("{bar:30} {pos} van {len} nota's, nog {eta}");
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
