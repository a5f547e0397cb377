//! The statistics of a comparison, each by its published method.

use crate::model::Exact;
use crate::score::median;
use statrs::distribution::{Binomial, ContinuousCDF, DiscreteCDF, Normal};
use statrs::stats_tests::Alternative;
use statrs::stats_tests::fisher::fishers_exact;

/// How sure an interval is.
pub const CONFIDENCE: f64 = 0.95;

/// So many of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// How many.
    pub part: usize,
    /// Of how many.
    pub whole: usize,
}

impl Share {
    /// The share, 0 to 1.
    #[must_use]
    pub fn value(self) -> f64 {
        float(self.part) / float(self.whole)
    }
}

#[expect(clippy::cast_precision_loss, reason = "municipalities are counted in hundreds")]
fn float(count: usize) -> f64 {
    count as f64
}

/// The point of the normal distribution that leaves half of what is uncertain above it.
fn z() -> f64 {
    Normal::standard().inverse_cdf(f64::midpoint(1.0, CONFIDENCE))
}

/// Wilson's score interval of a share (Wilson, 1927).
fn wilson(share: Share) -> (f64, f64) {
    let (n, p, z) = (float(share.whole), share.value(), z());
    let centre = 2.0 * n * p + z * z;
    let spread = z * (z * z + 4.0 * n * p * (1.0 - p)).sqrt();
    let below = 2.0 * (n + z * z);
    ((centre - spread) / below, (centre + spread) / below)
}

/// The interval of a difference between two shares: method 10 of Newcombe, 'Interval estimation
/// for the difference between independent proportions', Statistics in Medicine 17 (1998).
///
/// Both groups have at least one member.
#[must_use]
pub fn newcombe(first: Share, second: Share) -> (f64, f64) {
    let (p, q) = (first.value(), second.value());
    let ((p_low, p_high), (q_low, q_high)) = (wilson(first), wilson(second));
    let below = ((p - p_low).powi(2) + (q_high - q).powi(2)).sqrt();
    let above = ((p_high - p).powi(2) + (q - q_low).powi(2)).sqrt();
    (p - q - below, p - q + above)
}

/// The two-sided p-value of Fisher's exact test on two shares (Fisher, 1922): the probability of
/// all tables with the same margins that are no more probable than this one.
#[must_use]
pub fn fisher(first: Share, second: Share) -> f64 {
    let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    let table = [
        count(first.part),
        count(second.part),
        count(first.whole - first.part),
        count(second.whole - second.part),
    ];
    fishers_exact(&table, Alternative::TwoSided).map_or(f64::NAN, |p| p.min(1.0))
}

/// The two-sided p-value of McNemar's exact test (McNemar, 1947) on the pairs that differ: `first`
/// of them one way, `second` the other.
#[must_use]
pub fn mcnemar(first: usize, second: usize) -> f64 {
    let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    let tail = Binomial::new(0.5, count(first + second)).map(|b| b.cdf(count(first.min(second))));
    tail.map_or(f64::NAN, |tail| (2.0 * tail).min(1.0))
}

/// P-values corrected for their number (Holm, 1979), in the order given.
#[must_use]
pub fn holm(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<(usize, f64)> = values.iter().copied().enumerate().collect();
    order.sort_by(|a, b| a.1.total_cmp(&b.1));
    let mut out = values.to_vec();
    let mut highest: f64 = 0.0;
    for (rank, (index, value)) in order.into_iter().enumerate() {
        highest = highest.max((value * float(values.len() - rank)).min(1.0));
        if let Some(place) = out.get_mut(index) {
            *place = highest;
        }
    }
    out
}

/// A quantile by linear interpolation: type 7 of Hyndman and Fan, 'Sample quantiles in
/// statistical packages', The American Statistician 50 (1996). `quarter` is 1, 2 or 3.
#[must_use]
pub fn quartile(sorted: &[Exact], quarter: usize) -> Option<Exact> {
    let steps = (sorted.len().checked_sub(1)?) * quarter;
    let (index, rest) = (steps / 4, i128::try_from(steps % 4).ok()?);
    let low = *sorted.get(index)?;
    let high = sorted.get(index + 1).copied().unwrap_or(low);
    Some(low + (high - low) * Exact::new(rest, 4))
}

/// The median of the distances to the median (MAD).
#[must_use]
pub fn deviation(values: &[Exact]) -> Option<Exact> {
    let middle = median(values)?;
    let distances: Vec<Exact> = values.iter().map(|v| distance(*v, middle)).collect();
    median(&distances)
}

/// Whether a value lies far from the others: a modified z-score over 3,5 (Iglewicz and Hoaglin,
/// How to Detect and Handle Outliers, 1993). `None` where more than half of the others are equal,
/// so that nothing can be told.
#[must_use]
pub fn outlier(value: Exact, others: &[Exact]) -> Option<bool> {
    let spread = deviation(others).filter(|d| *d > Exact::from(0))?;
    let away = distance(value, median(others)?);
    Some(away * Exact::new(6745, 10_000) > spread * Exact::new(35, 10))
}

fn distance(a: Exact, b: Exact) -> Exact {
    if a > b { a - b } else { b - a }
}
