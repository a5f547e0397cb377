//! Formats numbers and dates in Dutch: 16,67%; € 650.000; 22 november 2026.

use crate::model::{Amount, Counted, Decimal, Exact, FEWEST_FOR_PERCENT, PartialDate, Period};
use chrono::Locale;

/// The number of decimals of a percentage over `cases` cases. Under a hundred there is none,
/// because it would claim more precision than there is. `None` if there are too few cases for a
/// percentage.
#[must_use]
pub fn percent_decimals(cases: usize) -> Option<u32> {
    (cases >= FEWEST_FOR_PERCENT).then_some(u32::from(cases >= 100))
}

/// A whole number with a dot as thousands separator.
#[must_use]
pub fn whole(number: i128) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    if number < 0 { format!("-{out}") } else { out }
}

/// The size of a file: in kilobytes under a megabyte, at least one.
#[must_use]
pub fn size(bytes: usize) -> String {
    let bytes = i128::try_from(bytes).unwrap_or(i128::MAX);
    match bytes {
        ..999_500 => format!("{}\u{a0}kB", rounded(Exact::new(bytes.max(1_000), 1_000), 0)),
        _ => format!("{}\u{a0}MB", rounded(Exact::new(bytes, 1_000_000), 1)),
    }
}

/// A fraction rounded to `decimals` decimals. A half rounds away from zero, so that a difference
/// and its opposite (22,5 and −22,5) print with the same digits.
#[must_use]
pub fn rounded(value: Exact, decimals: u32) -> String {
    let scale = 10_i128.pow(decimals);
    let scaled = (value * Exact::from(scale)).round().to_integer();
    let sign = if scaled < 0 { "-" } else { "" };
    let (left, right) = (scaled.abs() / scale, scaled.abs() % scale);
    match usize::try_from(decimals).unwrap_or(0) {
        0 => format!("{sign}{}", whole(left)),
        width => format!("{sign}{},{right:0width$}", whole(left)),
    }
}

/// A number with as many decimals as were typed.
#[must_use]
pub fn decimal(number: Decimal) -> String {
    rounded(number.exact(), number.decimals())
}

/// A number with its unit; a euro sign precedes it, a percent sign follows without a space.
#[must_use]
pub fn with_unit(number: &str, unit: &str) -> String {
    match unit {
        "euro" | "€" => format!("€\u{a0}{number}"),
        "%" => format!("{number}%"),
        "aantal" => number.to_owned(),
        _ => format!("{number} {unit}"),
    }
}

/// A share as text: always the counts, with a percentage from ten cases.
///
/// `cases` is the number of things counted, which differs from `whole` if they are weighted.
#[must_use]
pub fn share(part: i128, whole: i128, cases: usize, unit: &str) -> String {
    let counts = format!("{} van {} {unit}", self::whole(part), self::whole(whole));
    let Some(decimals) = percent_decimals(cases).filter(|_| whole != 0) else { return counts };
    format!("{}% ({counts})", rounded(Exact::new(part * 100, whole), decimals))
}

/// A count out of a total.
#[must_use]
pub fn out_of(part: usize, total: usize) -> String {
    let count = |number| whole(i128::try_from(number).unwrap_or(0));
    format!("{} van {}", count(part), count(total))
}

/// The number of decimals of the percentage of a counted share; `None` if too few were looked at.
#[must_use]
pub fn share_decimals(counted: Counted) -> Option<u32> {
    percent_decimals(counted.cases())
}

/// The percentage of a counted share, without its sign; `None` if too few were looked at.
#[must_use]
pub fn share_percentage(counted: Counted) -> Option<String> {
    share_decimals(counted).map(|decimals| rounded(counted.percentage(), decimals))
}

/// The counts of a share.
#[must_use]
pub fn counts(counted: Counted) -> String {
    format!("{} van de {}", whole(counted.count.into()), whole(counted.of.into()))
}

/// A number with its unit; of a counted share the counts, with a percentage from ten cases.
#[must_use]
pub fn amount(amount: Amount, unit: &str) -> String {
    match amount {
        Amount::Given(number) => with_unit(&decimal(number), unit),
        Amount::Counted(counted) => match share_percentage(counted) {
            Some(percentage) => format!("{}, {percentage}%", counts(counted)),
            None => counts(counted),
        },
    }
}

/// A date in words, with the precision that is known.
#[must_use]
pub fn date(date: PartialDate) -> String {
    let form = match date {
        PartialDate::Year(_) => "%Y",
        PartialDate::Month(_) => "%B %Y",
        PartialDate::Day(_) => "%-d %B %Y",
    };
    date.first().format_localized(form, Locale::nl_NL).to_string()
}

/// A period in words.
#[must_use]
pub fn period(period: Period) -> String {
    if period.from == period.to {
        return date(period.from);
    }
    format!("{} tot en met {}", date(period.from), date(period.to))
}

/// A Dutch enumeration: a, b en c.
#[must_use]
pub fn enumeration(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} en {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_percentages_of_the_coalition_agreements_come_out() {
        // 24 coalition agreements, 12 large and 12 small municipalities; published with two
        // decimals. Van Dam Datapartners, Ondermijning in de coalitieakkoorden (2022).
        for (part, whole, expected) in [
            (2, 12, "16,67"),
            (10, 12, "83,33"),
            (7, 12, "58,33"),
            (8, 12, "66,67"),
            (1, 12, "8,33"),
            (4, 12, "33,33"),
            (9, 24, "37,50"),
            (1, 24, "4,17"),
            (4, 24, "16,67"),
        ] {
            assert_eq!(rounded(Exact::new(part * 100, whole), 2), expected);
        }
    }

    #[test]
    fn halves_round_up_and_thousands_get_a_dot() {
        assert_eq!(rounded(Exact::new(5, 2), 0), "3");
        assert_eq!(rounded(Exact::new(-5, 2), 0), "-3");
        assert_eq!(rounded(Exact::new(1, 8), 2), "0,13");
        assert_eq!(whole(1_234_567), "1.234.567");
        assert_eq!(with_unit(&whole(650_000), "euro"), "€\u{a0}650.000");
    }

    #[test]
    fn few_cases_get_counts_and_some_cases_no_decimals() {
        assert_eq!(share(2, 7, 7, "normen"), "2 van 7 normen");
        assert_eq!(share(2, 12, 12, "gemeenten"), "17% (2 van 12 gemeenten)");
        assert_eq!(share(1, 3, 342, "delen"), "33,3% (1 van 3 delen)");
        assert_eq!([9, 10, 99, 100].map(percent_decimals), [None, Some(0), Some(0), Some(1)]);
    }

    #[test]
    fn a_counted_share_has_a_percentage_from_ten_on() {
        let share =
            |count, of| amount(Amount::Counted(Counted { count, of, population: None }), "%");
        assert_eq!(share(5, 8), "5 van de 8");
        assert_eq!(share(17, 20), "17 van de 20, 85%");
        assert_eq!(share(2, 16), "2 van de 16, 13%");
        assert_eq!(share(1_234, 1_600), "1.234 van de 1.600, 77,1%");
    }

    #[test]
    fn a_date_is_as_exact_as_it_is_known() {
        let read = |text: &str| text.parse::<PartialDate>().map(date);
        assert_eq!(read("2026-11-22").as_deref(), Ok("22 november 2026"));
        assert_eq!(read("2022-11").as_deref(), Ok("november 2022"));
        assert_eq!(read("2022").as_deref(), Ok("2022"));
    }
}
