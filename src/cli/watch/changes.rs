//! Waiting until something changes that the document depends on.
//!
//! The system tells that something happened near the files; their times and sizes tell whether it
//! matters. They are looked at every second too, since a network drive tells nothing.

use crate::diagnostics::{Fact, cause, is_confidential, library_says, phrase};
use notify::event::{AccessKind, AccessMode};
use notify::{ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant, SystemTime};

/// How long it must be quiet before a save counts as done: editors write, rename and touch
/// several files for one, within a few milliseconds.
const QUIET: Duration = Duration::from_millis(10);

/// How long a restless folder can put off a look.
const MOST_PATIENCE: Duration = Duration::from_millis(300);

/// How often is looked without being told.
const LOOK: Duration = Duration::from_secs(1);

/// How deep folders are looked into; `templates/fonts/` is the deepest.
const DEPTH: usize = 4;

/// The folders beside the case whose files win over the embedded ones.
const OWN_FOLDERS: [&str; 2] = ["frameworks", "templates"];

/// What the typesetter keeps in memory.
const THEME: [&str; 2] = ["templates/theme", "templates/fonts"];

/// When each file was changed and how long it is; `None` where it is not there.
type Stamps = BTreeMap<PathBuf, Option<(SystemTime, u64)>>;

/// Something changed.
#[derive(Debug, Clone, Copy)]
pub struct Change {
    /// When that was noticed first.
    pub noticed: Instant,
    /// Whether theme or fonts are among it.
    pub theme: bool,
}

/// All that a document depends on.
pub struct Changes {
    case: PathBuf,
    /// Single files that are read from elsewhere.
    more: BTreeSet<PathBuf>,
    seen: Stamps,
    tell: Sender<Instant>,
    told: Receiver<Instant>,
    watcher: Option<RecommendedWatcher>,
    /// Why the system does not tell; said once.
    silent: Option<Fact>,
    silence_told: bool,
}

impl Changes {
    /// Begins to watch a case and the folders of the working folder.
    pub fn new(case: &Path) -> Self {
        let (tell, told) = channel();
        let (case, more) = (case.to_owned(), BTreeSet::new());
        let (seen, watcher, silent) = (Stamps::new(), None, None);
        let silence_told = false;
        let mut out = Self { case, more, seen, tell, told, watcher, silent, silence_told };
        out.listen();
        out.seen = out.stamps();
        out
    }

    /// Watches these files too, and no longer those named before. To be called after each change:
    /// a folder may have gone, come or taken the place of another.
    pub fn look_also_at(&mut self, files: BTreeSet<PathBuf>) {
        let inside = |file: &PathBuf| self.roots().iter().any(|root| file.starts_with(root));
        let more: BTreeSet<PathBuf> = files.into_iter().filter(|file| !inside(file)).collect();
        let new = more.difference(&self.more).map(|file| (file.clone(), stamp(file)));
        self.seen.extend(new);
        self.seen.retain(|file, _| more.contains(file) || !self.more.contains(file));
        self.more = more;
        self.listen();
    }

    /// Waits for a change. `no_events` is told, once, why the system does not tell of changes.
    pub fn wait(&mut self, no_events: impl Fn(Fact)) -> Change {
        if let Some(reason) = self.silent.take().filter(|_| !self.silence_told) {
            no_events(reason);
            self.silence_told = true;
        }
        // What changed while the system was asked anew was told to nobody.
        let mut noticed = Instant::now();
        loop {
            let now = self.stamps();
            if now != self.seen {
                let differs = |folder: &&str| below(&now, folder) != below(&self.seen, folder);
                let theme = THEME.iter().any(differs);
                self.seen = now;
                return Change { noticed, theme };
            }
            noticed = match self.told.recv_timeout(LOOK) {
                Ok(first) => {
                    let settled = || self.told.recv_timeout(QUIET).is_err();
                    while first.elapsed() < MOST_PATIENCE && !settled() {}
                    first
                }
                Err(_) => Instant::now(),
            };
        }
    }

    fn roots(&self) -> Vec<&Path> {
        let own = OWN_FOLDERS.iter().map(Path::new);
        std::iter::once(self.case.as_path()).chain(own).collect()
    }

    fn stamps(&self) -> Stamps {
        let mut out = Stamps::new();
        for root in self.roots() {
            let of_case = root == self.case;
            collect(root, DEPTH, &|file| !of_case || of_a_case(file), &mut out);
        }
        out.extend(self.more.iter().map(|file| (file.clone(), stamp(file))));
        out
    }

