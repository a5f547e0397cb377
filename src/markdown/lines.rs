//! Keeps lines apart that are items to the author but not to Markdown (`a)`, `•`, `[x]`, a
//! definition): otherwise they would be joined into one paragraph.

use comrak::nodes::{Node, NodeValue};
use std::collections::BTreeSet;

/// Signs that begin an item whenever they begin a line.
const SIGNS: [char; 15] =
    ['•', '●', '○', '▪', '■', '‣', '➢', '◦', '·', '☐', '☑', '☒', '✓', '✔', '✗'];

/// Other beginnings of an item: a definition, and check boxes.
const STARTS: [&str; 4] = [": ", "[ ] ", "[x] ", "[X] "];

/// Signs that begin an item only if another line of the paragraph begins with the same sign; a
/// single one may be part of a sentence. Word exports a ring bullet as `o`; a hyphen without a
/// space after it makes no list in Markdown.
const DASHES: [&str; 4] = ["–", "—", "o", "-"];

/// Roman numerals that can number items.
const ROMAN: [&str; 20] = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv",
    "xvi", "xvii", "xviii", "xix", "xx",
];

/// The maximum number of digits of an item number.
const DIGITS: usize = 2;

/// A numbering style: whether the number has an opening bracket, its closing sign, and the kind of
/// number (see [`numbers`]).
type Style = (bool, char, u8);

/// The beginning of an item.
enum Mark {
    /// An item regardless of the other lines.
    Alone,
    /// An item only if the number before or after it is in the paragraph too. A letter may also be
    /// a Roman numeral, hence several.
    Numbered(Vec<(Style, usize)>),
    /// An item only if the same dash begins another line; holds an index in [`DASHES`].
    Dash(usize),
}

/// Whether a line may begin an item.
pub(super) fn may_be_item(line: &str) -> bool {
    mark(line).is_some()
}

