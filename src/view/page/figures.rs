//! A number on the page: every municipality on one axis, and the same table as in the document.

use super::super::compare::{FigureView, decimals};
use super::super::numbers::{rounded, with_unit};
use super::super::table::CellView;
use crate::compare::statistics::quartile;
use crate::model::{Exact, FigureComparison, FigureValue};
use crate::score::{FEWEST_PEERS, median};
use serde::Serialize;

/// How long the axis is, in units of the drawing.
const AXIS: i128 = 1000;

/// A number over all municipalities.
#[derive(Debug, Clone, Serialize)]
pub struct PageFigure<'a> {
    /// By which name the page knows it.
    pub id: String,
    /// The same figure as the document tells it.
    pub text: &'a FigureView,
    /// How many decimals its values have.
    pub decimals: u32,
    /// What each column of its table is to the script: `v`alue, quartiles, `d`ifference, `o`utlier.
    pub roles: Vec<&'static str>,
    /// The rows of its table.
    pub rows: Vec<NumberRow>,
    /// Where each municipality stands on the axis.
    pub dots: Vec<DotView>,
    /// First quartile, median and third quartile of all, as places on the axis.
    pub band: Option<(i128, i128, i128)>,
    /// The same in words.
    pub middle: String,
    /// Where the axis begins and ends, in words.
    pub ends: (String, String),
    /// The same exactly, so that the script can place what it computes.
    pub exact_ends: (String, String),
}

/// A municipality's number.
#[derive(Debug, Clone, Serialize)]
pub struct NumberRow {
    /// The municipality by its place.
    pub member: usize,
    /// The number as an exact fraction.
    pub exact: String,
    /// The cells: municipality, numbers, and what stands out.
    pub cells: Vec<CellView>,
}

/// A municipality on the axis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DotView {
    /// The municipality by its place.
    pub member: usize,
    /// Its place on the axis.
    pub at: i128,
}

/// A number as the page shows it.
pub fn figure<'a>(at: usize, figure: &FigureComparison, text: &'a FigureView) -> PageFigure<'a> {
    let places = decimals(figure);
    let mut sorted: Vec<Exact> = figure.values.iter().map(|v| v.value).collect();
    sorted.sort_unstable();
    let zero = Exact::from(0);
    let low = sorted.first().copied().unwrap_or(zero);
    let high = sorted.last().copied().unwrap_or(zero);
    let place = |value: Exact| place(value, low, high);
    let quarters = quarters(&sorted);
    let shown = |value: Exact, places: u32| with_unit(&rounded(value, places), &text.unit);
    let dot = |v: &FigureValue| DotView { member: v.member, at: place(v.value) };
    let row = |(value, cells): (&FigureValue, &Vec<CellView>)| NumberRow {
        member: value.member,
        exact: fraction(value.value),
        cells: cells.iter().skip(1).cloned().collect(),
    };
    PageFigure {
        id: format!("cijfer-{}", at + 1),
        decimals: places,
        roles: text.table.columns.iter().skip(1).map(|c| role(&c.name)).collect(),
        rows: figure.values.iter().zip(&text.table.rows).map(row).collect(),
        dots: figure.values.iter().map(dot).collect(),
        band: quarters.map(|(a, b, c)| (place(a), place(b), place(c))),
        middle: match quarters {
            Some((first, middle, third)) => {
                let more = places.max(1);
                format!(
                    "Mediaan {}. De middelste helft ligt tussen {} en {}.",
                    shown(middle, more),
                    rounded(first, more),
                    shown(third, more)
                )
            }
            None => String::new(),
        },
        ends: (shown(low, places), shown(high, places)),
        exact_ends: (fraction(low), fraction(high)),
        text,
    }
}

/// Quartiles and median, where there are municipalities enough that each has [`FEWEST_PEERS`]
/// others.
fn quarters(sorted: &[Exact]) -> Option<(Exact, Exact, Exact)> {
    if sorted.len() <= FEWEST_PEERS {
        return None;
    }
    Some((quartile(sorted, 1)?, median(sorted)?, quartile(sorted, 3)?))
}

/// A place on the axis, in whole units.
fn place(value: Exact, low: Exact, high: Exact) -> i128 {
    if low == high {
        return AXIS / 2;
    }
    ((value - low) / (high - low) * Exact::from(AXIS)).round().to_integer()
}

fn fraction(value: Exact) -> String {
    format!("{}/{}", value.numer(), value.denom())
}

/// What a column is to the script that computes it again for a part of the municipalities.
fn role(column: &str) -> &'static str {
    match column {
        "Waarde" => "v",
        "Eerste kwartiel" => "q1",
        "Mediaan" => "m",
        "Derde kwartiel" => "q3",
        "Verschil met mediaan" => "d",
        "Opvallend" => "o",
        _ => "",
    }
}
