//! A p-value as an exact fraction, because a rounded sum can fall on the wrong side of a half.

use num_bigint::BigUint;
use serde::{Serialize, Serializer};
use std::cmp::Ordering;

/// A probability as a fraction, at most one.
#[derive(Debug, Clone)]
pub struct Chance {
    part: BigUint,
    whole: BigUint,
}

impl Chance {
    /// The probability `part` / `whole`. The result is one if `part` exceeds `whole`, and also if
    /// `whole` is zero.
    #[must_use]
    pub fn new(part: BigUint, whole: BigUint) -> Self {
        if whole == BigUint::ZERO {
            return Self { part: BigUint::from(1_u8), whole: BigUint::from(1_u8) };
        }
        Self { part: part.min(whole.clone()), whole }
    }

    /// The probability multiplied by `factor`, at most one.
    #[must_use]
    pub fn times(&self, factor: usize) -> Self {
        Self::new(&self.part * factor, self.whole.clone())
    }

    /// Whether the probability is less than this number of thousandths.
    #[must_use]
    pub fn is_under(&self, thousandths: u32) -> bool {
        &self.part * 1000_u32 < &self.whole * thousandths
    }

    /// Whether the probability is this number of thousandths or less.
    #[must_use]
    pub fn is_at_most(&self, thousandths: u32) -> bool {
        &self.part * 1000_u32 <= &self.whole * thousandths
    }

    /// In thousandths, with a half rounded up.
    #[must_use]
    pub fn thousandths(&self) -> u32 {
        let rounded = (&self.part * 2000_u32 + &self.whole) / (&self.whole * 2_u32);
        u32::try_from(rounded).unwrap_or(1000)
    }

    /// The nearest floating-point number, for programs that calculate with it.
    #[must_use]
    pub fn value(&self) -> f64 {
        // A quotient of about 62 bits has more precision than an `f64`.
        let shift = (self.whole.bits() + 62).saturating_sub(self.part.bits());
        let quotient = u64::try_from((&self.part << shift) / &self.whole).unwrap_or(u64::MAX);
        #[expect(clippy::cast_precision_loss, reason = "rounded to the nearest")]
        let quotient = quotient as f64;
        quotient * 0.5_f64.powi(i32::try_from(shift).unwrap_or(i32::MAX))
    }
}

impl PartialEq for Chance {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Chance {}

impl PartialOrd for Chance {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Chance {
    fn cmp(&self, other: &Self) -> Ordering {
        (&self.part * &other.whole).cmp(&(&other.part * &self.whole))
    }
}

impl Serialize for Chance {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_f64(self.value())
    }
}
