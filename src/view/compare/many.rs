//! A comparison of so many municipalities that a page cannot have a row for each: what they come to by
//! size, by province, and in verdicts.

use super::super::table::{CellView, TableView, left, right};
use super::super::words;
use super::levels::size_classes;
use crate::dutch::whole;
use crate::model::{Comparison, Level, capital};
use serde::Serialize;
use std::collections::BTreeMap;

/// Many municipalities, summed up.
#[derive(Debug, Clone, Serialize)]
pub struct ManyView {
    /// How many there are of each size; `None` where no size is known.
    pub sizes: Option<TableView>,
    /// How many there are in each province.
    pub provinces: Option<TableView>,
    /// The title of each framework, and how many have each verdict on it.
    pub verdicts: Vec<(String, String)>,
}

/// The sums of a comparison.
pub fn many(comparison: &Comparison) -> ManyView {
    let plural = capital(comparison.kind.plural());
    let table = |by: &str, rows: Vec<(String, usize)>| {
        let mut table = TableView::new("", 1, &[left(by), right(plural.as_str())]);
        let row = |(name, count): (String, usize)| vec![name.into(), CellView::whole(count)];
        table.rows = rows.into_iter().map(row).collect();
        (!table.rows.is_empty()).then_some(table)
    };
    let sizes = size_classes(&comparison.members).into_iter();
    let mut provinces: BTreeMap<String, usize> = BTreeMap::new();
    for province in comparison.members.iter().filter_map(|m| m.province.clone()) {
        *provinces.entry(province).or_default() += 1;
    }
    ManyView {
        sizes: table("Inwoners", sizes.map(|(name, members)| (name, members.len())).collect()),
        provinces: table("Provincie", provinces.into_iter().collect()),
        verdicts: verdicts(comparison),
    }
}

fn verdicts(comparison: &Comparison) -> Vec<(String, String)> {
    let giving = comparison.frameworks.iter().filter(|f| f.gives_verdicts());
    let one = |framework: &crate::model::FrameworkComparison| {
        let given = |level: Option<Level>| {
            let own = framework.entries.iter().filter(|e| e.score.verdict.level() == level);
            whole(i128::try_from(own.count()).unwrap_or(0))
        };
        let levels = framework.scale.levels();
        let mut each: Vec<String> =
            levels.map(|l| format!("{} {}", words::level(l), given(Some(l)))).collect();
        each.push(format!("zonder oordeel {}", given(None)));
        (framework.title.clone(), each.join(", "))
    };
    giving.map(one).collect()
}
