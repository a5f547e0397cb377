//! What the municipalities of a comparison have in common.

use super::super::scales::by_scale;
use crate::compare::statistics::{Share, wilson_low};
use crate::dutch::out_of;
use crate::model::{Comparison, Distribution, Level, Scale};

/// Maximum number of criteria that the overview names.
const MOST_NAMED: usize = 3;

/// A criterion with a level at enough municipalities: how many of them have a certain level, and its
/// name.
type Found = (Share, String);

/// What municipalities have in common: by scale the criteria at which most of them have a level that
/// counts as met, and those at which most do not. Only criteria on which more than half of them, and
/// at least two, have a level; first those of which that can be said with most certainty, by the lower
/// end of Wilson's interval.
pub fn shared(comparison: &Comparison) -> Vec<(String, Vec<String>)> {
    let scales = by_scale(comparison.frameworks.iter().map(|f| f.scale));
    scales.into_iter().flat_map(|(scale, places)| on_scale(comparison, scale, &places)).collect()
}

fn on_scale(comparison: &Comparison, scale: Scale, places: &[usize]) -> Vec<(String, Vec<String>)> {
    let (met, unmet): (Vec<Level>, Vec<Level>) =
        scale.levels().partition(|level| level.counts_as_met());
    let frameworks = places.iter().filter_map(|at| comparison.frameworks.get(*at));
    let found: Vec<Found> = frameworks
        .flat_map(|framework| framework.norms())
        .filter_map(|row| {
            let enough = |d: &&Distribution| d.judged >= 2 && 2 * d.judged > d.members;
            let all = row.distributions.first().filter(enough)?;
            let part = all.levels.iter().take(met.len()).sum();
            Some((Share { part, whole: all.judged }, format!("{} {}", row.criterion, row.name)))
        })
        .collect();
    let rest = found.iter().map(|(share, name)| {
        (Share { part: share.whole - share.part, whole: share.whole }, name.clone())
    });
    let rest = rest.collect();
    [(met, most(found)), (unmet, most(rest))]
        .into_iter()
        .filter(|(_, items)| !items.is_empty())
        .map(|(levels, items)| {
            let words = either(&levels);
            let many = comparison.kind.plural();
            (format!("Normen met {words} bij de meeste beoordeelde {many}"), items)
        })
        .collect()
}

/// Those that more than half share, most certain first, in words.
fn most(mut found: Vec<Found>) -> Vec<String> {
    found.retain(|(share, _)| 2 * share.part > share.whole);
    found.sort_by(|(one, _), (other, _)| wilson_low(*other).total_cmp(&wilson_low(*one)));
    let line = |(share, name): &Found| format!("{name}: {}", out_of(share.part, share.whole));
    found.iter().take(MOST_NAMED).map(line).collect()
}

/// Levels in words, of which one holds.
fn either(levels: &[Level]) -> String {
    let words: Vec<String> = levels.iter().map(|level| format!("‘{}’", level.word())).collect();
    match words.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} of {last}", first.join(", ")),
        all => all.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::{either, most};
    use crate::compare::statistics::Share;
    use crate::model::{Level, Scale};

    #[test]
    fn many_of_which_nearly_all_agree_come_before_few_of_which_all_do() {
        let found = [("A", 3, 3), ("B", 19, 20), ("C", 5, 10), ("D", 6, 10), ("E", 8, 9)];
        let found = found.map(|(name, part, whole)| (Share { part, whole }, name.to_owned()));
        assert_eq!(most(found.into()), ["B: 19 van 20", "E: 8 van 9", "A: 3 van 3"]);
    }

    #[test]
    fn levels_are_told_in_the_words_of_their_scale() {
        let words_of = |name: &str| {
            let scale = Scale::named(name).unwrap_or_default();
            let (met, unmet): (Vec<Level>, Vec<Level>) =
                scale.levels().partition(|level| level.counts_as_met());
            (either(&met), either(&unmet))
        };
        let pair = |met: &str, unmet: &str| (met.to_owned(), unmet.to_owned());
        assert_eq!(words_of("twee"), pair("‘voldoet’", "‘voldoet niet’"));
        assert_eq!(words_of("drie"), pair("‘voldoet’", "‘voldoet deels’ of ‘voldoet niet’"));
        assert_eq!(
            words_of("vijf"),
            pair("‘goed’ of ‘voldoende’", "‘matig’, ‘onvoldoende’ of ‘slecht’")
        );
    }
}
