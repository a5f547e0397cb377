//! The figures of comparable municipalities, so that a reader can recompute a comparison.

use super::anchors::source_anchor;
use super::judgement::compared_unit;
use crate::dutch::{date, decimal, rounded, whole};
use crate::model::{Case, Criterion, Exact, Measure, Peer, PeerTable};
use serde::Serialize;

/// How many characters of a hash a sentence shows; all of it is among the input files.
const HASH_SHOWN: usize = 12;

/// The figures of comparable municipalities for a criterion.
#[derive(Debug, Clone, Serialize)]
pub struct PeersView {
    /// How the municipalities were chosen.
    pub selection: String,
    /// The table that they were read from, in a sentence; empty for figures that were typed.
    pub table: String,
    /// The code of the source of the figures.
    pub source: String,
    /// The anchor of the group of that source in the annex of sources.
    pub anchor: String,
    /// The unit of the figures.
    pub unit: String,
    /// The unit of comparison, if it differs.
    pub compared_unit: Option<String>,
    /// Name, inhabitants, figure and compared figure.
    pub rows: Vec<(String, String, String, String)>,
}

/// The figures with which a criterion is compared, if any.
pub fn peers(case: &Case, criterion: &Criterion) -> Option<PeersView> {
    let Measure::Quantity(quantity) = &criterion.measure else { return None };
    let set = case.peers.iter().find(|set| set.criterion == criterion.id)?;
    let compared = |p: &Peer| {
        let per = i128::from(quantity.per_inhabitants?);
        let inhabitants = i128::from(p.inhabitants.filter(|n| *n > 0)?);
        Some(rounded(p.value.exact() * Exact::new(per, inhabitants), 2))
    };
    let row = |p: &Peer| {
        let inhabitants = p.inhabitants.map(|n| whole(i128::from(n))).unwrap_or_default();
        (p.name.clone(), inhabitants, decimal(p.value), compared(p).unwrap_or_default())
    };
    Some(PeersView {
        selection: set.selection.clone(),
        table: set.table.as_ref().map(origin).unwrap_or_default(),
        source: set.source.clone(),
        anchor: source_anchor(case, &set.source),
        unit: quantity.unit.clone(),
        compared_unit: quantity.per_inhabitants.map(|_| compared_unit(quantity)),
        rows: set.municipalities.iter().map(row).collect(),
    })
}

/// Which table figures come from: its file, its column, its date and its hash.
fn origin(table: &PeerTable) -> String {
    let when = table.date.map(|on| format!(", stand op {}", date(on))).unwrap_or_default();
    let hash: String = table.sha256.chars().take(HASH_SHOWN).collect();
    format!("Gelezen uit kolom ‘{}’ van {}{when} (SHA-256 {hash}…).", table.column, table.file)
}
