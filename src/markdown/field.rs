//! Reads one text field: parses it separately, neutralises HTML, and writes it back in one normal
//! form.

use super::lines::{keep_items_apart, may_be_item};
use super::marks::typed_sign;
use super::notes::Notes;
use super::problem::{Problem, problem};
use super::slips::Typed;
use super::{END_OF_LIST, INLINE_NESTING, MOST_NESTING, options};
use crate::diagnostics::Code;
use comrak::nodes::{AstNode, Node, NodeValue};
use comrak::{Arena, format_commonmark, parse_document};

/// A text field after reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldText {
    /// The field as normalised Markdown, without a line end.
    pub markdown: String,
    /// The problems found in it.
    pub problems: Vec<Problem>,
}

/// Reads a text field. Headings are refused, HTML becomes literal text with a warning, and open
/// constructs such as a code fence end with the field.
#[must_use]
pub fn field(text: &str) -> FieldText {
    if is_paragraph(text) {
        return FieldText { markdown: text.trim_end().to_owned(), problems: Vec::new() };
    }
    field_by_tree(text)
}

/// Whether a text is one paragraph without any sign of Markdown, as most fields are: then it is in
/// normal form as it was typed.
pub(super) fn is_paragraph(text: &str) -> bool {
    let fits = |line: &str| {
        line.starts_with(char::is_alphabetic)
            && !line.ends_with(' ')
            && !line.contains(char::is_control)
            && !may_be_item(line)
            && plain(line)
    };
    text.strip_suffix('\n').unwrap_or(text).split('\n').all(fits)
}

fn field_by_tree(text: &str) -> FieldText {
    let arena = Arena::new();
    let options = options(false);
    let root = parse_document(&arena, text, &options);
    let mut problems = Vec::new();
    let mut deep = false;
    let typed = Typed::new(text);
    let nodes: Vec<Node<'_>> = root.descendants().collect();
    for node in nodes {
        problems.extend(typed.slips(node));
        keep_items_apart(node);
        if let Some(sign) = typed_sign(node) {
            // Not emphasis: the typed sign becomes text again.
            unwrap_sign(&arena, node, sign);
            continue;
        }
        let value = node.data().value.clone();
        match value {
            NodeValue::Heading(_) => problems.push(problem(node, Code::HeadingInText, vec![])),
            NodeValue::Emph
            | NodeValue::Strong
            | NodeValue::Strikethrough
            | NodeValue::Link(_)
            | NodeValue::Image(_)
                if !deep
                    && node.ancestors().take(INLINE_NESTING * 3).count() > INLINE_NESTING * 2 =>
            {
                deep = true;
                let most = vec![("most", INLINE_NESTING.to_string().into())];
                problems.push(problem(node, Code::TooDeep, most));
            }
            NodeValue::HtmlInline(html) => {
                problems.push(problem(node, Code::HtmlInText, vec![]));
                node.data_mut().value = NodeValue::Text(html.into());
            }
            NodeValue::HtmlBlock(html) if html.literal.trim() == END_OF_LIST => {}
            NodeValue::HtmlBlock(html) => {
                problems.push(problem(node, Code::HtmlInText, vec![]));
                literal_paragraph(&arena, node, &html.literal);
            }
            NodeValue::BlockQuote | NodeValue::List(_) if !deep && depth(node) > MOST_NESTING => {
                deep = true;
                let most = vec![("most", MOST_NESTING.to_string().into())];
                problems.push(problem(node, Code::TooDeep, most));
            }
            NodeValue::Image(_) => {
                problems.push(problem(node, Code::ImageInText, vec![("where", "field".into())]));
                unwrap_image(node);
            }
            _ => {}
        }
    }
    let mut markdown = String::new();
    // Such a field is refused, so it is not written back.
    if deep {
        return FieldText { markdown, problems };
    }
    Notes::of(root).settle(root);
    // Writing to a string cannot fail.
    let _ = format_commonmark(root, &options, &mut markdown);
    FieldText { markdown: markdown.trim_end().to_owned(), problems }
}

fn depth(node: Node<'_>) -> usize {
    let nests = |n: &Node<'_>| matches!(n.data().value, NodeValue::BlockQuote | NodeValue::List(_));
    node.ancestors().filter(nests).count()
}

/// Turns an HTML block into a paragraph that shows its source.
fn literal_paragraph<'a>(arena: &'a Arena<'a>, node: Node<'a>, html: &str) {
    node.data_mut().value = NodeValue::Paragraph;
    for (index, line) in html.trim_end().lines().enumerate() {
        if index > 0 {
            node.append(arena.alloc(AstNode::from(NodeValue::LineBreak)));
        }
        let text = NodeValue::Text(line.trim().to_owned().into());
        node.append(arena.alloc(AstNode::from(text)));
    }
}

/// Replaces a node by its children between two typed signs.
fn unwrap_sign<'a>(arena: &'a Arena<'a>, node: Node<'a>, sign: &'static str) {
    let text = || arena.alloc(AstNode::from(NodeValue::Text(sign.into())));
    node.insert_before(text());
    node.insert_after(text());
    unwrap_image(node);
}

/// Replaces an image by its description, because a field has no folder for images.
fn unwrap_image(node: Node<'_>) {
    let children: Vec<Node<'_>> = node.children().collect();
    for child in children {
        node.insert_before(child);
    }
    node.detach();
}

/// Escapes plain text as Markdown that shows exactly that text, also in a table cell.
#[must_use]
pub fn escape(text: &str) -> String {
    let collapsed = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if plain(&collapsed) {
        return collapsed;
    }
    escape_all(&collapsed)
}

