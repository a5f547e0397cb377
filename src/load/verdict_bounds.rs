//! The bounds of a framework's verdict: the share that must be judged, and the thresholds of
//! levels.

use super::raw::framework::RawThresholds;
use super::raw::kinds::Percentage;
use super::raw::{Context, Must, Text};
use crate::diagnostics::{Code, Diagnostic, Span};
use crate::model::{Better, Decimal, Exact, Level, Thresholds};

/// A percentage of a whole, so from 0% to 100%.
pub(super) fn share_of_all(
    raw: Option<Text<Percentage>>,
    key: &str,
    cx: &mut Context<'_>,
) -> Option<Decimal> {
    let span = raw.as_ref().map(|text| text.span);
    let value = cx.percentage(raw)?;
    let whole = Exact::from(0)..=Exact::from(100);
    if let Some(span) = span.filter(|_| !whole.contains(&value.exact())) {
        cx.push(Diagnostic::at(Code::BoundOutside, span).with("key", key));
    }
    Some(value)
}

/// The thresholds of the verdicts, in percent of the points.
pub(super) fn percentages(raw: RawThresholds, cx: &mut Context<'_>) -> Option<Thresholds> {
    let span = raw.span;
    let at = |text: &Must<Text<Percentage>>| text.as_ref().map_or(span, |t| t.span);
    let (high, middle, low) = (at(&raw.voldoet), at(&raw.grotendeels), at(&raw.deels));
    let place = |level: Level| match level {
        Level::Voldoet => high,
        Level::Grotendeels => middle,
        Level::Deels | Level::Niet => low,
    };
    let mut one = |text| {
        let text = cx.value(text);
        cx.percentage(text)
    };
    let (voldoet, grotendeels, deels) = (one(raw.voldoet), one(raw.grotendeels), one(raw.deels));
    let thresholds = Thresholds { voldoet: voldoet?, grotendeels: grotendeels?, deels: deels? };
    if thresholds.deels.exact() <= Exact::from(0) {
        // Otherwise the lowest level on every criterion would not give that level as the verdict.
        cx.push(Diagnostic::at(Code::BoundOutside, low).with("key", "deels"));
    }
    let all = [
        (thresholds.voldoet, Level::Voldoet),
        (thresholds.grotendeels, Level::Grotendeels),
        (thresholds.deels, Level::Deels),
    ];
    for (threshold, level) in all {
        // The same level on every criterion must give that level as the verdict.
        if threshold.exact() * Exact::from(3) > Exact::from(100 * level.thirds()) {
            let diagnostic = Diagnostic::at(Code::VerdictTooHigh, place(level));
            cx.push(diagnostic.with("value", level.key()));
        }
    }
    ordered(thresholds, Better::Higher, place, cx).then_some(thresholds)
}

/// Whether the threshold of each level is beyond that of the level below it; `place` gives the
/// position of the threshold of a level.
pub(super) fn ordered(
    t: Thresholds,
    better: Better,
    place: impl Fn(Level) -> Span,
    cx: &mut Context<'_>,
) -> bool {
    let beyond = |high: Decimal, low: Decimal| match better {
        Better::Higher => high.exact() > low.exact(),
        Better::Lower => high.exact() < low.exact(),
    };
    let wrong =
        [(t.voldoet, t.grotendeels, Level::Voldoet), (t.grotendeels, t.deels, Level::Grotendeels)]
            .into_iter()
            .find(|(high, low, _)| !beyond(*high, *low));
    if let Some((_, _, level)) = wrong {
        let diagnostic = Diagnostic::at(Code::LevelsNotOrdered, place(level));
        cx.push(diagnostic.with("value", level.key()));
    }
    wrong.is_none()
}
