//! Describes the result of a round.

use crate::cli::language::language;
use crate::cli::tell;
use crate::diagnostics::{Fact, Severity, Style, phrase, portable, render};
use crate::pipeline::{Became, Message, Round};

/// The result of a round as text for the user.
pub fn message(round: &Round) -> Message {
    Message { line: line(round), problems: problems(round) }
}

/// The result in one line.
fn line(round: &Round) -> String {
    let pdf = round.pdf.as_ref().map(portable);
    let there = round.pdf.as_ref().is_some_and(|path| path.is_file());
    let name = pdf.map_or_else(|| phrase("the-document").into(), Fact::from);
    let line = match &round.became {
        Became::Written => phrase("round-written"),
        Became::Unchanged => phrase("round-unchanged"),
        Became::Kept if round.previewed => phrase("round-kept-previewed"),
        Became::Kept => phrase("round-kept"),
        Became::Errors => {
            let line = if there { phrase("round-errors") } else { phrase("round-never-set") };
            line.with("found", tell::summary(&round.report.sorted()))
        }
        Became::Busy => phrase("round-busy"),
        Became::Failed(error) => return tell::reason(error),
    };
    let took = round.took.as_millis().to_string();
    tell::words(&line.with("name", name).with("took", took))
}

/// The errors and warnings as plain text.
fn problems(round: &Round) -> String {
    let mut found = round.report.sorted();
    found.retain(|diagnostic| diagnostic.severity() != Severity::Todo);
    render(&found, &round.sources, Style::Plain, language())
}
