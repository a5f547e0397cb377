//! How far judges who judged apart agree: agreement in pairs, and Krippendorff's alpha for ordinal
//! data.
//!
//! Alpha compares the disagreement that was observed with the one that chance would give, and takes
//! any number of judges, also where some judged only some norms. A difference between two levels
//! weighs by how many judgements lie between them. Sources: K. Krippendorff, Computing
//! Krippendorff's Alpha-Reliability (2011); Content Analysis, 4th edition (2018), chapter 12.

use crate::model::Exact;

/// The agreement of judges over a set of norms on one scale.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Agreement {
    /// Norms with at least two judgements; others say nothing about agreement.
    pub norms: usize,
    /// Those on which all judgements are the same.
    pub unanimous: usize,
    /// Pairs of judgements of one norm.
    pub pairs: usize,
    /// Those that are the same.
    pub equal: usize,
    /// Krippendorff's alpha; `None` without two different judgements, where it is not defined.
    pub alpha: Option<Exact>,
}

/// The agreement over norms, each with the ranks of the levels that its judges gave.
#[must_use]
pub fn agreement(norms: &[Vec<usize>]) -> Agreement {
    let both: Vec<&Vec<usize>> = norms.iter().filter(|ranks| ranks.len() > 1).collect();
    let mut out = Agreement { norms: both.len(), ..Agreement::default() };
    for ranks in &both {
        let pairs = (0..)
            .zip(ranks.iter())
            .flat_map(|(at, one)| ranks.iter().skip(at + 1).map(move |other| one == other));
        let equal: Vec<bool> = pairs.collect();
        out.pairs += equal.len();
        out.equal += equal.iter().filter(|equal| **equal).count();
        out.unanimous += usize::from(equal.iter().all(|equal| *equal));
    }
    out.alpha = alpha(&both);
    out
}

/// One minus the observed disagreement divided by the expected one, from the coincidences of all
/// pairs of levels.
fn alpha(norms: &[&Vec<usize>]) -> Option<Exact> {
    let levels = norms.iter().flat_map(|ranks| ranks.iter()).max()? + 1;
    let whole = |number: usize| i128::try_from(number).map(Exact::from).ok();
    let totals: Vec<usize> = (0..levels)
        .map(|level| norms.iter().flat_map(|ranks| ranks.iter()).filter(|r| **r == level).count())
        .collect();
    let all: usize = totals.iter().sum();
    let (mut observed, mut expected) = (Exact::from(0), Exact::from(0));
    for low in 0..levels {
        for high in low + 1..levels {
            let mut coincidence = Exact::from(0);
            for ranks in norms {
                let times = |level| ranks.iter().filter(|rank| **rank == level).count();
                let pairs = whole(times(low) * times(high))?;
                coincidence += pairs / whole(ranks.len() - 1)?;
            }
            let between: usize = totals.get(low..=high)?.iter().sum();
            let (one, other) = (*totals.get(low)?, *totals.get(high)?);
            // Twice the distance; the factor is the same above and below the line.
            let distance = whole(2 * between - one - other)?;
            observed += coincidence * distance * distance;
            expected += whole(one * other)? * distance * distance;
        }
    }
    let left = whole(all.checked_sub(1)?)?;
    (expected != Exact::from(0)).then(|| Exact::from(1) - left * observed / expected)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Krippendorff's example of four observers and twelve units with missing values (2011, section
    /// C), whose alpha he gives as 0.743 nominal, 0.815 ordinal, 0.849 interval.
    #[test]
    fn the_published_example_gives_the_published_alpha() {
        let rows = [
            "1 2 3 3 2 1 4 1 2 . . .",
            "1 2 3 3 2 2 4 1 2 5 . 3",
            ". 3 3 3 2 3 4 2 2 5 1 .",
            "1 2 3 3 2 4 4 1 2 5 1 .",
        ];
        let rows = rows.map(|row| {
            row.split(' ').map(|cell| cell.parse().ok()).collect::<Vec<Option<usize>>>()
        });
        let units: Vec<Vec<usize>> =
            (0..12).map(|unit| rows.iter().filter_map(|row| row[unit]).collect()).collect();
        let found = agreement(&units);
        assert_eq!((found.norms, found.unanimous), (11, 8));
        let thousandths = (found.alpha.unwrap() * Exact::from(1000)).round().to_integer();
        assert_eq!(thousandths, 815);
    }

    #[test]
    fn alpha_is_one_without_differences_and_undefined_without_variation() {
        let of = |norms: &[&[usize]]| {
            agreement(&norms.iter().map(|norm| norm.to_vec()).collect::<Vec<_>>())
        };
        assert_eq!(of(&[&[0, 0], &[3, 3]]).alpha, Some(Exact::from(1)));
        assert_eq!(of(&[&[2, 2], &[2, 2, 2]]).alpha, None);
        assert_eq!(of(&[&[0], &[3]]), Agreement::default());
        // Worse than chance.
        assert!(of(&[&[0, 1], &[1, 0]]).alpha.is_some_and(|alpha| alpha < Exact::from(0)));
        let three = of(&[&[0, 0, 1]]);
        assert_eq!((three.pairs, three.equal, three.unanimous), (3, 1, 0));
    }
}
