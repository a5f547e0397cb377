//! Dates with the precision of public documents: to the day, the month or the year.

use chrono::{Datelike, Months, NaiveDate};
use serde::{Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// The months in Dutch.
pub const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// A date whose day, or day and month, may be unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartialDate {
    Year(NaiveDate),
    Month(NaiveDate),
    Day(NaiveDate),
}

impl PartialDate {
    /// The first day of the range that the date covers.
    #[must_use]
    pub fn first(self) -> NaiveDate {
        match self {
            Self::Year(d) | Self::Month(d) | Self::Day(d) => d,
        }
    }

    /// The last day of the range that the date covers.
    #[must_use]
    pub fn last(self) -> NaiveDate {
        let months = match self {
            Self::Year(_) => 12,
            Self::Month(_) => 1,
            Self::Day(day) => return day,
        };
        let next = self.first().checked_add_months(Months::new(months));
        next.and_then(|d| d.pred_opt()).unwrap_or(self.first())
    }
}

impl FromStr for PartialDate {
    type Err = ();

    /// Reads `2026`, `2026-11` or `2026-11-22`; years from 1800 to 2199.
    fn from_str(text: &str) -> Result<Self, ()> {
        let parts: Vec<&str> = text.trim().split('-').collect();
        let number = |part: &str, width: usize| -> Result<u32, ()> {
            let ok = part.len() == width && part.bytes().all(|b| b.is_ascii_digit());
            if ok { part.parse().map_err(|_| ()) } else { Err(()) }
        };
        let date = |y: &str, m: u32, d: u32| -> Result<NaiveDate, ()> {
            let year = i32::try_from(number(y, 4)?).map_err(|_| ())?;
            let known = (1800..2200).contains(&year);
            NaiveDate::from_ymd_opt(year, m, d).filter(|_| known).ok_or(())
        };
        match parts.as_slice() {
            [y] => Ok(Self::Year(date(y, 1, 1)?)),
            [y, m] => Ok(Self::Month(date(y, number(m, 2)?, 1)?)),
            [y, m, d] => Ok(Self::Day(date(y, number(m, 2)?, number(d, 2)?)?)),
            _ => Err(()),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(d) => write!(f, "{}", d.year()),
            Self::Month(d) => write!(f, "{}", d.format("%Y-%m")),
            Self::Day(d) => write!(f, "{}", d.format("%Y-%m-%d")),
        }
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A period, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Period {
    pub from: PartialDate,
    pub to: PartialDate,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn last(text: &str) -> Option<String> {
        text.parse::<PartialDate>().ok().map(|d| d.last().to_string())
    }

    #[test]
    fn a_month_or_year_ends_on_its_last_day() {
        assert_eq!(last("2024-02").as_deref(), Some("2024-02-29"));
        assert_eq!(last("2022").as_deref(), Some("2022-12-31"));
        assert_eq!(last("2022-11-30").as_deref(), Some("2022-11-30"));
    }

    #[test]
    fn a_date_that_does_not_exist_is_refused() {
        for text in ["2023-02-29", "22-11-2026", "2026-13", "2026-1", "november 2022", "22", ""] {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }
}
