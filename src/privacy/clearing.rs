//! Searches every outgoing file. Only a file in which nothing was found becomes a [`Cleared`] or a
//! [`StoredFile`], and only these can be written.

use super::extract::{Part, Place, Unread, parts};
use super::names::{Guard, Guarded, Hit};
use super::outgoing::{Cleared, Outgoing};
use super::store::{Store, StoredFile, Unsearched};
use super::typed::Typed;
use crate::diagnostics::{Code, Diagnostic, Fact, Phrase, Report, Span, phrase, portable};
use crate::publish::Shown;
use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Most places of one kind in one output that a message names.
const NAMED: usize = 3;

/// The results of searching the files of a call.
#[derive(Default)]
pub struct Searched {
    /// The places found, by entry and whether the match is certain.
    found: BTreeMap<(usize, bool), Vec<Found>>,
    /// The name of the searched text, if it is not a file but was generated only to be searched.
    text: Option<Phrase>,
    /// Files that could not be searched, with the reason.
    unread: BTreeSet<(PathBuf, Unread)>,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    path: PathBuf,
    place: Place,
    line: usize,
}

impl Searched {
    /// A search of a text that is not a file (yet). Messages use `name` for it.
    #[must_use]
    pub fn of_text(name: Phrase) -> Self {
        Self { text: Some(name), ..Self::default() }
    }

    /// Searches a file: each part of its path, and every text in it. A file that cannot be read
    /// blocks writing as a name does.
    pub fn look(&mut self, guard: &Guard, file: &Outgoing) {
        if !guard.is_empty() {
            self.look_in(guard, file, &parts(&file.path.to_string_lossy(), &file.bytes));
        }
    }

    /// As [`Searched::look`], with the extracted texts given.
    fn look_in(&mut self, guard: &Guard, file: &Outgoing, read: &Result<Vec<Part>, Unread>) {
        for component in file.path.components() {
            let name = component.as_os_str().to_string_lossy();
            let hits = guard.search(&name, true);
            self.note(file, &Place::Name, &name, &hits);
        }
        match read {
            Ok(parts) => parts.iter().for_each(|part| {
                self.note(file, &part.place, &part.text, &guard.search(&part.text, false));
            }),
            Err(unread) => _ = self.unread.insert((file.path.clone(), unread.clone())),
        }
    }

    fn note(&mut self, file: &Outgoing, place: &Place, text: &str, hits: &[Hit]) {
        // Random bytes form short words by chance, so in binary data only certain matches count.
        let counts = |hit: &&Hit| hit.certain || *place != Place::Bytes;
        for hit in hits.iter().filter(counts) {
            let before = text.get(..hit.at).unwrap_or("");
            let line = match place {
                Place::Lines => before.matches('\n').count() + 1,
                _ => 0,
            };
            let found = Found { path: file.path.clone(), place: place.clone(), line };
            let all = self.found.entry((hit.entry, hit.certain)).or_default();
            if !all.contains(&found) {
                all.push(found);
            }
        }
    }

    /// Whether anything found blocks writing.
    #[must_use]
    pub fn stops(&self) -> bool {
        !self.unread.is_empty() || self.found.keys().any(|(_, certain)| *certain)
    }

    /// Reports which entry was found, in which outputs, and where it was typed. The report contains
    /// neither the name nor the text around it.
    pub fn report_finds(&self, guard: &Guard, typed: &Typed<'_>, report: &mut Report) {
        for (path, Unread(reason)) in &self.unread {
            let diagnostic = Diagnostic::of_file(Code::Unsearchable, portable(path));
            report.push(diagnostic.with("reason", reason.clone()));
        }
        if self.found.is_empty() {
            return;
        }
        let typed_at = typed.places(guard);
        for ((entry, certain), found) in &self.found {
            let hit = Hit { entry: *entry, at: 0, until: 0, certain: *certain };
            let Some(known) = guard.entry_of(&hit) else { continue };
            let code = match (known.guarded, certain) {
                (Guarded::Secret, true) => Code::ProtectedName,
                (Guarded::Secret, false) => Code::PerhapsProtected,
                (Guarded::Town, true) => Code::NamePublished,
                (Guarded::Town, false) => Code::CommonName,
                (Guarded::Harmless, _) => continue,
            };
            let mut places = typed_at.get(&(*entry, *certain)).cloned().unwrap_or_default();
            // The place where the case declares its municipality's name is not an occurrence to
            // report: that name is replaced.
            let inside = |span: &Span| typed.texts.iter().all(|text| text.span != *span);
            if known.guarded == Guarded::Town && places.iter().any(inside) {
                places.retain(inside);
            }
            let diagnostic = |place: Option<Span>| {
                let first = found.first().map(|f| portable(&f.path));
                let diagnostic = match place {
                    Some(span) => Diagnostic::at(code, span),
                    None => Diagnostic::of_file(code, first.unwrap_or_default()),
                };
                let label = diagnostic.with("value", known.label.clone());
                label.with("where", shown(found, self.text.as_ref()))
            };
            match (certain, places.as_slice()) {
                (_, []) => report.push(diagnostic(None).with("also", "")),
                (true, all) => all.iter().for_each(|span| report.push(diagnostic(Some(*span)))),
                // An uncertain match is reported once, with the other lines to look at.
                (false, [first, rest @ ..]) => {
                    let also = typed.lines(rest).unwrap_or_else(|| "".into());
                    report.push(diagnostic(Some(*first)).with("also", also));
                }
            }
        }
    }
}

