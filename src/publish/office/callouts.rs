//! Callouts as paragraph styles: a bar, a fill, and a word for the kind. The bar is above a callout
//! with a fill, and to the left of the others.

use serde::Serialize;

#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct CalloutStyle {
    /// The style of its paragraphs; the style of its title adds `Kop` to this id.
    pub id: &'static str,
    /// The display name of the style in Word.
    pub name: &'static str,
    /// The colour token of its bar.
    pub bar: &'static str,
    /// The width of the bar, in eighths of a point.
    pub width: usize,
    /// The colour token of its fill; `paper` means no fill.
    pub fill: &'static str,
    /// Whether the bar is above the callout rather than to its left.
    pub top: bool,
    pub italic: bool,
    /// Whether its text is smaller and quieter than that around it.
    pub small: bool,
}

impl CalloutStyle {
    pub fn filled(&self) -> bool {
        self.fill != "paper"
    }
}

const fn callout(
    id: &'static str,
    name: &'static str,
    bar: &'static str,
    width: usize,
    fill: &'static str,
    top: bool,
) -> CalloutStyle {
    CalloutStyle { id, name, bar, width, fill, top, italic: false, small: false }
}

/// All callout styles; the last one is for every other kind.
pub const CALLOUTS: [CalloutStyle; 9] = [
    callout("KaderOogopslag", "Kader oogopslag", "brand", 24, "panel", true),
    callout("KaderConclusie", "Kader conclusie", "accent", 12, "paper", true),
    callout("KaderBericht", "Kader bericht", "brand", 24, "paper", false),
    callout("KaderConcept", "Kader concept", "accent", 8, "warm", true),
    callout("KaderLetOp", "Kader let op", "accent", 24, "warm", true),
    callout("KaderObservatie", "Kader observatie", "link", 8, "panel", true),
    CalloutStyle {
        italic: true,
        ..callout("KaderNorm", "Kader norm", "brand", 18, "paper", false)
    },
    CalloutStyle { small: true, ..callout("Kantlijn", "Kantlijn", "rule", 6, "paper", false) },
    callout("KaderOverig", "Kader overig", "rule", 18, "paper", false),
];

/// The callout style of a kind.
pub fn of_kind(kind: &str) -> &'static CalloutStyle {
    &CALLOUTS[match kind {
        "oogopslag" => 0,
        "conclusie" => 1,
        "reconstructie" | "fictief" => 2,
        "concept" => 3,
        "let-op" | "caution" | "warning" => 4,
        "observatie" => 5,
        "norm" => 6,
        "kantlijn" => 7,
        _ => 8,
    }]
}
