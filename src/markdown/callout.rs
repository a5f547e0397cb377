//! The word on a callout, by which it is known without its form.

/// The words on the kinds that the themes design.
const LABELS: [(&str, &str); 13] = [
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

/// The word on a callout of this kind; that of an unknown kind is the kind itself.
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
