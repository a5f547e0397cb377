//! `rekenkamer explain`: what a code means, why it matters, and an example.

use super::{Outcome, tell};
use crate::diagnostics::explain::{Example, example, explanation};
use crate::diagnostics::{Code, Language, Severity};
use anyhow::Result;

/// Arguments of `explain`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// De code, zoals R204; zonder dit alle codes
    #[arg(value_name = "CODE", value_parser = code)]
    code: Option<Code>,
}

/// A code as it is typed.
fn code(text: &str) -> Result<Code, String> {
    let typed = text.trim_matches(['[', ']']).to_uppercase();
    let found = Code::ALL.iter().find(|code| code.as_str() == typed);
    found.copied().ok_or_else(|| "deze code bestaat niet".to_owned())
}

/// Explains a code, or lists all.
pub fn run(args: &Args) -> Result<Outcome> {
    let language = Language::Dutch;
    let text = match args.code {
        Some(code) => explained(code, language),
        None => Code::ALL.iter().filter_map(|&code| listed(code, language)).collect(),
    };
    tell::result(&text)?;
    Ok(Outcome::Fine)
}

/// A code in one line.
fn listed(code: Code, language: Language) -> Option<String> {
    Some(format!("{}  {}\n", code.as_str(), explanation(code, language)?.meaning))
}

fn explained(code: Code, language: Language) -> String {
    let Some(said) = explanation(code, language) else { return String::new() };
    let kind = match code.severity() {
        Severity::Error => "fout",
        Severity::Warning => "waarschuwing",
        Severity::Todo => "nog in te vullen",
        Severity::Hint => "tip",
    };
    let source = said.source.map(|source| format!(" ({source})")).unwrap_or_default();
    let mut out =
        format!("{} ({kind})\n{}\n\nWaarom: {}{source}\n", code.as_str(), said.meaning, said.why);
    if let Some(example) = example(code) {
        out.push_str(&shown(&example));
    }
    out
}

fn shown(example: &Example) -> String {
    let block = |text: &str| match &example.file {
        Some(_) => indented(text),
        None => format!("    rekenkamer {text}\n"),
    };
    let place = example.file.as_ref().map(|file| format!(", in {file}")).unwrap_or_default();
    let wrong = if example.gone { String::new() } else { block(&example.wrong) };
    format!("\nFout{place}:\n{wrong}\nGoed:\n{}", block(&example.right))
}

/// A stretch of a file with four spaces in front, whatever it had. Where it begins inside a line,
/// that line has no indent to take off.
fn indented(text: &str) -> String {
    let inside = usize::from(!text.starts_with(' '));
    let width = |line: &str| line.len() - line.trim_start().len();
    let rest = text.lines().skip(inside).filter(|line| !line.trim().is_empty());
    let shared = rest.map(width).min().unwrap_or(0);
    let line = |(index, line): (usize, &str)| match index < inside {
        true => format!("    {line}\n"),
        false => format!("    {}\n", line.get(shared..).unwrap_or("").trim_end()),
    };
    text.lines().enumerate().map(line).collect()
}
