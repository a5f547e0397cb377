//! The scorecards in a comparison, and their scores on one framework.

use crate::model::{
    BodyKind, Framework, FrameworkScore, Judgement, LeftOut, LeftOutReason, Period, Scorecard,
    SizeClass,
};

/// A scorecard in a comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Entrant {
    /// Its source, for messages.
    pub path: String,
    pub card: Scorecard,
    /// The period that the audit judges.
    pub period: Period,
    /// Whether only the scorecard was available, not the case.
    pub by_scorecard: bool,
    /// The inhabitants of the body, for calculations; the card of an anonymous one has
    /// none.
    pub inhabitants: Option<u32>,
    /// Whether the name was replaced by a code.
    pub hidden: bool,
}

impl Entrant {
    /// A scorecard in a comparison. `None` where it gives no judged period: then it is impossible
    /// to decide with what it may be compared. How its levels were derived is not compared.
    #[must_use]
    pub fn new(path: String, mut card: Scorecard, by_scorecard: bool) -> Option<Self> {
        let inhabitants = card.municipality.inhabitants;
        // Of thousands of audits the evidence would take more memory than all the rest.
        for judgement in card.frameworks.iter_mut().flat_map(|score| &mut score.judgements) {
            judgement.derivation = None;
        }
        let period = card.study.period?;
        Some(Self { path, card, period, by_scorecard, inhabitants, hidden: false })
    }

    /// The size class, which municipalities alone have.
    pub fn size_class(&self) -> Option<SizeClass> {
        let municipality = self.card.municipality.kind == BodyKind::Gemeente;
        self.inhabitants.filter(|_| municipality).map(SizeClass::of)
    }
}

/// A framework with the scores that can be compared.
pub struct Scores {
    pub framework: Framework,
    pub criteria: Vec<String>,
    pub members: Vec<Scored>,
    /// For each municipality of the comparison, its index in `members`.
    pub places: Vec<Option<usize>>,
}

/// The score of a member, with its judgements in the order of the framework's criteria.
pub struct Scored {
    pub member: usize,
    pub score: FrameworkScore,
    pub comparable: Vec<bool>,
    /// Whether the audit chose each criterion, in the same order.
    pub chosen: Vec<bool>,
    pub translated_from: Option<String>,
}

impl Scores {
    /// The judgement of a member on a criterion, where it can be compared.
    pub fn judgement(&self, member: usize, criterion: &str) -> Option<&Judgement> {
        let place = self.criteria.iter().position(|c| c == criterion)?;
        let scored = self.members.get((*self.places.get(member)?)?)?;
        scored.comparable.get(place).filter(|c| **c)?;
        scored.score.judgements.get(place)
    }
}

/// Records that something is excluded, with the reason.
pub fn leave(what: &str, reason: LeftOutReason, into: &mut Vec<LeftOut>) {
    into.push(LeftOut { what: what.to_owned(), reason });
}
