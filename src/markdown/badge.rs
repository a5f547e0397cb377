//! Judgements as written in documents: a symbol and a word, never a colour alone.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Badge {
    /// The key in files and in the theme.
    pub key: &'static str,
    pub symbol: &'static str,
    pub word: &'static str,
}

/// The discs of the levels of a scale, by how many quarters are filled. A level takes its disc and
/// its colour by its place on the scale, whatever it is called; the keys are those of the theme.
const DISCS: [(&str, &str); 5] =
    [("niet", "○"), ("kwart", "◔"), ("deels", "◑"), ("grotendeels", "◕"), ("voldoet", "●")];

/// What stands beside a scale; the last one is the fallback of [`badge`].
static BESIDE: [Badge; 7] = [
    Badge { key: "niet-te-beoordelen", symbol: "?", word: "niet te beoordelen" },
    Badge { key: "niet-vast-te-stellen", symbol: "?", word: "niet vast te stellen" },
    Badge { key: "niet-van-toepassing", symbol: "–", word: "niet van toepassing" },
    Badge { key: "niet-onderzocht", symbol: "◌", word: "niet onderzocht" },
    Badge { key: "nog-in-te-vullen", symbol: "…", word: "nog in te vullen" },
    Badge { key: "geldt-nog-niet", symbol: "»", word: "geldt nog niet" },
    Badge { key: "geen-oordeel", symbol: "□", word: "geen oordeel" },
];

/// The longest word of a level that is recognised in a cell.
const LONGEST_WORD: usize = 40;

/// The keys of all judgements: of the levels from high to low, then of what stands beside them.
pub fn keys() -> impl Iterator<Item = &'static str> {
    let levels = DISCS.iter().rev().map(|(key, _)| *key);
    levels.chain(BESIDE.iter().map(|badge| badge.key))
}

/// How many quarters of the disc of this key are filled; `None` for what stands beside a scale.
#[must_use]
pub fn quarters(key: &str) -> Option<usize> {
    DISCS.iter().position(|(known, _)| *known == key)
}

/// The badge of the level at this rank from the lowest, on a scale of so many steps.
#[must_use]
pub fn level_badge(rank: usize, steps: usize, word: &'static str) -> Badge {
    let quarters = match (rank, steps) {
        (0, _) => 0,
        (rank, steps) if rank >= steps => 4,
        (_, 2) => 2,
        (rank, 3) => rank + 1,
        (rank, _) => rank,
    };
    let (key, symbol) = DISCS.get(quarters).copied().unwrap_or(("niet", "○"));
    Badge { key, symbol, word }
}

/// Symbols of judgements that also occur in ordinary text.
const ORDINARY: [&str; 3] = ["?", "–", "…"];

fn symbols() -> impl Iterator<Item = &'static str> {
    let discs = DISCS.iter().rev().map(|(_, symbol)| *symbol);
    discs.chain(BESIDE.iter().map(|badge| badge.symbol))
}

/// Whether a character is only ever the symbol of a judgement, so that it must stay with the word
/// after it.
#[must_use]
pub fn is_symbol(c: char) -> bool {
    let mut own = symbols().filter(|symbol| !ORDINARY.contains(symbol));
    !c.is_ascii() && own.any(|symbol| symbol.starts_with(c))
}

/// Whether a judgement may begin with this character.
#[must_use]
pub fn begins(c: char) -> bool {
    symbols().any(|symbol| symbol.starts_with(c))
}

/// The badges that stand beside every scale.
#[must_use]
pub fn beside() -> &'static [Badge] {
    &BESIDE
}

/// The badge beside a scale with this key; *geen oordeel* if the key is unknown.
#[must_use]
pub fn badge(key: &str) -> Badge {
    let none = BESIDE[BESIDE.len() - 1];
    BESIDE.into_iter().find(|b| b.key == key).unwrap_or(none)
}

/// The key of the judgement that the text of a table cell consists of, if any: the disc of a level
/// and a word of the researchers' own, or one of the fixed judgements beside a scale.
#[must_use]
pub fn key_of_text(text: &str) -> Option<&'static str> {
    let (symbol, word) = text.trim().split_once([' ', '\u{a0}'])?;
    let word = word.trim();
    if let Some((key, _)) = DISCS.iter().find(|(_, known)| *known == symbol) {
        return (!word.is_empty() && word.chars().count() <= LONGEST_WORD).then_some(key);
    }
    BESIDE.into_iter().find(|b| b.symbol == symbol && b.word == word).map(|b| b.key)
}

impl std::fmt::Display for Badge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.symbol, self.word)
    }
}
