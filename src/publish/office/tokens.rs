//! The tokens of the house style that apply to Word files.

use crate::assets::Assets;
use crate::diagnostics::{Code, Diagnostic, Fact, Report, SourceMap, Span, of_toml, phrase};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const FILE: &str = "templates/theme/tokens.toml";

/// The part of `tokens.toml` that applies to Word files.
#[derive(Debug, Clone, Deserialize)]
pub struct Tokens {
    /// Colours; after reading, six hexadecimal digits.
    pub colour: Colours,
    /// Fonts and sizes of Word files.
    #[serde(default)]
    pub word: Word,
    #[serde(default)]
    pub logo: Logo,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Colours {
    ink: String,
    muted: String,
    brand: String,
    accent: String,
    link: String,
    rule: String,
    panel: String,
    warm: String,
    judgement: BTreeMap<String, String>,
}

impl Colours {
    /// The colour of a token; white (the paper) if the token does not exist.
    pub fn named(&self, name: &str) -> &str {
        match name {
            "ink" => &self.ink,
            "muted" => &self.muted,
            "brand" => &self.brand,
            "accent" => &self.accent,
            "link" => &self.link,
            "rule" => &self.rule,
            "panel" => &self.panel,
            "warm" => &self.warm,
            _ => "FFFFFF",
        }
    }

    /// The colour of a judgement, or else the neutral one.
    pub fn judgement(&self, level: &str) -> &str {
        let own = self.judgement.get(level).or_else(|| self.judgement.get("neutral"));
        own.map_or(&self.muted, |colour| colour)
    }

    fn all(&mut self) -> impl Iterator<Item = &mut String> {
        let Self { ink, muted, brand, accent, link, rule, panel, warm, judgement } = self;
        [ink, muted, brand, accent, link, rule, panel, warm]
            .into_iter()
            .chain(judgement.values_mut())
    }
}

/// Fonts that every office computer has, sizes in points, margins in millimetres.
#[derive(Debug, Clone, Deserialize)]
#[serde(default)]
pub struct Word {
    /// Body text.
    pub text: String,
    /// Headings and titles.
    pub heading: String,
    /// Code.
    pub code: String,
    /// The size of body text.
    pub size: f64,
    /// The size of text in tables.
    pub table: f64,
    pub top: f64,
    pub bottom: f64,
    pub left: f64,
    pub right: f64,
}

impl Default for Word {
    fn default() -> Self {
        Self {
            text: "Calibri".to_owned(),
            heading: "Cambria".to_owned(),
            code: "Consolas".to_owned(),
            size: 11.0,
            table: 9.5,
            top: 28.0,
            bottom: 25.0,
            left: 32.0,
            right: 25.0,
        }
    }
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Logo {
    /// Its file, relative to the folder of the tokens.
    pub path: Option<String>,
    /// Its alternative text.
    pub alt: Option<String>,
    /// Its width, in millimetres.
    pub width: Option<f64>,
}

impl Tokens {
    /// Reads the tokens; errors in them are in the report.
    pub fn read(assets: &Assets, sources: &mut SourceMap, report: &mut Report) -> Option<Self> {
        crate::templates::tokens(assets, sources, report)?;
        let bytes = assets.get(FILE)?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let mut fail = |range: Option<std::ops::Range<usize>>, reason: Fact| {
            let range = range.unwrap_or(0..0);
            let file = sources.add(FILE, &text);
            let span = Span { file, start: range.start, end: range.end };
            report.push(Diagnostic::at(Code::BadTokenValue, span).with("reason", reason));
        };
        let mut tokens: Self = match toml::from_str(&text) {
            Ok(tokens) => tokens,
            Err(error) => {
                fail(error.span(), of_toml(&error));
                return None;
            }
        };
        for colour in tokens.colour.all() {
            let Some(digits) = hexadecimal(colour) else {
                let quoted = format!("\"{colour}\"");
                let range = text.find(&quoted).map(|at| at..at + quoted.len());
                fail(range, phrase("no-colour").with("value", &*colour).into());
                return None;
            };
            *colour = digits;
        }
        let sizes = tokens.word.sizes();
        if let Some((name, _)) = sizes.into_iter().find(|(_, size)| !(4.0..=100.0).contains(size)) {
            let range = text.find("[word]").map(|at| at..at + "[word]".len());
            fail(range, phrase("word-size").with("name", name).into());
            return None;
        }
        Some(tokens)
    }
}

impl Word {
    fn sizes(&self) -> [(&'static str, f64); 6] {
        [
            ("size", self.size),
            ("table", self.table),
            ("top", self.top),
            ("bottom", self.bottom),
            ("left", self.left),
            ("right", self.right),
        ]
    }
}

/// Normalises `#0f3b4c` or `#abc`, either with or without transparency, to six digits.
fn hexadecimal(colour: &str) -> Option<String> {
    let digits = colour.trim().strip_prefix('#').unwrap_or(colour.trim());
    if !digits.chars().all(|c| c.is_ascii_hexdigit()) {
        return None;
    }
    let six = match digits.len() {
        3 | 4 => digits.chars().take(3).flat_map(|c| [c, c]).collect(),
        6 | 8 => digits.chars().take(6).collect::<String>(),
        _ => return None,
    };
    Some(six.to_uppercase())
}

/// Rounds a length to whole units.
pub fn whole(length: f64) -> usize {
    #[expect(clippy::cast_possible_truncation, reason = "lengths of a page, checked when read")]
    let whole = length.max(0.0).round() as u32;
    usize::try_from(whole).unwrap_or(0)
}

/// Converts millimetres to twentieths of a point.
pub fn twips(millimetres: f64) -> usize {
    whole(millimetres * 1440.0 / 25.4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_as_the_theme_reads_them() {
        assert_eq!(hexadecimal("#0f3b4c").as_deref(), Some("0F3B4C"));
        assert_eq!(hexadecimal("#abc").as_deref(), Some("AABBCC"));
        assert_eq!(hexadecimal("#0f3b4cff").as_deref(), Some("0F3B4C"));
        assert_eq!(hexadecimal("teal"), None);
        assert_eq!(hexadecimal(""), None);
    }

    #[test]
    fn the_shipped_tokens_are_read() {
        let (mut sources, mut report) = (SourceMap::default(), Report::default());
        let tokens = Tokens::read(&Assets::embedded(), &mut sources, &mut report);
        assert!(tokens.is_some(), "{report:?}");
    }
}
