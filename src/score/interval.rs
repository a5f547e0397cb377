//! How certain a share of a sample is, and the levels that this leaves open.

use super::level::reached;
use crate::model::{Amount, Counted, Exact, Level, Quantity, Scale};

/// The quantile of the standard normal distribution for a two-sided interval of 95%.
const Z: f64 = 1.959_963_984_540_054;

/// Wilson's score interval of a share at 95%, as parts of one (Wilson, 1927), without a correction for
/// a finite population. The whole is at least one.
#[must_use]
pub fn wilson(part: u32, whole: u32) -> (f64, f64) {
    let n = f64::from(whole);
    let p = f64::from(part) / n;
    let centre = 2.0 * n * p + Z * Z;
    let spread = Z * (Z * Z + 4.0 * n * p * (1.0 - p)).sqrt();
    let end = |sum: f64| sum / (2.0 * (n + Z * Z));
    // At these two ends the formula is exact, and its rounding is not.
    let low = if part == 0 { 0.0 } else { end(centre - spread) };
    let high = if part == whole { 1.0 } else { end(centre + spread) };
    (low, high)
}

/// The interval of a share in percent; `None` where it is no sample, and so certain. It never says
/// less, or more, of the whole than what was seen already makes sure.
#[must_use]
pub fn interval(counted: Counted) -> Option<(Exact, Exact)> {
    let population = counted.sampled_from()?;
    let (low, high) = wilson(counted.count, counted.of);
    let seen = |found: u32| Exact::new(100 * i128::from(found), i128::from(population));
    let unseen = population - counted.of;
    Some((percent(low)?.max(seen(counted.count)), percent(high)?.min(seen(counted.count + unseen))))
}

/// The fraction nearest to a floating-point number, in percent.
fn percent(part: f64) -> Option<Exact> {
    Exact::approximate_float(part).map(|part| part * Exact::from(100))
}

/// The lowest and the highest level within the interval of a share, where they differ.
#[must_use]
pub fn uncertain(scale: Scale, quantity: &Quantity, amount: Amount) -> Option<(Level, Level)> {
    let Amount::Counted(counted) = amount else { return None };
    let (low, high) = interval(counted)?;
    let level = |end| reached(scale, end, &quantity.thresholds, quantity.better);
    let (one, other) = (level(low), level(high));
    (one != other).then_some((one.min(other), one.max(other)))
}
