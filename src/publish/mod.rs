//! From the Markdown tree to what is published. The tree goes to Typst as data, never as markup.

mod glyphs;
mod images;
mod pdf;
mod world;

pub use glyphs::{check_document, check_texts};
pub use pdf::pdf;
pub use world::Typesetter;

use crate::diagnostics::{Diagnostic, FileId, Report, SourceMap, Span};
use crate::markdown::Problem;

/// How much stack a thread needs that sets documents; the standard 2 MiB overflows in Typst.
pub const STACK: usize = 32 * 1024 * 1024;

/// Reports what is wrong in a nota at its line and column.
fn report_problems(problems: &[Problem], file: FileId, sources: &SourceMap, report: &mut Report) {
    for problem in problems {
        let text = sources.text(file);
        let line: usize =
            text.split_inclusive('\n').take(problem.line.saturating_sub(1)).map(str::len).sum();
        let start = line + problem.column.saturating_sub(1);
        let rest = text.get(start..).unwrap_or("");
        let end = start + rest.find('\n').unwrap_or(rest.len());
        let mut diagnostic = Diagnostic::at(problem.code, Span { file, start, end });
        diagnostic.args.clone_from(&problem.args);
        report.push(diagnostic);
    }
}
