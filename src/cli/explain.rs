//! `rekenkamer explain`: what a code means, why it matters, and an example.

use super::language::language;
use super::{Outcome, tell};
use crate::diagnostics::explain::{Example, example, explanation};
use crate::diagnostics::{Code, kind, phrase};
use anyhow::Result;

/// Arguments of `explain`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The code, such as R204; all codes without this
    #[arg(value_name = "CODE", value_parser = code)]
    code: Option<Code>,
}

/// A code as it is typed.
fn code(text: &str) -> Result<Code, String> {
    let typed = text.trim_matches(['[', ']']).to_uppercase();
    let found = Code::ALL.iter().find(|code| code.as_str() == typed);
    found.copied().ok_or_else(|| tell::words(&phrase("usage-code")))
}

/// Explains a code, or lists all.
pub fn run(args: &Args) -> Result<Outcome> {
    let text = match args.code {
        Some(code) => explained(code),
        None => Code::ALL.iter().filter_map(|&code| listed(code)).collect(),
    };
    tell::result(&text)?;
    Ok(Outcome::Fine)
}

/// A code in one line.
fn listed(code: Code) -> Option<String> {
    Some(format!("{}  {}\n", code.as_str(), explanation(code, language())?.meaning))
}

fn explained(code: Code) -> String {
    let Some(said) = explanation(code, language()) else { return String::new() };
    let source = said.source.map(|source| format!(" ({source})")).unwrap_or_default();
    let why = phrase("explain-why").with("why", format!("{}{source}", said.why));
    let head = format!("{} ({})", code.as_str(), kind(code.severity(), language()));
    let mut out = format!("{head}\n{}\n\n{}\n", said.meaning, tell::words(&why));
    if let Some(example) = example(code) {
        out.push_str(&shown(&example));
    }
    out
}

/// The example, wrong and right.
fn shown(example: &Example) -> String {
    let block = |text: &str| match &example.file {
        Some(_) => indented(text),
        None => format!("    rekenkamer {text}\n"),
    };
    let wrong = match (&example.file, example.gone) {
        (Some(file), true) => tell::words(&phrase("explain-gone").with("file", file)),
        (Some(file), false) => tell::words(&phrase("explain-wrong-in").with("file", file)),
        (None, _) => tell::words(&phrase("explain-wrong")),
    };
    let text = if example.gone { String::new() } else { block(&example.wrong) };
    let right = tell::words(&phrase("explain-right"));
    format!("\n{wrong}\n{text}\n{right}\n{}", block(&example.right))
}

/// A stretch of a file with four spaces in front, whatever it had.
fn indented(text: &str) -> String {
    let width = |line: &str| line.len() - line.trim_start().len();
    let rest = text.lines().skip(1).filter(|line| !line.trim().is_empty());
    let shared = rest.map(width).min().unwrap_or(0);
    let line = |(index, line): (usize, &str)| match index {
        0 => format!("    {line}\n"),
        _ => format!("    {}\n", line.get(shared..).unwrap_or("").trim_end()),
    };
    text.lines().enumerate().map(line).collect()
}
