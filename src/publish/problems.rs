//! Reports problems in an edited document at their line and column.

use crate::diagnostics::{Diagnostic, FileId, Report, SourceMap, Span};
use crate::markdown::Problem;

/// Reports the problems in a nota at their line and column.
pub fn report_problems(
    problems: &[Problem],
    file: FileId,
    sources: &SourceMap,
    report: &mut Report,
) {
    for problem in problems {
        let text = sources.text(file);
        let line: usize =
            text.split_inclusive('\n').take(problem.line.saturating_sub(1)).map(str::len).sum();
        let start = line + problem.column.saturating_sub(1);
        let rest = text.get(start..).unwrap_or("");
        let end = start + rest.find('\n').unwrap_or(rest.len());
        let end = problem.last.map_or(end, |last| (line + last).clamp(start, end));
        let mut diagnostic = Diagnostic::at(problem.code, Span { file, start, end });
        diagnostic.facts.clone_from(&problem.facts);
        report.push(diagnostic);
    }
}
