//! Finds mistakes that Markdown ignores silently: superfluous cells, `#Heading` without a space, an
//! image whose path has a space, notes that a document cannot have. Fields and edited notas get the
//! same checks.

use super::notes::Notes;
use super::problem::{Problem, problem};
use crate::diagnostics::Code;
use comrak::nodes::{Node, NodeValue};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// The maximum number of `#` signs of a heading.
const MOST_SIGNS: usize = 6;

/// A text as typed, by line.
pub(super) struct Typed<'a> {
    lines: Vec<&'a str>,
}

impl<'a> Typed<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { lines: text.lines().collect() }
    }

    /// Whether the node is escaped by a backslash before it.
    fn escaped(&self, node: Node<'_>) -> bool {
        let start = node.data().sourcepos.start;
        let line = self.lines.get(start.line.saturating_sub(1));
        let before = line.and_then(|line| line.get(..start.column.saturating_sub(1)));
        before.is_some_and(|before| before.ends_with('\\'))
    }

    /// The line on which a node begins, from the node's first character on.
    fn line(&self, node: Node<'_>) -> &'a str {
        let start = node.data().sourcepos.start;
        let line = self.lines.get(start.line.saturating_sub(1));
        line.and_then(|line| line.get(start.column.saturating_sub(1)..)).unwrap_or("")
    }

    /// The parts of a node that would be lost or read as something else.
    pub(super) fn slips(&self, node: Node<'_>) -> Vec<Problem> {
        match &node.data().value {
            NodeValue::Document => self.notes(node),
            NodeValue::TableRow(_) => self.lost_cells(node).into_iter().collect(),
            NodeValue::Paragraph => self.no_table(node).into_iter().collect(),
            NodeValue::Text(text) => {
                let line = self.no_heading(node).or_else(|| self.no_callout(node));
                line.into_iter().chain(self.spaced_image(node, text)).collect()
            }
            _ => Vec::new(),
        }
    }

    fn lost_cells(&self, row: Node<'_>) -> Option<Problem> {
        let columns = match &row.parent()?.data().value {
            NodeValue::Table(table) => table.num_columns,
            _ => return None,
        };
        // comrak drops superfluous cells, so they are counted in the typed line.
        let cells = cells(self.line(row).trim_start_matches(['>', ' ', '\t']));
        let lost = cells.iter().skip(columns).any(|cell| !cell.trim().is_empty());
        let facts = vec![
            ("found", cells.len().to_string().into()),
            ("expected", columns.to_string().into()),
        ];
        lost.then(|| problem(row, Code::LostCells, facts))
    }

    /// Reports lines that were meant as a table.
    fn no_table(&self, paragraph: Node<'_>) -> Option<Problem> {
        let place = paragraph.data().sourcepos;
        let lines = self.lines.get(place.start.line.saturating_sub(1)..place.end.line)?;
        // In a paragraph, so Markdown saw no table. Two such rows were meant as one.
        let row = |line: &&&str| {
            let line = line.trim_start_matches(['>', ' ', '\t']);
            line.starts_with('|') && cells(line).len() > 1
        };
        let first = lines.iter().position(|line| row(&line))?;
        let rows = lines.iter().filter(row).count();
        let alone = self.lines.get(place.end.line..).unwrap_or_default();
        // One row, with another one after an empty line.
        let apart = alone.first().is_some_and(|line| line.trim().is_empty())
            && alone.get(1).is_some_and(|line| row(&line));
        let line = place.start.line + first;
        (rows > 1 || apart).then(|| Problem::of_line(Code::NoTable, line, vec![]))
    }

    /// Reports a line that was meant as the first one of a callout.
    fn no_callout(&self, node: Node<'_>) -> Option<Problem> {
        let kind = self.line(node).strip_prefix("[!")?.split_once(']')?.0;
        let word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        let meant = kind.starts_with(char::is_alphabetic) && kind.chars().all(word);
        let facts = vec![("problem", "text".into()), ("value", format!("[!{kind}]").into())];
        (begins_line(node) && meant).then(|| problem(node, Code::CalloutMisread, facts))
    }

    /// Reports a line that was meant as a heading.
    fn no_heading(&self, node: Node<'_>) -> Option<Problem> {
        let line = self.line(node);
        let rest = line.trim_start_matches('#');
        let signs = line.len() - rest.len();
        let next = rest.chars().next();
        // Markdown does not accept a non-breaking space after the signs.
        let hard = |c: char| c.is_whitespace() && !matches!(c, ' ' | '\t');
        // A single `#` before a lower-case word or a digit is a tag or a number.
        let meant = match signs {
            0 => false,
            1 => next.is_some_and(|c| c.is_uppercase() || hard(c)),
            _ => signs > MOST_SIGNS || next.is_some_and(|c| !c.is_whitespace() || hard(c)),
        };
        (begins_line(node) && meant && !self.escaped(node))
            .then(|| problem(node, Code::NoHeading, vec![]))
    }

    fn spaced_image(&self, node: Node<'_>, text: &str) -> Option<Problem> {
        let image = text.get(text.find("![")?..)?;
        let (alt, rest) = image.split_once("](")?;
        let path = rest.get(..rest.rfind(')')?)?;
        // `text` has its escapes and entities resolved; the path counts only if it was typed like
        // this.
        let typed = self.line(node).contains(&format!("{alt}]({path}"));
        let bare = path.trim_matches(['<', '>', '"', ' ']).replace('\\', "/");
        let expected = format!("{alt}](<{bare}>)");
        let facts = vec![
            ("problem", "space".into()),
            ("value", path.into()),
            ("expected", expected.into()),
        ];
        (typed && path.contains(' ') && !self.escaped(node))
            .then(|| problem(node, Code::ImageUnseen, facts))
    }

    /// Notes that would be lost, references without a note, and misspelt images, outside code.
    fn notes(&self, root: Node<'_>) -> Vec<Problem> {
        let notes = Notes::of(root);
        let found = notes.places();
        let code: Vec<(usize, usize)> = root
            .descendants()
            .filter(|n| {
                matches!(n.data().value, NodeValue::CodeBlock(_) | NodeValue::FrontMatter(_))
            })
            .map(|n| (n.data().sourcepos.start.line, n.data().sourcepos.end.line))
            .collect();
        let mut out = notes.problems();
        for (index, line) in self.lines.iter().enumerate() {
            let number = index + 1;
            if code.iter().any(|(first, last)| (*first..=*last).contains(&number)) {
                continue;
            }
            out.extend(odd_image(line).map(|(place, path)| Problem {
                code: Code::ImageUnseen,
                line: number,
                column: place.start + 1,
                last: Some(place.end),
                facts: vec![("problem", "spelling".into()), ("value", path.into())],
            }));
            // comrak leaves a reference without a note as text, so it has no node.
            let lost =
                marks(line).into_iter().filter(|(at, ..)| !found.contains(&(number, at + 1)));
            for (at, length, kind) in lost {
                let label = line.get(at..at + length).unwrap_or("");
                out.push(Problem {
                    code: Code::NoteUnset,
                    line: number,
                    column: at + 1,
                    last: Some(at + length),
                    facts: vec![("problem", kind.into()), ("value", label.into())],
                });
            }
        }
        out
    }
}

