//! A comparison as one interactive page: the same judgements and numbers as the other outputs, by
//! municipality, so that rows can be filtered and sorted.
//!
//! Every row has the index of its member, by which the page's script knows which rows of several
//! tables belong to one municipality. Words and numbers are those of [`ComparisonView`].

mod audits;
mod criteria;
mod mark;
mod quantities;

pub use audits::{AuditRow, PickView};
pub use criteria::PageFramework;
pub use mark::MarkView;
pub use quantities::PageFigure;

use super::compare::ComparisonView;
use super::scales::by_scale;
use super::words;
use crate::markdown::beside;
use crate::model::{Comparison, Framework};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Most municipalities of which the page has a row each, which a browser still sorts and filters at
/// once. Of more it tells what they come to, by group.
pub const MOST_ON_PAGE: usize = 1_000;

/// All data for the template of the page.
#[derive(Debug, Clone, Serialize)]
pub struct PageView<'a> {
    /// The comparison as in its document.
    pub text: &'a ComparisonView,
    /// Whether there are rows of municipalities; else only what they come to, without a script.
    pub rows: bool,
    /// The judgements that can occur, for the legend.
    pub legend: Vec<MarkView>,
    /// The scales of verdicts that occur, each with its levels and the indices of its frameworks.
    pub scales: Vec<(Vec<MarkView>, Vec<usize>)>,
    /// The properties by which municipalities can be filtered.
    pub picks: Vec<PickView>,
    /// The names of the researchers' own attributes, in the order of their columns.
    pub attributes: Vec<String>,
    /// The number of columns of the audits before those of the attributes and the size class.
    pub leading: usize,
    /// Whether there is a column for the size class.
    pub sized: bool,
    pub audits: Vec<AuditRow>,
    /// Verdicts by municipality: index, name, and one verdict for each framework.
    pub overview: Vec<(usize, String, Vec<MarkView>)>,
    pub frameworks: Vec<PageFramework<'a>>,
    /// Quantities and context indicators.
    pub figures: Vec<PageFigure<'a>>,
}

/// The view of a comparison for the page. `text` is the same comparison in words; `frameworks`
/// supply what each criterion requires; `rows` says whether municipalities have rows.
#[must_use]
pub fn page<'a>(
    comparison: &Comparison,
    text: &'a ComparisonView,
    frameworks: &BTreeMap<String, Arc<Framework>>,
    rows: bool,
) -> PageView<'a> {
    let attributes = audits::attributes(comparison);
    let both = comparison.frameworks.iter().zip(&text.frameworks);
    let framework = |(one, words)| criteria::framework(one, words, frameworks, rows);
    let numbers = comparison.figures.iter().zip(&text.figures).enumerate().filter(|_| rows);
    let audits = || audits::audits(comparison, &text.members, &attributes);
    let scales = by_scale(comparison.frameworks.iter().map(|f| f.scale)).into_iter();
    let scales: Vec<_> = scales.map(|(scale, all)| (mark::levels(scale), all)).collect();
    let mut legend: Vec<MarkView> = Vec::new();
    for mark in scales.iter().flat_map(|(levels, _)| levels) {
        if !legend.contains(mark) {
            legend.push(mark.clone());
        }
    }
    // Verdicts are counted of the frameworks that give any.
    let scales = scales.into_iter().filter_map(|(levels, mut all)| {
        all.retain(|at| text.frameworks.get(*at).is_some_and(|framework| framework.verdicts));
        (!all.is_empty()).then_some((levels, all))
    });
    let scales = scales.collect();
    legend.extend(beside().iter().map(|badge| mark::mark(&(*badge).into())));
    PageView {
        text,
        rows,
        legend,
        scales,
        picks: audits::picks(comparison, &attributes),
        leading: audits::leading(comparison),
        sized: audits::sized(comparison),
        audits: if rows { audits() } else { Vec::new() },
        overview: if rows { overview(comparison, text) } else { Vec::new() },
        frameworks: both.map(framework).collect(),
        figures: numbers.map(|(at, (one, words))| quantities::figure(at, one, words)).collect(),
        attributes: attributes.iter().map(|a| words::attribute(a)).collect(),
    }
}

/// Verdicts by municipality, from the table in the document.
fn overview(comparison: &Comparison, text: &ComparisonView) -> Vec<(usize, String, Vec<MarkView>)> {
    let rows = text.overview.iter().flat_map(|table| &table.rows);
    let row = |(place, cells): (usize, &Vec<super::table::CellView>)| {
        let name = comparison.members.get(place).map(|m| m.name.clone()).unwrap_or_default();
        (place, name, cells.iter().skip(1).map(|c| mark::mark(&criteria::one_line(c))).collect())
    };
    rows.enumerate().map(row).collect()
}
