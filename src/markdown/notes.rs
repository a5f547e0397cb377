//! Footnotes: which of them are usable, and labels that are unique across fields.

use super::options;
use super::problem::{Problem, place};
use crate::assets::sha256;
use crate::diagnostics::Code;
use comrak::format_commonmark;
use comrak::nodes::{Node, NodeValue};
use std::collections::{BTreeMap, BTreeSet};

/// The beginning of a note in a settled field.
const HEAD: &str = "[^noot-";

/// The number of hash digits in a label, enough to keep two notes apart.
const DIGITS: usize = 8;

/// The notes of a text, and the references to them.
pub(super) struct Notes<'a> {
    /// In the order of the text.
    definitions: Vec<Node<'a>>,
    references: Vec<Node<'a>>,
}

impl<'a> Notes<'a> {
    pub(super) fn of(root: Node<'a>) -> Self {
        let all = |wanted: fn(&NodeValue) -> bool| {
            root.descendants().filter(|node| wanted(&node.data().value)).collect()
        };
        Self {
            definitions: all(|value| matches!(value, NodeValue::FootnoteDefinition(_))),
            references: all(|value| matches!(value, NodeValue::FootnoteReference(_))),
        }
    }

    /// The positions (line and column) of notes and of references that have a note.
    pub(super) fn places(&self) -> BTreeSet<(usize, usize)> {
        let all = self.definitions.iter().chain(&self.references);
        all.map(|node| (node.data().sourcepos.start.line, node.data().sourcepos.start.column))
            .collect()
    }

    /// The notes by label, the first of each.
    pub(super) fn by_label(&self) -> BTreeMap<String, Node<'a>> {
        let mut out = BTreeMap::new();
        for node in &self.definitions {
            out.entry(label(node)).or_insert(*node);
        }
        out
    }

    /// Notes that would be lost, and references in places where a document cannot have one.
    pub(super) fn problems(&self) -> Vec<Problem> {
        let used: BTreeSet<String> = self.references.iter().map(|node| label(node)).collect();
        let mut seen: BTreeMap<String, String> = BTreeMap::new();
        let mut out = Vec::new();
        for node in &self.definitions {
            let (name, text) = (label(node), written(node));
            let other = seen.insert(name.clone(), text.clone()).is_some_and(|first| first != text);
            if other {
                out.push(problem(node, "twice"));
            } else if !used.contains(&name) {
                out.push(problem(node, "unused"));
            } else if text.trim().is_empty() {
                out.push(problem(node, "empty"));
            } else if node.descendants().any(|n| matches!(n.data().value, NodeValue::Image(_))) {
                out.push(problem(node, "image"));
            }
        }
        for node in &self.references {
            let within = |wanted: fn(&NodeValue) -> bool| {
                node.ancestors().any(|above| wanted(&above.data().value))
            };
            if within(|value| matches!(value, NodeValue::Heading(_) | NodeValue::CalloutTitle)) {
                out.push(problem(node, "heading"));
            } else if within(|value| matches!(value, NodeValue::Link(_))) {
                out.push(problem(node, "link"));
            } else if within(|value| matches!(value, NodeValue::FootnoteDefinition(_))) {
                out.push(problem(node, "note"));
            }
        }
        out
    }

    /// Gives each note a label derived from its text, and moves it to the end of its field. So the
    /// notes of two fields stay apart in one document, and a text that is shown twice has one note.
    pub(super) fn settle(&self, root: Node<'a>) {
        let mut labels = BTreeMap::new();
        for node in &self.definitions {
            let digest = sha256(written(node).as_bytes());
            let new = format!("noot-{}", digest.get(..DIGITS).unwrap_or(&digest));
            labels.insert(label(node), new.clone());
            if let NodeValue::FootnoteDefinition(note) = &mut node.data_mut().value {
                note.name = new;
            }
            root.append(node);
        }
        for node in &self.references {
            let new = labels.get(&label(node)).cloned();
            if let (NodeValue::FootnoteReference(note), Some(new)) =
                (&mut node.data_mut().value, new)
            {
                note.name = new;
            }
        }
    }
}

/// Splits a field in its normal form into its text and its notes.
#[must_use]
pub fn apart(field: &str) -> (&str, &str) {
    // Notes are last, so reading backwards ends at the first line that is neither the head nor the
    // indented text of a note.
    let mut first = field.len();
    let mut at = field.len();
    for line in field.split_inclusive('\n').rev() {
        at -= line.len();
        if is_head(line) {
            first = at;
        } else if !(line.trim().is_empty() || line.starts_with("    ")) {
            break;
        }
    }
    let (text, notes) = field.split_at(first);
    (text.trim_end(), notes)
}

/// The first block of a field in its normal form, with the notes that this block refers to.
#[must_use]
pub fn lead(field: &str) -> String {
    let (text, notes) = apart(field);
    let first = text.split("\n\n").next().unwrap_or("");
    let mut out = first.to_owned();
    let mut kept = false;
    for line in notes.lines() {
        if is_head(line) {
            kept =
                line.split("]:").next().is_some_and(|label| first.contains(&format!("{label}]")));
            out.push_str(if kept { "\n\n" } else { "" });
        }
        if kept {
            out.push_str(line);
            out.push('\n');
        }
    }
    out.trim_end().to_owned()
}

