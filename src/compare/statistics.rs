//! The statistics of a comparison, each by its published method.

use crate::model::{Chance, Exact};
use crate::score::{median, wilson};
use num_bigint::BigUint;

/// The p-value up to which a difference is significant, in thousandths.
const LEVEL: u32 = 50;

/// A count out of a total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    pub part: usize,
    pub whole: usize,
}

impl Share {
    /// The share, 0 to 1. The whole is at least one.
    #[must_use]
    pub fn exact(self) -> Exact {
        Exact::new(exact(self.part), exact(self.whole))
    }
}

fn exact(count: usize) -> i128 {
    i128::try_from(count).unwrap_or(i128::MAX)
}

/// The lower end of Wilson's interval of a share. The whole is at least one.
#[must_use]
pub fn wilson_low(share: Share) -> f64 {
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    wilson(count(share.part), count(share.whole)).0
}

/// Whether a p-value is small enough to call a difference significant.
#[must_use]
pub fn significant(p: &Chance) -> bool {
    p.is_at_most(LEVEL)
}

/// The binomial coefficients: `count` over k, for k from 0 to `count`.
fn choices(count: usize) -> Vec<BigUint> {
    let mut out = vec![BigUint::from(1_u8)];
    for taken in 1..=count {
        let next = out.last().map(|ways| ways * (count - taken + 1) / taken);
        out.extend(next);
    }
    out
}

/// The two-sided p-value of Fisher's exact test on two shares (Fisher, 1922): the probability of
/// all tables with the same margins that are no more probable than this one.
#[must_use]
pub fn fisher(first: Share, second: Share) -> Chance {
    let (from_first, from_second) = (choices(first.whole), choices(second.whole));
    let reached = first.part + second.part;
    let ways = |part: usize| Some(from_first.get(part)? * from_second.get(reached - part)?);
    let seen = ways(first.part).unwrap_or_default();
    let tables: Vec<BigUint> = (0..=first.whole.min(reached)).filter_map(ways).collect();
    let rarer = tables.iter().filter(|ways| **ways <= seen).sum();
    Chance::new(rarer, tables.iter().sum())
}

/// The two-sided p-value of McNemar's exact test (McNemar, 1947) on the discordant pairs: `first`
/// in one direction, `second` in the other.
#[must_use]
pub fn mcnemar(first: usize, second: usize) -> Chance {
    let ways = choices(first + second);
    let tail: BigUint = ways.iter().take(first.min(second) + 1).sum();
    Chance::new(tail * 2_u8, ways.iter().sum())
}

/// The smallest p-value that Fisher's exact test can give with the margins of these two shares: that
/// of the most extreme table (Tarone, 'A modified Bonferroni method for discrete data', Biometrics 46
/// (1990)).
#[must_use]
pub fn fisher_least(first: Share, second: Share) -> Chance {
    let reached = first.part + second.part;
    let most = first.whole.min(reached);
    let extreme = [reached.saturating_sub(second.whole), most].map(|part| {
        let (one, other) = (Share { part, ..first }, Share { part: reached - part, ..second });
        fisher(one, other)
    });
    let [low, high] = extreme;
    low.min(high)
}

/// The smallest p-value that McNemar's exact test can give on this many discordant pairs: twice one
/// half to the power of that number, at most one.
#[must_use]
pub fn mcnemar_least(discordant: usize) -> Chance {
    mcnemar(0, discordant)
}

/// P-values corrected for multiple testing (Holm, 1979), in the order given.
#[must_use]
pub fn holm(values: &[Chance]) -> Vec<Chance> {
    let mut order: Vec<(usize, &Chance)> = values.iter().enumerate().collect();
    order.sort_by_key(|(_, value)| *value);
    let mut out = values.to_vec();
    let mut highest: Option<Chance> = None;
    for (rank, (index, value)) in order.into_iter().enumerate() {
        let corrected = Some(value.times(values.len() - rank));
        highest = highest.max(corrected);
        if let (Some(place), Some(highest)) = (out.get_mut(index), &highest) {
            place.clone_from(highest);
        }
    }
    out
}

/// A quantile by linear interpolation: type 7 of Hyndman and Fan, 'Sample quantiles in
/// statistical packages', The American Statistician 50 (1996). The share of numbers below it is
/// `part` of `whole`, at most one.
#[must_use]
pub fn quantile(sorted: &[Exact], part: usize, whole: usize) -> Option<Exact> {
    quantile_at(sorted.len(), |place| sorted.get(place).copied(), (part, whole))
}

