//! Municipalities that differ from most others on a norm.

use super::super::words;
use super::members::{MOST_NAMED, counted, name};
use crate::dutch::enumeration;
use crate::model::{Comparison, CriterionRow, Entry, FrameworkComparison, Level, Scale};

/// Fewest municipalities with a level on a norm of which one can stand apart.
const FEWEST: usize = 4;

/// The norms on which at most a quarter of the municipalities with a level are on the other side of
/// the line above which a level counts as met, each in a sentence that names them.
pub fn apart(comparison: &Comparison, framework: &FrameworkComparison) -> Vec<String> {
    let rows = framework.criteria.iter().enumerate();
    rows.filter_map(|(place, row)| sentence(comparison, framework, place, row)).collect()
}

fn sentence(
    comparison: &Comparison,
    framework: &FrameworkComparison,
    place: usize,
    row: &CriterionRow,
) -> Option<String> {
    let level = |e: &Entry| Some((e.member, e.judgement(place)?.outcome.level()?));
    let judged: Vec<(usize, Level)> = framework.entries.iter().filter_map(level).collect();
    let (met, unmet): (Vec<_>, Vec<_>) = judged.iter().partition(|(_, l)| l.counts_as_met());
    let few = |part: &[(usize, Level)]| !part.is_empty() && 4 * part.len() <= judged.len();
    let (part, rest, reached) = match (few(&unmet), few(&met)) {
        _ if judged.len() < FEWEST => return None,
        (true, _) => (unmet, met.len(), false),
        (_, true) => (met, unmet.len(), true),
        _ => return None,
    };
    let one = |(member, level): &(usize, Level)| {
        format!("{} ({})", name(comparison, *member), words::level(*level))
    };
    let who = match part.len() {
        few if few <= MOST_NAMED => enumeration(&part.iter().map(one).collect::<Vec<_>>()),
        many => counted(many, comparison.kind),
    };
    let line = line(if row.legal_duty { Scale::duty() } else { framework.scale });
    let verb = if part.len() == 1 { "haalt" } else { "halen" };
    let (not, other) = if reached { ("", "niet") } else { (" niet", "wel") };
    Some(format!(
        "{} {}: {who} {verb} {line}{not}, de andere {rest} {other}.",
        row.criterion, row.name
    ))
}

/// The lowest level that counts as met, in words: *minstens ‘voldoet grotendeels’*.
fn line(scale: Scale) -> String {
    let least = scale.levels().rfind(|level| level.counts_as_met()).unwrap_or(scale.highest());
    let at_least = if least == scale.highest() { "" } else { "minstens " };
    format!("{at_least}‘{}’", least.word())
}
