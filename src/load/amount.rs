//! The number of a finding: given as such, or counted.

use super::raw::case::RawFinding;
use super::raw::kinds::{Number, Whole};
use super::raw::{Context, May, Must, Text};
use crate::diagnostics::{Code, Diagnostic, Phrase, Span, phrase};
use crate::model::{Amount, Counted, Decimal, Exact, Quantity};

/// More than a study counts.
const MOST_COUNTED: u32 = 1_000_000_000;

/// Whether a finding gives counts.
pub fn has_counts(raw: &RawFinding) -> bool {
    [&raw.count, &raw.of, &raw.population].iter().any(|key| key.is_some())
}

/// The keys of a number that fit a measure, for a finding that gives counts.
pub fn fitting_keys(quantity: &Quantity) -> &'static [&'static str] {
    match quantity.is_countable() {
        true => &["count", "of", "population", "unit"],
        false => &["value", "unit"],
    }
}

/// What a finding can give on a measure, in words that answer what it gives.
pub fn expected(raw: &RawFinding, quantity: &Quantity) -> Phrase {
    match (quantity.is_countable(), has_counts(raw)) {
        (true, _) => phrase("measure-countable"),
        (false, true) => phrase("measure-not-counted").with("unit", &quantity.unit),
        (false, false) => phrase("measure-quantity"),
    }
}

/// The number of a finding that gives counts or a value.
pub fn amount(raw: &RawFinding, quantity: &Quantity, cx: &mut Context<'_>) -> Option<Amount> {
    if has_counts(raw) {
        let fits = raw.unit.clone().known().is_none_or(|unit| has_unit(unit, quantity, cx));
        let (count, of) = (raw.count.clone().asked_for(), raw.of.clone().asked_for());
        let counted = counted(count, of, raw.population.clone(), cx);
        return counted.filter(|_| fits).map(Amount::Counted);
    }
    let unit = cx.value(raw.unit.clone().asked_for())?;
    if !has_unit(unit, quantity, cx) {
        return None;
    }
    let value = cx.value(raw.value.clone().asked_for())?;
    measured(value, Some(quantity), cx).map(Amount::Given)
}

/// A number in the unit of a measure; a part of a whole is at most 100%.
pub fn measured(
    raw: Text<Number>,
    quantity: Option<&Quantity>,
    cx: &mut Context<'_>,
) -> Option<Decimal> {
    let span = raw.span;
    let number = cx.amount(raw)?;
    if quantity.is_some_and(Quantity::is_part) && number.exact() > Exact::from(100) {
        let diagnostic = Diagnostic::at(Code::OutOfRange, span).with("value", number.to_string());
        let diagnostic = diagnostic.with("bounds", phrase("bounds-part"));
        cx.push(diagnostic.with("help", phrase("may-exceed-100")));
        return None;
    }
    Some(number)
}

fn has_unit(unit: Text, quantity: &Quantity, cx: &mut Context<'_>) -> bool {
    let typed = unit.value.unwrap_or_default();
    let same = typed.trim() == quantity.unit;
    if !same {
        let diagnostic = Diagnostic::at(Code::WrongUnit, unit.span);
        cx.push(diagnostic.with("value", typed).with("expected", &quantity.unit));
    }
    same
}

/// The counts of a share, where each is at most what it is part of.
pub fn counted(
    count: Must<Text<Whole>>,
    of: Must<Text<Whole>>,
    population: May<Text<Whole>>,
    cx: &mut Context<'_>,
) -> Option<Counted> {
    let count = whole(count, 0, cx);
    let of = whole(of, 1, cx);
    let population = match population.is_some() {
        true => whole(population.asked_for(), 1, cx).map(Some),
        false => (!population.is_broken()).then_some(None),
    };
    let (count, of, population) = (count?, of?, population?);
    let fits = at_most(count, of.0, "of", cx);
    let fits = population.is_none_or(|all| at_most(of, all.0, "population", cx)) && fits;
    let population = population.map(|(number, _)| number);
    fits.then_some(Counted { count: count.0, of: of.0, population })
}

/// A whole number, with its place.
fn whole(field: Must<Text<Whole>>, least: u32, cx: &mut Context<'_>) -> Option<(u32, Span)> {
    let text = cx.value(field)?;
    let span = text.span;
    Some((cx.whole(text, least, MOST_COUNTED)?, span))
}

/// Whether a number is at most the one at another key.
fn at_most(
    (number, span): (u32, Span),
    most: u32,
    key: &'static str,
    cx: &mut Context<'_>,
) -> bool {
    let fits = number <= most;
    if !fits {
        let bounds = phrase("bounds-part-of").with("most", most.to_string()).with("key", key);
        let diagnostic = Diagnostic::at(Code::OutOfRange, span).with("value", number.to_string());
        cx.push(diagnostic.with("bounds", bounds));
    }
    fits
}