/// The same of numbers that are known by their place in the order.
pub fn quantile_at(
    many: usize,
    at: impl Fn(usize) -> Option<Exact>,
    (part, whole): (usize, usize),
) -> Option<Exact> {
    let steps = many.checked_sub(1)? * part;
    let (index, rest) = (steps.checked_div(whole)?, steps.checked_rem(whole)?);
    let low = at(index)?;
    let high = if index + 1 < many { at(index + 1)? } else { low };
    Some(low + (high - low) * Exact::new(exact(rest), exact(whole)))
}

/// Puts the numbers on which two quantiles rest in their places, and those below the first and above
/// the second in order, which takes less than sorting all. The shares are in thousandths, the lower
/// first.
pub fn sort_ends<T: Ord>(numbers: &mut [T], ends: [usize; 2]) {
    let last = numbers.len().saturating_sub(1);
    let [low, high] = ends.map(|part| last * part / 1000);
    // Each end lies between two places, of which the lower is the first of the upper part.
    if high < last {
        let (inner, _, upper) = numbers.select_nth_unstable(high);
        upper.sort_unstable();
        if low + 1 < inner.len() {
            let (lower, ..) = inner.select_nth_unstable(low + 1);
            lower.sort_unstable();
        }
    }
}

/// A quartile, by the same method. `quarter` is 1, 2 or 3.
#[must_use]
pub fn quartile(sorted: &[Exact], quarter: usize) -> Option<Exact> {
    quantile(sorted, quarter, 4)
}

/// Compares each number with all other numbers. The numbers are sorted once, because sorting the
/// rest for each of thousands of numbers would take longer than everything else together.
pub struct EachOut {
    sorted: Vec<Exact>,
    /// Per median, the sorted distances to it. Leaving one number out gives at most three different
    /// medians.
    distances: Vec<(Exact, Vec<Exact>)>,
}

/// A summary of the other numbers.
pub struct Others {
    pub lower_quartile: Exact,
    pub median: Exact,
    pub upper_quartile: Exact,
    /// Whether the number is an outlier; see [`outlier`].
    pub outlier: Option<bool>,
}

impl EachOut {
    /// The numbers may be in any order.
    #[must_use]
    pub fn new(mut values: Vec<Exact>) -> Self {
        values.sort_unstable();
        Self { sorted: values, distances: Vec::new() }
    }

    /// The summary of all numbers except one equal to `value`; `None` where there are no others.
    pub fn others(&mut self, value: Exact) -> Option<Others> {
        let quarter = |quarter| rest_quartile(&self.sorted, value, quarter);
        let (lower_quartile, median, upper_quartile) = (quarter(1)?, quarter(2)?, quarter(3)?);
        let away = distance(value, median);
        let spread = rest_quartile(self.distances_to(median), away, 2);
        Some(Others { lower_quartile, median, upper_quartile, outlier: far(away, spread) })
    }

    fn distances_to(&mut self, middle: Exact) -> &[Exact] {
        let known = self.distances.iter().position(|(to, _)| *to == middle);
        let place = known.unwrap_or_else(|| {
            let mut all: Vec<Exact> = self.sorted.iter().map(|v| distance(*v, middle)).collect();
            all.sort_unstable();
            self.distances.push((middle, all));
            self.distances.len() - 1
        });
        self.distances.get(place).map_or(&[], |(_, all)| all.as_slice())
    }
}

/// A quartile of sorted numbers, leaving out one of them.
fn rest_quartile(sorted: &[Exact], without: Exact, quarter: usize) -> Option<Exact> {
    // Skips the first number equal to `without`: places from there on move up by one.
    let gap = sorted.partition_point(|v| *v < without);
    let at = |place: usize| sorted.get(if place < gap { place } else { place + 1 }).copied();
    quantile_at(sorted.len().checked_sub(1)?, at, (quarter, 4))
}

/// The median absolute deviation: the median of the distances to the median (MAD).
#[must_use]
pub fn deviation(values: &[Exact]) -> Option<Exact> {
    let middle = median(values)?;
    let distances: Vec<Exact> = values.iter().map(|v| distance(*v, middle)).collect();
    median(&distances)
}

/// Whether a value is an outlier: a modified z-score over 3,5 (Iglewicz and Hoaglin, How to Detect
/// and Handle Outliers, 1993). `None` where more than half of the others are equal, because the
/// score is then undefined.
#[must_use]
pub fn outlier(value: Exact, others: &[Exact]) -> Option<bool> {
    far(distance(value, median(others)?), deviation(others))
}

fn far(away: Exact, spread: Option<Exact>) -> Option<bool> {
    let spread = spread.filter(|d| *d > Exact::from(0))?;
    Some(away * Exact::new(6745, 10_000) > spread * Exact::new(35, 10))
}

fn distance(a: Exact, b: Exact) -> Exact {
    if a > b { a - b } else { b - a }
}
