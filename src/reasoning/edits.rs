//! Manual changes to a nota that affect a judgement or a figure; and differences between what a
//! case gives now and what it gave when its nota was made.

use super::figures::{figures, is_sum, judgements};
use crate::diagnostics::{Code, Diagnostic, Fact, FileId, Report, SourceMap, Span, phrase};
use crate::markdown::{Head, Kind, split};
use diffy::{DiffOptions, Line};
use std::collections::{BTreeMap, BTreeSet};

/// Minimum similarity of two lines for one to count as an edit of the other.
const ALIKE: f64 = 0.5;

/// Most characters of a line that a message quotes.
const SHOWN: usize = 60;

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
        let before = before(line, &gone).map_or("", |(_, line)| line);
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

/// The subject of a table row: its first cell.
fn row(line: &str) -> Option<&str> {
    line.trim_start_matches("> ").strip_prefix("| ")?.split_once(" |").map(|(text, _)| text)
}

/// The judgements in a line, without their offsets.
fn judgements_of(line: &str) -> Vec<String> {
    judgements(line).into_iter().map(|(_, judgement)| judgement).collect()
}

/// The original of an edited line among those that are gone, with its index.
fn before<'t>(line: &str, gone: &[&'t str]) -> Option<(usize, &'t str)> {
    let likeness = |other: &str| strsim::sorensen_dice(line, other);
    let each = gone.iter().copied().enumerate();
    let likest = each.max_by(|(_, a), (_, b)| likeness(a).total_cmp(&likeness(b)));
    likest.filter(|(_, other)| likeness(other) > ALIKE)
}

/// The lines of an edited text that the generated one does not have, and the other way round. A
/// line that only moved, or that has other white space at its end, is neither.
#[derive(Default)]
struct Difference<'t> {
    new: Vec<(Span, &'t str)>,
    /// Each with the last line of text before it that is still there.
    gone: Vec<(Span, &'t str)>,
}

/// Compares a generated text with the edited one, which begins at `start` in its file.
fn difference<'t>(
    written: &'t str,
    edited: &'t str,
    (file, start): (FileId, usize),
) -> Difference<'t> {
    let count = |text: &'t str| {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        text.lines().for_each(|line| *counts.entry(line.trim_end()).or_default() += 1);
        counts
    };
    let (in_written, in_edited) = (count(written), count(edited));
    let more = |line: &str, here: &BTreeMap<&str, usize>, there: &BTreeMap<&str, usize>| {
        !line.is_empty() && here.get(line) > there.get(line)
    };
    let mut options = DiffOptions::new();
    // All lines in one hunk.
    options.set_context_len(written.lines().count() + edited.lines().count());
    let patch = options.create_patch(written, edited);
    let mut out = Difference::default();
    let mut last = Span { file, start, end: start };
    let (mut at_written, mut at_edited) = (0, 0);
    let part =
        |text: &'t str, at: usize, length| text.get(at..at + length).unwrap_or("").trim_end();
    for line in patch.hunks().iter().flat_map(|hunk| hunk.lines()) {
        let (Line::Context(typed) | Line::Insert(typed) | Line::Delete(typed)) = *line;
        if let Line::Delete(_) = line {
            let text = part(written, at_written, typed.len());
            if more(text, &in_written, &in_edited) {
                out.gone.push((last, text));
            }
            at_written += typed.len();
            continue;
        }
        let text = part(edited, at_edited, typed.len());
        let from = start + at_edited;
        let span = Span { file, start: from, end: from + text.len() };
        at_edited += typed.len();
        if text.contains(char::is_alphanumeric) {
            last = span;
        }
        match line {
            Line::Insert(_) if more(text, &in_edited, &in_written) => out.new.push((span, text)),
            Line::Insert(_) => {}
            _ => at_written += typed.len(),
        }
    }
    out
}

