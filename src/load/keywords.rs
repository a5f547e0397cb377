//! The words of the format, which reading checks and the schemas list.

use crate::diagnostics::{CURLY_QUOTES, nearest};
use crate::model::{Addressee, Answer, BasisKind, Better, Level, Stance, Strength};

/// True or not.
pub const YES_NO: [(&str, bool); 2] = [("true", true), ("false", false)];

/// Whether a source supports a finding.
pub const STANCES: [(&str, Stance); 2] =
    [("supports", Stance::Supports), ("contradicts", Stance::Contradicts)];

/// What is known of a point of a checklist.
pub const ANSWERS: [(&str, Answer); 3] =
    [("ja", Answer::Yes), ("nee", Answer::No), ("onbekend", Answer::Unknown)];

/// Where a norm comes from.
pub const BASIS_KINDS: [(&str, BasisKind); 4] = [
    ("law", BasisKind::Law),
    ("policy", BasisKind::Policy),
    ("literature", BasisKind::Literature),
    ("professional", BasisKind::Professional),
];

/// How the level of a criterion comes about.
#[derive(Debug, Clone, Copy)]
pub enum MeasureKind {
    /// The researcher chooses it.
    Assessed,
    /// It follows from points.
    Checklist,
    /// It follows from a number.
    Quantity,
}

/// The words for kinds of measure.
pub const MEASURE_KINDS: [(&str, MeasureKind); 3] = [
    ("assessed", MeasureKind::Assessed),
    ("checklist", MeasureKind::Checklist),
    ("quantity", MeasureKind::Quantity),
];

/// What thresholds may be relative to.
pub const RELATIVE: [(&str, ()); 1] = [("peer-median", ())];

/// Which way a quantity is better.
pub const BETTER: [(&str, Better); 2] = [("higher", Better::Higher), ("lower", Better::Lower)];

/// Whether the rows of a coding are real, or only add up (`true`).
pub const ROWS: [(&str, bool); 2] = [("coded", false), ("margins", true)];

/// How firmly a judgement stands.
pub const STRENGTHS: [(&str, Strength); 3] =
    [("strong", Strength::Strong), ("moderate", Strength::Moderate), ("narrow", Strength::Narrow)];

/// What is typed for a word of the format, mostly in Dutch where the format has English.
const MEANT: &[(&str, &str)] = &[
    ("stuk", "document"),
    ("rapport", "document"),
    ("verslag", "document"),
    ("brief", "document"),
    ("nieuwsbericht", "document"),
    ("nieuws", "document"),
    ("krant", "document"),
    ("krantenartikel", "document"),
    ("artikel", "document"),
    ("raadsvoorstel", "document"),
    ("raadsstuk", "document"),
    ("raadsbesluit", "document"),
    ("raadsbrief", "document"),
    ("notulen", "document"),
    ("beleidsplan", "document"),
    ("beleidsstuk", "document"),
    ("website", "document"),
    ("webpagina", "document"),
    ("begroting", "document"),
    ("jaarverslag", "document"),
    ("jaarrekening", "document"),
    ("bestand", "data"),
    ("spreadsheet", "data"),
    ("excel", "data"),
    ("bezoek", "observation"),
    ("werkbezoek", "observation"),
    ("inzage", "observation"),
    ("gesprek", "interview"),
    ("vraaggesprek", "interview"),
    ("groepsgesprek", "group-session"),
    ("groepssessie", "group-session"),
    ("groepsbijeenkomst", "group-session"),
    ("bijeenkomst", "group-session"),
    ("focusgroep", "group-session"),
    ("waarneming", "observation"),
    ("observatie", "observation"),
    ("cijfers", "data"),
    ("gegevens", "data"),
    ("dataset", "data"),
    ("register", "data"),
    ("registratie", "data"),
    ("steunt", "supports"),
    ("ondersteunt", "supports"),
    ("bevestigt", "supports"),
    ("weerspreekt", "contradicts"),
    ("tegenspreekt", "contradicts"),
    ("spreekt tegen", "contradicts"),
    ("yes", "ja"),
    ("true", "ja"),
    ("no", "nee"),
    ("false", "nee"),
    ("unknown", "onbekend"),
    ("ja", "true"),
    ("yes", "true"),
    ("nee", "false"),
    ("no", "false"),
    ("gedeeltelijk", "deels"),
    ("ten dele", "deels"),
    ("nvt", "niet-van-toepassing"),
    ("n.v.t.", "niet-van-toepassing"),
    ("draft", "concept"),
    ("vastgesteld", "definitief"),
    ("gemeenteraad", "raad"),
    ("wethouder", "college"),
    ("wethouders", "college"),
    ("b en w", "college"),
    ("college van b en w", "college"),
    ("college en raad", "raad-en-college"),
    ("griffier", "griffie"),
    ("wet", "law"),
    ("beleid", "policy"),
    ("literatuur", "literature"),
    ("vakkennis", "professional"),
    ("oordeel", "assessed"),
    ("getal", "quantity"),
    ("hoeveelheid", "quantity"),
    ("hoger", "higher"),
    ("lager", "lower"),
    ("steekproef", "sample"),
    ("weigeren", "refuse"),
    ("waarschuwen", "warn"),
];

/// The word that was meant, as far as can be told: one of the same sense, or of nearly the same
/// letters. Of a level as reports word it (*voldoet deels*), the word beside *voldoet*.
pub fn meant<'a>(typed: &str, known: &[&'a str]) -> Option<&'a str> {
    let typed = typed.trim_matches(CURLY_QUOTES).trim().to_lowercase();
    let same = MEANT.iter().filter(|(word, _)| *word == typed);
    let same = same.filter_map(|(_, meant)| known.iter().find(|k| *k == meant)).next();
    same.copied().or_else(|| nearest(&typed, known.iter().copied())).or_else(|| {
        let (first, second) = typed.split_once(' ').filter(|_| known.contains(&"voldoet"))?;
        match (first, second.trim()) {
            ("voldoet", level) | (level, "voldoet" | "voldaan") => meant(level, known),
            _ => None,
        }
    })
}

/// The words for addressees.
pub fn addressees() -> Vec<(&'static str, Addressee)> {
    Addressee::ALL.iter().map(|a| (a.key(), *a)).collect()
}

/// The words for levels.
pub fn levels() -> Vec<(&'static str, Level)> {
    Level::ALL.iter().map(|l| (l.key(), *l)).collect()
}
