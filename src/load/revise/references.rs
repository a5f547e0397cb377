//! Where a case refers to criteria by their codes.

use crate::diagnostics::{Code, Item};
use crate::load::raw::Text;
use crate::load::raw::case::{RawAccepted, RawCase, RawConclusion, RawPeerSet};

/// The codes of criteria in a case's `case.yaml`, except those with which it chooses among the
/// criteria of a framework. Every key is named, so that a new one is thought of here.
pub fn references(raw: RawCase) -> Vec<Text> {
    let RawCase {
        shared: _,
        municipality: _,
        body: _,
        study: _,
        plan: _,
        frameworks: _,
        conclusions,
        addressees: _,
        recommendations: _,
        observations: _,
        follow_up: _,
        peers,
        // Its file has its own version, and belongs to `compare`.
        peers_from: _,
        context_indicators: _,
        response: _,
        afterword: _,
        proposal: _,
        publication: _,
        accepted,
        pictures: _,
        dossier: _,
        key_file: _,
        passages_file: _,
        decision: _,
    } = raw;
    let conclusions = conclusions.into_iter().flat_map(|list| list.items);
    let named = conclusions.flat_map(|RawConclusion { criteria, .. }| criteria);
    let named = named.flat_map(|list| list.items);
    let peers = peers.into_iter().flat_map(|list| list.items);
    let compared = peers.filter_map(|RawPeerSet { criterion, .. }| criterion.known());
    let accepted = accepted.into_iter().flat_map(|list| list.items);
    named.chain(compared).chain(accepted.filter_map(warned)).collect()
}

/// The criterion of a warning that the case accepts.
fn warned(RawAccepted { code, about, .. }: RawAccepted) -> Option<Text> {
    let typed = code.known()?.value?;
    let code = Code::ALL.iter().find(|code| code.as_str() == typed.trim())?;
    about.known().filter(|_| code.about() == Some(Item::Criterion))
}
