//! Judgements as written in documents: a symbol and a word, never a colour alone.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Badge {
    /// The key in files and in the theme.
    pub key: &'static str,
    pub symbol: &'static str,
    pub word: &'static str,
}

/// All judgements; the last one is the fallback of [`badge`].
pub const BADGES: [Badge; 10] = [
    Badge { key: "voldoet", symbol: "●", word: "voldoet" },
    Badge { key: "grotendeels", symbol: "◕", word: "voldoet grotendeels" },
    Badge { key: "deels", symbol: "◑", word: "voldoet deels" },
    Badge { key: "niet", symbol: "○", word: "voldoet niet" },
    Badge { key: "niet-te-beoordelen", symbol: "?", word: "niet te beoordelen" },
    Badge { key: "niet-van-toepassing", symbol: "–", word: "niet van toepassing" },
    Badge { key: "niet-onderzocht", symbol: "◌", word: "niet onderzocht" },
    Badge { key: "nog-in-te-vullen", symbol: "…", word: "nog in te vullen" },
    Badge { key: "geldt-nog-niet", symbol: "»", word: "geldt nog niet" },
    Badge { key: "geen-oordeel", symbol: "□", word: "geen oordeel" },
];

/// Symbols of judgements that also occur in ordinary text.
const ORDINARY: [&str; 3] = ["?", "–", "…"];

/// Whether a character is only ever the symbol of a judgement, so that it must stay with the word
/// after it.
#[must_use]
pub fn is_symbol(c: char) -> bool {
    let mut own = BADGES.iter().filter(|badge| !ORDINARY.contains(&badge.symbol));
    !c.is_ascii() && own.any(|badge| badge.symbol.starts_with(c))
}

/// The badge with this key; *geen oordeel* if the key is unknown.
#[must_use]
pub fn badge(key: &str) -> Badge {
    let none = BADGES[BADGES.len() - 1];
    BADGES.into_iter().find(|b| b.key == key).unwrap_or(none)
}

/// The badge that the text of a table cell consists of, if any.
#[must_use]
pub fn badge_of_text(text: &str) -> Option<Badge> {
    let (symbol, word) = text.trim().split_once([' ', '\u{a0}'])?;
    BADGES.into_iter().find(|b| b.symbol == symbol && b.word == word.trim())
}

impl std::fmt::Display for Badge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.symbol, self.word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The theme has a copy of this list, because Typst chooses a font by it before it reads a
    /// document.
    #[test]
    fn the_theme_takes_the_same_symbols_from_one_font() {
        let theme = include_str!("../../templates/theme/style.typ");
        let listed = theme.split_once("regex(\"[^").and_then(|(_, rest)| rest.split_once(']'));
        let symbols: String =
            BADGES.iter().map(|b| b.symbol).filter(|s| s.chars().any(is_symbol)).collect();
        assert_eq!(listed.map(|(list, _)| list), Some(symbols.as_str()));
    }
}
