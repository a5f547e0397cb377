//! Figures of comparable municipalities, with which a quantity is compared.

use super::{Decimal, PartialDate};
use crate::diagnostics::Span;

/// The minimum number of comparable municipalities for a median.
pub const FEWEST_PEERS: usize = 5;

/// The version of the format of `peers.yaml`.
pub const PEERS_FORMAT: &str = "1";

/// Figures of comparable municipalities for one criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct PeerSet {
    pub criterion: String,
    /// The source of the figures.
    pub source: String,
    /// How the municipalities were chosen.
    pub selection: String,
    /// Excludes the audited municipality.
    pub municipalities: Vec<Peer>,
    /// Position of the start of the set.
    pub place: Span,
    /// The table that the figures were read from.
    pub table: Option<PeerTable>,
}

/// Where figures were read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeerTable {
    /// The name of the file, without its folder.
    pub file: String,
    /// The heading of the column.
    pub column: String,
    pub sha256: String,
    /// The reference date of the figures.
    pub date: Option<PartialDate>,
}

/// The figure of a comparable municipality.
#[derive(Debug, Clone, PartialEq)]
pub struct Peer {
    pub name: String,
    pub inhabitants: Option<u32>,
    /// In the unit of the criterion.
    pub value: Decimal,
}
