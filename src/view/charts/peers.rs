//! The chart of a quantity of the audited body beside those of comparable bodies.

use super::super::judgement::compared_unit;
use super::{Axis, ChartView, path};
use crate::compare::statistics::quartile;
use crate::dutch::{amount, rounded, whole, with_unit};
use crate::model::{Amount, Case, Criterion, Derivation, Exact, Judgement, Measure, Quantity};
use serde::Serialize;

/// Minimum number of bodies for a median.
const FEWEST: usize = crate::model::FEWEST_PEERS;

/// A strip chart: one dot per body.
#[derive(Debug, Clone, Serialize)]
pub struct PeersChart {
    /// The unit of the axis.
    pub unit: String,
    /// Round numbers with their positions.
    pub ticks: Vec<(f64, String)>,
    /// Name and position of each body, in ascending order.
    pub dots: Vec<(String, f64)>,
    /// Position and text of the lower quartile, the median and the upper quartile.
    pub quartiles: Vec<(f64, String)>,
    /// The audited body: name, position, figure.
    pub own: Option<(String, f64, String)>,
}

/// The chart of a criterion that is measured against peers; `None` if there are too few.
pub fn peers(case: &Case, criterion: &Criterion, judgement: &Judgement) -> Option<ChartView> {
    let Measure::Quantity(quantity) = &criterion.measure else { return None };
    let set = case.peers.iter().find(|set| set.criterion == criterion.id)?;
    let mut values: Vec<(String, Exact)> = set
        .municipalities
        .iter()
        .filter_map(|p| Some((p.name.clone(), compared(p.value.exact(), p.inhabitants, quantity)?)))
        .collect();
    values.sort_by(|a, b| a.1.cmp(&b.1).then_with(|| a.0.cmp(&b.0)));
    if values.len() < FEWEST {
        return None;
    }
    let own = match judgement.derivation.as_deref() {
        Some(Derivation::Quantity { value: Some(value), given, .. }) => {
            Some(Own::new(*value, *given, &compared_unit(quantity)))
        }
        _ => None,
    };
    Some(chart(case, criterion, quantity, &values, own))
}

/// The figure of the audited municipality.
struct Own {
    value: Exact,
    /// In words, for the drawing.
    text: String,
    /// The same with its unit.
    with_unit: String,
}

impl Own {
    fn new(value: Exact, given: Option<Amount>, unit: &str) -> Self {
        match given {
            Some(share @ Amount::Counted(_)) => {
                let text = amount(share, unit);
                Self { value, with_unit: text.clone(), text }
            }
            _ => {
                let text = rounded(value, 2);
                Self { value, with_unit: with_unit(&text, unit), text }
            }
        }
    }
}

fn compared(value: Exact, inhabitants: Option<u32>, quantity: &Quantity) -> Option<Exact> {
    let Some(per) = quantity.per_inhabitants else { return Some(value) };
    let inhabitants = inhabitants.filter(|n| *n > 0)?;
    Some(value * Exact::new(i128::from(per), i128::from(inhabitants)))
}

fn chart(
    case: &Case,
    criterion: &Criterion,
    quantity: &Quantity,
    values: &[(String, Exact)],
    own: Option<Own>,
) -> ChartView {
    let unit = compared_unit(quantity);
    let sorted: Vec<Exact> = values.iter().map(|(_, value)| *value).collect();
    let all: Vec<Exact> = sorted.iter().copied().chain(own.iter().map(|o| o.value)).collect();
    let axis = Axis::over(&all);
    let share = |value: Exact| axis.as_ref().map_or(0.0, |axis| axis.share(value));
    let quartiles: Vec<Exact> = (1..=3).filter_map(|q| quartile(&sorted, q)).collect();
    let figure = |value: Exact| with_unit(&rounded(value, 2), &unit);
    let (own_name, plural) = (&case.body.name, case.body.kind.plural());
    let middle = quartiles.get(1).map(|m| format!(" Mediaan {}.", figure(*m))).unwrap_or_default();
    let reach = match (sorted.first(), sorted.last()) {
        (Some(low), Some(high)) => {
            format!(" Zij lopen van {} tot {}.", rounded(*low, 2), figure(*high))
        }
        _ => String::new(),
    };
    let count = whole(i128::try_from(values.len()).unwrap_or(0));
    ChartView {
        path: path(&format!("cijfer-{}", criterion.id)),
        alt: format!(
            "{} naast die van {count} vergelijkbare {plural}.{} {reach}{middle} De tabel \
             hieronder geeft dezelfde gegevens.",
            quantity.name,
            own.as_ref().map(|own| format!(" {own_name}: {}.", own.with_unit)).unwrap_or_default(),
        )
        .replace("  ", " "),
        caption: format!("{} naast die van vergelijkbare {plural} ({unit})", quantity.name),
        drawing: PeersChart {
            unit,
            ticks: axis.as_ref().map(Axis::ticks).unwrap_or_default(),
            dots: values.iter().map(|(name, value)| (name.clone(), share(*value))).collect(),
            quartiles: quartiles.iter().map(|q| (share(*q), rounded(*q, 2))).collect(),
            own: own.map(|own| (own_name.clone(), share(own.value), own.text)),
        },
    }
}
