//! Manual changes to a nota that affect a judgement or a figure; and differences between what a
//! case gives now and what it gave when its nota was made.

use crate::diagnostics::{Code, Diagnostic, Fact, FileId, Report, SourceMap, Span, phrase};
use crate::markdown::{Head, Kind, begins, split};
use std::collections::BTreeSet;

/// Minimum similarity of two lines for one to count as an edit of the other.
const ALIKE: f64 = 0.5;

/// The differences between the current output of a case and an earlier one.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Number of new lines, or of removed lines if there are more.
    pub lines: usize,
    /// Changed judgements: item, earlier judgement, current judgement.
    pub judgements: Vec<(String, String, String)>,
}

/// Compares a generated document, as head and text, with the one that the same case gives now. If
/// the files of the case are the same, only the program or its templates changed, and nothing is
/// outdated; nor is it if only checksums changed.
pub fn changes(then: (&Head, &str), now: (&Head, &str)) -> Changes {
    if !now.0.inputs.is_empty() && then.0.inputs == now.0.inputs {
        return Changes::default();
    }
    // The accounting tells the checksums themselves.
    let checksums_count = now.0.kind == Kind::Accounting;
    let (then, now) = (then.1, now.1);
    let kept: BTreeSet<&str> = now.lines().map(str::trim_end).collect();
    let known: BTreeSet<&str> = then.lines().map(str::trim_end).collect();
    let gone: Vec<&str> = known.difference(&kept).copied().collect();
    let is_compared = |line: &&str| !line.is_empty() && (checksums_count || !is_checksum(line));
    let new: Vec<&str> =
        now.lines().map(str::trim_end).filter(|l| !known.contains(l)).filter(is_compared).collect();
    let lost = gone.iter().copied().filter(is_compared).count();
    let mut judgements = Vec::new();
    for line in &new {
        let before = before(line, &gone);
        let (was, is) = (judgements_of(before), judgements_of(line));
        if let (Some(of), [was], [is]) = (row(line), was.as_slice(), is.as_slice())
            && was != is
        {
            let change = (of.to_owned(), was.clone(), is.clone());
            if !judgements.contains(&change) {
                judgements.push(change);
            }
        }
    }
    Changes { lines: new.len().max(lost), judgements }
}

/// Whether a table row lists a file with its checksum.
fn is_checksum(line: &str) -> bool {
    let last = line.trim_end().trim_end_matches('|').rsplit('|').next().unwrap_or("");
    let sum = last.trim().trim_matches('`');
    line.starts_with('|') && is_sum(sum)
}

/// Whether a word is a SHA-256.
fn is_sum(word: &str) -> bool {
    word.len() == 64 && word.bytes().all(|b| b.is_ascii_hexdigit())
}

/// The subject of a table row: its first cell.
fn row(line: &str) -> Option<&str> {
    line.trim_start_matches("> ").strip_prefix("| ")?.split_once(" |").map(|(text, _)| text)
}

/// The judgements in a line, without their offsets.
fn judgements_of(line: &str) -> Vec<String> {
    judgements(line).into_iter().map(|(_, judgement)| judgement).collect()
}

/// The original of an edited line; empty if there is none.
fn before<'t>(line: &str, gone: &[&'t str]) -> &'t str {
    let likeness = |other: &&&str| strsim::sorensen_dice(line, other);
    let likest = gone.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    likest.filter(|other| likeness(other) > ALIKE).copied().unwrap_or("")
}

/// Compares an edited nota with the generated text, line by line. A judgement or figure that is in
/// a changed line but not in its original is reported at its position, and so are a status and a
/// municipality that differ from the case.
pub fn compare_edited(
    written: (&Head, &str),
    edited_head: &Head,
    file: FileId,
    sources: &SourceMap,
    report: &mut Report,
) {
    let text = sources.text(file);
    compare_heads(written.0, edited_head, file, text, report);
    let (_, body) = split(text);
    let kept: BTreeSet<&str> = body.lines().map(str::trim_end).collect();
    let known: BTreeSet<&str> = written.1.lines().map(str::trim_end).collect();
    let gone: Vec<&str> = known.difference(&kept).copied().collect();
    let mut start = text.len() - body.len();
    for line in body.split_inclusive('\n') {
        let trimmed = line.trim_end();
        if !trimmed.is_empty() && !known.contains(trimmed) {
            changed_line(trimmed, &gone, Span { file, start, end: start + trimmed.len() }, report);
        }
        start += line.len();
    }
}

fn compare_heads(written: &Head, edited: &Head, file: FileId, text: &str, report: &mut Report) {
    let pairs = [
        ("status", &written.status, &edited.status),
        ("status-text", &written.status_text, &edited.status_text),
        ("municipality", &written.municipality, &edited.municipality),
    ];
    for (key, expected, found) in pairs {
        if expected != found {
            let start = text.find(&format!("\n{key}:")).map_or(0, |at| at + 1);
            let end = start + text.get(start..).and_then(|r| r.find('\n')).unwrap_or(0);
            let diagnostic = Diagnostic::at(Code::HeadEdited, Span { file, start, end })
                .with("key", key)
                .with("found", found)
                .with("expected", expected);
            report.push(diagnostic);
        }
    }
}

