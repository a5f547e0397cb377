//! The formal response, and whether it refers to recommendations that the case has.

use super::raw::case::{RawAfterword, RawPosition, RawResponse};
use super::raw::procedure::RawReply;
use super::raw::{Context, May, Text};
use super::values::Ids;
use crate::diagnostics::{Code, Diagnostic, Span, nearest};
use crate::model::{Afterword, Located, Markdown, PositionOn, Response};
use crate::text::Places;

/// The formal response. `known` are the recommendations of the case.
pub fn response(raw: RawResponse, known: &[&str], cx: &mut Context<'_>) -> Option<Response> {
    let requested = cx.date(raw.requested);
    let due = cx.step_since(raw.due, "due", ("requested", requested));
    let date = cx.step_since(raw.date, "date", ("requested", requested));
    let items = raw.recommendations.map(|l| l.items).unwrap_or_default();
    // A response that was only asked for has no text yet; one in a form has positions alone.
    let text = match requested.is_some() || due.is_some() || !items.is_empty() {
        false => cx.need(raw.text.asked_for()),
        true => raw.text.known(),
    };
    let text = cx.markdown_some(text);
    let mut ids = Ids::default();
    let positions: Vec<PositionOn> =
        items.into_iter().filter_map(|item| position(item, known, &mut ids, cx)).collect();
    let asked = requested.is_some() || due.is_some();
    let given = asked || !text.is_empty() || !positions.is_empty();
    given.then_some(Response { requested, due, date, text, positions })
}

fn position(
    raw: RawPosition,
    known: &[&str],
    ids: &mut Ids,
    cx: &mut Context<'_>,
) -> Option<PositionOn> {
    let _span = raw.span;
    let id = cx.id(raw.id)?;
    ids.note(&id, cx);
    let position = cx.value(raw.position);
    let position = cx.word(position);
    let text = cx.markdown_some(raw.text);
    let commitment = cx.text_some(raw.commitment).unwrap_or_default();
    let due = cx.date(raw.due);
    if !known.contains(&id.value.as_str()) {
        unknown(&id.value, id.span, known, cx);
        return None;
    }
    let (recommendation, place) = (id.value, id.span);
    Some(PositionOn { recommendation, position: position?, text, commitment, due, place })
}

/// The afterword; empty where none is given yet. `known` are the recommendations of the case.
pub fn afterword(raw: May<RawAfterword>, known: &[&str], cx: &mut Context<'_>) -> Afterword {
    let Some(raw) = raw.known() else { return Afterword::default() };
    let items = raw.recommendations.map(|l| l.items).unwrap_or_default();
    let text = match items.is_empty() {
        true => cx.need(raw.text.asked_for()),
        false => raw.text.known(),
    };
    let text = cx.markdown_some(text);
    let mut ids = Ids::default();
    let replies = items.into_iter().filter_map(|item| reply(item, known, &mut ids, cx));
    Afterword { text, recommendations: replies.collect() }
}

fn reply(
    raw: RawReply,
    known: &[&str],
    ids: &mut Ids,
    cx: &mut Context<'_>,
) -> Option<(String, Markdown)> {
    let _span = raw.span;
    let id = cx.id(raw.id)?;
    ids.note(&id, cx);
    let text = cx.markdown(raw.text);
    if !known.contains(&id.value.as_str()) {
        unknown(&id.value, id.span, known, cx);
        return None;
    }
    Some((id.value, text))
}

/// Reports each recommendation that the response or the afterword names and the case does not have.
/// A code counts as that of a recommendation at the start of a table row, an item or a paragraph,
/// or after the word for it: `A9` elsewhere may well be a road.
pub fn check(
    response: Option<&RawResponse>,
    afterword: Option<&RawAfterword>,
    known: &[&str],
    cx: &mut Context<'_>,
) {
    let texts = [response.and_then(|r| r.text.as_ref()), afterword.and_then(|a| a.text.as_ref())];
    for Text { value, span, .. } in texts.into_iter().flatten() {
        let Some(value) = value else { continue };
        let text = Located { value: value.clone(), span: *span };
        let places = Places::of(&text, cx.sources);
        for (at, code) in named(value, known) {
            let place = places.span(at, at + code.len());
            unknown(code, place, known, cx);
        }
    }
}

