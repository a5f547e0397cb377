//! Recognises emphasis signs that were not meant as such.

use comrak::nodes::{Node, NodeValue};

/// The sign around a node that Markdown takes for emphasis or another mark although the sign was
/// meant literally: a single tilde (`2~4` is a range, `~3` means about three), and stars within
/// words and numbers (`2*4 fte en 3*4 fte`).
pub(super) fn typed_sign(node: Node<'_>) -> Option<&'static str> {
    match node.data().value {
        NodeValue::Subscript => Some("~"),
        NodeValue::Emph if within_words(node) => Some("*"),
        NodeValue::Strong if within_words(node) => Some("**"),
        _ => None,
    }
}

/// Whether both signs have a letter or digit on either side.
fn within_words(node: Node<'_>) -> bool {
    let edge = |node: Option<Node<'_>>, last: bool| {
        node.is_some_and(|node| match &node.data().value {
            NodeValue::Text(text) => {
                let mut signs = text.chars();
                let sign = if last { signs.next_back() } else { signs.next() };
                sign.is_some_and(char::is_alphanumeric)
            }
            _ => false,
        })
    };
    edge(node.previous_sibling(), true)
        && edge(node.first_child(), false)
        && edge(node.last_child(), true)
        && edge(node.next_sibling(), false)
}
