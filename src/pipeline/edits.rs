//! What becomes of a text that somebody edited by hand: it is never overwritten. The new text comes
//! beside it, is merged with it, or takes its place after a numbered copy was kept.

use super::listener::{Listener, busy};
use crate::diagnostics::{Code, Diagnostic, Report, SourceMap, Span, phrase, portable};
use crate::files::{Folder, edited};
use crate::markdown::{Head, conflict_marks, split};
use crate::narrative::DocumentText;
use crate::privacy::{Cleared, Guard, Outgoing};
use anyhow::Result;
use diffy::{DiffOptions, IncompleteHunkStyle, MergeOptions};
use std::path::{Path, PathBuf};

/// The folder of the last generated texts, below that of the documents.
pub const BASIS: &str = ".basis";

/// How many lines of a difference are shown.
const SHOWN: usize = 80;

/// What to do with a text that was edited by hand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum OnEdit {
    /// Leave it, and put the new text beside it.
    #[default]
    Offer,
    /// Merge the new text with it.
    Merge,
    /// Write over it, after a numbered copy of it.
    Force,
}

/// The diagnostic for a text that is not overwritten: somebody edited it, or it cannot be read, as
/// where another program holds it.
pub fn refusal(path: &Path) -> Diagnostic {
    let shown = portable(path);
    if let Err(error) = std::fs::read(path) {
        return Diagnostic::unreadable(shown, &error);
    }
    Diagnostic::of_file(Code::EditedByHand, &shown).with("path", shown)
}

/// Whether edits by hand are all that is wrong.
pub fn only_edits(report: &Report) -> bool {
    report.has_errors()
        && report
            .iter()
            .filter(|d| d.severity() == crate::diagnostics::Severity::Error)
            .all(|d| d.code == Code::EditedByHand)
}

/// The generated text as the next merge needs it, in a folder that git passes over.
pub fn basis(text: &str, folder: &Path, stem: &str) -> [Outgoing; 2] {
    let kept = folder.join(BASIS);
    [Outgoing::new(&kept, &format!("{stem}.md"), text), Outgoing::new(&kept, ".gitignore", "*\n")]
}

/// Merges a new text with the edited one at a path. The head is that of the new text, with its
/// seal, so that the file counts as edited. Gives the lines at which both changed; what keeps them
/// from being merged stands in the report.
pub fn merge(
    paper: &mut DocumentText,
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
    let new = paper.text();
    let mut options = MergeOptions::new();
    options.set_incomplete_hunk_style(IncompleteHunkStyle::Git);
    let merged = options.merge(split(&base).1, split(&own).1, split(&new).1);
    let conflicts = merged.is_err();
    let body = merged.unwrap_or_else(|marked| dutch(&marked));
    body.strip_prefix('\n').unwrap_or(&body).clone_into(&mut paper.body);
    match conflicts {
        true => lines_of_conflicts(&paper.text()),
        false => Vec::new(),
    }
}

/// The generated text that an edited one was made of. One of another generation would make a
/// merge undo what the program changed since.
pub fn base_of(path: &Path, own: &str) -> Option<String> {
    let kept = path.parent()?.join(BASIS).join(path.file_name()?);
    if edited(&kept) {
        return None;
    }
    let base = std::fs::read_to_string(kept).ok()?;
    let seal = |text: &str| split(text).0.and_then(|yaml| Head::parse(yaml).ok()).map(|h| h.seal);
    (seal(own)? == seal(&base)?).then_some(base)
}

/// The marks in the user's language.
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

/// The first free path for a new text beside an edited one, such as `nota.nieuw.md`. One that the
/// program wrote itself and nobody edited is free.
pub fn beside(folder: &Path, stem: &str) -> PathBuf {
    let mut path = folder.join(format!("{stem}.nieuw.md"));
    let mut number = 2;
    while path.exists() && edited(&path) {
        path = folder.join(format!("{stem}.nieuw-{number}.md"));
        number += 1;
    }
    path
}

/// Deletes the new texts that stood beside an edited one, once `--merge` or `--force` has settled
/// what becomes of it: those that are as the program wrote them. What somebody typed in stays.
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

/// Writes the new text beside an edited one, and shows what differs; `false` where another run is
/// writing there.
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

/// The difference between two texts without their heads, with nothing in it that a terminal obeys:
/// its first lines, and how many more there are.
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

/// Says where both texts changed.
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
        let (told, more) = difference((Path::new("a"), &own), (Path::new("b"), "b\n"));
        assert!(!told.contains('\u{1b}') && told.contains("--- a\n+++ b\n"), "{told}");
        assert_eq!((told.lines().count(), more), (SHOWN, 425));
    }
}
