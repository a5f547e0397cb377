//! Reports why a comparison is impossible, at the place of the cause.

use super::places::Places;
use crate::compare::Problem;
use crate::diagnostics::{Code, Diagnostic, nearest};

/// Maximum number of names that a message lists.
const MOST_LISTED: usize = 20;

/// The diagnostic for a problem, at its place.
pub fn diagnostic(problem: Problem, places: &Places) -> Diagnostic {
    match problem {
        Problem::NotInMargins(by) => {
            Diagnostic::of_file(Code::NotInMargins, "--by").with("value", by)
        }
        Problem::TooFew => places.whole(Code::TooFewAudits),
        Problem::Kinds { first: (place, other, other_kind), second: (path, name, kind) } => {
            Diagnostic::of_file(Code::KindsDiffer, path)
                .with("value", name)
                .with("kind", kind.noun())
                .with("other", other)
                .with("otherkind", other_kind.noun())
                .with("where", place)
        }
        Problem::NothingInCommon => places.whole(Code::NothingInCommon),
        Problem::Twice(name, first, second) => {
            let diagnostic = Diagnostic::of_file(Code::TwiceInPeriod, second);
            diagnostic.with("value", name).with("where", first)
        }
        Problem::OneCode { code, first, second } => {
            Diagnostic::of_file(Code::OneCodeTwoNames, second.0)
                .with("code", code)
                .with("value", second.1)
                .with("other", first.1)
                .with("where", first.0)
        }
        Problem::UnknownProperty { by, known } => {
            let near = nearest(&by, known.iter().map(String::as_str)).map(str::to_owned);
            let listed = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
            Diagnostic::of_file(Code::UnknownProperty, "compare")
                .with("value", by)
                .with("known", listed)
                .with_some("nearest", near)
        }
        Problem::UnknownGroup { group, known } => {
            let near = nearest(&group, known.iter().map(String::as_str)).map(str::to_owned);
            Diagnostic::of_file(Code::EmptyGroup, "--contrast")
                .with("value", group)
                .with("known", known.join(", "))
                .with_some("nearest", near)
        }
        Problem::UnknownMember { name, known } => unknown_member(&name, &known),
        Problem::UnknownLevel { level, known } => {
            let near = nearest(&level, known.iter().map(String::as_str)).map(str::to_owned);
            Diagnostic::of_file(Code::UnknownWord, "--level")
                .with("value", level)
                .with("known", known.join(", "))
                .with_some("nearest", near)
        }
        Problem::NoPair { by, value } => {
            let diagnostic = Diagnostic::of_file(Code::NoPair, "--pairs");
            diagnostic.with("column", by).with("value", value)
        }
    }
}

fn unknown_member(name: &str, known: &[String]) -> Diagnostic {
    let near = nearest(name, known.iter().map(String::as_str)).unwrap_or("none");
    let more = if known.len() > MOST_LISTED { ", …" } else { "" };
    let first: Vec<&str> = known.iter().take(MOST_LISTED).map(String::as_str).collect();
    Diagnostic::of_file(Code::UnknownMember, "--factsheet")
        .with("value", name)
        .with("known", format!("{}{more}", first.join(", ")))
        .with("nearest", near)
}
