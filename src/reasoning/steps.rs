//! What is missing of the steps that other parties take part in.

use crate::diagnostics::{Phrase, Span, phrase};
use crate::model::{Addressee, Case, ClosedStep, Step};

/// Something that is missing of a step which nobody closed.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenStep {
    pub step: Step,
    pub lacks: Lack,
    /// Position in the file of what the step is about; `None` where nothing of it is there.
    pub place: Option<Span>,
}

/// What is missing of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lack {
    /// A formal response.
    Response,
    /// A response to a recommendation to the body's executive, by its id.
    Position(String),
}

impl OpenStep {
    /// What is missing, in words.
    #[must_use]
    pub fn said(&self) -> Phrase {
        match &self.lacks {
            Lack::Response => phrase("lacks-response"),
            Lack::Position(id) => phrase("lacks-position").with("recommendation", id),
        }
    }
}

/// What is missing of each step, in the order of the procedure, except of those that the case closes
/// with a reason.
#[must_use]
pub fn open_steps(case: &Case) -> Vec<OpenStep> {
    let closed = |step: Step| case.publication.closed.iter().any(|closed| closed.step == step);
    let mut open = reaction(case);
    open.retain(|missing| !closed(missing.step));
    open
}

/// The steps that the case closes although nothing is missing of them. Of the other steps than the
/// reaction a case does not say whether they took place.
#[must_use]
pub fn closed_in_vain(case: &Case) -> Vec<&ClosedStep> {
    let closed = case.publication.closed.iter();
    closed.filter(|closed| closed.step == Step::Reaction && reaction(case).is_empty()).collect()
}

/// A response is due from the body's executive, and to each recommendation that is addressed to it.
fn reaction(case: &Case) -> Vec<OpenStep> {
    let missing = |lacks, place| OpenStep { step: Step::Reaction, lacks, place };
    let Some(response) = &case.response else {
        return vec![missing(Lack::Response, None)];
    };
    let due = case.recommendations.iter().filter(|advice| {
        let asked = matches!(advice.addressee, Addressee::College | Addressee::RaadEnCollege);
        asked && !response.positions.iter().any(|position| position.recommendation == advice.id)
    });
    due.map(|advice| missing(Lack::Position(advice.id.clone()), Some(advice.place))).collect()
}
