//! Numbers the paragraphs that respondents check, so that they can refer to one.
//!
//! A number consists of the code of what the paragraph is about (a finding, a norm) and a count
//! within it: `B-CA-2.1`. So it stays the same where the text around it moves. A template marks
//! where a code begins with a line `[[B-CA-2]]`, which holds to the next heading.

use super::callout::MARGIN;
use super::options;
use super::tree::{Block, Inline};
use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, parse_document};
use std::collections::BTreeMap;

/// A paragraph that has a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbered {
    /// The code and the count within it: `B-CA-2.1`.
    pub number: String,
    /// The paragraph with the list or table below it, in Markdown and without its number.
    pub text: String,
}

impl Numbered {
    /// The code before the count.
    fn code(&self) -> &str {
        self.number.rsplit_once('.').map_or("", |(code, _)| code)
    }

    fn count(&self) -> usize {
        self.number.rsplit_once('.').and_then(|(_, count)| count.parse().ok()).unwrap_or(0)
    }
}

/// A paragraph in the Markdown that will have a number.
struct Place {
    code: String,
    /// Its first line, from 0, and the column in bytes at which it begins.
    line: usize,
    column: usize,
    /// The line after its last one.
    end: usize,
}

/// Puts a number before each paragraph below a mark, and removes the marks; returns the new
/// Markdown and the paragraphs. Those that were sent before keep their numbers.
///
/// List items belong to the paragraph above them; a note in the margin, an image and a footnote are
/// no paragraphs.
#[must_use]
pub fn number_paragraphs(text: &str, sent: &[Numbered]) -> (String, Vec<Numbered>) {
    let arena = Arena::new();
    let root = parse_document(&arena, text, &options(true));
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let (places, notes) = places(root, &lines);
    let mut by_code: BTreeMap<&str, Vec<&Place>> = BTreeMap::new();
    places.iter().for_each(|place| by_code.entry(&place.code).or_default().push(place));
    let mut paragraphs = BTreeMap::new();
    for (code, places) in by_code {
        let texts: Vec<String> = places.iter().map(|place| of(place, &lines, &notes)).collect();
        let old: Vec<&Numbered> = sent.iter().filter(|old| old.code() == code).collect();
        let counts = counts(&texts, &old);
        for ((place, text), count) in places.into_iter().zip(texts).zip(counts) {
            let number = format!("{code}.{count}");
            paragraphs.insert(place.line, (place.column, Numbered { number, text }));
        }
    }
    let mut out = String::with_capacity(text.len() + 16 * paragraphs.len());
    let mut marked = false;
    for (index, line) in lines.iter().enumerate() {
        // A mark goes with the empty line below it.
        let was_marked = std::mem::replace(&mut marked, mark(line).is_some());
        match paragraphs.get(&index) {
            Some((column, Numbered { number, .. })) => {
                let (before, after) = line.split_at_checked(*column).unwrap_or(("", line));
                out.push_str(&format!("{before}\\[{number}\\] {after}"));
            }
            None if marked || (was_marked && line.trim().is_empty()) => {}
            None => out.push_str(line),
        }
    }
    (out, paragraphs.into_values().map(|(_, numbered)| numbered).collect())
}

/// The code in a line that is a mark. Square brackets in typed text have a backslash.
fn mark(line: &str) -> Option<&str> {
    line.trim_end().strip_prefix("[[")?.strip_suffix("]]")
}

/// The paragraphs below marks, and the lines of notes in the margin.
fn places<'a>(root: &'a AstNode<'a>, lines: &[&str]) -> (Vec<Place>, Vec<(usize, usize)>) {
    let mut code = None;
    let (mut places, mut notes): (Vec<Place>, Vec<_>) = (Vec::new(), Vec::new());
    for node in root.descendants() {
        let data = node.data();
        let line = data.sourcepos.start.line.saturating_sub(1);
        let beside = matches!(&data.value, NodeValue::Callout(c) if c.callout_type == MARGIN);
        if beside {
            notes.push((line, data.sourcepos.end.line));
        }
        let heading = matches!(data.value, NodeValue::Heading(_));
        // What stands in a frame has numbers of its own.
        let framed = matches!(data.value, NodeValue::Callout(_) | NodeValue::BlockQuote);
        if framed && !beside {
            close(&mut places, line);
        }
        let marked = lines.get(line).and_then(|line| mark(line));
        let paragraph = matches!(data.value, NodeValue::Paragraph);
        if heading || (paragraph && marked.is_some()) {
            code = marked.map(str::to_owned);
            close(&mut places, line);
        } else if paragraph
            && let Some(code) = &code
            && is_text(node)
        {
            close(&mut places, line);
            let column = data.sourcepos.start.column - 1;
            places.push(Place { code: code.clone(), line, column, end: 0 });
        }
    }
    close(&mut places, lines.len());
    (places, notes)
}