/// Whether a text is the first one on a line of a paragraph.
fn begins_line(node: Node<'_>) -> bool {
    let paragraph = node.parent().is_some_and(|p| matches!(p.data().value, NodeValue::Paragraph));
    paragraph
        && node.previous_sibling().is_none_or(|before| {
            matches!(before.data().value, NodeValue::SoftBreak | NodeValue::LineBreak)
        })
}

/// Images in wiki syntax, or with a mistake in their brackets; the group is the path.
static ODD_IMAGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let path = r"(?<path>[^)\]|]+\.(?i:png|jpe?g|svg|gif|webp))";
    let wiki = format!(r"!\[\[{path}[^\]]*\]\]");
    let apart = format!(r"! ?\[[^\]]*\] ?\({path}\)");
    let turned = format!(r"!\([^)]*\)\[{path}\]");
    let open = format!(r"!\[[^\]]*\]\({path}\s*$");
    Regex::new(&[wiki, apart, turned, open].join("|").replace("?<path>", "")).ok()
});

/// The first such image in a line, unless it is in code or escaped.
fn odd_image(line: &str) -> Option<(Range<usize>, &str)> {
    // Few lines have an exclamation mark before a bracket, so this saves most searches.
    if !["![", "! [", "!("].iter().any(|begin| line.contains(begin)) {
        return None;
    }
    let found = ODD_IMAGE.as_ref()?.captures_iter(line).find(|found| {
        let whole = found.get(0).map_or("", |whole| whole.as_str());
        // A correct image also matches the second pattern.
        !(whole.starts_with("![") && whole.contains("](") && whole.ends_with(')'))
    })?;
    let (whole, path) = (found.get(0)?, found.iter().skip(1).flatten().next()?);
    let before = line.get(..whole.start())?;
    let code = before.matches('`').count() % 2 == 1;
    (!code && !before.ends_with('\\')).then(|| (whole.range(), path.as_str()))
}

