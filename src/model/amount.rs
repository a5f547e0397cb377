//! The number of a finding: given as such, or a share that was counted.

use super::{Decimal, Exact};
use serde::Serialize;
use std::cmp::Ordering;

/// Minimum number of cases for a percentage; below it only counts are shown.
pub const FEWEST_FOR_PERCENT: usize = 10;

/// A share: in how many of how many something was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Counted {
    /// At most `of`.
    pub count: u32,
    /// How many were looked at; at least one.
    pub of: u32,
    /// From how many those came; at least `of`, and absent where they are all there are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub population: Option<u32>,
}

impl Counted {
    /// The share in percent.
    #[must_use]
    pub fn percentage(self) -> Exact {
        Exact::new(100 * i128::from(self.count), i128::from(self.of))
    }

    /// How many were looked at.
    #[must_use]
    pub fn cases(self) -> usize {
        usize::try_from(self.of).unwrap_or(usize::MAX)
    }

    /// Whether too few were looked at for a percentage.
    #[must_use]
    pub fn is_few(self) -> bool {
        self.cases() < FEWEST_FOR_PERCENT
    }

    /// The number of things of which those that were looked at are a sample.
    #[must_use]
    pub fn sampled_from(self) -> Option<u32> {
        self.population.filter(|population| *population > self.of)
    }
}

/// A number in the unit of its criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Amount {
    /// As the researchers give it.
    Given(Decimal),
    /// As it follows from what they counted, in percent.
    Counted(Counted),
}

impl Amount {
    #[must_use]
    pub fn exact(self) -> Exact {
        match self {
            Self::Given(number) => number.exact(),
            Self::Counted(counted) => counted.percentage(),
        }
    }

    /// The order among equal numbers: counts before a number without them, few before many; a number
    /// with few decimals before one with more.
    fn order(self) -> (bool, u32, u32) {
        match self {
            Self::Counted(counted) => (false, counted.of, counted.population.unwrap_or(u32::MAX)),
            Self::Given(number) => (true, number.decimals(), 0),
        }
    }
}

impl PartialOrd for Amount {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Amount {
    fn cmp(&self, other: &Self) -> Ordering {
        self.exact().cmp(&other.exact()).then_with(|| self.order().cmp(&other.order()))
    }
}