/// Ends the last paragraph, if it is still open, before a line.
fn close(places: &mut [Place], line: usize) {
    places.iter_mut().filter(|place| place.end == 0).for_each(|place| place.end = line);
}

/// Whether a paragraph is text by itself: no image, and not part of a list, a footnote, a title or
/// a note in the margin.
fn is_text<'a>(node: &'a AstNode<'a>) -> bool {
    let apart = node.ancestors().any(|above| match &above.data().value {
        NodeValue::Item(_) | NodeValue::CalloutTitle | NodeValue::FootnoteDefinition(_) => true,
        NodeValue::Callout(callout) => callout.callout_type == MARGIN,
        _ => false,
    });
    let first = node.first_child().map(|child| child.data().value.clone());
    !apart && !matches!(first, None | Some(NodeValue::Image(_)))
}

/// The text of a paragraph and of what belongs to it, without the signs of a quotation.
fn of(place: &Place, lines: &[&str], notes: &[(usize, usize)]) -> String {
    let beside = |line: usize| notes.iter().any(|(from, to)| (*from..*to).contains(&line));
    let own = (place.line..place.end).filter(|line| !beside(*line));
    let text: Vec<&str> = own
        .filter_map(|line| lines.get(line))
        .map(|line| line.trim_start_matches(['>', ' ']).trim_end())
        .collect();
    text.join("\n").trim().to_owned()
}

/// The count of each paragraph of one code. A text that was sent keeps its count; one in the place
/// of a text that was sent takes that one's; any other gets the next that was never used.
fn counts(texts: &[String], sent: &[&Numbered]) -> Vec<usize> {
    let mut free: Vec<bool> = sent.iter().map(|_| true).collect();
    let mut kept: Vec<Option<usize>> = Vec::new();
    for text in texts {
        let same = (0..sent.len()).find(|i| {
            free.get(*i) == Some(&true) && sent.get(*i).is_some_and(|old| old.text == *text)
        });
        same.into_iter().for_each(|i| free.iter_mut().skip(i).take(1).for_each(|f| *f = false));
        kept.push(same);
    }
    let mut next = sent.iter().map(|old| old.count()).max().unwrap_or(0);
    let mut after = 0;
    let mut out = Vec::new();
    for same in kept {
        let taken = same.or_else(|| Some(after).filter(|i| free.get(*i) == Some(&true)));
        let old = taken.and_then(|i| {
            free.iter_mut().skip(i).take(1).for_each(|f| *f = false);
            after = i + 1;
            sent.get(i)
        });
        out.push(old.map_or_else(
            || {
                next += 1;
                next
            },
            |old| old.count(),
        ));
    }
    out
}

/// Takes the numbers out of the text of paragraphs again, so that each form shows them as such.
pub fn read_numbers(blocks: &mut [Block]) {
    for block in blocks {
        match block {
            Block::Quote { c } | Block::Callout { c, .. } => read_numbers(c),
            Block::Para { c } => {
                let Some(Inline::Text { v }) = c.first() else { continue };
                let Some((n, rest)) = leading_number(v) else { continue };
                let (n, rest) = (n.to_owned(), rest.to_owned());
                let rest = (!rest.is_empty()).then_some(Inline::Text { v: rest });
                c.splice(..1, std::iter::once(Inline::Number { n }).chain(rest));
            }
            _ => {}
        }
    }
}

/// The number in brackets at the begin of a text, and the text after it.
#[must_use]
pub fn leading_number(text: &str) -> Option<(&str, &str)> {
    let (number, rest) = text.strip_prefix('[')?.split_once(']')?;
    let (code, count) = number.rsplit_once('.')?;
    let fits = !code.is_empty() && !code.contains(char::is_whitespace);
    let fits = fits && !count.is_empty() && count.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| (number, rest.trim_start_matches([' ', '\u{a0}'])))
}

