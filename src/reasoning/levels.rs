//! Words and verdicts that state another level than the underlying criteria.

use super::audit::{Audit, Issue, Norm};
use super::conclusions::carrying;
use super::wording::{clauses, words};
use crate::diagnostics::{Code, phrase};
use crate::model::{Conclusion, Level, Verdict};
use crate::score::ceiling_of;
use crate::text::wordings;
use std::ops::Range;

/// Words that make a clause no statement of a level: negation, condition or comparison.
const HEDGES: [&str; 24] = [
    "geen",
    "niemand",
    "nooit",
    "nergens",
    "nauwelijks",
    "bijna",
    "als",
    "indien",
    "zou",
    "zouden",
    "wie",
    "of",
    "pas",
    "tenzij",
    "wanneer",
    "hoger",
    "lager",
    "hooguit",
    "minstens",
    "beter",
    "anders",
    "moet",
    "moeten",
    "welke",
];

/// Words after 'voldoet niet' that soften it: 'voldoet niet helemaal' does not mean 'voldoet niet'.
const SOFTENERS: [&str; 9] =
    ["helemaal", "geheel", "volledig", "altijd", "overal", "meer", "alleen", "steeds", "zonder"];

/// A worded conclusion that states a level of the scale which none of its criteria allows.
///
/// A conclusion that is milder or harsher than the underlying judgements costs the audit its
/// credibility, and is often unintended: a level changed after the sentence was written (ISSAI
/// 3000: conclusions follow from findings).
///
/// The rule reads the words of the scale only ('voldoet', 'voldoet grotendeels', 'voldoet deels',
/// 'voldoet niet'), in a clause without negation, condition or comparison. It warns where the level
/// is above the highest or below the lowest of the criteria that support the conclusion, and is not
/// the verdict on one of their frameworks. 'Voldoet' alone is also common Dutch, so it counts only
/// where all criteria are at most half way, such as 'deels'. Other words ('op orde', 'schiet tekort') are ignored.
pub fn contradicted_conclusions(audit: &Audit<'_>) -> Vec<Issue> {
    audit.case.conclusions.iter().flat_map(|c| of_conclusion(audit, c)).collect()
}

fn of_conclusion(audit: &Audit<'_>, conclusion: &Conclusion) -> Vec<Issue> {
    // A legal duty is on no scale that words of a level could state.
    let norms: Vec<Norm<'_>> =
        carrying(audit, conclusion).into_iter().filter(|n| !n.judgement.legal_duty).collect();
    let levels: Vec<Level> = norms.iter().filter_map(|n| n.judgement.outcome.level()).collect();
    let (Some(lowest), Some(highest)) = (levels.iter().min(), levels.iter().max()) else {
        return Vec::new();
    };
    let about = |verdict: Level| {
        audit.frameworks().any(|(framework, score)| {
            let own = |n: &Norm<'_>| framework.criterion(&n.criterion.id).is_some();
            score.verdict.level() == Some(verdict) && norms.iter().any(own)
        })
    };
    let range = if lowest == highest {
        phrase("levels-all").with("level", lowest.key())
    } else {
        phrase("levels-between").with("lowest", lowest.key()).with("highest", highest.key())
    };
    let mut out = Vec::new();
    for wording in conclusion.typed.iter().flat_map(|t| wordings(t, audit.sources)) {
        for claim in claims(wording.text()) {
            // Only words of the scale on which these criteria are judged are a claim.
            let Some(level) = highest.scale().level(claim.level) else { continue };
            let outside = !(*lowest..=*highest).contains(&level);
            let common = claim.bare && 2 * highest.rank() > highest.scale().steps();
            if outside && !common && !about(level) {
                let place = wording.span(&claim.range);
                let issue = Issue::new(Code::ConclusionContradicted, &conclusion.id, place);
                let found = wording.slice(&claim.range).to_owned();
                out.push(issue.with("found", found).with("expected", range.clone()));
            }
        }
    }
    out
}

/// A level stated in a text.
#[derive(Debug, PartialEq, Eq)]
struct Claim {
    /// The key of the level.
    level: &'static str,
    /// Whether the text is 'voldoet' alone.
    bare: bool,
    range: Range<usize>,
}

fn claims(text: &str) -> Vec<Claim> {
    let mut out = Vec::new();
    for clause in clauses(text) {
        let words = words(text, &clause);
        let lower: Vec<String> = words.iter().map(|(_, word)| word.to_lowercase()).collect();
        if lower.iter().any(|w| HEDGES.contains(&w.as_str())) {
            continue;
        }
        for (at, _) in lower.iter().enumerate().filter(|(_, w)| *w == "voldoet") {
            let rest: Vec<&str> = lower.iter().skip(at + 1).map(String::as_str).collect();
            let Some((level, more, bare)) = level(&rest) else { continue };
            if let (Some((first, _)), Some((last, word))) = (words.get(at), words.get(at + more)) {
                out.push(Claim { level, bare, range: *first..last + word.len() });
            }
        }
    }
    out
}

