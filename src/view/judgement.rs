//! Explains judgements and verdicts in sentences that a council member can check.

use super::body::kind;
use super::shares::rounded_over;
use super::words;
use crate::dutch::{amount, decimal, enumeration, rounded, share, whole, with_unit};
use crate::model::{
    Amount, Case, Ceiling, Conflict, Criterion, Derivation, Exact, Framework, FrameworkScore,
    Judgement, Level, Measure, NoVerdict, PeerReading, Quantity, Rule, Strength, Verdict, Vote,
};

/// How the level of a criterion follows from its findings; empty if there is no reading.
#[must_use]
pub fn derivation(case: &Case, criterion: &Criterion, judgement: &Judgement) -> String {
    let Some(derivation) = judgement.derivation.as_deref() else { return String::new() };
    match (derivation, &criterion.measure) {
        (Derivation::Median { votes }, _) => median(votes),
        (
            Derivation::Checklist { yes, no, unknown, contested, range },
            Measure::Checklist { points, .. },
        ) => {
            let named = |ids: &[String]| -> String {
                let texts: Vec<String> = ids
                    .iter()
                    .filter_map(|id| points.iter().find(|(p, _)| p == id))
                    .map(|(_, text)| lower(text))
                    .collect();
                texts.join("; ")
            };
            let mut parts = Vec::new();
            for (label, ids) in [("Aanwezig", yes), ("Niet aanwezig", no), ("Onbekend", unknown)] {
                if !ids.is_empty() {
                    parts.push(format!("{label} ({}): {}.", ids.len(), named(ids)));
                }
            }
            if !contested.is_empty() {
                parts.push(format!(
                    "Bronnen verschillen over: {}; de sterkste onderbouwing telt, bij gelijke \
                     onderbouwing telt het punt als niet aanwezig.",
                    named(contested)
                ));
            }
            parts.push(checklist_result(*range));
            parts.join(" ")
        }
        (
            Derivation::Quantity { readings, value, given, peers, .. },
            Measure::Quantity(quantity),
        ) => {
            let text = quantity_text(case, quantity, readings, *value, *peers);
            match given.is_some_and(|given| rounded_over(criterion.scale, quantity, given)) {
                true => format!("{text} {ROUNDED_OVER}"),
                false => text,
            }
        }
        _ => String::new(),
    }
}

/// Where the printed percentage and the level seem to contradict each other.
const ROUNDED_OVER: &str = "Het percentage is afgerond; het niveau volgt uit de aantallen zelf.";

fn checklist_result(range: (Level, Level)) -> String {
    if range.0 == range.1 {
        return format!("Daaruit volgt: {}.", words::level(range.0));
    }
    format!(
        "Wat onbekend is, kan het niveau nog veranderen: het ligt tussen {} en {}.",
        words::level(range.0),
        words::level(range.1)
    )
}

fn median(votes: &[Vote]) -> String {
    if let [vote] = votes {
        let from = if vote.findings.len() == 1 { "bevinding" } else { "bevindingen" };
        let shared = if vote.findings.len() == 1 { "" } else { " met dezelfde bron" };
        return format!(
            "Volgt uit {from} {}{shared} (onderbouwing {}).",
            enumeration(&vote.findings),
            words::strength(Some(vote.strength))
        );
    }
    let each: Vec<String> = votes
        .iter()
        .map(|vote| {
            format!(
                "{}: {} ({}, telt {})",
                enumeration(&vote.findings),
                words::level(vote.level),
                words::strength(Some(vote.strength)),
                vote.strength.weight()
            )
        })
        .collect();
    let many: usize = votes.iter().map(|vote| vote.findings.len()).sum();
    format!("Mediaan van {many} bevindingen, gewogen naar onderbouwing: {}.", each.join("; "))
}

fn quantity_text(
    case: &Case,
    quantity: &Quantity,
    votes: &[(String, Option<Amount>, Level, Strength)],
    value: Option<crate::model::Exact>,
    peers: Option<PeerReading>,
) -> String {
    let each: Vec<String> = votes
        .iter()
        .map(|(id, number, level, strength)| {
            let number = match number {
                Some(number) => amount(*number, &quantity.unit),
                None => format!("geen getal, geschat op {}", words::level(*level)),
            };
            format!("{number} (bevinding {id}, {})", words::strength(Some(*strength)))
        })
        .collect();
    let mut out = format!("{}: {}. ", quantity.name, enumeration(&each));
    if votes.len() > 1 {
        out.push_str("De mediaan van de niveaus, gewogen naar onderbouwing, beslist. ");
    }
    let unit = compared_unit(quantity);
    if let (Some(_), Some((inhabitants, _)), Some(value)) =
        (quantity.per_inhabitants, case.body.inhabitants, value)
    {
        out.push_str(&format!(
            "Bij {} inwoners is dat {}. ",
            whole(i128::from(inhabitants)),
            with_unit(&rounded(value, 2), &unit)
        ));
    }
    if let Some(peers) = peers {
        let words = kind(case.body.kind);
        out.push_str(&format!(
            "De mediaan van {} vergelijkbare {} is {}; {} zit op {}% daarvan. De grens beweegt mee \
             met die {}. ",
            peers.count,
            words.plural,
            with_unit(&rounded(peers.median, 2), &unit),
            words.the,
            rounded(peers.percentage, 1),
            words.plural
        ));
    }
    out.trim_end().to_owned()
}

