//! Context indicators, each beside what it is held against.

use super::super::table::float;
use super::{ChartView, Drawing, path};
use crate::dutch::{decimal, whole, with_unit};
use crate::model::{Case, ContextIndicator, Decimal, Exact};
use serde::Serialize;

/// The longest text of indicators that somebody listens to, in characters: some twenty of them.
const MOST: usize = 2_000;

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
    Some(ChartView {
        path: path("context"),
        alt: described(&rows),
        caption: "Cijfers ter context, elk op een eigen schaal vanaf nul".to_owned(),
        drawing: Drawing::Context(rows),
    })
}

/// The indicators in words; of many the first ones, and how many more there are in the table.
fn described(rows: &[IndicatorRow]) -> String {
    let mut out = "Cijfers ter context, elk naast een cijfer ter vergelijking.".to_owned();
    let mut length = 0;
    for (at, r) in rows.iter().enumerate() {
        let told =
            format!(" {}: {} {}, {} {}.", r.name, r.own_name, r.own, r.reference_name, r.reference);
        length += told.chars().count();
        if length > MOST {
            let left = whole(i128::try_from(rows.len() - at).unwrap_or(0));
            out.push_str(&match (at, left.as_str()) {
                (0, left) => format!(" De tabel hieronder geeft ze: {left} in totaal."),
                (_, "1") => " De tabel hieronder geeft ook het ene dat hier niet staat.".to_owned(),
                (_, left) => {
                    format!(" De tabel hieronder geeft ook de {left} die hier niet staan.")
                }
            });
            break;
        }
        out.push_str(&told);
    }
    out
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
