//! What `check` finds only in the filled documents of a case.

use super::prepare::{Prepared, assets};
use super::scored::Scored;
use crate::markdown::Kind;
use crate::model::{Case, Proposal};

/// Up to so many bytes of typed text and so many norms, no document of a case comes near the limits
/// of a template.
const MUCH_TEXT: usize = 256 * 1024;
const MANY_NORMS: usize = 1_000;

impl Prepared {
    /// Reports what only the filled documents of a case show. None is filled of a case that has
    /// nothing to show there: the program's own templates fit each case that could be read.
    pub fn check_documents(&mut self) {
        let own_templates = assets().has_own_templates();
        let may_tell = |scored: &Scored| own_templates || self.may_tell(scored);
        let wanted: Vec<bool> = self.cases.iter().map(may_tell).collect();
        for kind in self.telling() {
            self.documents_of(kind, false, &wanted, drop);
        }
    }

    /// Whether the documents of a case may hold a protected name, a drafted sentence that cannot be
    /// filled, or more than a template may do.
    fn may_tell(&self, scored: &Scored) -> bool {
        let case = &scored.case;
        let drafted = case.conclusions.is_empty() || case.recommendations.is_empty();
        let texts = self.texts.get(scored.texts.clone()).unwrap_or_default();
        let typed: usize = texts.iter().map(|text| text.value.len()).sum();
        let norms: usize = case.frameworks.iter().map(|f| f.criteria.len()).sum();
        !case.protected.is_empty() || drafted || typed > MUCH_TEXT || norms > MANY_NORMS
    }

    /// The kinds of documents that together hold every text of the cases.
    fn telling(&self) -> Vec<Kind> {
        let any = |holds: fn(&Case) -> bool| self.cases.iter().any(|scored| holds(&scored.case));
        let more = [
            (Kind::HearingAnswers, any(|case| case.hearing.is_some())),
            (Kind::Plan, any(|case| case.plan.is_some())),
            (Kind::Proposal, any(|case| case.proposal != Proposal::default())),
        ];
        let more = more.into_iter().filter_map(|(kind, holds)| holds.then_some(kind));
        [Kind::Nota, Kind::Report, Kind::Accounting].into_iter().chain(more).collect()
    }
}
