//! The bounds of a framework's verdict: the share that must be judged, and the thresholds of
//! levels.

use super::raw::kinds::Percentage;
use super::raw::{Context, Map, Text};
use crate::diagnostics::{Code, Diagnostic, Span};
use crate::model::{Better, Decimal, Exact, Level, Scale, Thresholds};

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
pub(super) fn percentages(
    raw: Map<Text<Percentage>>,
    scale: Scale,
    cx: &mut Context<'_>,
) -> Option<Thresholds> {
    let span = raw.span;
    if scale.steps() < 2 {
        cx.push(Diagnostic::at(Code::ScoreNeedsLevels, span));
        return None;
    }
    let typed = cx.levels(raw, scale.levels().filter(|level| *level > scale.lowest()))?;
    let place = |level: Level| typed.get(&level).map_or(span, |text| text.span);
    let one = |(level, text): (&Level, &Text<Percentage>)| {
        let text = cx.present(text.clone(), level.key());
        Some((*level, cx.percentage(text)?))
    };
    // Every mistake is told, highest first.
    let read: Vec<Option<(Level, Decimal)>> = typed.iter().rev().map(one).collect();
    let thresholds: Thresholds = read.into_iter().collect::<Option<_>>()?;
    for (level, threshold) in &thresholds {
        if level.rank() == 1 && threshold.exact() <= Exact::from(0) {
            // Otherwise the lowest level on every criterion would not give that level as the
            // verdict.
            let diagnostic = Diagnostic::at(Code::BoundOutside, place(*level));
            cx.push(diagnostic.with("key", level.key()));
        }
    }
    for (level, threshold) in thresholds.iter().rev() {
        // The same level on every criterion must give that level as the verdict.
        let most = Exact::new(100 * level.points(), scale.highest().points());
        if threshold.exact() > most {
            let diagnostic = Diagnostic::at(Code::VerdictTooHigh, place(*level));
            cx.push(diagnostic.with("value", level.key()).with("most", most_percent(most)));
        }
    }
    ordered(&thresholds, Better::Higher, place, cx).then_some(thresholds)
}

/// A percentage, cut off after four decimals.
fn most_percent(most: Exact) -> String {
    let parts = (most * Exact::from(10_000)).floor().to_integer();
    let (whole, rest) = (parts / 10_000, parts % 10_000);
    let decimals = format!("{rest:04}");
    format!("{whole},{decimals}").trim_end_matches('0').trim_end_matches(',').to_owned()
}

/// Whether the threshold of each level is beyond that of the level below it; `place` gives the
/// position of the threshold of a level.
pub(super) fn ordered(
    thresholds: &Thresholds,
    better: Better,
    place: impl Fn(Level) -> Span,
    cx: &mut Context<'_>,
) -> bool {
    let beyond = |high: &Decimal, low: &Decimal| match better {
        Better::Higher => high.exact() > low.exact(),
        Better::Lower => high.exact() < low.exact(),
    };
    let pairs = thresholds.iter().skip(1).zip(thresholds.values()).rev();
    let wrong = pairs.into_iter().find(|((_, high), low)| !beyond(high, low));
    if let Some(((level, _), _)) = wrong {
        let diagnostic = Diagnostic::at(Code::LevelsNotOrdered, place(*level));
        cx.push(diagnostic.with("value", level.key()));
    }
    wrong.is_none()
}
