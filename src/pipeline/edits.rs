//! Handles texts that were edited by hand: they are never overwritten. The new text is written
//! beside the edited one, merged with it, or replaces it after a numbered copy is kept.

use super::listener::{Listener, busy};
use crate::diagnostics::{Code, Diagnostic, Report, SourceMap, Span, phrase, portable};
use crate::files::{Folder, edited};
use crate::markdown::{Head, conflict_marks, split};
use crate::narrative::DocumentText;
use crate::privacy::{Cleared, Guard, Outgoing};
use anyhow::Result;
use diffy::{DiffOptions, IncompleteHunkStyle, MergeOptions};
use std::path::{Path, PathBuf};

/// Subfolder with the last generated texts, within the folder of the documents.
pub const BASIS: &str = ".basis";

/// Most lines of a diff that are shown.
const SHOWN: usize = 80;

/// How to handle a text that was edited by hand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum OnEdit {
    /// Keep it, and write the new text beside it.
    #[default]
    Offer,
    /// Merge the new text with it.
    Merge,
    /// Overwrite it, after keeping a numbered copy.
    Force,
}

/// The diagnostic for a text that is not overwritten: it was edited, or it cannot be read, such as
/// when another program holds it.
pub fn refusal(path: &Path) -> Diagnostic {
    let shown = portable(path);
    if let Err(error) = std::fs::read(path) {
        return Diagnostic::unreadable(shown, &error);
    }
    Diagnostic::of_file(Code::EditedByHand, &shown).with("path", shown)
}

/// Whether the only errors are edits by hand.
pub fn only_edits(report: &Report) -> bool {
    report.has_errors()
        && report
            .iter()
            .filter(|d| d.severity() == crate::diagnostics::Severity::Error)
            .all(|d| d.code == Code::EditedByHand)
}

/// The generated text that the next merge will need as its base, in a folder that git ignores.
pub fn basis(text: &str, folder: &Path, stem: &str) -> [Outgoing; 2] {
    let kept = folder.join(BASIS);
    [Outgoing::new(&kept, &format!("{stem}.md"), text), Outgoing::new(&kept, ".gitignore", "*\n")]
}

/// Merges a new text with the edited one at a path. The front matter is that of the new text, with
/// its seal (hash), so that the file counts as edited. Returns the lines with conflicts. If the
/// merge is impossible, the reason is in the report.
pub fn merge(
    document: &mut DocumentText,
    path: &Path,
    sources: &mut SourceMap,
    report: &mut Report,
) -> Vec<usize> {
    let shown = portable(path);
    let own = match std::fs::read(path).map(String::from_utf8) {
        Ok(Ok(own)) => own.trim_start_matches('\u{FEFF}').replace("\r\n", "\n"),
        _ => {
            report.push(refusal(path));
            return Vec::new();
        }
    };
    let marks = conflict_marks(&own);
    if !marks.is_empty() {
        let file = sources.add(&shown, &own);
        for (start, end) in marks {
            report.push(Diagnostic::at(Code::ConflictMarks, Span { file, start, end }));
        }
        return Vec::new();
    }
    let Some(base) = base_of(path, &own) else {
        report.push(Diagnostic::of_file(Code::NoBasis, shown));
        return Vec::new();
    };
    let new = document.text();
    let mut options = MergeOptions::new();
    options.set_incomplete_hunk_style(IncompleteHunkStyle::Git);
    let merged = options.merge(split(&base).1, split(&own).1, split(&new).1);
    let conflicts = merged.is_err();
    let body = merged.unwrap_or_else(|marked| dutch(&marked));
    body.strip_prefix('\n').unwrap_or(&body).clone_into(&mut document.body);
    match conflicts {
        true => lines_of_conflicts(&document.text()),
        false => Vec::new(),
    }
}

/// The generated text on which an edited one is based; `None` if its seal differs. A base of
/// another generation would make the merge undo changes by the program since.
pub fn base_of(path: &Path, own: &str) -> Option<String> {
    let kept = path.parent()?.join(BASIS).join(path.file_name()?);
    if edited(&kept) {
        return None;
    }
    let base = std::fs::read_to_string(kept).ok()?;
    let seal = |text: &str| split(text).0.and_then(|yaml| Head::parse(yaml).ok()).map(|h| h.seal);
    (seal(own)? == seal(&base)?).then_some(base)
}

