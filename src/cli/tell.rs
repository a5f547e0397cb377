//! Prints messages for the user: problems, summaries, failures of the system.

use super::language::language;
use super::outcome::Outcome;
use crate::diagnostics::{
    Code, Diagnostic, Fact, Phrase, Report, Severity, SourceMap, Style, cause, phrase, portable,
    render, said,
};
use crate::pipeline::{Listener, Written};
use crate::privacy::Cleared;
use anyhow::Result;
use indicatif::{ProgressBar, ProgressFinish, ProgressStyle};
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

/// The style for a stream: coloured on a terminal, unless `NO_COLOR` is set.
pub fn style(terminal: bool) -> Style {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
    if terminal && !refused && escapes() { Style::Coloured } else { Style::Plain }
}

/// Whether a terminal interprets escape sequences. A Windows console must be asked to, and old ones
/// do not.
pub fn escapes() -> bool {
    anstyle_query::windows::enable_ansi_colors().unwrap_or(true)
}

/// The listener that prints the messages of a pipeline on stderr.
#[derive(Debug, Clone, Copy)]
pub struct Terminal;

impl Listener for Terminal {
    fn problems(&self, report: &Report, sources: &SourceMap) {
        problems(report, sources);
    }

    fn every_problem(&self, report: &Report, sources: &SourceMap) {
        shown(&report.sorted(), sources);
    }

    fn summary(&self, report: &Report) {
        line(&summary(&report.sorted()));
    }

    fn say(&self, phrase: &Phrase) {
        say(phrase);
    }

    fn show(&self, text: &str) {
        line(text);
    }

    fn progress(&self, count: usize) -> Box<dyn Fn() + Send + Sync> {
        // The bar hides itself if stderr is not a terminal.
        let bar = if count < 2 { ProgressBar::hidden() } else { bar(count) };
        Box::new(move || bar.inc(1))
    }
}

/// A progress bar for several documents. It is erased when dropped.
fn bar(count: usize) -> ProgressBar {
    let words = phrase("progress").with("bar", "{bar:30}").with("done", "{pos}");
    let words = words.with("all", "{len}").with("left", "{eta}");
    let style = ProgressStyle::with_template(&self::words(&words));
    let bar = ProgressBar::new(u64::try_from(count).unwrap_or(0));
    let bar = bar.with_finish(ProgressFinish::AndClear);
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

/// Prints the problems on stderr. Places to fill in and warnings about the reasoning are only
/// counted.
pub fn problems(report: &Report, sources: &SourceMap) {
    let quiet = |d: &Diagnostic| {
        let reasoning = d.code.about().is_some() && d.code != Code::OpenConflict;
        d.severity() == Severity::Todo || reasoning
    };
    let (open, found): (Vec<_>, Vec<_>) = report.sorted().into_iter().partition(quiet);
    if !open.is_empty() {
        say(&phrase("check-shows").with("found", summary(&open)));
    }
    shown(&found, sources);
}

/// Prints each of these problems on stderr.
fn shown(found: &[Diagnostic], sources: &SourceMap) {
    let text = render(found, sources, style(std::io::stderr().is_terminal()), language());
    // A closed stderr is not an error.
    let _ = write!(std::io::stderr(), "{text}");
}

/// Prints the number of warnings that the cases accept, if any.
pub fn accepted(count: usize) {
    if count > 0 {
        say(&phrase("accepted").with("count", count));
    }
}

/// Prints a message on stderr, in the language of this process.
pub fn say(phrase: &Phrase) {
    line(&words(phrase));
}

/// The text of a message, in the language of this process.
pub fn words(phrase: &Phrase) -> String {
    said(phrase, language())
}

/// Prints a line on stderr.
pub fn line(text: &str) {
    // A closed stderr is not an error.
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// Prints results without case texts, such as messages and paths, on stdout.
pub fn result(text: &str) -> Result<()> {
    Ok(write!(std::io::stdout().lock(), "{text}")?)
}

/// Prints a cleared file on stdout.
pub fn publish(result: &Cleared) -> Result<()> {
    Ok(std::io::stdout().lock().write_all(result.bytes())?)
}

/// Prints the paths of the written files, after all are written, and returns the outcome.
pub fn written(done: Option<Written>) -> Result<Outcome> {
    let Some(Written { paths, settled }) = done else { return Ok(Outcome::Errors) };
    names(&paths)?;
    Ok(if settled { Outcome::Fine } else { Outcome::Errors })
}

/// A path as it can be pasted into a command.
pub fn pasted(path: &Path) -> String {
    let shown = portable(path);
    if shown.contains(' ') { format!("\"{shown}\"") } else { shown }
}

/// Prints the paths of files.
pub fn names(paths: &[PathBuf]) -> Result<()> {
    paths.iter().try_for_each(|path| {
        result(&format!(
            "{}
",
            portable(path)
        ))
    })
}

/// Prints why the system refused.
pub fn failure(error: &anyhow::Error) {
    line(&reason(error));
}

/// The reason why the system refused, in one line.
pub fn reason(error: &anyhow::Error) -> String {
    let each = error.chain().map(|each| {
        match (each.downcast_ref::<std::io::Error>(), each.downcast_ref::<Phrase>()) {
            (Some(error), _) => cause(error),
            (None, Some(phrase)) => phrase.clone().into(),
            (None, None) => each.to_string().into(),
        }
    });
    words(&phrase("machine-failed").with("reason", Fact::Row(each.collect(), ": ")))
}

/// A sentence with the number of problems.
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
