//! The data of charts: their marks, their text alternatives, and the paths of their files.
//!
//! Positions are fractions of an axis, from 0 to 1; the templates in `templates/figures/` draw
//! them.

mod peers;

pub use peers::{PeersChart, peers};

use super::table::float;
use crate::dutch::rounded;
use crate::model::Exact;
use serde::Serialize;

/// The folder of figures, beside the document.
const FOLDER: &str = "figuren";

#[derive(Debug, Clone, Serialize)]
pub struct ChartView {
    /// The path of its file, relative to the document.
    pub path: String,
    /// The text alternative.
    pub alt: String,
    pub caption: String,
    /// The data to draw.
    pub drawing: PeersChart,
}

/// The path of a figure; `name` consists of letters, digits and hyphens.
fn path(name: &str) -> String {
    format!("{FOLDER}/{}.svg", name.to_lowercase())
}

/// Maximum number of steps on an axis.
const MOST_STEPS: i128 = 6;

/// An axis that begins and ends at round numbers.
#[derive(Debug, Clone)]
pub struct Axis {
    low: Exact,
    high: Exact,
    step: Exact,
}

impl Axis {
    /// An axis that contains all values, with a few steps of 1, 2 or 5 times a power of ten. If the
    /// values are close together and far from zero, the axis does not contain zero.
    #[must_use]
    pub fn over(values: &[Exact]) -> Option<Self> {
        let (low, high) = (*values.iter().min()?, *values.iter().max()?);
        let reach = if high > low { high - low } else { Exact::from(1) };
        let mut power = Exact::new(1, 10_000);
        let step = loop {
            let enough = |factor: &i128| power * *factor * MOST_STEPS >= reach;
            match [1, 2, 5].into_iter().find(enough) {
                Some(factor) => break power * factor,
                None => power *= 10,
            }
        };
        let (low, high) = ((low / step).floor() * step, (high / step).ceil() * step);
        let high = if high > low { high } else { low + step };
        Some(Self { low, high, step })
    }

    /// The position of a value, from 0 to 1.
    #[must_use]
    pub fn share(&self, value: Exact) -> f64 {
        float((value - self.low) / (self.high - self.low))
    }

    /// The round numbers with their positions.
    #[must_use]
    pub fn ticks(&self) -> Vec<(f64, String)> {
        let mut decimals = 0;
        while decimals < 4 && !(self.step * 10_i128.pow(decimals)).is_integer() {
            decimals += 1;
        }
        let mut out = Vec::new();
        let mut at = self.low;
        while at <= self.high {
            out.push((self.share(at), rounded(at, decimals)));
            at += self.step;
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(values: &[(i128, i128)]) -> Vec<String> {
        let values: Vec<Exact> = values.iter().map(|(a, b)| Exact::new(*a, *b)).collect();
        let axis = Axis::over(&values).map(|a| a.ticks()).unwrap_or_default();
        axis.into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn an_axis_begins_and_ends_at_round_numbers_around_its_values() {
        assert_eq!(axis(&[(56, 10), (73, 10)]), ["5,5", "6,0", "6,5", "7,0", "7,5"]);
        assert_eq!(axis(&[(0, 1), (100, 1)]), ["0", "20", "40", "60", "80", "100"]);
        assert_eq!(axis(&[(7, 1)]), ["7,0", "7,2"]);
        assert_eq!(axis(&[(-3, 1), (4, 1)]), ["-4", "-2", "0", "2", "4"]);
    }
}