#[cfg(test)]
mod tests {
    use super::{Numbered, leading_number, number_paragraphs};

    fn numbered(text: &str, sent: &[(&str, &str)]) -> (String, Vec<(String, String)>) {
        let sent = sent.iter().map(|(number, text)| Numbered {
            number: (*number).to_owned(),
            text: (*text).to_owned(),
        });
        let (text, paragraphs) = number_paragraphs(text, &sent.collect::<Vec<_>>());
        (text, paragraphs.into_iter().map(|p| (p.number, p.text)).collect())
    }

    #[test]
    fn paragraphs_below_a_mark_are_numbered_but_not_those_in_lists_tables_or_margins() {
        let text = "> Vooraf.\n\n# Kop\n\nVrij.\n\n## N-1\n\n[[N-1]]\n\nEen\ntwee.\n\n\
                    > [!norm] Titel\n> In een kader.\n\n- punt\n\n  meer\n\n\
                    | a |\n|---|\n| b |\n\n![wat](x.svg \"y\")\n\n> [!kantlijn] Bronnen\n> D1\n\n\
                    ### B1\n\n[[B1]]\n\n**Vet** begin.\n\n# Slot\n\nVrij.\n";
        let out = "> Vooraf.\n\n# Kop\n\nVrij.\n\n## N-1\n\n\\[N-1.1\\] Een\ntwee.\n\n\
                   > [!norm] Titel\n> \\[N-1.2\\] In een kader.\n\n- punt\n\n  meer\n\n\
                   | a |\n|---|\n| b |\n\n![wat](x.svg \"y\")\n\n> [!kantlijn] Bronnen\n> D1\n\n\
                   ### B1\n\n\\[B1.1\\] **Vet** begin.\n\n# Slot\n\nVrij.\n";
        let (found, paragraphs) = numbered(text, &[]);
        assert_eq!(found, out);
        let kept: Vec<(&str, &str)> =
            paragraphs.iter().map(|(n, t)| (n.as_str(), t.as_str())).collect();
        let list = "In een kader.\n\n- punt\n\nmeer\n\n| a |\n|---|\n| b |\n\n![wat](x.svg \"y\")";
        assert_eq!(kept, [("N-1.1", "Een\ntwee."), ("N-1.2", list), ("B1.1", "**Vet** begin.")]);
    }

    #[test]
    fn a_number_that_was_sent_stays_with_its_text() {
        let sent = [("B1.1", "Een."), ("B1.2", "Twee."), ("B1.3", "Drie."), ("B2.1", "Elders.")];
        let numbers = |texts: &[&str]| {
            let text = format!("# K\n\n[[B1]]\n\n{}\n", texts.join("\n\n"));
            numbered(&text, &sent).1.into_iter().map(|(n, _)| n).collect::<Vec<_>>()
        };
        assert_eq!(numbers(&["Een.", "Twee.", "Drie."]), ["B1.1", "B1.2", "B1.3"]);
        // Moved, new in between, changed, gone.
        assert_eq!(numbers(&["Drie.", "Een.", "Twee."]), ["B1.3", "B1.1", "B1.2"]);
        assert_eq!(
            numbers(&["Een.", "Nieuw.", "Twee.", "Drie."]),
            ["B1.1", "B1.4", "B1.2", "B1.3"]
        );
        assert_eq!(numbers(&["Een.", "Twee, maar anders.", "Drie."]), ["B1.1", "B1.2", "B1.3"]);
        assert_eq!(numbers(&["Een.", "Drie.", "Slot."]), ["B1.1", "B1.3", "B1.4"]);
        assert_eq!(numbers(&["Anders.", "Twee."]), ["B1.1", "B1.2"]);
    }

    #[test]
    fn a_number_is_read_back_and_other_brackets_are_not() {
        assert_eq!(leading_number("[B-CA-2.1] De raad"), Some(("B-CA-2.1", "De raad")));
        for text in ["[1] De raad", "[zie 2.1] De raad", "[B1.] x", "[.1] x", "De [B1.1]"] {
            assert_eq!(leading_number(text), None, "{text}");
        }
    }
}