/// Reports a recommendation that the case does not have.
pub fn unknown(code: &str, place: Span, known: &[&str], cx: &mut Context<'_>) {
    let diagnostic = Diagnostic::at(Code::ReactionToNothing, place)
        .with("value", code)
        .with("known", known.join(", "))
        .with_some("nearest", nearest(code, known.iter().copied()));
    cx.push(diagnostic);
}

/// The recommendations that a text names and that are not known, with their offsets: by a code
/// (`A9`, `A 9`), or by a number greater than the number of recommendations.
fn named<'t>(text: &'t str, known: &[&str]) -> Vec<(usize, &'t str)> {
    let heads: Vec<&str> = known.iter().filter_map(|id| numbered(id)).collect();
    let mut out = Vec::new();
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        let inside = |c: char| c.is_alphanumeric() || c == '-';
        let (mut at, mut last, mut several) = (0, None, false);
        for word in line.split_inclusive(|c: char| !inside(c)) {
            let code = whole_code(line, at, word.trim_end_matches(|c: char| !inside(c)), &heads);
            let before = line.get(..at).unwrap_or("");
            // As in `aanbevelingen A7, A8 en A9`.
            let row = last.is_some_and(|end| line.get(end..at).is_some_and(joins));
            let bare: String = code.split_whitespace().collect();
            let coded = numbered(&bare).is_some_and(|head| heads.contains(&head));
            // A year is not a number of a recommendation, and `aanbeveling 2 en 3 fte` names only
            // one.
            let counted = bare.len() <= 2 && bare.parse::<usize>().is_ok();
            let counted = counted && (called(before) || (row && several));
            several |= code.eq_ignore_ascii_case("aanbevelingen");
            if (coded && (row || introduced(before))) || counted {
                last = Some(at + code.len());
                let too_high = bare.parse::<usize>().is_ok_and(|number| number > known.len());
                if (coded && !known.contains(&bare.as_str())) || (too_high && !known.is_empty()) {
                    out.push((line_start + at, code));
                }
            }
            at += word.len();
        }
        line_start += line.len();
    }
    out
}

/// The code at an offset in a line, with the number after its letters if a space separates them.
fn whole_code<'t>(line: &'t str, at: usize, code: &'t str, heads: &[&str]) -> &'t str {
    let rest = line.get(at + code.len()..).unwrap_or("");
    let digits = rest.strip_prefix([' ', '\u{a0}']).unwrap_or("");
    let many = digits.len() - digits.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let gap = rest.len() - digits.len();
    match heads.contains(&code) && many > 0 {
        true => line.get(at..at + code.len() + gap + many).unwrap_or(code),
        false => code,
    }
}

/// Whether the text between two codes makes them one series.
fn joins(between: &str) -> bool {
    let mut words = between.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/'));
    !between.is_empty()
        && words.all(|word| matches!(word, "" | "en" | "of" | "t" | "m" | "tot" | "met"))
}

/// The letters of a code that ends in a number, such as `A` of `A12`.
fn numbered(code: &str) -> Option<&str> {
    let head = code.trim_end_matches(|c: char| c.is_ascii_digit());
    (head.len() < code.len() && head.starts_with(char::is_alphabetic)).then_some(head)
}

/// Whether the text before a code in its line makes it that of a recommendation.
fn introduced(before: &str) -> bool {
    let marks = |c: char| c.is_whitespace() || "|-*+>_(".contains(c) || c.is_ascii_digit();
    before.trim_matches(|c: char| marks(c) || c == '.').is_empty() || called(before)
}

/// Whether the word for a recommendation precedes a code or number.
fn called(before: &str) -> bool {
    let word = before.trim_end().to_lowercase();
    ["aanbeveling", "aanbevelingen"].iter().any(|end| word.ends_with(end))
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

    #[test]
    fn each_of_a_row_of_recommendations_is_seen_and_a_number_that_there_are_not_so_many_of() {
        let found = |text| -> Vec<&str> {
            named(text, &["A1", "A2"]).into_iter().map(|(_, code)| code).collect()
        };
        assert_eq!(found("De aanbevelingen A1, A7, A8 en A9 nemen wij over."), ["A7", "A8", "A9"]);
        assert_eq!(
            found("Aanbeveling A 78 en aanbeveling 79; aanbevelingen 1, 2 en 3."),
            ["A 78", "79", "3"]
        );
        assert_eq!(
            found("Bij aanbeveling 2: in 2024 rijden op de A 12 er 300."),
            Vec::<&str>::new()
        );
    }
}