/// The level that the words after 'voldoet' give, the number of words that belong to it, and
/// whether 'voldoet' is alone.
fn level(rest: &[&str]) -> Option<(&'static str, usize, bool)> {
    let softened = |after: usize| rest.get(after).is_some_and(|w| SOFTENERS.contains(w));
    let qualified = || rest.iter().any(|w| ["niet", "deels", "grotendeels"].contains(w));
    match rest {
        ["niet", ..] if softened(1) => None,
        ["niet", ..] => Some(("niet", 1, false)),
        ["nog", "niet", ..] if softened(2) => None,
        ["nog", "niet", ..] => Some(("niet", 2, false)),
        ["deels", ..] => Some(("deels", 1, false)),
        ["maar" | "slechts" | "nog", "deels", ..] => Some(("deels", 2, false)),
        ["grotendeels", "niet", ..] => None,
        ["grotendeels", ..] => Some(("grotendeels", 1, false)),
        ["volledig" | "geheel" | "helemaal", "aan", ..] if !qualified() => {
            Some(("voldoet", 1, false))
        }
        [] => Some(("voldoet", 0, true)),
        ["aan", "de" | "deze" | "alle", "norm" | "normen", ..] if !qualified() => {
            Some(("voldoet", 0, true))
        }
        _ => None,
    }
}

/// A verdict that is two levels or more above one of the criteria of its framework.
///
/// In a weighted mean one criterion can compensate for another, which hides the lowest (OECD/JRC
/// Handbook on Constructing Composite Indicators, on compensability). The project's own rule for
/// findings is used: two levels apart is a contradiction. A verdict below a criterion hides nothing
/// that a council must repair, and gives no warning.
pub fn contradicted_verdicts(audit: &Audit<'_>) -> Vec<Issue> {
    let mut out = Vec::new();
    for (framework, score) in audit.frameworks() {
        // A verdict of the researchers is no mean; `above_ceiling` looks at it.
        let Verdict::Given { level: verdict, .. } = score.verdict else { continue };
        let below = |level: Level| level < verdict && verdict.contradicts(level);
        let low: Vec<String> = audit
            .norms_of(framework, score)
            .filter(|n| !n.judgement.legal_duty)
            .filter_map(|n| Some((n.criterion, n.judgement.outcome.level()?)))
            .filter(|(_, level)| below(*level))
            .map(|(criterion, level)| format!("{} (`{}`)", criterion.id, level.key()))
            .collect();
        if let Some(place) = audit.place_of(&framework.id).filter(|_| !low.is_empty()) {
            let issue = Issue::new(Code::VerdictContradicted, &framework.id, place);
            out.push(issue.with("level", verdict.key()).with("criteria", low.join(", ")));
        }
    }
    out
}

/// A verdict of the researchers above what a verdict by score could be on the same levels.
///
/// The highest verdict beside a criterion that is not met, or one far above a quarter of the weight,
/// hides what falls short (OECD/JRC Handbook on Constructing Composite Indicators, on
/// compensability). The researchers may have a reason; then it belongs in the report.
pub fn above_ceiling(audit: &Audit<'_>) -> Vec<Issue> {
    let mut out = Vec::new();
    for (framework, score) in audit.frameworks() {
        let (Verdict::Judged(level), Some(ceiling)) = (&score.verdict, ceiling_of(score)) else {
            continue;
        };
        if let Some(place) = audit.place_of(&framework.id).filter(|_| *level > ceiling) {
            let issue = Issue::new(Code::VerdictAboveCeiling, &framework.id, place);
            out.push(issue.with("level", level.key()).with("most", ceiling.key()));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<(&'static str, bool)> {
        claims(text).into_iter().map(|c| (c.level, c.bare)).collect()
    }

    #[test]
    fn the_words_of_the_scale_are_read() {
        assert_eq!(said("De formatie voldoet niet."), [("niet", false)]);
        assert_eq!(said("De formatie voldoet maar deels aan de norm."), [("deels", false)]);
        assert_eq!(said("Het beleid voldoet grotendeels; meer niet."), [("grotendeels", false)]);
        assert_eq!(said("Het beleid voldoet aan de norm."), [("voldoet", true)]);
        assert_eq!(said("Het beleid voldoet."), [("voldoet", true)]);
        assert_eq!(said("Het beleid voldoet volledig aan de norm."), [("voldoet", false)]);
    }

    #[test]
    fn what_negates_supposes_or_compares_says_no_level() {
        for text in [
            "De gemeente voldoet niet helemaal.",
            "Geen enkel team voldoet.",
            "Als de gemeente voldoet aan de norm, is zij klaar.",
            "Het oordeel kan niet hoger uitkomen dan voldoet deels.",
            "Of de gemeente voldoet, weten wij niet.",
            "De gemeente voldoet aan de norm niet.",
            "De gemeente voldoet aan drie van de vijf eisen.",
            "Om te voldoen is meer nodig.",
        ] {
            assert_eq!(said(text), [], "{text}");
        }
    }
}
