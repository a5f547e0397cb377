//! A quantity on the page: every municipality on one axis, and the table of the document.

use crate::dutch::{rounded, with_unit};
use crate::model::{Exact, FigureComparison, FigureValue};
use crate::view::compare::{FigureView, decimals, own_decimals, quarters, with_its_unit};
use crate::view::table::{CellView, Role};
use serde::Serialize;

/// Length of the axis, in units of the drawing.
const AXIS: i128 = 1000;

/// A quantity of all municipalities.
#[derive(Debug, Clone, Serialize)]
pub struct PageFigure<'a> {
    /// Its identifier on the page.
    pub id: String,
    /// The same quantity as in the document.
    pub text: &'a FigureView,
    /// Number of decimals of its values.
    pub decimals: u32,
    /// The columns of its table.
    pub columns: Vec<NumberColumn>,
    /// The rows of its table.
    pub rows: Vec<NumberRow>,
    /// Positions of the municipalities on the axis, in the order of the rows.
    pub dots: Vec<i128>,
    /// First quartile, median and third quartile of all, as positions on the axis. The band has no
    /// width if there are too few municipalities.
    pub band: (i128, i128, i128),
    /// The median and quartiles in words.
    pub middle: String,
    /// The ends of the axis, in words.
    pub ends: (String, String),
    /// The ends of the axis as exact fractions, so that the script can place what it computes.
    pub exact_ends: (String, String),
}

/// A column of the table of a quantity.
#[derive(Debug, Clone, Serialize)]
pub struct NumberColumn {
    pub name: String,
    /// Whether it contains numbers, which are right-aligned.
    pub right: bool,
    /// Its role for the script that recomputes it: `v`alue, `m`edian, `d`ifference, `o`utlier.
    pub role: &'static str,
}

/// The figure of a municipality.
#[derive(Debug, Clone, Serialize)]
pub struct NumberRow {
    /// The index of the municipality.
    pub member: usize,
    /// The figure as an exact fraction, such as `7:12`; `None` if the cell shows it exactly.
    pub exact: Option<String>,
    /// The cells: municipality, figures, and whether it is an outlier.
    pub cells: Vec<String>,
}

/// The view of a quantity for the page.
pub fn figure<'a>(at: usize, figure: &FigureComparison, text: &'a FigureView) -> PageFigure<'a> {
    let places = decimals(figure);
    let mut sorted: Vec<Exact> = figure.values.iter().map(|v| v.value).collect();
    sorted.sort_unstable();
    let zero = Exact::from(0);
    let low = sorted.first().copied().unwrap_or(zero);
    let high = sorted.last().copied().unwrap_or(zero);
    let place = |value: Exact| place(value, low, high);
    let quarters = quarters(&sorted);
    let shown = |value: Exact, places: u32| {
        with_unit(&rounded(value, places), &text.unit).replacen(' ', "\u{a0}", 1)
    };
    let end = |value: Exact| {
        let own = figure.values.iter().find(|own| own.value == value);
        own.map_or_else(String::new, |own| {
            with_its_unit(own, places, &text.unit).replacen(' ', "\u{a0}", 1)
        })
    };
    // The quartiles of the others hardly differ between rows; the band shows them once.
    let all = text.table.columns.iter().enumerate().skip(1);
    let kept: Vec<usize> =
        all.filter(|(_, c)| c.role != Some(Role::Quartile)).map(|c| c.0).collect();
    let column = |at: &usize| {
        let column = text.table.columns.get(*at)?;
        let (name, right) = (column.name.clone(), column.right);
        Some(NumberColumn { role: column.role.map_or("", role), name, right })
    };
    let row = |(value, cells): (&FigureValue, &Vec<CellView>)| NumberRow {
        member: value.member,
        exact: own_decimals(value, places)
            .is_none_or(|places| !shown_whole(value.value, places))
            .then(|| fraction(value.value)),
        cells: kept.iter().filter_map(|at| cells.get(*at)).map(|c| c.text.clone()).collect(),
    };
    PageFigure {
        id: format!("cijfer-{}", at + 1),
        decimals: places,
        columns: kept.iter().filter_map(column).collect(),
        rows: figure.values.iter().zip(&text.table.rows).map(row).collect(),
        dots: figure.values.iter().map(|v| place(v.value)).collect(),
        band: quarters.map_or((0, 0, 0), |(a, b, c)| (place(a), place(b), place(c))),
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
        ends: (end(low), end(high)),
        exact_ends: (fraction(low), fraction(high)),
        text,
    }
}

/// A position on the axis, in whole units.
fn place(value: Exact, low: Exact, high: Exact) -> i128 {
    if low == high {
        return AXIS / 2;
    }
    ((value - low) / (high - low) * Exact::from(AXIS)).round().to_integer()
}

/// Whether a number is exact with this number of decimals.
fn shown_whole(value: Exact, decimals: u32) -> bool {
    (value * Exact::from(10_i128.pow(decimals))).is_integer()
}

/// A fraction as the script reads it; without a slash, which HTML would escape.
fn fraction(value: Exact) -> String {
    format!("{}:{}", value.numer(), value.denom())
}

/// The role of a column for the script, which recomputes it for a selection of municipalities.
fn role(role: Role) -> &'static str {
    match role {
        Role::Value => "v",
        Role::Median => "m",
        Role::Difference => "d",
        Role::Outlier => "o",
        Role::Quartile => "",
    }
}
