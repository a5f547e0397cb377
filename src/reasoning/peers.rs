//! Numbers that are converted, or compared with those of other municipalities.

use super::audit::{Audit, Issue};
use crate::diagnostics::{Code, Diagnostic, Report};
use crate::model::FEWEST_PEERS;
use crate::model::{Case, Criterion, CriterionRecord, Exact, Measure, PeerSet, Quantity, Reading};
use crate::score::{median, peer_figures};

/// A comparison with fewer than five municipalities that does not determine a level, so that it is
/// shown and not refused.
///
/// The median of three or four municipalities moves with each of them, and a reader takes it for a
/// standard (OECD/JRC Handbook on Constructing Composite Indicators; the minimum of five is
/// professional insight). Where such a median would determine a level, it is an error (R314).
pub fn shown(audit: &Audit<'_>) -> Vec<Issue> {
    let few = |set: &&PeerSet| set.municipalities.len() < FEWEST_PEERS;
    let mut out = Vec::new();
    for set in audit.case.peers.iter().filter(few) {
        let norm = audit.norms().find(|n| n.criterion.id == set.criterion);
        let decides = norm.is_some_and(|n| match &n.criterion.measure {
            Measure::Quantity(quantity) => quantity.relative_to_peers && valued(n.record),
            _ => false,
        });
        if !decides {
            let issue = Issue::new(Code::PeersShown, &set.criterion, set.place);
            out.push(issue.with("count", set.municipalities.len().to_string()));
        }
    }
    out
}

fn valued(record: &CriterionRecord) -> bool {
    record.findings.iter().any(|f| matches!(f.reading, Reading::Value(_)))
}

/// Checks that a number that has to be converted or compared has the inputs for that.
pub fn inputs(
    case: &Case,
    criterion: &Criterion,
    quantity: &Quantity,
    record: &CriterionRecord,
    report: &mut Report,
) {
    if !valued(record) {
        return;
    }
    let at = |code| Diagnostic::at(code, record.criterion.span).with("value", &criterion.id);
    if quantity.per_inhabitants.is_some() && case.body.inhabitants.is_none() {
        report.push(at(Code::NoInhabitants));
    }
    if !quantity.relative_to_peers {
        return;
    }
    let figures = peer_figures(case, criterion, quantity);
    if figures.len() < FEWEST_PEERS {
        let sets = case.peers.iter().filter(|set| set.criterion == criterion.id);
        let named: usize = sets.map(|set| set.municipalities.len()).sum();
        let without = match named - figures.len() {
            0 => "none".to_owned(),
            some => some.to_string(),
        };
        let diagnostic = at(Code::TooFewPeers).with("count", figures.len().to_string());
        report.push(diagnostic.with("without", without));
    } else if median(&figures) == Some(Exact::from(0)) {
        report.push(at(Code::ZeroMedian));
    }
}
