//! Callouts as styles of paragraphs: a bar, a fill, and a word for the kind. Where there is a fill
//! the bar lies on top of it; elsewhere it stands on the left.

use serde::Serialize;

/// A family of callouts that look alike.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Kader {
    /// The style of its paragraphs; that of its title has `Kop` behind it.
    pub id: &'static str,
    /// What the style is called in Word.
    pub name: &'static str,
    /// The token of the colour of its bar.
    pub bar: &'static str,
    /// The width of the bar, in eighths of a point.
    pub width: usize,
    /// The token of its fill; `paper` is none.
    pub fill: &'static str,
    /// Whether the bar lies on top.
    pub top: bool,
    /// Whether its text is in italics.
    pub italic: bool,
}

impl Kader {
    /// Whether it has a fill of its own.
    pub fn filled(&self) -> bool {
        self.fill != "paper"
    }
}

const fn kader(
    id: &'static str,
    name: &'static str,
    bar: &'static str,
    width: usize,
    fill: &'static str,
    top: bool,
) -> Kader {
    Kader { id, name, bar, width, fill, top, italic: false }
}

/// All families; the last one is for every other kind.
pub const KADERS: [Kader; 8] = [
    kader("KaderOogopslag", "Kader oogopslag", "brand", 24, "panel", true),
    kader("KaderConclusie", "Kader conclusie", "accent", 12, "paper", true),
    kader("KaderBericht", "Kader bericht", "brand", 24, "paper", false),
    kader("KaderConcept", "Kader concept", "accent", 8, "warm", true),
    kader("KaderLetOp", "Kader let op", "accent", 24, "warm", true),
    kader("KaderObservatie", "Kader observatie", "link", 8, "panel", true),
    Kader { italic: true, ..kader("KaderNorm", "Kader norm", "brand", 18, "paper", false) },
    kader("KaderOverig", "Kader overig", "rule", 18, "paper", false),
];

/// The family of a kind and the word for it, the same words as in the PDF.
pub fn of_kind(kind: &str) -> (&'static Kader, String) {
    let (index, word) = match kind {
        "oogopslag" => (0, "In één oogopslag"),
        "conclusie" => (1, "Conclusie"),
        "reconstructie" => (2, "Reconstructie"),
        "fictief" => (2, "Fictief"),
        "concept" => (3, "Concept"),
        "let-op" | "caution" => (4, "Let op"),
        "warning" => (4, "Waarschuwing"),
        "observatie" => (5, "Observatie"),
        "norm" => (6, "Norm"),
        "note" => (7, "Toelichting"),
        "tip" => (7, "Tip"),
        "important" => (7, "Belangrijk"),
        _ => (7, ""),
    };
    let word = if word.is_empty() { of_unknown(kind) } else { word.to_owned() };
    (&KADERS[index], word)
}

fn of_unknown(kind: &str) -> String {
    let spaced = kind.replace(['-', '_'], " ");
    let mut letters = spaced.trim().chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => "Kader".to_owned(),
    }
}
