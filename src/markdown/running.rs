//! Extracts the running text of a Markdown field, each byte with the place where it was typed.

use super::field::is_paragraph;
use super::marks::typed_sign;
use super::{INLINE_NESTING, MOST_NESTING, options};
use comrak::nodes::{Node, NodeValue};
use comrak::{Arena, parse_document};

/// Placeholder for a part that is not running text: code, a web address.
pub const NO_WORDS: char = '\u{FFFC}';

/// The maximum length of the name of an HTML entity.
const LONGEST_ENTITY: usize = 31;

/// More levels than a valid field has: two for each list, plus those of its inlines.
const MOST_LEVELS: usize = 3 * MOST_NESTING + 2 * INLINE_NESTING;

/// The text of a paragraph, a list item or a table cell, which is read as a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Passage {
    /// The text without Markdown syntax. A forced line break is `\n`.
    pub text: String,
    /// For each byte of `text`, the byte range in the field in which its character was typed.
    pub places: Vec<(usize, usize)>,
}

impl Passage {
    /// A passage of a text without Markdown syntax: each character is where it was typed.
    #[must_use]
    pub fn plain(text: &str) -> Self {
        let mut out = Self::default();
        for (at, character) in text.char_indices() {
            let read = if character.is_whitespace() { ' ' } else { character };
            out.push(read, (at, at + character.len_utf8()));
        }
        out
    }

    /// The passage of a paragraph without signs of Markdown.
    fn of_paragraph(text: &str) -> Self {
        let mut out = Self::default();
        for (at, character) in text.char_indices() {
            let read = if character == '\n' { ' ' } else { character };
            out.push(read, (at, at + character.len_utf8()));
        }
        out
    }

    /// The range in the field in which the bytes from `start` to `end` of the text were typed.
    #[must_use]
    pub fn typed(&self, start: usize, end: usize) -> (usize, usize) {
        let first = self.places.get(start).map_or(0, |(from, _)| *from);
        let last = end.checked_sub(1).and_then(|at| self.places.get(at));
        (first, last.map_or(first, |(_, to)| *to))
    }

    fn push(&mut self, character: char, place: (usize, usize)) {
        self.text.push(character);
        self.places.extend(std::iter::repeat_n(place, character.len_utf8()));
    }
}

/// The passages of a field, in order. Quotations, code blocks and HTML are left out: they are the
/// words of others, or not text.
#[must_use]
pub fn passages(field: &str) -> Vec<Passage> {
    if is_paragraph(field) {
        return vec![Passage::of_paragraph(field.trim_end())];
    }
    passages_by_tree(field)
}

fn passages_by_tree(field: &str) -> Vec<Passage> {
    let arena = Arena::new();
    let root = parse_document(&arena, field, &options(false));
    let mut lines = vec![0];
    lines.extend(field.match_indices('\n').map(|(at, _)| at + 1));
    let mut out = Vec::new();
    blocks(root, &Field { text: field, lines }, &mut out);
    out.retain(|p| !p.text.trim().is_empty());
    out
}

struct Field<'a> {
    text: &'a str,
    /// The offset at which each line begins.
    lines: Vec<usize>,
}

impl Field<'_> {
    /// The byte range of a node in the field, as far as comrak knows it.
    fn range(&self, node: Node<'_>) -> (usize, usize) {
        let position = node.data().sourcepos;
        let at = |line: usize, column: usize| {
            self.lines.get(line.saturating_sub(1)).map_or(self.text.len(), |start| start + column)
        };
        let start = at(position.start.line, position.start.column.saturating_sub(1));
        (start, at(position.end.line, position.end.column).max(start).min(self.text.len()))
    }
}

/// Whether a node is nested too deep to be read; such a field is refused elsewhere.
fn too_deep(node: Node<'_>) -> bool {
    node.ancestors().take(MOST_LEVELS + 1).count() > MOST_LEVELS
}

fn blocks(parent: Node<'_>, field: &Field<'_>, out: &mut Vec<Passage>) {
    if too_deep(parent) {
        return;
    }
    for node in parent.children() {
        let value = node.data().value.clone();
        match value {
            NodeValue::BlockQuote | NodeValue::CodeBlock(_) | NodeValue::HtmlBlock(_) => {}
            NodeValue::Paragraph | NodeValue::Heading(_) | NodeValue::TableCell => {
                let mut passage = Passage::default();
                inlines(node, field, &mut passage);
                out.push(passage);
            }
            _ => blocks(node, field, out),
        }
    }
}

fn inlines(parent: Node<'_>, field: &Field<'_>, out: &mut Passage) {
    if too_deep(parent) {
        return;
    }
    for node in parent.children() {
        let value = node.data().value.clone();
        let (start, end) = field.range(node);
        match value {
            NodeValue::Text(text) => words(&text, field, start, out),
            NodeValue::SoftBreak => out.push(' ', (start, end)),
            NodeValue::LineBreak => out.push('\n', (start, end)),
            NodeValue::Code(_) => out.push(NO_WORDS, (start, end)),
            NodeValue::HtmlInline(_) => {}
            NodeValue::Link(link) if is_address(node, &link.url) => {
                out.push(NO_WORDS, (start, end));
            }
            _ => match typed_sign(node) {
                Some(sign) => {
                    signs(sign, start, out);
                    inlines(node, field, out);
                    signs(sign, end.saturating_sub(sign.len()), out);
                }
                None => inlines(node, field, out),
            },
        }
    }
}

