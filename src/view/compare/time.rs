//! The view of two audits of the same municipality.

use super::super::table::{CellView, TableView, left, right};
use super::super::words;
use super::members::level_or_none;
use crate::dutch::{enumeration, period};
use crate::model::{BodyKind, Change, NotShared, OverTime};
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
    /// The criteria that only one audit has, in sentences, one for each framework.
    pub not_shared: Vec<String>,
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

/// The kinds of change, best first.
const CHANGES: [Change; 4] = [Change::Better, Change::Same, Change::Worse, Change::NotComparable];

/// How many criteria of all municipalities together changed in each way.
pub fn totals(all: &[OverTimeView]) -> Vec<(String, usize)> {
    let one = |(place, kind): (usize, Change)| {
        let counts = all.iter().filter_map(|over| over.counts.get(place));
        (change(kind).to_owned(), counts.map(|(_, count)| count).sum())
    };
    CHANGES.into_iter().enumerate().map(one).collect()
}

/// The changes of each municipality in a row.
pub fn listing(all: &[OverTimeView], kind: BodyKind) -> TableView {
    let changes = CHANGES.map(|one| right(change(one)));
    let columns: Vec<_> = [left(kind.title()), left("Jaren")].into_iter().chain(changes).collect();
    let mut table = TableView::new("Verloop samengevat", 2, &columns);
    for over in all {
        let years = format!("{} en {}", over.before, over.after);
        let head: [CellView; 2] = [over.municipality.clone().into(), years.into()];
        let counts = over.counts.iter().map(|(_, count)| CellView::whole(*count));
        table.rows.push(head.into_iter().chain(counts).collect());
    }
    table
}

/// The criteria that two audits do not share, and what that means for the verdicts.
fn not_shared(apart: &NotShared) -> String {
    let names: Vec<String> =
        apart.criteria.iter().map(|(id, name)| format!("{id} {name}")).collect();
    let verdicts = match apart.computed {
        Some(true) => " De oordelen zijn voor beide jaren berekend zonder die normen.",
        Some(false) => {
            " Het oordeel over het geheel is van de onderzoekers, over alle normen van hun onderzoek."
        }
        None => "",
    };
    format!(
        "{}: alleen de normen die in beide onderzoeken meetellen, zijn vergeleken. Weggelaten: \
         {}.{verdicts}",
        apart.framework,
        enumeration(&names)
    )
}

/// The view of two audits of one municipality.
pub fn over_time(over: &OverTime, kind: BodyKind) -> OverTimeView {
    let title = kind.title();
    let (before, after) = (period(over.before.1), period(over.after.1));
    let columns = [title.as_str(), "Kader", before.as_str(), after.as_str()];
    let mut verdicts = TableView::new("Verloop oordelen", 2, &columns);
    for (framework, was, is) in &over.verdicts {
        verdicts.rows.push(vec![
            over.municipality.clone().into(),
            framework.clone().into(),
            level_or_none(*was).into(),
            level_or_none(*is).into(),
        ]);
    }
    let columns = [title.as_str(), "Kader", "Norm", before.as_str(), after.as_str(), "Verandering"];
    let mut criteria = TableView::new("Verloop", 3, &columns);
    for one in &over.criteria {
        criteria.rows.push(vec![
            over.municipality.clone().into(),
            one.framework.clone().into(),
            format!("{} {}", one.criterion, one.name).into(),
            words::outcome(one.before).into(),
            words::outcome(one.after).into(),
            change(one.change).into(),
        ]);
    }
    let counts = CHANGES
        .into_iter()
        .map(|c| {
            let count = over.criteria.iter().filter(|one| one.change == c).count();
            (change(c).to_owned(), count)
        })
        .collect();
    let mut advice =
        TableView::new("Opvolging", 2, &[title.as_str(), "Nr.", "Aanbeveling", "Opvolging"]);
    for (id, title, status) in &over.recommendations {
        let uptake = status.map_or("het latere onderzoek zegt er niets over", words::uptake);
        advice.rows.push(vec![
            over.municipality.clone().into(),
            id.clone().into(),
            title.clone().into(),
            uptake.into(),
        ]);
    }
    OverTimeView {
        municipality: over.municipality.clone(),
        before,
        after,
        counts,
        verdicts,
        criteria,
        not_shared: over.not_shared.iter().map(not_shared).collect(),
        recommendations: (!advice.rows.is_empty()).then_some(advice),
    }
}
