//! Context indicators, each beside what it is held against.

use super::super::numbers::{decimal, with_unit};
use super::super::table::float;
use super::{ChartView, Drawing, path};
use crate::model::{Case, ContextIndicator, Decimal, Exact};
use serde::Serialize;

/// An indicator on a scale of its own.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorRow {
    /// What it measures.
    pub name: String,
    /// The unit, where it is more than a sign.
    pub unit: String,
    /// The municipality.
    pub own_name: String,
    /// Its number.
    pub own: String,
    /// Where that stands.
    pub own_share: f64,
    /// What it is held against.
    pub reference_name: String,
    /// The number of that.
    pub reference: String,
    /// Where that stands.
    pub reference_share: f64,
    /// Where zero stands.
    pub zero: f64,
}

/// The chart; absent where there are no indicators.
pub fn context(case: &Case) -> Option<ChartView> {
    if case.context.is_empty() {
        return None;
    }
    let rows: Vec<IndicatorRow> = case.context.iter().map(|i| row(case, i)).collect();
    let each: Vec<String> = rows
        .iter()
        .map(|r| {
            format!("{}: {} {}, {} {}", r.name, r.own_name, r.own, r.reference_name, r.reference)
        })
        .collect();
    Some(ChartView {
        path: path("context"),
        alt: format!(
            "Cijfers ter context, elk naast een cijfer ter vergelijking. {}.",
            each.join(". ")
        ),
        caption: "Cijfers ter context, elk op een eigen schaal vanaf nul".to_owned(),
        drawing: Drawing::Context(rows),
    })
}

fn row(case: &Case, indicator: &ContextIndicator) -> IndicatorRow {
    let zero = Exact::from(0);
    let (own, reference) = (indicator.value.exact(), indicator.reference.value.exact());
    let low = zero.min(own).min(reference);
    let high = zero.max(own).max(reference);
    // Two numbers of zero have a scale all the same.
    let reach = if high > low { high - low } else { Exact::from(1) };
    // A unit in words stands with the name.
    let short = matches!(indicator.unit.as_str(), "%" | "euro" | "€");
    let told = |value: Decimal| {
        let number = decimal(value);
        if short { with_unit(&number, &indicator.unit) } else { number }
    };
    let share = |value: Exact| float((value - low) / reach);
    IndicatorRow {
        unit: if short { String::new() } else { indicator.unit.clone() },
        name: indicator.name.clone(),
        own_name: case.municipality.name.clone(),
        own: told(indicator.value),
        own_share: share(own),
        reference_name: indicator.reference.name.clone(),
        reference: told(indicator.reference.value),
        reference_share: share(reference),
        zero: share(zero),
    }
}
