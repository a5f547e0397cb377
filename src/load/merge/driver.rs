//! The merge of two versions that git asks for.

use super::marks::{between, marked};
use super::three::Choice;
use super::{Unreadable, problem, together, with_comments};
use crate::diagnostics::{CONFIDENTIAL, Code, Diagnostic, Phrase, is_confidential, phrase};
use crate::load::hearing::is_heard;
use crate::load::loader::Loader;
use std::collections::BTreeSet;
use std::path::Path;

/// The outcome of a merge. Conflicts are in the report.
pub struct MergedFile {
    /// The merged file; `None` if ours stays as it is.
    pub content: Option<Vec<u8>>,
    /// What the user should know, besides conflicts.
    pub notes: Vec<Phrase>,
}

/// The words that a merge writes into a file, in the language of the user.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// The names of both versions behind the marks of a conflict.
    pub names: [&'a str; 2],
    /// The line above comments that have no place.
    pub comments: &'a str,
}

/// What stands at the end of a line from each `#` that begins a comment or could begin one.
fn line_ends(line: &str) -> impl Iterator<Item = &str> {
    let line = line.trim_end();
    let hashes = line.match_indices('#').map(|(at, _)| line.split_at(at));
    hashes.filter(|(before, _)| before.is_empty() || before.ends_with(' ')).map(|(_, end)| end)
}

/// A text in which the marks of a conflict have these names behind them.
fn named(text: &str, [one, other]: [&str; 2]) -> String {
    let named = |line: &str| match line.trim_end() {
        "<<<<<<< ours" => line.replacen("ours", one, 1),
        ">>>>>>> theirs" => line.replacen("theirs", other, 1),
        _ => line.to_owned(),
    };
    text.split_inclusive('\n').map(named).collect()
}

impl Loader {
    /// Merges base, ours and theirs of the file with this path.
    pub fn merged_versions(
        &mut self,
        path: &str,
        versions: [&[u8]; 3],
        words: Words<'_>,
    ) -> MergedFile {
        let [base, ours, theirs] = versions;
        let stays = |content: Option<&[u8]>| MergedFile {
            content: content.map(<[u8]>::to_vec),
            notes: Vec::new(),
        };
        if theirs == base || theirs == ours {
            return stays(None);
        }
        if ours == base {
            return stays(Some(theirs));
        }
        self.names_near(Path::new(path));
        let texts = versions.map(|bytes| std::str::from_utf8(bytes).ok());
        let [Some(base), Some(ours), Some(theirs)] = texts else {
            self.refuse(path, "utf8");
            return stays(None);
        };
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        if is_heard(name) {
            self.refuse(path, "sealed");
            return stays(Some(between(ours, theirs, words.names).as_bytes()));
        }
        match together(Some(base), [ours, theirs], Choice::Neither) {
            Ok(done) => {
                let mut notes = Vec::new();
                for conflict in &done.conflicts {
                    let at = |code| Diagnostic::of_file(code, path);
                    let told = problem(conflict, "merge-choose", at);
                    // Of a file with names no message shows anything.
                    self.report.push(match is_confidential(name) {
                        true => told.with("ours", "…").with("theirs", "…").with("what", "…"),
                        // Names in theirs alone are not known here, and the file has both versions.
                        false if conflict.theirs.is_some() => {
                            told.with("theirs", phrase("merge-elsewhere"))
                        }
                        false => told,
                    });
                }
                let places: Vec<_> = done.conflicts.iter().map(|c| c.place.as_slice()).collect();
                let text = match places.is_empty() {
                    true => done.text,
                    false => marked(&done.text, theirs, &places, words.names),
                };
                // Between marks, lines of theirs come with their comments.
                let ends: BTreeSet<&str> = match places.is_empty() {
                    true => BTreeSet::new(),
                    false => text.lines().flat_map(line_ends).collect(),
                };
                let is_lost = |comment: &&String| !ends.contains(comment.as_str());
                let lost: Vec<String> = done.lost.iter().filter(is_lost).cloned().collect();
                if !lost.is_empty() {
                    notes.push(phrase("merge-comments").with("count", lost.len()));
                }
                let text = with_comments(&text, &lost, words.comments);
                MergedFile { content: Some(text.into_bytes()), notes }
            }
            Err(which) => {
                let problem = match which {
                    Unreadable::Base => "base",
                    Unreadable::Ours => "ours",
                    Unreadable::Theirs => "theirs",
                };
                self.refuse(path, problem);
                // Lines that merge without a conflict may still say something else.
                let mut options = diffy::MergeOptions::new();
                options.set_conflict_style(diffy::ConflictStyle::Merge);
                let lines = options.merge(base, ours, theirs).err();
                let text = lines.map(|lines| named(&lines, words.names));
                let text = text.unwrap_or_else(|| between(ours, theirs, words.names));
                stays(Some(text.as_bytes()))
            }
        }
    }

    fn refuse(&mut self, path: &str, problem: &'static str) {
        let diagnostic = Diagnostic::of_file(Code::NotMerged, path);
        self.report.push(diagnostic.with("problem", problem));
    }

    /// Reads the names that no message may show, of the case in which a file is. Problems with the
    /// key file are not those of a merge.
    fn names_near(&mut self, path: &Path) {
        let own = std::mem::take(&mut self.report);
        for folder in path.ancestors().skip(1).take(2) {
            if folder.join(CONFIDENTIAL).is_file() {
                self.protected(folder, None);
            }
        }
        self.report = own;
    }
}
