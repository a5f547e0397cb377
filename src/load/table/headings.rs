//! The headings of a table of norms: which column a heading names.

use crate::text::composed;
use crate::text::invisible::{is_unusual_space, unseen};
use std::collections::BTreeMap;

/// The contents of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    Code,
    Norm,
    Name,
    Source,
    Explanation,
    Theme,
}

/// The headings of each column. Where two of them stand in one table, the one named first is read.
const HEADINGS: [(Column, &[&str]); 6] = [
    (Column::Code, &["code", "normcode", "norm nr", "normnr", "normnummer", "nr", "nummer", "id"]),
    (
        Column::Norm,
        &["norm", "normen", "normtekst", "toetsingscriterium", "criterium", "omschrijving"],
    ),
    (Column::Name, &["naam", "kort", "titel", "onderwerp"]),
    (Column::Source, &["bron", "bronnen", "grondslag", "basis"]),
    (Column::Explanation, &["toelichting", "uitleg"]),
    (Column::Theme, &["thema", "thema's", "onderdeel", "categorie"]),
];

/// A heading of a norm that many other tables have too, such as a list of terms.
const COMMON: &str = "omschrijving";

/// The column that a heading names.
pub fn named(heading: &str) -> Option<Column> {
    let heading = plain(heading);
    HEADINGS.iter().find(|(_, known)| known.contains(&heading.as_str())).map(|(column, _)| *column)
}

/// The place of each column in a row of headings.
pub fn columns(row: &[String]) -> BTreeMap<Column, usize> {
    let row: Vec<String> = row.iter().map(|cell| plain(cell)).collect();
    let at = |known: &&str| row.iter().position(|cell| cell == known);
    HEADINGS
        .iter()
        .filter_map(|(column, known)| Some((*column, known.iter().find_map(at)?)))
        .collect()
}

/// Whether a cell is the heading of the norms.
pub fn is_norm(cell: &str) -> bool {
    named(cell) == Some(Column::Norm)
}

/// How well a row does for the row of headings: the lower, the better. A row with one cell alone is
/// perhaps a title. `None` for a row without a heading of norms.
pub fn fit(row: &[String]) -> Option<usize> {
    let filled = row.iter().filter(|cell| !cell.is_empty()).count();
    let common = |cell: &&String| plain(cell) == COMMON;
    let mut norms = row.iter().filter(|cell| is_norm(cell)).peekable();
    norms.peek()?;
    Some(usize::from(filled < 2) + 2 * usize::from(norms.all(|cell| common(&cell))))
}

/// A heading in lower case, without characters that make no difference: `Norm(en):` is `normen`.
pub fn plain(heading: &str) -> String {
    let heading = composed(heading).to_lowercase().replace('’', "'");
    let space = |c: char| if is_unusual_space(c) || matches!(c, '-' | '_') { ' ' } else { c };
    let text: String = heading
        .chars()
        .filter(|c| !matches!(c, '(' | ')' | '*' | '.' | ':') && !unseen(*c))
        .map(space)
        .collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_spaces_and_points_make_no_difference() {
        for (heading, column) in [
            ("\u{a0}NORM \u{a0}nr.:", Column::Code),
            ("Norm(en) :", Column::Norm),
            ("Toetsings\u{ad}criterium", Column::Norm),
            ("Thema’s", Column::Theme),
        ] {
            assert_eq!(named(heading), Some(column), "{heading}");
        }
        assert_eq!(named("voldoet deels"), None);
        assert_eq!(named("Normenkader"), None);
    }
}
