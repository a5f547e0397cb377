//! Waits until a file changes on which the document depends.
//!
//! An event of the system says only that something happened near the files; their times and sizes
//! decide whether it matters. They are also checked every second, because network drives send no
//! events.

use crate::diagnostics::{Fact, cause, is_confidential, library_says, phrase};
use notify::event::{AccessKind, AccessMode};
use notify::{ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant, SystemTime};

/// Time without events after which a save counts as finished: for one save, editors write, rename
/// and touch several files within a few milliseconds.
const QUIET: Duration = Duration::from_millis(10);

/// Longest wait for that if events keep coming.
const MOST_PATIENCE: Duration = Duration::from_millis(300);

/// Interval of checks without events.
const LOOK: Duration = Duration::from_secs(1);

/// Depth of subfolders that are checked; `templates/fonts/` is the deepest.
const DEPTH: usize = 4;

/// Folders in the working folder whose files override the embedded ones.
const OWN_FOLDERS: [&str; 2] = ["frameworks", "templates"];

/// Folders whose files the typesetter keeps in memory.
const THEME: [&str; 2] = ["templates/theme", "templates/fonts"];

/// Modification time and length of each file; `None` if it does not exist.
type Stamps = BTreeMap<PathBuf, Option<(SystemTime, u64)>>;

/// A change of the watched files.
#[derive(Debug, Clone, Copy)]
pub struct Change {
    /// When the change was first noticed.
    pub noticed: Instant,
    /// Whether the theme or the fonts changed.
    pub theme: bool,
}

/// Watches all files on which a document depends.
pub struct Changes {
    case: PathBuf,
    /// Further files to watch, outside the case and the folders above.
    more: BTreeSet<PathBuf>,
    seen: Stamps,
    sender: Sender<Instant>,
    events: Receiver<Instant>,
    watcher: Option<RecommendedWatcher>,
    /// Why there are no events; reported once.
    no_events_because: Option<Fact>,
    reason_reported: bool,
}

impl Changes {
    /// Starts watching a case and the folders in the working folder.
    pub fn new(case: &Path) -> Self {
        let (sender, events) = channel();
        let (case, more) = (case.to_owned(), BTreeSet::new());
        let (seen, watcher, no_events_because) = (Stamps::new(), None, None);
        let reason_reported = false;
        let mut out =
            Self { case, more, seen, sender, events, watcher, no_events_because, reason_reported };
        out.listen();
        out.seen = out.stamps();
        out
    }

    /// Replaces the additional files to watch. Call it after each change, because a folder may have
    /// been deleted, created or replaced.
    pub fn look_also_at(&mut self, files: BTreeSet<PathBuf>) {
        let inside = |file: &PathBuf| self.roots().iter().any(|root| file.starts_with(root));
        let more: BTreeSet<PathBuf> = files.into_iter().filter(|file| !inside(file)).collect();
        let new = more.difference(&self.more).map(|file| (file.clone(), stamp(file)));
        self.seen.extend(new);
        self.seen.retain(|file, _| more.contains(file) || !self.more.contains(file));
        self.more = more;
        self.listen();
    }

    /// Waits for a change. `no_events` is called once with the reason if the system sends no
    /// events.
    pub fn wait(&mut self, no_events: impl Fn(Fact)) -> Change {
        if let Some(reason) = self.no_events_because.take().filter(|_| !self.reason_reported) {
            no_events(reason);
            self.reason_reported = true;
        }
        // Changes during re-registration produce no event, so the files are checked before waiting.
        let mut noticed = Instant::now();
        loop {
            let now = self.stamps();
            if now != self.seen {
                let differs = |folder: &&str| below(&now, folder) != below(&self.seen, folder);
                let theme = THEME.iter().any(differs);
                self.seen = now;
                return Change { noticed, theme };
            }
            noticed = match self.events.recv_timeout(LOOK) {
                Ok(first) => {
                    let settled = || self.events.recv_timeout(QUIET).is_err();
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

    /// Registers for events again.
    fn listen(&mut self) {
        let sender = self.sender.clone();
        let on_event = move |event: notify::Result<Event>| {
            // An error can mean a lost event, so the files are checked.
            if event.as_ref().map_or(true, changes_something) {
                // The receiver is gone when the program ends.
                let _ = sender.send(Instant::now());
            }
        };
        // The old watcher is dropped first, because systems limit their number.
        self.watcher = None;
        let watcher = notify::recommended_watcher(on_event).and_then(|mut watcher| {
            for (folder, mode) in self.folders() {
                watcher.watch(&folder, mode)?;
            }
            Ok(watcher)
        });
        match watcher {
            Ok(watcher) => self.watcher = Some(watcher),
            Err(error) => self.no_events_because = Some(why_no_events(&error)),
        }
    }

    /// The folders to watch: each existing folder with its contents, and its parent, in which it
    /// can be created or deleted.
    fn folders(&self) -> BTreeMap<PathBuf, RecursiveMode> {
        let mut out = BTreeMap::new();
        for file in &self.more {
            out.extend(existing_folder(above(file)).map(|f| (f, RecursiveMode::NonRecursive)));
        }
        for root in self.roots() {
            out.extend(existing_folder(above(root)).map(|f| (f, RecursiveMode::NonRecursive)));
        }
        for root in self.roots().into_iter().filter(|root| root.is_dir()) {
            out.insert(root.to_owned(), RecursiveMode::Recursive);
        }
        out
    }
}

/// The reason why the system sends no events.
fn why_no_events(error: &notify::Error) -> Fact {
    match &error.kind {
        ErrorKind::MaxFilesWatch => phrase("watch-too-many").into(),
        ErrorKind::PathNotFound | ErrorKind::WatchNotFound => phrase("watch-gone").into(),
        ErrorKind::Io(error) => cause(error),
        _ => library_says(phrase("watch-refused"), "notify", &error.to_string()),
    }
}

/// Whether an event can be a change; reading a file is not.
fn changes_something(event: &Event) -> bool {
    match event.kind {
        EventKind::Access(kind) => kind == AccessKind::Close(AccessMode::Write),
        _ => true,
    }
}

/// The parent of a path; `.` if it has none.
fn above(path: &Path) -> &Path {
    path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The nearest existing folder.
fn existing_folder(path: &Path) -> Option<PathBuf> {
    path.ancestors().find(|p| p.is_dir()).map(Path::to_owned)
}

/// Whether a file in a case folder belongs to the case; sources and notes can be there too.
fn of_a_case(file: &Path) -> bool {
    let ending = file.extension().and_then(|e| e.to_str());
    matches!(ending, Some("yaml" | "yml")) || is_confidential(&file.to_string_lossy())
}

/// Whether a file is a temporary file of an editor.
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
        let messages = [full, gone, denied, other].map(|error| {
            said(&phrase("no-events").with("reason", why_no_events(&error)), Language::Dutch)
        });
        let line = |why: &str| {
            format!(
                "wijzigingen worden niet gemeld ({why}); elke seconde wordt gekeken of er een is"
            )
        };
        assert_eq!(
            messages,
            [
                line("het systeem kan niet nog meer mappen volgen"),
                line("een map die gevolgd wordt, is er niet meer"),
                line("u hebt hier geen toestemming voor"),
                line("het systeem volgt deze map niet (melding van notify: no backend)"),
            ]
        );
    }
}
