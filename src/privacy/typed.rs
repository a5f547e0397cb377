//! The texts that were typed, and where in them something protected stands.

use super::extract::parts;
use super::names::Guard;
use crate::diagnostics::{Fact, SourceMap, Span, phrase};
use crate::model::Located;
use std::collections::{BTreeMap, BTreeSet};

/// How many lines that a word was typed in a warning names.
const LINES: usize = 5;

/// The texts that were typed, in which a find has its origin.
pub struct Typed<'a> {
    /// The texts with their places.
    pub texts: &'a [Located<String>],
    /// All files.
    pub sources: &'a SourceMap,
    /// Paths of files begin with one of these; empty for any.
    pub folders: &'a [String],
}

impl Typed<'_> {
    /// Where each entry was typed, by whether it can be nothing else.
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
            // What an escape or Markdown means only shows in what was read.
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

    /// Lines, as `path:line`, not every one of many.
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