/// Describes where something was found, naming only the first places. `text` is the name of a
/// searched text that is not a file.
fn shown(found: &[Found], text: Option<&Phrase>) -> Fact {
    let paths: BTreeSet<&PathBuf> = found.iter().map(|f| &f.path).collect();
    let of = |path: &PathBuf| found.iter().filter(|f| f.path == *path).collect::<Vec<_>>();
    let (mut names, mut files) = (Vec::new(), Vec::new());
    for path in paths {
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned());
        let (named, within): (Vec<_>, Vec<_>) =
            of(path).into_iter().partition(|f| f.place == Place::Name);
        if !named.is_empty() && names.is_empty() {
            names.push(phrase("in-file-name").into());
        }
        let inside = in_file(&within);
        if !inside.is_empty() {
            let document = text.filter(|_| path.extension().is_some_and(|ending| ending == "md"));
            let file = match document {
                Some(document) => phrase("in-text").with("text", document.clone()),
                None => phrase("in-file").with("file", name.unwrap_or_default()),
            };
            files.push(file.with("where", Fact::Row(inside, ", ")).into());
        }
    }
    names.append(&mut files);
    names.dedup();
    Fact::Row(names, ", ")
}

/// Describes the places in one file: lines, pages, and other parts.
fn in_file(found: &[&Found]) -> Vec<Fact> {
    let numbered = |what: Phrase, numbers: Vec<usize>| {
        let shown: Vec<String> = numbers.iter().take(NAMED).map(usize::to_string).collect();
        let more = numbers.len().saturating_sub(NAMED);
        let what = what.with("numbers", shown.join(", ")).with("more", more);
        (!numbers.is_empty()).then(|| what.into())
    };
    let lines: Vec<usize> =
        found.iter().filter(|f| f.place == Place::Lines).map(|f| f.line).collect();
    let page = |f: &&Found| match f.place {
        Place::Page(number) => Some(number),
        _ => None,
    };
    // A line number is more precise than the name of a part, so parts are named only if there are
    // no lines.
    let plain = lines.is_empty();
    let mut parts: Vec<Fact> = Vec::new();
    parts.extend(numbered(phrase("in-lines"), lines));
    parts.extend(numbered(phrase("on-pages"), found.iter().filter_map(page).collect()));
    let mut inside: Vec<Fact> = Vec::new();
    for one in found {
        let what = match &one.place {
            Place::Inside(what) if plain => what.clone(),
            Place::Bytes => phrase("in-bytes").into(),
            _ => continue,
        };
        if !inside.contains(&what) {
            inside.push(what);
        }
    }
    let more = inside.len().saturating_sub(NAMED);
    parts.extend(inside.into_iter().take(NAMED));
    parts.extend((more > 0).then(|| phrase("more-parts").with("count", more).into()));
    parts
}

/// Searches all files of a call together and clears all of them or none. `None` if a protected name
/// was found or a file could not be searched; the reasons are in the report.
#[must_use]
pub fn clear(
    guard: &Guard,
    files: Vec<Outgoing>,
    typed: &Typed<'_>,
    report: &mut Report,
) -> Option<Vec<Cleared>> {
    clear_with(&[guard], &Pictures::default(), files, typed, report)
}

/// The images shown in documents.
#[derive(Debug, Clone, Default)]
pub struct Pictures {
    /// Images supplied by users, stripped of everything except what draws them. They are searched
    /// separately, because some formats draw text as outlines, which cannot be searched.
    pub shown: Vec<Shown>,
    /// SHA-256 of the raster images that the researchers have checked.
    pub seen: Vec<String>,
}

/// As [`clear`], for documents with images and several guards. If the first guard has anything to
/// look for, the researchers must have checked every raster image.
#[must_use]
pub fn clear_with(
    guards: &[&Guard],
    pictures: &Pictures,
    files: Vec<Outgoing>,
    typed: &Typed<'_>,
    report: &mut Report,
) -> Option<Vec<Cleared>> {
    let stops = search(guards, pictures, files.iter(), typed, report);
    let pass = |file: Outgoing| Cleared { path: file.path, bytes: file.bytes };
    (!stops).then(|| files.into_iter().map(pass).collect())
}