/// Adds signs that are shown as typed.
fn signs(typed: &str, start: usize, out: &mut Passage) {
    for (at, sign) in typed.char_indices() {
        out.push(sign, (start + at, start + at + sign.len_utf8()));
    }
}

/// Whether a link shows only its own address.
fn is_address(link: Node<'_>, url: &str) -> bool {
    let shown = link.first_child().map(|n| n.data().value.clone());
    let Some(NodeValue::Text(text)) = shown else { return false };
    let bare = url.trim_start_matches("mailto:").trim_start_matches("http://");
    text == url || text == bare
}

/// Adds a text node. The field has the same characters as the node, except for Markdown escapes and
/// entities; if a character is not at its expected place, the next equal one is taken.
fn words(text: &str, field: &Field<'_>, start: usize, out: &mut Passage) {
    let mut at = start;
    for character in text.chars() {
        let rest = field.text.get(at..).unwrap_or("");
        let (skipped, length) = if let Some(length) = entity(rest, character) {
            (0, length)
        } else if rest.starts_with(character) {
            (0, character.len_utf8())
        } else if rest.strip_prefix('\\').is_some_and(|r| r.starts_with(character)) {
            (0, 1 + character.len_utf8())
        } else {
            rest.find(character).map_or((0, 0), |skipped| (skipped, character.len_utf8()))
        };
        // A character that is not found gets an empty range, and the position does not move.
        at += skipped;
        out.push(character, (at, at + length));
        at += length;
    }
}

/// The length of the entity at the start of `rest` that may stand for the character.
fn entity(rest: &str, character: char) -> Option<usize> {
    let name = rest.strip_prefix('&')?;
    let end = name.find(';').filter(|end| *end <= LONGEST_ENTITY)?;
    let fits = name.get(..end)?.chars().all(|c| c.is_ascii_alphanumeric() || c == '#');
    // Entities are not decoded: any entity may stand for any character, except that `&` needs its
    // own.
    let stands = character != '&' || ["amp", "#38", "#x26"].contains(&name.get(..end)?);
    (fits && stands && end > 0).then_some(end + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The passages; checks that each word is found again where it was typed.
    fn read(field: &str) -> Vec<String> {
        let each = |p: &Passage| {
            let found = |word: &str| {
                let start = p.text.find(word).unwrap_or(0);
                let (from, to) = p.typed(start, start + word.len());
                field.get(from..to) == Some(word)
            };
            let words = p.text.split_whitespace().filter(|w| w.chars().all(char::is_alphabetic));
            let lost: Vec<&str> = words.filter(|w| !found(w)).collect();
            assert!(lost.is_empty(), "{lost:?} in {:?} of {field:?}", p.text);
            p.text.clone()
        };
        passages(field).iter().map(each).collect()
    }

    #[test]
    fn paragraphs_items_and_cells_are_passages_of_their_own() {
        assert_eq!(
            read(
                "Een *alinea*\nloopt **door**.\n\n- punt\n- twee\n  regels\n    - dieper\n\n1. één"
            ),
            ["Een alinea loopt door.", "punt", "twee regels", "dieper", "één"]
        );
        assert_eq!(
            read("| kop | kop twee |\n|---|---|\n| cel \\| streep | *schuin* |\n"),
            ["kop", "kop twee", "cel | streep", "schuin"]
        );
    }

    #[test]
    fn a_paragraph_without_signs_reads_the_same_by_way_of_the_tree() {
        for field in ["Eén regel.", "Twee\nregels: 3 (drie)\n", "Met\u{a0}harde spatie, 4%"] {
            assert!(is_paragraph(field), "{field:?}");
            assert_eq!(passages(field), passages_by_tree(field), "{field:?}");
        }
    }

    #[test]
    fn what_is_no_running_text_is_not_read() {
        let typed = "Zie `code hier` en [de site](https://a.nl/middels) of https://b.nl/middels.\n\n\
                     > citaat\n\n```\nblok\n```\n\n<div>html</div>\n";
        assert_eq!(read(typed), ["Zie \u{FFFC} en de site of \u{FFFC}."]);
    }

    #[test]
    fn escapes_and_entities_do_not_move_what_follows() {
        assert_eq!(read("a\\*b &amp; c &euro; B & W; woord"), ["a*b & c € B & W; woord"]);
        assert_eq!(
            read("  ingesprongen\n   regel hier  \nna breuk"),
            ["ingesprongen regel hier\nna breuk"]
        );
        assert_eq!(read("- een\n\n  tweede *alinea* é hier\n"), ["een", "tweede alinea é hier"]);
    }

    #[test]
    fn a_field_that_nests_without_end_is_read_as_far_as_it_may_go() {
        assert_eq!(read(&format!("{}diep", "- ".repeat(20_000))), [""; 0]);
        assert_eq!(read(&format!("voor {}diep", "*_".repeat(5_000))).len(), 1);
        assert_eq!(read(&format!("{}x{}", "[".repeat(9_000), "](#a)".repeat(9_000))).len(), 1);
    }
}
