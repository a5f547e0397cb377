//! What the user reads: problems, a closing line, failures of the machine.

use super::Outcome;
use crate::diagnostics::{Code, Diagnostic, Report, Severity, SourceMap, Style, cause, render};
use crate::model::acceptable;
use crate::output::Cleared;
use anyhow::Result;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

/// The style for a stream: colour on a terminal only, and not where `NO_COLOR` is set.
pub fn style(terminal: bool) -> Style {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
    if terminal && !refused { Style::Coloured } else { Style::Plain }
}

/// Says that another run is writing in a folder.
pub fn busy(folder: &Path) {
    let mut report = Report::default();
    report.push(Diagnostic::of_file(Code::Busy, folder.display().to_string()));
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
        line(&format!("{}; `rekenkamer check` toont ze", summary(&open)));
    }
    let text = render(&found, sources, style(std::io::stderr().is_terminal()));
    // Where stderr is closed there is nobody to tell.
    let _ = write!(std::io::stderr(), "{text}");
}

/// Says how many warnings the cases accept, where they accept any.
pub fn accepted(count: usize) {
    match count {
        0 => {}
        1 => line("1 waarschuwing is aanvaard; de reden staat in de case"),
        n => line(&format!("{n} waarschuwingen zijn aanvaard; de redenen staan in de case")),
    }
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
    paths.iter().try_for_each(|path| result(&format!("{}\n", path.display())))?;
    Ok(Outcome::Fine)
}

/// Prints why the machine failed us.
pub fn failure(error: &anyhow::Error) {
    line(&reason(error));
}

/// Why the machine failed us, in a line.
pub fn reason(error: &anyhow::Error) -> String {
    let word = |e: &(dyn std::error::Error + 'static)| {
        e.downcast_ref::<std::io::Error>().map_or_else(|| e.to_string(), cause)
    };
    let chain: Vec<String> = error.chain().map(word).collect();
    format!("fout: de computer liet dit niet toe: {}", chain.join(": "))
}

/// How many problems there are, in a sentence.
pub fn summary(found: &[Diagnostic]) -> String {
    let count = |severity| found.iter().filter(|d| d.severity() == severity).count();
    let several = |n: usize, one: &str, more: &str| match n {
        0 => None,
        1 => Some(format!("1 {one}")),
        n => Some(format!("{n} {more}")),
    };
    let parts: Vec<String> = [
        several(count(Severity::Error), "fout", "fouten"),
        several(count(Severity::Warning), "waarschuwing", "waarschuwingen"),
        several(count(Severity::Todo), "plaats nog in te vullen", "plaatsen nog in te vullen"),
        several(count(Severity::Hint), "tip", "tips"),
    ]
    .into_iter()
    .flatten()
    .collect();
    if parts.is_empty() { "geen problemen gevonden".to_owned() } else { parts.join(", ") }
}