/// The unit in which a quantity is compared.
#[must_use]
pub fn compared_unit(quantity: &Quantity) -> String {
    match quantity.per_inhabitants {
        Some(per) => format!("{} per {} inwoners", quantity.unit, whole(i128::from(per))),
        None => quantity.unit.clone(),
    }
}

/// A contradiction between findings, in a sentence.
#[must_use]
pub fn conflict(conflict: Conflict) -> String {
    let settled = if conflict.resolved {
        "De onderzoekers hebben dat gewogen"
    } else {
        "Dat is nog niet opgelost; daarom heeft het normenkader geen oordeel"
    };
    format!(
        "Bevindingen spreken elkaar tegen: van {} tot {}. {settled}.",
        words::level(conflict.lowest),
        words::level(conflict.highest)
    )
}

/// The verdict of a framework as symbol and word; the counts for a framework that gives none.
#[must_use]
pub fn headline(score: &FrameworkScore) -> String {
    match score.rule {
        Rule::None => tally(score),
        _ => words::verdict(&score.verdict).to_string(),
    }
}

/// How many criteria have each level, highest first, and how many that apply have none. Legal duties
/// are counted apart.
#[must_use]
pub fn tally(score: &FrameworkScore) -> String {
    let each = score.counts.levels.iter().rev().filter(|(_, count)| **count > 0);
    let mut each: Vec<String> =
        each.map(|(level, count)| format!("{count} {}", level.word())).collect();
    let without = score.counts.applicable() - score.counts.judged();
    if score.counts.total == 0 {
        return "Alleen wettelijke plichten".to_owned();
    }
    if each.is_empty() {
        return "Geen norm beoordeeld".to_owned();
    }
    if without > 0 {
        each.push(format!("{without} niet beoordeeld"));
    }
    each.join(", ")
}

/// The same in short, for a table of many: how many are at the highest level of those that apply, and
/// how many at the lowest.
#[must_use]
pub fn brief(score: &FrameworkScore) -> String {
    let at = |level: Level| score.counts.levels.get(&level).copied().unwrap_or(0);
    let (highest, lowest) = (score.scale.highest(), score.scale.lowest());
    let most = format!("{} van {} {}", at(highest), score.counts.applicable(), highest.word());
    match at(lowest) {
        0 => most,
        low => format!("{most}, {low} {}", lowest.word()),
    }
}

/// How many criteria the audit chose of those of the framework; empty if all.
#[must_use]
pub fn chosen(score: &FrameworkScore) -> String {
    match score.counts.total + score.counts.duties.total {
        own if own == score.available => String::new(),
        own => {
            let what = if score.counts.duties.total > 0 { "normen en plichten" } else { "normen" };
            format!("{own} van de {} {what} gekozen", score.available)
        }
    }
}

/// How many criteria there are, and how many legal duties beside them, in words.
#[must_use]
pub fn size(norms: usize, duties: usize) -> String {
    let counted = |count: usize, one: &str, many: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        count => Some(format!("{count} {many}")),
    };
    let law = counted(duties, "wettelijke plicht", "wettelijke plichten");
    let parts: Vec<String> = counted(norms, "norm", "normen").into_iter().chain(law).collect();
    enumeration(&parts)
}