    /// Asks the system anew to tell of changes.
    fn listen(&mut self) {
        let tell = self.tell.clone();
        let on_event = move |event: notify::Result<Event>| {
            // Where an event was lost, a look tells.
            if event.as_ref().map_or(true, changes_something) {
                // Nobody waits any more once the program ends.
                let _ = tell.send(Instant::now());
            }
        };
        // The old one first: systems bound how many there are.
        self.watcher = None;
        let watcher = notify::recommended_watcher(on_event).and_then(|mut watcher| {
            for (folder, mode) in self.folders() {
                watcher.watch(&folder, mode)?;
            }
            Ok(watcher)
        });
        match watcher {
            Ok(watcher) => self.watcher = Some(watcher),
            Err(error) => self.silent = Some(why_silent(&error)),
        }
    }

    /// The folders to be told of: what is there whole, and the folder above it, in which it can go
    /// or come.
    fn folders(&self) -> BTreeMap<PathBuf, RecursiveMode> {
        let mut out = BTreeMap::new();
        for file in &self.more {
            out.extend(there(above(file)).map(|f| (f, RecursiveMode::NonRecursive)));
        }
        for root in self.roots() {
            out.extend(there(above(root)).map(|f| (f, RecursiveMode::NonRecursive)));
        }
        for root in self.roots().into_iter().filter(|root| root.is_dir()) {
            out.insert(root.to_owned(), RecursiveMode::Recursive);
        }
        out
    }
}

/// Why the system does not tell of changes.
fn why_silent(error: &notify::Error) -> Fact {
    match &error.kind {
        ErrorKind::MaxFilesWatch => phrase("watch-too-many").into(),
        ErrorKind::PathNotFound | ErrorKind::WatchNotFound => phrase("watch-gone").into(),
        ErrorKind::Io(error) => cause(error),
        _ => library_says(phrase("watch-refused"), "notify", &error.to_string()),
    }
}

/// Reading a file is no change.
fn changes_something(event: &Event) -> bool {
    match event.kind {
        EventKind::Access(kind) => kind == AccessKind::Close(AccessMode::Write),
        _ => true,
    }
}

/// The folder of a file or folder.
fn above(path: &Path) -> &Path {
    path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The nearest folder that is there.
fn there(path: &Path) -> Option<PathBuf> {
    path.ancestors().find(|p| p.is_dir()).map(Path::to_owned)
}

/// Whether a file in the folder of a case can matter to it; sources and notes stand there too.
fn of_a_case(file: &Path) -> bool {
    let ending = file.extension().and_then(|e| e.to_str());
    matches!(ending, Some("yaml" | "yml")) || is_confidential(&file.to_string_lossy())
}

/// What editors leave beside a file while it is open is not of the case.
fn by_an_editor(name: &str) -> bool {
    name.starts_with(['.', '#']) || name.ends_with('~')
}

fn collect(folder: &Path, depth: usize, matters: &dyn Fn(&Path) -> bool, into: &mut Stamps) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if by_an_editor(&entry.file_name().to_string_lossy()) {
            continue;
        }
        if path.is_dir() {
            if depth > 1 {
                collect(&path, depth - 1, matters, into);
            }
        } else if matters(&path) {
            into.insert(path.clone(), stamp(&path));
        }
    }
}

fn stamp(file: &Path) -> Option<(SystemTime, u64)> {
    let known = std::fs::metadata(file).ok()?;
    Some((known.modified().ok()?, known.len()))
}

fn below<'a>(
    stamps: &'a Stamps,
    folder: &'a str,
) -> Vec<(&'a PathBuf, &'a Option<(SystemTime, u64)>)> {
    stamps.iter().filter(|(file, _)| file.starts_with(folder)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::{Language, said};

    #[test]
    fn why_the_system_is_silent_is_told_in_words_of_the_program() {
        let full = notify::Error::new(ErrorKind::MaxFilesWatch);
        let gone = notify::Error::path_not_found();
        let denied = notify::Error::io(std::io::ErrorKind::PermissionDenied.into());
        let other = notify::Error::generic("no backend");
        let told = [full, gone, denied, other].map(|error| {
            said(&phrase("no-events").with("reason", why_silent(&error)), Language::Dutch)
        });
        let line = |why: &str| {
            format!(
                "wijzigingen worden niet gemeld ({why}); elke seconde wordt gekeken of er een is"
            )
        };
        assert_eq!(
            told,
            [
                line("het systeem kan niet nog meer mappen volgen"),
                line("een map die gevolgd wordt, is er niet meer"),
                line("u hebt hier geen toestemming voor"),
                line("het systeem volgt deze map niet (melding van notify: no backend)"),
            ]
        );
    }
}
