//! Where the running text of a case names codes that have another name now.

use super::opened::Opened;
use super::upgrade::Mention;
use crate::diagnostics::{Span, portable};
use crate::load::loader::Loader;
use crate::model::Located;

impl Loader {
    /// Where the texts of a file name codes that have another name now.
    pub(super) fn mentioned(&self, file: &Opened, codes: &[String], into: &mut Vec<Mention>) {
        let mut texts = Vec::new();
        file.read.node.scalars(&mut texts);
        for Located { value, span } in texts {
            // A code by itself is a reference.
            if codes.contains(&value) {
                continue;
            }
            let typed = self.sources.slice(span);
            let path = portable(self.sources.path(span.file));
            for code in codes {
                for at in places(typed, code) {
                    let span = Span { start: span.start + at, ..span };
                    let line = self.sources.line_column(span).line;
                    into.push(Mention { path: path.clone(), line, code: code.clone() });
                }
            }
        }
    }
}

/// Where a text names a code, and not as a part of another one.
fn places(text: &str, code: &str) -> Vec<usize> {
    let inside = |c: char| c.is_alphanumeric() || c == '-';
    let apart = |at: &usize| {
        let before = text.get(..*at).and_then(|before| before.chars().next_back());
        let behind = text.get(at + code.len()..).and_then(|behind| behind.chars().next());
        !before.is_some_and(inside) && !behind.is_some_and(inside)
    };
    text.match_indices(code).map(|(at, _)| at).filter(apart).collect()
}