/// The verdict of a framework in sentences, or why there is none.
#[must_use]
pub fn verdict(framework: &Framework, score: &FrameworkScore) -> String {
    match &score.verdict {
        Verdict::None(reasons) => {
            // Where too little was judged, that what is unknown leaves much open goes without saying.
            let few = reasons.contains(&NoVerdict::Coverage);
            let said = reasons.iter().filter(|r| !few || !matches!(r, NoVerdict::Open(..)));
            let each: Vec<String> = said.map(|r| no_verdict(framework, score, r)).collect();
            each.join(" ")
        }
        Verdict::Given { by_score, ceiling, .. } => {
            let mut out = format!("De beoordeelde normen halen samen {}.", points(score));
            if let Some(ceiling) = ceiling {
                let by_score = words::level(*by_score);
                out.push_str(&format!(" De score alleen geeft {by_score}. Het oordeel is lager: "));
                out.push_str(&match ceiling {
                    Ceiling::Failing => {
                        let failing = ids_up_to(score, score.scale.lowest());
                        let lowest = words::level(score.scale.lowest());
                        format!(
                            "het is niet het hoogste zolang een norm op {lowest} staat ({failing})."
                        )
                    }
                    Ceiling::Quartile(level) => {
                        let low = ids_up_to(score, *level);
                        let lower = if *level == score.scale.lowest() { "" } else { " of lager" };
                        let level = words::level(*level);
                        format!(
                            "minstens een kwart van het beoordeelde gewicht staat op {level}{lower} \
                             ({low}), en het oordeel ligt daar hooguit één niveau boven."
                        )
                    }
                });
            }
            out
        }
        Verdict::Judged(_) => "De onderzoekers geven dit oordeel.".to_owned(),
    }
}

/// The criteria at a level or below it.
fn ids_up_to(score: &FrameworkScore, level: Level) -> String {
    let low = score.norms().filter(|j| j.outcome.level().is_some_and(|own| own <= level));
    enumeration(&low.map(|j| j.criterion.clone()).collect::<Vec<_>>())
}

fn no_verdict(framework: &Framework, score: &FrameworkScore, reason: &NoVerdict) -> String {
    match reason {
        NoVerdict::NotAsked => {
            "Dit normenkader geeft per norm een niveau, en geen oordeel over het geheel.".to_owned()
        }
        NoVerdict::NotGiven => {
            "De onderzoekers hebben nog geen oordeel over het geheel gegeven.".to_owned()
        }
        NoVerdict::NothingApplies if score.counts.total == 0 => {
            "Er zijn alleen wettelijke plichten; daarover is geen oordeel als geheel.".to_owned()
        }
        NoVerdict::NothingApplies => "Geen enkele norm is van toepassing.".to_owned(),
        NoVerdict::Coverage => format!(
            "Beoordeeld: {}. Naar gewicht is dat {} van {}; voor een oordeel is minstens {}% \
             nodig.",
            coverage(score),
            score.judged_weight,
            score.applicable_weight,
            framework.rule.score().map(|r| decimal(r.minimum_coverage)).unwrap_or_default()
        ),
        NoVerdict::Conflict(ids) => format!(
            "Bij {} spreken bevindingen elkaar tegen, en dat is nog niet opgelost.",
            enumeration(ids)
        ),
        NoVerdict::Open(low, high) => format!(
            "Wat onbekend is, laat te veel open: het oordeel kan nog uitkomen op {} of op {}.",
            words::level(*low),
            words::level(*high)
        ),
    }
}

/// The points of a framework, with a percentage if there are enough criteria.
#[must_use]
pub fn points(score: &FrameworkScore) -> String {
    share(score.points, most(score) * score.judged_weight, score.counts.judged(), "punten")
}

/// The share of applicable criteria that was judged.
#[must_use]
pub fn coverage(score: &FrameworkScore) -> String {
    let noun = if score.counts.applicable() == 1 { "norm" } else { "normen" };
    format!("{} van {} {noun}", score.counts.judged(), score.counts.applicable())
}

/// The bounds of the score: with all unknown criteria at the lowest and at the highest level that is
/// possible for them.
#[must_use]
pub fn bounds(score: &FrameworkScore) -> String {
    let all = most(score) * score.applicable_weight;
    let (Some(lower), Some(upper)) = (score.lower, score.upper) else {
        return share(score.points, all, 0, "punten");
    };
    let of = |bound: Exact| (bound * Exact::from(all)).to_integer();
    match lower == upper {
        true => share(of(lower), all, 0, "punten"),
        false => format!("van {} tot {} van {all} punten", of(lower), of(upper)),
    }
}

/// The points of a criterion with weight one at the highest level.
fn most(score: &FrameworkScore) -> i128 {
    score.scale.highest().points()
}

/// Lower-cases the first letter for use within a sentence, except in an abbreviation.
fn lower(text: &str) -> String {
    let text = text.trim_end_matches('.');
    let mut letters = text.chars();
    let (first, second) = (letters.next(), letters.next());
    match (first, second) {
        (Some(a), Some(b)) if a.is_uppercase() && !b.is_uppercase() => {
            let rest = text.get(a.len_utf8()..).unwrap_or("");
            format!("{}{rest}", a.to_lowercase())
        }
        _ => text.to_owned(),
    }
}