/// The cells of a row; an escaped bar is text.
fn cells(row: &str) -> Vec<&str> {
    let row = row.trim();
    let mut bars = Vec::new();
    let mut escaped = false;
    for (at, sign) in row.char_indices() {
        if sign == '|' && !escaped {
            bars.push(at);
        }
        escaped = sign == '\\' && !escaped;
    }
    let mut start = 0;
    let mut out = Vec::new();
    for bar in bars {
        if bar > 0 {
            out.extend(row.get(start..bar));
        }
        start = bar + 1;
    }
    out.extend(row.get(start..).filter(|last| !last.is_empty()));
    out
}

/// The first reference to a note in a text that is not Markdown.
#[must_use]
pub fn refers_to_note(text: &str) -> Option<&str> {
    let known = marks(text).into_iter().find(|(.., kind)| *kind == "unknown");
    known.and_then(|(at, length, _)| text.get(at..at + length))
}

/// Apparent references to notes: first byte, length, and the kind of problem if it is not a real
/// one. References in code are skipped.
fn marks(line: &str) -> Vec<(usize, usize, &'static str)> {
    let mark = |open: &str, at: usize| {
        let before = line.get(..at)?;
        // An odd number of backticks before it: within code.
        let in_code = before.matches('`').count() % 2 == 1;
        let rest = line.get(at + open.len()..)?;
        let end = rest.find(']').filter(|end| *end > 0)?;
        let label = rest.get(..end)?;
        let kind = match open {
            "^[" => "inline",
            _ if label.contains(char::is_whitespace) => "spaced",
            _ => "unknown",
        };
        // `^[` must have several words: `10^[2]` is not a note.
        let meant = label.trim_start() == label && (open != "^[" || label.contains(' '));
        let length = end + open.len() + 1;
        (meant && !in_code && !before.ends_with('\\')).then_some((at, length, kind))
    };
    let of =
        |open: &'static str| line.match_indices(open).filter_map(move |(at, _)| mark(open, at));
    of("[^").chain(of("^[")).collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::Code;
    use crate::markdown::{Problem, field, parse, plain};

    /// The codes and places of problems in a field; checks that a whole document gives the same.
    fn slips_in(text: &str) -> Vec<(Code, usize, usize)> {
        let placed = |problems: Vec<Problem>| -> Vec<(Code, usize, usize)> {
            problems.iter().map(|p| (p.code, p.line, p.column)).collect()
        };
        let (in_field, in_document) = (placed(field(text).problems), placed(parse(text).problems));
        assert_eq!(in_field, in_document, "{text:?}");
        in_field
    }

    #[test]
    fn a_cell_too_many_is_told_and_a_row_too_short_is_not() {
        let table = "| a | b |\n|---|---|\n";
        assert_eq!(slips_in(&format!("{table}| 1 | 2 | weg |\n")), [(Code::LostCells, 3, 1)]);
        assert_eq!(slips_in(&format!("{table}1 | 2 | weg\n")), [(Code::LostCells, 3, 1)]);
        for row in ["| 1 |", "| 1 | 2 |", "| 1 | 2 | |", "| 1 \\| 2 | 3 |", "| `1 \\| 2` | 3", ""] {
            assert_eq!(slips_in(&format!("{table}{row}\n")), [], "{row}");
        }
        assert_eq!(slips_in("> | a | b |\n> |---|---|\n> | 1 | 2 |\n"), []);
        assert_eq!(slips_in("> | a | b |\n> |---|---|\n> | 1 | 2 | weg |\n").len(), 1);
        assert_eq!(slips_in("- punt\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n"), []);
    }

    #[test]
    fn bars_that_make_no_table_are_told() {
        for text in [
            "| a | b |\n|—|—|\n| 1 | 2 |",
            "| a | b |\n| 1 | 2 |",
            "| a | b | c |\n|---|---|\n| 1 | 2 | 3 |",
            "| a | b |\n\n|---|---|\n\n| 1 | 2 |",
            "> | a | b |\n> | 1 | 2 |",
        ] {
            assert!(slips_in(text).iter().any(|(code, ..)| *code == Code::NoTable), "{text}");
        }
        for text in ["a | b\n| of c |", "| x | is de waarde", "| a | b |\n|---|---|\n| 1 | 2 |"] {
            assert_eq!(slips_in(text), [], "{text}");
        }
    }

    #[test]
    fn a_heading_without_a_space_is_told_and_a_number_sign_is_not() {
        for text in ["###Kop", "#Kop", "####### zeven", "tekst\n##Kop", "#\u{a0}Kop", "##\u{a0}5"] {
            let last = text.lines().count();
            assert_eq!(slips_in(text), [(Code::NoHeading, last, 1)], "{text}");
        }
        for text in ["\\###Kop", "#5 van de lijst", "#metoo", "C#Kop", "tekst ##Kop"] {
            assert_eq!(slips_in(text), [], "{text}");
        }
    }

    #[test]
    fn an_image_that_markdown_does_not_see_is_told() {
        assert_eq!(slips_in("![Haven](fotos/mijn foto (1).png)"), [(Code::ImageUnseen, 1, 1)]);
        for text in [
            "Zie ![[kaart.png|300]].",
            "Zie ![Kaart] (fotos/kaart.png).",
            "Zie ! [Kaart](fotos/kaart.png).",
            "Zie !(Kaart)[fotos/kaart.png].",
            "Zie ![Kaart](fotos/kaart.png",
        ] {
            assert_eq!(slips_in(text), [(Code::ImageUnseen, 1, 5)], "{text}");
        }
        assert_eq!(
            slips_in("Zie \\![[kaart.png]] en `![[kaart.png]]` en [[kaart]], mooi! [Zie](a.nl)"),
            []
        );
        assert_eq!(slips_in("\\![Haven](fotos/mijn foto.png)"), []);
    }

    #[test]
    fn a_note_that_would_be_lost_and_a_reference_without_one_are_told() {
        let of = |text: &str| -> Vec<(usize, usize, String)> {
            let problems = field(text).problems;
            assert_eq!(slips_in(text).len(), problems.len());
            let kind = |p: &Problem| format!("{:?}", p.facts[0].1);
            problems.iter().map(|p| (p.line, p.column, kind(p))).collect()
        };
        for (text, line, column, kind) in [
            ("Tekst[^1] en `[^a-z]`.", 1, 6, "unknown"),
            ("| a |\n|---|\n| b[^1] |\n", 3, 4, "unknown"),
            ("Tekst.\n\n[^los]: Noot.\n", 3, 1, "unused"),
            ("Tekst.[^noot A]", 1, 7, "spaced"),
            ("Tekst.^[met een noot]", 1, 7, "inline"),
            ("Tekst.[^1]\n\n[^1]: Noot.\n\n[^1]: Andere noot.\n", 5, 1, "twice"),
            ("Tekst.[^1]\n\n[^1]:\n", 3, 1, "empty"),
            ("[Link[^1]](https://a.nl).\n\n[^1]: Noot.\n", 1, 6, "link"),
            ("Een.[^1] Twee.[^2]\n\n[^1]: Zie ook.[^2]\n\n[^2]: Noot.\n", 3, 15, "note"),
        ] {
            assert_eq!(of(text), [(line, column, format!("Text({kind:?})"))], "{text}");
        }
        let heading = "# Kop[^1]\n\n[^1]: Noot.\n";
        let in_heading = parse(heading).problems;
        assert_eq!(in_heading.len(), 1);
        assert_eq!((in_heading[0].code, in_heading[0].column), (Code::NoteUnset, 6));
        for text in [
            "```\n[^1]\n```\n\nTekst\\[^1].",
            "Een.[^1] Nog eens.[^1]\n\n[^1]: Noot.\n",
            "| a |\n|---|\n| b[^1] |\n\n[^1]: Noot.\n",
            "- punt[^A]\n\n  [^a]: Noot.\n",
            "Een.[^1]\n\n[^1]: Noot.\n\n[^1]: Noot.\n",
        ] {
            assert_eq!(slips_in(text), [], "{text}");
        }
    }

    #[test]
    fn a_single_tilde_is_a_tilde_and_a_star_within_words_is_a_star() {
        for (text, shown) in [
            ("hangt op ~3 zaken, van 2~4 fte", "hangt op ~3 zaken, van 2~4 fte"),
            ("H~2~O, a ~ b", "H~2~O, a ~ b"),
            ("~a~ en ~b *c* d~", "~a~ en ~b c d~"),
            ("Van 2*4 fte en 3*4 fte.", "Van 2*4 fte en 3*4 fte."),
            ("2*4*6*8 en a*b*c en 2**4 en 3**4", "2*4*6*8 en a*b*c en 2**4 en 3**4"),
            ("*let op*, Ver*schuur* en *on*der, **vet**: 3", "let op, Verschuur en onder, vet: 3"),
        ] {
            let seen = |text: &str| match &parse(text).blocks[0] {
                crate::markdown::Block::Para { c } => plain(c),
                other => format!("{other:?}"),
            };
            assert_eq!(seen(text), shown);
            assert_eq!(seen(&field(text).markdown), shown, "by way of a field");
        }
        assert_eq!(field("~~weg~~").markdown, "~~weg~~");
    }
}
