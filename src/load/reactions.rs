//! Whether a reaction is about recommendations that the case has.

use super::places::Places;
use super::raw::{Context, Text};
use super::raw_case::{RawAfterword, RawResponse};
use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::model::Located;

/// Tells each recommendation that the reaction or the afterword names and the case does not have.
/// A code counts as that of a recommendation where it stands in front of a row, an item or a
/// paragraph, or behind the word: `A9` elsewhere may well be a road.
pub fn check(
    response: Option<&RawResponse>,
    afterword: Option<&RawAfterword>,
    known: &[&str],
    cx: &mut Context<'_>,
) {
    let texts = [response.and_then(|r| r.text.as_ref()), afterword.and_then(|a| a.text.as_ref())];
    for Text { value, span } in texts.into_iter().flatten() {
        let Some(value) = value else { continue };
        let text = Located { value: value.clone(), span: *span };
        let places = Places::of(&text, cx.sources);
        for (at, code) in named(value, known) {
            let place = places.span(at, at + code.len());
            let diagnostic = Diagnostic::at(Code::ReactionToNothing, place)
                .with("value", code)
                .with("known", known.join(", "))
                .with_some("nearest", nearest(code, known.iter().copied()));
            cx.push(diagnostic);
        }
    }
}

/// The codes of recommendations in a text that are none of the known ones, with their places.
fn named<'t>(text: &'t str, known: &[&str]) -> Vec<(usize, &'t str)> {
    let heads: Vec<&str> = known.iter().filter_map(|id| numbered(id)).collect();
    let mut out = Vec::new();
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        let inside = |c: char| c.is_alphanumeric() || c == '-';
        let mut at = 0;
        for word in line.split_inclusive(|c: char| !inside(c)) {
            let code = word.trim_end_matches(|c: char| !inside(c));
            let before = line.get(..at).unwrap_or("");
            let is_code = numbered(code).is_some_and(|head| heads.contains(&head));
            if is_code && !known.contains(&code) && introduced(before) {
                out.push((line_start + at, code));
            }
            at += word.len();
        }
        line_start += line.len();
    }
    out
}

/// The letters of a code that ends in a number, such as `A` of `A12`.
fn numbered(code: &str) -> Option<&str> {
    let head = code.trim_end_matches(|c: char| c.is_ascii_digit());
    (head.len() < code.len() && head.starts_with(char::is_alphabetic)).then_some(head)
}

/// Whether what stands before a code in its line makes it that of a recommendation.
fn introduced(before: &str) -> bool {
    let marks = |c: char| c.is_whitespace() || "|-*+>_(".contains(c) || c.is_ascii_digit();
    let first = before.trim_matches(|c: char| marks(c) || c == '.').is_empty();
    let word = before.trim_end().to_lowercase();
    first || ["aanbeveling", "aanbevelingen"].iter().any(|end| word.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn a_recommendation_that_is_not_there_is_seen_and_a_road_is_not() {
        let text = "| Nr. | Reactie |\n|---|---|\n| A1 | Ja |\n| A9 | Nee |\n\nOver aanbeveling A7: \
            nee. De A12 en de A2 lopen langs de stad.\n\n- **A8** nemen wij over.\n";
        let found: Vec<&str> =
            named(text, &["A1", "A2"]).into_iter().map(|(_, code)| code).collect();
        assert_eq!(found, ["A9", "A7", "A8"]);
        let at: Vec<&str> = named(text, &["A1", "A2"])
            .into_iter()
            .map(|(at, code)| &text[at..at + code.len()])
            .collect();
        assert_eq!(at, found);
        assert!(named(text, &[]).is_empty());
    }
}