/// The conflict marks in Dutch.
fn dutch(marked: &str) -> String {
    let word = |line: &str| match line.trim_end_matches('\n') {
        "<<<<<<< ours" => Some("<<<<<<< uw tekst\n"),
        "||||||| original" => Some("||||||| de vorige gegenereerde tekst\n"),
        ">>>>>>> theirs" => Some(">>>>>>> de nieuwe gegenereerde tekst\n"),
        _ => None,
    };
    marked.split_inclusive('\n').map(|line| word(line).unwrap_or(line)).collect()
}

fn lines_of_conflicts(text: &str) -> Vec<usize> {
    let lines = text.lines().enumerate();
    lines.filter(|(_, l)| l.starts_with("<<<<<<< ")).map(|(n, _)| n + 1).collect()
}

/// The first free path for a new text beside an edited one, such as `nota.nieuw.md`. A file there
/// that the program wrote and nobody edited may be replaced.
pub fn beside(folder: &Path, stem: &str) -> PathBuf {
    let mut path = folder.join(format!("{stem}.nieuw.md"));
    let mut number = 2;
    while path.exists() && edited(&path) {
        path = folder.join(format!("{stem}.nieuw-{number}.md"));
        number += 1;
    }
    path
}

/// Deletes the unedited new texts beside an edited one, after `--merge` or `--force` has settled
/// it. Those that somebody edited remain.
pub fn settle(on_edit: OnEdit, folder: &Folder, stem: &str, listener: &dyn Listener) -> Result<()> {
    if on_edit == OnEdit::Offer {
        return Ok(());
    }
    let first = folder.path().join(format!("{stem}.nieuw.md"));
    let numbered = (2..).map(|number| folder.path().join(format!("{stem}.nieuw-{number}.md")));
    let there = std::iter::once(first).chain(numbered).take_while(|path| path.exists());
    for path in there.filter(|path| !edited(path)).collect::<Vec<_>>() {
        folder.remove(&path)?;
        listener.say(&phrase("new-text-settled").with("path", portable(path)));
    }
    Ok(())
}

/// Writes the new text beside an edited one, and shows the diff. `false` if another run is writing
/// there.
pub fn offer(edited: &Path, new: &Cleared, guard: &Guard, listener: &dyn Listener) -> Result<bool> {
    let folder = edited.parent().unwrap_or(Path::new("."));
    let Some(open) = Folder::open(folder)? else {
        busy(folder, listener);
        return Ok(false);
    };
    open.write(new)?;
    let own = std::fs::read(edited).unwrap_or_default();
    let own = String::from_utf8_lossy(&own);
    let own = own.trim_start_matches('\u{FEFF}').replace("\r\n", "\n");
    let text = String::from_utf8_lossy(new.bytes());
    listener.say(&phrase("new-text-in").with("path", portable(new.path())));
    let (difference, more) = difference((edited, &own), (new.path(), &text));
    if guard.finds(&difference) {
        listener.say(&phrase("difference-hidden"));
    } else {
        listener.show(difference.trim_end());
        if more > 0 {
            listener.say(&phrase("more-lines").with("count", more));
        }
    }
    listener.say(&phrase("how-to-merge"));
    Ok(true)
}

/// The diff of two texts without their front matter and without terminal control characters: its
/// first lines, and the number of lines left out.
fn difference((old, own): (&Path, &str), (new, text): (&Path, &str)) -> (String, usize) {
    let mut options = DiffOptions::new();
    options.set_original_filename(portable(old));
    options.set_modified_filename(portable(new));
    let patch = options.create_patch(split(own).1, split(text).1).to_string();
    let lines = patch.lines().count();
    let shown = |c: char| if c.is_control() && c != '\n' && c != '\t' { '\u{FFFD}' } else { c };
    let each = patch.lines().take(SHOWN).map(|line| format!("{}\n", line.trim_end()));
    let out = each.collect::<String>().chars().map(shown).collect();
    (out, lines.saturating_sub(SHOWN))
}

/// Reports the lines of merge conflicts.
pub fn tell_conflicts(path: &Path, lines: &[usize], listener: &dyn Listener) {
    for line in lines {
        let place = format!("{}:{line}", portable(path));
        listener.say(&phrase("both-changed").with("place", place));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_obeys_does_not_reach_it_and_a_long_difference_is_cut() {
        let own = format!("a\u{1b}[31m\n{}", "x\n".repeat(500));
        let (shown, more) = difference((Path::new("a"), &own), (Path::new("b"), "b\n"));
        assert!(!shown.contains('\u{1b}') && shown.contains("--- a\n+++ b\n"), "{shown}");
        assert_eq!((shown.lines().count(), more), (SHOWN, 425));
    }
}
