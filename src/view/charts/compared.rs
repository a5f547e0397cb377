//! Charts of a comparison: a heat matrix of criteria by municipality, and the distribution of
//! levels.

use super::super::table::float;
use super::super::words;
use super::{ChartView, Drawing, path};
use crate::markdown::{Badge, quarters};
use crate::model::{BodyKind, CriterionRow, Exact, FrameworkComparison, Level, Scale};
use serde::Serialize;

/// Numbers of municipalities for which a heat matrix adds to a table and is still readable.
const READABLE: std::ops::RangeInclusive<usize> = 3..=40;

/// A level in a legend.
#[derive(Debug, Clone, Serialize)]
pub struct LegendEntry {
    /// The key of its badge in the theme.
    pub key: &'static str,
    /// How many quarters of its disc are filled.
    pub quarters: usize,
    pub word: &'static str,
}

fn legend(scale: Scale) -> Vec<LegendEntry> {
    let entry = |badge: Badge| {
        let quarters = quarters(badge.key).unwrap_or(0);
        LegendEntry { key: badge.key, quarters, word: badge.word }
    };
    scale.levels().map(words::level).map(entry).collect()
}

/// A cell of a heat matrix.
#[derive(Debug, Clone, Serialize)]
pub struct HeatCell {
    /// The key of the outcome's badge in the theme; empty if it cannot be compared.
    pub outcome: &'static str,
    /// How many quarters of the level's disc are filled; `None` without a level.
    pub quarters: Option<usize>,
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
    /// The key of the level's badge in the theme; empty for those without one.
    pub outcome: &'static str,
    /// How many quarters of the level's disc are filled; `None` without a level.
    pub quarters: Option<usize>,
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
pub fn heat(
    framework: &FrameworkComparison,
    names: Vec<String>,
    kind: BodyKind,
) -> Option<ChartView> {
    let many = kind.plural();
    if !READABLE.contains(&names.len()) {
        return None;
    }
    let cell = |place: usize, entry: &crate::model::Entry| {
        let outcome = entry.judgement(place).map(|j| words::outcome(j.outcome).key);
        HeatCell { outcome: outcome.unwrap_or_default(), quarters: outcome.and_then(quarters) }
    };
    let rows: Vec<HeatRow> = framework
        .criteria
        .iter()
        .enumerate()
        .filter(|(_, row)| !row.legal_duty)
        .map(|(place, row)| HeatRow {
            id: row.criterion.clone(),
            name: row.name.clone(),
            cells: framework.entries.iter().map(|e| cell(place, e)).collect(),
        })
        .collect();
    let all = || rows.iter().flat_map(|r| &r.cells);
    let legend = legend(framework.scale);
    let count = |entry: &LegendEntry| {
        format!("{} {}", entry.word, all().filter(|c| c.outcome == entry.key).count())
    };
    let counts: Vec<String> = legend.iter().map(count).collect();
    Some(ChartView {
        path: path(&format!("matrix-{}", framework.framework)),
        alt: format!(
            "{} normen van {} bij {} {many}, een vakje per oordeel: {}, zonder niveau {}. De \
             tabel met oordelen per norm geeft dezelfde gegevens.",
            rows.len(),
            framework.title,
            names.len(),
            counts.join(", "),
            all().filter(|c| c.quarters.is_none()).count()
        ),
        caption: format!("{}: de oordelen van alle {many} in één beeld", framework.title),
        drawing: Drawing::Heat { names, legend, rows },
    })
}

/// The distribution of levels by criterion.
pub fn spread(framework: &FrameworkComparison, kind: BodyKind) -> ChartView {
    let scale = framework.scale;
    let rows: Vec<SpreadRow> = framework.norms().filter_map(|row| spread_row(scale, row)).collect();
    let met: Vec<Level> = scale.levels().filter(|level| level.counts_as_met()).collect();
    let high = |row: &SpreadRow| -> usize {
        let counts = |part: &&Part| met.iter().any(|l| words::level(*l).key == part.outcome);
        row.parts.iter().filter(counts).map(|p| p.count).sum()
    };
    let least = met.last().map_or("", |level| level.word());
    let told = |row: Option<&SpreadRow>, word: &str| {
        row.map(|r| format!(" {word} halen bij {} minstens {least}: {}.", r.id, high(r)))
            .unwrap_or_default()
    };
    ChartView {
        path: path(&format!("verdeling-{}", framework.framework)),
        alt: format!(
            "Verdeling van de niveaus per norm van {} over {} {}.{}{} De tabel geeft \
             dezelfde gegevens.",
            framework.title,
            framework.entries.len(),
            kind.plural(),
            told(rows.iter().max_by_key(|r| high(r)), "De meeste"),
            told(rows.iter().min_by_key(|r| high(r)), "De minste"),
        ),
        caption: format!("{}: verdeling van de niveaus per norm", framework.title),
        drawing: Drawing::Spread { legend: legend(scale), rows },
    }
}

fn spread_row(scale: Scale, row: &CriterionRow) -> Option<SpreadRow> {
    let all = row.distributions.first()?;
    let mut counts: Vec<(Option<Level>, usize)> =
        scale.levels().map(Some).zip(all.levels.iter().copied()).collect();
    counts.push((None, all.members - all.judged));
    let share = |count: usize| {
        let whole = |n: usize| i128::try_from(n).unwrap_or(0);
        float(Exact::new(whole(count), whole(all.members).max(1)))
    };
    let mut before = 0;
    let mut parts = Vec::new();
    for (level, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
        let key = level.map(|level| words::level(level).key);
        parts.push(Part {
            outcome: key.unwrap_or_default(),
            quarters: key.and_then(quarters),
            count,
            from: share(before),
            to: share(before + count),
        });
        before += count;
    }
    Some(SpreadRow { id: row.criterion.clone(), name: row.name.clone(), parts })
}
