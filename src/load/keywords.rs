//! The words of the formats, which validation checks and the schemas list.

use crate::diagnostics::{CURLY_QUOTES, nearest};
use crate::model::{Answer, BasisKind, Better, Stance, Strength};

/// The words for a boolean.
pub const YES_NO: [(&str, bool); 2] = [("true", true), ("false", false)];

/// The words for whether a source supports a finding.
pub const STANCES: [(&str, Stance); 2] =
    [("supports", Stance::Supports), ("contradicts", Stance::Contradicts)];

/// The words for an answer to a point of a checklist.
pub const ANSWERS: [(&str, Answer); 4] = [
    ("ja", Answer::Yes),
    ("nee", Answer::No),
    ("onbekend", Answer::Unknown),
    ("niet-van-toepassing", Answer::NotApplicable),
];

/// The words for the origin of a norm.
pub const BASIS_KINDS: [(&str, BasisKind); 4] = [
    ("law", BasisKind::Law),
    ("policy", BasisKind::Policy),
    ("literature", BasisKind::Literature),
    ("professional", BasisKind::Professional),
];

/// How the level of a criterion is determined.
#[derive(Debug, Clone, Copy)]
pub enum MeasureKind {
    /// The researcher chooses it.
    Assessed,
    /// By the points of a checklist.
    Checklist,
    /// By a number.
    Quantity,
}

/// The words for the kinds of measure.
pub const MEASURE_KINDS: [(&str, MeasureKind); 3] = [
    ("assessed", MeasureKind::Assessed),
    ("checklist", MeasureKind::Checklist),
    ("quantity", MeasureKind::Quantity),
];

/// How a framework comes to a verdict, other than by a score.
#[derive(Debug, Clone, Copy)]
pub enum Verdicts {
    None,
    Judged,
}

/// The words for that.
pub const VERDICT_WORDS: [(&str, Verdicts); 2] =
    [("none", Verdicts::None), ("judged", Verdicts::Judged)];

/// The word for what thresholds may be relative to.
pub const RELATIVE: [(&str, ()); 1] = [("peer-median", ())];

/// The words for the direction in which a quantity is better.
pub const BETTER: [(&str, Better); 2] = [("higher", Better::Higher), ("lower", Better::Lower)];

/// The words for whether the rows of a coding are real, or only add up (`true`).
pub const ROWS: [(&str, bool); 2] = [("coded", false), ("margins", true)];

/// The words for the strength of a judgement.
pub const STRENGTHS: [(&str, Strength); 3] =
    [("strong", Strength::Strong), ("moderate", Strength::Moderate), ("narrow", Strength::Narrow)];

/// The same as researchers write them.
pub const OWN_STRENGTHS: [(&str, Strength); 3] =
    [("sterk", Strength::Strong), ("redelijk", Strength::Moderate), ("smal", Strength::Narrow)];

/// Words that users type for a word of the format, mostly Dutch for the English of the format.
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
    ("ja", "yes"),
    ("nee", "no"),
    ("deels", "partly"),
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
    ("provinciale staten", "raad"),
    ("gedeputeerde staten", "college"),
    ("algemeen bestuur", "raad"),
    ("dagelijks bestuur", "college"),
    ("raad van toezicht", "raad"),
    ("bestuur", "college"),
    ("hoogheemraadschap", "waterschap"),
    ("stichting", "instelling"),
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
    ("overgenomen", "adopted"),
    ("deels overgenomen", "partly"),
    ("gedeeltelijk overgenomen", "partly"),
    ("deels", "partly"),
    ("gedeeltelijk", "partly"),
    ("ten dele", "partly"),
    ("niet overgenomen", "rejected"),
    ("afgewezen", "rejected"),
    ("weigeren", "refuse"),
    ("waarschuwen", "warn"),
];

/// The probably intended word: one with the same meaning, or with nearly the same letters. For a
/// level as reports word it (*voldoet deels*), the word next to *voldoet*.
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
