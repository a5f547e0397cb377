//! What the user reads: problems, a closing line, failures of the machine.

use super::Outcome;
use super::language::language;
use crate::diagnostics::{
    Code, Diagnostic, Fact, Phrase, Report, Severity, SourceMap, Style, cause, phrase, portable,
    render, said,
};
use crate::model::acceptable;
use crate::output::Cleared;
use anyhow::Result;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

/// The style for a stream: colour on a terminal only, and not where `NO_COLOR` is set.
pub fn style(terminal: bool) -> Style {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
    if terminal && !refused && escapes() { Style::Coloured } else { Style::Plain }
}

/// Whether a terminal takes escape sequences for what they are. A console of Windows must be asked
/// to, and an old one does not.
pub fn escapes() -> bool {
    anstyle_query::windows::enable_ansi_colors().unwrap_or(true)
}

/// Says that another run is writing in a folder.
pub fn busy(folder: &Path) {
    let mut report = Report::default();
    report.push(Diagnostic::of_file(Code::Busy, portable(folder)));
    problems(&report, &SourceMap::default());
}

/// Prints the problems on stderr; what is still to be filled in, and what may be faulted in the
/// reasoning, only as a number.
pub fn problems(report: &Report, sources: &SourceMap) {
    let quiet = |d: &Diagnostic| {
        let reasoning = acceptable(d.code).is_some() && d.code != Code::OpenConflict;
        d.severity() == Severity::Todo || reasoning
    };
    let (open, found): (Vec<_>, Vec<_>) = report.sorted().into_iter().partition(quiet);
    if !open.is_empty() {
        say(&phrase("check-shows").with("found", summary(&open)));
    }
    let text = render(&found, sources, style(std::io::stderr().is_terminal()), language());
    // Where stderr is closed there is nobody to tell.
    let _ = write!(std::io::stderr(), "{text}");
}

/// Says how many warnings the cases accept, where they accept any.
pub fn accepted(count: usize) {
    if count > 0 {
        say(&phrase("accepted").with("count", count));
    }
}

/// Prints words of the program on stderr, in the language of this process.
pub fn say(phrase: &Phrase) {
    line(&words(phrase));
}

/// Words of the program, in the language of this process.
pub fn words(phrase: &Phrase) -> String {
    said(phrase, language())
}

/// Prints a line on stderr.
pub fn line(text: &str) {
    // Where stderr is closed there is nobody to tell.
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// Prints messages and paths on stdout.
pub fn result(text: &str) -> Result<()> {
    Ok(write!(std::io::stdout().lock(), "{text}")?)
}

/// Prints what may leave on stdout.
pub fn publish(result: &Cleared) -> Result<()> {
    Ok(std::io::stdout().lock().write_all(result.bytes())?)
}

/// Prints the files that were written, once all of them are.
pub fn written(paths: &[PathBuf]) -> Result<Outcome> {
    paths.iter().try_for_each(|path| result(&format!("{}\n", portable(path))))?;
    Ok(Outcome::Fine)
}

/// Prints why the machine failed us.
pub fn failure(error: &anyhow::Error) {
    line(&reason(error));
}

/// Why the machine failed us, in a line.
pub fn reason(error: &anyhow::Error) -> String {
    let each = error.chain().map(|each| {
        let known = each.downcast_ref::<std::io::Error>();
        known.map_or_else(|| Fact::from(each.to_string()), cause)
    });
    words(&phrase("machine-failed").with("reason", Fact::Row(each.collect(), ": ")))
}

/// How many problems there are, in a sentence.
pub fn summary(found: &[Diagnostic]) -> String {
    let count = |severity| found.iter().filter(|d| d.severity() == severity).count();
    let parts = [
        phrase("errors").with("count", count(Severity::Error)),
        phrase("warnings").with("count", count(Severity::Warning)),
        phrase("places-to-fill").with("count", count(Severity::Todo)),
        phrase("hints").with("count", count(Severity::Hint)),
    ];
    let some = |part: &Phrase| part.facts.iter().any(|(_, fact)| *fact != Fact::Count(0));
    let parts: Vec<Fact> = parts.into_iter().filter(some).map(Fact::from).collect();
    match parts.is_empty() {
        true => words(&phrase("no-problems")),
        false => words(&phrase("found").with("parts", Fact::Row(parts, ", "))),
    }
}
