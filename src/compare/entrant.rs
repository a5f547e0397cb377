//! The scorecards that take part, and their scores on one framework.

use crate::model::{
    Framework, FrameworkScore, Judgement, LeftOut, LeftOutReason, Period, Scorecard, SizeClass,
};

/// A scorecard that takes part.
#[derive(Debug, Clone, PartialEq)]
pub struct Entrant {
    /// Where it came from, for messages.
    pub path: String,
    /// The scorecard.
    pub card: Scorecard,
    /// Over which time it judges.
    pub period: Period,
    /// Whether only the scorecard was at hand.
    pub by_scorecard: bool,
    /// The inhabitants of the municipality, to compute with; the card of an anonymous one has none.
    pub inhabitants: Option<u32>,
    /// Whether its name was replaced by a code.
    pub hidden: bool,
}

impl Entrant {
    /// A scorecard that takes part. `None` where it does not say over which time it judges: then
    /// nobody can say what it may stand beside.
    #[must_use]
    pub fn new(path: String, card: Scorecard, by_scorecard: bool) -> Option<Self> {
        let inhabitants = card.municipality.inhabitants;
        let period = card.study.period?;
        Some(Self { path, card, period, by_scorecard, inhabitants, hidden: false })
    }

    /// The size class of its municipality.
    pub fn size_class(&self) -> Option<SizeClass> {
        self.inhabitants.map(SizeClass::of)
    }
}

/// A framework with the scores that can stand beside each other.
pub struct Scores {
    pub framework: Framework,
    pub criteria: Vec<String>,
    pub members: Vec<Scored>,
    /// The place in `members` of each municipality of the comparison.
    pub places: Vec<Option<usize>>,
}

/// A member's score, its judgements in the order of the framework's criteria.
pub struct Scored {
    pub member: usize,
    pub score: FrameworkScore,
    pub comparable: Vec<bool>,
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

/// Leaves something out, with the reason.
pub fn leave(what: &str, reason: LeftOutReason, into: &mut Vec<LeftOut>) {
    into.push(LeftOut { what: what.to_owned(), reason });
}
