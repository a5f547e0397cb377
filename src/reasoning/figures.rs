//! What a line of a document states: judgements, responses to recommendations, numbers and dates.

use crate::markdown::{begins, beside, is_symbol};
use crate::model::{MONTHS, Position};
use std::ops::Range;

/// The judgements in a line with their offsets, as symbol and word; and the responses to a
/// recommendation that are the whole line or a whole cell.
pub fn judgements(line: &str) -> Vec<(usize, String)> {
    let mut out = Vec::new();
    for (at, symbol) in line.char_indices() {
        let rest = line.get(at..).unwrap_or("");
        if is_symbol(symbol) {
            let end = rest.find(|c: char| !c.is_alphabetic() && c != ' ' && c != symbol);
            let judgement = rest.get(..end.unwrap_or(rest.len())).unwrap_or("");
            out.push((at, judgement.trim_end().to_owned()));
        } else if begins(symbol) {
            // A dash or a question mark alone is none.
            let fixed = beside().iter().map(ToString::to_string);
            out.extend(fixed.filter(|known| rest.starts_with(known)).map(|known| (at, known)));
        }
    }
    let mut at = 0;
    for cell in line.split('|') {
        let word = cell.trim_start_matches(['>', ' ']);
        let start = at + cell.len() - word.len();
        at += cell.len() + 1;
        let mut known = Position::WORDS.into_iter().map(|(_, position)| position.in_words());
        out.extend(known.find(|known| *known == word.trim_end()).map(|w| (start, w.to_owned())));
    }
    out
}

/// The numbers in a text with their offsets, including percent signs and separators; a date with
/// its month is one (`1 september 2026`). Digits in a code (`D03`, `CA-1`), in a checksum, in the
/// target of a link or image, or before an item of a list are not numbers.
pub fn figures(text: &str) -> Vec<(usize, &str)> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for mut figure in numbers(text) {
        let before = text.get(..figure.start).unwrap_or("");
        let month = MONTHS.iter().find(|m| before.trim_end().ends_with(*m));
        if let Some(start) = month.and_then(|month| before.rfind(month)) {
            let day =
                out.pop_if(|day| text.get(day.end..start).is_some_and(|t| t.trim().is_empty()));
            figure.start = day.map_or(start, |day| day.start);
        }
        out.push(figure);
    }
    out.into_iter().filter_map(|range| Some((range.start, text.get(range)?))).collect()
}

fn numbers(text: &str) -> impl Iterator<Item = Range<usize>> {
    let inside = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '%');
    let (mut at, first) = (0, item_number(text));
    text.split_inclusive(move |c: char| !inside(c))
        .filter_map(move |piece| {
            let start = at;
            at += piece.len();
            let token = piece.trim_end_matches(|c: char| !c.is_ascii_digit() && c != '%');
            let digits = token.find(|c: char| c.is_ascii_digit())?;
            Some(start + digits..start + token.len())
        })
        .filter(move |number| {
            let before = text.get(..number.start).unwrap_or("");
            let code = before.strip_suffix('-').unwrap_or(before).ends_with(char::is_alphabetic);
            let target = before
                .rfind("](")
                .is_some_and(|at| before.get(at..).is_some_and(|rest| !rest.contains(')')));
            let word = |c: char| !c.is_ascii_alphanumeric();
            let from = before.rfind(word).map_or(0, |at| at + 1);
            let whole = text.get(from..).unwrap_or("").split(word).next().unwrap_or("");
            first != Some(number.start) && !code && !target && !is_sum(whole)
        })
}

/// The offset of the number before an item of a list.
fn item_number(line: &str) -> Option<usize> {
    let item = line.trim_start_matches(['>', ' ']);
    let rest = item.trim_start_matches(|c: char| c.is_ascii_digit());
    let marked = rest.starts_with(". ") || rest.starts_with(") ");
    (marked && rest.len() < item.len()).then_some(line.len() - item.len())
}

/// Whether a word is a SHA-256.
pub fn is_sum(word: &str) -> bool {
    word.len() == 64 && word.bytes().all(|b| b.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_with_its_month_is_one_figure_and_the_number_of_an_item_is_none() {
        let of = |text| figures(text).into_iter().map(|(_, f)| f).collect::<Vec<_>>();
        assert_eq!(
            of("> 1. Vóór 1 september 2026, in mei 2027 of 2028."),
            ["1 september 2026", "mei 2027", "2028"]
        );
        assert_eq!(of("12) Op 3 van de 4."), ["3", "4"]);
        assert_eq!(of("2026 was het jaar; in de maand mei 3.000 keer."), ["2026", "mei 3.000"]);
        assert_eq!(of("1.000 euro"), ["1.000"]);
    }

    #[test]
    fn a_response_is_a_whole_line_or_cell() {
        assert_eq!(judgements("> deels overgenomen"), [(2, "deels overgenomen".to_owned())]);
        assert_eq!(judgements("| 3 | Meet | overgenomen | – |"), [(13, "overgenomen".to_owned())]);
        assert_eq!(judgements("Alles is overgenomen – of niet? – niet van"), []);
        assert_eq!(
            judgements("| CA-8 | – niet van toepassing |"),
            [(9, "– niet van toepassing".to_owned())]
        );
    }
}