/// As [`clear_with`], for files in a store: one is in memory at a time.
///
/// # Errors
/// If the file system refuses.
pub fn clear_stored(
    guards: &[&Guard],
    pictures: &Pictures,
    (files, store): (Vec<Unsearched>, &Store),
    typed: &Typed<'_>,
    report: &mut Report,
) -> anyhow::Result<Option<Vec<StoredFile>>> {
    let mut unread = None;
    let each = files.iter().map_while(|file| match store.to_search(file) {
        Ok(file) => Some(file),
        Err(error) => {
            unread = Some(error);
            None
        }
    });
    let stops = search(guards, pictures, each, typed, report);
    match unread {
        Some(error) => Err(error),
        None if stops => Ok(None),
        None => Ok(Some(files.into_iter().map(Unsearched::cleared).collect())),
    }
}

/// Searches all files of a call together. Whether a protected name was found, or a file could not be
/// searched; the reasons are in the report.
fn search(
    guards: &[&Guard],
    pictures: &Pictures,
    files: impl Iterator<Item = impl Borrow<Outgoing>>,
    typed: &Typed<'_>,
    report: &mut Report,
) -> bool {
    let guards: Vec<&Guard> = guards.iter().copied().filter(|guard| !guard.is_empty()).collect();
    let mut stops = false;
    if !guards.is_empty() {
        let mut searched: Vec<Searched> = guards.iter().map(|_| Searched::default()).collect();
        let mut look = |file: &Outgoing| {
            let read = parts(&file.path.to_string_lossy(), &file.bytes);
            let each = searched.iter_mut().zip(&guards);
            each.for_each(|(searched, guard)| searched.look_in(guard, file, &read));
        };
        for image in &pictures.shown {
            look(&Outgoing::new(Path::new(""), &image.path, image.bytes.as_slice()));
        }
        files.for_each(|file| look(file.borrow()));
        // All matches of all files are reported, not only the first, before anything is refused.
        for (searched, guard) in searched.iter().zip(&guards) {
            searched.report_finds(guard, typed, report);
            stops |= searched.stops();
        }
        let unseen = pictures.unseen();
        stops |= !unseen.is_empty();
        unseen.into_iter().for_each(|diagnostic| report.push(diagnostic));
    }
    stops
}

impl Pictures {
    /// One problem for each raster image that nobody has checked.
    #[must_use]
    pub fn unseen(&self) -> Vec<Diagnostic> {
        let pixels = self.shown.iter().filter(|image| image.pixels);
        let unseen = pixels.filter(|image| !self.seen.contains(&image.sha256));
        let problem = |image: &Shown| {
            let diagnostic = Diagnostic::of_file(Code::PictureUnseen, &image.path);
            diagnostic.with("file", &image.path).with("hash", &image.sha256)
        };
        unseen.map(problem).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::{Language, SourceMap, text};
    use crate::model::{Label, Person, Protected};

    fn guard() -> Guard {
        let person = Person {
            label: Label::Source("I01".into()),
            name: "Anneke Verschuur".into(),
            aliases: Vec::new(),
            function: None,
            alone: None,
        };
        Guard::of(
            &Protected { people: vec![person], also: Vec::new(), ..Protected::default() },
            &[],
        )
    }

    fn cleared(files: &[(&str, &str)]) -> (bool, String) {
        let files = files.iter().map(|(name, text)| Outgoing::new(Path::new("uit"), name, *text));
        let (mut report, sources) = (Report::default(), SourceMap::default());
        let typed = Typed { texts: &[], sources: &sources, folders: &[] };
        let passed = clear(&guard(), files.collect(), &typed, &mut report).is_some();
        let said = |d: &Diagnostic| text(d, Language::Dutch).title;
        let each = report.iter().map(|d| format!("{} {}", d.code.as_str(), said(d)));
        (passed, each.collect::<Vec<_>>().join("\n"))
    }

    #[test]
    fn one_name_holds_everything_back_and_is_not_told() {
        let (passed, message) =
            cleared(&[("a.md", "niets"), ("b.csv", "x\ny;Anneke Verschuur"), ("c.json", "{}")]);
        assert!(!passed);
        assert!(message.contains("R702") && message.contains("b.csv (regel 2)"), "{message}");
        assert!(!message.contains("Verschuur"), "{message}");
    }

    #[test]
    fn what_cannot_be_searched_holds_everything_back() {
        let (passed, message) = cleared(&[("a.md", "niets"), ("b.json", "{")]);
        assert!(!passed);
        let said = "R725 hierin is niet naar beschermde namen te zoeken: het is geen goede JSON";
        assert_eq!(message, said);
    }

    #[test]
    fn the_name_of_a_file_is_searched_too() {
        let (passed, message) = cleared(&[("verschuur.md", "niets")]);
        assert!(!passed && !message.contains("verschuur"), "{message}");
        assert!(cleared(&[("a.md", "niets")]).0);
    }
}
