//! Signs of emphasis that nobody meant as such.

use comrak::nodes::{Node, NodeValue};

/// The sign around what Markdown takes for emphasis or another mark, where it was typed as itself: a
/// single tilde (`2~4` is a range, `~3` is about three), and stars within words and numbers (`2*4 fte
/// en 3*4 fte`).
pub(super) fn typed_sign(node: Node<'_>) -> Option<&'static str> {
    match node.data().value {
        NodeValue::Subscript => Some("~"),
        NodeValue::Emph if within_words(node) => Some("*"),
        NodeValue::Strong if within_words(node) => Some("**"),
        _ => None,
    }
}

/// Whether letters or digits touch both signs on both sides.
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
