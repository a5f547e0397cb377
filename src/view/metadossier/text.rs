//! Texts of a case as a cell of a spreadsheet shows them: without markup, a line for each paragraph.

use crate::markdown::{Block, parse, plain};
use crate::model::Markdown;

/// Most characters of a cell: a cell of Excel holds 32,767.
const MOST: usize = 32_000;

/// Stands before each item of a list.
const BULLET: &str = "• ";

/// The text of a field, without markup and footnotes.
pub fn shown(text: &Markdown) -> String {
    let mut lines = Vec::new();
    blocks(&parse(text.as_str()).blocks, "", &mut lines);
    lines.join("\n")
}

/// Items below each other; one alone has no mark.
pub fn listed(items: &[String]) -> String {
    match items {
        [one] => one.clone(),
        several => {
            several.iter().map(|item| format!("{BULLET}{item}")).collect::<Vec<_>>().join("\n")
        }
    }
}

/// A text that fits in a cell; what does not fit is cut off, and said to be.
pub fn fitting(text: &str) -> String {
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let kept: String = text.chars().take(MOST).collect();
    format!("{kept} … (ingekort: een cel kan niet meer tekst bevatten)")
}

fn blocks(all: &[Block], mark: &str, lines: &mut Vec<String>) {
    for block in all {
        match block {
            Block::Heading { c, .. } | Block::Para { c } => {
                lines.push(format!("{mark}{}", plain(c)))
            }
            Block::List { items, .. } => {
                items.iter().for_each(|item| blocks(item, BULLET, lines));
            }
            Block::Quote { c } | Block::Callout { c, .. } => blocks(c, mark, lines),
            Block::Code { text, .. } => lines.push(text.clone()),
            Block::Table { header, rows, .. } => {
                for row in std::iter::once(header).chain(rows) {
                    let cells: Vec<String> = row.iter().map(|cell| plain(cell)).collect();
                    lines.push(cells.join(" | "));
                }
            }
            Block::Figure { alt, .. } => lines.push(format!("[{alt}]")),
            Block::Rule | Block::Notes { .. } => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_loses_its_markup_and_keeps_its_lines() {
        let text = "Het **college** weet dit.\n\n- een\n- twee [meer](https://x.nl)\n\n> Citaat.";
        assert_eq!(
            shown(&Markdown::normalised(text.to_owned())),
            "Het college weet dit.\n• een\n• twee meer\nCitaat."
        );
    }

    #[test]
    fn a_text_longer_than_a_cell_is_cut_off_and_says_so() {
        let cut = fitting(&"é".repeat(40_000));
        assert!(cut.chars().count() < 32_767);
        assert!(cut.ends_with("(ingekort: een cel kan niet meer tekst bevatten)"));
    }
}
