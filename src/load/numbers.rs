//! Numbers, dates and periods from a typed text, with a message where it is not one.

use super::guess;
use super::raw::kinds::{Date, Number, Percentage, Whole};
use super::raw::period::RawPeriod;
use super::raw::{Context, May, Text};
use crate::diagnostics::{Code, Diagnostic, Span, phrase};
use crate::model::{Decimal, DecimalError, Exact, PartialDate, Period};

impl Context<'_> {
    pub fn date(&mut self, raw: impl Into<Option<Text<Date>>>) -> Option<PartialDate> {
        let raw = raw.into();
        let raw = raw?;
        let value = raw.value?;
        let date = value.parse().ok();
        if date.is_none() {
            let help = match guess::date(&value) {
                Some(date) => phrase("write-meant").with("value", date),
                None if guess::is_date_shaped(&value) => phrase("no-such-date"),
                None => phrase("write-date"),
            };
            let diagnostic = Diagnostic::at(Code::NotADate, raw.span).with("value", value);
            self.push(diagnostic.with("help", help));
        }
        date
    }

    /// A date that cannot be before another; `problem` tells one that is, at its place.
    pub fn date_since(
        &mut self,
        raw: impl Into<Option<Text<Date>>>,
        since: Option<PartialDate>,
        problem: impl FnOnce(Span, PartialDate, PartialDate) -> Diagnostic,
    ) -> Option<PartialDate> {
        let raw = raw.into();
        let place = raw.as_ref().map(|text| text.span);
        let date = self.date(raw);
        if let (Some(date), Some(place), Some(since)) = (date, place, since)
            && date.last() < since.first()
        {
            self.push(problem(place, date, since));
        }
        date
    }

    /// The date of a step that cannot be before that of another, which `before` names by its key.
    pub fn step_since(
        &mut self,
        raw: May<Text<Date>>,
        key: &'static str,
        (before, since): (&'static str, Option<PartialDate>),
    ) -> Option<PartialDate> {
        self.date_since(raw, since, |place, date, since| {
            let diagnostic = Diagnostic::at(Code::StepUnfit, place).with("problem", "early");
            let diagnostic = diagnostic.with("key", key).with("value", date.to_string());
            diagnostic.with("before", before).with("expected", since.to_string())
        })
    }

    /// A required period.
    pub fn period(&mut self, raw: RawPeriod) -> Option<Period> {
        let from = self.value(raw.from);
        let from = self.date(from);
        let to = self.value(raw.to);
        let (to, span) = (self.date(to.clone()), to.map_or(raw.span, |t| t.span));
        let period = Period { from: from?, to: to? };
        if period.to.last() < period.from.first() {
            let diagnostic = Diagnostic::at(Code::PeriodReversed, span);
            let diagnostic = diagnostic.with("from", period.from.to_string());
            self.push(diagnostic.with("to", period.to.to_string()));
            return None;
        }
        Some(period)
    }

    /// A number.
    pub fn decimal(&mut self, raw: impl Into<Option<Text<Number>>>) -> Option<Decimal> {
        let raw = raw.into();
        let raw = raw?;
        let value = raw.value?;
        match Decimal::parse(&value) {
            Ok(number) => Some(number),
            Err(DecimalError::Ambiguous { whole, decimal }) => {
                let diagnostic = Diagnostic::at(Code::AmbiguousNumber, raw.span)
                    .with("value", value)
                    .with("whole", whole)
                    .with("decimal", decimal);
                self.push(diagnostic);
                None
            }
            Err(DecimalError::NotANumber) => {
                let help = guess::number(&value).map_or_else(
                    || phrase("write-number"),
                    |number| phrase("write-meant").with("value", number),
                );
                let diagnostic = Diagnostic::at(Code::NotANumber, raw.span).with("value", value);
                self.push(diagnostic.with("help", help));
                None
            }
        }
    }

    /// A number that counts or measures something, so never below zero.
    pub fn amount(&mut self, raw: impl Into<Option<Text<Number>>>) -> Option<Decimal> {
        let raw = raw.into();
        let span = raw.as_ref()?.span;
        let number = self.decimal(raw)?;
        if number.exact() < Exact::from(0) {
            let diagnostic =
                Diagnostic::at(Code::OutOfRange, span).with("value", number.to_string());
            self.push(diagnostic.with("bounds", phrase("bounds-not-negative")));
            return None;
        }
        Some(number)
    }

    /// A percentage, with its sign.
    pub fn percentage(&mut self, raw: impl Into<Option<Text<Percentage>>>) -> Option<Decimal> {
        let raw = raw.into();
        let raw = raw?;
        let value = raw.value?;
        let number = value.trim().strip_suffix('%').and_then(|n| Decimal::parse(n).ok());
        if number.is_none() {
            self.push(Diagnostic::at(Code::NotAPercentage, raw.span).with("value", value));
        }
        number
    }

    /// A whole number between bounds, both included.
    pub fn whole(
        &mut self,
        raw: impl Into<Option<Text<Whole>>>,
        least: u32,
        most: u32,
    ) -> Option<u32> {
        let raw = raw.into()?;
        let value = raw.value?;
        let number = value.trim().parse::<u32>().ok().filter(|n| (least..=most).contains(n));
        if number.is_none() {
            let meant =
                guess::number(&value).filter(|meant| *meant != value && !meant.contains('.'));
            let help = meant.map_or_else(
                || phrase("digits-only"),
                |meant| phrase("write-meant").with("value", meant),
            );
            let diagnostic = Diagnostic::at(Code::OutOfRange, raw.span)
                .with("value", value)
                .with(
                    "bounds",
                    phrase("bounds-whole")
                        .with("least", least.to_string())
                        .with("most", most.to_string()),
                )
                .with("help", help);
            self.push(diagnostic);
        }
        number
    }
}
