//! The label of a callout, which identifies its kind without its layout.

/// The kind of a note in the margin, beside the text before it.
pub const MARGIN: &str = "kantlijn";

/// The kind of the colophon, which a PDF has on the back of its cover.
pub const COLOPHON: &str = "colofon";

/// The labels of the kinds that the theme styles. A note in the margin has only its own title.
const LABELS: [(&str, &str); 15] = [
    (COLOPHON, "Colofon"),
    (MARGIN, ""),
    ("oogopslag", "In één oogopslag"),
    ("observatie", "Observatie"),
    ("concept", "Concept"),
    ("reconstructie", "Reconstructie"),
    ("fictief", "Fictief"),
    ("conclusie", "Conclusie"),
    ("norm", "Norm"),
    ("let-op", "Let op"),
    ("note", "Toelichting"),
    ("tip", "Tip"),
    ("important", "Belangrijk"),
    ("warning", "Waarschuwing"),
    ("caution", "Let op"),
];

/// The label of a callout of this kind; for an unknown kind, the kind itself.
pub fn callout_label(kind: &str) -> String {
    if let Some((_, label)) = LABELS.iter().find(|(known, _)| *known == kind) {
        return (*label).to_owned();
    }
    let spaced = kind.replace(['-', '_'], " ");
    let mut letters = spaced.trim().chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => "Kader".to_owned(),
    }
}