/// Reports the judgements and figures of a changed line that its original does not have.
fn changed_line(line: &str, gone: &[&str], span: Span, report: &mut Report) {
    let before = before(line, gone);
    let (was, is) = (judgements(before), judgements(line));
    for (at, judgement) in &is {
        if !was.iter().any(|(_, other)| other == judgement) {
            let place = span.part(*at, at + judgement.len());
            let none = || phrase("no-judgement-here").into();
            let expected = was.first().map_or_else(none, |(_, j)| Fact::from(j));
            let diagnostic = Diagnostic::at(Code::JudgementEdited, place);
            report.push(diagnostic.with("found", judgement).with("expected", expected));
        }
    }
    let was: Vec<&str> = figures(before).map(|(_, figure)| figure).collect();
    for (at, figure) in figures(line) {
        if !was.contains(&figure) {
            let place = span.part(at, at + figure.len());
            report.push(Diagnostic::at(Code::FigureEdited, place).with("value", figure));
        }
    }
}

/// The judgements in a line with their offsets: a symbol and its text.
fn judgements(line: &str) -> Vec<(usize, String)> {
    let mut out = Vec::new();
    for (at, symbol) in line.char_indices() {
        if !begins(symbol) || symbol.is_ascii_punctuation() {
            continue;
        }
        let rest = line.get(at..).unwrap_or("");
        let end = rest.find(|c: char| !c.is_alphabetic() && c != ' ' && c != symbol);
        out.push((at, rest.get(..end.unwrap_or(rest.len())).unwrap_or("").trim_end().to_owned()));
    }
    out
}

/// The numbers in a text with their offsets, including percent signs and separators. Digits in a
/// code (`D03`, `CA-1`), in a checksum or in the target of a link or image are not numbers.
fn figures(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let inside = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '%');
    let mut at = 0;
    text.split_inclusive(move |c: char| !inside(c))
        .filter_map(move |piece| {
            let start = at;
            at += piece.len();
            let token = piece.trim_end_matches(|c: char| !c.is_ascii_digit() && c != '%');
            let digits = token.find(|c: char| c.is_ascii_digit())?;
            Some((start + digits, token.get(digits..)?))
        })
        .filter(move |(start, _)| {
            let before = text.get(..*start).unwrap_or("");
            let code = before.strip_suffix('-').unwrap_or(before).ends_with(char::is_alphabetic);
            let target = before
                .rfind("](")
                .is_some_and(|at| before.get(at..).is_some_and(|rest| !rest.contains(')')));
            let word = |c: char| !c.is_ascii_alphanumeric();
            let from = before.rfind(word).map_or(0, |at| at + 1);
            let whole = text.get(from..).unwrap_or("").split(word).next().unwrap_or("");
            !code && !target && !is_sum(whole)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The codes and texts reported for an edited body.
    fn seen(written: &str, edited: &str) -> Vec<(Code, String)> {
        let head = Head { status: "fictief".into(), ..Head::default() };
        let changed = Head { status: "definitief".into(), ..head.clone() };
        let mut sources = SourceMap::default();
        let file = sources.add("nota.md", format!("{}\n{edited}", changed.write()));
        let mut report = Report::default();
        compare_edited((&head, written), &changed, file, &sources, &mut report);
        let found = report.sorted();
        let part = |d: &Diagnostic| d.span.map_or("", |s| sources.slice(s)).to_owned();
        found.iter().skip(1).map(|d| (d.code, part(d))).collect()
    }

    #[test]
    fn a_changed_judgement_or_figure_is_seen_wherever_it_stands() {
        let judgement = |text: &str| (Code::JudgementEdited, text.to_owned());
        let figure = |text: &str| (Code::FigureEdited, text.to_owned());
        assert_eq!(
            seen("| IB-2 | ○ voldoet niet |\n", "| IB-2 | ● voldoet |\n"),
            [judgement("● voldoet")]
        );
        assert_eq!(
            seen(
                "**Oordeel: ○ voldoet niet.** Er is niets.\n",
                "**Oordeel: ● voldoet.** Er is niets.\n"
            ),
            [judgement("● voldoet")]
        );
        // The number occurs elsewhere in the nota, but not in this line.
        assert_eq!(
            seen(
                "Er zijn 32 dossiers.\n\nDe formatie is 3,2 fte.\n",
                "Er zijn 32 dossiers.\n\nDe formatie is 32 fte.\n"
            ),
            [figure("32")]
        );
        assert_eq!(seen("Er is 45% van 12.\n", "Er was dus 45% van 12.\n"), []);
        // Neither a file name nor a code is a figure.
        assert_eq!(seen("![Kaart](kaart.png)\n", "![Kaart](kaart2.png) Zie D03 en CA-1.\n"), []);
    }

    #[test]
    fn a_label_that_was_edited_away_is_seen() {
        let head = Head { status: "fictief".into(), ..Head::default() };
        let changed = Head { status: "definitief".into(), ..head.clone() };
        let mut sources = SourceMap::default();
        let file = sources.add("nota.md", changed.write());
        let mut report = Report::default();
        compare_edited((&head, ""), &changed, file, &sources, &mut report);
        let places: Vec<&str> =
            report.iter().filter_map(|d| Some(sources.slice(d.span?))).collect();
        assert_eq!(places, ["status: \"definitief\""]);
    }
}
