//! The chart of context indicators, each beside its reference figure.

use super::super::table::float;
use super::{ChartView, Drawing, path};
use crate::dutch::{decimal, whole, with_unit};
use crate::model::{Case, ContextIndicator, Decimal, Exact};
use serde::Serialize;

/// Maximum length of the text alternative, in characters: about twenty indicators, as much as a
/// listener of a screen reader can take in.
const MOST: usize = 2_000;

/// An indicator, drawn on its own scale.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorRow {
    pub name: String,
    /// The unit, unless it is only a symbol.
    pub unit: String,
    /// The name of the municipality.
    pub own_name: String,
    /// The municipality's figure, formatted.
    pub own: String,
    /// The position of that figure, from 0 to 1.
    pub own_share: f64,
    /// The name of the reference.
    pub reference_name: String,
    /// The reference figure, formatted.
    pub reference: String,
    /// The position of that figure, from 0 to 1.
    pub reference_share: f64,
    /// The position of zero, from 0 to 1.
    pub zero: f64,
}

/// The chart; `None` if there are no indicators.
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

/// The indicators in words. Of many only the first, with the number of the others, which are in the
/// table.
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
    // If both figures are zero, the range would be zero.
    let reach = if high > low { high - low } else { Exact::from(1) };
    // A unit in words is shown with the name.
    let short = matches!(indicator.unit.as_str(), "%" | "euro" | "€");
    let told = |value: Decimal| {
        let number = decimal(value);
        if short { with_unit(&number, &indicator.unit) } else { number }
    };
    let share = |value: Exact| float((value - low) / reach);
    IndicatorRow {
        unit: if short { String::new() } else { indicator.unit.clone() },
        name: indicator.name.clone(),
        own_name: case.body.name.clone(),
        own: told(indicator.value),
        own_share: share(own),
        reference_name: indicator.reference.name.clone(),
        reference: told(indicator.reference.value),
        reference_share: share(reference),
        zero: share(zero),
    }
}
