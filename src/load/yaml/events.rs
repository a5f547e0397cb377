//! Reads a file of plain YAML straight from the parser's events, which takes half the time of
//! reading it by way of `serde`.
//!
//! Plain is a file without a mistake, an anchor, an alias, a tag, a directive or a merge key, and
//! well within the limits: nearly every file is. Any other is left to [`super::read`], which has the
//! messages and the limits.

use super::tree::{Kind, Node};
use crate::diagnostics::FileId;
use granit_parser::{Event, Parser, ScalarStyle, Span, StrInput};

/// Depth and number of values, well within the limits of `serde_yaml`.
const DEEPEST: usize = 32;
const MOST_VALUES: usize = 100_000;

/// The tree of a plain file; `None` for any other.
pub(super) fn plain(text: &str, file: FileId) -> Option<Node> {
    let mut events = Events { parser: Parser::new_from_str(text), text, file, values: 0 };
    let (Event::StreamStart, _) = events.next()? else { return None };
    let (Event::DocumentStart(_, None), _) = events.next()? else { return None };
    let first = events.next()?;
    let node = events.node(first, 0)?;
    let (Event::DocumentEnd, _) = events.next()? else { return None };
    let (Event::StreamEnd, _) = events.next()? else { return None };
    Some(node)
}

struct Events<'a> {
    parser: Parser<'a, StrInput<'a>>,
    text: &'a str,
    file: FileId,
    /// The number of values so far.
    values: usize,
}

impl<'a> Events<'a> {
    /// The next event that is no comment; `None` after a mistake.
    fn next(&mut self) -> Option<(Event<'a>, Span)> {
        loop {
            match self.parser.next_event()?.ok()? {
                (Event::Comment(..), _) => {}
                event => return Some(event),
            }
        }
    }

    /// The value that begins with an event.
    fn node(&mut self, (event, span): (Event<'a>, Span), depth: usize) -> Option<Node> {
        self.values += 1;
        if depth > DEEPEST || self.values > MOST_VALUES {
            return None;
        }
        let (start, end) = (span.start.byte_offset()?, span.end.byte_offset()?);
        let kind = match event {
            Event::Scalar(value, style, 0, None) => {
                let plain = matches!(style, ScalarStyle::Plain);
                match value.as_ref() {
                    "" | "~" | "null" | "Null" | "NULL" if plain => Kind::Null,
                    "<<" if plain => return None,
                    value => Kind::scalar(value, self.text.get(start..end)),
                }
            }
            Event::SequenceStart(_, 0, None) => {
                let mut items = Vec::new();
                loop {
                    match self.next()? {
                        (Event::SequenceEnd, _) => break,
                        first => items.push(self.node(first, depth + 1)?),
                    }
                }
                Kind::List(items)
            }
            Event::MappingStart(_, 0, None) => {
                let mut pairs = Vec::new();
                loop {
                    let key = match self.next()? {
                        (Event::MappingEnd, _) => break,
                        first => self.node(first, depth + 1)?,
                    };
                    let first = self.next()?;
                    pairs.push((key, self.node(first, depth + 1)?));
                }
                Kind::Mapping(pairs)
            }
            _ => return None,
        };
        Some(Node::placed(kind, (start, end), self.file, self.text))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{node, read};
    use super::plain;
    use crate::assets::Assets;
    use crate::diagnostics::SourceMap;

    /// Whether a text is plain; checks that it then reads as any other.
    fn is_plain(text: &str) -> bool {
        let file = SourceMap::default().add("x.yaml", text);
        let read = read(text).map(|raw| node(raw, file, text));
        let Some(plain) = plain(text, file) else { return false };
        assert_eq!(Some(format!("{plain:?}")), read.ok().map(|tree| format!("{tree:?}")), "{text}");
        true
    }

    #[test]
    fn a_plain_file_reads_the_same_by_its_events() {
        for text in [
            "é: 4.50\nno: no\nlist: [a, \"b c\", {d: 1}]\nblok: |\n  een\n  twee\n",
            "a:\nb: ~\nc: null\nd: \"null\"\n'e': ''\n? f\n: g\n",
            "# uitleg\n---\n- a # één\n-\n- [ ]\n- { }\n- - b\n  - 'z''n'\n...\n",
            "a: 1\na: 2\n1: x\n~: y\n",
            "a: een\n  twee\n\n  drie\nb: >-\n  vier\n\n  vijf\nc: \"zes\\\n  \\u00e9\"\n",
            "\u{feff}a: \u{200b}b\u{200b}\r\nc: \u{a0}d\r\n",
            "tekst",
            "\"tekst\"",
        ] {
            assert!(is_plain(text), "{text}");
        }
        let shipped = Assets::embedded();
        for path in shipped.list("frameworks/", ".yaml") {
            let bytes = shipped.get(&path).unwrap_or_default();
            assert!(is_plain(&String::from_utf8_lossy(&bytes)), "{path}");
        }
    }

    #[test]
    fn a_file_with_a_slip_that_is_still_plain_reads_the_same_by_its_events() {
        let bytes = Assets::embedded().get("frameworks/bibob.yaml").unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let signs = [
            ":", ": ", "\n", "\n\n", "  ", "- ", "#", " #", "\"", "'", "[", "}", "|", ">", "", ",",
            "?", "\t", "é", "~",
        ];
        let mut still = 0;
        let (places, each) = (text.char_indices().step_by(29), signs.iter().cycle());
        for ((at, old), sign) in places.zip(each) {
            let mut slip = text.to_string();
            slip.replace_range(at..at + old.len_utf8(), sign);
            still += usize::from(is_plain(&slip));
        }
        assert!(still > 100, "{still}");
    }

    #[test]
    fn a_file_that_is_not_plain_is_left_to_the_reader_with_messages() {
        for text in [
            "",
            "# leeg\n",
            "a: &x 1\n",
            "a: &x 1\nb: *x\n",
            "a: !!str 1\n",
            "<<: {a: 1}\n",
            "%YAML 1.2\n---\na: 1\n",
            "a: 1\n---\nb: 2\n",
            "a: [1\n",
            "a: b: c\n",
            &format!("{}1{}", "[".repeat(40), "]".repeat(40)),
        ] {
            assert!(!is_plain(text), "{text}");
        }
    }
}