/// Whether a text needs no escaping. Most texts do not, and writing them through a tree would take
/// a large part of the work on a document.
fn plain(text: &str) -> bool {
    // These signs only have a meaning at the beginning of a line.
    let inside = text.starts_with(char::is_alphabetic);
    let harmless = |c: char| match c {
        ',' | '\'' | '"' | '%' | ';' | '/' => true,
        '.' | '(' | ')' | ':' | '-' | '+' | '=' | '?' => inside,
        c => !c.is_ascii_punctuation(),
    };
    text.chars().all(harmless) && !text.contains("://") && !text.contains("www.")
}

fn escape_all(collapsed: &str) -> String {
    let arena = Arena::new();
    let root: Node<'_> = arena.alloc(AstNode::from(NodeValue::Document));
    let paragraph: Node<'_> = arena.alloc(AstNode::from(NodeValue::Paragraph));
    let words: Node<'_> = arena.alloc(AstNode::from(NodeValue::Text(collapsed.to_owned().into())));
    root.append(paragraph);
    paragraph.append(words);
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = format_commonmark(root, &options(false), &mut out);
    out.trim_end().replace('|', "\\|").replace("://", ":\\//").replace("www.", "www\\.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{parse, tree};

    /// The text that a reader of the document sees for a plain text.
    fn seen(text: &str) -> String {
        let document = parse(&format!("Voor {} na.\n", escape(text)));
        assert_eq!(document.blocks.len(), 1, "{text:?} broke out of its paragraph");
        match &document.blocks[0] {
            tree::Block::Para { c } => {
                assert!(c.iter().all(|i| matches!(i, tree::Inline::Text { .. })), "{c:?}");
                tree::plain(c)
            }
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn plain_text_comes_out_as_it_was_typed() {
        for text in [
            "Veilig & schoon | versie 2 (C#-register)",
            "*let op* _hier_ `code` <b>x</b> [a](b) ![c](d) ~~e~~",
            "{{ 7*7 }} {% raw %} #set page $x$ \\n @label",
            "1. een lijst",
            "- een streep",
            "# geen kop",
            "https://voorbeeld.nl/pad_a?b=1&amp;c www.voorbeeld.nl",
            "> [!oogopslag] geen kader",
            "&copy; &#35; 😀 Ελληνικά",
        ] {
            assert_eq!(seen(text), format!("Voor {text} na."));
        }
    }

    #[test]
    fn what_is_taken_for_plain_comes_out_the_same_by_way_of_the_tree() {
        let signs =
            [",", "'", "%", ";", "/", ".", "(", ")", ":", "-", "+", "=", "?", " ", "a", "7"];
        let mut plain_ones = 0;
        for (first, second) in signs.iter().flat_map(|a| signs.iter().map(move |b| (a, b))) {
            for begin in ["", "a", "7", "Norm "] {
                for end in ["", "1", " b", ". c"] {
                    let text = format!("{begin}{first}{second}{end}");
                    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
                    if plain(&text) {
                        plain_ones += 1;
                        assert_eq!(escape_all(&text), text);
                    }
                }
            }
        }
        assert!(plain_ones > 1000, "{plain_ones}");
    }

    #[test]
    fn what_is_taken_for_a_paragraph_comes_out_the_same_by_way_of_the_tree() {
        let parts = [
            "a", "B c", "1.", ")", "-", " -", "=", ":", ".", "é", "’", "\u{a0}", "\t", " ", "  ",
            "\n", "\r\n", "\\", "*", "?", "§ 3", "www.a.nl", "a@b.nl",
        ];
        let mut paragraphs = 0;
        for (first, second) in parts.iter().flat_map(|a| parts.iter().map(move |b| (a, b))) {
            for begin in ["a", "a\nb", "a\n", "a\n\nb", "Norm 1: x"] {
                for end in ["", "\n", "\n\n", " ", "\nb", "\n-", "c. d", "\n= x"] {
                    let text = format!("{begin}{first}{second}{end}");
                    if is_paragraph(&text) {
                        paragraphs += 1;
                        assert_eq!(field(&text), field_by_tree(&text), "{text:?}");
                    }
                }
            }
        }
        assert!(paragraphs > 2000, "{paragraphs}");
    }

    #[test]
    fn an_open_fence_ends_with_its_field() {
        let read = field("tekst\n\n```\nopen");
        assert!(read.markdown.ends_with("```"), "{}", read.markdown);
    }

    #[test]
    fn a_reference_definition_stays_inside_its_field() {
        let read = field("[hier][a]\n\n[a]: https://voorbeeld.nl\n");
        assert_eq!(read.markdown, "[hier](https://voorbeeld.nl)");
    }

    #[test]
    fn html_is_shown_and_warned_about_and_a_heading_is_refused() {
        let read = field("<script>alert(1)</script>\n\ntekst <b>vet</b>\n\n# Kop\n");
        let codes: Vec<_> = read.problems.iter().map(|p| (p.code, p.line)).collect();
        assert_eq!(
            codes,
            [
                (Code::HtmlInText, 1),
                (Code::HtmlInText, 3),
                (Code::HtmlInText, 3),
                (Code::HeadingInText, 5)
            ]
        );
        assert!(read.markdown.starts_with("\\<script\\>"), "{}", read.markdown);
    }

    #[test]
    fn a_field_cannot_make_a_callout_in_the_document() {
        let read = field("> [!oogopslag] mis\n> tekst");
        let document = parse(&read.markdown);
        assert!(matches!(document.blocks[0], tree::Block::Quote { .. }), "{:?}", document.blocks);
    }

    #[test]
    fn a_field_in_normal_form_stays_as_it_is() {
        let once = field("* a\n  * b\n\n1) c\n\n| x | y |\n|--|--|\n| 1 | a\\|b |\n").markdown;
        assert_eq!(field(&once).markdown, once);
    }
}
