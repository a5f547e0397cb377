//! Medians: a weighted one of levels, and an ordinary one of numbers.

use crate::model::{Exact, Level, Vote};

/// The weighted lower median of the levels of votes.
#[must_use]
pub fn of_votes(votes: &[Vote]) -> Option<Level> {
    let weighted = votes.iter().map(|vote| (vote.level, vote.strength.weight()));
    of_levels(&weighted.collect::<Vec<_>>())
}

/// The weighted lower median of levels: the lowest level such that at least half of the weight is
/// at or below it, so that a tie gives the lower level.
#[must_use]
pub fn of_levels(votes: &[(Level, u32)]) -> Option<Level> {
    let total: u32 = votes.iter().map(|(_, weight)| weight).sum();
    let mut sorted = votes.to_vec();
    sorted.sort_unstable();
    let mut below = 0;
    sorted.into_iter().find_map(|(level, weight)| {
        below += weight;
        (2 * below >= total).then_some(level)
    })
}

/// The median of numbers; the mean of the middle two for an even count.
#[must_use]
pub fn median(values: &[Exact]) -> Option<Exact> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let middle = sorted.len() / 2;
    let upper = *sorted.get(middle)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    Some((*sorted.get(middle - 1)? + upper) / Exact::from(2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Scale;

    #[test]
    fn a_tie_goes_to_the_lower_level() {
        let of = |votes: &[(&str, u32)]| {
            let votes =
                votes.iter().filter_map(|(key, w)| Some((Scale::default().level(key)?, *w)));
            of_levels(&votes.collect::<Vec<_>>()).map(Level::key)
        };
        assert_eq!(of(&[("voldoet", 1), ("deels", 1)]), Some("deels"));
        assert_eq!(of(&[("voldoet", 5), ("deels", 5)]), Some("deels"));
        assert_eq!(of(&[("voldoet", 3), ("deels", 1)]), Some("voldoet"));
        assert_eq!(of(&[("niet", 1), ("grotendeels", 1), ("voldoet", 2)]), Some("grotendeels"));
        assert_eq!(of(&[]), None);
    }

    #[test]
    fn the_median_of_an_even_number_lies_between_the_middle_two() {
        let numbers: Vec<Exact> = [4, 1, 3, 2].map(Exact::from).to_vec();
        assert_eq!(median(&numbers), Some(Exact::new(5, 2)));
    }
}
