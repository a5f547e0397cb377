//! Numbers paragraphs, so that a respondent can refer to one.

use super::callout::MARGIN;
use super::options;
use super::tree::{Block, Inline};
use comrak::nodes::NodeValue;
use comrak::{Arena, parse_document};

/// Adds `[1] `, `[2] `, … before the paragraphs from the first heading on, also those in quotations
/// and callouts. List items belong to the paragraph above them, and a note in the margin to the text
/// beside it; an image and a footnote are not paragraphs.
#[must_use]
pub fn number_paragraphs(text: &str) -> String {
    let arena = Arena::new();
    let root = parse_document(&arena, text, &options(true));
    let mut places = Vec::new();
    let mut begun = false;
    for node in root.descendants() {
        let apart = node.ancestors().any(|a| match &a.data().value {
            NodeValue::Item(_) | NodeValue::CalloutTitle | NodeValue::FootnoteDefinition(_) => true,
            NodeValue::Callout(callout) => callout.callout_type == MARGIN,
            _ => false,
        });
        begun |= matches!(node.data().value, NodeValue::Heading(_));
        let first = node.first_child().map(|c| c.data().value.clone());
        let is_text = !matches!(first, None | Some(NodeValue::Image(_)));
        if matches!(node.data().value, NodeValue::Paragraph) && is_text && !apart && begun {
            places.push(node.data().sourcepos.start);
        }
    }
    let mut out = String::with_capacity(text.len() + 8 * places.len());
    let mut places = places.into_iter().enumerate().peekable();
    for (line, content) in text.split_inclusive('\n').enumerate() {
        match places.next_if(|(_, place)| place.line == line + 1) {
            Some((index, place)) => {
                let (before, after) =
                    content.split_at_checked(place.column - 1).unwrap_or(("", content));
                out.push_str(&format!("{before}\\[{}\\] {after}", index + 1));
            }
            None => out.push_str(content),
        }
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
                let number = v.strip_prefix('[').and_then(|v| v.split_once(']'));
                let Some((Ok(n), rest)) = number.map(|(n, rest)| (n.parse(), rest)) else {
                    continue;
                };
                let rest = rest.strip_prefix(' ').unwrap_or(rest).to_owned();
                let rest = (!rest.is_empty()).then_some(Inline::Text { v: rest });
                c.splice(..1, std::iter::once(Inline::Number { n }).chain(rest));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::number_paragraphs;

    #[test]
    fn paragraphs_are_numbered_wherever_they_stand_but_not_in_lists_tables_or_images() {
        let text = "> Vooraf.\n\n# Kop\n\nEen\ntwee.\n\n> [!norm] Titel\n> In een kader.\n\n- punt\n\n  meer\n\n\
                    | a |\n|---|\n| b |\n\n![wat](x.svg \"y\")\n\n**Vet** begin.\n";
        let numbered = "> Vooraf.\n\n# Kop\n\n\\[1\\] Een\ntwee.\n\n> [!norm] Titel\n> \\[2\\] In een kader.\n\n\
                        - punt\n\n  meer\n\n| a |\n|---|\n| b |\n\n![wat](x.svg \"y\")\n\n\
                        \\[3\\] **Vet** begin.\n";
        assert_eq!(number_paragraphs(text), numbered);
    }
}
