//! The texts that users typed, and the places of protected data in them.

use super::extract::parts;
use super::names::Guard;
use crate::diagnostics::{Fact, SourceMap, Span, phrase};
use crate::model::Located;
use std::collections::{BTreeMap, BTreeSet};

/// Most lines that a warning names for one word.
const LINES: usize = 5;

/// The typed texts in which the origin of a match is looked up.
pub struct Typed<'a> {
    pub texts: &'a [Located<String>],
    /// All files that were read.
    pub sources: &'a SourceMap,
    /// Only files whose path begins with one of these are searched; empty for all files.
    pub folders: &'a [String],
}

impl Typed<'_> {
    /// The places where each entry was typed, by whether the match is certain.
    pub(super) fn places(&self, guard: &Guard) -> BTreeMap<(usize, bool), Vec<Span>> {
        let mut out: BTreeMap<(usize, bool), Vec<Span>> = BTreeMap::new();
        for text in self.texts {
            let path = self.sources.path(text.span.file);
            let own = self.folders.iter().any(|folder| path.starts_with(folder.as_str()));
            if !own && !self.folders.is_empty() {
                continue;
            }
            let found = guard.search(self.sources.slice(text.span), false);
            for hit in &found {
                let place = text.span.part(hit.at, hit.until);
                out.entry((hit.entry, hit.certain)).or_default().push(place);
            }
            // Escapes and Markdown hide a name in the raw text, so the parsed text is searched too.
            let read = parts("x.md", text.value.as_bytes()).unwrap_or_default();
            let meant = read.iter().flat_map(|part| guard.search(&part.text, false));
            let meant: BTreeSet<(usize, bool)> =
                meant.map(|hit| (hit.entry, hit.certain)).collect();
            let seen = |key: &(usize, bool)| found.iter().any(|h| (h.entry, h.certain) == *key);
            for key in meant.into_iter().filter(|key| !seen(key)) {
                out.entry(key).or_default().push(text.span);
            }
        }
        out
    }

    /// Lines as `path:line`, at most [`LINES`] of them. `None` if there are none.
    pub(super) fn lines(&self, spans: &[Span]) -> Option<Fact> {
        let shown = |span: &Span| {
            format!("{}:{}", self.sources.path(span.file), self.sources.line_column(*span).line)
        };
        let mut lines: Vec<String> = spans.iter().map(shown).collect();
        lines.dedup();
        let more = lines.len().saturating_sub(LINES);
        lines.truncate(LINES);
        let also = phrase("also-at").with("lines", lines.join(", ")).with("more", more);
        (!lines.is_empty()).then(|| also.into())
    }
}
