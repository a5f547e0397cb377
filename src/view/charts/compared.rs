//! Charts of a comparison: a heat matrix of criteria by municipality, and the distribution of
//! levels.

use super::super::table::float;
use super::super::words;
use super::{ChartView, Drawing, path};
use crate::model::{CriterionRow, Exact, FrameworkComparison, Level};
use serde::Serialize;

/// Numbers of municipalities for which a heat matrix adds to a table and is still readable.
const READABLE: std::ops::RangeInclusive<usize> = 3..=40;

/// A cell of a heat matrix.
#[derive(Debug, Clone, Serialize)]
pub struct HeatCell {
    /// The key of the outcome; empty if it cannot be compared.
    pub outcome: String,
    /// The level from 0 (lowest) to 3.
    pub level: Option<i128>,
}

/// A criterion in a heat matrix.
#[derive(Debug, Clone, Serialize)]
pub struct HeatRow {
    pub id: String,
    /// Its short name.
    pub name: String,
    /// One cell per municipality.
    pub cells: Vec<HeatCell>,
}

/// A part of a bar: the municipalities with one level, or those without a level.
#[derive(Debug, Clone, Serialize)]
pub struct Part {
    /// The key of the level; empty for those without one.
    pub outcome: String,
    /// The level from 0 (lowest) to 3.
    pub level: Option<i128>,
    /// Number of municipalities.
    pub count: usize,
    /// Start of the part on the bar, from 0 to 1.
    pub from: f64,
    /// End of the part on the bar, from 0 to 1.
    pub to: f64,
}

/// A criterion with the levels of all municipalities.
#[derive(Debug, Clone, Serialize)]
pub struct SpreadRow {
    pub id: String,
    /// Its short name.
    pub name: String,
    /// The parts, highest level first; those without a level last.
    pub parts: Vec<Part>,
}

/// The heat matrix of all judgements; `None` for few or very many municipalities.
pub fn heat(framework: &FrameworkComparison, names: Vec<String>) -> Option<ChartView> {
    if !READABLE.contains(&names.len()) {
        return None;
    }
    let cell = |place: usize, entry: &crate::model::Entry| {
        let outcome = entry.judgement(place).map(|j| j.outcome);
        HeatCell {
            outcome: outcome.map(|o| o.key().to_owned()).unwrap_or_default(),
            level: outcome.and_then(crate::model::Outcome::level).map(Level::thirds),
        }
    };
    let rows: Vec<HeatRow> = framework
        .criteria
        .iter()
        .enumerate()
        .map(|(place, row)| HeatRow {
            id: row.criterion.clone(),
            name: row.name.clone(),
            cells: framework.entries.iter().map(|e| cell(place, e)).collect(),
        })
        .collect();
    let all = || rows.iter().flat_map(|r| &r.cells);
    let counts: Vec<String> = Level::ALL
        .iter()
        .map(|l| {
            let count = all().filter(|c| c.level == Some(l.thirds())).count();
            format!("{} {count}", words::level(*l).word)
        })
        .collect();
    Some(ChartView {
        path: path(&format!("matrix-{}", framework.framework)),
        alt: format!(
            "{} normen van {} bij {} gemeenten, een vakje per oordeel: {}, zonder niveau {}. De \
             tabel met oordelen per norm geeft dezelfde gegevens.",
            rows.len(),
            framework.title,
            names.len(),
            counts.join(", "),
            all().filter(|c| c.level.is_none()).count()
        ),
        caption: format!("{}: de oordelen van alle gemeenten in één beeld", framework.title),
        drawing: Drawing::Heat { names, rows },
    })
}

/// The distribution of levels by criterion.
pub fn spread(framework: &FrameworkComparison) -> ChartView {
    let rows: Vec<SpreadRow> = framework.criteria.iter().filter_map(spread_row).collect();
    let high = |row: &SpreadRow| -> usize {
        row.parts.iter().filter(|p| p.level >= Some(2)).map(|p| p.count).sum()
    };
    let told = |row: Option<&SpreadRow>, word: &str| {
        row.map(|r| format!(" {word} halen {} norm {} (grotendeels).", high(r), r.id))
            .unwrap_or_default()
    };
    ChartView {
        path: path(&format!("verdeling-{}", framework.framework)),
        alt: format!(
            "Verdeling van de niveaus per norm van {} over {} gemeenten.{}{} De tabel geeft \
             dezelfde gegevens.",
            framework.title,
            framework.entries.len(),
            told(rows.iter().max_by_key(|r| high(r)), "De meeste,"),
            told(rows.iter().min_by_key(|r| high(r)), "De minste,"),
        ),
        caption: format!("{}: verdeling van de niveaus per norm", framework.title),
        drawing: Drawing::Spread(rows),
    }
}

fn spread_row(row: &CriterionRow) -> Option<SpreadRow> {
    let all = row.distributions.first()?;
    let mut counts: Vec<(Option<Level>, usize)> =
        Level::ALL.into_iter().map(Some).zip(all.levels).collect();
    counts.push((None, all.members - all.judged));
    let share = |count: usize| {
        let whole = |n: usize| i128::try_from(n).unwrap_or(0);
        float(Exact::new(whole(count), whole(all.members).max(1)))
    };
    let mut before = 0;
    let mut parts = Vec::new();
    for (level, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
        parts.push(Part {
            outcome: level.map(|l| l.key().to_owned()).unwrap_or_default(),
            level: level.map(Level::thirds),
            count,
            from: share(before),
            to: share(before + count),
        });
        before += count;
    }
    Some(SpreadRow { id: row.criterion.clone(), name: row.name.clone(), parts })
}
