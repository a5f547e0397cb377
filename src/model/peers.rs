//! Figures of comparable municipalities, to which a quantity is held.

use super::Decimal;
use crate::diagnostics::Span;

/// The fewest comparable municipalities for a median.
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
    /// The figures; never those of the audited municipality.
    pub municipalities: Vec<Peer>,
    /// Where the set begins.
    pub place: Span,
}

/// A comparable municipality's figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Peer {
    /// The municipality.
    pub name: String,
    pub inhabitants: Option<u32>,
    /// Its figure, in the unit of the criterion.
    pub value: Decimal,
}