/// Compares an edited nota with the generated text, line by line. Reported at their position are a
/// judgement, a response or a figure in a changed line that its original does not have; judgements
/// and responses that were removed; and a status and a municipality that differ from the case.
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
    let Difference { new, gone } = difference(written.1, body, (file, text.len() - body.len()));
    let originals: Vec<&str> = gone.iter().map(|(_, line)| *line).collect();
    let mut edited = BTreeSet::new();
    for (span, line) in new {
        let original = before(line, &originals);
        edited.extend(original.map(|(index, _)| index));
        changed_line(line, original.map_or("", |(_, line)| line), span, report);
    }
    let mut removed: BTreeMap<Span, Vec<String>> = BTreeMap::new();
    for (_, (place, line)) in gone.iter().enumerate().filter(|(n, _)| !edited.contains(n)) {
        let judgements = judgements_of(line);
        let each = judgements.iter().map(|judgement| of(line, judgement));
        removed.entry(*place).or_default().extend(each);
    }
    removed.into_iter().for_each(|(place, judgements)| missing(place, &judgements, report));
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

/// A judgement with what it is about: the subject of its table row, or else the line.
fn of(line: &str, judgement: &str) -> String {
    match row(line) {
        Some(subject) => format!("{subject}: {judgement}"),
        None => line.trim_start_matches(['>', ' ']).chars().take(SHOWN).collect(),
    }
}

/// Reports judgements that were removed.
fn missing(place: Span, judgements: &[String], report: &mut Report) {
    if let Some(first) = judgements.first() {
        let problem = if judgements.len() > 1 { "several" } else { "removed" };
        let diagnostic = Diagnostic::at(Code::JudgementEdited, place).with("problem", problem);
        let diagnostic = diagnostic.with("count", judgements.len().to_string());
        report.push(diagnostic.with("expected", first));
    }
}

/// Reports the judgements and figures of a changed line that its original does not have, and the
/// judgements that it lost.
fn changed_line(line: &str, before: &str, span: Span, report: &mut Report) {
    let (was, is) = (judgements(before), judgements(line));
    for (at, judgement) in &is {
        if !was.iter().any(|(_, other)| other == judgement) {
            let place = span.part(*at, at + judgement.len());
            let none = || phrase("no-judgement-here").into();
            let expected = was.first().map_or_else(none, |(_, j)| Fact::from(j));
            let diagnostic = Diagnostic::at(Code::JudgementEdited, place).with("problem", "other");
            report.push(diagnostic.with("found", judgement).with("expected", expected));
        }
    }
    if is.len() < was.len() {
        let lost = was.into_iter().filter(|(_, j)| !is.iter().any(|(_, other)| other == j));
        let lost: Vec<String> = lost.map(|(_, judgement)| of(before, &judgement)).collect();
        missing(span, &lost, report);
    }
    let was: Vec<&str> = figures(before).into_iter().map(|(_, figure)| figure).collect();
    for (at, figure) in figures(line) {
        if !was.contains(&figure) {
            let place = span.part(at, at + figure.len());
            let kind = if figure.contains(char::is_alphabetic) { "date" } else { "number" };
            let diagnostic = Diagnostic::at(Code::FigureEdited, place).with("kind", kind);
            report.push(diagnostic.with("value", figure));
        }
    }
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
    fn a_changed_response_or_date_is_seen_also_where_the_same_line_stands_elsewhere() {
        let margin = |date: &str, first: &str, second: &str| {
            let note = "> [!kantlijn] Termijn en reactie";
            format!("{note}\n> uiterlijk {date}\n>\n> {first}\n\nTekst.\n\n{note}\n> {second}\n")
        };
        let written = margin("mei 2027", "overgenomen", "deels overgenomen");
        let both = margin("juni 2027", "overgenomen", "overgenomen");
        assert_eq!(
            seen(&written, &both),
            [
                (Code::FigureEdited, "juni 2027".to_owned()),
                (Code::JudgementEdited, "overgenomen".to_owned())
            ]
        );
    }

    #[test]
    fn a_removed_judgement_is_seen_after_the_line_that_is_left_and_a_moved_one_is_not() {
        let rows =
            ["| IB-2 | ○ voldoet niet |", "| IB-8 | Elke vier jaar | ● voldoet |", "Dat is alles."];
        let [first, second, last] = rows;
        let written = rows.join("\n");
        let removed = |line: &str| [(Code::JudgementEdited, line.to_owned())];
        assert_eq!(seen(&written, &format!("{first}\n{last}")), removed(first));
        assert_eq!(
            seen(&written, &format!("{first}\n| IB-8 | Elke vier jaar | |\n{last}")),
            removed("| IB-8 | Elke vier jaar | |")
        );
        assert_eq!(seen(&written, &format!("{second}\n{first}\n{last}  ")), []);
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
