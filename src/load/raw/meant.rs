//! What was meant by a text where the format has a list or a mapping.

use super::shape::Shape;
use crate::diagnostics::{Phrase, phrase};
use crate::load::yaml::tree::{Kind, Node};
use crate::model::PartialDate;

/// A period as the format writes it, with the years or the date that were typed, if readable.
pub fn period(node: &Node) -> String {
    let typed = match &node.kind {
        Kind::Scalar(typed) => typed.as_str(),
        _ => "",
    };
    let years: Vec<&str> =
        typed.split(|c: char| !c.is_ascii_digit()).filter(|part| part.len() == 4).collect();
    let (from, to) = match (typed.parse::<PartialDate>(), years.as_slice()) {
        (Ok(date), _) => (date.to_string(), date.to_string()),
        (_, [from, to]) => ((*from).to_owned(), (*to).to_owned()),
        _ => ("2022-11".to_owned(), "2025-03".to_owned()),
    };
    format!("{{from: {from}, to: {to}}}")
}

/// Whether a text looks like the code of a source.
pub fn is_code(node: &Node) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-';
    matches!(&node.kind, Kind::Scalar(typed) if typed.chars().all(fits)
        && typed.contains(|c: char| c.is_ascii_digit()) && typed.starts_with(char::is_alphabetic))
}

/// A bracketed list of the codes that were typed without brackets.
pub fn as_list(node: &Node, shape: &Shape) -> Option<Phrase> {
    let Kind::Scalar(typed) = &node.kind else { return None };
    let codes: Vec<&str> = typed.split([',', ';']).map(str::trim).collect();
    let one = |code: &&str| match shape {
        Shape::Text(_) | Shape::OrScalar(..) => Some((*code).to_owned()),
        Shape::Keys(_, keys) if keys.first().is_some_and(|key| key.name == "source") => {
            Some(format!("{{source: {code}}}"))
        }
        _ => None,
    };
    let bare = |code: &&str| {
        code.starts_with(char::is_alphanumeric)
            && code.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.'))
    };
    let items: Option<Vec<String>> = codes.iter().map(one).collect();
    let listed = items.filter(|_| codes.iter().all(bare))?.join(", ");
    Some(phrase("yaml-write").with("example", format!("[{listed}]")))
}
