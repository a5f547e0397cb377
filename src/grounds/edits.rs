//! What somebody changed by hand in a nota, where it touches a judgement or a figure.

use crate::diagnostics::{Code, Diagnostic, FileId, Report, SourceMap, Span};
use crate::markdown::{Block, Inline, parse, plain, split};
use std::collections::{BTreeMap, BTreeSet};

/// Compares an edited nota with the one that the program would write now. Judgements that differ
/// and figures that do not occur there are reported at their place in the edited one.
pub fn compare_edited(written: &str, file: FileId, sources: &SourceMap, report: &mut Report) {
    let edited = sources.text(file);
    let expected = judgements(&parse(written).blocks);
    for (name, found) in judgements(&parse(edited).blocks) {
        let Some(expected) = expected.get(&name) else { continue };
        if found != *expected {
            let line = |l: &&str| l.starts_with(['|', '>']) && l.contains(&name);
            let line = edited.lines().filter(line).find(|l| found.iter().any(|f| l.contains(f)));
            let span = place(edited, file, line.unwrap_or(&name));
            let diagnostic = Diagnostic::at(Code::JudgementEdited, span)
                .with("value", &name)
                .with("found", last(&found))
                .with("expected", last(expected));
            report.push(diagnostic);
        }
    }
    let (_, body) = split(edited);
    let known: BTreeSet<&str> = figures(written).map(|(_, figure)| figure).collect();
    let mut told = BTreeSet::new();
    for (at, figure) in figures(body) {
        if known.contains(figure) || !told.insert(figure) {
            continue;
        }
        let at = edited.len() - body.len() + at;
        let span = Span { file, start: at, end: at + figure.len() };
        report.push(Diagnostic::at(Code::FigureEdited, span).with("value", figure));
    }
}

fn last(judgements: &BTreeSet<String>) -> String {
    judgements.iter().cloned().collect::<Vec<_>>().join(", ")
}

fn place(text: &str, file: FileId, part: &str) -> Span {
    let start = text.find(part).unwrap_or(0);
    Span { file, start, end: start + part.len() }
}

/// The judgements in tables, by the first cell of their row.
fn judgements(blocks: &[Block]) -> BTreeMap<String, BTreeSet<String>> {
    let mut out: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut open: Vec<&Block> = blocks.iter().collect();
    while let Some(block) = open.pop() {
        match block {
            Block::Callout { c, .. } | Block::Quote { c } => open.extend(c),
            Block::Table { rows, .. } => {
                for row in rows {
                    let judged = row.iter().flatten().find_map(|i| match i {
                        Inline::Judgement { v, .. } => Some(v.clone()),
                        _ => None,
                    });
                    if let (Some(first), Some(judged)) = (row.first(), judged) {
                        out.entry(plain(first)).or_default().insert(judged);
                    }
                }
            }
            _ => {}
        }
    }
    out
}

/// The numbers in a text with their places, their percent sign and the marks inside them.
fn figures(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let inside = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '%');
    let mut at = 0;
    text.split_inclusive(move |c: char| !inside(c)).filter_map(move |piece| {
        let start = at;
        at += piece.len();
        let token = piece.trim_end_matches(|c: char| !c.is_ascii_digit() && c != '%');
        let digits = token.find(|c: char| c.is_ascii_digit())?;
        Some((start + digits, token.get(digits..)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_judgement_and_a_new_figure_are_seen_at_their_place() {
        let written =
            "| Norm | Oordeel |\n|---|---|\n| IB-2 | ○ voldoet niet |\n\nEr is 45% van 12.\n";
        let edited =
            "| Norm | Oordeel |\n|---|---|\n| IB-2 | ● voldoet |\n\nEr is 54% van 12, in 1.\n";
        let mut sources = SourceMap::default();
        let file = sources.add("nota.md", edited);
        let mut report = Report::default();
        compare_edited(written, file, &sources, &mut report);
        let found: Vec<_> = report
            .sorted()
            .iter()
            .map(|d| (d.code, d.span.map_or("", |s| sources.slice(s)).to_owned()))
            .collect();
        assert_eq!(
            found,
            [
                (Code::JudgementEdited, "| IB-2 | ● voldoet |".to_owned()),
                (Code::FigureEdited, "54%".to_owned()),
                (Code::FigureEdited, "1".to_owned()),
            ]
        );
    }
}
