//! Compares a scorecard as written with its recomputation.

use super::yaml::tree::{Kind, Node};
use crate::diagnostics::{Code, Diagnostic};
use serde_json::Value;

/// The first value of a scorecard that differs from what its own judgements give.
pub(super) fn difference(
    path: &str,
    node: &Node,
    written: &Value,
    again: &Value,
) -> Option<Diagnostic> {
    if written == again {
        return None;
    }
    let under = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    if let (Value::Object(own), Value::Object(other), Kind::Mapping(nodes)) =
        (written, again, &node.kind)
    {
        // A changed judgement is reported at a value that follows from it, before the seal.
        for (key, value) in other {
            let at = nodes.iter().find_map(|(k, n)| match &k.kind {
                Kind::Scalar(name) if name == key => Some(n),
                _ => None,
            });
            let (Some(at), Some(own)) = (at, own.get(key)) else { continue };
            let found = difference(&under(key), at, own, value);
            if found.is_some() {
                return found;
            }
        }
    }
    if let (Value::Array(own), Value::Array(other), Kind::List(nodes)) =
        (written, again, &node.kind)
    {
        for (index, ((own, other), at)) in own.iter().zip(other).zip(nodes).enumerate() {
            let found = difference(&under(&index.to_string()), at, own, other);
            if found.is_some() {
                return found;
            }
        }
    }
    let diagnostic = Diagnostic::at(Code::ScorecardDiffers, node.span).with("key", path);
    Some(diagnostic.with("found", shown(written)).with("expected", shown(again)))
}

/// A shortened value: a seal has 64 characters, of which the first are enough.
fn shown(value: &Value) -> String {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    match text.char_indices().nth(24) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
