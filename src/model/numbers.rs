//! Exact numbers: decimals as typed, and fractions computed from them.

use num_rational::Ratio;
use serde::{Serialize, Serializer};
use std::cmp::Ordering;

/// An exact fraction. The limits on typed numbers keep it far from overflow; if extreme figures
/// overflow all the same, the program stops instead of computing on (`overflow-checks`).
pub type Exact = Ratio<i128>;

/// A decimal number as typed: `4.50` keeps its two decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decimal {
    digits: i128,
    decimals: u32,
}

/// Why a text is not a [`Decimal`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DecimalError {
    /// Not a number, or a number of more than twelve digits or four decimals.
    NotANumber,
    /// A dot followed by three digits: either a decimal point or a thousands separator.
    Ambiguous {
        /// The text read as a whole number.
        whole: String,
        /// The text read as a number with decimals.
        decimal: String,
    },
}

impl Decimal {
    const MOST_DIGITS: usize = 12;
    const MOST_DECIMALS: usize = 4;

    /// Reads `4`, `4.5`, `4,5` or `-4,5`. A dot followed by exactly three digits is ambiguous and
    /// refused.
    ///
    /// # Errors
    /// If the text is not a number, has more than twelve digits or four decimals, or is ambiguous.
    pub fn parse(text: &str) -> Result<Self, DecimalError> {
        let text = text.trim();
        let (sign, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let (whole, fraction) = match unsigned.split_once(['.', ',']) {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (unsigned, None),
        };
        let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        let fraction_text = fraction.unwrap_or("");
        if !digits(whole)
            || fraction.is_some_and(|f| !digits(f))
            || whole.len() + fraction_text.len() > Self::MOST_DIGITS
            || fraction_text.len() > Self::MOST_DECIMALS
        {
            return Err(DecimalError::NotANumber);
        }
        if unsigned.contains('.') && fraction_text.len() == 3 && whole != "0" && whole.len() <= 3 {
            return Err(DecimalError::Ambiguous {
                whole: format!("{whole}{fraction_text}"),
                decimal: match fraction_text.trim_end_matches('0') {
                    "" => format!("{whole},0"),
                    rest => format!("{whole},{rest}"),
                },
            });
        }
        let joined = format!("{whole}{fraction_text}");
        let value: i128 = joined.parse().map_err(|_| DecimalError::NotANumber)?;
        let decimals = u32::try_from(fraction_text.len()).map_err(|_| DecimalError::NotANumber)?;
        Ok(Self { digits: sign * value, decimals })
    }

    /// The number `digits` / 10^`decimals`: 1250 with two decimals is 12.50.
    #[must_use]
    pub fn scaled(digits: i128, decimals: u32) -> Self {
        Self { digits, decimals }
    }

    #[must_use]
    pub fn exact(self) -> Exact {
        Ratio::new(self.digits, 10_i128.pow(self.decimals))
    }

    /// The number of decimals as typed.
    #[must_use]
    pub fn decimals(self) -> u32 {
        self.decimals
    }
}

impl From<i128> for Decimal {
    fn from(value: i128) -> Self {
        Self { digits: value, decimals: 0 }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.exact().cmp(&other.exact()).then(self.decimals.cmp(&other.decimals))
    }
}

impl std::fmt::Display for Decimal {
    /// Uses a decimal point, for machine reading.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let scale = 10_i128.pow(self.decimals);
        let sign = if self.digits < 0 { "-" } else { "" };
        let (whole, rest) = (self.digits.abs() / scale, self.digits.abs() % scale);
        match usize::try_from(self.decimals).unwrap_or(0) {
            0 => write!(f, "{sign}{whole}"),
            width => write!(f, "{sign}{whole}.{rest:0width$}"),
        }
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Writes a fraction as `7/12`, so that readers of the scorecard need not trust a rounded value.
pub(crate) fn as_fraction<S: Serializer>(value: &Exact, s: S) -> Result<S::Ok, S::Error> {
    s.collect_str(&format_args!("{}/{}", value.numer(), value.denom()))
}

/// Writes a fraction as the nearest floating-point number.
pub(crate) fn as_number<S: Serializer>(value: &Exact, s: S) -> Result<S::Ok, S::Error> {
    #[expect(clippy::cast_precision_loss, reason = "rounded to the nearest")]
    s.serialize_f64(*value.numer() as f64 / *value.denom() as f64)
}

/// As [`as_fraction`], for an optional fraction.
pub(crate) fn as_fraction_some<S: Serializer>(v: &Option<Exact>, s: S) -> Result<S::Ok, S::Error> {
    match v {
        Some(value) => as_fraction(value, s),
        None => s.serialize_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_the_decimals_that_were_typed() {
        assert_eq!(Decimal::parse("4,50").map(|d| d.to_string()), Ok("4.50".to_owned()));
        assert_eq!(Decimal::parse("-0.5").map(|d| d.to_string()), Ok("-0.5".to_owned()));
        assert_eq!(Decimal::parse("4,5").map(Decimal::exact), Ok(Ratio::new(9, 2)));
    }

    #[test]
    fn a_dot_with_three_digits_is_refused_because_a_dutch_reader_sees_thousands() {
        assert!(matches!(Decimal::parse("1.500"), Err(DecimalError::Ambiguous { .. })));
        assert_eq!(Decimal::parse("0.125").map(Decimal::exact), Ok(Ratio::new(1, 8)));
        assert_eq!(Decimal::parse("1500").map(Decimal::exact), Ok(Ratio::from(1500)));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", "vier", "4 fte", "1.2.3", "1e9", "٤", "-", "4,", "1234567890123"] {
            assert_eq!(Decimal::parse(text), Err(DecimalError::NotANumber), "{text}");
        }
    }
}
