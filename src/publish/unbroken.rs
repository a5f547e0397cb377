//! Finds text that must not be broken over two lines: an amount, an article, a percentage, a code,
//! an address.

use crate::markdown::is_symbol;
use regex::Regex;
use std::sync::LazyLock;

/// Matches text such as `€ 650.000`, `art. 12`, `2,5 %`, `CA-3` and `B-CA-3`.
static WHOLE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let amount = r"€ \d[\d.,]*|\d[\d.,]* %";
    let place = r"(?i:art\.|artikel|lid|p\.|blz\.|nr\.) \d[\d.:]*\p{L}?";
    let code = r"(?:\p{Lu}{1,5}-)*\p{Lu}[\p{L}\p{N}]{0,5}(?:-\d{1,5})+[a-z]?";
    Regex::new(&format!("{amount}|{place}|{code}")).ok()
});

/// Matches an address, a path or a file name: a hyphen at a line end would seem part of it.
static ADDRESS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"://|^\W*www\.|@|_|\\|/[^/]+/|[\p{L}\p{N}]\.\p{L}{2}").ok());

/// How a piece of text is typeset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// As ordinary text.
    Text,
    /// Never broken over two lines.
    Whole,
    /// Broken without hyphens.
    Address,
    /// The symbol of a judgement, which one font draws, so that all are of one size.
    Symbol,
}

/// Splits a text into pieces. Most texts are one piece.
pub fn pieces(text: &str) -> Vec<(Piece, &str)> {
    let mut out: Vec<(Piece, &str)> = Vec::new();
    for (whole, piece) in kept(text) {
        if whole {
            out.push((Piece::Whole, piece));
            continue;
        }
        let (mut from, mut at) = (0, 0);
        // `from` is where the pending ordinary text begins; an address ends that text and its own
        // trailing spaces begin the next.
        for word in piece.split_inclusive(' ') {
            let bare = word.trim_end_matches(' ');
            let may = bare.contains(['/', '.', '@', '_', '\\']);
            if may && ADDRESS.as_ref().is_some_and(|address| address.is_match(bare)) {
                out.extend(at_symbols(piece.get(from..at).unwrap_or_default()));
                out.push((Piece::Address, bare));
                from = at + bare.len();
            }
            at += word.len();
        }
        out.extend(at_symbols(piece.get(from..).unwrap_or_default()));
    }
    out.retain(|(_, piece)| !piece.is_empty());
    out
}

/// Splits ordinary text at the symbols of judgements.
fn at_symbols(text: &str) -> impl Iterator<Item = (Piece, &str)> {
    text.split_inclusive(is_symbol).flat_map(|part| {
        let (before, symbol) = part.split_at(part.trim_end_matches(is_symbol).len());
        [(Piece::Text, before), (Piece::Symbol, symbol)]
    })
}

/// Splits a text into pieces; `true` for a piece that stays on one line.
pub fn kept(text: &str) -> Vec<(bool, &str)> {
    let mut out = Vec::new();
    let mut from = 0;
    // Each of them has a digit, and most texts have none.
    let whole = WHOLE.as_ref().filter(|_| text.contains(char::is_numeric));
    for found in whole.iter().flat_map(|whole| whole.find_iter(text)) {
        let before = text.get(..found.start()).and_then(|t| t.chars().next_back());
        let after = text.get(found.end()..).and_then(|t| t.chars().next());
        // A match within a longer word or an address does not count.
        let goes_on = |c: char| c.is_alphanumeric() || matches!(c, '/' | '\\' | '_' | '-' | '@');
        if before.is_some_and(|c| goes_on(c) || matches!(c, '.' | '='))
            || after.is_some_and(goes_on)
        {
            continue;
        }
        out.push((false, text.get(from..found.start()).unwrap_or_default()));
        out.push((true, found.as_str()));
        from = found.end();
    }
    out.push((false, text.get(from..).unwrap_or_default()));
    out.retain(|(_, piece)| !piece.is_empty());
    out
}

/// The text with non-breaking spaces for Word. Hyphens are not replaced by Word's non-breaking one:
/// somebody who searches for `CA-3` or copies it would not find it.
pub fn unbroken(text: &str) -> String {
    let piece = |(whole, piece): (bool, &str)| match whole {
        true => piece.replace(' ', "\u{a0}"),
        false => piece.to_owned(),
    };
    kept(text).into_iter().map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_places_percentages_and_codes_stay_whole_and_addresses_stay_as_they_are() {
        let whole = |text| {
            kept(text).into_iter().filter(|(whole, _)| *whole).map(|(_, t)| t).collect::<Vec<_>>()
        };
        assert_eq!(
            whole("Voor € 650.000 (norm CA-3, 2,5 %) volgens art. 12 lid 3 en blz. 7."),
            ["€ 650.000", "CA-3", "2,5 %", "art. 12", "lid 3", "blz. 7."]
        );
        assert_eq!(
            whole("een lid 2024-01 en CA-1, B-RR-3 en GM0637-12b"),
            ["CA-1", "B-RR-3", "GM0637-12b"]
        );
        for plain in
            ["https://x.nl/CA-3/lid", "stuk_CA-3", "beleid 3", "n.v.t.", "solid 4", "x=CA-3"]
        {
            assert!(whole(plain).is_empty(), "{plain}");
        }
    }

    #[test]
    fn addresses_paths_and_names_of_files_get_no_hyphen() {
        use Piece::{Address, Symbol, Text, Whole};
        assert_eq!(
            pieces("Zie https://x.nl/a-b/CA-3, of CA-3 in fte-capacity.yaml."),
            [
                (Text, "Zie "),
                (Address, "https://x.nl/a-b/CA-3,"),
                (Text, " of "),
                (Whole, "CA-3"),
                (Text, " in "),
                (Address, "fte-capacity.yaml."),
            ]
        );
        assert_eq!(
            pieces("De norm is ◑ voldoet deels, niet ○."),
            [
                (Text, "De norm is "),
                (Symbol, "◑"),
                (Text, " voldoet deels, niet "),
                (Symbol, "○"),
                (Text, "."),
            ]
        );
        assert_eq!(pieces("Een zin. Nog een zin."), [(Text, "Een zin. Nog een zin.")]);
    }

    #[test]
    fn nothing_of_a_text_is_lost() {
        for text in ["", "€ 5", "a CA-1 b € 2 c", "art. 1art. 2", " a@b.nl  c_d  € 5 "] {
            assert_eq!(pieces(text).into_iter().map(|(_, t)| t).collect::<String>(), text);
            assert_eq!(kept(text).into_iter().map(|(_, t)| t).collect::<String>(), text);
        }
        assert_eq!(unbroken("CA-3 kost € 5 of meer"), "CA-3 kost €\u{a0}5 of meer");
    }
}
