//! `rekenkamer explain`: prints what a code means, why it matters, and an example.

use super::language::language;
use super::outcome::Outcome;
use super::tell;
use crate::diagnostics::explain::{Example, description};
use crate::diagnostics::{Code, kind, phrase};
use anyhow::Result;

/// Arguments of `explain`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The code, such as R204; all codes without this
    #[arg(value_name = "CODE", value_parser = code)]
    code: Option<Code>,
}

/// Parses a code in any case, with or without brackets or `R`.
fn code(text: &str) -> Result<Code, String> {
    let typed = text.trim_matches(['[', ']', ' ']).to_uppercase();
    let number = |code: &str| code.trim_start_matches('R').to_owned();
    let found = Code::ALL.iter().find(|code| number(code.as_str()) == number(&typed));
    found.copied().ok_or_else(|| tell::words(&phrase("usage-code")))
}

/// Explains a code, or lists all codes.
pub fn run(args: &Args) -> Result<Outcome> {
    let text = match args.code {
        Some(code) => explained(code),
        None => {
            let mut all = Code::ALL.to_vec();
            all.sort_by_key(|code| code.as_str());
            all.into_iter().filter_map(listed).collect()
        }
    };
    tell::result(&text)?;
    Ok(Outcome::Fine)
}

/// A code in one line.
fn listed(code: Code) -> Option<String> {
    Some(format!("{}  {}\n", code.as_str(), description(code)?.said(language()).meaning))
}

fn explained(code: Code) -> String {
    let Some(description) = description(code) else { return String::new() };
    let said = description.said(language());
    let source = said.source.as_ref().map(|s| format!(" ({s})")).unwrap_or_default();
    let why = phrase("explain-why").with("why", format!("{}{source}", said.why));
    let head = format!("{} ({})", code.as_str(), kind(code.severity(), language()));
    let mut out = format!("{head}\n{}\n\n{}\n", said.meaning, tell::words(&why));
    out.push_str(&shown(&description.example));
    out
}

/// The example, wrong and right, as text.
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

/// Indents an excerpt by four spaces, whatever its own indentation. Its first line may begin in the
/// middle of a line, so its own indentation is taken from the lines below.
fn indented(text: &str) -> String {
    let width = |line: &str| line.len() - line.trim_start().len();
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let lines: Vec<&str> = rest.lines().filter(|line| !line.trim().is_empty()).collect();
    let least = lines.iter().map(|line| width(line)).min().unwrap_or(0);
    let item = |line: &&str| width(line) == least && line.trim_start().starts_with("- ");
    let opens = first.ends_with([':', '|']) && lines.first().is_some_and(|l| width(l) == least);
    let within = opens || (first.starts_with("- ") && !lines.iter().any(item));
    let shared = match (width(first), within) {
        (0, true) => least.saturating_sub(2),
        (0, false) => least,
        (own, _) => own.min(least),
    };
    let line = |(index, line): (usize, &str)| match index {
        0 if width(line) == 0 => format!("    {line}\n"),
        _ => format!("    {}\n", line.get(shared..).unwrap_or("").trim_end()),
    };
    text.lines().enumerate().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::indented;

    #[test]
    fn an_example_keeps_the_indents_of_its_file() {
        let shown = |text: &str| indented(text).replace("    ", "|").replace("  ", ".");
        assert_eq!(
            shown("- source: D01\n          - source: I01"),
            "|- source: D01\n|- source: I01\n"
        );
        assert_eq!(shown("- code: D01\n    kind: data"), "|- code: D01\n|.kind: data\n");
        assert_eq!(shown("sources:\n  - code: D01"), "|sources:\n|.- code: D01\n");
        assert_eq!(shown("title: A\n    text: |\n      B"), "|title: A\n|text: |\n|.B\n");
        assert_eq!(shown("a: |\n        B\n      c: d"), "|a: |\n|.B\n|c: d\n");
        assert_eq!(shown("      - a\n    b: c"), "|.- a\n|b: c\n");
    }
}
