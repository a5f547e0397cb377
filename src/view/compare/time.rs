//! The view of two audits of the same municipality.

use super::super::table::{CellView, TableView};
use super::super::words;
use super::members::level_or_none;
use crate::dutch::period;
use crate::model::{Change, OverTime};
use serde::Serialize;

/// The comparison of two audits of one municipality.
#[derive(Debug, Clone, Serialize)]
pub struct OverTimeView {
    pub municipality: String,
    /// The period of the first audit.
    pub before: String,
    /// The period of the second audit.
    pub after: String,
    /// Number of criteria that are better, the same, worse, and not comparable.
    pub counts: Vec<(String, usize)>,
    pub verdicts: TableView,
    pub criteria: TableView,
    /// The follow-up of the earlier recommendations.
    pub recommendations: Option<TableView>,
}

/// A change in words.
fn change(change: Change) -> &'static str {
    match change {
        Change::Better => "↑ beter",
        Change::Same => "= gelijk",
        Change::Worse => "↓ slechter",
        Change::NotComparable => "niet te vergelijken",
    }
}

/// The view of two audits of one municipality.
pub fn over_time(over: &OverTime) -> OverTimeView {
    let (before, after) = (period(over.before.1), period(over.after.1));
    let columns = ["Gemeente", "Kader", before.as_str(), after.as_str()];
    let mut verdicts = TableView::new("Verloop oordelen", 2, &columns);
    for (framework, was, is) in &over.verdicts {
        verdicts.rows.push(vec![
            over.municipality.clone().into(),
            framework.clone().into(),
            level_or_none(*was).into(),
            level_or_none(*is).into(),
        ]);
    }
    let columns = ["Gemeente", "Kader", "Norm", before.as_str(), after.as_str(), "Verandering"];
    let mut criteria = TableView::new("Verloop", 3, &columns);
    for one in &over.criteria {
        let badge = |outcome: Option<crate::model::Outcome>| {
            outcome
                .map_or_else(|| CellView::from("niet vergelijkbaar"), |o| words::outcome(o).into())
        };
        criteria.rows.push(vec![
            over.municipality.clone().into(),
            one.framework.clone().into(),
            format!("{} {}", one.criterion, one.name).into(),
            badge(one.before),
            badge(one.after),
            change(one.change).into(),
        ]);
    }
    let all = [Change::Better, Change::Same, Change::Worse, Change::NotComparable];
    let counts = all
        .into_iter()
        .map(|c| {
            let count = over.criteria.iter().filter(|one| one.change == c).count();
            (change(c).to_owned(), count)
        })
        .collect();
    let mut advice =
        TableView::new("Opvolging", 2, &["Gemeente", "Nr.", "Aanbeveling", "Opvolging"]);
    for (id, title, status) in &over.recommendations {
        let told = status.map_or("het latere onderzoek zegt er niets over", words::uptake);
        advice.rows.push(vec![
            over.municipality.clone().into(),
            id.clone().into(),
            title.clone().into(),
            told.into(),
        ]);
    }
    OverTimeView {
        municipality: over.municipality.clone(),
        before,
        after,
        counts,
        verdicts,
        criteria,
        recommendations: (!advice.rows.is_empty()).then_some(advice),
    }
}