/// Puts each item in a paragraph on its own line.
pub(super) fn keep_items_apart(paragraph: Node<'_>) {
    if !matches!(paragraph.data().value, NodeValue::Paragraph) {
        return;
    }
    let mut lines: Vec<(Option<Node<'_>>, String)> = vec![(None, String::new())];
    for child in paragraph.children() {
        match (&child.data().value, lines.last_mut()) {
            (NodeValue::SoftBreak | NodeValue::LineBreak, _) => {
                lines.push((Some(child), String::new()));
            }
            (NodeValue::Text(text), Some((_, line))) => line.push_str(text),
            // Other inlines end the text that is examined, and do not count as a space.
            (_, Some((_, line))) => line.push('\u{fffc}'),
            _ => {}
        }
    }
    let marks: Vec<Option<Mark>> = lines.iter().map(|(_, line)| mark(line)).collect();
    let mut numbers = BTreeSet::new();
    let mut dashes = [0; DASHES.len()];
    for mark in marks.iter().flatten() {
        match mark {
            Mark::Numbered(labels) => numbers.extend(labels.iter().copied()),
            Mark::Dash(which) => dashes[*which] += 1,
            Mark::Alone => {}
        }
    }
    let neighbour = |(style, number): &(Style, usize)| {
        numbers.contains(&(*style, number + 1)) || numbers.contains(&(*style, number - 1))
    };
    for ((before, _), mark) in lines.iter().zip(&marks) {
        let item = match mark {
            Some(Mark::Alone) => true,
            Some(Mark::Numbered(labels)) => labels.iter().any(neighbour),
            Some(Mark::Dash(which)) => dashes[*which] > 1,
            None => false,
        };
        if let (true, Some(before)) = (item, before) {
            before.data_mut().value = NodeValue::LineBreak;
        }
    }
}

/// The item mark at the beginning of a line, if there is one.
fn mark(line: &str) -> Option<Mark> {
    if STARTS.iter().any(|start| line.starts_with(start)) {
        return Some(Mark::Alone);
    }
    let word = line.split([' ', '\t', '\u{a0}']).next()?;
    let against = |rest: &str| rest.starts_with(char::is_alphabetic);
    let dash = word.strip_prefix('-').filter(|rest| against(rest)).map_or(word, |_| "-");
    if let Some(which) = DASHES.iter().position(|known| *known == dash) {
        return Some(Mark::Dash(which));
    }
    let mut signs = word.chars();
    let sign = signs.next().filter(|_| signs.next().is_none());
    if sign.is_some_and(|sign| SIGNS.contains(&sign)) {
        return Some(Mark::Alone);
    }
    let (opened, inner) = word.strip_prefix('(').map_or((false, word), |inner| (true, inner));
    // `1.` may be followed by its word without a space.
    let end = inner.find([')', '.'])?;
    let (label, rest) = inner.split_at(end);
    let closing = rest.chars().next()?;
    let rest = rest.get(1..).filter(|rest| rest.is_empty() || against(rest))?;
    // `a.d.` is an abbreviation.
    if !rest.is_empty() && !label.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let numbers = numbers(label);
    let style = |kind| (opened, closing, kind);
    let labels = numbers.into_iter().map(|(kind, number)| (style(kind), number)).collect();
    Some(Mark::Numbered(labels))
}

/// The numbers, from 1, that a label can mean, each with its kind: 0 for digits, 1 and 2 for an
/// upper- and lower-case letter, 3 and 4 for an upper- and lower-case Roman numeral.
fn numbers(label: &str) -> Vec<(u8, usize)> {
    if label.bytes().all(|b| b.is_ascii_digit()) {
        let number = label.parse().ok().filter(|n| *n > 0 && label.len() <= DIGITS);
        return number.map(|n| (0, n)).into_iter().collect();
    }
    let lower = label.to_ascii_lowercase();
    let small = lower == label;
    if !small && label.to_ascii_uppercase() != label {
        return Vec::new();
    }
    let letter = match lower.as_bytes() {
        [letter @ b'a'..=b'z'] => Some((1 + u8::from(small), usize::from(letter - b'a') + 1)),
        _ => None,
    };
    let roman = ROMAN.iter().position(|roman| *roman == lower);
    letter.into_iter().chain(roman.map(|at| (3 + u8::from(small), at + 1))).collect()
}

#[cfg(test)]
mod tests {
    use crate::markdown::{Block, Inline, field, parse};

    /// The lines of a text of one paragraph; checks that a document and a field give the same.
    fn lines(text: &str) -> Vec<String> {
        let of = |text: &str| {
            let blocks = parse(text).blocks;
            let [Block::Para { c }] = blocks.as_slice() else { return vec![format!("{blocks:?}")] };
            let mut out = vec![String::new()];
            for inline in c {
                match (inline, out.last_mut()) {
                    (Inline::Text { v }, Some(line)) => line.push_str(v),
                    (Inline::Soft, Some(line)) => line.push(' '),
                    (Inline::Break, _) => out.push(String::new()),
                    (other, _) => out.push(format!("{other:?}")),
                }
            }
            out
        };
        let written = field(text).markdown;
        assert_eq!(field(&written).markdown, written);
        assert_eq!(of(text), of(&written), "{text}");
        of(text)
    }

    #[test]
    fn items_that_markdown_does_not_know_stay_on_lines_of_their_own() {
        for text in [
            "a) eerste letter\nb) tweede letter",
            "Drie eisen:\na. een\nb. twee\nc. drie",
            "(i) een\n(ii) twee\n(iii) drie",
            "Vervolg:\n2. twee\n3. drie",
            "Term\n: uitleg",
            "Uit Word:\n• een\n• twee",
            "Toezeggingen:\n[x] gedaan\n[ ] open",
            "Ten eerste:\n– een\n– twee",
            "Uit Word:\n■ een\no twee\no drie",
            "Stappen:\n1.Eén\n2.Twee",
            "Stappen:\n-een\n-twee",
        ] {
            let expected: Vec<&str> = text.lines().collect();
            assert_eq!(lines(text), expected);
        }
        assert_eq!(lines("a) een eis\nvan twee regels\nb) nog een").len(), 2);
    }

    #[test]
    fn a_sentence_over_more_lines_stays_one() {
        for text in [
            "Dit zei\nJ. de Vries in een gesprek",
            "De raad\n– en het college –\nwist het",
            "Zie blz.\n12. Daar staat het",
            "Het artikel zegt onder\na) dat het moet",
            "Zie bijlage 3\nen verder",
            "Dit geldt o.a.\nm.b.t. de raad\nn.v.t. is het elders",
            "Het veiligheids\n-beleid van de raad",
            "In de periode\n1.5 tot 2.5 jaar",
        ] {
            assert_eq!(lines(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn signs_that_mean_nothing_here_are_shown_as_they_were_typed() {
        for text in ["==gemarkeerd==", "$x^2$", "10^3^ en H~2~O", "{width=50%}", ":smile:"] {
            assert_eq!(lines(&format!("Een {text} hier")), [format!("Een {text} hier")]);
        }
        let tasks = parse("- [x] gedaan\n- [ ] open\n").blocks;
        let [Block::List { items, .. }] = tasks.as_slice() else {
            return assert_eq!(tasks, []);
        };
        let shown: Vec<String> = items
            .iter()
            .flatten()
            .map(|block| match block {
                Block::Para { c } => crate::markdown::plain(c),
                other => format!("{other:?}"),
            })
            .collect();
        assert_eq!(shown, ["[x] gedaan", "[ ] open"]);
    }
}