/// Whether a note of a settled field begins on this line.
fn is_head(line: &str) -> bool {
    line.trim_end().strip_prefix(HEAD).is_some_and(|rest| rest.ends_with("]:"))
}

/// The label of a note or a reference, in lower case.
pub(super) fn label(node: Node<'_>) -> String {
    match &node.data().value {
        NodeValue::FootnoteDefinition(note) => note.name.to_lowercase(),
        NodeValue::FootnoteReference(note) => note.name.to_lowercase(),
        _ => String::new(),
    }
}

/// The text of a note in its normal form.
fn written(note: Node<'_>) -> String {
    let mut out = String::new();
    for child in note.children() {
        // Writing to a string cannot fail.
        let _ = format_commonmark(child, &options(false), &mut out);
    }
    out
}

fn problem(node: Node<'_>, kind: &'static str) -> Problem {
    let (line, column, last) = place(node);
    let value = match &node.data().value {
        NodeValue::FootnoteDefinition(note) => format!("[^{}]", note.name),
        NodeValue::FootnoteReference(note) => format!("[^{}]", note.name),
        _ => String::new(),
    };
    let last = match node.data().value {
        NodeValue::FootnoteDefinition(_) => Some(column + value.len() - 1),
        _ => last,
    };
    let facts = vec![("problem", kind.into()), ("value", value.into())];
    Problem { code: Code::NoteUnset, line, column, last, facts }
}

#[cfg(test)]
mod tests {
    use super::{apart, lead};
    use crate::markdown::{Block, Inline, field, parse};

    /// The numbers of the references in the order of the text, and the notes.
    fn set(text: &str) -> (Vec<(usize, bool)>, Vec<String>) {
        fn references(blocks: &[Block], into: &mut Vec<(usize, bool)>) {
            let run = |c: &[Inline], into: &mut Vec<(usize, bool)>| {
                into.extend(c.iter().filter_map(|inline| match inline {
                    Inline::Note { number, first } => Some((*number, *first)),
                    _ => None,
                }));
            };
            for block in blocks {
                match block {
                    Block::Para { c } => run(c, into),
                    Block::List { items, .. } => items.iter().for_each(|b| references(b, into)),
                    Block::Table { rows, .. } => {
                        rows.iter().flatten().for_each(|cell| run(cell, into));
                    }
                    _ => {}
                }
            }
        }
        let document = parse(text);
        assert_eq!(document.problems, []);
        let mut found = Vec::new();
        references(&document.blocks, &mut found);
        let notes = match document.blocks.last() {
            Some(Block::Notes { items }) => items.iter().map(|i| format!("{i:?}")).collect(),
            _ => Vec::new(),
        };
        (found, notes)
    }

    #[test]
    fn two_fields_may_use_one_label_and_numbers_run_on() {
        let first = field("Een.[^1]\n\n[^1]: Noot van een.\n").markdown;
        let second = field("Twee.[^1] En weer.[^1]\n\n[^1]: Noot van twee.\n").markdown;
        let (found, notes) = set(&format!("{first}\n\n{second}\n"));
        assert_eq!(found, [(1, true), (2, true), (2, false)]);
        assert_eq!(notes.len(), 2);
        assert!(notes[0].contains("Noot van een.") && notes[1].contains("Noot van twee."));
    }

    #[test]
    fn the_first_paragraph_keeps_the_notes_that_it_refers_to_and_no_others() {
        let text =
            field("Een.[^a]\n\nTwee.[^b]\n\n[^b]: Bij twee.\n\n[^a]: Bij een.\n\n    Vervolg.\n");
        let (found, notes) = set(&lead(&text.markdown));
        assert_eq!((found, notes.len()), (vec![(1, true)], 1));
        assert!(notes[0].contains("Bij een.") && notes[0].contains("Vervolg."), "{notes:?}");
        assert_eq!(lead("Een.\n\nTwee."), "Een.");
        assert_eq!(apart("Een.\n\n    code"), ("Een.\n\n    code", ""));
    }

    #[test]
    fn a_field_that_is_shown_twice_has_one_note() {
        let text = field("Een.[^1]\n\n[^1]: Noot.\n").markdown;
        let (found, notes) = set(&format!("{text}\n\n{text}\n"));
        assert_eq!((found, notes.len()), (vec![(1, true), (1, false)], 1));
    }

    #[test]
    fn a_note_stands_in_lists_quotations_and_cells_and_holds_more_than_a_line() {
        let text = "- punt[^1]\n\n| a |\n|---|\n| ● voldoet[^2] |\n\n[^1]: Noot.\n\n    - deel\n\n[^2]: Twee.\n";
        let once = field(text);
        assert_eq!(once.problems, []);
        assert_eq!(field(&once.markdown).markdown, once.markdown);
        let (found, notes) = set(&once.markdown);
        assert_eq!(found, [(1, true), (2, true)]);
        assert!(notes[0].contains("deel"), "{notes:?}");
        let quoted: String = once.markdown.lines().map(|line| format!("> {line}\n")).collect();
        assert_eq!(parse(&quoted).problems, []);
    }
}
